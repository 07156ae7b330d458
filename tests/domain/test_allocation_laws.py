"""Exact allocation: the laws of method section 13, the platform rule and ties."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from socialplanner.domain.activity import Activity
from socialplanner.domain.allocation import FREE, Band, band, frontier, solve
from socialplanner.domain.ids import Mode
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
    wider = with_hours(instance, instance.business.hours_per_week + more)
    assert value(free(wider)) >= value(free(instance)) - TOLERANCE


@given(small_instances(hours=halves(0.5, 2)))
def test_half_an_hour_more_never_lowers_the_free_optimum_of_a_short_week(
    instance: Instance,
) -> None:
    assume(instance.offered)
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


def posts(activity_id: str, *platforms: str, fit: float = 1.0, mode: Mode = Mode.MEDIA) -> Activity:
    """Return an activity that takes exactly one hour on some platforms."""
    return replace(
        NEUTRAL,
        id=activity_id,
        mode=mode,
        platforms=platforms,
        min_hours=1.0,
        max_hours=1.0,
        fits={BUSINESS.kind: fit},
    )


def test_the_frontier_keeps_a_pinned_activity_on_its_platform() -> None:
    names = ["linkedin", "instagram", "tiktok", "youtube"]
    made = [posts(name, name, fit=0.6 if name == "youtube" else 1.0) for name in names]
    business = replace(BUSINESS, platforms=frozenset(names))
    pinned = Choices(pinned=frozenset({"youtube"}))
    instance = replace(instance_of(*made, business=business), choices=pinned)
    found = frontier(instance.programme, instance.values())
    assert found.max() == pytest.approx(instance.solve().value[0])


def planned(*activities: Activity, hours: float = 8.0, choices: Choices | None = None) -> set[str]:
    """Return the activities chosen when every platform is acceptable."""
    every = frozenset(platform for a in activities for platform in a.platforms)
    business = replace(BUSINESS, platforms=every, hours_per_week=hours)
    instance = instance_of(*activities, business=business)
    return set(replace(instance, choices=choices or Choices()).hours())


def test_of_four_publishing_platforms_the_least_useful_is_left_out() -> None:
    names = ["linkedin", "instagram", "tiktok", "youtube"]
    made = [posts(name, name, fit=0.9 if name == "tiktok" else 1.0) for name in names]
    assert planned(*made) == {"linkedin", "instagram", "youtube"}


def test_a_platform_that_serves_two_activities_beats_a_better_one_that_serves_one() -> None:
    made = [
        posts("best", "linkedin", fit=1.5),
        posts("good", "instagram", fit=1.4),
        posts("fair", "tiktok", fit=1.3),
        posts("film", "youtube"),
        posts("clip", "youtube"),
    ]
    assert planned(*made) == {"best", "good", "film", "clip"}


def test_an_activity_that_may_run_on_a_platform_in_use_needs_no_other() -> None:
    made = [
        posts("a", "linkedin"),
        posts("b", "instagram"),
        posts("c", "tiktok"),
        posts("reel", "youtube", "instagram", fit=0.6),
    ]
    assert planned(*made) == {"a", "b", "c", "reel"}


def test_website_email_and_business_profile_are_no_publishing_platforms() -> None:
    free_of_charge = ["website", "email", "google_business"]
    counted = ["linkedin", "instagram", "tiktok"]
    made = [posts(name, name) for name in [*counted, *free_of_charge]]
    both = posts("article", "facebook", "website")
    assert planned(*made, both, hours=12) == {*counted, *free_of_charge, "article"}


def test_networking_on_a_fourth_platform_publishes_nothing() -> None:
    made = [posts(name, name) for name in ["linkedin", "instagram", "tiktok"]]
    talk = posts("talk", "discord", mode=Mode.NETWORK)
    assert planned(*made, talk) == {"linkedin", "instagram", "tiktok", "talk"}


def test_of_equal_activities_the_first_in_the_catalogue_is_taken() -> None:
    assert planned(posts("a", "all"), posts("b", "all"), hours=1) == {"a"}


def test_of_equal_activities_the_one_done_now_is_taken() -> None:
    kept = Choices(earlier_plan={"b": 1.0})
    assert planned(posts("a", "all"), posts("b", "all"), hours=1, choices=kept) == {"b"}


def test_of_equal_activities_of_both_modes_the_first_in_the_catalogue_is_taken() -> None:
    talk = posts("talk", "all", mode=Mode.NETWORK)
    assert planned(posts("post", "all"), talk, hours=1) == {"post"}


@pytest.mark.parametrize("done", ["post", "talk"])
def test_of_equal_activities_of_both_modes_the_one_done_now_is_taken(done: str) -> None:
    made = [posts("post", "all"), posts("talk", "all", mode=Mode.NETWORK)]
    assert planned(*made, hours=1, choices=Choices(earlier_plan={done: 1.0})) == {done}


def test_of_equal_platforms_the_first_activities_of_the_catalogue_stay() -> None:
    names = ["linkedin", "instagram", "tiktok", "youtube"]
    assert planned(*(posts(name, name) for name in names)) == set(names[:3])
    assert planned(*(posts(name, name) for name in reversed(names))) == set(names[1:])


def test_of_equal_platforms_those_in_use_now_stay() -> None:
    names = ["linkedin", "instagram", "tiktok", "youtube"]
    kept = Choices(earlier_plan=dict.fromkeys(["tiktok", "youtube"], 1.0))
    found = planned(*(posts(name, name) for name in names), choices=kept)
    assert found == {"linkedin", "tiktok", "youtube"}


@pytest.mark.parametrize("order", [("m1", "m2", "n1", "n2"), ("n2", "n1", "m2", "m1")])
def test_a_tie_inside_the_band_goes_by_the_order_of_the_catalogue(order: tuple[str, ...]) -> None:
    modes = {"m": Mode.MEDIA, "n": Mode.NETWORK}
    made = [posts(name, "all", mode=modes[name[0]]) for name in order]
    business = replace(BUSINESS, hours_per_week=2.0)
    instance = replace(instance_of(*made, business=business), low=0.4, high=0.6)
    first = {mode: next(name for name in order if name[0] == mode) for mode in "mn"}
    assert set(instance.hours()) == set(first.values())


def test_without_any_plan_the_solution_says_so_and_holds_no_hours() -> None:
    instance = replace(instance_of(NEUTRAL), choices=Choices(declined=frozenset({NEUTRAL.id})))
    found = solve(instance.programme, instance.values(), band(*FREE))
    assert not found.is_feasible[0]
    assert found.hours.sum() == found.value[0] == 0
