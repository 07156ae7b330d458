"""The next 90 days: set-up within the hours there are, reviews on working days."""

from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.domain.activity import Phase
from socialplanner.domain.ids import Mode
from socialplanner.domain.plan import Plan
from socialplanner.domain.roadmap import Roadmap, make_roadmap
from tests.domain.assessments import assessment, firm_assessment, firm_with
from tests.domain.builders import BUSINESS, shipped_catalogue
from tests.domain.checks import misplaced_steps, unfinished
from tests.domain.firms import FIRMS

DATES = st.dates(date(1900, 1, 1), date(2900, 12, 31))
HOURS = (1.0, 2.5, 4.0, 15.0, 40.0)


@cache
def plan_at(name: str, hours: float) -> Plan:
    """Return a firm's plan for some hours a week."""
    return assessment(firm_with(name, hours_per_week=hours)).plan


def roadmap_at(name: str, hours: float) -> Roadmap:
    """Return the roadmap of a firm's plan for some hours a week."""
    return make_roadmap(shipped_catalogue(), BUSINESS, plan_at(name, hours), date(2026, 11, 23))


@settings(max_examples=60)
@given(DATES)
def test_thirteen_weeks_begin_on_the_first_monday_from_the_date_on(day: date) -> None:
    found = make_roadmap(shipped_catalogue(), BUSINESS, plan_at("plumber", 4.0), day)
    assert found.start.weekday() == 0
    assert 0 <= (found.start - day).days < 7
    assert found.week_start(1) == found.start
    assert found.week_start(13) == found.start + timedelta(weeks=12)
    assert found.weeks == 13


@settings(max_examples=60)
@given(DATES)
def test_reviews_come_every_four_weeks_on_a_working_day(day: date) -> None:
    found = make_roadmap(shipped_catalogue(), BUSINESS, plan_at("plumber", 4.0), day)
    gaps = {later - earlier for earlier, later in zip(found.reviews, found.reviews[1:])}  # noqa: B905
    assert gaps == {timedelta(weeks=4)}
    assert len(found.reviews) == 3
    assert all(review.weekday() < 5 for review in found.reviews)
    assert found.start + timedelta(weeks=3) <= found.reviews[0] < found.start + timedelta(weeks=4)
    assert found.reviews[-1] < found.start + timedelta(weeks=13)


def test_a_date_near_the_end_of_the_calendar_is_no_reason_to_crash() -> None:
    found = make_roadmap(shipped_catalogue(), BUSINESS, plan_at("cafe", 5.0), date(9999, 9, 1))
    assert found.reviews[-1].year == 9999


@pytest.mark.parametrize("hours", HOURS)
@pytest.mark.parametrize("name", FIRMS)
def test_set_up_and_running_never_take_more_than_the_week_has(name: str, hours: float) -> None:
    found, plan = roadmap_at(name, hours), plan_at(name, hours)
    assert unfinished(found, plan.hours, plan.hours_available) == []
    assert {span.activity_id for span in found.spans} == plan.hours.keys()
    assert all(1 <= span.set_up_week < span.run_week for span in found.spans)


@pytest.mark.parametrize("hours", HOURS)
@pytest.mark.parametrize("name", FIRMS)
def test_every_step_lies_within_the_roadmap(name: str, hours: float) -> None:
    assert misplaced_steps(roadmap_at(name, hours)) == []


@pytest.mark.parametrize("hours", HOURS)
@pytest.mark.parametrize("name", FIRMS)
def test_steps_follow_from_setting_up_to_building_to_a_review(name: str, hours: float) -> None:
    found = roadmap_at(name, hours)
    spans = {span.activity_id: span for span in found.spans}
    for step in found.steps:
        span = spans[step.activity_id]
        if step.phase is Phase.PREPARE:
            assert span.set_up_week <= step.first_week
            assert step.first_week < span.run_week
        else:
            assert step.first_week >= span.run_week
        if step.phase is Phase.REVIEW:
            week = found.week_start(step.first_week)
            assert any(week <= review < week + timedelta(weeks=1) for review in found.reviews)


@pytest.mark.parametrize("name", FIRMS)
def test_the_steps_of_setting_up_hold_the_set_up_hours(name: str) -> None:
    catalogue, found = shipped_catalogue(), roadmap_at(name, 15.0)
    for span in found.spans:
        activity = catalogue.activity(span.activity_id)
        own = [s for s in found.steps if s.activity_id == activity.id and s.phase is Phase.PREPARE]
        if own and span.run_week <= 13:
            assert sum(step.hours for step in own) == pytest.approx(activity.setup_hours)
    every = sum(catalogue.activity(key).setup_hours for key in plan_at(name, 15.0).hours)
    assert found.set_up_hours == pytest.approx(every)


@pytest.mark.parametrize("name", FIRMS)
def test_answering_and_notes_are_set_up_in_the_first_week(name: str) -> None:
    spans = {span.activity_id: span for span in roadmap_at(name, 15.0).spans}
    assert spans["reply_desk"].set_up_week == spans["followup_notes"].set_up_week == 1


def test_each_step_is_done_by_somebody_whose_strength_it_is() -> None:
    row: dict[str, str | float] = {"name": "Ada", "hours": 6.0, "strength": "talking"}
    people = (row, {**row, "name": "Bo", "strength": "making"})
    found = assessment(firm_with("tax_adviser", people=people))
    modes = {a.id: a.mode for a in found.plan.activities}
    for step in found.roadmap.steps:
        assert step.who == ("Ada" if modes[step.activity_id] is Mode.NETWORK else "Bo")


def test_nobody_is_named_where_the_owner_named_nobody() -> None:
    assert {step.who for step in firm_assessment("creator").roadmap.steps} == {""}


def test_two_people_of_one_name_have_the_hours_of_two() -> None:
    row: dict[str, str | float] = {"name": "", "hours": 6.0, "strength": "both"}
    third: dict[str, str | float] = {"name": "Cy", "hours": 7.0, "strength": "both"}
    found = assessment(firm_with("saas_start_up", people=(row, row, third)))
    done = {span.activity_id: 0.0 for span in found.roadmap.spans}
    by_name = {step.activity_id: step.who for step in found.roadmap.steps}
    hours = {"": 0.0, "Cy": 0.0}
    for key in done:
        hours[by_name.get(key, "")] += found.plan.hours[key]
    assert hours["Cy"] <= 7.0
