"""Look at a table before anything is taken from it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from socialplanner.domain.figures import Figure, FigurePreview, Formats, RefusedRow
from socialplanner.domain.moment import week_of
from socialplanner.domain.table_layout import DateOrder, Measure, NumberStyle, RowKind, TableLayout
from socialplanner.errors import UserError
from socialplanner.exchange.platforms.columns import Found
from socialplanner.exchange.platforms.date_text import day_readings
from socialplanner.exchange.platforms.formats import Ways, settled_formats
from socialplanner.exchange.platforms.grid import GridRow
from socialplanner.exchange.platforms.lost_rows import lost_weeks
from socialplanner.exchange.platforms.readings import Entry, Reading, Refusal, RowReader, entries
from socialplanner.exchange.platforms.weeks import Span, span_of, weekly_figures

Period = tuple[date, date]

_FIRST = re.compile(r"(?:start date|startdatum):?\s*([\d./-]{6,10})", re.ASCII | re.IGNORECASE)
_LAST = re.compile(r"(?:end date|enddatum):?\s*([\d./-]{6,10})", re.ASCII | re.IGNORECASE)
_IN_NAME = re.compile(
    r"(?<!\d)(\d{4}-\d{1,2}-\d{1,2})\D{1,5}(\d{4}-\d{1,2}-\d{1,2})(?!\d)", re.ASCII
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a person says of a file where the file itself leaves it open, and which day it is.

    `below_zero` are the KPIs that may be less than nothing.
    """

    today: date
    below_zero: frozenset[str] = frozenset()
    dates: DateOrder | None = None
    numbers: NumberStyle | None = None
    period: Period | None = None


def previewed(found: Found, said: Said) -> FigurePreview:
    """Return what would come of a table; what is in the logbook already is not compared yet."""
    layout, name = found.layout, found.grid.name
    if layout.instead:
        raise UserError(
            f"{name} looks like {layout.name}, which cannot be told apart into weeks; nothing was "
            f"changed. {layout.instead}"
        )
    measures = tuple(each for each in layout.measures if _is_there(found, each))
    if not measures:
        raise UserError(
            f"{name} looks like {layout.name}, but has none of the columns with figures; nothing "
            f"was changed. Export it with more columns."
        )
    rows, skipped = entries(found, measures)
    period = _period(found, said)
    preview = FigurePreview(
        layout=layout,
        formats=_formats(rows, layout, said),
        period=period,
        needs_period=layout.rows is RowKind.PERIOD and period is None,
        accepted=len(rows),
        skipped=skipped,
        absent=tuple(each.kpi for each in layout.measures if each not in measures),
    )
    return _reckoned(preview, rows, Table(measures, name), said) if preview.is_ready else preview


@dataclass(frozen=True, slots=True)
class Table:
    """The measures that a table has columns for, and its name."""

    measures: tuple[Measure, ...]
    name: str


def _reckoned(
    preview: FigurePreview, rows: tuple[Entry, ...], table: Table, said: Said
) -> FigurePreview:
    """Return the preview with its figures and the rows that were refused."""
    layout, period = preview.layout, preview.period
    is_period = layout.rows is RowKind.PERIOD
    if is_period and period is not None:
        _check_week(period, table.name)
    reader = RowReader(
        formats=preview.formats,
        layout=layout,
        today=said.today,
        period_day=period[0] if is_period and period else None,
    )
    read = tuple(reader.read(rows))
    good = tuple(each for each in read if isinstance(each, Reading))
    refused = tuple(each for each in read if isinstance(each, Refusal))
    span = span_of(layout.rows, good, period, table.name)
    lost = lost_weeks(read, span, one_row_a_day=layout.unique == (layout.date,))
    span = replace(span.over_by(said.today), refused=lost)
    figures = weekly_figures(good, table.measures, span) if good else ()
    wrong = [each for each in figures if each.value < 0 and each.kpi not in said.below_zero]
    below = tuple(_below_zero(each, good, table.measures) for each in wrong)
    return replace(
        preview,
        period=_covered(span),
        figures=tuple(each for each in figures if each not in wrong),
        refused=(*(each.row for each in refused), *below),
        accepted=len(good),
    )


def _below_zero(
    figure: Figure, readings: Iterable[Reading], measures: Iterable[Measure]
) -> RefusedRow:
    """Refuse a figure that is less than nothing."""
    monday = figure.monday
    line = next(each.line for each in readings if week_of(each.day) == monday)
    column = next(each.columns[0] for each in measures if each.kpi == figure.kpi)
    reason = (
        f"The week of {monday} comes to {figure.value:,g}, and a count cannot be below zero; it is "
        f"left out."
    )
    return RefusedRow(line=line, column=column, reason=reason)


def _is_there(found: Found, measure: Measure) -> bool:
    only = () if measure.only is None else (measure.only.column,)
    return found.has((*measure.used, *only))


def _formats(rows: Iterable[Entry], layout: TableLayout, said: Said) -> Formats:
    """Return how days and numbers are written, by all rows."""
    days = (each.day for each in rows)
    cells = (cell for each in rows for cell in each.numbers.values())
    usual = Ways(dates=layout.dates, numbers=layout.numbers)
    known = usual if layout.is_declared else Ways()
    return settled_formats(
        (each for each in days if isinstance(each, str)),
        (each for each in cells if isinstance(each, str)),
        Ways(dates=said.dates or known.dates, numbers=said.numbers or known.numbers),
        usual,
        are_counts=layout.counts,
    )


def _period(found: Found, said: Said) -> Period | None:
    """Return the days a table is about that are over, as it was said or as the file has it."""
    period = said.period or _own_period(found)
    if period is None or period[0] > said.today:
        return None
    return period[0], min(period[1], said.today)


def _own_period(found: Found) -> Period | None:
    """Return the days that stand above the headers of a table, or in its name."""
    above = " ".join(str(cell) for row in found.above for cell in _remarks(row))
    first, last = _FIRST.search(above), _LAST.search(above)
    if first and last:
        return _days(first[1], last[1])
    if found.layout.rows is RowKind.PERIOD and (named := _IN_NAME.search(found.grid.name)):
        return _days(named[1], named[2])
    return None


def _remarks(row: GridRow) -> Iterable[object]:
    return (cell for cell in row.cells if isinstance(cell, str))


def _days(first: str, last: str) -> Period | None:
    """Return the two days that texts name, where both can be read in one way only."""
    readings = [set(day_readings(each).values()) for each in (first, last)]
    if any(len(each) != 1 for each in readings):
        return None
    begin, end = (each.pop() for each in readings)
    return (begin, end) if begin <= end else None


def _check_week(period: Period, name: str) -> None:
    """Raise UserError where a table sums up more than one week."""
    first, last = period
    if week_of(first) != week_of(last):
        raise UserError(
            f"{name} sums up {first} to {last}, more than one week from Monday to Sunday, which "
            f"cannot be told apart; nothing was changed. Export one week at a time, or by day."
        )


def _covered(span: Span) -> Period | None:
    return (min(span.days), max(span.days)) if span.days else None
