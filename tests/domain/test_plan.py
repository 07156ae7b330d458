"""The plan and what is said about it: marginal values, price, curve, the next half-hour."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from socialplanner.domain.assessment import Assessment, assess
from socialplanner.domain.feasibility import InfeasibleError
from socialplanner.domain.hours_of_plan import changes
from socialplanner.domain.plan import Plan
from socialplanner.domain.profile import Choices
from socialplanner.domain.setting import Setting
from tests.domain.assessments import firm_assessment, firm_with, plan_of, setting
from tests.domain.builders import shipped_catalogue
from tests.domain.businesses import random_instance
from tests.domain.firms import FIRMS


def random_setting(seed: int) -> Setting:
    """Return a full-size allocation problem of a random business."""
    instance = random_instance(seed)
    base = setting(FIRMS["plumber"].answers)
    target = replace(base.target, low=instance.low, high=instance.high)
    return replace(
        base,
        business=instance.business,
        choices=instance.choices,
        target=replace(target, goal_weights=instance.weights),
        circumstances=instance.circumstances,
        programme=instance.programme,
    )


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)
@given(st.integers(0, 10**6))
def test_a_plan_of_anybody_keeps_its_own_laws(seed: int) -> None:
    problem = random_setting(seed)
    try:
        plan = plan_of(problem)
    except InfeasibleError:
        assume(False)  # noqa: FBT003
    assert -1e-9 <= plan.price < 1
    assert 0 < plan.hours_per_week <= plan.hours_available <= problem.business.hours_per_week + 1e-8
    assert {a.id for a in plan.alternatives}.isdisjoint(plan.hours)
    shares = [a.chosen_share for a in plan.alternatives]
    assert shares == sorted(shares, reverse=True)
    assert min(shares, default=1) >= 0.1
    assert all(a.is_pinned == (a.id in problem.choices.pinned) for a in plan.activities)
    check_curve(plan)


def check_curve(plan: Plan) -> None:
    """Check that the curve has its top at 1 and keeps its promise over the flat stretch."""
    values = [point.relative_value for point in plan.curve]
    assert max(values) == pytest.approx(1)
    assert min(values) > 0
    flat = [p for p in plan.curve if plan.flat_low <= p.network_share <= plan.flat_high]
    assert all(point.relative_value >= 0.99 for point in flat)
    assert plan.flat_low <= plan.flat_high


@pytest.mark.parametrize("hours", [5.0, 60.0])
@pytest.mark.parametrize("name", FIRMS)
def test_a_marginal_value_is_what_half_an_hour_more_there_would_add(
    name: str, hours: float
) -> None:
    problem = setting(firm_with(name, hours_per_week=hours))
    plan = plan_of(problem)
    values = dict(zip((a.id for a in problem.activities), problem.values()[0], strict=True))
    longest = {a.id: a.max_hours for a in problem.activities}
    for planned in plan.activities:
        step = round(planned.hours * 2)
        there = values[planned.id]
        more = 0.0 if planned.hours == longest[planned.id] else there[step + 1] - there[step]
        assert planned.marginal_value == pytest.approx(more)


@pytest.mark.parametrize("name", FIRMS)
def test_the_plan_stands_in_catalogue_order_media_first(name: str) -> None:
    assert [a.id for a in firm_assessment(name).plan.activities] == list(FIRMS[name].hours)


@pytest.mark.parametrize("hours", [4.0, 6.5, 12.0])
@pytest.mark.parametrize("name", FIRMS)
def test_the_next_half_hour_is_the_plan_of_a_week_longer_by_it(name: str, hours: float) -> None:
    now = plan_of(setting(firm_with(name, hours_per_week=hours)))
    longer = plan_of(setting(firm_with(name, hours_per_week=hours + 0.5)))
    assert now.next_half_hour.gain == pytest.approx(longer.value - now.value)
    assert dict(now.next_half_hour.changes) == changes(now.hours, longer.hours)


def test_a_half_hour_that_would_end_in_a_conflict_takes_nothing_away() -> None:
    declined = Choices(declined=frozenset({"reply_desk"}))
    plan = plan_of(setting(firm_with("plumber", hours_per_week=2.5), declined))
    assert plan.next_half_hour.gain >= 0
    assert sum(plan.next_half_hour.changes.values()) >= 0


@pytest.mark.parametrize("name", FIRMS)
def test_hours_off_the_grid_plan_like_the_half_hour_below(name: str) -> None:
    assert (
        plan_of(setting(firm_with(name, hours_per_week=7.49))).hours
        == plan_of(setting(firm_with(name, hours_per_week=7.0))).hours
    )


def test_the_price_is_what_the_free_optimum_is_worth_more() -> None:
    problem = setting(FIRMS["cafe"].answers)
    free = replace(problem, target=replace(problem.target, low=-1.0, high=2.0))
    plan, best = plan_of(problem), plan_of(free)
    assert plan.free_value == best.value
    assert plan.price == pytest.approx(1 - plan.value / best.value)
    assert best.price == 0


def test_changes_name_what_moves_and_nothing_else() -> None:
    before, after = {"a": 1.0, "b": 2.0, "c": 0.5}, {"b": 2.0, "c": 1.0, "d": 1.5}
    assert changes(before, after) == {"a": -1.0, "c": 0.5, "d": 1.5}


def agreed_of(name: str) -> tuple[Assessment, Assessment]:
    """Return the plan of a firm with other hours, and the plan that keeps these."""
    made = firm_assessment(name)
    other = next(each for each in made.plan.alternatives)
    pinned = replace(made.choices, pinned=frozenset({other.id}))
    moved = assess(shipped_catalogue(), made.profile, made.answers, pinned, made.today)
    choices = Choices(earlier_plan=moved.plan.hours, keeps_earlier=True)
    kept = assess(shipped_catalogue(), made.profile, made.answers, choices, made.today)
    return moved, kept


@pytest.mark.parametrize("name", ["cafe", "tax_adviser"])
def test_hours_that_were_agreed_are_the_plan(name: str) -> None:
    moved, kept = agreed_of(name)
    assert kept.plan.is_kept
    assert dict(kept.plan.hours) == dict(moved.plan.hours)
    assert kept.plan.value == pytest.approx(moved.plan.value)
    assert kept.flips == ()
    assert list(kept.plan.next_half_hour.changes.values()) in ([0.5], [])
    more = {**kept.answers, "business.hours_per_week": kept.business.hours_per_week + 2}
    wider = assess(shipped_catalogue(), kept.profile, more, kept.choices, kept.today).plan
    assert dict(wider.hours) == dict(moved.plan.hours)
    assert list(wider.next_half_hour.changes.values()) in ([0.5], [])


def test_agreed_hours_give_way_where_they_cannot_be_kept() -> None:
    moved, kept = agreed_of("cafe")
    fewer = {**kept.answers, "business.hours_per_week": 2.0}
    less = assess(shipped_catalogue(), kept.profile, fewer, kept.choices, kept.today)
    assert not less.plan.is_kept
    gone = replace(kept.choices, declined=frozenset({next(iter(moved.plan.hours))}))
    without = assess(shipped_catalogue(), kept.profile, kept.answers, gone, kept.today)
    assert not without.plan.is_kept
    assert not gone.declined & without.plan.hours.keys()


def test_what_cannot_be_kept_moves_no_further_than_it_must() -> None:
    moved, kept = agreed_of("tax_adviser")
    less = {**kept.answers, "business.hours_per_week": kept.business.hours_per_week - 0.5}
    found = assess(shipped_catalogue(), kept.profile, less, kept.choices, kept.today).plan
    free = replace(kept.choices, keeps_earlier=False)
    best = assess(shipped_catalogue(), kept.profile, less, free, kept.today).plan
    apart, further = (
        sum(map(abs, changes(moved.plan.hours, each.hours).values())) for each in (found, best)
    )
    assert apart <= further
    assert apart == pytest.approx(0.5)
