"""Exact allocation: the laws of method section 13."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from socialplanner.domain.allocation import FREE, Band, band, frontier, solve
from socialplanner.domain.profile import Choices
from tests.domain.builders import BUSINESS, NEUTRAL, Instance, instance_of
from tests.domain.businesses import random_instance
from tests.domain.oracles import HYGIENE, broken_rules
from tests.domain.small import halves, small_instances

SEEDS = st.integers(0, 10**6)
"""A seed stands for its `random_instance`: a failure then prints one number."""

TOLERANCE = 1e-9


def value(instance: Instance) -> float:
    """Return the value of the plan; minus infinity where there is none."""
    found = instance.solve()
    return float(found.value[0]) if found.is_feasible[0] else -np.inf


def free(instance: Instance) -> Instance:
    """Return the instance without its band."""
    return replace(instance, low=FREE[0], high=FREE[1])


def with_hours(instance: Instance, hours: float) -> Instance:
    """Return the instance with other hours a week."""
    return replace(instance, business=replace(instance.business, hours_per_week=hours))


@settings(max_examples=40)
@given(SEEDS, halves(0, 3))
def test_more_hours_never_lower_the_free_optimum(seed: int, more: float) -> None:
    instance = random_instance(seed)
    instance = replace(instance, choices=replace(instance.choices, earlier_plan=None))
    wider = with_hours(instance, instance.business.hours_per_week + more)
    assert value(free(wider)) >= value(free(instance)) - TOLERANCE


@given(small_instances(hours=halves(0.5, 2)))
def test_half_an_hour_more_never_lowers_the_free_optimum_of_a_short_week(
    instance: Instance,
) -> None:
    assume(instance.offered)
    instance = replace(instance, choices=replace(instance.choices, earlier_plan=None))
    longer = with_hours(instance, instance.business.hours_per_week + 0.5)
    assert value(free(longer)) >= value(free(instance)) - TOLERANCE


@settings(max_examples=40)
@given(SEEDS, st.data())
def test_removing_an_activity_never_raises_the_free_optimum(seed: int, data: st.DataObject) -> None:
    instance = random_instance(seed)
    gone = data.draw(st.sampled_from([a.id for a in instance.offered]))
    declined = replace(instance.choices, declined=instance.choices.declined | {gone})
    poorer = replace(instance, choices=replace(declined, earlier_plan=None))
    richer = replace(instance, choices=replace(instance.choices, earlier_plan=None))
    assert value(free(poorer)) <= value(free(richer)) + TOLERANCE


@settings(max_examples=40)
@given(SEEDS, st.floats(0.15, 0.85))
def test_a_band_of_everything_gives_the_free_optimum(seed: int, share: float) -> None:
    instance = random_instance(seed)
    everything = replace(instance, low=share - 1, high=share + 1)
    assert value(everything) == value(free(instance))


@settings(max_examples=100)
@given(small_instances() | SEEDS.map(random_instance), st.floats(0, 0.4))
def test_a_wider_band_never_lowers_the_value(instance: Instance, more: float) -> None:
    assume(instance.offered)
    wider = replace(instance, low=instance.low - more, high=instance.high + more)
    assert value(instance) <= value(wider) + TOLERANCE
    assert value(wider) <= value(free(instance)) + TOLERANCE


@settings(max_examples=40)
@given(SEEDS)
def test_every_plan_keeps_every_rule_and_holds_hygiene(seed: int) -> None:
    instance = random_instance(seed)
    hours = instance.hours()
    assume(hours)
    assert broken_rules(instance, hours) == []
    assert all(hours[key] >= 0.5 for key in HYGIENE)


@pytest.mark.parametrize("hours", [1.0, 2.5, 2.99])
def test_a_week_under_three_hours_needs_no_hygiene(hours: float) -> None:
    desk = replace(NEUTRAL, id="reply_desk", fits={BUSINESS.kind: 0.5})
    without_desk = Choices(declined=frozenset({"reply_desk"}))
    busy = with_hours(replace(instance_of(NEUTRAL, desk), choices=without_desk), hours)
    assert busy.solve().is_feasible[0]
    assert not with_hours(busy, 3.0).solve().is_feasible[0]


@settings(max_examples=15)
@given(SEEDS)
def test_many_versions_solved_as_one_array_are_solved_as_if_one_by_one(seed: int) -> None:
    instance, rng = random_instance(seed), np.random.default_rng(seed)
    programme, count = instance.programme, 60
    values = instance.values() * rng.lognormal(0, 0.5, (count, len(instance.offered), 1))
    low = rng.uniform(0, 0.8, count)
    wanted = Band(low=low, high=low + 0.2)
    together = solve(programme, values, wanted)
    for row in range(0, count, 7):
        alone = solve(programme, values[row : row + 1], wanted.rows(slice(row, row + 1)))
        assert np.array_equal(together.hours[row], alone.hours[0])
        assert together.value[row] == alone.value[0]
        assert together.is_feasible[row] == alone.is_feasible[0]


@settings(max_examples=40)
@given(SEEDS)
def test_the_frontier_peaks_at_the_free_optimum(seed: int) -> None:
    instance = random_instance(seed)
    best = free(instance).solve()
    assume(best.is_feasible[0])
    found = frontier(instance.programme, instance.values())
    assert found.max() == pytest.approx(best.value[0], rel=1e-12)


def test_without_any_plan_the_solution_says_so_and_holds_no_hours() -> None:
    instance = replace(instance_of(NEUTRAL), choices=Choices(declined=frozenset({NEUTRAL.id})))
    found = solve(instance.programme, instance.values(), band(*FREE))
    assert not found.is_feasible[0]
    assert found.hours.sum() == found.value[0] == 0
