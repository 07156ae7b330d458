"""The cover: a field in the brand's colour, with the firm's own profile as its ornament."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, pi, sin
from typing import Final

from socialplanner.presentation.brand_colours import blend
from socialplanner.presentation.contrast import RGB
from socialplanner.presentation.scenes.shapes import Colour, Point
from socialplanner.report import styles
from socialplanner.report.blocks import Block
from socialplanner.report.characters import normalise
from socialplanner.report.logo import Logo
from socialplanner.report.pen import Pen, Stroke
from socialplanner.report.styles import MARGIN, Align, Paper, Style, Theme
from socialplanner.report.tags import Role, Tag
from socialplanner.report.text import Text, capitals, plain

_RADIUS: Final = 360.0
_BLEED: Final = 9.0
_DETAIL_LINES: Final = 2
_LOGO_TOP: Final = 42.0
_LOGO_SIZE: Final = (190.0, 56.0)
_BELOW_LOGO: Final = 18.0
_MARK_TOP: Final = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What the cover says; the two profiles are scores from 0 to 100, None where unknown."""

    name: str
    kicker: str
    title: str
    subtitle: str
    details: Sequence[str] = ()
    profile: Sequence[float | None] = ()
    target: Sequence[float | None] = ()
    logo: Logo | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Slot:
    """A place for text: its height, and the styles to try from large to small."""

    top: float
    height: float
    width: float
    styles: tuple[Style, ...]

    def fit(self, text: str) -> tuple[Text, Text | None]:
        """Return what fits in the largest style that holds all, and what is left over."""
        for style in self.styles:
            whole = plain(text, style)
            if whole.height(self.width) <= self.height:
                return whole, None
        count = max(1, int(self.height / self.styles[-1].leading))
        lines = whole.lines(self.width)
        return replace(whole, broken=lines[:count]), replace(whole, broken=lines[count:])


def draw_cover(cover: Cover, pen: Pen) -> tuple[Block, ...]:
    """Draw the cover and return the words that found no room on it."""
    paper, theme = pen.paper, pen.theme
    field = paper.height * 0.29
    pen.box(-_BLEED, field, (paper.width + 2 * _BLEED, paper.height), Colour.BRAND)
    if cover.profile:
        with pen.clipped(0, field, (paper.width, paper.height - field)):
            ornament(cover, pen, (paper.width - 96, paper.height - 214))
    pen.box(MARGIN, field - 4, (96, 8), Colour.ACCENT)
    pale = blend(theme[Colour.ON_BRAND], 0.8, theme[Colour.BRAND])
    label = Style(font=styles.CAPTION.font, size=8, leading=11, colour=pale, tracking=1.4)
    left_over: list[Block] = []
    top_of_name = _draw_logo(cover, pen)
    with pen.within(Tag(Role.SECTION)):
        _draw_mark(cover, pen)
        capitals(cover.kicker, label).draw(pen, MARGIN, field + 60, paper.text_width)
        for slot, text, role in _slots(cover, paper, theme, (top_of_name, field)):
            shown, rest = slot.fit(text)
            is_low = slot.top == top_of_name
            top = slot.top + slot.height - shown.height(slot.width) if is_low else slot.top
            replace(shown, tag=Tag(role)).draw(pen, MARGIN, top, slot.width)
            if rest is not None:
                left_over.append(_continued(rest))
        return (*left_over, *_details(cover, pen, pale))


def _draw_mark(cover: Cover, pen: Pen) -> None:
    """Write in the upper right corner that the plan is confidential."""
    if cover.mark:
        style = replace(styles.SECTION_LABEL, align=Align.RIGHT)
        width = pen.paper.span(6)
        left = pen.paper.width - MARGIN - width
        capitals(cover.mark, style).draw(pen, left, _MARK_TOP, width)


def _draw_logo(cover: Cover, pen: Pen) -> float:
    """Draw the logo above the name and return where the name's room begins."""
    if cover.logo is None:
        return 72
    size = cover.logo.size_within(*_LOGO_SIZE)
    pen.picture(cover.logo, MARGIN, _LOGO_TOP, size)
    return _LOGO_TOP + size[1] + _BELOW_LOGO


def _slots(
    cover: Cover, paper: Paper, theme: Theme, room: tuple[float, float]
) -> list[tuple[_Slot, str, Role]]:
    """Return the places for name, title and subtitle; the name's `room` is from, to."""
    start, field = room
    wide = paper.text_width
    brand = theme[Colour.BRAND]
    names = tuple(_serif(size, Colour.BRAND_TEXT) for size in (34, 28, 22, 15, 11))
    titles = tuple(_serif(size, Colour.ON_BRAND) for size in (44, 36, 28, 22, 15))
    lead = replace(styles.LEAD, colour=blend(theme[Colour.ON_BRAND], 0.86, brand), balanced=True)
    name = _Slot(top=start, height=field - start - 36, width=wide, styles=names)
    title = _Slot(top=field + 84, height=164, width=paper.span(10), styles=titles)
    used = title.fit(cover.title)[0].height(title.width)
    small = (lead, replace(lead, size=11, leading=16), replace(lead, size=9.25, leading=13))
    subtitle = _Slot(top=title.top + used + 12, height=80, width=paper.span(6), styles=small)
    return [
        (name, cover.name, Role.PARAGRAPH),
        (title, cover.title, Role.H1),
        (subtitle, cover.subtitle, Role.PARAGRAPH),
    ]


def _serif(size: float, paint: Colour | RGB) -> Style:
    leading = round(size * 1.18, 1)
    return replace(
        styles.HEADLINE,
        size=size,
        leading=leading,
        colour=paint,
        balanced=size > styles.HEADING.size,
    )


def _continued(rest: Text) -> Text:
    plain_again = replace(rest.style, size=9.25, leading=14, colour=Colour.INK, balanced=False)
    runs = tuple(line.runs for line in rest.broken or ())
    joined = tuple(run for line in runs for run in line)
    return Text(paragraphs=(joined,), style=plain_again, after=12)


def _details(cover: Cover, pen: Pen, pale: RGB) -> list[Block]:
    """Write who and when upwards from the bottom margin and return what is left over."""
    paper, wide = pen.paper, pen.paper.span(6)
    strong = replace(styles.SMALL_STRONG, size=11, leading=16, colour=Colour.ON_BRAND)
    small = replace(styles.SMALL, size=9, leading=15, colour=pale)
    fits: list[tuple[Text, Text | None]] = []
    for text in filter(str.strip, map(normalise, cover.details)):
        style = small if fits else strong
        room = _DETAIL_LINES * style.leading
        fits.append(_Slot(top=0, height=room, width=wide, styles=(style,)).fit(text))
    top = paper.height - MARGIN - 10 - sum(shown.height(wide) for shown, _ in fits)
    rule = Stroke(paint=blend(pen.theme[Colour.ON_BRAND], 0.35, pen.theme[Colour.BRAND]), width=0.6)
    pen.line(((MARGIN, top), (MARGIN + paper.span(5), top)), rule)
    y = top + 10
    for shown, _ in fits:
        shown.draw(pen, MARGIN, y, wide)
        y += shown.height(wide)
    return [_continued(rest) for _, rest in fits if rest is not None]


def ornament(cover: Cover, pen: Pen, centre: Point) -> None:
    """Draw the profile of the cover over its rings."""
    sides = max(3, len(cover.profile))
    brand, bright = pen.theme[Colour.BRAND], pen.theme[Colour.ON_BRAND]
    edge = Stroke(paint=blend(bright, 0.16, brand), width=0.5)
    for ring in range(10, 0, -1):
        fill = blend(bright, 0.012 * (11 - ring), brand)
        pen.polygon(_profile(centre, [ring * 10.0] * sides), fill=fill, stroke=edge)
    for corner in _profile(centre, [100.0] * sides):
        pen.line((centre, corner), edge)
    target = Stroke(paint=blend(bright, 0.75, brand), width=1, dash=(3, 3))
    pen.polygon(_profile(centre, cover.target), stroke=target)
    points = _profile(centre, cover.profile)
    pen.polygon(points, stroke=Stroke(paint=Colour.ACCENT, width=2))
    for point in points:
        pen.dot(point, 3.4, fill=Colour.ACCENT, stroke=None)


def _profile(centre: Point, values: Sequence[float | None]) -> list[Point]:
    """Return the corners of the known values."""
    count = max(1, len(values))
    return [
        (
            centre[0] + _RADIUS * value / 100 * sin(2 * pi * index / count),
            centre[1] - _RADIUS * value / 100 * cos(2 * pi * index / count),
        )
        for index, value in enumerate(values)
        if value is not None
    ]
