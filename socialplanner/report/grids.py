"""Tables of a page, ready to use: give columns and rows, get a block."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from socialplanner.presentation.scenes.shapes import Colour
from socialplanner.report import styles
from socialplanner.report.blocks import Block
from socialplanner.report.columns import Cell, Columns, Table
from socialplanner.report.styles import Style
from socialplanner.report.tags import Role, Tag
from socialplanner.report.text import plain

_ROW_PADDING: Final = 4.5
_ROW_WHOLE_BELOW: Final = 180.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A table column; `fixed` is in points, otherwise `weight` shares what is left."""

    title: str
    fixed: float = 0.0
    weight: float = 1.0
    style: Style = styles.CELL

    @property
    def head_style(self) -> Style:
        """Return the style of its head, which stands where its cells stand."""
        return replace(styles.CELL_HEAD, align=self.style.align)


def table(
    columns: Sequence[Column],
    rows: Sequence[Sequence[str | Block]],
    *,
    padding: float = _ROW_PADDING,
) -> Table:
    """Return a table without boxes: a strong rule under the head, hairlines between rows."""
    head = Columns(
        cells=tuple(
            replace(_cell(column, column.title, column.head_style), tag=Tag(Role.HEAD_CELL))
            for column in columns
        ),
        padding=4,
        rule=Colour.BRAND_TEXT,
        thickness=0.8,
        tag=Tag(Role.ROW),
    )
    body_rows = tuple(_row(columns, row, padding) for row in rows)
    return Table(head=head, rows=body_rows, after=14, tag=Tag(Role.TABLE))


def _row(columns: Sequence[Column], row: Sequence[str | Block], padding: float) -> Columns:
    return Columns(
        cells=tuple(
            _cell(column, value, column.style) for column, value in zip(columns, row, strict=True)
        ),
        padding=padding,
        rule=Colour.RULE,
        whole_below=_ROW_WHOLE_BELOW,
        tag=Tag(Role.ROW),
    )


def _cell(column: Column, value: str | Block, style: Style) -> Cell:
    block = plain(value, style) if isinstance(value, str) else value
    return Cell(stack=(block,), fixed=column.fixed, weight=column.weight, tag=Tag(Role.CELL))
