"""The Gibbs sampler: exact where counting is exact, unmoved by nothing, the same every time."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.domain.response import Floats
from socialplanner.domain.superposition import (
    Belief,
    Counted,
    Draws,
    Sampling,
    allocated,
    mode_shares,
    sample,
)

BELIEF = Belief(
    productivity=np.array([0.5, 1.0, 0.8]),
    baseline=4.0,
    weight=4.0,
    baseline_weight=4.0,
    traced=np.array([2.0, 6.0]),
    untraced=np.array([6.0, 4.0]),
)
MODE = np.array([0, 0, 1])
USUAL = Sampling(sweeps=900, burn_in=100)
QUICK = Sampling(sweeps=60, burn_in=10)
MANY = st.lists(st.integers(0, 30), min_size=3, max_size=3)


def counted(traced: list[int], untraced: list[int], dose: float = 1.0) -> Counted:
    """Return counts of three activities that were done alike in every week."""
    return Counted(
        doses=np.full((len(untraced), 3), dose) * [1.0, 0.8, 1.2],
        traced=np.array(traced),
        untraced=np.array(untraced, dtype=np.int64),
        mode=MODE,
    )


def known(found: Draws) -> list[bytes]:
    """Return every number of some draws to the last bit."""
    return [
        each.tobytes() for each in (found.productivity, found.baseline, found.traceable, found.mean)
    ]


def test_with_no_week_the_belief_is_unmoved() -> None:
    found = sample(counted([0, 0, 0], []), BELIEF, 1.0, USUAL)
    assert found.mean == pytest.approx(BELIEF.productivity)
    assert found.deviation == pytest.approx(BELIEF.productivity / 2)
    chance = 4 / np.sqrt(800)
    assert found.productivity.mean(axis=0) == pytest.approx(BELIEF.productivity, rel=chance / 2)
    assert found.baseline.mean() == pytest.approx(BELIEF.baseline, rel=chance / 2)
    assert found.traceable.mean(axis=0) == pytest.approx([0.25, 0.6], abs=chance / 4)


@settings(max_examples=40)
@given(traced=MANY, weeks=st.integers(1, 30))
def test_without_untraced_it_is_the_rule_of_counts_over_doses(
    traced: list[int], weeks: int
) -> None:
    some = counted(traced, [0] * weeks)
    found = sample(some, BELIEF, 1.0, QUICK)
    by_hand = (4 + np.array(traced)) / (4 / BELIEF.productivity + some.doses.sum(axis=0))
    assert found.mean == pytest.approx(by_hand)


@settings(max_examples=30)
@given(phi=st.floats(1.0, 8.0), traced=MANY)
def test_dispersion_divides_counts_and_doses_alike(phi: float, traced: list[int]) -> None:
    some = counted(traced, [0] * 10)
    found = sample(some, BELIEF, phi, QUICK)
    rate = 4 / BELIEF.productivity + some.doses.sum(axis=0) / phi
    assert found.mean == pytest.approx((4 + np.array(traced) / phi) / rate)


@pytest.mark.parametrize("phi", [1.0, 4.0])
def test_dispersion_makes_traces_and_the_baseline_weigh_less_too(phi: float) -> None:
    found = sample(counted([40, 20, 60], [0] * 10), BELIEF, phi, USUAL)
    seen = np.array([60, 60]) / phi
    by_hand = (BELIEF.traced + seen) / (BELIEF.traced + BELIEF.untraced + seen)
    assert found.traceable.mean(axis=0) == pytest.approx(by_hand, abs=0.02)
    assert found.baseline.mean() == pytest.approx(4 / (1 + 10 / phi), rel=0.08)


@settings(max_examples=15)
@given(traced=MANY, untraced=st.lists(st.integers(0, 12), min_size=1, max_size=20))
def test_the_same_counts_give_the_same_bytes_and_another_seed_others(
    traced: list[int], untraced: list[int]
) -> None:
    some = counted(traced, untraced)
    once, again = (sample(some, BELIEF, 1.0, QUICK) for _ in range(2))
    assert known(once) == known(again)
    other = sample(some, BELIEF, 1.0, replace(QUICK, seed=1))
    assert known(once) != known(other)


def chance(found: Draws) -> Floats:
    """Return four errors that sampling leaves in the means, draws taken as eight times fewer."""
    result: Floats = 4 * found.deviation * np.sqrt(8 / len(found.productivity))
    return result


@settings(max_examples=6, deadline=None)
@given(order=st.permutations([0, 1, 2]), traced=MANY)
def test_the_order_of_the_activities_changes_nothing_but_the_order(
    order: list[int], traced: list[int]
) -> None:
    some = counted(traced, [6] * 16)
    other = replace(
        some, doses=some.doses[:, order], traced=some.traced[order], mode=some.mode[order]
    )
    turned = replace(BELIEF, productivity=BELIEF.productivity[order])
    first, second = sample(some, BELIEF, 1.0, USUAL), sample(other, turned, 1.0, USUAL)
    assert np.all(np.abs(first.mean[order] - second.mean) <= chance(second))


@settings(max_examples=10, deadline=None)
@given(traced=MANY, place=st.integers(0, 2), more=st.integers(3, 20))
def test_more_traced_counts_never_lower_the_worth_of_an_activity(
    traced: list[int], place: int, more: int
) -> None:
    risen = [count + more * (here == place) for here, count in enumerate(traced)]
    before, after = (
        sample(counted(each, [6] * 16), BELIEF, 1.0, USUAL) for each in (traced, risen)
    )
    assert after.mean[place] > before.mean[place]


def test_so_many_counts_that_no_guess_matters_give_the_truth_back() -> None:
    rng = np.random.default_rng(7)
    truth, baseline, seen = np.array([1.2, 0.4, 1.6]), 5.0, np.array([0.3, 0.7])
    dose = rng.uniform(0.2, 2.0, (1500, 3)) * rng.integers(0, 2, (1500, 3))
    effect = dose * truth
    traced = rng.poisson(effect * seen[MODE]).sum(axis=0)
    hidden = rng.poisson(baseline + (effect * (1 - seen[MODE])).sum(axis=1))
    some = Counted(doses=dose, traced=traced, untraced=hidden, mode=MODE)
    found = sample(some, BELIEF, 1.0, USUAL)
    assert found.mean == pytest.approx(truth, rel=0.1)
    assert found.baseline.mean() == pytest.approx(baseline, rel=0.1)
    assert found.traceable.mean(axis=0) == pytest.approx(seen, rel=0.15)


def test_where_no_source_is_known_no_trace_is_believed_in() -> None:
    totals = replace(counted([0, 0, 0], [9] * 26), uses_sources=False)
    found = sample(totals, BELIEF, 1.0, USUAL)
    assert not found.traceable.any()
    assert found.deviation / found.mean == pytest.approx([0.5] * 3, abs=0.06)
    noticed = sample(counted([0, 0, 0], [9] * 26), BELIEF, 1.0, USUAL)
    assert np.all(noticed.mean < found.mean)


def test_an_untraced_outcome_is_shared_out_by_rate_and_trace_by_hand() -> None:
    draws = Draws(
        productivity=np.array([[1.0, 2.0, 3.0]]),
        baseline=np.array([4.0]),
        traceable=np.array([[0.5, 0.75]]),
        mean=np.zeros(3),
        deviation=np.zeros(3),
    )
    doses = np.array([[1.0, 1.0, 0.0], [0.0, 1.0, 4.0]])
    found = mode_shares(draws, doses, MODE)
    assert found[:, 0, :] == pytest.approx(np.array([[1.5, 0, 4], [1, 3, 4]]) / [[5.5], [8]])


@settings(max_examples=30)
@given(untraced=st.lists(st.integers(0, 30), min_size=1, max_size=20))
def test_every_untraced_outcome_goes_somewhere_in_every_draw(untraced: list[int]) -> None:
    some = counted([3, 0, 9], untraced)
    draws = sample(some, BELIEF, 1.0, QUICK)
    found = allocated(some.untraced, mode_shares(draws, some.doses, MODE), seed=1)
    assert found.shape == (50, 3)
    assert (found.sum(axis=1) == sum(untraced)).all()
    again = allocated(some.untraced, mode_shares(draws, some.doses, MODE), seed=1)
    assert (found == again).all()


def test_outcomes_are_shared_out_as_often_as_the_sampler_does_it_itself() -> None:
    some = counted([20, 10, 40], [8] * 40)
    draws = sample(some, BELIEF, 1.0, USUAL)
    found = allocated(some.untraced, mode_shares(draws, some.doses, MODE), seed=1)
    rate = 4 / BELIEF.productivity + some.doses.sum(axis=0)
    hidden = draws.mean * rate - 4 - some.traced
    by_mode = [hidden[:2].sum(), hidden[2]]
    assert found.mean(axis=0)[:2] == pytest.approx(by_mode, rel=0.05)
