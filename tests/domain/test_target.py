"""The target mix, its terms and band, and the level targets that follow (method section 3)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import permutations
from math import exp, log, log10

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from socialplanner.domain.business import Business
from socialplanner.domain.ids import CELLS, Mode
from socialplanner.domain.target import (
    TargetMix,
    TermKind,
    goal_weights,
    level_targets,
    target_mix,
)
from tests.domain.builders import BUSINESS, shipped_parameters

TABLE: Mapping[str, tuple[int, int, int, int]] = {
    "b2b_services": (63, 55, 79, 54),
    "b2b_product": (58, 50, 75, 49),
    "local_service": (51, 43, 70, 42),
    "local_retail": (37, 30, 57, 30),
    "ecommerce": (25, 20, 43, 19),
    "nonprofit": (51, 43, 70, 42),
    "creator": (32, 26, 51, 25),
}
"""The method's table: whole percent by kind of business and by what comes first."""

FIRST = (
    ("leads", "awareness", "referrals"),
    ("sales", "awareness", "loyalty"),
    ("relationships", "referrals", "leads"),
    ("awareness", "engagement", "leads"),
)
"""Enquiries, sales, relationships and awareness first; the rest as it gives the whole table."""

MARGINS = dict(zip(TABLE, (800, 800, 120, 10, 25, 50, 40), strict=True))
GOALS = (
    "awareness",
    "engagement",
    "sales",
    "leads",
    "reputation",
    "loyalty",
    "insight",
    "referrals",
    "relationships",
)


def mix(business: Business) -> TargetMix:
    """Return the target mix under the shipped numbers."""
    return target_mix(business, shipped_parameters().target)


def told(kind: str, goals: tuple[str, ...]) -> Business:
    """Return a business as the method's table has it: known in all but name."""
    return replace(
        BUSINESS,
        kind=kind,
        goals=goals,
        order_value=float(MARGINS[kind]),
        margin_percent=100.0,
        audience="mass" if kind in {"ecommerce", "creator"} else "some",
        sales_cycle="quarter" if kind.startswith("b2b") else "week",
        stage="steady",
    )


@st.composite
def businesses(draw: st.DrawFn) -> Business:
    """Return a business of which anything that moves the target may be said or not."""
    return replace(
        BUSINESS,
        kind=draw(st.sampled_from(sorted(TABLE))),
        goals=tuple(draw(st.permutations(GOALS)))[: draw(st.integers(1, 4))],
        order_value=draw(st.none() | st.floats(0, 1e12)),
        margin_percent=draw(st.none() | st.floats(0, 100)),
        audience=draw(st.sampled_from([None, "few", "some", "mass"])),
        sales_cycle=draw(st.sampled_from([None, "same_day", "month", "quarter", "longer"])),
        stage=draw(st.sampled_from([None, "pre_sale", "young", "growing", "steady"])),
    )


@pytest.mark.parametrize("column", range(4), ids=["leads", "sales", "relationships", "awareness"])
@pytest.mark.parametrize("kind", TABLE)
def test_the_table_of_the_method_comes_out_in_whole_percent(kind: str, column: int) -> None:
    found = mix(told(kind, FIRST[column]))
    assert round(100 * found.network_share) == TABLE[kind][column]


@given(businesses())
def test_the_target_is_the_formula_of_the_method(business: Business) -> None:
    numbers = shipped_parameters().target
    weights = goal_weights(business.goals, numbers)
    a = sum(weight * numbers.goal_affinity[goal] for goal, weight in weights.items())
    eta = 0.6 * log(a / (1 - a)) + numbers.kind_offset[business.kind]
    margin = business.margin_per_sale
    if margin is not None:
        eta += min(max(0.25 * log10(max(margin, 1e-300) / 100), -0.4), 0.5)
    eta += {"few": 0.5, "some": 0.0, "mass": -0.4, None: 0.0}[business.audience]
    eta += 0.2 * (business.sales_cycle in {"quarter", "longer"})
    eta += 0.2 * (business.stage in {"pre_sale", "young"})
    share = min(max(1 / (1 + exp(-0.7 * eta)), 0.15), 0.85)
    assert mix(business).network_share == pytest.approx(share, abs=1e-12)


@given(businesses())
def test_the_points_of_the_terms_sum_to_the_way_from_half_and_half(business: Business) -> None:
    found = mix(business)
    total = sum(term.points for term in found.terms)
    assert total == pytest.approx(100 * found.network_share - 50, abs=1e-9)
    assert [term.kind for term in found.terms] == list(TermKind)


@given(businesses())
@example(
    replace(
        BUSINESS,
        order_value=41.404377536568774,
        margin_percent=100.0,
        audience="some",
        sales_cycle="week",
        stage="steady",
    )
)
def test_each_term_points_its_own_way_even_where_all_cancel(business: Business) -> None:
    for term in mix(business).terms:
        if term.kind is not TermKind.LIMITS:
            assert term.points * term.logit >= 0
            assert 10 * abs(term.logit) <= abs(term.points) <= 25 * abs(term.logit) + 1e-9


@given(businesses())
def test_neither_mode_is_ever_dropped(business: Business) -> None:
    assert 0.15 <= mix(business).network_share <= 0.85


@pytest.mark.parametrize(
    ("kind", "goals", "audience", "margin", "share"),
    [
        ("ecommerce", ("awareness",), "mass", 1.0, 0.15),
        ("b2b_services", ("relationships", "referrals"), "few", 1e6, 0.85),
    ],
)
def test_what_the_limits_take_away_is_a_term_of_its_own(
    kind: str, goals: tuple[str, ...], audience: str, margin: float, share: float
) -> None:
    far = replace(told(kind, goals), audience=audience, order_value=margin, stage="young")
    cycle = "quarter" if kind == "b2b_services" else "week"
    found = mix(replace(far, sales_cycle=cycle, stage="young" if share > 0.5 else "steady"))
    assert found.network_share == share
    limits = found.terms[-1]
    assert limits.kind is TermKind.LIMITS
    assert limits.points * (share - 0.5) < 0


def test_within_the_limits_their_term_is_nothing() -> None:
    assert mix(told("local_service", ("leads",))).terms[-1].points == 0


WITHOUT: Mapping[str, Callable[[Business], Business]] = {
    "order_value": lambda known: replace(known, order_value=None),
    "margin_percent": lambda known: replace(known, margin_percent=None),
    "audience": lambda known: replace(known, audience=None),
    "sales_cycle": lambda known: replace(known, sales_cycle=None),
    "stage": lambda known: replace(known, stage=None),
}


@pytest.mark.parametrize(
    "gone",
    [
        (),
        ("order_value",),
        ("audience",),
        ("order_value", "margin_percent"),
        ("audience", "stage"),
        ("order_value", "sales_cycle"),
        ("order_value", "audience", "sales_cycle", "stage"),
    ],
    ids=lambda names: " and ".join(names) or "nothing",
)
def test_the_band_widens_when_two_or_more_facts_are_missing(gone: tuple[str, ...]) -> None:
    less = told("local_service", ("leads",))
    for name in gone:
        less = WITHOUT[name](less)
    missing = len({*gone} - {"margin_percent"})
    found, half = mix(less), 0.15 if missing >= 2 else 0.10
    assert found.low == pytest.approx(found.network_share - half)
    assert found.high == pytest.approx(found.network_share + half)
    assert sum(term.is_missing for term in found.terms) == missing


@pytest.mark.parametrize(
    ("margin", "logit"),
    [(0.0, -0.4), (1.0, -0.4), (10.0, -0.25), (100.0, 0.0), (1000.0, 0.25), (1e9, 0.5)],
)
def test_a_tenfold_margin_adds_a_quarter_between_its_limits(margin: float, logit: float) -> None:
    found = mix(replace(told("local_service", ("leads",)), order_value=margin))
    part = next(term for term in found.terms if term.kind is TermKind.MARGIN)
    assert part.logit == pytest.approx(0.7 * logit)


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_goal_weights_sum_to_one_and_fall_with_rank_for_every_ranking(size: int) -> None:
    numbers = shipped_parameters().target
    for goals in permutations(GOALS, size):
        weights = goal_weights(goals, numbers)
        assert sum(weights.values()) == pytest.approx(1, abs=1e-12)
        ranked = [weights[goal] for goal in goals]
        assert ranked == sorted(ranked, reverse=True)
        assert min(weights.values()) == pytest.approx(0.1 / 9)


def test_goal_weights_are_the_centroid_of_their_ranks() -> None:
    weights = goal_weights(("leads", "sales", "insight"), shipped_parameters().target)
    centroid = [(1 + 1 / 2 + 1 / 3) / 3, (1 / 2 + 1 / 3) / 3, (1 / 3) / 3]
    by_hand = [0.9 * part + 0.1 / 9 for part in centroid]
    assert [weights[goal] for goal in ("leads", "sales", "insight")] == pytest.approx(by_hand)


@pytest.mark.parametrize(
    ("stage", "ambition"),
    [("pre_sale", 55), ("young", 55), ("steady", 70), ("growing", 80), (None, 70)],
)
def test_levels_to_aim_at_follow_ambition_and_target(stage: str | None, ambition: float) -> None:
    target = mix(told("local_service", ("leads",)))
    levels = level_targets(target, stage, shipped_parameters().target)
    assert levels.keys() == set(CELLS)
    for cell, level in levels.items():
        share = target.network_share if cell[1] is Mode.NETWORK else 1 - target.network_share
        assert level == pytest.approx(min(90, ambition * (0.5 + share)))


def test_no_level_above_ninety_is_asked_for() -> None:
    extreme = replace(mix(told("ecommerce", ("awareness",))), network_share=0.15)
    levels = level_targets(extreme, "growing", shipped_parameters().target)
    assert {round(level, 6) for cell, level in levels.items() if cell[1] is Mode.MEDIA} == {90}
