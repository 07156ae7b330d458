"""Read workbooks of the kind before XLSX, by way of xlrd: values, and which numbers are days.

xlrd gets the workbook alone, not the file around it. What is damaged makes it stumble in many
ways; each of them is one refusal here.
"""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from io import StringIO
from math import isfinite
from typing import Any, Final

import xlrd

from socialplanner.exchange.platforms.grid import LONGEST_KEPT, Cell, Grid, GridRow, unreadable
from socialplanner.exchange.platforms.xls_archive import workbook_stream
from socialplanner.messages import visible

MOST_SHEETS: Final = 20
LARGEST: Final = 5_000_000
"""Ten times what a platform writes for a year; xlrd takes thirty times as much memory."""

_AGAIN: Final = "Open it in a spreadsheet program and save it as XLSX or CSV"
_DAMAGE: Final = (
    xlrd.XLRDError,
    struct.error,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    NameError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
_ZEROS: Final = (date(1899, 12, 30), date(1904, 1, 1))
_FIRST_SERIAL: Final = 61
_LAST_SERIAL: Final = 400_000
_MINUTES_A_DAY: Final = 1440


def xls_grids(data: bytes, name: str, keep: int = LONGEST_KEPT) -> tuple[Grid, ...]:
    """Return each sheet of an old workbook as a table; a sheet is read once it is looked at.

    So many characters of each text are kept.
    """
    if len(data) > LARGEST:
        raise unreadable(name, f"an old Excel file has at most {LARGEST:,} bytes here", _AGAIN)
    with _refusing(name):
        book = xlrd.open_workbook(
            file_contents=workbook_stream(data),
            logfile=StringIO(),
            on_demand=True,
            ragged_rows=True,
        )
        titles = book.sheet_names()[:MOST_SHEETS]
        zero = _ZEROS[1] if book.datemode == 1 else _ZEROS[0]
    if not titles:
        raise unreadable(name, "it has no sheet", _AGAIN)

    @cache
    def sheet(place: int) -> Any:  # noqa: ANN401 - untyped library
        with _refusing(name):
            return book.sheet_by_index(place)

    def grid(place: int, title: str) -> Grid:
        return Grid(
            name=name,
            label=f"sheet “{visible(title)}”",
            source=lambda: _rows(sheet(place), _Way(zero, keep), name),
        )

    return tuple(grid(place, title) for place, title in enumerate(titles))


@contextmanager
def _refusing(name: str) -> Iterator[None]:
    """Turn whatever a damaged file leads to into one refusal."""
    try:
        yield
    except _DAMAGE as error:
        reason = "it is an old Office document without a table that can be read, or damaged"
        if "encrypted" in str(error):
            reason = "it has a password"
        raise unreadable(name, reason, _AGAIN) from error


@dataclass(frozen=True, slots=True)
class _Way:
    """The day from which days are counted, and how much of a text is kept."""

    zero: date
    keep: int


def _rows(sheet: Any, way: _Way, name: str) -> Iterator[GridRow]:  # noqa: ANN401 - untyped library
    for place in range(sheet.nrows):
        with _refusing(name):
            cells = tuple(_value(each, way) for each in sheet.row(place))
        yield GridRow(place + 1, cells)


def _value(cell: Any, way: _Way) -> Cell:  # noqa: ANN401 - untyped library
    """Return what a cell holds: a text, a number, the day it stands for, a time as text."""
    kind, value = cell.ctype, cell.value
    if kind == xlrd.XL_CELL_TEXT:
        return str(value)[: way.keep].strip()
    if kind == xlrd.XL_CELL_NUMBER:
        return float(value) if isfinite(value) else str(value)
    if kind == xlrd.XL_CELL_DATE:
        return _shown(float(value), way.zero)
    if kind == xlrd.XL_CELL_BOOLEAN:
        return str(int(value))
    return "#" if kind == xlrd.XL_CELL_ERROR else ""


def _shown(number: float, zero: date) -> Cell:
    """Return a number that is shown as a day, or as a time of day alone."""
    if _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return zero + timedelta(days=int(number))
    if 0 <= number < _FIRST_SERIAL:
        hours, minutes = divmod(round(number * _MINUTES_A_DAY), 60)
        return f"{hours}:{minutes:02}"
    return number if isfinite(number) else str(number)
