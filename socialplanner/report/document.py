"""Set a whole plan: cover, sections over pages, running head and foot, outline."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from socialplanner.presentation.plan_options import Progress, untold
from socialplanner.presentation.scenes.labels import Stage
from socialplanner.presentation.scenes.shapes import Colour
from socialplanner.report import styles
from socialplanner.report.blocks import Block, Fit, Stack, draw_stack, place
from socialplanner.report.cover import Cover, draw_cover
from socialplanner.report.fonts import Font
from socialplanner.report.pen import About, Pen, Stroke, Written
from socialplanner.report.styles import A4, MARGIN, Paper, Style, Theme, theme
from socialplanner.report.text import MEASURE, one_line

_LOG: Final = logging.getLogger(__name__)
_TOP: Final = 78.0
_BOTTOM: Final = 62.0
_LOGO_SIZE: Final = (84.0, 18.0)
_LOGO_FOOT: Final = 42.0
_LOGO_GAP: Final = 8.0
_RUNNING: Final = Style(size=7.5, leading=10, colour=Colour.MUTED)
_RUNNING_NAME: Final = Style(font=Font.SANS_SEMI, size=8, leading=10, colour=Colour.BRAND_TEXT)
_PAGE: Final = Style(font=Font.TAB_SEMI, size=7.5, leading=10, colour=Colour.BRAND_TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the plan that begins on a page of its own; its title stands in the head."""

    title: str
    stack: Stack


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything that is printed, in the reader's language."""

    name: str
    title: str
    subject: str
    author: str
    language: str
    creator: str
    day: date
    cover: Cover
    sections: Sequence[Section]
    paper: Paper = A4
    theme: Theme = field(default_factory=theme)
    page_of: str = "{page} / {pages}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    title: str
    fit: Fit


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFile:
    """A finished PDF, and the characters in it that no font could show."""

    data: bytes
    unshown: frozenset[str] = frozenset()


def fits_one_page(stack: Stack, paper: Paper) -> bool:
    """Return whether a stack stands on one page."""
    return not place(stack, paper.text_width, _room(paper)).rest


def _room(paper: Paper) -> float:
    return paper.height - _TOP - _BOTTOM


def stage_for(paper: Paper, columns: int = 12) -> Stage:
    """Return the stage on which a chart as wide as so many columns is made."""
    return Stage(width=paper.span(columns), measure=MEASURE)


def render(plan: Plan) -> bytes:
    """Return the plan as a PDF; the same plan gives the same bytes."""
    return plan_file(plan).data


def plan_file(plan: Plan, progress: Progress = untold) -> PlanFile:
    """Return the plan as a file; `progress` is told of every page."""
    about = About(
        title=plan.title,
        author=plan.author,
        subject=plan.subject,
        language=plan.language,
        creator=plan.creator,
        day=plan.day,
    )
    pen = Pen(plan.paper, plan.theme, about)
    pen.outline(plan.title, level=0, top=0)
    left_over = draw_cover(plan.cover, pen)
    pen.next_page()
    sections = [*_words_from_cover(plan, left_over), *plan.sections]
    pages = [page for section in sections for page in _pages(section, plan.paper)]
    for number, page in enumerate(pages, start=2):
        progress(number - 1, len(pages) + 1)
        _draw_page(page, plan, pen, plan.page_of.format(page=number, pages=len(pages) + 1))
    if pen.unshown:
        codes = ", ".join(sorted(f"U+{ord(character):04X}" for character in pen.unshown)[:20])
        _LOG.warning("The fonts lack %d characters, shown as boxes: %s", len(pen.unshown), codes)
    data = pen.finish()
    progress(len(pages) + 1, len(pages) + 1)
    return PlanFile(data=data, unshown=frozenset(pen.unshown))


def _words_from_cover(plan: Plan, left_over: Sequence[Block]) -> tuple[Section, ...]:
    return (Section(title=plan.title, stack=tuple(left_over)),) if left_over else ()


def _pages(section: Section, paper: Paper) -> list[_Page]:
    pages: list[_Page] = []
    rest: Stack = section.stack
    while rest:
        fit = place(rest, paper.text_width, _room(paper))
        pages.append(_Page(title=section.title, fit=fit))
        rest = fit.rest
    return pages


def _draw_page(page: _Page, plan: Plan, pen: Pen, number: str) -> None:
    paper = plan.paper
    right = paper.width - MARGIN
    pen.line(((MARGIN, 46), (right, 46)), Stroke(paint=Colour.RULE))
    indent = _draw_logo(plan, pen)
    _running(pen, plan.name, _RUNNING_NAME, 38, paper.span(7) - indent, left=MARGIN + indent)
    _running(pen, page.title, _RUNNING, 38, paper.span(5), right=right)
    foot = paper.height - 44
    pen.line(((MARGIN, foot), (right, foot)), Stroke(paint=Colour.RULE))
    _running(pen, f"{plan.name}   ·   {plan.title}", _RUNNING, foot + 14, paper.span(10))
    _running(pen, number, _PAGE, foot + 14, paper.span(2), right=right)
    for block, top in page.fit.placed:
        block.draw(pen, MARGIN, _TOP + top, paper.text_width)
    pen.next_page()


def _draw_logo(plan: Plan, pen: Pen) -> float:
    """Draw the logo before the running name and return the room it takes."""
    logo = plan.cover.logo
    if logo is None:
        return 0.0
    width, height = logo.size_within(*_LOGO_SIZE)
    pen.picture(logo, MARGIN, _LOGO_FOOT - height, (width, height))
    return width + _LOGO_GAP


def _running(  # noqa: PLR0913 - a line is its words, its looks and its place
    pen: Pen,
    text: str,
    style: Style,
    y: float,
    room: float,
    *,
    left: float = MARGIN,
    right: float | None = None,
) -> None:
    line = one_line(text, style, room)
    x = left if right is None else right - line.width
    written = Written(x=x, y=y, runs=line.runs)
    pen.write((written,), size=style.size, paint=style.colour)


__all__ = ["Cover", "Plan", "PlanFile", "Section", "draw_stack", "render", "stage_for", "styles"]
