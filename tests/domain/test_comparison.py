"""The nine hours rows now against the plan, and where the time has to come from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.comparison import compare_hours, planned_rows
from socialplanner.domain.ids import Mode
from socialplanner.domain.mix import hours_questions
from tests.domain.assessments import assessment, firm_assessment
from tests.domain.builders import shipped_catalogue
from tests.domain.firms import FIRMS

ROWS = [question.id for question in hours_questions(shipped_catalogue().questionnaire)]
NOW = st.fixed_dictionaries({row: st.sampled_from([0.0, 0.4, 1.0, 5.0]) for row in ROWS})
PLANS = st.dictionaries(
    st.sampled_from([activity.id for activity in shipped_catalogue().activities]),
    st.integers(1, 16).map(lambda steps: steps / 2),
    min_size=1,
    max_size=10,
)


def test_there_are_nine_rows_five_of_them_networking() -> None:
    rows = firm_assessment("plumber").hours.rows
    assert [row.question_id for row in rows] == ROWS
    assert [row.mode for row in rows].count(Mode.NETWORK) == 5
    assert len(rows) == 9


@given(PLANS)
def test_the_rows_sum_to_the_hours_planned_also_by_mode(hours: dict[str, float]) -> None:
    catalogue = shipped_catalogue()
    rows = planned_rows(catalogue, hours)
    assert sum(rows.values()) == pytest.approx(sum(hours.values()))
    assert all(amount >= 0 for amount in rows.values())


@given(NOW, PLANS)
def test_time_is_released_where_the_plan_needs_half_an_hour_less(
    now: dict[str, float], hours: dict[str, float]
) -> None:
    found = compare_hours(shipped_catalogue(), now, hours)
    for row in found.rows:
        assert row.now == now[row.question_id]
        less = (row.now or 0.0) - row.planned
        assert row.release == max(0.0, less)
        assert (row in found.releases) == (less >= 0.5)
        assert row.is_stopped == (now[row.question_id] > 0 and row.planned == 0)
    sizes = [row.release for row in found.releases]
    assert sizes == sorted(sizes, reverse=True)
    assert found.to_find == pytest.approx(sum(hours.values()) - sum(now.values()))


@given(PLANS)
def test_without_hours_of_today_nothing_is_to_be_stopped(hours: dict[str, float]) -> None:
    found = compare_hours(shipped_catalogue(), None, hours)
    assert found.releases == ()
    assert found.to_find is None
    assert not any(row.is_stopped or row.release for row in found.rows)


@pytest.mark.parametrize("name", FIRMS)
def test_the_planned_rows_of_a_firm_keep_its_hours(name: str) -> None:
    found = firm_assessment(name)
    planned = sum(row.planned for row in found.hours.rows)
    assert planned == pytest.approx(found.plan.hours_per_week)


def test_a_row_counted_under_one_mode_holds_hours_of_that_mode_alone() -> None:
    catalogue = shipped_catalogue()
    modes = {q.id: q.mode for q in hours_questions(catalogue.questionnaire)}
    crossing = [
        (activity.id, row)
        for activity in catalogue.activities
        for row in activity.hours_rows
        if modes[row] is not activity.mode
    ]
    assert crossing == []


def test_hours_of_advertising_are_stopped_where_the_plan_holds_no_advert() -> None:
    answers = {**FIRMS["plumber"].answers, "hours.advertising": 2.0, "hours.making": 0.5}
    releases = assessment(answers).hours.releases
    first = releases[0]
    assert (first.question_id, first.release, first.is_stopped) == ("hours.advertising", 2.0, True)
