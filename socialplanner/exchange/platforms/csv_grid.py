"""Read text tables: in four encodings, with commas, semicolons or tabs between the cells."""

import csv
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from io import StringIO

from socialplanner.exchange.platforms.grid import (
    LONGEST_CELL,
    LONGEST_KEPT,
    Grid,
    GridRow,
    unreadable,
)

LONGEST_LINE = 1_000_000
DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs"}
_SAID = "sep="
_BOMS = (
    (BOM_UTF8, "utf-8-sig", "UTF-8"),
    (BOM_UTF16_LE, "utf-16", "UTF-16"),
    (BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_FIRST_BYTES = 2_000


def csv_grids(data: bytes, name: str) -> tuple[Grid, ...]:
    """Return the table of a text file, once for each sign that may stand between its cells.

    Of each text so much is kept as a date, number or header may have.
    """
    text, encoding = _decoded(data, name)
    if "\0" in text:
        raise unreadable(name, "it holds NUL characters, as no text does", _EXPORT_AGAIN)
    delimiters, body, first = tuple(DELIMITERS), text, 1
    if text[: len(_SAID)].lower() == _SAID and text[len(_SAID) : len(_SAID) + 1] in DELIMITERS:
        said = text[len(_SAID)]
        delimiters, body, first = (said,), text[len(_SAID) + 1 :].lstrip("\r"), 2
        body = body.removeprefix("\n")
    return tuple(_grid(body, first, name, encoding, each) for each in delimiters)


_EXPORT_AGAIN = "Export it again as CSV or XLSX"


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    """Return the text and the name of its encoding."""
    codec, words = _codec(data)
    try:
        return data.decode(codec), words
    except UnicodeDecodeError:
        pass
    if codec != "utf-8":
        raise unreadable(name, f"it is not the {words} text it says it is", _EXPORT_AGAIN)
    try:
        return data.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError as error:
        raise unreadable(
            name, "it is text in an encoding that is not known here", "Save it as UTF-8"
        ) from error


def _codec(data: bytes) -> tuple[str, str]:
    """Return how text is encoded, by its mark or, for UTF-16 without one, by its zeros."""
    for mark, codec, words in _BOMS:
        if data.startswith(mark):
            return codec, words
    start = data[:_FIRST_BYTES]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if 2 * max(even, odd) > len(start) // 2:
        return ("utf-16-le" if odd > even else "utf-16-be"), "UTF-16"
    return "utf-8", "UTF-8"


def _grid(text: str, first: int, name: str, encoding: str, delimiter: str) -> Grid:
    label = f"{encoding}, {DELIMITERS[delimiter]} between the cells"
    return Grid(name=name, label=label, source=lambda: _rows(text, first, name, delimiter))


def _rows(text: str, first: int, name: str, delimiter: str) -> Iterator[GridRow]:
    """Yield rows with the line each begins on; quotes may hold line breaks."""
    reader = csv.reader(_lines(text, first, name), delimiter=delimiter)
    line = first
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise unreadable(
                name, f"line {line:,} has a cell without end", _EXPORT_AGAIN
            ) from error
        if cells is None:
            return
        if any(len(each) > LONGEST_CELL for each in cells):
            reason = f"line {line:,} has a cell of more than {LONGEST_CELL:,} characters"
            raise unreadable(name, reason, _EXPORT_AGAIN)
        yield GridRow(line, tuple(each[:LONGEST_KEPT].strip() for each in cells))
        line = first + reader.line_num


def _lines(text: str, first: int, name: str) -> Iterator[str]:
    """Yield lines, none so long that it would hold a million cells."""
    for number, line in enumerate(StringIO(text, newline=None), start=first):
        if len(line) > LONGEST_LINE:
            reason = f"line {number:,} has more than {LONGEST_LINE:,} characters"
            raise unreadable(name, reason, _EXPORT_AGAIN)
        yield line
