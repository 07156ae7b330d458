"""A change is proposed only where the owner's own counts say so clearly (method section 5.4)."""

from dataclasses import replace
from functools import cache

import pytest

from socialplanner.domain.learning import Caution, Learning
from socialplanner.domain.parameters import LearningParameters
from socialplanner.domain.reoptimising import Reoptimised, Verdict, mix_of, reoptimised
from tests.domain.builders import shipped_catalogue, shipped_parameters
from tests.domain.logs import PLAN, adviser, learnt, steady_log
from tests.domain.oracles import HYGIENE

RULE = shipped_parameters().learning
CLEAR = ("linkedin_dialogue", "linkedin_dialogue", "linkedin_dialogue", "", "")
AS_BELIEVED = ("linkedin_posts", "linkedin_dialogue", "referral_circle", *[""] * 6)


@cache
def half_year(*sources: str) -> Learning:
    """Return what 26 weeks of the same enquiries teach."""
    return learnt(steady_log(26, *sources))


def found(learning: Learning) -> Reoptimised:
    """Return what becomes of the tax adviser's plan."""
    return reoptimised(shipped_catalogue(), adviser(), learning, PLAN)


def test_clear_counts_move_hours_to_what_works() -> None:
    proposed = found(half_year(*CLEAR))
    assert proposed.verdict is Verdict.CHANGE
    assert proposed.changes["linkedin_dialogue"] > 0
    assert proposed.probability >= RULE.sure_share
    assert proposed.gain >= RULE.min_gain


@pytest.mark.parametrize("sources", [CLEAR, AS_BELIEVED], ids=["clear", "as_believed"])
def test_no_change_goes_beyond_the_move_limits_or_the_wider_band(sources: tuple[str, ...]) -> None:
    problem, proposed = adviser(), found(half_year(*sources))
    for key in {*PLAN, *proposed.hours}:
        old, new = PLAN.get(key, 0.0), proposed.hours.get(key, 0.0)
        assert abs(new - old) <= max(1.0, 0.5 * old)
    assert sum(proposed.hours.values()) <= problem.business.hours_per_week
    share = mix_of(problem, proposed.hours)
    assert abs(share - problem.target.network_share) <= RULE.review_band_half_width + 1e-9
    assert all(proposed.hours[key] >= 0.5 for key in HYGIENE)


def test_the_owners_own_counts_may_move_the_mix_out_of_the_first_band() -> None:
    problem = adviser()
    proposed = found(half_year("linkedin_posts", "linkedin_posts", "linkedin_posts", ""))
    share = mix_of(problem, proposed.hours)
    low = problem.target.network_share - RULE.review_band_half_width
    assert low - 1e-9 <= share < problem.target.low


def test_a_change_is_proposed_exactly_where_both_bounds_are_reached() -> None:
    for sources in (CLEAR, AS_BELIEVED):
        proposed = found(half_year(*sources))
        is_clear = proposed.probability >= 0.8 and proposed.gain >= 0.03
        assert (proposed.verdict is Verdict.CHANGE) is is_clear


@pytest.mark.parametrize(
    "stricter", [replace(RULE, sure_share=1.01), replace(RULE, min_gain=9.0)], ids=["sure", "gain"]
)
def test_neither_a_likely_nor_a_large_gain_is_enough_alone(stricter: LearningParameters) -> None:
    catalogue = shipped_catalogue()
    strict = replace(catalogue, parameters=replace(catalogue.parameters, learning=stricter))
    kept = reoptimised(strict, adviser(), half_year(*CLEAR), PLAN)
    assert kept.verdict is Verdict.KEEP_GOING
    assert kept.hours == found(half_year(*CLEAR)).hours


def test_a_probe_looks_beyond_the_move_limits() -> None:
    many = {**dict.fromkeys(HYGIENE, 0.5), "linkedin_posts": 1.0, "linkedin_dialogue": 3.0}
    log = steady_log(26, "linkedin_posts", "linkedin_posts", "")
    busy = replace(log, weeks=[replace(each, hours=many) for each in log.weeks])
    proposed = reoptimised(shipped_catalogue(), adviser(), learnt(busy), many)
    assert proposed.hours["linkedin_dialogue"] >= 1.5
    assert proposed.probe is not None
    assert proposed.probe.activity_id == "linkedin_dialogue"
    assert proposed.probe.dropped > 0.2


@pytest.mark.parametrize(
    ("weeks", "sources", "trace", "caution"),
    [
        (4, ("linkedin_dialogue", ""), "asked", Caution.TOO_EARLY),
        (26, ("", "", ""), "", Caution.TOTALS_ONLY),
    ],
)
def test_where_nothing_can_be_told_the_hours_stay_and_nothing_is_compared(
    weeks: int, sources: tuple[str, ...], trace: str, caution: Caution
) -> None:
    kept = found(learnt(steady_log(weeks, *sources, trace=trace)))
    assert kept.verdict is Verdict.CANNOT_TELL
    assert kept.cautions == (caution,)
    assert (kept.hours, kept.changes, kept.gain, kept.probability) == (PLAN, {}, 0.0, 0.0)
    assert kept.probe is None


def test_the_probe_is_a_planned_activity_that_is_neither_hygiene_nor_pinned() -> None:
    probe = found(half_year(*AS_BELIEVED)).probe
    assert probe is not None
    assert probe.activity_id in PLAN
    assert probe.activity_id not in HYGIENE
    assert probe.dropped + probe.doubled >= RULE.probe_share
    assert 0 <= probe.dropped <= 1
    assert 0 <= probe.doubled <= 1


def test_the_same_log_gives_the_same_proposal() -> None:
    assert found(half_year(*CLEAR)) == found(learnt(steady_log(26, *CLEAR)))


def test_hours_that_nobody_follows_yet_are_compared_with_nothing() -> None:
    learning = half_year(*CLEAR)
    started = reoptimised(shipped_catalogue(), adviser(), learning, {})
    assert started.gain == 0.0
    assert started.verdict is Verdict.KEEP_GOING
