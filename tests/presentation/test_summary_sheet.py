"""The week as an agenda and as a sheet to write on: all of the plan, in its own words."""

from dataclasses import replace
from datetime import time

import pytest

from socialplanner.domain.agenda import ROUND_THE_CLOCK, WeekTimes
from socialplanner.errors import UserError
from socialplanner.presentation import formats
from socialplanner.presentation.summary import summarise
from socialplanner.presentation.summary.agenda import agenda, fitting_agenda
from socialplanner.presentation.summary.sheet import MOST_COUNTS, sheet, weekly_counts
from tests.domain.builders import shipped_catalogue
from tests.presentation.summaries import (
    SAMPLES,
    changed,
    sample_assessment,
    sample_summary,
    source_of,
    without,
)

EVENING = WeekTimes(days=(1, 3), start=time(19, 30))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_sheet_has_every_hour_of_the_plan(name: str) -> None:
    found, plan = sample_summary(name).sheet, sample_assessment(name).plan
    minutes = {a.id: 0 for a in plan.activities}
    for shown in found.agenda.blocks:
        minutes[shown.block.activity_id] += shown.block.minutes
    assert {key: amount / 60 for key, amount in minutes.items()} == plan.hours
    week = [row for part in sample_summary(name).week.parts for row in part.rows]
    assert [row[1] for row in found.kept.rows[:-1]] == [row.hours for row in week]
    assert found.kept.rows[-1][1] == formats.half_hours(plan.hours_per_week)
    assert all(row[-1] == "" for row in (*found.kept.rows, *found.counts.rows))


def test_each_block_says_when_and_from_which_week() -> None:
    source = source_of(sample_assessment("cafe"))
    found = agenda(source, EVENING)
    assert [day.name for day in found.days] == ["Tuesday", "Thursday"]
    first = found.blocks[0]
    assert first.time.startswith("19:30–")
    starts = {s.activity_id: s.run_week for s in source.assessment.roadmap.spans}
    for shown in found.blocks:
        assert shown.from_week == starts[shown.block.activity_id]
        assert shown.begins == f"from week\u00a0{shown.from_week}"
        assert shown.name == source.short(shown.block.activity_id)
    assert found.later.startswith("Until an activity runs")


def test_what_runs_at_once_and_what_runs_too_late_say_so() -> None:
    found = sample_assessment("cafe")
    spans = found.roadmap.spans
    moved = (replace(spans[0], run_week=14), *(replace(s, run_week=1) for s in spans[1:]))
    source = source_of(replace(found, roadmap=replace(found.roadmap, spans=moved)))
    begins = {b.block.activity_id: b.begins for b in agenda(source, WeekTimes()).blocks}
    assert begins[spans[0].activity_id] == "after the 90 days"
    assert {begins[span.activity_id] for span in spans[1:]} == {""}
    at_once = tuple(replace(span, run_week=1) for span in spans)
    source = source_of(replace(found, roadmap=replace(found.roadmap, spans=at_once)))
    assert agenda(source, WeekTimes()).later == ""


def test_a_day_is_as_long_as_its_blocks() -> None:
    for day in sample_summary("saas_start_up").sheet.agenda.days:
        hours = sum(shown.block.minutes for shown in day.blocks) / 60
        assert day.hours == formats.hours(hours)


def test_a_week_without_room_is_named_and_the_sheet_finds_room_all_the_same() -> None:
    source = source_of(changed("creator", hours_per_week=20.0))
    late = WeekTimes(days=(0, 2), start=time(23, 45))
    with pytest.raises(UserError) as refused:
        agenda(source, late)
    assert "on Monday and Wednesday from 23:45 to midnight: no half-hour is left" in str(
        refused.value
    )
    assert fitting_agenda(source, late) == agenda(source, ROUND_THE_CLOCK)


def test_the_sheet_is_made_for_the_days_that_were_chosen() -> None:
    found = summarise(shipped_catalogue(), sample_assessment("cafe"), times=EVENING).sheet
    assert [day.name for day in found.agenda.days] == ["Tuesday", "Thursday"]
    assert found.headline == "This week: five hours on two days"


@pytest.mark.parametrize("name", SAMPLES)
def test_few_weekly_figures_are_counted_each_once(name: str) -> None:
    source = source_of(sample_assessment(name))
    chosen = [choice.kpi_id for choice in weekly_counts(source)]
    assert 1 <= len(chosen) <= MOST_COUNTS
    assert len(set(chosen)) == len(chosen)
    cadences = {source.catalogue.kpis[key].cadence for key in chosen}
    assert cadences == {"weekly"} or len(chosen) == 1
    printed = sample_summary(name).measuring.kpis.rows
    for row in sample_summary(name).sheet.counts.rows:
        assert any(name.startswith(row[0]) and how == row[1] for _, name, how, _, _ in printed)


def test_where_no_figure_is_weekly_the_first_early_sign_stands_in() -> None:
    found = sample_assessment("cafe")
    catalogue = shipped_catalogue()
    kpis = {key: replace(kpi, cadence="monthly") for key, kpi in catalogue.kpis.items()}
    source = replace(source_of(found), catalogue=replace(catalogue, kpis=kpis))
    assert [c.kpi_id for c in weekly_counts(source)] == [found.kpis[0].kpi_id]


def test_the_sheet_says_what_to_stop_or_that_it_cannot_know() -> None:
    found = sample_summary("cafe")
    assert found.sheet.stop == found.week.releases
    silent = sheet(source_of(without("cafe", "hours.")), WeekTimes())
    assert silent.stop == (
        "You did not say where your hours go now, so we cannot say what to stop.",
    )
    source = source_of(sample_assessment("cafe"))
    hours = replace(source.assessment.hours, releases=())
    nothing = replace(source, assessment=replace(source.assessment, hours=hours))
    assert sheet(nothing, WeekTimes()).stop == (
        "Nothing that you do now has to stop for this plan.",
    )


def test_the_question_is_the_one_of_the_plan() -> None:
    found = sample_summary("cafe")
    assert (found.sheet.question, found.sheet.codes) == (
        found.measuring.question,
        found.measuring.codes,
    )
