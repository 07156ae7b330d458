"""Random businesses and choices over everything the shipped questionnaire offers."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

import numpy as np

from socialplanner.domain.business import Business, Person
from socialplanner.domain.ids import CELLS
from socialplanner.domain.profile import Choices
from socialplanner.domain.target import target_mix
from tests.domain.builders import Instance, shipped_catalogue, shipped_parameters

T = TypeVar("T")

PUBLISHERS = 0.3
SHORT_OF_TALK = 0.2


def option_ids(question: str) -> list[str]:
    """Return the ids of a question's options."""
    return [option.id for option in shipped_catalogue().questionnaire.by_id[question].options]


def random_instance(seed: int) -> Instance:
    """Return a full-size instance: all activities, a random business and random choices."""
    rng = np.random.default_rng(seed)
    business = random_business(rng)
    parameters = shipped_parameters()
    target = target_mix(business, parameters.target)
    instance = Instance(
        activities=shipped_catalogue().activities,
        parameters=parameters.allocation,
        weights=target.goal_weights,
        business=business,
        gaps={cell: float(rng.choice([0.0, rng.uniform(0, 90)])) for cell in CELLS},
        low=target.low,
        high=target.high,
    )
    return replace(instance, choices=_choices(rng, instance))


def random_business(rng: np.random.Generator) -> Business:
    """Return a business of 5 to 40 hours a week, on the half-hour grid or off it."""
    business = _any_business(rng)
    return _publisher(business) if rng.random() < PUBLISHERS else business


def _publisher(business: Business) -> Business:
    """Return the business as one that wants to publish widely, so that platforms run short."""
    return replace(
        business,
        kind="creator",
        goals=("awareness", "engagement"),
        platforms=business.platforms | set(option_ids("business.platforms")[:9]),
        audience="mass",
    )


def _any_business(rng: np.random.Generator) -> Business:
    return Business(
        kind=_one(rng, option_ids("business.kind")),
        goals=tuple(_some(rng, option_ids("business.goals"), int(rng.integers(1, 5)))),
        hours_per_week=round(float(rng.uniform(5, 40)), int(rng.integers(0, 3))),
        platforms=frozenset(_each(rng, option_ids("business.platforms"), rng.uniform(0.1, 0.9))),
        patience=_one(rng, option_ids("business.patience")),
        stage=_one(rng, [*option_ids("business.stage"), None]),
        audience=_one(rng, [*option_ids("business.audience"), None]),
        sales_cycle=_one(rng, [*option_ids("business.sales_cycle"), None]),
        tools=frozenset(_each(rng, option_ids("business.tools"), 0.3)),
        people=_people(rng),
        order_value=float(10 ** rng.uniform(0, 5)),
        margin_percent=float(rng.uniform(1, 100)),
        ad_budget_per_week=_one(rng, [None, 0.0, 25.0]),
    )


def _people(rng: np.random.Generator) -> tuple[Person, ...] | None:
    """Return nobody, or a few people of whom the first can talk."""
    count = int(rng.integers(0, 4))
    most = 3 if rng.random() < SHORT_OF_TALK else 12
    people = [
        Person(
            name=f"P{place}",
            hours=float(rng.integers(2, 2 * most)) / 2,
            strength=_one(rng, ["talking", "making", "both"] if place else ["talking", "both"]),
        )
        for place in range(count)
    ]
    return tuple(people) or None


def _choices(rng: np.random.Generator, instance: Instance) -> Choices:
    ids = [a.id for a in instance.offered if a.id != "boosted_posts"]
    pinned = _each(rng, ids, 0.04)
    declined = [i for i in _each(rng, ids, 0.1) if i not in {*pinned, "reply_desk"}]
    declined = [i for i in declined if i != "followup_notes"]
    earlier = None
    if rng.random() < 0.25:
        before = replace(instance, gaps={}, choices=Choices(declined=frozenset(declined)))
        earlier = before.hours()
    return Choices(pinned=frozenset(pinned), declined=frozenset(declined), earlier_plan=earlier)


def _one(rng: np.random.Generator, options: Sequence[T]) -> T:
    return options[int(rng.integers(len(options)))]


def _some(rng: np.random.Generator, options: Sequence[str], count: int) -> list[str]:
    return [str(option) for option in rng.permutation(options)[:count]]


def _each(rng: np.random.Generator, options: Sequence[str], chance: float) -> list[str]:
    return [option for option in options if rng.random() < chance]
