"""Tables of words as grids, with columns as wide as their text asks for."""

from collections.abc import Sequence
from typing import Final

from socialplanner.presentation.summary.parts import TextTable
from socialplanner.report.content import CellLook, Column, Grid

SMALLEST_FIXED: Final = 10
"""A width of a text table from here on is points, below it a share of what is left."""


def text_table(
    table: TextTable, widths: Sequence[float], *, strong: Sequence[int] = (), small: bool = False
) -> Grid:
    """Return a table of words as a grid."""
    columns = []
    for place, (title, width) in enumerate(zip(table.head, widths, strict=True)):
        look = CellLook.FIGURE if place in table.figures else CellLook.PLAIN
        if place in strong:
            look = CellLook.STRONG
        fixed = width if width >= SMALLEST_FIXED else 0.0
        columns.append(Column(title=title, fixed=fixed, weight=0.0 if fixed else width, look=look))
    return Grid(columns=tuple(columns), rows=table.rows, is_small=small)
