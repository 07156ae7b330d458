"""The rows of one kind of table, cut down to the columns that count."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from socialplanner.domain.table_layout import TableLayout
from socialplanner.exchange.platforms.grid import Grid, GridRow, normal

_DIGITS = re.compile(r"\d+")
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


def line_above(rows: Sequence[GridRow]) -> str:
    """Return what stands alone in the last line above the headers: the name of a figure, perhaps.

    Blank lines and remarks are passed over.
    """
    for row in reversed(rows):
        if row.is_blank or _is_remark(row):
            continue
        texts = [each for each in row.cells if each != ""]
        is_alone = len(texts) == 1 and isinstance(texts[0], str)
        return " ".join(str(texts[0]).split()) if is_alone else ""
    return ""


def fits(layout: TableLayout, places: Mapping[str, int], above: Sequence[GridRow]) -> bool:
    """Return whether headers are those of a layout, and the line above them as well.

    The days that may stand in that line are others each time.
    """
    wanted, there = _normals(layout.headers), places.keys()
    if not wanted <= there or _normals(layout.without) & there:
        return False
    if layout.beside and not there <= wanted | _normals(layout.beside):
        return False
    return layout.above is None or _plain(layout.above) == _plain(line_above(above))


def _normals(headers: Iterable[str]) -> set[str]:
    return {normal(each) for each in headers}


def _plain(line: str) -> str:
    return normal(_DIGITS.sub("", line))


def first_rows(grid: Grid) -> list[GridRow]:
    """Return the rows among which the headers are."""
    return [row for row, _ in zip(grid.rows(), range(HEADER_ROWS), strict=False)]


def _is_remark(row: GridRow) -> bool:
    first = row.cell(0)
    return isinstance(first, str) and first.startswith("#")
