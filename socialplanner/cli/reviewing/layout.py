"""Headings, paragraphs and tables at a terminal: no line wider than the screen, nothing cut."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from socialplanner.presentation.summary.parts import TextTable

WIDTH: Final = 80
GAP: Final = "  "
LEAST: Final = 12
"""A column of words is not made narrower than this, if it is wider by itself."""

LONG: Final = 3
"""Rows of more lines than these have room between them."""

Lines = Sequence[str]


def part_lines(title: str, *texts: str, table: TextTable | None = None) -> Iterator[str]:
    """Yield a heading, paragraphs and a table; where there is nothing to head, nothing."""
    said = [text for text in texts if text]
    has_rows = table is not None and bool(table.rows)
    if title and (said or has_rows):
        yield from ("", *_wrapped(title, WIDTH), "-" * min(len(title), WIDTH))
    for text in said:
        yield from _wrapped(text, WIDTH)
    if table is not None and has_rows:
        yield from ("", *table_lines(table, WIDTH))


def table_lines(table: TextTable, most: int) -> Iterator[str]:
    """Yield a table in columns whose words are wrapped; as records where they are too many."""
    widths = _widths(table, most)
    if sum(widths) + len(GAP) * (len(widths) - 1) > most:
        yield from _records(table, most)
        return
    rows = [_cells(row, widths) for row in table.rows]
    is_long = any(len(lines) > LONG for row in rows for lines in row)
    yield from _row(table, _cells(table.head, widths), widths)
    for place, row in enumerate(rows):
        if is_long and place:
            yield ""
        yield from _row(table, row, widths)


def _widths(table: TextTable, most: int) -> list[int]:
    """Return how wide the columns are: as their words, then narrower until a line fits."""
    columns = list(zip(table.head, *table.rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    least = [
        max(_longest_word(column[0]), *map(len, column[1:]))
        if place in table.figures
        else max(min(widths[place], LEAST), *map(_longest_word, column))
        for place, column in enumerate(columns)
    ]
    while sum(widths) + len(GAP) * (len(widths) - 1) > most:
        shrinking = [place for place, width in enumerate(widths) if width > least[place]]
        if not shrinking:
            break
        widths[max(shrinking, key=lambda place: widths[place])] -= 1
    return widths


def _longest_word(text: str) -> int:
    return max(map(len, text.split(" ")))


def _cells(row: Sequence[str], widths: Sequence[int]) -> list[Lines]:
    return [_wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]


def _row(table: TextTable, cells: Sequence[Lines], widths: Sequence[int]) -> Iterator[str]:
    for line in zip_longest(*cells, fillvalue=""):
        padded = (
            text.rjust(width) if place in table.figures else text.ljust(width)
            for place, (text, width) in enumerate(zip(line, widths, strict=True))
        )
        yield GAP.join(padded).rstrip()


def _records(table: TextTable, most: int) -> Iterator[str]:
    """Yield each row as a few lines: what it is about, and below it the rest by name."""
    head = max(map(len, table.head[1:]), default=0)
    for row in table.rows:
        yield from _wrapped(row[0], most)
        for name, cell in zip(table.head[1:], row[1:], strict=True):
            begin, below = f"  {name.ljust(head)}  ", " " * (head + 4)
            yield from _wrapped(cell, most, begin, below)


def _wrapped(text: str, most: int, begin: str = "", below: str = "") -> list[str]:
    """Return a text in lines; what belongs together stays so, and shows an ordinary space."""
    lines = textwrap.wrap(
        text, most, initial_indent=begin, subsequent_indent=below, break_on_hyphens=False
    )
    return [line.replace("\u00a0", " ").replace("\u202f", " ") for line in lines]
