"""The tables of the Word document: grids of words, key figures, and things beside one another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, assert_never

from socialplanner.presentation.scenes.shapes import Colour
from socialplanner.presentation.summary.parts import KeyFigure
from socialplanner.report import content as c
from socialplanner.report.office_file import hex_of
from socialplanner.report.styles import Theme
from socialplanner.report.word.elements import (
    STRONG,
    Element,
    Ink,
    field,
    node,
    paragraph,
    runs,
    text_paragraph,
    twips,
)
from socialplanner.report.word.looks import SMALL, style_key
from socialplanner.report.word.styles import CELL_GAP, TABLE
from socialplanner.report.word.tick_box import tick_box

_LONGEST_WHOLE: Final = 1_200
"""A row with more characters than this may go on on the next page."""

_BETWEEN: Final = 16.0
_WHOLE: Final = 6
"""A table of at most so many rows stays on one page where it can."""

_UNSAFE: Final = frozenset('"\\ ')
_INKS: Final = {
    c.CellLook.STRONG: "Strong",
    c.CellLook.MUTED: "Muted",
    c.CellLook.NUMBER: "Accent",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell: its paragraphs, its width in points, and what else is said of it."""

    content: Sequence[Element]
    width: float
    properties: Sequence[Element] = ()


def table(
    rows: Sequence[Element], widths: Sequence[float], *, style: str = "", has_head: bool = False
) -> Element:
    """Return a table of rows whose columns keep their widths."""
    said = [node("tblStyle", val=style)] if style else []
    said.append(node("bidiVisual", val=0))
    said += [node("tblW", w=twips(sum(widths)), type="dxa"), node("tblLayout", type="fixed")]
    if not style:
        sides = ("top", "left", "bottom", "right")
        said.append(node("tblCellMar", *(node(side, w=0, type="dxa") for side in sides)))
    look = {"firstRow": int(has_head), "lastRow": 0, "firstColumn": 0, "lastColumn": 0}
    said.append(node("tblLook", val="0020" if has_head else "0000", **look, noHBand=1, noVBand=1))
    columns = node("tblGrid", *(node("gridCol", w=twips(width)) for width in widths))
    return node("tbl", node("tblPr", *said), columns, *rows)


def row(cells: Sequence[Cell], *properties: Element) -> Element:
    """Return a row of a table."""
    made = node("tr", *((node("trPr", *properties),) if properties else ()))
    for cell in cells:
        said = node("tcPr", node("tcW", w=twips(cell.width), type="dxa"), *cell.properties)
        made.append(node("tc", said, *(cell.content or (paragraph("Normal"),))))
    return made


def grid(said: c.Grid, width: float) -> Element:
    """Return a table of words: its head stands again on every page, rows are not torn apart."""
    widths = _widths(said.columns, width)
    small = SMALL if said.is_small else ""
    together = len(said.rows) - 1 if len(said.rows) <= _WHOLE else 0
    rows = [
        _grid_row(each, said.columns, (widths, small), is_kept=place < together)
        for place, each in enumerate(said.rows)
    ]
    has_head = any(column.title for column in said.columns)
    if has_head:
        rows.insert(0, _head(said.columns, widths, small))
    return table(rows, widths, style=TABLE, has_head=has_head)


def _widths(columns: Sequence[c.Column], width: float) -> list[float]:
    """Return the widths of columns: what is fixed, and shares of what is left."""
    gaps = [CELL_GAP] * (len(columns) - 1) + [0.0]
    fixed = sum(column.fixed + gap for column, gap in zip(columns, gaps, strict=True))
    weights = sum(column.weight for column in columns if not column.fixed)
    share = max(0.0, width - fixed) / weights if weights else 0.0
    return [
        (column.fixed or column.weight * share) + gap
        for column, gap in zip(columns, gaps, strict=True)
    ]


def _head(columns: Sequence[c.Column], widths: Sequence[float], small: str) -> Element:
    style = style_key(f"Table Head{small}")
    cells = [
        Cell(content=(text_paragraph(style, column.title, *_side(column)),), width=width)
        for column, width in zip(columns, widths, strict=True)
    ]
    return row(cells, node("cantSplit"), node("tblHeader"))


def _grid_row(
    cells: Sequence[c.CellContent],
    columns: Sequence[c.Column],
    form: tuple[Sequence[float], str],
    *,
    is_kept: bool,
) -> Element:
    """Return a row in the form of its table: widths, and what ends the names of its styles."""
    widths, small = form
    made = [
        Cell(content=_words(cell, column, small, is_kept=is_kept), width=width)
        for cell, column, width in zip(cells, columns, widths, strict=True)
    ]
    length = max((len(cell) for cell in cells if isinstance(cell, str)), default=0)
    return row(made, *((node("cantSplit"),) if length <= _LONGEST_WHOLE else ()))


def _words(cell: c.CellContent, column: c.Column, small: str, *, is_kept: bool) -> list[Element]:
    style = style_key(f"Table Text{small}")
    said = [*_side(column), *((node("keepNext"),) if is_kept else ())]
    match cell:
        case str():
            ink = Ink(character_style=_INKS.get(column.look, ""))
            return [text_paragraph(style, cell, *said, ink=ink)]
        case c.Strong():
            return [text_paragraph(style, cell.text, *said, ink=STRONG)]
        case c.Address():
            return [paragraph(style, link(cell), *said)]
        case c.Ticks():
            return [tick_box(style_key(f"Tick Box{small}"), item) for item in cell.items]
        case _:
            assert_never(cell)


def _side(column: c.Column) -> tuple[Element, ...]:
    """Return that figures stand at the right."""
    return (node("jc", val="right"),) if column.look is c.CellLook.FIGURE else ()


def link(said: c.Address) -> list[Element]:
    """Return an address of the catalogue's that leads there; one that is unsafe is only shown."""
    if _UNSAFE.intersection(said.address):
        return list(runs(said.text))
    shown = runs(said.text, Ink(character_style="Hyperlink"))
    return field(f'HYPERLINK "{said.address}"', shown)


def key_figures(figures: Sequence[KeyFigure], width: float, theme: Theme) -> Element:
    """Return key figures in a row, each below a rule; the first rule is the accent."""
    count = max(1, len(figures))
    share = (width - _BETWEEN * (count - 1)) / count
    cells: list[Cell] = []
    for place, one in enumerate(figures):
        texts = (("Key Figure", one.value), ("Key Label", one.label), ("Key Note", one.note))
        lines = [text_paragraph(style_key(name), text) for name, text in texts if text]
        colour = hex_of(theme[Colour.BRAND if place else Colour.ACCENT])
        rule = node("tcBorders", node("top", val="single", sz=14, space=0, color=colour))
        if place:
            cells.append(Cell(content=(), width=_BETWEEN))
        cells.append(Cell(content=lines, width=share, properties=(rule,)))
    return table([row(cells, node("cantSplit"))], [cell.width for cell in cells])


def beside(left: Cell, right: Cell) -> Element:
    """Return two pieces beside one another, apart as far as the first is wider than its words."""
    return table([row((left, right))], (left.width, right.width))
