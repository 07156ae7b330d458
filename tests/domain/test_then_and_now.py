"""Two assessments side by side: only what exceeds both errors counts, and weeks as logged."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from math import sqrt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialplanner.domain.assessment import Assessment, assess
from socialplanner.domain.followed import FollowedHours
from socialplanner.domain.ids import CELLS, Mode
from socialplanner.domain.profile import Choices, Profile
from socialplanner.domain.record import LoggedWeek
from socialplanner.domain.then_and_now import (
    Move,
    ThenAndNow,
    counted_weeks,
    kept_hours,
    then_and_now,
)
from tests.domain.assessments import TODAY, firm_assessment
from tests.domain.builders import shipped_catalogue
from tests.domain.firms import FIRMS

LATER = TODAY + timedelta(weeks=13)
NOW = datetime(2027, 1, 1, tzinfo=UTC)
FINITE = st.floats(0, 100)
ERRORS = st.floats(0, 20)
SCORED = [question for question in shipped_catalogue().questionnaire if question.is_scored]


@cache
def again(name: str, level: float | None = None, day: date = LATER) -> Assessment:
    """Return a firm's assessment 13 weeks later, every scored answer at one level if wished."""
    scored = {} if level is None else {q.id: level for q in SCORED if not q.options}
    answers = {**FIRMS[name].answers, **scored}
    return assess(shipped_catalogue(), Profile(name="Anybody"), answers, Choices(), day)


def compared(earlier: Assessment, later: Assessment) -> ThenAndNow:
    """Return two assessments side by side with the shipped catalogue."""
    return then_and_now(shipped_catalogue(), earlier, later)


def moves(found: ThenAndNow) -> list[Move]:
    """Return all figures that are judged."""
    return [*found.cells.values(), *found.overall.values(), found.practice]


def week(number: int, hours: dict[str, float], *, is_odd: bool = False) -> LoggedWeek:
    """Return a logged week, counted from the first of the roadmap."""
    monday = firm_assessment("tax_adviser").roadmap.week_start(number)
    return LoggedWeek(monday=monday, changed_at=NOW, hours=hours, is_odd=is_odd)


@pytest.mark.parametrize("level", [None, 0.0, 3.0])
@pytest.mark.parametrize("name", FIRMS)
def test_the_same_answers_again_change_nothing(name: str, level: float | None) -> None:
    earlier = again(name, level, TODAY)
    found = compared(earlier, again(name, level))
    assert not any(move.is_changed for move in moves(found))
    assert all(move.difference in (0, None) for move in moves(found))
    assert found.answers == ()
    assert found.asked == len(earlier.answers)


@pytest.mark.parametrize("level", [0.0, 2.0, 4.0])
@pytest.mark.parametrize("name", FIRMS)
def test_swapping_then_and_now_flips_every_sign_and_nothing_else(name: str, level: float) -> None:
    first, second = again(name, 1.0, TODAY), again(name, level)
    assert any(move.is_changed for move in moves(compared(first, second)))
    there, back = compared(first, second), compared(second, first)
    for forth, reverse in zip(moves(there), moves(back), strict=True):
        assert forth.is_changed is reverse.is_changed
        assert forth.margin == reverse.margin
        if forth.difference is not None:
            assert reverse.difference == -forth.difference
    flipped = [(move.question_id, move.now, move.then) for move in back.answers]
    assert [(move.question_id, move.then, move.now) for move in there.answers] == flipped
    assert there.asked == back.asked


@given(FINITE, FINITE, ERRORS, ERRORS)
def test_a_figure_counts_as_changed_only_above_both_errors_together(
    then: float, now: float, then_error: float, now_error: float
) -> None:
    move = Move(then=then, now=now, then_error=then_error, now_error=now_error)
    combined = 1.96 * sqrt(then_error**2 + now_error**2)
    if abs(abs(now - then) - combined) > 1e-9:
        assert move.is_changed is (abs(now - then) > combined)


@given(FINITE, ERRORS)
def test_what_was_not_known_once_is_neither_changed_nor_a_difference(
    value: float, error: float
) -> None:
    for move in (
        Move(then=None, now=value, now_error=error),
        Move(then=value, now=None, then_error=error),
        Move(then=None, now=None),
    ):
        assert move.difference is None
        assert not move.is_changed


def test_the_margin_of_a_score_is_that_of_the_method() -> None:
    found = compared(again("tax_adviser", 1.0), again("tax_adviser", 2.0))
    assert all(17.5 <= found.cells[cell].margin <= 22.1 for cell in CELLS)
    assert all(8.4 <= found.overall[mode].margin <= 9.1 for mode in Mode)
    assert all(found.cells[cell].is_changed for cell in CELLS)


def test_every_answer_that_differs_is_there_in_asking_order() -> None:
    found = compared(firm_assessment("tax_adviser"), again("tax_adviser", 0.0))
    order = [question.id for question in shipped_catalogue().questionnaire]
    places = [order.index(move.question_id) for move in found.answers]
    assert places == sorted(places)
    then, now = firm_assessment("tax_adviser").answers, again("tax_adviser", 0.0).answers
    assert {move.question_id for move in found.answers} == {
        key for key in then.keys() | now.keys() if then.get(key) != now.get(key)
    }


def test_an_answer_under_its_former_id_is_the_same_answer() -> None:
    catalogue = shipped_catalogue()
    renamed = replace(catalogue, renamed={**catalogue.renamed, "style.former": SCORED[0].id})
    earlier = firm_assessment("tax_adviser")
    former = {SCORED[0].id: "style.former"}
    said = {former.get(key, key): answer for key, answer in earlier.answers.items()}
    found = then_and_now(renamed, replace(earlier, answers=said), again("tax_adviser"))
    assert found.answers == ()


def test_an_answer_that_is_no_longer_asked_comes_last() -> None:
    earlier = firm_assessment("tax_adviser")
    said = {**earlier.answers, "gone.question": 3.0}
    found = compared(replace(earlier, answers=said), again("tax_adviser"))
    assert [move.question_id for move in found.answers] == ["gone.question"]
    assert found.answers[0].now is None


def test_only_logged_weeks_of_the_time_between_count() -> None:
    earlier, later = firm_assessment("tax_adviser"), again("tax_adviser")
    hours = {"reply_desk": 1.0}
    before = week(0, hours)
    good, odd, empty = week(1, hours), week(2, hours, is_odd=True), week(3, {})
    running = LoggedWeek(monday=LATER - timedelta(days=6), changed_at=NOW, hours=hours)
    assert counted_weeks((before, good, odd, empty, running), earlier, later) == (good,)


def from_the_start(hours: Mapping[str, float]) -> tuple[FollowedHours, ...]:
    return (FollowedHours(monday=firm_assessment("tax_adviser").roadmap.start, hours=hours),)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.floats(0, 3), min_size=1, max_size=12))
def test_kept_hours_are_those_of_the_weeks_in_which_an_activity_was_to_run(
    logged: list[float],
) -> None:
    earlier = firm_assessment("tax_adviser")
    weeks = [week(number, {"reply_desk": each}) for number, each in enumerate(logged, start=1)]
    found = kept_hours(from_the_start(earlier.plan.hours), earlier.roadmap, weeks)
    starts = {span.activity_id: span.run_week for span in earlier.roadmap.spans}
    assert {row.activity_id for row in found} == {
        key for key, start in starts.items() if start <= len(logged)
    }
    for row in found:
        running = logged[starts[row.activity_id] - 1 :]
        assert row.planned == pytest.approx(row.a_week * len(running))
        expected = sum(running) if row.activity_id == "reply_desk" else 0.0
        assert row.logged == pytest.approx(expected)


def test_hours_of_no_activity_or_of_no_week_are_not_compared() -> None:
    roadmap = firm_assessment("tax_adviser").roadmap
    assert kept_hours(from_the_start({"reply_desk": 1.0}), roadmap, []) == ()
    none = from_the_start({"reply_desk": 0.0})
    assert kept_hours(none, roadmap, [week(9, {"reply_desk": 1.0})]) == ()


def test_a_promise_without_a_place_in_the_roadmap_counts_from_its_start() -> None:
    roadmap = firm_assessment("tax_adviser").roadmap
    promised = from_the_start({"forum_answers": 2.0})
    (row,) = kept_hours(promised, roadmap, [week(1, {"forum_answers": 1.0})])
    assert (row.planned, row.logged) == (2.0, 1.0)
    assert roadmap.start >= date(2026, 11, 23)
