"""The cover of the Word document: a table, so that nothing floats and every word can be edited."""

from collections.abc import Iterator
from typing import Final

from docx.oxml import parse_xml
from docx.parts.story import StoryPart

from socialplanner.presentation.brand_colours import blend
from socialplanner.presentation.scenes.shapes import Colour
from socialplanner.report.cover import Cover, ornament
from socialplanner.report.office_file import DECORATIVE, hex_of
from socialplanner.report.office_fit import fitting_size, height_of
from socialplanner.report.office_plan import OfficePlan, logo_png
from socialplanner.report.picture import drawn_png
from socialplanner.report.word.elements import Element, Ink, node, paragraph, text_paragraph, twips
from socialplanner.report.word.looks import style_key
from socialplanner.report.word.pictures import picture_run
from socialplanner.report.word.tables import Cell, row, table

_TOP: Final = 190.0
_MIDDLE: Final = 250.0
_INSET: Final = 30.0
_LOGO: Final = (190.0, 56.0)
_NAMES: Final = (34, 28, 22, 15, 11, 9)
_TITLES: Final = (40, 34, 28)
_ORNAMENT: Final = 0.54
_DRAWN: Final = 2.4
_SPARE: Final = 10.0
_DETAILS: Final = (9.5, 8.5, 7.5, 6.5)
_FIRST: Final = 1.15
_DPI: Final = 100


def cover_table(part: StoryPart, cover: Cover, plan: OfficePlan, height: float) -> Element:
    """Return the cover as a table that is so high."""
    width = plan.paper.text_width
    low = height - _TOP - _MIDDLE
    widths = _widths(cover, width, low)
    rows = (
        _row(_top(part, cover, plan), _TOP, (_low_words(),), widths),
        _row(_titles(cover, plan), _MIDDLE, _field(plan, has_edge=True), widths),
        _low(part, cover, plan, (widths, low)),
    )
    return table(rows, widths)


def _widths(cover: Cover, width: float, height: float) -> tuple[float, ...]:
    """Return the widths of the last row: who and when, and the profile where both have room."""
    beside = width * (1 - _ORNAMENT)
    if cover.profile and _details_size(cover, beside, height) > _DETAILS[-1]:
        return (beside, width * _ORNAMENT)
    return (width,)


def _row(
    content: Iterator[Element], height: float, said: tuple[Element, ...], widths: tuple[float, ...]
) -> Element:
    """Return a row of one cell across."""
    across = node("gridSpan", val=len(widths))
    cell = Cell(content=list(content), width=sum(widths), properties=(across, *said))
    return row((cell,), node("cantSplit"), node("trHeight", val=twips(height), hRule="atLeast"))


def _field(
    plan: OfficePlan, *, has_edge: bool = False, is_inset: bool = True
) -> tuple[Element, ...]:
    """Return that a cell is a field in the brand's colour, with an edge in the accent on top."""
    said: list[Element] = []
    if has_edge:
        accent = hex_of(plan.theme[Colour.ACCENT])
        said.append(node("tcBorders", node("top", val="single", sz=48, space=0, color=accent)))
    said.append(node("shd", val="clear", color="auto", fill=hex_of(plan.theme[Colour.BRAND])))
    if is_inset:
        inset = {"w": twips(_INSET), "type": "dxa"}
        sides = ("left", "right")
        said.append(node("tcMar", *(node(side, **inset) for side in sides)))
    return (*said, *(() if has_edge else (_low_words(),)))


def _low_words() -> Element:
    return node("vAlign", val="bottom")


def _top(part: StoryPart, cover: Cover, plan: OfficePlan) -> Iterator[Element]:
    """Yield the mark, the logo, and whose plan it is in as large letters as there is room for."""
    room = _TOP - 24
    if cover.mark:
        room -= 24
        ink = Ink(character_style="Accent", size=8)
        yield text_paragraph("Normal", cover.mark.upper(), node("jc", val="right"), ink=ink)
    if cover.logo is not None:
        wide, high = cover.logo.size_within(*_LOGO)
        room -= high + 18
        shown = picture_run(part, logo_png(cover.logo), wide, ("Logo", cover.name))
        yield paragraph("Normal", (shown,), _air(12))
    size = fitting_size(cover.name, _NAMES, (plan.paper.text_width * 0.94, room))
    yield text_paragraph("Title", cover.name, _air(16), ink=Ink(size=size))


def _air(after: float) -> Element:
    return node("spacing", before=0, after=twips(after))


def _titles(cover: Cover, plan: OfficePlan) -> Iterator[Element]:
    """Yield what kind of plan it is, its title, and what it is for."""
    pale, bright = _inks(plan)
    width = plan.paper.text_width - 2 * _INSET
    label = Ink(colour=pale, size=8)
    top = node("spacing", before=twips(_INSET), after=twips(10))
    yield text_paragraph("Caption", cover.kicker, top, ink=label)
    size = fitting_size(cover.title, _TITLES, (width * 0.9, 110))
    yield text_paragraph("Title", cover.title, ink=Ink(colour=bright, size=size))
    yield text_paragraph(
        "Subtitle", cover.subtitle, node("ind", right=twips(width * 0.3)), ink=Ink(colour=pale)
    )


def _inks(plan: OfficePlan) -> tuple[str, str]:
    """Return the colours of words on the field: the paler one, and that of the title."""
    bright, ground = plan.theme[Colour.ON_BRAND], plan.theme[Colour.BRAND]
    return hex_of(blend(bright, 0.86, ground)), hex_of(bright)


def _low(
    part: StoryPart, cover: Cover, plan: OfficePlan, place: tuple[tuple[float, ...], float]
) -> Element:
    """Return the row of who and when, and of the client's own profile where it is shown."""
    widths, height = place
    size = _details_size(cover, widths[0], height)
    lines = list(_details(cover, plan, size))
    cells = [Cell(content=lines, width=widths[0], properties=_field(plan))]
    if len(widths) > 1:
        run = _profile(part, cover, plan, (widths[1], height))
        shown = paragraph(style_key("Figure"), (run,), _air(0))
        said = _field(plan, is_inset=False)
        cells.append(Cell(content=(shown,), width=widths[1], properties=said))
    return row(cells, node("cantSplit"), node("trHeight", val=twips(height), hRule="atLeast"))


def _details(cover: Cover, plan: OfficePlan, size: float) -> Iterator[Element]:
    """Yield who made the plan for whom, and when."""
    pale, bright = _inks(plan)
    texts = list(filter(None, cover.details))
    for place, text in enumerate(texts, start=1):
        ink = Ink(colour=bright, size=size * _FIRST) if place == 1 else Ink(colour=pale, size=size)
        yield text_paragraph("Normal", text, _air(3 if place < len(texts) else _INSET), ink=ink)


def _details_size(cover: Cover, width: float, height: float) -> float:
    """Return the size at which who and when have room, the least if none has."""
    texts = list(filter(None, cover.details))
    for size in _DETAILS:
        lines = (height_of(text, size * _FIRST, width - 2 * _INSET) + 3 for text in texts)
        if sum(lines) <= height - _INSET:
            break
    return size


def _profile(part: StoryPart, cover: Cover, plan: OfficePlan, size: tuple[float, float]) -> Element:
    """Return the client's profile as an ornament."""
    wide, high = size[0], size[1] - _SPARE
    drawn = (wide * _DRAWN, high * _DRAWN)
    centre = (drawn[0] * 0.62, drawn[1] * 0.68)
    png = drawn_png(
        drawn, plan.theme, lambda pen: ornament(cover, pen, centre), dpi=_DPI, ground=Colour.BRAND
    )
    run = picture_run(part, png, wide, ("Ornament", ""))
    for shown in run.iter(
        "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    ):
        shown.append(parse_xml(DECORATIVE))
    return run
