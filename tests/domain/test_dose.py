"""What logged hours put to work: curve, delay and carry-over (method section 5.2)."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.domain.activity import Activity
from socialplanner.domain.dose import doses, effective_hours, hours_table
from socialplanner.domain.response import Circumstances, Floats, curves
from tests.domain.builders import NEUTRAL, shipped_catalogue, shipped_parameters

ALLOCATION = shipped_parameters().allocation
NO_TOOLS = frozenset[str]()


def lasting(delay: float, half_life: float) -> Activity:
    """Return an activity with a delay and a half-life."""
    return replace(NEUTRAL, delay_weeks=delay, half_life_weeks=half_life)


def carried(activity: Activity, *effective: float, before: float = 0.0) -> Floats:
    """Return the doses of one activity."""
    return doses([activity], np.array([effective]).T, np.array([before]))[:, 0]


def test_one_week_of_work_arrives_after_its_delay_and_halves_with_every_half_life() -> None:
    found = carried(lasting(2.0, 1.0), 1.0, *[0.0] * 5)
    assert found == pytest.approx([0, 0, 0.5, 0.25, 0.125, 0.0625])


def test_a_delay_between_two_weeks_is_shared_between_them() -> None:
    found = carried(lasting(0.25, 1e-3), 1.0, 0.0, 0.0)
    assert found == pytest.approx([0.75, 0.25, 0.0])


@given(delay=st.floats(0, 6), half_life=st.floats(0.1, 12), amount=st.floats(0, 5))
def test_what_always_went_on_goes_on_at_the_same_dose(
    delay: float, half_life: float, amount: float
) -> None:
    found = carried(lasting(delay, half_life), *[amount] * 8, before=amount)
    assert found == pytest.approx([amount] * 8)


@given(delay=st.floats(0, 4), half_life=st.floats(0.1, 4))
def test_all_work_of_a_week_arrives_in_the_end(delay: float, half_life: float) -> None:
    found = carried(lasting(delay, half_life), 1.0, *[0.0] * 120)
    assert found.sum() == pytest.approx(1.0)


@settings(max_examples=50)
@given(delay=st.integers(0, 4), half_life=st.floats(0.1, 12), data=st.data())
def test_the_doses_are_the_weighted_sum_of_the_method(
    delay: int, half_life: float, data: st.DataObject
) -> None:
    effective = data.draw(st.lists(st.floats(0, 3), min_size=1, max_size=12))
    carry = 2 ** (-1 / half_life)
    by_hand = [
        sum(
            (1 - carry) * carry ** (lag - delay) * effective[week - lag]
            for lag in range(delay, week + 1)
        )
        for week in range(len(effective))
    ]
    assert carried(lasting(delay, half_life), *effective) == pytest.approx(by_hand)


@given(hours=st.floats(0, 12))
def test_the_curve_is_the_catalogues_own_without_its_productivity(hours: float) -> None:
    activities = shipped_catalogue().activities
    tools = frozenset({"scheduler"})
    around = Circumstances(
        kind="local_service",
        goal_weights={"leads": 1.0},
        gap_points={},
        weekly_discount=0.985,
        tools=tools,
    )
    made = replace(curves(activities, [around], ALLOCATION), scale=np.ones((1, len(activities))))
    at_hours = made.values(1, hours)[0, :, 1]
    found = effective_hours(activities, np.full(len(activities), hours), tools, ALLOCATION)
    assert found == pytest.approx(at_hours)


def test_an_activity_that_a_week_does_not_name_got_no_hours() -> None:
    first, second = (replace(NEUTRAL, id=key) for key in ("a", "b"))
    assert hours_table([first, second], [{"a": 1.0}, {"b": 2.0, "other": 9.0}]).tolist() == [
        [1.0, 0.0],
        [0.0, 2.0],
    ]
    assert hours_table([first], []).shape == (0, 1)
