"""Read the rows of a recognised table: each has a day and numbers, or is refused with a reason."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from socialplanner.domain.figures import Formats, RefusedRow
from socialplanner.domain.table_layout import (
    DateOrder,
    Measure,
    NumberStyle,
    RowKind,
    TableLayout,
)
from socialplanner.exchange.platforms.columns import Found
from socialplanner.exchange.platforms.date_text import day_readings
from socialplanner.exchange.platforms.grid import NOT_RECKONED, Cell, GridRow, normal
from socialplanner.exchange.platforms.number_text import LARGEST, is_no_figure, number_readings
from socialplanner.messages import quoted

ORDER_WORDS = {
    DateOrder.DMY: "day, month, year",
    DateOrder.MDY: "month, day, year",
    DateOrder.YMD: "year, month, day",
}


SERIALS = (36_526, 73_415)
"""The days of 2000 to 2100 as plain numbers, as spreadsheets count them."""

_NOT_SHOWN = (
    "A formula stands here without its result. Open the file in a spreadsheet program and save it."
)

Key = tuple[object, ...]
"""What no other row has: the columns of the layout that are unique."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The cells of a row that count, as they stand in the file; numbers and marks by column.

    `same` is what no other row may have beside the day, None where the table does not say.
    """

    line: int
    day: Cell
    numbers: Mapping[str, Cell]
    marks: Mapping[str, str]
    same: Key | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A row that was read; None where it has no figure in a column."""

    line: int
    day: date
    numbers: Mapping[str, float | None]
    marks: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A row that was refused, and its day where that could be read.

    Nothing is lost with a row that says the same as another one.
    """

    row: RefusedRow
    day: date | None = None
    is_lost: bool = True


def entries(found: Found, measures: Sequence[Measure]) -> tuple[tuple[Entry, ...], int]:
    """Return the rows of a table, and how many were passed over because they sum up others."""
    columns = found.placed(column for measure in measures for column in measure.used)
    filters = found.placed(each.only.column for each in measures if each.only)
    totals = {normal(each) for each in found.layout.totals}
    unique = _unique(found)
    (day_place,) = found.placed([found.layout.date]).values() if found.layout.date else (None,)
    kept: list[Entry] = []
    skipped = 0
    for row in found.rows():
        day = "" if day_place is None else row.cell(day_place)
        if totals and (normal(row.cell(0)) in totals or normal(day) in totals):
            skipped += 1
            continue
        kept.append(
            Entry(
                line=row.line,
                day=day,
                numbers={each: row.cell(place) for each, place in columns.items()},
                marks={each: normal(row.cell(place)) for each, place in filters.items()},
                same=None if unique is None else unique.of(row),
            )
        )
    return tuple(kept), skipped


@dataclass(frozen=True, slots=True)
class _Unique:
    """The columns that no two rows share, beside the day where that is one of them."""

    places: tuple[int, ...]
    by_day: bool

    def of(self, row: GridRow) -> Key | None:
        """Return what no other row has; None where nothing stands there."""
        cells = tuple(normal(row.cell(each)) for each in self.places)
        return cells if self.by_day or any(cells) else None


def _unique(found: Found) -> _Unique | None:
    layout = found.layout
    columns = [each for each in layout.unique if found.has([each])]
    by_day = layout.rows is RowKind.DAYS and layout.date in columns
    others = [each for each in columns if not (by_day and each == layout.date)]
    return _Unique(tuple(found.placed(others).values()), by_day) if columns else None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowReader:
    """Reads entries in settled formats; `period_day` stands for the day where no column has one."""

    formats: Formats
    layout: TableLayout
    today: date
    period_day: date | None = None

    def read(self, rows: Sequence[Entry]) -> Iterator[Reading | Refusal]:
        """Yield each row, read or refused; of rows that say the same the first counts."""
        seen: dict[Key, Reading] = {}
        for row in rows:
            read = self._read(row)
            if row.same is None or isinstance(read, Refusal):
                yield read
                continue
            first = seen.setdefault((read.day, *row.same), read)
            yield read if first is read else self._twice(row, read, first)

    def _read(self, row: Entry) -> Reading | Refusal:
        """Return a row as it is read alone."""
        day = self._day(row.day)
        if isinstance(day, str):
            return self._refused(row, self.layout.date, day)
        if day > self.today:
            return self._refused(row, self.layout.date, f"{day} is still to come.", day)
        numbers = {column: self._number(cell) for column, cell in row.numbers.items()}
        wrong = next(
            ((column, each) for column, each in numbers.items() if isinstance(each, str)), None
        )
        if wrong is not None:
            return self._refused(row, *wrong, day)
        good = {name: each for name, each in numbers.items() if not isinstance(each, str)}
        return Reading(line=row.line, day=day, numbers=good, marks=row.marks)

    def _twice(self, row: Entry, read: Reading, first: Reading) -> Refusal:
        """Refuse a row that stands there a second time, perhaps with other figures."""
        is_alike = read.numbers == first.numbers
        words = "" if is_alike else ", but with other figures; the first counts"
        reason = f"This is the same as line {first.line:,}{words}."
        column = self.layout.unique[0]
        refused = RefusedRow(line=row.line, column=column, reason=reason)
        return Refusal(row=refused, day=read.day, is_lost=not is_alike)

    def _refused(self, row: Entry, column: str, reason: str, day: date | None = None) -> Refusal:
        return Refusal(row=RefusedRow(line=row.line, column=column, reason=reason), day=day)

    def _day(self, cell: Cell) -> date | str:
        """Return the day that a cell names, or why it names none."""
        if self.period_day is not None:
            return self.period_day
        return cell if isinstance(cell, date) else self._day_of(cell)

    def _day_of(self, cell: str | float) -> date | str:
        if cell == NOT_RECKONED:
            return _NOT_SHOWN
        if isinstance(cell, float) and SERIALS[0] <= cell <= SERIALS[1]:
            return (
                f"“{cell:g}” is a plain number. Format this column as dates in a spreadsheet "
                f"program, and save it again."
            )
        text = f"{cell:.0f}" if isinstance(cell, float) else cell
        readings, order = day_readings(text), self.formats.dates
        if not readings:
            return f"{quoted(text)} is no day." if text else "There is no day."
        if order is None:
            return next(iter(readings.values()))
        words = f"{quoted(text)} is no day in the order {ORDER_WORDS[order]}."
        return readings.get(order, words)

    def _number(self, cell: Cell) -> float | str | None:
        """Return the number in a cell, None where there is no figure, or why it is no number."""
        if isinstance(cell, date):
            return "This is a day, not a number."
        if isinstance(cell, float):
            return self._sound(cell, cell)
        if cell == NOT_RECKONED:
            return _NOT_SHOWN
        if is_no_figure(cell):
            return None
        style = self.formats.numbers or NumberStyle.POINT
        number = number_readings(cell).get(style)
        if number is None:
            return f"{quoted(cell)} is no number such as {style}."
        return self._sound(number, cell)

    def _sound(self, number: float, cell: str | float) -> float | str:
        """Return a number, or why it cannot be meant."""
        if abs(number) > LARGEST:
            return "This number is too large."
        if not self.layout.counts:
            return number
        if isinstance(cell, str) and cell.endswith("%"):
            return f"{quoted(cell)} is a share, not a count."
        if not number.is_integer():
            return f"{quoted(cell)} is no whole number, as a count must be."
        return number
