"""The log of a workbook holds what was logged, and its formulas say what follows."""

import random
from datetime import timedelta
from math import isclose
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.domain.counted_log import Log
from socialplanner.domain.decision import DecisionKind
from socialplanner.domain.record import LoggedWeek
from socialplanner.domain.rule_check import RuleCase, RuleState, check_rules
from socialplanner.exchange.workbook import workbook_file
from socialplanner.presentation import names
from socialplanner.presentation.plan_options import PlanOptions, PlanPart
from tests.domain.builders import shipped_catalogue
from tests.exchange.workbooks import (
    SAID_AT,
    book,
    cells,
    logged,
    results,
    row_of,
    sample_book,
    sample_results,
    source_of,
    weeks_of,
)
from tests.presentation.summaries import SAMPLES, sample_assessment

ONLY_LOG = PlanOptions(parts=(PlanPart.MEASURING,))


def log_of(name: str, *weeks: LoggedWeek) -> tuple[Any, Any]:
    """Return the log and the reviews of a sample with some weeks logged, by their results."""
    found = results(workbook_file(source_of(sample_assessment(name), ONLY_LOG, weeks)))
    return found["KPI log"], found["Reviews"]


def heads(sheet: Any) -> dict[str, int]:  # noqa: ANN401 - untyped library
    """Return the place of each column by its name."""
    return {cell.value: cell.column - 1 for cell in row_of(sheet, "Week")}


def week_row(sheet: Any, week: int) -> tuple[Any, ...]:  # noqa: ANN401 - untyped library
    return row_of(sheet, week)


@pytest.mark.parametrize("name", SAMPLES)
def test_there_are_columns_for_every_activity_and_every_kpi_once(name: str) -> None:
    found, catalogue = sample_assessment(name), shipped_catalogue()
    shown = [cell.value for cell in row_of(sample_results(name)["KPI log"], "Week")]
    activities = [names.activity_short(catalogue, key) for key in found.plan.hours]
    kpis = {catalogue.kpis[choice.kpi_id].name for choice in found.kpis} - {"Hours logged"}
    assert shown[2 : 2 + len(activities)] == activities
    assert kpis <= set(shown)
    assert len(shown) == len(set(shown))


@pytest.mark.parametrize("name", SAMPLES)
def test_what_was_logged_stands_in_its_week(name: str) -> None:
    sheet, catalogue = sample_results(name)["KPI log"], shipped_catalogue()
    places = heads(sheet)
    for said in weeks_of(name):
        week = (said.monday - sample_assessment(name).roadmap.start) // timedelta(weeks=1) + 1
        row = week_row(sheet, week)
        for key, hours in said.hours.items():
            if key in sample_assessment(name).plan.hours:
                assert row[places[names.activity_short(catalogue, key)]].value == hours
        for key, amount in said.outcomes.items():
            if key != "hours_logged":
                assert row[places[catalogue.kpis[key].name]].value == amount
        assert row[places["Money spent"]].value == said.money
        assert row[places["Odd week"]].value == ("yes" if said.is_odd else None)


def test_hours_of_other_activities_are_counted_and_not_as_kept() -> None:
    found = sample_assessment("tax_adviser")
    first = next(iter(found.plan.hours))
    sheet, _ = log_of("tax_adviser", logged(found, 1, hours={first: 1.5, "podcast": 2.0, "x": 1.0}))
    row, places = week_row(sheet, 1), heads(sheet)
    assert row[places["Activities not in the plan"]].value == 3.0
    assert row[places["All hours"]].value == 4.5
    assert row[places["Kept of the plan"]].value == 1.5 / found.plan.hours_per_week


def test_ids_of_an_older_catalogue_stand_where_they_belong_now() -> None:
    renamed = shipped_catalogue().renamed
    found = sample_assessment("tax_adviser")
    old = {key for key, now in renamed.items() if now in found.plan.hours}
    weeks = [logged(found, 1, hours=dict.fromkeys(old, 1.0))]
    sheet, _ = log_of("tax_adviser", *weeks)
    assert "Activities not in the plan" not in heads(sheet)


def test_weeks_outside_the_ninety_days_are_told_of() -> None:
    found = sample_assessment("tax_adviser")
    weeks = (logged(found, -3), logged(found, 14), logged(found, 13))
    sheet, _ = log_of("tax_adviser", *weeks)
    assert sheet["A2"].value.endswith("outside these dates, not shown here: 2.")


def test_averages_leave_out_odd_weeks_and_sums_do_not() -> None:
    found = sample_assessment("tax_adviser")
    key = "conversations_started"
    weeks = [
        logged(found, week, outcomes={key: count, "leads_tagged": count}, is_odd=week == 3)
        for week, count in ((1, 2.0), (2, 4.0), (3, 90.0), (5, 8.0))
    ]
    sheet, _ = log_of("tax_adviser", *weeks)
    place = heads(sheet)[shipped_catalogue().kpis[key].name]
    assert row_of(sheet, "Average, weeks\u00a01–4")[place].value == 3.0
    assert row_of(sheet, "Average, weeks\u00a05–8")[place].value == 8.0
    assert row_of(sheet, "Average, weeks\u00a09–12")[place].value in (None, "")
    change = "Change, weeks\u00a05–8 on weeks\u00a01–4"
    assert row_of(sheet, change)[place].value == 5.0
    assert row_of(sheet, "Weeks with a figure")[place].value == 4
    traced = heads(sheet)[shipped_catalogue().kpis["leads_tagged"].name]
    assert row_of(sheet, "All 13 weeks")[traced].value == 104.0
    assert row_of(sheet, "All 13 weeks")[place].value is None


def verdicts(name: str, *weeks: LoggedWeek) -> dict[DecisionKind, str]:
    """Return what the reviews say of each rule."""
    _, sheet = log_of(name, *weeks)
    rows = [row for row in sheet.iter_rows(values_only=True) if row[0] and row[3]][1:]
    rules = sample_assessment(name).rules
    return {rule.kind: row[3] for rule, row in zip(rules, rows, strict=True)}


def test_an_empty_log_is_too_early_for_every_rule() -> None:
    for name in SAMPLES:
        assert set(verdicts(name).values()) <= {"too early"}


def test_few_conversations_let_the_rule_apply_and_many_do_not() -> None:
    found = sample_assessment("tax_adviser")
    rule = next(r for r in found.rules if r.kind is DecisionKind.CONVERSATIONS)
    for more, said in ((-0.5, "the rule applies"), (0.0, "it does not apply")):
        outcomes = {rule.kpi_id: (rule.threshold or 0.0) + more}
        weeks = [logged(found, week, outcomes=outcomes) for week in range(5, 9)]
        assert verdicts("tax_adviser", *weeks)[DecisionKind.CONVERSATIONS] == said


KEEPING = [
    name
    for name in SAMPLES
    if any(r.kind is DecisionKind.KEPT_HOURS for r in sample_assessment(name).rules)
]


@pytest.mark.parametrize("name", KEEPING)
@pytest.mark.parametrize(("share", "said"), [(0.9, "the rule applies"), (1.0, "it does not apply")])
def test_hours_below_half_in_most_weeks_let_the_rule_apply(
    name: str, share: float, said: str
) -> None:
    found = sample_assessment(name)
    rule = next(r for r in found.rules if r.kind is DecisionKind.KEPT_HOURS)
    hours = {rule.from_activity: share * (rule.threshold or 0.0)}
    weeks = [logged(found, week, hours=hours) for week in range(1, 5)]
    assert verdicts(name, *weeks)[DecisionKind.KEPT_HOURS] == said


def near(written: float | None, said: float | None) -> bool:
    """Return whether a number is the same to the digits that a workbook keeps."""
    if written is None or said is None:
        return written is said
    return isclose(written, said, rel_tol=1e-15)


SAID = {
    RuleState.NOT_ENOUGH: "too early",
    RuleState.FIRES: "the rule applies",
    RuleState.HOLDS: "it does not apply",
    RuleState.MAY_BE_CHANCE: "it does not apply",
}
BY_THE_WEEK = {DecisionKind.KEPT_HOURS, DecisionKind.CONVERSATIONS, DecisionKind.EARLY_SIGN}
"""Rules that the program too judges by figures a week; the others it judges by single enquiries."""


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(SAMPLES), st.integers(0, 2**32), st.integers(1, 13))
def test_a_rule_by_the_week_is_judged_as_the_program_judges_it(
    name: str, seed: int, count: int
) -> None:
    found, draw = sample_assessment(name), random.Random(seed)  # noqa: S311 - drawn weeks
    keys = [rule.kpi_id for rule in found.rules if rule.kpi_id != "hours_logged"]
    weeks = [
        logged(
            found,
            number,
            hours={k: draw.choice((0.0, 0.5, h)) for k, h in found.plan.hours.items()},
            outcomes={key: float(draw.randint(0, 6)) for key in keys if draw.random() < 0.8},
            is_odd=draw.random() < 0.2,
        )
        for number in sorted(draw.sample(range(1, 14), count))
    ]
    log = Log(weeks=weeks, enquiries=())
    far = found.roadmap.week_start(60)
    case = RuleCase(catalogue=shipped_catalogue(), roadmap=found.roadmap, log=log, today=far)
    wanted = {
        each.rule.kind: SAID[each.state]
        for each in check_rules(case, found.rules)
        if each.rule.kind in BY_THE_WEEK
    }
    seen = verdicts(name, *weeks)
    assert {kind: seen[kind] for kind in wanted} == wanted


AMOUNTS = st.none() | st.floats(0, 1e6)


@settings(max_examples=6, deadline=None)
@given(st.lists(st.tuples(AMOUNTS, AMOUNTS, st.booleans()), min_size=13, max_size=13))
def test_whatever_is_logged_is_there_and_nothing_is_an_error(
    said: list[tuple[float | None, float | None, bool]],
) -> None:
    found = sample_assessment("cafe")
    key = next(c.kpi_id for c in found.kpis if c.kpi_id != "hours_logged")
    first = next(iter(found.plan.hours))
    weeks = [
        LoggedWeek(
            monday=found.roadmap.week_start(week),
            changed_at=SAID_AT,
            hours={} if hours is None else {first: hours},
            outcomes={} if amount is None else {key: amount},
            is_odd=is_odd,
        )
        for week, (hours, amount, is_odd) in enumerate(said, start=1)
    ]
    sheet, _ = log_of("cafe", *weeks)
    places = heads(sheet)
    name = shipped_catalogue().kpis[key].name
    for week, (hours, amount, _) in enumerate(said, start=1):
        row = week_row(sheet, week)
        assert near(row[2].value, hours)
        assert near(row[places[name]].value, amount)


def test_cells_to_fill_in_are_open_and_formulas_are_not() -> None:
    sheet = book(sample_book("cafe"))["KPI log"]
    formulas = [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert sheet.protection.sheet
    assert all(cell.protection.locked for cell in formulas)
    row = week_row(sheet, 1)
    assert not row[2].protection.locked
    assert not row[-1].protection.locked


def test_every_cell_to_fill_in_is_asked_for_a_fitting_value() -> None:
    sheet = book(sample_book("cafe"))["KPI log"]
    places = heads(sheet)
    row = week_row(sheet, 1)
    kinds = {
        row[place].coordinate: rule.type
        for rule in sheet.data_validations.dataValidation
        for place in places.values()
        if row[place].coordinate in rule.sqref
    }
    derived = {"Week", "Monday", "All hours", "Planned", "Kept of the plan", "Note"}
    wanted = {row[place].coordinate for name, place in places.items() if name not in derived}
    assert set(kinds) == wanted
    assert set(kinds.values()) == {"decimal", "list"}


def test_charts_read_the_log() -> None:
    found = book(sample_book("tax_adviser"))
    charts = found["Reviews"]._charts  # noqa: SLF001 - openpyxl has no other way to its charts
    sources = [str(s.val.numRef.f) for chart in charts for s in chart.ser]
    kpis = (
        len(row_of(found["KPI log"], "Week")) - 2 - len(sample_assessment("tax_adviser").plan.hours)
    )
    assert len(charts) == kpis - 7 + 1
    assert all(source.startswith("'KPI log'!$") for source in sources)


def test_no_error_stands_anywhere() -> None:
    for name in SAMPLES:
        assert not [c for c in cells(sample_results(name)) if str(c.value).startswith("#")]
