"""Add up what was read into weeks from Monday to Sunday, and mark weeks that are not whole."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from math import fsum

from socialplanner.domain.figures import Figure, Gap
from socialplanner.domain.moment import week_of
from socialplanner.domain.table_layout import Measure, Reckoning, RowKind
from socialplanner.errors import UserError
from socialplanner.exchange.platforms.grid import normal
from socialplanner.exchange.platforms.number_text import LARGEST
from socialplanner.exchange.platforms.readings import Reading

DAYS_IN_WEEK = 7
DECIMALS = 6
"""A bundle keeps no number closer to 0 than a millionth."""

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """What a table covers: days, the weeks they are in, and weeks in which a row was refused."""

    kind: RowKind
    days: frozenset[date]
    weeks: frozenset[date]
    refused: frozenset[date] = frozenset()

    def in_week(self, monday: date) -> frozenset[date]:
        """Return the days of a week that are covered."""
        return frozenset(monday + number * _DAY for number in range(DAYS_IN_WEEK)) & self.days

    def is_whole(self, monday: date) -> bool:
        """Return whether all days of a week are covered."""
        return len(self.in_week(monday)) == DAYS_IN_WEEK

    def over_by(self, today: date) -> "Span":
        """Return what is covered of the days that are over; a week is not whole before its end."""
        return replace(self, days=frozenset(day for day in self.days if day < today))

    def mondays(self) -> tuple[date, ...]:
        """Return the weeks that are covered, if only in part."""
        return tuple(sorted(self.weeks))


def span_of(
    kind: RowKind, readings: Sequence[Reading], period: tuple[date, date] | None, name: str
) -> Span:
    """Return what a table covers; UserError where its rows are longer than a week or cut weeks."""
    days = sorted({each.day for each in readings})
    step = _step(days, name) if kind is RowKind.DAYS else 1
    covered = {day + number * _DAY for day in days for number in range(step)}
    if period is not None:
        first, last = period
        covered |= {first + number * _DAY for number in range((last - first).days + 1)}
    elif kind is RowKind.ITEMS and days:
        covered = {days[0] + number * _DAY for number in range((days[-1] - days[0]).days + 1)}
    return Span(
        kind=kind,
        days=frozenset(covered),
        weeks=frozenset(map(week_of, covered)),
    )


def _step(days: Sequence[date], name: str) -> int:
    """Return how many days a row is about: one, or a week from Monday."""
    gaps = {later - earlier for earlier, later in pairwise(days)}
    if len(days) > 1 and all(day.day == 1 for day in days):
        raise UserError(
            f"{name} has one row a month, which cannot be told apart into weeks; nothing was "
            f"changed. Export it by day."
        )
    if gaps != {_WEEK}:
        return 1
    if days[0] != week_of(days[0]):
        weekday = _WEEKDAYS[days[0].weekday()]
        raise UserError(
            f"{name} has weeks that begin on {weekday}, those of the logbook begin on Monday; "
            f"nothing was changed. Export it by day."
        )
    return DAYS_IN_WEEK


def weekly_figures(
    readings: Sequence[Reading], measures: Iterable[Measure], span: Span
) -> tuple[Figure, ...]:
    """Return every figure of every week, in the order of the calendar."""
    found = [each for measure in measures for each in _figures(readings, measure, span)]
    return tuple(sorted(found, key=lambda each: each.monday))


def _figures(readings: Sequence[Reading], measure: Measure, span: Span) -> Iterator[Figure]:
    """Yield the weeks of one measure."""
    counted: dict[date, list[Reading]] = defaultdict(list)
    blank: dict[date, set[date]] = defaultdict(set)
    for reading in readings:
        if _is_counted(reading, measure):
            if _has_figure(reading, measure):
                counted[week_of(reading.day)].append(reading)
            else:
                blank[week_of(reading.day)].add(reading.day)
    for monday in span.mondays():
        rows = counted[monday]
        lacking = blank[monday] - {each.day for each in rows}
        value = _value(rows, measure, may_be_zero=not lacking and span.kind is not RowKind.ITEMS)
        if value is None:
            continue
        gaps = tuple(_gaps(monday, span, lacks_days=bool(lacking)))
        yield Figure(monday=monday, kpi=measure.kpi, value=value, gaps=gaps)


def _is_counted(reading: Reading, measure: Measure) -> bool:
    only = measure.only
    return only is None or reading.marks[only.column] in {normal(each) for each in only.values}


def _has_figure(reading: Reading, measure: Measure) -> bool:
    """Return whether a row says something of a measure: one of its columns, and all of `per`."""
    some = any(reading.numbers[each] is not None for each in measure.columns)
    return some and all(reading.numbers[each] is not None for each in measure.per)


def _value(rows: Sequence[Reading], measure: Measure, *, may_be_zero: bool) -> float | None:
    """Return the figure of the rows of one week; None where there is none."""
    parts = list(_numbers(rows, measure.columns))
    if not parts and not (may_be_zero and measure.how is Reckoning.SUM):
        return None
    value = fsum(parts)
    if measure.how is Reckoning.MEAN:
        value /= len(parts)
    elif measure.how is Reckoning.RATIO:
        below = fsum(_numbers(rows, measure.per))
        if below <= 0:
            return None
        value /= below
    value *= measure.factor
    if abs(value) > LARGEST:
        raise UserError(
            f"The figures of one week come to {value:.3g}, more than can be real; nothing was "
            f"changed. Say how numbers are written in this file."
        )
    return round(value, DECIMALS) + 0.0


def _numbers(rows: Iterable[Reading], columns: Iterable[str]) -> Iterator[float]:
    for row in rows:
        for column in columns:
            number = row.numbers[column]
            if number is not None:
                yield number


def _gaps(monday: date, span: Span, *, lacks_days: bool) -> Iterator[Gap]:
    """Yield why a week may not be whole."""
    is_whole = span.is_whole(monday)
    if span.kind is RowKind.ITEMS:
        if not is_whole:
            yield Gap.EDGE
    elif not is_whole or lacks_days:
        yield Gap.DAYS
    if monday in span.refused:
        yield Gap.ROWS
