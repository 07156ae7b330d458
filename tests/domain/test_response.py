"""Response curves: what an hour of an activity is assumed to be worth (method section 4.1)."""

from dataclasses import replace
from itertools import chain, combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.domain.activity import Activity
from socialplanner.domain.ids import CELLS, Cell, Mode, cell_name
from socialplanner.domain.profile import Choices
from socialplanner.domain.response import (
    Curves,
    Floats,
    curves,
    overhead,
    patience,
    productivity,
    saving,
)
from tests.domain.builders import NEUTRAL, shipped_catalogue, shipped_parameters
from tests.domain.businesses import option_ids, random_instance
from tests.domain.oracles import saved, worth

FINE = 0.001
ONE = st.builds(
    Curves,
    scale=st.floats(0.1, 5).map(lambda scale: np.array([[scale]])),
    half_hours=st.floats(0.5, 4).map(lambda half: np.array([[half]])),
    overhead=st.floats(0, 1).map(lambda hours: np.array([hours])),
    saving=st.floats(0, 0.5).map(lambda share: np.array([share])),
)
"""The curve of one activity."""


def kept(delay: float, half_life: float, delta: float) -> float:
    """Return D_a."""
    activity = replace(NEUTRAL, delay_weeks=delay)
    return float(patience([activity], np.array([[half_life]]), delta)[0, 0])


@given(ONE)
def test_a_curve_is_nothing_up_to_the_overhead_and_concave_above_it(curve: Curves) -> None:
    hours = np.arange(8001) * FINE
    value = curve.values(8000, FINE)[0, 0]
    above = hours >= curve.overhead[0]
    assert value[~above].sum() == 0
    assert np.all(np.diff(value) >= 0)
    assert np.all(np.diff(value[above], 2) <= 1e-12)


@given(ONE)
def test_a_curve_starts_with_its_scale_per_effective_hour_and_ends_at_its_ceiling(
    curve: Curves,
) -> None:
    scale, half = curve.scale[0, 0], curve.half_hours[0, 0]
    cost = 1 - curve.saving[0]
    bare = replace(curve, overhead=np.zeros(1))
    step = 1e-6
    assert bare.values(1, step)[0, 0, 1] / step == pytest.approx(scale / cost, rel=1e-4)
    assert bare.values(1, half * cost)[0, 0, 1] == pytest.approx(scale * half / 2)
    far = bare.values(1, 1e9)[0, 0, 1]
    assert far < scale * half
    assert far == pytest.approx(scale * half, rel=1e-6)


def test_a_steady_effort_with_late_effects_keeps_what_the_method_says() -> None:
    assert round(kept(4, 10, 0.98), 2) == 0.72
    assert round(kept(0, 0.5, 0.98), 2) == 0.99


@given(st.floats(0, 8), st.floats(0.05, 20), st.floats(0.9, 0.999))
def test_waiting_never_adds_value_and_more_patience_never_takes_any(
    delay: float, half_life: float, delta: float
) -> None:
    found = kept(delay, half_life, delta)
    assert 0 < found < 1
    assert kept(delay + 1, half_life, delta) < found
    assert kept(delay, half_life + 1, delta) < found
    assert kept(delay, half_life, delta + 0.0005) > found
    assert kept(delay, half_life, 1.0) == pytest.approx(1)


def test_patience_is_the_discounted_part_of_all_future_effects() -> None:
    decay, delta = 2 ** (-1 / 3), 0.985
    weeks = np.arange(3000)
    by_hand = (1 - decay) * np.sum(decay**weeks * delta ** (weeks + 2))
    assert kept(2, 3, delta) == pytest.approx(float(by_hand))


def every_set_of_tools() -> list[frozenset[str]]:
    """Return all sets of tools that can be answered."""
    tools = option_ids("business.tools")
    sizes = range(len(tools) + 1)
    return [frozenset(c) for c in chain.from_iterable(combinations(tools, n) for n in sizes)]


def test_tools_save_hours_where_the_method_says_and_never_in_networking() -> None:
    allocation = shipped_parameters().allocation
    for tools in every_set_of_tools():
        for activity in shipped_catalogue().activities:
            found = saving(activity, tools, allocation)
            assert found == saved(activity, tools)
            assert not (found and activity.mode is Mode.NETWORK)


@settings(max_examples=30)
@given(st.integers(0, 10**6))
def test_the_tool_switch_leaves_every_networking_value_untouched(seed: int) -> None:
    instance = random_instance(seed)
    with_tool, without = (
        replace(instance, business=replace(instance.business, tools=frozenset(tools)))
        for tools in (["scheduler", "email_tool"], [])
    )
    network = instance.programme.is_network
    assert np.array_equal(with_tool.values()[:, network], without.values()[:, network])
    faster = with_tool.values()[:, ~network] >= without.values()[:, ~network]
    assert faster.all()


def test_a_tool_saves_nothing_for_an_activity_whose_share_is_written_but_is_networking() -> None:
    wrong = replace(NEUTRAL, mode=Mode.NETWORK, auto_share=0.5)
    allocation = shipped_parameters().allocation
    assert saving(wrong, frozenset({"scheduler"}), allocation) == 0
    assert saving(replace(wrong, mode=Mode.MEDIA), frozenset({"scheduler"}), allocation) == 0.5


def test_overhead_spreads_the_set_up_over_half_a_year() -> None:
    activity = replace(NEUTRAL, fixed_hours=0.25, setup_hours=13.0)
    assert overhead([activity], shipped_parameters().allocation)[0] == 0.75


@settings(max_examples=30)
@given(st.integers(0, 10**6))
def test_productivity_has_mean_one_over_the_activities_offered(seed: int) -> None:
    instance = random_instance(seed)
    fits = np.array([[a.fit(instance.business.kind) for a in instance.offered]])
    found = productivity(instance.offered, [instance.circumstances], fits, instance.parameters)
    assert found.mean() == pytest.approx(1)
    assert found.min() > 0


def relative(first: Activity, second: Activity, gap: float = 0.0) -> float:
    """Return how much more productive the first activity is, when a cell has a gap."""
    parameters = shipped_parameters().allocation
    instance = random_instance(1)
    cell = next(iter(first.dimensions), None)
    there = replace(instance.circumstances, gap_points={cell: gap} if cell else {})
    fits = np.array([[1.0, 1.0]])
    made: Floats = productivity([first, second], [there], fits, parameters)
    return float(made[0, 0] / made[0, 1])


def test_productivity_is_tempered_by_its_square_root() -> None:
    goals = random_instance(1).weights
    best, worst = max(goals, key=lambda g: goals[g]), min(goals, key=lambda g: goals[g])
    first, second = (replace(NEUTRAL, goals={goal: 1.0}) for goal in (best, worst))
    assert relative(first, second) == pytest.approx((goals[best] / goals[worst]) ** 0.5)


def test_closing_a_gap_of_a_hundred_points_counts_half_as_much_again() -> None:
    cell = shipped_catalogue().activities[0].dimensions
    first = replace(NEUTRAL, dimensions={next(iter(cell)): 1.0})
    assert relative(first, NEUTRAL, gap=100.0) == pytest.approx(1.5**0.5)
    assert relative(first, NEUTRAL, gap=0.0) == 1


def test_the_shipped_activities_close_gaps_of_cells_that_are_scored() -> None:
    for activity in shipped_catalogue().activities:
        assert activity.dimensions.keys() <= set(CELLS), activity.id
        assert sum(activity.dimensions.values()) == pytest.approx(1), activity.id


@pytest.mark.parametrize("cell", CELLS, ids=cell_name)
def test_a_gap_raises_the_shipped_activities_that_close_it(cell: Cell) -> None:
    instance = replace(random_instance(1), choices=Choices())
    there = [
        replace(instance.circumstances, gap_points={}),
        replace(instance.circumstances, gap_points={cell: 50.0}),
    ]
    offered = shipped_catalogue().activities
    without, lifted = curves(offered, there, instance.parameters).scale
    shares = [activity.dimensions.get(cell, 0.0) for activity in offered]
    rise = (lifted / without) ** 2
    expected = np.array([1 + 0.25 * share for share in shares])
    assert max(shares) > 0
    assert rise / rise.min() == pytest.approx(expected / expected.min())


@settings(max_examples=30)
@given(st.integers(0, 10**6))
def test_the_values_are_those_of_the_plain_formula(seed: int) -> None:
    instance = random_instance(seed)
    plain, found = worth(instance), instance.values()[0]
    for row, activity in enumerate(instance.offered):
        steps = min(found.shape[1], len(plain[activity.id]))
        assert found[row, :steps] == pytest.approx(plain[activity.id][:steps], rel=1e-12)


def test_many_circumstances_give_the_curves_of_each_alone() -> None:
    first, second = random_instance(3), random_instance(4)
    offered = first.offered
    both = [first.circumstances, replace(second.circumstances, tools=first.business.tools)]
    together = curves(offered, both, first.parameters).values(8, 0.5)
    for row, alone in enumerate(both):
        assert np.array_equal(
            together[row], curves(offered, [alone], first.parameters).values(8, 0.5)[0]
        )
