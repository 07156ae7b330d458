"""Make rows of what stands in a sheet, cell by cell."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from math import isfinite

from socialplanner.exchange.platforms.grid import MOST_COLUMNS, NOT_RECKONED, Cell, GridRow
from socialplanner.exchange.platforms.xlsx_styles import Styles

_LETTERS = re.compile(r"[A-Z]{1,3}")
_BEYOND = MOST_COLUMNS
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_DAY_ZERO = date(1899, 12, 30)
_DAY_ZERO_1904 = date(1904, 1, 1)
_LAST_SERIAL = 400_000
_FIRST_SERIAL = 61
"""Before this Excel counts a day that never was; no platform is so old."""

_TEXTS = frozenset({"v", "t"})
_LONGEST_TIME = 10_000
_MINUTES_A_DAY = 1440


@lru_cache(maxsize=1_000)
def _column(letters: str) -> int:
    """Return the place of a column, counted from 0; one beyond all where there is none such."""
    if not _LETTERS.fullmatch(letters):
        return _BEYOND
    place = 0
    for letter in letters:
        place = 26 * place + ord(letter) - ord("A") + 1
    return place - 1


class SheetReader:
    """Takes the elements of a sheet and gives rows.

    Cells beyond the last column mark one more; rows that are left out, being empty, are one
    empty row.
    """

    def __init__(self, *, strings: Sequence[str], styles: Styles, is_1904: bool, keep: int) -> None:
        """Begin before the first row; so many characters of each text are kept."""
        self._strings, self._styles, self._keep = strings, styles, keep
        self._zero = _DAY_ZERO_1904 if is_1904 else _DAY_ZERO
        self._rows: list[GridRow] = []
        self._line = 0
        self._cells: list[Cell] = []
        self._cell: dict[str, str] = {}
        self._pieces: list[str] = []
        self._takes_text = False
        self._is_aloud = False
        self._is_formula = False

    def taken(self) -> list[GridRow]:
        """Return the rows that are whole, each once."""
        rows, self._rows = self._rows, []
        return rows

    def start(self, tag: str, values: dict[str, str]) -> None:
        """Note where a row or a cell begins."""
        if tag == "c":
            self._cell = values
            self._pieces.clear()
            self._is_formula = False
        elif tag == "f":
            self._is_formula = True
        elif tag in _TEXTS:
            self._takes_text = not self._is_aloud
        elif tag == "row":
            said = values.get("r", "")
            is_sound = said.isascii() and said.isdigit() and len(said) < len("10000000")
            before, self._line = self._line, int(said) if is_sound else self._line + 1
            if self._line > before + 1:
                self._rows.append(GridRow(before + 1, ()))
            self._cells = []
        elif tag == "rPh":
            self._is_aloud = True

    def text(self, piece: str) -> None:
        """Note what stands in a cell."""
        if self._takes_text:
            self._pieces.append(piece)

    def end(self, tag: str) -> None:
        """Note that a cell or a row is whole."""
        if tag in _TEXTS:
            self._takes_text = False
        elif tag == "c":
            self._put(self._value("".join(self._pieces)))
        elif tag == "row":
            self._rows.append(GridRow(self._line, tuple(self._cells)))
        elif tag == "rPh":
            self._is_aloud = False

    def _put(self, value: Cell) -> None:
        """Put a value into its column; those before it that are left out are empty."""
        place = min(self._place(), MOST_COLUMNS)
        if place < len(self._cells):
            return
        self._cells.extend([""] * (place - len(self._cells)))
        self._cells.append(value)

    def _place(self) -> int:
        """Return the column of the cell in hand, the next one where it does not say."""
        letters = self._cell.get("r", "").rstrip("0123456789")
        return _column(letters) if letters else len(self._cells)

    def _value(self, text: str) -> Cell:
        """Return what a cell holds: a text, a number, or the day it stands for."""
        kind = self._cell.get("t", "n")
        if kind == "s":
            is_place = text.isascii() and text.isdigit() and len(text) < len("10000000")
            place = int(text) if is_place else len(self._strings)
            return self._strings[place].strip() if place < len(self._strings) else ""
        if kind == "n" and not text and self._is_formula:
            return NOT_RECKONED
        if kind != "n" or not _NUMBER.fullmatch(text):
            return text[: self._keep].strip()
        number = float(text)
        return self._shown(number) if isfinite(number) else text[: self._keep]

    def _shown(self, number: float) -> Cell:
        """Return a number as what its style shows: a day, a time of day as text, or itself."""
        said = self._cell.get("s", "")
        style = int(said[:6]) if said.isascii() and said.isdigit() else -1
        if style in self._styles.days and _FIRST_SERIAL <= number <= _LAST_SERIAL:
            return self._zero + timedelta(days=int(number))
        if style in self._styles.times and 0 <= number <= _LONGEST_TIME:
            hours, minutes = divmod(round(number * _MINUTES_A_DAY), 60)
            return f"{hours}:{minutes:02}"
        return number
