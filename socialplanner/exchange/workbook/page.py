"""One sheet, written from top to bottom."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Any, Final
from unicodedata import east_asian_width

from xlsxwriter.utility import xl_rowcol_to_cell

from socialplanner.exchange.workbook import look as looks
from socialplanner.exchange.workbook.look import Look

if TYPE_CHECKING:
    from socialplanner.exchange.workbook.book import Book, Value
    from socialplanner.presentation.summary.parts import Statement, TextTable

LINE: Final = 13.5
"""Points from line to line of ten-point letters."""

PIXELS: Final = 9.0
"""Of one character of a column's width where the usual letters are lacking; else seven."""

ROOM: Final = {False: 690.0, True: 950.0}
"""Pixels across a page of either paper, upright and across."""

LEAST_SCALE: Final = 35

LETTER: Final = 0.84
"""Of the width of a digit in the usual letters: what a letter of our text takes, with some room."""

_NUMBER: Final = re.compile("[\u2212-]?[0-9,]{1,15}([.][0-9]{1,6})?")

Result = float | str
"""What a formula comes to; "" where it shows nothing."""


@dataclass(slots=True, kw_only=True)
class Page:
    """A sheet, its columns' widths in characters, and the row that is written next."""

    book: "Book"
    sheet: Any
    name: str
    widths: Sequence[float]
    is_wide: bool = False
    row: int = 0
    lines: int = 1

    def put(self, column: int, value: "Value", look: Look = looks.CELL) -> None:
        """Write a value into a column of the row that is written next."""
        self.book.write(self.sheet, (self.row, column), value, look)
        if isinstance(value, str) and look.is_wrapped and column < len(self.widths):
            self.lines = max(self.lines, lines(value, self.widths[column] - 2))

    def formula(self, column: int, text: str, result: Result, look: Look) -> None:
        """Write a formula of ours with what it comes to; no person's text is ever in it."""
        self.sheet.write_formula(self.row, column, text, self.book.format(look), result)

    def next(self, rows: int = 1) -> None:
        """Go on below; what was written is as high as its longest text."""
        if self.lines > 1:
            self.sheet.set_row(self.row, min(LINE * self.lines + 3, MOST_HEIGHT))
        self.row += rows
        self.lines = 1

    def across(self, text: str, look: Look = looks.PROSE) -> None:
        """Write a text over the whole width, as high as it needs to be; nothing for no text."""
        if not text:
            return
        count = lines(text, sum(self.widths) * 10 / look.size)
        last = len(self.widths) - 1
        if last:
            self.sheet.merge_range(self.row, 0, self.row, last, None, self.book.format(look))
        self.book.write(self.sheet, (self.row, 0), text, look)
        self.sheet.set_row(self.row, min(LINE * count * look.size / 10 + 4, MOST_HEIGHT))
        self.row += 1

    def explain(self, text: str, look: Look = looks.MUTED) -> None:
        """Write what explains, unless the reader wants findings alone."""
        if not self.book.is_brief:
            self.across(text, look)

    def heading(self, text: str) -> None:
        """Write a heading with room above it."""
        self.next()
        self.put(0, text, looks.HEADING)
        self.sheet.set_row(self.row, 22)
        self.next()

    def head(self, names: Sequence[str], figures: Sequence[int] = ()) -> None:
        """Write the head of a table."""
        for column, name in enumerate(names):
            self.put(column, name, looks.HEAD_RIGHT if column in figures else looks.HEAD)
        self.next()

    def line(self, values: Sequence["Value"], shapes: Sequence[Look] = ()) -> None:
        """Write a row of a table; columns without a look of their own are plain."""
        for column, value in enumerate(values):
            self.put(column, value, shapes[column] if column < len(shapes) else looks.CELL)
        self.next()

    def table(self, words: "TextTable") -> None:
        """Write a table of words; its last column reaches to the edge of the print."""
        self.head(words.head, tuple(words.figures))
        self._reach(self.row - 1, len(words.head), looks.HEAD)
        for row in words.rows:
            for column, text in enumerate(row):
                is_figure = column in words.figures
                self.put(column, *(_figure(text) if is_figure else (text, looks.CELL)))
            self.next()
            self._reach(self.row - 1, len(row), looks.CELL)

    def _reach(self, row: int, columns: int, look: Look) -> None:
        """Go on with the look of a row to the edge of the print."""
        for column in range(columns, len(self.widths)):
            self.sheet.write_blank(row, column, None, self.book.format(look))

    def statements(self, said: Sequence["Statement"]) -> None:
        """Write sentences to remember, each over what bears it out."""
        for each in said:
            self.across(each.title, looks.LEAD)
            self.across(each.text)

    def scale(self, *columns: Sequence[float]) -> None:
        """Print at the scale at which each group of columns fits a page; breaks then hold."""
        room = ROOM[self.is_wide]
        fits = min(room / (PIXELS * sum(group)) for group in columns)
        self.sheet.set_print_scale(max(LEAST_SCALE, min(100, int(100 * fits))))

    def at(self, column: int, row: int | None = None) -> str:
        """Return the name of a cell, for a formula."""
        return str(xl_rowcol_to_cell(self.row if row is None else row, column))

    def fixed(self, column: int, rows: range) -> str:
        """Return some rows of a column as charts want them named."""
        corners = (self.at(column, rows[0]), self.at(column, rows[-1]))
        return ":".join(re.sub("([A-Z]+)", r"$\1$", corner) for corner in corners)

    def span(self, column: int, rows: range) -> str:
        """Return the name of some rows of a column, for a formula."""
        return f"{self.at(column, rows[0])}:{self.at(column, rows[-1])}"


MOST_HEIGHT: Final = 400.0
"""Points; a spreadsheet takes no row of 410 or more."""


def _figure(text: str) -> "tuple[Value, Look]":
    """Return a number of ours that stands in words as a number, with the same digits."""
    if not _NUMBER.fullmatch(text):
        return text, Look(align="right")
    value = float(text.replace(",", "").replace("\u2212", "-"))
    return value, looks.number("#,##0" if value % 1 == 0 else looks.PLAIN)


def lines(text: str, width: float) -> int:
    """Return about how many lines a text fills in a width in characters."""
    return sum(max(1, ceil(LETTER * _letters(part) / width)) for part in text.split("\n"))


def _letters(text: str) -> int:
    """Return how many letters wide a text is; some scripts have letters twice as wide."""
    if text.isascii():
        return len(text)
    return len(text) + sum(east_asian_width(each) in "WF" for each in text)


def open_page(
    book: "Book", name: str, widths: Sequence[float], *, title: str = "", is_wide: bool = False
) -> Page:
    """Return a new sheet with its title."""
    sheet = book.sheet(name, is_wide=is_wide)
    made = Page(book=book, sheet=sheet, name=name, widths=widths, is_wide=is_wide)
    for column, width in enumerate(widths):
        made.sheet.set_column(column, column, width)
    made.put(0, title or name, looks.TITLE)
    made.sheet.set_row(0, 28)
    made.next()
    return made
