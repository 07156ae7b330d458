"""Exact allocation: equal to brute force, to greedy and to the continuous optimum's bounds."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialplanner.domain.activity import Activity
from socialplanner.domain.response import curves
from socialplanner.domain.target import goal_weights
from tests.domain.builders import (
    BUSINESS,
    NEUTRAL,
    Instance,
    instance_of,
    shipped_catalogue,
    shipped_parameters,
)
from tests.domain.continuous import Slope, unit_greedy, water_filling
from tests.domain.oracles import STEP, broken_rules, brute_force, modelled_value, outside
from tests.domain.small import small_instances

GRID_LOSS = {5: 0.06, 10: 0.035, 20: 0.015, 40: 0.006}
"""How much the half-hour grid may cost at most, by hours a week."""


def is_offered_any(instance: Instance) -> bool:
    """Return whether there is anything to plan with."""
    return bool(instance.offered)


@settings(max_examples=250, suppress_health_check=[HealthCheck.too_slow])
@given(small_instances().filter(is_offered_any))
def test_the_plan_is_the_best_that_brute_force_finds(instance: Instance) -> None:
    best, found = brute_force(instance), instance.solve()
    assert bool(found.is_feasible[0]) == (best is not None)
    if best is not None:
        hours = instance.hours()
        assert broken_rules(instance, hours) == []
        assert outside(instance, hours) == pytest.approx(best.distance, abs=1e-9)
        assert found.value[0] == pytest.approx(best.value, rel=1e-9, abs=1e-9)
        assert found.value[0] == pytest.approx(modelled_value(instance, hours), abs=1e-9)


def concave_instance(kind: str, hours: float) -> Instance:
    """Return all shipped activities without minimum, maximum, overhead, hygiene and counts."""
    parameters = shipped_parameters()
    goals = ("awareness", "leads", "referrals")
    return Instance(
        activities=tuple(map(stripped, shipped_catalogue().activities)),
        parameters=replace(
            parameters.allocation, min_activities=99, max_activities=99, hygiene_hours={}
        ),
        weights=goal_weights(goals, parameters.target),
        business=replace(
            BUSINESS,
            kind=kind,
            goals=goals,
            hours_per_week=hours,
            tools=frozenset({"scheduler"}),
            ad_budget_per_week=10.0,
        ),
    )


def stripped(activity: Activity) -> Activity:
    """Return an activity that may take any hours and loses none of them."""
    return replace(
        activity,
        platforms=("all",),
        fixed_hours=0.0,
        setup_hours=0.0,
        min_hours=0.5,
        max_hours=40.0,
    )


def slopes(instance: Instance) -> list[Slope]:
    """Return the continuous problem behind an instance."""
    made = curves(instance.offered, [instance.circumstances], instance.parameters)
    rows = zip(made.scale[0], made.half_hours[0], 1 - made.saving, strict=True)
    return [Slope(float(scale), float(half), float(cost)) for scale, half, cost in rows]


@pytest.mark.parametrize("kind", ["b2b_services", "local_retail", "ecommerce", "nonprofit"])
@pytest.mark.parametrize("hours", sorted(GRID_LOSS))
def test_the_concave_plan_equals_unit_greedy_and_lies_under_the_continuous_optimum(
    kind: str, hours: int
) -> None:
    instance = concave_instance(kind, hours)
    found = float(instance.solve().value[0])
    assert found == pytest.approx(unit_greedy(list(instance.values()[0]), 2 * hours), rel=1e-12)
    split = water_filling(slopes(instance), hours)
    pairs = list(zip(slopes(instance), split, strict=True))
    ceiling = sum(slope.value(amount) for slope, amount in pairs)
    rounded = sum(slope.value(np.floor(amount / STEP) * STEP) for slope, amount in pairs)
    assert sum(split) == pytest.approx(hours)
    assert rounded - 1e-9 <= found <= ceiling + 1e-9
    assert 1 - found / ceiling <= GRID_LOSS[hours]


@settings(max_examples=60)
@given(
    scales=st.lists(st.floats(0.1, 5), min_size=1, max_size=6),
    halves=st.lists(st.floats(0.5, 4), min_size=6, max_size=6),
    hours=st.integers(1, 20),
)
def test_the_concave_plan_equals_unit_greedy_whatever_the_curves(
    scales: list[float], halves: list[float], hours: int
) -> None:
    made = [
        replace(NEUTRAL, id=f"a{row}", fits={BUSINESS.kind: scale + 0.5}, half_hours=half)
        for row, (scale, half) in enumerate(zip(scales, halves, strict=False))
    ]
    instance = instance_of(*made, business=replace(BUSINESS, hours_per_week=float(hours)))
    plain = replace(instance.parameters, min_activities=99, max_activities=99)
    found = replace(instance, parameters=plain)
    greedy = unit_greedy(list(found.values()[0]), 2 * hours)
    assert found.solve().value[0] == pytest.approx(greedy, rel=1e-12)
