"""Tables of words, with columns as wide as their text asks for."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from socialplanner.presentation.summary.parts import TextTable
from socialplanner.report import components as c
from socialplanner.report import styles

_SMALL: Final = 7.5
_ROOMY: Final = 4.5
_TIGHT: Final = 2.5


def text_table(
    table: TextTable, widths: Sequence[float], *, strong: Sequence[int] = (), small: bool = False
) -> c.Block:
    """Return a table; a width from 10 on is points, below it a share of what is left."""
    columns = []
    for place, (title, width) in enumerate(zip(table.head, widths, strict=True)):
        style = styles.CELL_FIGURE if place in table.figures else styles.CELL
        if place in strong:
            style = styles.CELL_STRONG
        if small:
            style = replace(style, size=_SMALL, leading=10.25)
        fixed = width if width >= 10 else 0.0  # noqa: PLR2004 - no column is under 10 points
        columns.append(
            c.Column(title=title, fixed=fixed, weight=0.0 if fixed else width, style=style)
        )
    return c.table(columns, table.rows, padding=_TIGHT if small else _ROOMY)
