"""What is believed before anything is counted (method section 5.2)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.answers import NoAnswer, TableRow
from socialplanner.domain.belief import (
    Present,
    Remembered,
    belief_of,
    mode_rows,
    present_of,
    remembered_of,
)
from socialplanner.domain.dose import effective_hours, hours_table
from socialplanner.domain.ids import Mode
from socialplanner.domain.learning_case import learning_case
from socialplanner.domain.response import curves
from tests.domain.builders import shipped_catalogue, shipped_parameters
from tests.domain.logs import PLAN, adviser, case_of, steady_log

CATALOGUE = shipped_catalogue()
MONTH = shipped_parameters().money.weeks_per_month


def stands(hours: dict[str, float], enquiries: float | None = 9.0, share: float = 0.4) -> Present:
    """Return how things stand."""
    return Present(hours=hours, enquiries=enquiries, effort_share=share)


@given(enquiries=st.floats(0.1, 500), share=st.floats(0.01, 0.99))
def test_the_present_hours_bring_their_share_of_the_present_enquiries(
    enquiries: float, share: float
) -> None:
    problem = adviser()
    found = belief_of(
        problem.activities,
        problem.circumstances,
        stands(dict(PLAN), enquiries, share),
        CATALOGUE,
    )
    dose = effective_hours(
        problem.activities,
        hours_table(problem.activities, [PLAN]),
        problem.circumstances.tools,
        problem.parameters,
    )[0]
    assert found.productivity @ dose == pytest.approx(share * enquiries)
    assert found.baseline == pytest.approx((1 - share) * enquiries)


def test_activities_stand_to_one_another_as_in_the_plans_own_curves() -> None:
    problem = adviser()
    found = belief_of(problem.activities, problem.circumstances, stands(dict(PLAN)), CATALOGUE)
    year = replace(problem.circumstances, weekly_discount=1.0)
    scale = curves(problem.activities, [year], problem.parameters).scale[0]
    assert found.productivity / found.productivity[0] == pytest.approx(scale / scale[0])


@pytest.mark.parametrize("hours", [{}, {"reply_desk": 0.05}, {"unknown": 3.0}])
def test_hours_that_do_nothing_are_stood_in_for(hours: dict[str, float]) -> None:
    problem = adviser()
    found = belief_of(problem.activities, problem.circumstances, stands(hours), CATALOGUE)
    assert found.productivity.mean() == pytest.approx(0.4 * 9)


@pytest.mark.parametrize(("monthly", "weekly"), [(39.0, 39 / MONTH), (0.5, 0.25)])
def test_what_the_owner_said_counts_as_at_least_one_enquiry_a_month(
    monthly: float, weekly: float
) -> None:
    business = replace(adviser().business, enquiries_per_month=monthly)
    assert present_of(CATALOGUE, business, PLAN).enquiries == pytest.approx(weekly)


@pytest.mark.parametrize("monthly", [None, 0.0])
def test_where_the_owner_had_no_figure_the_log_gives_one(monthly: float | None) -> None:
    business = replace(adviser().business, enquiries_per_month=monthly)
    unknown = present_of(CATALOGUE, business, PLAN)
    assert unknown.enquiries is None
    weeks = case_of(steady_log(5, "newsletter", "", "")).weeks
    problem = adviser()
    cases = [
        learning_case(CATALOGUE, problem.activities, problem.circumstances, unknown, some)
        for some in (weeks, ())
    ]
    assert cases[0].belief.baseline == pytest.approx(0.6 * 3)
    assert cases[1].belief.baseline == pytest.approx(0.6 * 0.25)


def test_what_is_done_although_it_does_not_fit_at_all_is_believed_to_bring_little() -> None:
    first, *rest = adviser().activities
    useless = replace(first, fits={adviser().business.kind: 0.0})
    found = belief_of([useless, *rest], adviser().circumstances, stands(dict(PLAN)), CATALOGUE)
    assert 0 < found.productivity[0] < found.productivity[1:].min()


def test_what_is_remembered_pulls_the_share_half_way_for_ten() -> None:
    business = adviser().business
    assert present_of(CATALOGUE, business, PLAN).effort_share == pytest.approx(0.4)
    all_named = present_of(CATALOGUE, business, PLAN, Remembered(work=10.0))
    assert all_named.effort_share == pytest.approx(0.7)
    none_named = present_of(CATALOGUE, business, PLAN, Remembered(anyway=10.0))
    assert none_named.effort_share == pytest.approx(0.2)


def test_only_rows_whose_cause_is_known_count_among_the_last_ten() -> None:
    answer: tuple[TableRow, ...] = (
        {"source": "Walked past", "count": 4.0, "cause": "anyway"},
        {"source": "A post", "count": 2.0, "cause": "work"},
        {"source": "No idea", "count": 3.0, "cause": "unknown"},
        {"source": "A friend", "count": 1.0},
        {"source": "A talk", "cause": "work"},
    )
    assert remembered_of(answer) == Remembered(work=2.0, anyway=4.0)
    assert remembered_of(None) == remembered_of(NoAnswer.UNKNOWN) == Remembered()


def test_who_counts_more_than_ten_is_taken_to_say_shares_of_ten() -> None:
    answer: tuple[TableRow, ...] = (
        {"source": "Posts", "count": 300.0, "cause": "work"},
        {"source": "The street", "count": 100.0, "cause": "anyway"},
    )
    assert remembered_of(answer) == Remembered(work=7.5, anyway=2.5)


def test_each_activity_points_to_the_traces_of_its_mode() -> None:
    activities = CATALOGUE.activities
    assert [list(Mode)[row] for row in mode_rows(activities)] == [a.mode for a in activities]
