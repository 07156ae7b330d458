"""Recognise a table by its headers, or say what it has where nobody knows it."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from socialplanner.domain.table_layout import TableLayout
from socialplanner.exchange.platforms.columns import (
    Found,
    first_rows,
    fits,
    header_places,
    line_above,
)
from socialplanner.exchange.platforms.date_text import day_readings
from socialplanner.exchange.platforms.grid import Cell, Grid, GridRow, normal
from socialplanner.exchange.platforms.number_text import number_readings

SAMPLE_ROWS = 30
LEAST_COLUMNS = 2
MOSTLY = 0.6
_NAMES = re.compile(r"(?:^|[\s_-])ids?$", re.IGNORECASE)
"""Numbers under such a header are names of things, and count nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """What an unknown table seems to be: columns by their headers, and what they may count.

    `kpis` are proposals: columns of the same header count that KPI on a platform we know. `above`
    is the line above the headers, "" where there is none.
    """

    grid: Grid
    header: GridRow
    headers: tuple[str, ...]
    dates: tuple[str, ...]
    numbers: tuple[str, ...]
    kpis: tuple[tuple[str, str], ...]
    above: str = ""


def recognised(grids: Iterable[Grid], layouts: Sequence[TableLayout]) -> Found | None:
    """Return the table with the layout that asks for most headers, None where none fits.

    A table that can be used comes before one of which something else is to be taken instead.
    """
    fitting = (found for grid in grids for found in _fitting(grid, first_rows(grid), layouts))
    return max(
        fitting, key=lambda each: (not each.layout.instead, len(each.layout.headers)), default=None
    )


def _fitting(
    grid: Grid, rows: Sequence[GridRow], layouts: Sequence[TableLayout]
) -> Iterator[Found]:
    """Yield each layout with the first row that has all of its headers."""
    placed = [(number, row, header_places(row)) for number, row in enumerate(rows)]
    for layout in layouts:
        hit = next((each for each in placed if fits(layout, each[2], rows[: each[0]])), None)
        if hit is not None:
            number, row, places = hit
            above = tuple(rows[:number])
            yield Found(grid=grid, layout=layout, header=row, places=places, above=above)


def guessed(grids: Iterable[Grid], layouts: Sequence[TableLayout]) -> Guess | None:
    """Return what an unknown table seems to be; None where there is no table at all."""
    guesses = [guess for grid in grids if (guess := _guess(grid, layouts))]
    return max(guesses, key=lambda each: len(each.headers), default=None)


def _guess(grid: Grid, layouts: Sequence[TableLayout]) -> Guess | None:
    rows = [row for row in first_rows(grid) if not row.is_blank]
    headers = next((row for row in rows if _is_header(row)), None)
    if headers is None:
        return None
    below = [row for row in rows if row.line > headers.line][:SAMPLE_ROWS]
    names = [str(each) for each in headers.cells]
    columns = [
        (name, [row.cell(place) for row in below]) for place, name in enumerate(names) if name
    ]
    dates = tuple(name for name, cells in columns if _share(cells, _is_day) > MOSTLY)
    numbers = tuple(
        name
        for name, cells in columns
        if name not in dates and not _NAMES.search(name) and _share(cells, _is_number) > MOSTLY
    )
    return Guess(
        grid=grid,
        header=headers,
        headers=tuple(dict.fromkeys(name for name, _ in columns)),
        dates=dates,
        numbers=numbers,
        kpis=tuple(_proposed(numbers, layouts)),
        above=line_above([row for row in rows if row.line < headers.line]),
    )


def _is_header(row: GridRow) -> bool:
    """Return whether a row can name columns: several different texts, none a number or a day."""
    texts = [each for each in row.cells if each != ""]
    if len(set(texts)) < LEAST_COLUMNS:
        return False
    return not any(_is_number(each) or _is_day(each) for each in texts)


def _share(cells: Collection[Cell], fits: Callable[[Cell], bool]) -> float:
    given = [each for each in cells if each != ""]
    return sum(map(fits, given)) / len(given) if given else 0.0


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, float) or (isinstance(cell, str) and bool(number_readings(cell)))


def _is_day(cell: Cell) -> bool:
    return isinstance(cell, date) or (isinstance(cell, str) and bool(day_readings(cell)))


def _proposed(numbers: Iterable[str], layouts: Sequence[TableLayout]) -> Iterator[tuple[str, str]]:
    """Yield the KPI that a column of this header alone makes on a platform we know."""
    known = {
        normal(measure.columns[0]): measure.kpi
        for layout in layouts
        if layout.above is None
        for measure in layout.measures
        if len(measure.used) == 1 and measure.only is None
    }
    for name in numbers:
        if normal(name) in known:
            yield name, known[normal(name)]
