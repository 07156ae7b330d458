"""The rows of one kind of table, cut down to the columns that count."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from socialplanner.domain.table_layout import TableLayout
from socialplanner.exchange.platforms.grid import Grid, GridRow, normal

HEADER_ROWS = 500
"""As many rows may stand above the headers: some tables follow that of a chart, day by day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A table that was recognised: its layout, and where the headers stand."""

    grid: Grid
    layout: TableLayout
    header: GridRow
    places: Mapping[str, int]
    above: tuple[GridRow, ...]

    def has(self, columns: Sequence[str]) -> bool:
        """Return whether all columns are there."""
        return all(normal(each) in self.places for each in columns)

    def placed(self, columns: Iterable[str]) -> dict[str, int]:
        """Return the place of each of these columns, which must be there."""
        return {each: self.places[normal(each)] for each in columns}

    def rows(self) -> Iterator[GridRow]:
        """Yield what stands below the headers and is neither blank nor a remark."""
        left, begun, rows = self.layout.rows_below, False, self.grid.rows()
        for row in rows:
            if row.line <= self.header.line:
                continue
            if row.is_blank:
                if begun and self.layout.ends_at_blank:
                    return
            elif left:
                left -= 1
            elif not _is_remark(row):
                begun = True
                yield row


def header_places(row: GridRow) -> dict[str, int]:
    """Return the place of each header by its normal form; of two alike the first counts."""
    places: dict[str, int] = {}
    for place, cell in enumerate(row.cells):
        if isinstance(cell, str) and cell:
            places.setdefault(normal(cell), place)
    return places


def first_rows(grid: Grid) -> list[GridRow]:
    """Return the rows among which the headers are."""
    return [row for row, _ in zip(grid.rows(), range(HEADER_ROWS), strict=False)]


def _is_remark(row: GridRow) -> bool:
    first = row.cell(0)
    return isinstance(first, str) and first.startswith("#")
