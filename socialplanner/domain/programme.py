"""The allocation programme in numbers: allowed hours on the grid, counts and platform sets."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import inf

import numpy as np
from numpy.typing import NDArray

from socialplanner.domain.activity import Activity
from socialplanner.domain.business import Business
from socialplanner.domain.constraints import (
    PLAN_WIDE_RULES,
    Constraint,
    Rule,
    accepted_platforms,
    grid_hours,
    is_offered,
)
from socialplanner.domain.ids import Mode
from socialplanner.domain.parameters import AllocationParameters
from socialplanner.domain.profile import Choices

Booleans = NDArray[np.bool_]
Floats = NDArray[np.float64]

PRESENT_RANKS = 100
TIE_STEP = 1e-12
"""What decides between equal plans: far below any difference of value that means something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """One allocation problem on the half-hour grid, before any value is known.

    `allowed[a, s]` says whether activity a may take s grid steps a week, shape (A, S + 1);
    `steps` is the budget H in grid steps, `network_steps` the most that talking people have;
    `is_counted` marks activities that count towards `most_activities`; `runnable[j, a]` says
    whether activity a can run on the j-th largest set of publishing platforms, shape (J, A).
    `preference` is the tiny worth of a step that decides ties, shape (A,).
    """

    activities: tuple[Activity, ...]
    allowed: Booleans
    steps: int
    network_steps: int
    most_activities: int
    is_counted: Booleans
    is_network: Booleans
    runnable: Booleans
    preference: Floats
    grid: float

    @property
    def longest(self) -> int:
        """Return S, the most grid steps any one activity may take."""
        return int(self.allowed.shape[1]) - 1


def offered_activities(
    activities: Iterable[Activity],
    business: Business,
    choices: Choices,
    parameters: AllocationParameters,
) -> tuple[Activity, ...]:
    """Return the activities offered, present ones first, then in catalogue order (ties)."""
    present = choices.earlier_plan or {}
    offered = [a for a in activities if is_offered(a, business, parameters)]
    return tuple(sorted(offered, key=lambda a: a.id not in present))


def programme_of(
    activities: Sequence[Activity],
    business: Business,
    constraints: Iterable[Constraint],
    parameters: AllocationParameters,
    *,
    present: Collection[str] = (),
) -> Programme:
    """Return the programme of some activities under some constraints.

    Of equal plans the one with more of the activities `present` is preferred, then the one with
    more of those that come first.
    """
    steps = round(grid_hours(business.hours_per_week, parameters) / parameters.grid_hours)
    rules = tuple(constraints)
    most_platforms = _ceiling(rules, Rule.MOST_PLATFORMS, default=inf)
    return Programme(
        activities=tuple(activities),
        allowed=_allowed(activities, rules, steps, parameters),
        steps=steps,
        network_steps=_steps(_ceiling(rules, Rule.TALKING_HOURS, default=inf), steps, parameters),
        most_activities=int(_ceiling(rules, Rule.MOST_ACTIVITIES, default=len(activities))),
        is_counted=np.array([a.id not in parameters.hygiene_hours for a in activities], dtype=bool),
        is_network=np.array([a.mode is Mode.NETWORK for a in activities], dtype=bool),
        runnable=_runnable(
            activities, accepted_platforms(business, parameters), most_platforms, parameters
        ),
        preference=_preference(activities, present),
        grid=parameters.grid_hours,
    )


def _preference(activities: Sequence[Activity], present: Collection[str]) -> Floats:
    ranks = np.arange(len(activities), 0, -1, dtype=np.float64)
    done = np.array([a.id in present for a in activities], dtype=np.float64)
    result: Floats = TIE_STEP * (ranks + PRESENT_RANKS * done)
    return result


def platform_needs(
    activity: Activity, accepted: frozenset[str], parameters: AllocationParameters
) -> frozenset[str]:
    """Return the publishing platforms any one of which an activity needs; empty if it needs none.

    Network activities publish nothing; website, e-mail and the business profile are not counted.
    """
    usable = accepted.intersection(activity.platforms)
    if activity.mode is Mode.NETWORK or usable & parameters.uncounted_platforms:
        return frozenset()
    return usable


def publishing_platforms(
    activities: Iterable[Activity], accepted: frozenset[str], parameters: AllocationParameters
) -> tuple[str, ...]:
    """Return the fewest platforms that let each of some activities run, the earliest if equal."""
    needs = [need for a in activities if (need := platform_needs(a, accepted, parameters))]
    named = dict.fromkeys(p for need in needs for p in sorted(need))
    for size in range(len(named) + 1):
        for chosen in combinations(named, size):
            if all(need.intersection(chosen) for need in needs):
                return chosen
    return tuple(named)


def _ceiling(constraints: Iterable[Constraint], rule: Rule, default: float) -> float:
    return min((c.high for c in constraints if c.rule is rule), default=default)


def _steps(hours: float, steps: int, parameters: AllocationParameters) -> int:
    return steps if hours == inf else min(steps, round(hours / parameters.grid_hours))


def _allowed(
    activities: Sequence[Activity],
    constraints: Iterable[Constraint],
    steps: int,
    parameters: AllocationParameters,
) -> Booleans:
    """Return the grid hours in {0} or [m, u] that no constraint on the activity rules out."""
    longest = max((round(a.max_hours / parameters.grid_hours) for a in activities), default=0)
    hours = np.arange(min(longest, steps) + 1) * parameters.grid_hours
    allowed = np.array(
        [(hours == 0) | ((hours >= a.min_hours) & (hours <= a.max_hours)) for a in activities]
    )
    index = {a.id: row for row, a in enumerate(activities)}
    for constraint in constraints:
        if constraint.rule in PLAN_WIDE_RULES or constraint.activity_id not in index:
            continue
        within = (hours >= constraint.low - 1e-9) & (hours <= constraint.high + 1e-9)
        allowed[index[constraint.activity_id]] &= within
    return allowed


def _runnable(
    activities: Sequence[Activity],
    accepted: frozenset[str],
    most: float,
    parameters: AllocationParameters,
) -> Booleans:
    """Return the largest sets of activities that run on at most so many publishing platforms."""
    needs = [platform_needs(a, accepted, parameters) for a in activities]
    platforms = sorted(frozenset[str]().union(*needs))
    size = int(min(most, len(platforms)))
    runs = {
        tuple(not need or bool(need.intersection(chosen)) for need in needs)
        for chosen in combinations(platforms, size)
    }
    largest = [run for run in runs if not any(_is_within(run, other) for other in runs)]
    return np.array(sorted(largest, reverse=True), dtype=bool)


def _is_within(run: tuple[bool, ...], other: tuple[bool, ...]) -> bool:
    return run != other and all(b or not a for a, b in zip(run, other, strict=True))
