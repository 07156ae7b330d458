"""Open a table: it is known by its headers, or one is told what stands in it."""

from collections.abc import Sequence

from socialplanner.domain.table_layout import TableLayout
from socialplanner.errors import UserError
from socialplanner.exchange.platforms.columns import Found, first_rows
from socialplanner.exchange.platforms.grid import Grid, unreadable
from socialplanner.exchange.platforms.recognition import Guess, guessed, recognised
from socialplanner.exchange.platforms.table_file import grids

_EXPORT_AGAIN = "Choose a table with headers that the platform exported"


def opened_table(data: bytes, name: str, layouts: Sequence[TableLayout]) -> Found | Guess:
    """Return a table with its layout, or what an unknown one seems to be.

    Raise UserError for what is no table, or larger than tables may be.
    """
    usable, troubles = _usable(grids(data, name))
    found = recognised(usable, layouts) or guessed(usable, layouts)
    if found is not None:
        return found
    if troubles:
        raise troubles[0]
    raise unreadable(name, "no row in it looks like headers above figures", _EXPORT_AGAIN)


def with_layout(table: Found | Guess, layout: TableLayout) -> Found | None:
    """Return a table with another layout than it was opened with; None where it does not fit."""
    return recognised([table.grid], [layout])


def _usable(found: Sequence[Grid]) -> tuple[list[Grid], list[UserError]]:
    """Return the ways to see a file that lead somewhere, and what is wrong with the others.

    With another sign between its cells, a cell may have no end.
    """
    usable: list[Grid] = []
    troubles: list[UserError] = []
    for grid in found:
        try:
            first_rows(grid)
        except UserError as error:
            troubles.append(error)
        else:
            usable.append(grid)
    return usable, troubles
