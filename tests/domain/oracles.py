"""Method sections 4.1 and 4.2 once more, written plainly from their text to check the program."""

from collections.abc import Mapping, Sequence
from itertools import combinations, product
from math import floor, sqrt
from typing import NamedTuple

import numpy as np

from socialplanner.domain.activity import Activity
from socialplanner.domain.ids import Mode
from socialplanner.domain.response import Floats
from tests.domain.builders import Instance

STEP = 0.5
NEVER_COUNTED = {"website", "email", "google_business", "all"}
FOR_EVERYBODY = {"all", "website", "email", "in_person", "video", "phone", "crm", "marketplaces"}
AUTOMATING = {"scheduler", "platform_planner"}
HYGIENE = ("reply_desk", "followup_notes")
NEAR = 1e-9


class Best(NamedTuple):
    """How far the best plan lies outside the band, and its value."""

    distance: float
    value: float


def offered(instance: Instance) -> list[Activity]:
    """Return the activities whose fit and platforms allow them, in catalogue order."""
    usable = instance.business.platforms | FOR_EVERYBODY
    kind = instance.business.kind
    return [
        a for a in instance.activities if a.fits.get(kind, 1.0) >= 0.5 and usable & {*a.platforms}
    ]


def worth(instance: Instance) -> dict[str, Floats]:
    """Return v_a(h) for h = 0, 0.5, ... H by activity id."""
    activities = offered(instance)
    raw = {a.id: sqrt(9 * _appeal(instance, a)) for a in activities}
    mean = sum(raw.values()) / len(raw)
    return {a.id: _curve(instance, a, raw[a.id] / mean) for a in activities}


def _appeal(instance: Instance, activity: Activity) -> float:
    goals = sum(instance.weights[g] * share for g, share in activity.goals.items())
    gaps = sum(
        share * instance.gaps.get(cell, 0.0) / 100 for cell, share in activity.dimensions.items()
    )
    return goals * activity.fits.get(instance.business.kind, 1.0) * (1 + 0.5 * gaps)


def _curve(instance: Instance, activity: Activity, productivity: float) -> Floats:
    delta = {"month": 0.95, "quarter": 0.985, "year": 0.995}[instance.business.patience]
    decay = 2 ** (-1 / activity.half_life_weeks)
    kept = delta**activity.delay_weeks * (1 - decay) / (1 - decay * delta)
    overhead = activity.fixed_hours + activity.setup_hours / 26
    hours = np.arange(budget(instance) + 1) * STEP
    effective = np.maximum(0, hours - overhead) / (1 - saved(activity, instance.business.tools))
    result: Floats = productivity * kept * effective / (1 + effective / activity.half_hours)
    return result


def saved(activity: Activity, tools: frozenset[str]) -> float:
    """Return s_a."""
    helpful = set(AUTOMATING)
    if activity.id in {"newsletter", "lead_magnet"}:
        helpful.add("email_tool")
    return activity.auto_share if activity.mode is Mode.MEDIA and tools & helpful else 0.0


def budget(instance: Instance) -> int:
    """Return H in half-hours, rounded down."""
    return floor(instance.business.hours_per_week * 2 + NEAR)


def most_activities(instance: Instance) -> int:
    """Return n."""
    least, most = instance.parameters.min_activities, instance.parameters.max_activities
    return min(max(floor(instance.business.hours_per_week / 1.5) + 1, least), most)


def talking_steps(instance: Instance) -> int:
    """Return the half-hours of people who can talk; H where nobody was named."""
    people = instance.business.people
    if not people:
        return budget(instance)
    hours = sum(p.hours for p in people if p.strength in {"talking", "both"})
    return min(budget(instance), floor(hours * 2 + NEAR))


def options(instance: Instance, activity: Activity) -> list[int]:
    """Return the half-hours that one activity may take."""
    steps = range(budget(instance) + 1)
    return [step for step in steps if _may_take(instance, activity, step * STEP)]


def _may_take(instance: Instance, activity: Activity, hours: float) -> bool:
    choices, business = instance.choices, instance.business
    if activity.id == "boosted_posts" and not business.ad_budget_per_week and hours:
        return False
    if activity.id in choices.declined and hours:
        return False
    if activity.id in choices.pinned and hours < activity.min_hours:
        return False
    if activity.id in HYGIENE and budget(instance) >= 6 and not hours:
        return False
    if hours and not activity.min_hours <= hours <= activity.max_hours:
        return False
    return _within_move_limit(instance, activity, hours)


def _within_move_limit(instance: Instance, activity: Activity, hours: float) -> bool:
    """Return whether the step from the earlier plan is small enough, or the owner's own wish."""
    if not _is_held(instance, activity):
        return True
    old = _before(instance, activity)
    if activity.id in instance.choices.pinned and hours == activity.min_hours > old:
        return True
    return abs(hours - old) <= _reach(old) + NEAR


def _is_held(instance: Instance, activity: Activity) -> bool:
    """Return whether there are hours of an earlier plan that bind an activity."""
    unpaid = activity.id == "boosted_posts" and not instance.business.ad_budget_per_week
    declined = activity.id in instance.choices.declined
    return instance.choices.earlier_plan is not None and not declined and not unpaid


def _before(instance: Instance, activity: Activity) -> float:
    return (instance.choices.earlier_plan or {}).get(activity.id, 0.0)


def _reach(old: float) -> float:
    return max(1.0, 0.5 * old)


def publishing_needs(instance: Instance, activity: Activity) -> set[str]:
    """Return the counted platforms any one of which an activity needs; none where it needs none."""
    usable = {*activity.platforms} & (instance.business.platforms | FOR_EVERYBODY)
    if activity.mode is Mode.NETWORK or usable & NEVER_COUNTED:
        return set()
    return usable


def brute_force(instance: Instance) -> Best | None:
    """Return the best of all plans by looking at every one; None where there is none."""
    activities = offered(instance)
    plans = _every_plan(instance, activities)
    plans = plans[_is_admissible(instance, activities, plans)]
    if not len(plans):
        return None
    values = worth(instance)
    value = sum(values[a.id][plans[:, row]] for row, a in enumerate(activities))
    network = plans[:, [a.mode is Mode.NETWORK for a in activities]].sum(axis=1)
    share = network / plans.sum(axis=1)
    distance = np.maximum(0, np.maximum(instance.low - share, share - instance.high))
    nearest = float(distance.min())
    inside = np.flatnonzero(distance <= nearest + NEAR)
    return Best(nearest if nearest > NEAR else 0.0, float(np.asarray(value)[inside].max()))


def _every_plan(instance: Instance, activities: Sequence[Activity]) -> Floats:
    """Return all plans with at least half an hour and at most H, in half-hours."""
    every = np.array(list(product(*(options(instance, a) for a in activities))), dtype=np.int64)
    every = every.reshape(-1, len(activities))
    total = every.sum(axis=1)
    plans: Floats = every[(total > 0) & (total <= budget(instance))]
    return plans


def _is_admissible(instance: Instance, activities: Sequence[Activity], plans: Floats) -> Floats:
    counted = np.array([a.id not in HYGIENE for a in activities])
    network = np.array([a.mode is Mode.NETWORK for a in activities])
    few = (plans[:, counted] > 0).sum(axis=1) <= most_activities(instance)
    talked = plans[:, network].sum(axis=1) <= talking_steps(instance)
    result: Floats = few & talked & _platforms_suffice(instance, activities, plans)
    return result


def _platforms_suffice(instance: Instance, activities: Sequence[Activity], plans: Floats) -> Floats:
    """Return whether some few platforms let every chosen activity run."""
    needs = [publishing_needs(instance, a) for a in activities]
    platforms = sorted(set[str]().union(*needs))
    most = min(instance.parameters.max_publishing_platforms, len(platforms))
    found = np.zeros(len(plans), dtype=bool)
    for chosen in combinations(platforms, most):
        stuck = np.array([bool(need) and not need & {*chosen} for need in needs])
        found |= ~np.any(plans[:, stuck] > 0, axis=1)
    result: Floats = found
    return result


def network_share(instance: Instance, hours: Mapping[str, float]) -> float:
    """Return x_N of a plan by activity id."""
    network = {a.id for a in instance.activities if a.mode is Mode.NETWORK}
    return sum(h for key, h in hours.items() if key in network) / sum(hours.values())


def broken_rules(instance: Instance, hours: Mapping[str, float]) -> list[str]:
    """Return the rules of section 4.2 but the band that a plan, by activity id, breaks."""
    activities = offered(instance)
    plan = np.array([[round(hours.get(a.id, 0.0) / STEP) for a in activities]])
    rules = {
        "grid": all(float(h / STEP).is_integer() for h in hours.values()),
        "offered": hours.keys() <= {a.id for a in activities},
        "hours of each": all(
            step in options(instance, a) for a, step in zip(activities, plan[0], strict=True)
        ),
        "budget": 0 < plan.sum() <= budget(instance),
        "number, talking and platforms": bool(_is_admissible(instance, activities, plan)[0]),
    }
    return [name for name, kept in rules.items() if not kept]


def modelled_value(instance: Instance, hours: Mapping[str, float]) -> float:
    """Return F of a plan by activity id."""
    values = worth(instance)
    return float(sum(values[key][round(h / STEP)] for key, h in hours.items()))


def outside(instance: Instance, hours: Mapping[str, float]) -> float:
    """Return how far the network share of a plan lies outside the band; 0 inside."""
    share = network_share(instance, hours)
    distance = max(instance.low - share, share - instance.high)
    return distance if distance > NEAR else 0.0
