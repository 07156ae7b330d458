"""The constraints of method section 4.2, one by one."""

from dataclasses import replace

import pytest

from socialplanner.domain.business import Business, Person
from socialplanner.domain.constraints import (
    Constraint,
    Rule,
    constraints_of,
    grid_hours,
    is_offered,
    most_activities,
)
from socialplanner.domain.ids import Mode
from socialplanner.domain.profile import Choices
from socialplanner.domain.programme import platform_needs
from tests.domain.builders import (
    BUSINESS,
    NEUTRAL,
    instance_of,
    shipped_catalogue,
    shipped_parameters,
)


def limit(business: Business, choices: Choices, rule: Rule) -> Constraint | None:
    """Return the constraint of one rule on the neutral activity or on the whole plan."""
    found = constraints_of([NEUTRAL], business, choices, shipped_parameters().allocation)
    return next((constraint for constraint in found if constraint.rule is rule), None)


@pytest.mark.parametrize(
    ("hours", "most"),
    [(1, 2), (2.5, 2), (3, 3), (4, 3), (5, 4), (6, 5), (8, 6), (10.4, 7), (10.5, 8), (80, 8)],
)
def test_a_week_holds_one_activity_more_than_each_hour_and_a_half(hours: float, most: int) -> None:
    assert most_activities(hours, shipped_parameters().allocation) == most


@pytest.mark.parametrize(
    ("hours", "on_grid"),
    [(1, 1), (1.49, 1), (1.5, 1.5), (7.3, 7), (0.1 + 0.2 + 0.2, 0.5), (39.99, 39.5), (80, 80)],
)
def test_hours_are_rounded_down_to_half_hours(hours: float, on_grid: float) -> None:
    assert grid_hours(hours, shipped_parameters().allocation) == on_grid


def test_network_hours_stay_within_those_of_people_who_can_talk() -> None:
    people = (
        Person(name="A", hours=2.0, strength="talking"),
        Person(name="B", hours=1.3, strength="both"),
        Person(name="C", hours=9.0, strength="making"),
    )
    told = limit(replace(BUSINESS, people=people), Choices(), Rule.TALKING_HOURS)
    assert told is not None
    assert told.high == 3.0


@pytest.mark.parametrize("people", [None, ()])
def test_nobody_named_puts_no_cap_on_networking(people: tuple[Person, ...] | None) -> None:
    assert limit(replace(BUSINESS, people=people), Choices(), Rule.TALKING_HOURS) is None


@pytest.mark.parametrize(
    ("old", "low", "high"),
    [(0.0, 0.0, 1.0), (1.0, 0.0, 2.0), (2.0, 1.0, 3.0), (3.0, 1.5, 4.5), (5.0, 2.5, 7.5)],
)
def test_a_review_moves_an_activity_by_an_hour_or_by_half(
    old: float, low: float, high: float
) -> None:
    roomy = replace(BUSINESS, hours_per_week=20.0)
    found = limit(roomy, Choices(earlier_plan={NEUTRAL.id: old}), Rule.MOVE_LIMIT)
    assert found is not None
    assert (found.low, found.high) == (low, high)


def test_what_the_owner_wants_is_not_held_back_by_the_earlier_plan() -> None:
    none = Choices(earlier_plan={NEUTRAL.id: 6.0}, declined=frozenset({NEUTRAL.id}))
    assert limit(BUSINESS, none, Rule.MOVE_LIMIT) is None
    big = replace(NEUTRAL, min_hours=3.0)
    pinned = replace(
        instance_of(big), choices=Choices(pinned=frozenset({NEUTRAL.id}), earlier_plan={})
    )
    assert pinned.hours() == {NEUTRAL.id: 3.0}


@pytest.mark.parametrize(
    ("fit", "platforms", "offered"),
    [
        (0.5, ("all",), True),
        (0.49, ("all",), False),
        (1.0, ("facebook", "x"), True),
        (1.0, ("x",), False),
        (1.0, ("marketplaces",), True),
    ],
)
def test_an_activity_is_offered_when_it_fits_and_has_a_platform(
    fit: float, platforms: tuple[str, ...], *, offered: bool
) -> None:
    activity = replace(NEUTRAL, fits={BUSINESS.kind: fit}, platforms=platforms)
    assert is_offered(activity, BUSINESS, shipped_parameters().allocation) == offered


@pytest.mark.parametrize("platform", ["website", "email", "in_person", "video", "phone", "crm"])
def test_what_everybody_has_is_accepted_without_being_named(platform: str) -> None:
    activity = replace(NEUTRAL, platforms=(platform,))
    bare = replace(BUSINESS, platforms=frozenset())
    assert is_offered(activity, bare, shipped_parameters().allocation)


@pytest.mark.parametrize(
    ("platforms", "mode", "needs"),
    [
        (("instagram", "tiktok"), Mode.MEDIA, {"instagram"}),
        (("instagram", "website"), Mode.MEDIA, set()),
        (("google_business",), Mode.MEDIA, set()),
        (("instagram",), Mode.NETWORK, set()),
    ],
)
def test_only_publishing_counts_as_a_platform(
    platforms: tuple[str, ...], mode: Mode, needs: set[str]
) -> None:
    accepted = frozenset({"instagram", "facebook", "website", "google_business"})
    activity = replace(NEUTRAL, platforms=platforms, mode=mode)
    assert platform_needs(activity, accepted, shipped_parameters().allocation) == needs


def test_every_kind_of_business_is_offered_hygiene_and_both_modes() -> None:
    catalogue = shipped_catalogue()
    for kind in catalogue.parameters.target.kind_offset:
        bare = replace(BUSINESS, kind=kind, platforms=frozenset())
        found = [
            a for a in catalogue.activities if is_offered(a, bare, catalogue.parameters.allocation)
        ]
        assert {"reply_desk", "followup_notes"} <= {a.id for a in found}
        assert {a.mode for a in found} == set(Mode)
