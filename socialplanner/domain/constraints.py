"""What a plan must respect: every constraint of section 4.2 as a value that can be named."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum, unique
from math import floor, inf

from socialplanner.domain.activity import Activity
from socialplanner.domain.business import Business
from socialplanner.domain.parameters import AllocationParameters
from socialplanner.domain.profile import Choices


@unique
class Rule(StrEnum):
    """Why a plan may not be as it likes."""

    PINNED = "pinned"
    DECLINED = "declined"
    HYGIENE = "hygiene"
    UNSUITED = "unsuited"
    NO_PLATFORM = "no_platform"
    NO_MONEY = "no_money"
    MOVE_LIMIT = "move_limit"
    TALKING_HOURS = "talking_hours"
    MOST_ACTIVITIES = "most_activities"
    MOST_PLATFORMS = "most_platforms"


OFFER_RULES = frozenset({Rule.UNSUITED, Rule.NO_PLATFORM})
PLAN_WIDE_RULES = frozenset({Rule.TALKING_HOURS, Rule.MOST_ACTIVITIES, Rule.MOST_PLATFORMS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """A floor and a ceiling: weekly hours of one activity, or a total for a plan-wide rule."""

    rule: Rule
    activity_id: str = ""
    low: float = 0.0
    high: float = inf


def constraints_of(
    activities: Iterable[Activity],
    business: Business,
    choices: Choices,
    parameters: AllocationParameters,
) -> tuple[Constraint, ...]:
    """Return every constraint on the plan of this business."""
    found = list(_plan_wide(business, parameters))
    for activity in activities:
        barriers = tuple(_barriers(activity, business, parameters))
        found += [*barriers, *_wishes(activity, choices)]
        found += _hygiene(activity, business, parameters)
        if not barriers and activity.id not in choices.declined:
            found += _move_limit(activity, choices, parameters)
    return tuple(found)


def kept_constraints(
    constraints: Iterable[Constraint], choices: Choices, more: float = 0.0
) -> tuple[Constraint, ...]:
    """Return the constraints when every activity keeps its hours, or gets so many more."""
    earlier = choices.earlier_plan or {}
    found = []
    for each in constraints:
        if each.rule is Rule.MOVE_LIMIT:
            old = earlier.get(each.activity_id, 0.0)
            found.append(replace(each, low=old, high=old + more))
        else:
            found.append(each)
    return tuple(found)


def without_move_floors(constraints: Iterable[Constraint]) -> tuple[Constraint, ...]:
    """Return the constraints when every activity may shrink as far as it likes.

    Who has far fewer hours than before has to jump; no limit can spare that.
    """
    return tuple(replace(c, low=0.0) if c.rule is Rule.MOVE_LIMIT else c for c in constraints)


def is_offered(activity: Activity, business: Business, parameters: AllocationParameters) -> bool:
    """Return whether the kind of business and its platforms allow the activity at all."""
    return not any(c.rule in OFFER_RULES for c in _barriers(activity, business, parameters))


def accepted_platforms(business: Business, parameters: AllocationParameters) -> frozenset[str]:
    """Return the platforms that may be used, those accepted by everybody included."""
    return business.platforms | parameters.always_accepted_platforms


def most_activities(hours: float, parameters: AllocationParameters) -> int:
    """Return ``n = clip(floor(H/1.5) + 1, 2, 8)``; activities of hygiene are not counted."""
    wanted = floor(hours / parameters.hours_per_activity) + 1
    return min(max(wanted, parameters.min_activities), parameters.max_activities)


def grid_hours(hours: float, parameters: AllocationParameters) -> float:
    """Return hours rounded down to the half-hour grid."""
    return floor(hours / parameters.grid_hours + 1e-9) * parameters.grid_hours


def _plan_wide(business: Business, parameters: AllocationParameters) -> Iterable[Constraint]:
    hours = grid_hours(business.hours_per_week, parameters)
    yield Constraint(rule=Rule.MOST_ACTIVITIES, high=most_activities(hours, parameters))
    yield Constraint(rule=Rule.MOST_PLATFORMS, high=parameters.max_publishing_platforms)
    if business.talking_hours is not None:
        yield Constraint(
            rule=Rule.TALKING_HOURS, high=grid_hours(business.talking_hours, parameters)
        )


def _barriers(
    activity: Activity, business: Business, parameters: AllocationParameters
) -> Iterable[Constraint]:
    if activity.fit(business.kind) < parameters.min_fit:
        yield Constraint(rule=Rule.UNSUITED, activity_id=activity.id, high=0.0)
    if not accepted_platforms(business, parameters).intersection(activity.platforms):
        yield Constraint(rule=Rule.NO_PLATFORM, activity_id=activity.id, high=0.0)
    if activity.id in parameters.paid_activities and not business.has_ad_money:
        yield Constraint(rule=Rule.NO_MONEY, activity_id=activity.id, high=0.0)


def _wishes(activity: Activity, choices: Choices) -> Iterable[Constraint]:
    if activity.id in choices.pinned:
        yield Constraint(rule=Rule.PINNED, activity_id=activity.id, low=activity.min_hours)
    if activity.id in choices.declined:
        yield Constraint(rule=Rule.DECLINED, activity_id=activity.id, high=0.0)


def _hygiene(
    activity: Activity, business: Business, parameters: AllocationParameters
) -> Iterable[Constraint]:
    hours = grid_hours(business.hours_per_week, parameters)
    if activity.id in parameters.hygiene_hours and hours >= parameters.hygiene_from_hours:
        low = parameters.hygiene_hours[activity.id]
        yield Constraint(rule=Rule.HYGIENE, activity_id=activity.id, low=low)


def _move_limit(
    activity: Activity, choices: Choices, parameters: AllocationParameters
) -> Iterable[Constraint]:
    """Yield ``|h - h_old| <= max(1 h, 50 % of h_old)`` where there is an earlier plan.

    The limit tames the method, not the person: what is pinned may begin at its minimum.
    """
    if choices.earlier_plan is None:
        return
    old = choices.earlier_plan.get(activity.id, 0.0)
    reach = max(parameters.move_limit_hours, parameters.move_limit_share * old)
    high = old + reach
    if activity.id in choices.pinned:
        high = max(high, activity.min_hours)
    yield Constraint(
        rule=Rule.MOVE_LIMIT, activity_id=activity.id, low=max(0.0, old - reach), high=high
    )
