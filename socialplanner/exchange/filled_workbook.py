"""Read the sheet “KPI log” of an exported workbook back, once somebody filled it in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.figures import RefusedRow
from socialplanner.domain.filed_weeks import (
    HOURS,
    MONEY,
    NOTE,
    ODD,
    ODD_MARK,
    OUTCOME,
    Entry,
    FiledWeek,
    Said,
)
from socialplanner.domain.moment import week_of
from socialplanner.exchange.platforms.grid import Cell, Grid, GridRow, unreadable
from socialplanner.exchange.platforms.number_text import LARGEST
from socialplanner.exchange.platforms.table_file import grids
from socialplanner.messages import quoted, visible
from socialplanner.presentation import names

WEEK, MONDAY, ALL_HOURS, MONEY_SPENT, ODD_WEEK, NOTES = (
    "Week",
    "Monday",
    "All hours",
    "Money spent",
    "Odd week",
    "Note",
)
"""The headers of the log as `workbook.log_sheet` writes them; a test reads one back."""

NOT_READ: Final = ("Activities not in the plan", "Planned", "Kept of the plan")
MOST_HOURS: Final = 168
ODD_WORDS: Final = frozenset({"yes", "y", "x", "1"})
SMALLEST: Final = 1e-6
FIRST_YEAR: Final = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledLog:
    """What a filled-in log says; `passed_over` are columns that nothing here is called by."""

    weeks: tuple[FiledWeek, ...]
    refused: tuple[RefusedRow, ...]
    passed_over: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heads:
    """Where the headers are, and what each column is about."""

    row: GridRow
    entries: Mapping[int, Entry]
    passed_over: tuple[str, ...]


def read_filled(data: bytes, name: str, catalogue: Catalogue, today: date) -> FilledLog:
    """Return the weeks of a filled-in log; UserError where the file holds none."""
    for grid in grids(data, name):
        heads = _heads(grid, catalogue)
        if heads is not None:
            return _read(grid, heads, today)
    raise unreadable(
        name,
        "it has no sheet like the KPI log of a workbook made here",
        "Choose the workbook that you exported with a plan and filled in",
    )


def _heads(grid: Grid, catalogue: Catalogue) -> _Heads | None:
    """Return the headers of a log, None where a sheet has none."""
    for row in grid.rows():
        cells = [str(each).strip() for each in row.cells]
        if cells[:2] == [WEEK, MONDAY] and {ALL_HOURS, MONEY_SPENT, NOTES} <= set(cells):
            return _placed(row, cells, catalogue)
    return None


def _placed(row: GridRow, cells: list[str], catalogue: Catalogue) -> _Heads:
    """Return what each column is about: activities stand before all hours, KPIs after money."""
    middle, money = cells.index(ALL_HOURS), cells.index(MONEY_SPENT)
    activities = {names.activity_short(catalogue, a.id): a.id for a in catalogue.activities}
    kpis = {kpi.name: kpi.id for kpi in catalogue.kpis.values()}
    entries: dict[int, Entry] = {money: (MONEY, "")}
    passed_over = []
    for place, head in enumerate(cells[2:], start=2):
        if head == ODD_WEEK and place > money:
            entries[place] = (ODD, "")
        elif head == NOTES and place > money:
            entries[place] = (NOTE, "")
        elif place < middle and head in activities:
            entries[place] = (HOURS, activities[head])
        elif place > money and head in kpis:
            entries[place] = (OUTCOME, kpis[head])
        elif head and head not in (ALL_HOURS, MONEY_SPENT, *NOT_READ):
            passed_over.append(head)
    in_order = dict(sorted(entries.items()))
    return _Heads(row=row, entries=in_order, passed_over=tuple(passed_over))


@dataclass(slots=True)
class _Reading:
    """What was read so far."""

    weeks: dict[date, FiledWeek] = field(default_factory=dict)
    refused: list[RefusedRow] = field(default_factory=list)

    def refuse(self, row: GridRow, column: str, reason: str) -> None:
        """Leave something out, and say why."""
        self.refused.append(RefusedRow(line=row.line, column=column, reason=reason))


def _read(grid: Grid, heads: _Heads, today: date) -> FilledLog:
    found = _Reading()
    for row in grid.rows():
        if row.line > heads.row.line and isinstance(row.cell(0), float):
            _take(found, heads, row, today)
    return FilledLog(
        weeks=tuple(found.weeks[monday] for monday in sorted(found.weeks)),
        refused=tuple(found.refused),
        passed_over=heads.passed_over,
    )


def _take(found: _Reading, heads: _Heads, row: GridRow, today: date) -> None:
    """Take a week in, without what cannot be; one in which nothing stands is passed over."""
    said: dict[Entry, Said] = {}
    for place, entry in heads.entries.items():
        value = _value(entry, row.cell(place))
        if isinstance(value, _Wrong):
            found.refuse(row, str(heads.row.cell(place)), value.reason)
        elif value is not None:
            said[entry] = value
    if not said:
        return
    day = row.cell(1)
    reason = "".join(_wrong_with(day, today))
    monday = week_of(day) if isinstance(day, date) else None
    if monday is not None and monday in found.weeks:
        reason = reason or "This week stands in the log twice; the first counts."
    if reason or monday is None:
        found.refuse(row, MONDAY, reason)
    else:
        found.weeks[monday] = FiledWeek(monday=monday, said=said)


def _wrong_with(day: Cell, today: date) -> Iterator[str]:
    """Yield why a cell names no week that could be logged."""
    if not isinstance(day, date):
        yield f"{quoted(visible(str(day)))} is no day, so the week is not known."
    elif day.year < FIRST_YEAR:
        yield f"{day} is before {FIRST_YEAR}, too long ago to be meant."
    elif day > today:
        yield f"The week of {day} has not begun yet."


@dataclass(frozen=True, slots=True)
class _Wrong:
    """Why a cell is not taken."""

    reason: str


def _value(entry: Entry, cell: Cell) -> Said | _Wrong | None:
    """Return what a cell says, None where it says nothing, or why it cannot be taken."""
    text = cell.strip() if isinstance(cell, str) else ""
    if isinstance(cell, str) and not text:
        return None
    kind, _key = entry
    if kind == NOTE:
        return text or str(cell)
    if kind == ODD:
        is_odd = text.casefold() in ODD_WORDS or cell == ODD_MARK
        return ODD_MARK if is_odd else None
    return _number(kind, cell)


def _number(kind: str, cell: Cell) -> Said | _Wrong:
    if not isinstance(cell, float):
        return _Wrong(f"{quoted(visible(str(cell)))} is no number.")
    if kind in (HOURS, MONEY) and cell < 0:
        return _Wrong("This is below zero.")
    if kind == HOURS and cell > MOST_HOURS:
        return _Wrong(f"A week has no more than {MOST_HOURS} hours.")
    if abs(cell) > LARGEST or 0 < abs(cell) < SMALLEST:
        return _Wrong("This number cannot be meant.")
    return cell
