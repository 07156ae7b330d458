"""Set a whole plan: cover, sections over pages, running head and foot, outline."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from socialplanner.presentation.plan_options import Progress, untold
from socialplanner.presentation.scenes.labels import Stage
from socialplanner.report import contents
from socialplanner.report.blocks import Fit, Stack, place
from socialplanner.report.contents import Entry
from socialplanner.report.cover import Cover, draw_cover
from socialplanner.report.logo import Logo
from socialplanner.report.metadata import About
from socialplanner.report.pen import Pen
from socialplanner.report.running import Running, draw_running
from socialplanner.report.styles import A4, MARGIN, Paper, Theme, theme
from socialplanner.report.tags import Role, Tag
from socialplanner.report.text import MEASURE

_LOG: Final = logging.getLogger(__name__)
_TOP: Final = 78.0
_BOTTOM: Final = 62.0
_DOT: Final = "   ·   "


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the plan that begins on a page of its own; its title stands in the head.

    `entry` is its line in the contents; None where it goes on with the part before.
    """

    title: str
    stack: Stack
    entry: Entry | None = None
    tag: Tag = field(default_factory=lambda: Tag(Role.SECTION))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything that is printed, in the reader's language.

    Without a cover the first section begins the first page. `footer` stands at the foot of every
    page, the name and the title where it is empty; `mark` says that all of it is confidential.
    """

    name: str
    title: str
    subject: str
    author: str
    language: str
    creator: str
    day: date
    cover: Cover | None
    sections: Sequence[Section]
    paper: Paper = A4
    theme: Theme = field(default_factory=theme)
    page_of: str = "{page} / {pages}"
    logo: Logo | None = None
    footer: str = ""
    mark: str = ""
    has_contents: bool = False
    is_tagged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """One page; `place` is the name that links to its section lead to, on its first page."""

    section: Section
    fit: Fit
    place: str = ""


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
    pen = Pen(plan.paper, plan.theme, about, is_tagged=plan.is_tagged)
    front = 0 if plan.cover is None else 1
    pages = _all_pages(plan, _draw_front(plan, pen), front)
    for number, page in enumerate(pages, start=front + 1):
        progress(number - front, len(pages) + 1)
        says = plan.page_of.format(page=number, pages=len(pages) + front)
        _draw_page(page, plan, pen, says, is_first=number == 1)
    if pen.unshown:
        codes = ", ".join(sorted(f"U+{ord(character):04X}" for character in pen.unshown)[:20])
        _LOG.warning("The fonts lack %d characters, shown as boxes: %s", len(pen.unshown), codes)
    data = pen.finish()
    progress(len(pages) + 1, len(pages) + 1)
    return PlanFile(data=data, unshown=frozenset(pen.unshown))


def _draw_front(plan: Plan, pen: Pen) -> tuple[Section, ...]:
    """Draw the cover, if there is one, and return what found no room on it."""
    pen.outline(plan.title, level=0, top=0)
    if plan.cover is None:
        return ()
    left_over = draw_cover(plan.cover, pen)
    pen.next_page()
    return (Section(title=plan.title, stack=tuple(left_over)),) if left_over else ()


def _all_pages(plan: Plan, left_over: Sequence[Section], front: int) -> list[_Page]:
    """Return all pages after the cover: what it had no room for, the contents, the sections."""
    paper = plan.paper
    before = [page for section in left_over for page in _pages(section, paper)]
    made = [_pages(one, paper, f"section-{place}") for place, one in enumerate(plan.sections)]
    if not plan.has_contents:
        return [*before, *(page for pages in made for page in pages)]
    first = front + len(before) + 1
    shown = _contents(plan, made, first, 1)
    shown = _contents(plan, made, first, len(shown))
    return [*before, *shown, *(page for pages in made for page in pages)]


def _contents(plan: Plan, made: list[list[_Page]], first: int, count: int) -> list[_Page]:
    """Return the pages of the contents, as if they were so many."""
    page = first + count
    lines: list[tuple[Entry, str, int]] = []
    for section, pages in zip(plan.sections, made, strict=True):
        if section.entry is not None:
            lines.append((section.entry, pages[0].place, page))
        page += len(pages)
    return _pages(Section(title=contents.TITLE, stack=contents.contents(lines)), plan.paper)


def _pages(section: Section, paper: Paper, name: str = "") -> list[_Page]:
    pages: list[_Page] = []
    rest: Stack = section.stack
    while rest:
        fit = place(rest, paper.text_width, _room(paper))
        pages.append(_Page(section=section, fit=fit, place="" if pages else name))
        rest = fit.rest
    return pages


def _draw_page(page: _Page, plan: Plan, pen: Pen, says: str, *, is_first: bool) -> None:
    running = Running(
        name=plan.name,
        title=page.section.title,
        footer=plan.footer or f"{plan.name}{_DOT}{plan.title}",
        mark=plan.mark,
        page=says,
        logo=plan.logo,
    )
    draw_running(running, pen, is_heading=is_first)
    if page.place:
        pen.place(page.place)
    with pen.within(page.section.tag):
        for block, top in page.fit.placed:
            block.draw(pen, MARGIN, _TOP + top, plan.paper.text_width)
    pen.next_page()
