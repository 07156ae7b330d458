"""The head and the foot that every page has."""

from dataclasses import dataclass
from typing import Final

from socialplanner.presentation.scenes.shapes import Colour
from socialplanner.report.fonts import Font
from socialplanner.report.logo import Logo
from socialplanner.report.pen import Pen, Stroke, Written
from socialplanner.report.styles import MARGIN, Style
from socialplanner.report.tags import Role, Tag
from socialplanner.report.text import one_line

_HEAD: Final = 38.0
_HEAD_RULE: Final = 46.0
_FOOT_RULE: Final = 44.0
_FOOT: Final = 14.0
_LOGO_SIZE: Final = (84.0, 18.0)
_LOGO_FOOT: Final = 42.0
_GAP: Final = 8.0
_SMALL: Final = Style(size=7.5, leading=10, colour=Colour.MUTED)
_NAME: Final = Style(font=Font.SANS_SEMI, size=8, leading=10, colour=Colour.BRAND_TEXT)
_PAGE: Final = Style(font=Font.TAB_SEMI, size=7.5, leading=10, colour=Colour.BRAND_TEXT)
_MARK: Final = Style(
    font=Font.SANS_SEMI, size=7, leading=10, colour=Colour.ACCENT_TEXT, tracking=0.9
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """What every page says: whose plan it is, what is on it, and which page of how many."""

    name: str
    title: str
    footer: str
    mark: str
    page: str
    logo: Logo | None = None


def draw_running(running: Running, pen: Pen, *, is_heading: bool = False) -> None:
    """Draw head and foot; where nothing else does, the name is the heading of the document."""
    paper = pen.paper
    left, right = MARGIN, paper.width - MARGIN
    with pen.artifact():
        pen.line(((left, _HEAD_RULE), (right, _HEAD_RULE)), Stroke(paint=Colour.RULE))
        indent = _draw_logo(running, pen)
        _write(pen, running.title, _SMALL, (right, _HEAD, paper.span(5)), ends=True)
    named = (left + indent, _HEAD, paper.span(7) - indent)
    if is_heading:
        with pen.within(Tag(Role.H1)):
            _write(pen, running.name, _NAME, named)
    else:
        with pen.artifact():
            _write(pen, running.name, _NAME, named)
    with pen.artifact():
        _draw_foot(running, pen)


def _draw_foot(running: Running, pen: Pen) -> None:
    paper = pen.paper
    left, right, foot = MARGIN, paper.width - MARGIN, paper.height - _FOOT_RULE
    pen.line(((left, foot), (right, foot)), Stroke(paint=Colour.RULE))
    line = foot + _FOOT
    end = right - _write(pen, running.page, _PAGE, (right, line, paper.span(2)), ends=True)
    if running.mark:
        place = (end - 2 * _GAP, line, paper.span(4))
        end = place[0] - _write(pen, running.mark.upper(), _MARK, place, ends=True)
    _write(pen, running.footer, _SMALL, (left, line, end - 2 * _GAP - left))


def _draw_logo(running: Running, pen: Pen) -> float:
    """Draw the logo before the running name and return the room it takes."""
    if running.logo is None:
        return 0.0
    width, height = running.logo.size_within(*_LOGO_SIZE)
    pen.picture(running.logo, MARGIN, _LOGO_FOOT - height, (width, height))
    return width + _GAP


def _write(
    pen: Pen, text: str, style: Style, place: tuple[float, float, float], *, ends: bool = False
) -> float:
    """Write one line and return its width; the place is where it begins or ends, and its room."""
    x, y, room = place
    line = one_line(text, style, room)
    written = Written(x=x - line.width if ends else x, y=y, runs=line.runs)
    pen.write((written,), size=style.size, paint=style.colour, tracking=style.tracking)
    return line.width
