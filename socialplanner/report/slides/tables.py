"""Tables of words on slides: no boxes, a rule below the head, thin ones between rows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.table import _Cell
from pptx.util import Pt

from socialplanner.report.office_fit import Face, height_of
from socialplanner.report.slides.places import Box, Type
from socialplanner.report.slides.slate import Slate, Words, describe

_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_SIZES: Final = (13.0, 12.0, 11.0, 10.0, 9.0)
_PADDING: Final = 4.0
_GAP: Final = 8.0
_HEAD: Final = "folHlink"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its title, its share of the width, and whether it holds figures."""

    title: str
    weight: float
    is_figure: bool = False


Row = tuple[tuple[str, ...], bool]
"""The words of a row, and whether they are strong."""


def table(
    slate: Slate, name: str, columns: Sequence[Column], rows: Sequence[Row], box: Box
) -> None:
    """Show a table in the largest letters in which it fits into a place."""
    whole = sum(column.weight for column in columns)
    widths = [box.width * column.weight / whole for column in columns]
    head: Row = (tuple(column.title for column in columns), True)
    size, heights = _fitting((head, *rows), widths, box.height)
    sides = (Pt(side) for side in (box.left, box.top, box.width, sum(heights)))
    frame = slate.shapes.add_table(len(rows) + 1, len(columns), *sides)
    made = frame.table
    made._tbl.tblPr.find("{*}tableStyleId").text = _STYLE  # noqa: SLF001 - it has no other door
    made.horz_banding = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Pt(width)
    for place, ((texts, is_strong), height) in enumerate(zip((head, *rows), heights, strict=True)):
        made.rows[place].height = Pt(height)
        look = Type(size=size, colour="tx1" if place else _HEAD, is_bold=is_strong)
        for index, (text, column) in enumerate(zip(texts, columns, strict=True)):
            shown = replace(look, side="r") if column.is_figure else look
            _fill(slate, made.cell(place, index), Words(text=text, look=shown), is_head=not place)
    describe(frame, name, f"{name}: {', '.join(column.title for column in columns)}.")


def _fitting(
    rows: Sequence[Row], widths: Sequence[float], room: float
) -> tuple[float, list[float]]:
    """Return the largest size at which all rows have room, and how high they are then."""
    for size in _SIZES:
        if sum(_height(row, widths, size, at_worst=True) for row in rows) <= room:
            break
    return size, [_height(row, widths, size) for row in rows]


def _height(row: Row, widths: Sequence[float], size: float, *, at_worst: bool = False) -> float:
    texts, is_strong = row
    lines = (
        height_of(text, size, width - _GAP, Face(is_bold=is_strong), at_worst=at_worst)
        for text, width in zip(texts, widths, strict=True)
    )
    return max(lines) + 2 * _PADDING


def _fill(slate: Slate, cell: _Cell, words: Words, *, is_head: bool) -> None:
    cell.margin_left, cell.margin_right = Pt(0), Pt(_GAP)
    cell.margin_top = cell.margin_bottom = Pt(_PADDING)
    slate.paragraph(cell.text_frame.paragraphs[0], words)
    width, colour = (12700, "tx2") if is_head else (6350, "accent3")
    rule = parse_xml(
        f'<a:lnB {nsdecls("a")} w="{width}"><a:solidFill><a:schemeClr val="{colour}"/>'
        "</a:solidFill></a:lnB>"
    )
    cell._tc.get_or_add_tcPr().insert(0, rule)  # noqa: SLF001 - borders have no other door
