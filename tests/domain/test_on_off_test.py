"""On and off: how many weeks a fair test needs, and what a finished one may claim (5.4)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import inf

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.domain.activity import Activity
from socialplanner.domain.binomial import ratio_range, two_sided
from socialplanner.domain.counted_log import CountedWeek
from socialplanner.domain.dose import doses
from socialplanner.domain.on_off_test import (
    OnOffResult,
    OnOffTest,
    OnOffVerdict,
    old_effect_left,
    result_of,
    settling_weeks,
    smallest_effect,
    weeks_per_arm,
)
from socialplanner.domain.roadmap import WEEK
from tests.domain.builders import NEUTRAL, shipped_catalogue, shipped_parameters
from tests.domain.logs import MONDAY

RULE = shipped_parameters().learning
TABLE = {
    1: (432, 201, 79, 24),
    2: (216, 101, 40, 12),
    5: (87, 41, 16, 5),
    10: (44, 21, 8, 3),
    20: (22, 11, 4, 2),
    50: (9, 5, 2, 1),
}
"""The method's own table of weeks per arm, for 20, 30, 50 and 100 percent more."""
AT_ONCE = replace(NEUTRAL, half_life_weeks=0.1)
COUNTS = st.integers(0, 60)
WEEKS = st.integers(1, 20)
ORDINARY = CountedWeek(is_logged=True)


def finished(
    on: list[int],
    off: list[int],
    activity: Activity = AT_ONCE,
    ordinary: CountedWeek = ORDINARY,
) -> OnOffResult:
    """Return the result of weeks on, then weeks off; the first of each only settles."""
    return judged(on, off, activity, [{activity.id: 2.0}] * len(on) + [{}] * len(off), ordinary)


def judged(
    on: list[int],
    off: list[int],
    activity: Activity,
    hours: Sequence[Mapping[str, float]],
    ordinary: CountedWeek = ORDINARY,
) -> OnOffResult:
    """Return the result of weeks with these hours; a week on needs one hour."""
    days = [MONDAY + place * WEEK for place in range(len(on) + len(off))]
    weeks = [
        replace(ordinary, monday=day, untraced=total, hours=spent)
        for day, total, spent in zip(days, [*on, *off], hours, strict=True)
    ]
    test = OnOffTest(
        activity=activity,
        on=frozenset(days[: len(on)]),
        off=frozenset(days[len(on) :]),
        least_hours=1.0,
    )
    return result_of(test, weeks, RULE)


@pytest.mark.parametrize("rate", TABLE)
def test_the_table_of_the_method_comes_out_to_the_week(rate: int) -> None:
    found = tuple(weeks_per_arm(rate, effect, RULE) for effect in (0.2, 0.3, 0.5, 1.0))
    assert found == TABLE[rate]


@given(rate=st.floats(0.1, 100), effect=st.floats(0.05, 3))
def test_the_weeks_needed_just_show_the_effect_they_were_needed_for(
    rate: float, effect: float
) -> None:
    weeks = weeks_per_arm(rate, effect, RULE)
    assert smallest_effect(rate, weeks, RULE) <= effect * (1 + 1e-6)
    if weeks > 1:
        assert smallest_effect(rate, weeks - 1, RULE) > effect


@pytest.mark.parametrize(("rate", "effect"), [(0, 0.3), (-1, 0.3), (5, 0), (5, -1.5)])
def test_no_number_of_weeks_shows_nothing(rate: float, effect: float) -> None:
    with pytest.raises(ValueError, match="no test shows"):
        weeks_per_arm(rate, effect, RULE)


def test_the_exact_test_is_the_binomial_one_by_hand() -> None:
    assert two_sided((3, 0), (1, 1)) == pytest.approx(2 / 8)
    assert two_sided((5, 0), (1, 1)) == pytest.approx(2 / 32)
    assert two_sided((2, 1), (2, 1)) == 1.0
    assert two_sided((0, 4), (3, 1)) == pytest.approx(2 / 4**4)


@settings(max_examples=60, deadline=None)
@given(counts=st.tuples(COUNTS, COUNTS), weeks=st.tuples(WEEKS, WEEKS))
def test_the_range_excludes_an_equal_rate_exactly_where_chance_is_small(
    counts: tuple[int, int], weeks: tuple[int, int]
) -> None:
    if not sum(counts):
        assert ratio_range(counts, weeks, 0.05) == (0.0, inf)
        return
    low, high = ratio_range(counts, weeks, 0.05)
    chance = two_sided(counts, weeks)
    if abs(chance - 0.05) > 1e-6:
        assert (low > 1 or high < 1) is (chance < 0.05)
    back_low, back_high = ratio_range(counts[::-1], weeks[::-1], 0.05)
    assert low == pytest.approx(0.0 if back_high == inf else 1 / back_high, rel=1e-6)
    assert high == (inf if back_low == 0 else pytest.approx(1 / back_low, rel=1e-6))


def test_large_counts_go_on_where_the_exact_sum_ends() -> None:
    exact = ratio_range((10_200, 9_800), (8, 8), 0.05)
    assert ratio_range((10_201, 9_801), (8, 8), 0.05) == pytest.approx(exact, rel=1e-3)
    assert two_sided((10_201, 9_801), (8, 8)) == pytest.approx(
        two_sided((10_200, 9_800), (8, 8)), rel=0.01
    )
    assert two_sided((10**12, 10**12), (8, 8)) == 1.0


@pytest.mark.parametrize(
    ("on", "off", "verdict"),
    [
        ([99, 10, 11, 9, 10, 10], [99, 4, 5, 4, 6, 5], OnOffVerdict.MORE),
        ([99, 4, 5, 4, 6, 5], [99, 10, 11, 9, 10, 10], OnOffVerdict.LESS),
        ([99, 6, 5, 6, 6], [99, 5, 4, 6, 5], OnOffVerdict.NOT_SHOWN),
        ([99], [99], OnOffVerdict.NOT_ENOUGH),
        ([0, 0, 0], [0, 0, 0], OnOffVerdict.NOT_ENOUGH),
    ],
)
def test_a_finished_test_claims_what_its_weeks_show(
    on: list[int], off: list[int], verdict: OnOffVerdict
) -> None:
    assert finished(on, off).verdict is verdict


def test_what_was_not_shown_comes_with_what_could_have_been() -> None:
    found = finished([9, 6, 5, 6, 6], [9, 5, 4, 6, 5])
    assert found.on.weeks == found.off.weeks == 4
    assert found.ratio == pytest.approx(23 / 20)
    assert found.low < 1 < found.high
    assert found.smallest_effect == pytest.approx(smallest_effect(5.0, 4, RULE))
    assert found.smallest_effect is not None
    assert found.smallest_effect > 1


def test_weeks_that_jump_make_the_test_harder_to_pass() -> None:
    even = finished([9, *[10] * 6], [9, *[5] * 6])
    jumping = finished([9, 0, 20, 0, 20, 0, 20], [9, 0, 10, 0, 10, 0, 10])
    assert (even.on, even.off) == (jumping.on, jumping.off)
    assert even.verdict is OnOffVerdict.MORE
    assert jumping.verdict is OnOffVerdict.NOT_SHOWN


def test_a_slow_activity_cannot_be_tested_in_four_weeks() -> None:
    circle = shipped_catalogue().activity("referral_circle")
    assert settling_weeks(circle, RULE) == 34
    assert finished([9] * 4, [2] * 4, circle).verdict is OnOffVerdict.NOT_ENOUGH


@pytest.mark.parametrize("key", ["facebook_page", "reply_desk", "newsletter", "referral_circle"])
def test_what_is_left_of_the_old_effect_is_what_the_model_of_carry_over_says(key: str) -> None:
    activity = shipped_catalogue().activity(key)
    settling = settling_weeks(activity, RULE)
    after = doses([activity], np.zeros((settling + 1, 1)), np.ones(1))[:, 0]
    assert after[settling] == pytest.approx(old_effect_left(activity, RULE), rel=1e-6)
    assert after[settling] <= 1 / 8


MANY, FEW = [99, 10, 11, 9, 10, 10], [99, 4, 5, 4, 6, 5]


def test_weeks_off_in_which_it_was_done_do_not_count() -> None:
    done = judged(MANY, FEW, AT_ONCE, [{AT_ONCE.id: 2.0}] * 6 + [{AT_ONCE.id: 0.5}] * 6)
    assert done.verdict is OnOffVerdict.NOT_ENOUGH
    assert (done.off.weeks, done.off.misfits) == (0, 6)


@pytest.mark.parametrize(("spent", "counts"), [(0.0, False), (0.5, False), (1.0, True)])
def test_weeks_on_need_hours_and_half_of_what_was_agreed(spent: float, *, counts: bool) -> None:
    found = judged(MANY, FEW, AT_ONCE, [{AT_ONCE.id: spent}] * 6 + [{}] * 6)
    assert (found.verdict is OnOffVerdict.MORE) is counts
    assert found.on.misfits == (0 if counts else 6)


def test_after_a_week_that_does_not_fit_the_effect_has_to_settle_again() -> None:
    hours = [{AT_ONCE.id: 2.0}] * 6 + [{}, {}, {AT_ONCE.id: 2.0}, {}, {}, {}]
    found = judged(MANY, FEW, AT_ONCE, hours)
    assert (found.off.weeks, found.off.misfits) == (3, 1)


def test_neither_odd_nor_missing_weeks_count() -> None:
    for week in (replace(ORDINARY, is_odd=True), replace(ORDINARY, is_logged=False)):
        found = finished([9] * 5, [2] * 5, ordinary=week)
        assert found.verdict is OnOffVerdict.NOT_ENOUGH


def test_nothing_at_all_when_off_has_no_ratio_and_no_upper_end() -> None:
    found = finished([9] * 5, [0] * 5)
    assert (found.ratio, found.high, found.smallest_effect) == (None, inf, None)
    assert found.verdict is OnOffVerdict.MORE
