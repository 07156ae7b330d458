"""An early sign falls by chance: how much of a fall says nothing."""

from math import inf, sqrt

import numpy as np
import pytest

from socialplanner.domain.early_sign import fall_by_chance


def test_counts_jump_at_least_as_chance_lets_them() -> None:
    even = fall_by_chance(([4.0] * 4, [4.0] * 4), 2.0, is_count=True)
    assert even == pytest.approx(2 * sqrt(4 * (1 / 4 + 1 / 4)))
    jumping = fall_by_chance(([0.0, 8.0] * 2, [0.0, 8.0] * 2), 2.0, is_count=True)
    assert jumping > even


def test_of_shares_only_their_own_spread_counts() -> None:
    assert fall_by_chance(([60.0] * 4, [80.0] * 4), 2.0, is_count=False) == 0
    assert fall_by_chance(([60.0], [80.0]), 2.0, is_count=False) == inf
    assert fall_by_chance(([], [80.0]), 2.0, is_count=True) == inf


@pytest.mark.parametrize("rate", [0.5, 2.0, 4.0, 50.0])
def test_with_nothing_changed_a_fall_is_taken_for_clear_in_few_of_a_hundred_cases(
    rate: float,
) -> None:
    drawn = np.random.default_rng(7).poisson(rate, (2000, 2, 4)).astype(float).tolist()
    clear = sum(
        sum(before) / 4 - sum(now) / 4 > fall_by_chance((now, before), 2.0, is_count=True)
        for now, before in drawn
    )
    assert clear / len(drawn) < 0.04
