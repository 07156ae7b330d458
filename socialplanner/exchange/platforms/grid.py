"""A table of cells as it stands in a file, bounded in every direction."""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from socialplanner.errors import UserError

LARGEST_FILE = 20_000_000
MOST_ROWS = 100_000
MOST_COLUMNS = 200
MOST_CELLS = 2_000_000
LONGEST_CELL = 100_000
"""A post may have 63,206 characters on Facebook; nothing that is longer is a cell of a table."""

LONGEST_KEPT = 500
"""No date, number or header is longer: so much of each cell is looked at, unless all is wanted."""

NOT_RECKONED = "=?"
"""What stands for a formula whose result the program that saved the file did not keep."""

REMEMBERED = 10_000
"""The same few days, marks and numbers stand in many cells."""

_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))

Cell = str | float | date
"""What stands in a cell: text as it is written, or a number or day the file knows as such."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row and the line of the file, or row of the sheet, in which it begins."""

    line: int
    cells: tuple[Cell, ...]

    @property
    def is_blank(self) -> bool:
        """Return whether nothing stands in the row."""
        return not any(each != "" for each in self.cells)

    def cell(self, place: int) -> Cell:
        """Return a cell, empty where the row is shorter."""
        return self.cells[place] if place < len(self.cells) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """One way to see a file as a table; `rows` reads it from its beginning each time.

    `name` is the name of the file, `label` says how it was read: encoding, sign, sheet.
    """

    name: str
    label: str
    source: Callable[[], Iterator[GridRow]]

    def rows(self) -> Iterator[GridRow]:
        """Yield the rows, or raise UserError where there are more than a table may have."""
        cells = 0
        for count, row in enumerate(self.source(), start=1):
            trimmed = _trimmed(row)
            cells += len(trimmed.cells)
            if count > MOST_ROWS:
                raise unreadable(self.name, f"it has more than {MOST_ROWS:,} rows", _SHORTER)
            if len(trimmed.cells) > MOST_COLUMNS:
                where = f"line {row.line:,} has more than {MOST_COLUMNS} columns"
                raise unreadable(self.name, where, "Export fewer columns")
            if cells > MOST_CELLS:
                raise unreadable(self.name, f"it has more than {MOST_CELLS:,} cells", _SHORTER)
            yield trimmed


_SHORTER = "Export a shorter time"


def unreadable(name: str, reason: str, remedy: str) -> UserError:
    """Return the refusal of a whole file, with why and what to do."""
    return UserError(f"{name} cannot be taken in: {reason}. {remedy}; nothing was changed.")


@lru_cache(maxsize=REMEMBERED)
def normal(text: object) -> str:
    """Return a header or mark as it is compared: case, spaces and kinds of dash do not count."""
    plain = unicodedata.normalize("NFKC", str(text)[:LONGEST_KEPT]).translate(_DASHES)
    return " ".join(plain.replace("\ufeff", "").split()).casefold()


def _trimmed(row: GridRow) -> GridRow:
    """Return a row without the empty cells at its end."""
    end = len(row.cells)
    while end and row.cells[end - 1] == "":
        end -= 1
    return GridRow(row.line, row.cells[:end])
