"""The KPI log as a grid: its columns, what is logged, and what its formulas come to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum, unique
from typing import TYPE_CHECKING, Final

from xlsxwriter.utility import xl_rowcol_to_cell

from socialplanner.domain.decision import HOURS
from socialplanner.domain.kpi import Stage
from socialplanner.exchange.workbook.log_names import ALL_HOURS, MONEY_SPENT, OTHERS, PLANNED
from socialplanner.exchange.workbook.log_names import KEPT as KEPT_OF_PLAN
from socialplanner.presentation import names

if TYPE_CHECKING:
    from socialplanner.domain.kpi import Kpi
    from socialplanner.domain.record import LoggedWeek
    from socialplanner.presentation.plan_source import PlanSource

FIRST: Final = 2
"""The first column of the log, after its weeks and their Mondays."""

OTHER: Final = "other"
ALL: Final = "all"
PLAN: Final = "plan"
KEPT: Final = "kept"
MONEY: Final = "money"
PER_SPAN: Final = ("a week", "a month")


@unique
class Kind(Enum):
    """What a column of the log holds."""

    ACTIVITY = "activity"
    ALL_HOURS = "all hours"
    PLANNED = "planned"
    KEPT = "kept"
    MONEY = "money"
    KPI = "kpi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: what it is called, in what it is counted, and whether its weeks add up."""

    key: str
    kind: Kind
    name: str
    unit: str
    adds_up: bool
    planned: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """All columns and what each week holds, by the key of the column; None where nothing is."""

    columns: tuple[Column, ...]
    mondays: tuple[date, ...]
    cells: tuple[Mapping[str, float], ...]
    odd: frozenset[int]
    notes: Mapping[int, str]
    every: int
    elsewhere: int

    def of(self, *kinds: Kind) -> list[int]:
        """Return the places of the columns of some kinds."""
        return [place for place, each in enumerate(self.columns) if each.kind in kinds]

    def values(self, key: str, weeks: range, *, with_odd: bool = False) -> list[float]:
        """Return what some weeks hold in a column, without odd weeks unless wanted."""
        return [
            self.cells[week][key]
            for week in weeks
            if key in self.cells[week] and (with_odd or week not in self.odd)
        ]

    def average(self, key: str, weeks: range) -> float | None:
        """Return the average of some weeks, None where none of them holds a number."""
        found = self.values(key, weeks)
        return sum(found) / len(found) if found else None

    @property
    def blocks(self) -> tuple[range, ...]:
        """Return the weeks from review to review."""
        count = len(self.mondays) // self.every
        return tuple(range(k * self.every, (k + 1) * self.every) for k in range(count))


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """A log as it stands in its sheet, and the rows of its weeks."""

    sheet: str
    grid: Grid
    rows: range

    def column(self, key: str) -> int:
        """Return the column of the sheet that holds something; ValueError where none does."""
        return FIRST + [each.key for each in self.grid.columns].index(key)

    def cell(self, column: int, row: int) -> str:
        """Return the name of a cell of the log, for a formula on another sheet."""
        return f"'{self.sheet}'!{xl_rowcol_to_cell(row, column)}"

    def span(self, column: int, weeks: range) -> str:
        """Return the name of some weeks of a column, for a formula on another sheet."""
        last = xl_rowcol_to_cell(self.rows[weeks[-1]], column)
        return f"{self.cell(column, self.rows[weeks[0]])}:{last}"


def make_grid(source: "PlanSource") -> Grid:
    """Return the log of a plan, with what the logbook already holds."""
    roadmap = source.assessment.roadmap
    mondays = tuple(roadmap.start + timedelta(weeks=week) for week in range(roadmap.weeks))
    place = {monday: week for week, monday in enumerate(mondays)}
    logged = {
        place[each.monday]: _current(source, each) for each in source.weeks if each.monday in place
    }
    columns = _columns(source, tuple(logged.values()))
    return Grid(
        columns=columns,
        mondays=mondays,
        cells=tuple(_cells(source, columns, logged.get(week)) for week in range(len(mondays))),
        odd=frozenset(week for week, each in logged.items() if each.is_odd),
        notes={week: each.note for week, each in logged.items() if each.note},
        every=source.catalogue.parameters.review.review_every_weeks,
        elsewhere=len(source.weeks) - len(logged),
    )


def _current(source: "PlanSource", week: "LoggedWeek") -> "LoggedWeek":
    """Return a week by the ids that activities and KPIs have now."""
    renamed = source.catalogue.renamed
    hours = {renamed.get(key, key): amount for key, amount in week.hours.items()}
    outcomes = {renamed.get(key, key): amount for key, amount in week.outcomes.items()}
    return replace(week, hours=hours, outcomes=outcomes)


def _columns(source: "PlanSource", logged: "Sequence[LoggedWeek]") -> tuple[Column, ...]:
    plan, catalogue = source.assessment.plan, source.catalogue
    found = [
        Column(
            key=activity.id,
            kind=Kind.ACTIVITY,
            name=names.activity_short(catalogue, activity.id),
            unit="hours",
            adds_up=True,
            planned=activity.hours,
        )
        for activity in plan.activities
    ]
    if any(key not in plan.hours for week in logged for key in week.hours):
        found.append(Column(key=OTHER, kind=Kind.ACTIVITY, name=OTHERS, unit="hours", adds_up=True))
    found += _derived(source)
    keys = dict.fromkeys([*_measured(source), *(key for week in logged for key in week.outcomes)])
    return (*found, *(_kpi_column(source, key) for key in keys if key != HOURS))


def _derived(source: "PlanSource") -> list[Column]:
    whole, currency = source.assessment.plan.hours_per_week, source.assessment.profile.currency
    return [
        Column(
            key=ALL, kind=Kind.ALL_HOURS, name=ALL_HOURS, unit="hours", adds_up=True,
            planned=whole,
        ),
        Column(key=PLAN, kind=Kind.PLANNED, name=PLANNED, unit="hours", adds_up=True),
        Column(key=KEPT, kind=Kind.KEPT, name=KEPT_OF_PLAN, unit="%", adds_up=False),
        Column(key=MONEY, kind=Kind.MONEY, name=MONEY_SPENT, unit=currency, adds_up=True),
    ]  # fmt: skip


def _measured(source: "PlanSource") -> list[str]:
    """Return the KPIs that the plan counts, and those that its decision rules look at."""
    chosen = [choice.kpi_id for choice in source.assessment.kpis]
    return [*chosen, *(rule.kpi_id for rule in source.assessment.rules)]


def _kpi_column(source: "PlanSource", key: str) -> Column:
    """Return the column of a KPI; one that the catalogue no longer knows keeps its id as name."""
    kpi = source.catalogue.kpis.get(key)
    if kpi is None:
        return Column(key=key, kind=Kind.KPI, name=key, unit="", adds_up=False)
    unit = kpi.unit.removeprefix("% and ")
    shown = source.assessment.profile.currency if unit == "currency" else unit
    return Column(key=key, kind=Kind.KPI, name=kpi.name, unit=shown, adds_up=_adds_up(kpi))


def _adds_up(kpi: "Kpi") -> bool:
    """Return whether weeks may be added: what came about does, people reached do not."""
    is_count = kpi.denominator == "1" and kpi.unit.endswith(PER_SPAN)
    return is_count and kpi.stage is Stage.OUTCOME


def _cells(
    source: "PlanSource", columns: "Sequence[Column]", week: "LoggedWeek | None"
) -> Mapping[str, float]:
    whole = source.assessment.plan.hours_per_week
    if week is None:
        return {PLAN: whole}
    planned = source.assessment.plan.hours
    cells = {key: hours for key, hours in week.hours.items() if key in planned}
    others = [hours for key, hours in week.hours.items() if key not in planned]
    kept = [cells[each.key] for each in columns if each.key in cells]
    cells |= {OTHER: sum(others)} if others else {}
    cells |= {ALL: sum(kept) + sum(others)} if kept or others else {}
    cells |= {KEPT: sum(kept) / whole} if kept or others else {}
    cells |= {} if week.money is None else {MONEY: week.money}
    return {**cells, **{k: v for k, v in week.outcomes.items() if k != HOURS}, PLAN: whole}
