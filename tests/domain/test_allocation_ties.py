"""Exact allocation: which activities a plan holds when platforms are short or values equal."""

from dataclasses import replace

import pytest

from socialplanner.domain.activity import Activity
from socialplanner.domain.allocation import frontier
from socialplanner.domain.ids import Mode
from socialplanner.domain.profile import Choices
from tests.domain.builders import BUSINESS, NEUTRAL, instance_of

ALL_THREE = frozenset({"linkedin", "instagram", "tiktok"})


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


def test_hygiene_does_not_use_up_the_number_of_activities() -> None:
    made = [
        posts("post", "all", fit=1.5),
        posts("talk", "all", mode=Mode.NETWORK),
        posts("reply_desk", "all", fit=0.5, mode=Mode.NETWORK),
    ]
    instance = instance_of(*made, business=replace(BUSINESS, hours_per_week=2.0))
    one = replace(instance.parameters, min_activities=1, max_activities=1)
    assert set(replace(instance, parameters=one).hours()) == {"post", "reply_desk"}


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


def test_of_equal_plans_the_one_that_keeps_what_is_done_now_is_taken() -> None:
    made = [
        posts("b", "instagram"),
        posts("c", "instagram"),
        posts("kept", "linkedin"),
        posts("poor", "tiktok", fit=0.5),
        posts("last", "linkedin"),
    ]
    business = replace(BUSINESS, platforms=ALL_THREE, hours_per_week=2.0)
    instance = instance_of(*made, business=business)
    one_platform = replace(instance.parameters, max_publishing_platforms=1)
    now = Choices(earlier_plan={"kept": 1.0})
    found = replace(instance, parameters=one_platform, choices=now).hours()
    assert set(found) == {"kept", "last"}


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


def test_the_frontier_keeps_a_pinned_activity_on_its_platform() -> None:
    names = ["linkedin", "instagram", "tiktok", "youtube"]
    made = [posts(name, name, fit=0.6 if name == "youtube" else 1.0) for name in names]
    business = replace(BUSINESS, platforms=frozenset(names))
    pinned = Choices(pinned=frozenset({"youtube"}))
    instance = replace(instance_of(*made, business=business), choices=pinned)
    found = frontier(instance.programme, instance.values())
    assert found.max() == pytest.approx(instance.solve().value[0])
