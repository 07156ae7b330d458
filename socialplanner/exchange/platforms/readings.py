"""Read the rows of a recognised table: each has a day and numbers, or is refused with a reason."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from socialplanner.domain.figures import Formats, RefusedRow
from socialplanner.domain.table_layout import DateOrder, Measure, NumberStyle, TableLayout
from socialplanner.exchange.platforms.columns import Found
from socialplanner.exchange.platforms.date_text import day_readings
from socialplanner.exchange.platforms.grid import Cell, normal
from socialplanner.exchange.platforms.number_text import LARGEST, is_no_figure, number_readings
from socialplanner.messages import quoted

ORDER_WORDS = {
    DateOrder.DMY: "day, month, year",
    DateOrder.MDY: "month, day, year",
    DateOrder.YMD: "year, month, day",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The cells of a row that count, as they stand in the file; numbers and marks by column."""

    line: int
    day: Cell
    numbers: Mapping[str, Cell]
    marks: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A row that was read; None where it has no figure in a column."""

    day: date
    numbers: Mapping[str, float | None]
    marks: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A row that was refused, and its day where that could be read."""

    row: RefusedRow
    day: date | None = None


def entries(found: Found, measures: Sequence[Measure]) -> tuple[tuple[Entry, ...], int]:
    """Return the rows of a table, and how many were passed over because they sum up others."""
    columns = found.placed(column for measure in measures for column in measure.used)
    filters = found.placed(each.only.column for each in measures if each.only)
    totals = {normal(each) for each in found.layout.totals}
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
            )
        )
    return tuple(kept), skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class RowReader:
    """Reads entries in settled formats; `period_day` stands for the day where no column has one."""

    formats: Formats
    layout: TableLayout
    today: date
    period_day: date | None = None

    def read(self, rows: Sequence[Entry]) -> Iterator[Reading | Refusal]:
        """Yield each row, read or refused."""
        for row in rows:
            day = self._day(row.day)
            if isinstance(day, str):
                yield self._refused(row, self.layout.date, day, None)
                continue
            numbers = {column: self._number(cell) for column, cell in row.numbers.items()}
            wrong = next(
                ((column, each) for column, each in numbers.items() if isinstance(each, str)), None
            )
            if wrong is not None:
                yield self._refused(row, *wrong, day)
                continue
            good = {name: each for name, each in numbers.items() if not isinstance(each, str)}
            yield Reading(day=day, numbers=good, marks=row.marks)

    def _refused(self, row: Entry, column: str, reason: str, day: date | None) -> Refusal:
        return Refusal(row=RefusedRow(line=row.line, column=column, reason=reason), day=day)

    def _day(self, cell: Cell) -> date | str:
        """Return the day that a cell names, or why it names none."""
        if self.period_day is not None:
            return self.period_day
        day = cell if isinstance(cell, date) else self._day_of(cell)
        if isinstance(day, str) or day <= self.today:
            return day
        return f"{day} is still to come."

    def _day_of(self, cell: str | float) -> date | str:
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
        if isinstance(cell, str) and is_no_figure(cell):
            return None
        style = self.formats.numbers or NumberStyle.POINT
        number = cell if isinstance(cell, float) else number_readings(cell).get(style)
        if number is None:
            return f"{quoted(cell)} is no number such as {style}."
        if abs(number) > LARGEST:
            return "This number is too large."
        if self.layout.counts and not number.is_integer():
            return f"{quoted(cell)} is no whole number, as a count must be."
        return number
