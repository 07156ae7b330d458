"""Read the sheet “KPI log” of an exported workbook back, once somebody filled it in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Final

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.figures import RefusedRow
from socialplanner.domain.filed_weeks import HOURS, MONEY, NOTE, ODD, OUTCOME, Entry, FiledWeek
from socialplanner.domain.record import LONGEST_NOTE
from socialplanner.exchange.filled_cells import WeekJudge, Wrong, day_in, value_in
from socialplanner.exchange.platforms.grid import Grid, GridRow, unreadable
from socialplanner.exchange.platforms.table_file import OLD, grids
from socialplanner.exchange.workbook.log_names import (
    ALL_HOURS,
    COUNTED_IN,
    KEPT,
    MONDAY,
    MONEY_SPENT,
    NOTES,
    ODD_WEEK,
    OTHERS,
    PLAN_A_WEEK,
    PLANNED,
    WEEK,
    ends_log,
    mark_in,
    mark_of,
)
from socialplanner.presentation import names

NOT_READ: Final = (ALL_HOURS, MONEY_SPENT, OTHERS, PLANNED, KEPT)
NO_WEEKS: Final = (COUNTED_IN, PLAN_A_WEEK)
ROWS_ABOVE: Final = 60
"""The headers stand among the first rows: a log has a title and a note above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledLog:
    """What a filled-in log says; `passed_over` are columns that nothing here is called by.

    `mark` shows whose log it is, "" where it does not say.
    """

    weeks: tuple[FiledWeek, ...]
    refused: tuple[RefusedRow, ...]
    passed_over: tuple[str, ...]
    mark: str = ""

    def is_of_another(self, profile_id: str) -> bool:
        """Return whether it says that it was made for another profile."""
        return bool(self.mark) and self.mark != mark_of(profile_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heads:
    """Where the headers are, and what each column is about."""

    row: GridRow
    entries: Mapping[int, Entry]
    passed_over: tuple[str, ...]


def read_filled(data: bytes, name: str, catalogue: Catalogue, today: date) -> FilledLog:
    """Return the weeks of a filled-in log; UserError where the file holds none."""
    found = filled_log(data, name, catalogue, today)
    if found is not None:
        return found
    raise unreadable(
        name,
        "it has no sheet like the KPI log of a workbook made here",
        "Choose the workbook that you exported with a plan and filled in",
    )


def filled_log(data: bytes, name: str, catalogue: Catalogue, today: date) -> FilledLog | None:
    """Return the weeks of a filled-in log, None where the file is something else.

    UserError for a log that was saved as text: only a workbook knows which numbers are days.
    """
    for grid in grids(data, name, LONGEST_NOTE + 1):
        heads = _heads(grid, catalogue)
        if heads is None:
            continue
        if not data.startswith((b"PK", OLD)):
            reason = "it is the KPI log of a workbook, saved as text"
            raise unreadable(name, reason, "Give the workbook itself, the .xlsx file")
        return _read(grid, heads, WeekJudge(catalogue, today))
    return None


def _heads(grid: Grid, catalogue: Catalogue) -> _Heads | None:
    """Return the headers of a log, None where a sheet has none."""
    for row in islice(grid.rows(), ROWS_ABOVE):
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
        elif head and head not in NOT_READ:
            passed_over.append(head)
    in_order = dict(sorted(entries.items()))
    return _Heads(row=row, entries=in_order, passed_over=tuple(passed_over))


@dataclass(slots=True, kw_only=True)
class _Reading:
    """What was read so far."""

    heads: _Heads
    judge: WeekJudge
    weeks: dict[date, FiledWeek] = field(default_factory=dict)
    refused: list[RefusedRow] = field(default_factory=list)
    mark: str = ""

    def refuse(self, row: GridRow, column: str, reason: str) -> None:
        """Leave something out, and say why."""
        self.refused.append(RefusedRow(line=row.line, column=column, reason=reason))


def _read(grid: Grid, heads: _Heads, judge: WeekJudge) -> FilledLog:
    found = _Reading(heads=heads, judge=judge)
    for row in _weeks(grid, found):
        _take(found, row)
    return FilledLog(
        weeks=tuple(found.weeks[monday] for monday in sorted(found.weeks)),
        refused=tuple(found.refused),
        passed_over=heads.passed_over,
        mark=found.mark,
    )


def _weeks(grid: Grid, found: _Reading) -> Iterator[GridRow]:
    """Yield the rows of weeks, whatever stands under “Week”; below the sums those with a day."""
    is_below = False
    for row in grid.rows():
        if row.line <= found.heads.row.line:
            continue
        label = str(row.cell(0)).strip()
        found.mark = found.mark or mark_in(label)
        is_below = is_below or (ends_log(label) and row.cell(1) == "")
        has_day = isinstance(day_in(row.cell(1)), date)
        if has_day or not (is_below or label in NO_WEEKS):
            yield row


def _take(found: _Reading, row: GridRow) -> None:
    """Take a week in, without what cannot be; one in which nothing stands is passed over."""
    values = {each: value_in(each, row.cell(p)) for p, each in found.heads.entries.items()}
    said = {key: each for key, each in values.items() if isinstance(each, str | float)}
    wrong = {key: each.reason for key, each in values.items() if isinstance(each, Wrong)}
    monday = found.judge.monday(row.cell(1)) if said else None
    reason = monday.reason if isinstance(monday, Wrong) else ""
    if isinstance(monday, date):
        reason = "This week stands in the log twice; the first counts."
        if monday not in found.weeks:
            wrong |= found.judge.wrong_entries(monday, said)
            said = {key: each for key, each in said.items() if key not in wrong}
            reason = found.judge.wrong_week(monday, said)
            if said and not reason:
                found.weeks[monday] = FiledWeek(monday=monday, said=said)
    for place, entry in found.heads.entries.items():
        if entry in wrong:
            found.refuse(row, str(found.heads.row.cell(place)), wrong[entry])
    if reason:
        found.refuse(row, MONDAY, reason)
