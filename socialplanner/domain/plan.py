"""The plan: hours per activity, how sure, at what price, and what one more half-hour would do."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from socialplanner.domain.allocation import FREE, Solution, band, frontier, solve
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.constraints import accepted_platforms
from socialplanner.domain.feasibility import InfeasibleError, check_pins, conflict_of
from socialplanner.domain.hours_of_plan import changes, hours_by_id
from socialplanner.domain.ids import Mode
from socialplanner.domain.kept_plan import half_an_hour_beside, is_just_kept, kept_solution
from socialplanner.domain.programme import publishing_platforms
from socialplanner.domain.response import Floats
from socialplanner.domain.setting import Setting, setting_of
from socialplanner.domain.split import CurvePoint, flat_range, split_curve
from socialplanner.domain.stability import Stability, StabilityLabel, label_of, stability


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedActivity:
    """One activity of the plan.

    `hours` a week; `marginal_value` is what the next half-hour here would add to the plan's
    value (0 at the maximum); `chosen_share` 0..1 of the stability draws; `is_pinned` by choice.
    """

    id: str
    mode: Mode
    hours: float
    marginal_value: float
    chosen_share: float
    label: StabilityLabel
    is_pinned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """An activity that is not in the plan but was chosen in some of the draws."""

    id: str
    mode: Mode
    chosen_share: float
    label: StabilityLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfHour:
    """What half an hour more a week would add to the value, and where the hours would change."""

    gain: float
    changes: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The hours of an ordinary week, with everything that is said about them.

    `value` is F in units of the model and means nothing but comparison; `price` is
    ``1 - F/F_free``; `curve` is value against split, and any split from `flat_low` to
    `flat_high` costs less than 1 % of the best value. `platforms` are the fewest that let its media
    activities run, website, e-mail and business profile not counted. Where it `is_kept` the hours
    are those that were agreed, and not the best by the model. Shares are 0..1, hours a week.
    """

    activities: tuple[PlannedActivity, ...]
    alternatives: tuple[Alternative, ...]
    hours_available: float
    network_hours_available: float
    platforms: tuple[str, ...]
    value: float
    free_value: float
    stability: Stability
    curve: tuple[CurvePoint, ...]
    flat_low: float
    flat_high: float
    next_half_hour: HalfHour
    is_kept: bool = False

    @property
    def hours_per_week(self) -> float:
        """Return the hours planned."""
        return sum(activity.hours for activity in self.activities)

    @property
    def network_share(self) -> float:
        """Return x_N of the hours planned."""
        return self.hours_of(Mode.NETWORK) / self.hours_per_week

    @property
    def price(self) -> float:
        """Return the part of modelled value given up to stay inside the target band."""
        return 1 - self.value / self.free_value

    @property
    def hours(self) -> Mapping[str, float]:
        """Return the hours by activity id."""
        return {activity.id: activity.hours for activity in self.activities}

    def hours_of(self, mode: Mode) -> float:
        """Return the hours planned for one mode."""
        return sum(activity.hours for activity in self.activities if activity.mode is mode)


def make_plan(catalogue: Catalogue, setting: Setting) -> Plan:
    """Return the plan that was agreed, where it can be kept, else the best one.

    InfeasibleError names constraints that cannot be met together.
    """
    kept = kept_solution(setting)
    solution = best_solution(catalogue, setting) if kept is None else kept
    sure = stability(setting, [a.id for a in catalogue.activities])
    values = setting.values()
    curve = split_curve(frontier(setting.programme, values))
    flat_low, flat_high = flat_range(curve, setting.parameters.flat_loss)
    return Plan(
        activities=_planned(setting, solution, values, sure),
        alternatives=_alternatives(setting, solution, sure),
        hours_available=setting.programme.steps * setting.programme.grid,
        network_hours_available=setting.programme.network_steps * setting.programme.grid,
        platforms=platforms_of(setting, solution),
        value=float(solution.value[0]),
        free_value=free_value(setting, values),
        stability=sure,
        curve=curve,
        flat_low=flat_low,
        flat_high=flat_high,
        next_half_hour=next_half_hour(catalogue, setting, solution),
        is_kept=kept is not None and is_just_kept(setting, kept),
    )


def best_solution(catalogue: Catalogue, setting: Setting) -> Solution:
    """Return the best plan alone; InfeasibleError names constraints that cannot be met together."""
    check_pins(catalogue, setting)
    solution = setting.solve()
    if not solution.is_feasible[0]:
        raise InfeasibleError(conflict_of(setting), setting.business.hours_per_week)
    return solution


def free_value(setting: Setting, values: Floats) -> float:
    """Return F_free: what the best plan without the band of the target would be worth."""
    return float(solve(setting.programme, values, band(*FREE)).value[0])


def platforms_of(setting: Setting, solution: Solution) -> tuple[str, ...]:
    """Return the fewest platforms on which a plan can be published."""
    planned = hours_by_id(setting.activities, solution)
    accepted = accepted_platforms(setting.business, setting.parameters)
    chosen = [activity for activity in setting.activities if activity.id in planned]
    return publishing_platforms(chosen, accepted, setting.parameters)


def _planned(
    setting: Setting, solution: Solution, values: Floats, sure: Stability
) -> tuple[PlannedActivity, ...]:
    grid, longest = setting.programme.grid, setting.programme.longest
    result = []
    for row in reading_order(setting, solution):
        activity, hours = setting.activities[row], float(solution.hours[0, row])
        step = round(hours / grid)
        more = step < longest and hours + grid <= activity.max_hours
        share = sure.chosen_share[activity.id]
        result.append(
            PlannedActivity(
                id=activity.id,
                mode=activity.mode,
                hours=hours,
                marginal_value=float(values[0, row, step + 1] - values[0, row, step])
                if more
                else 0.0,
                chosen_share=share,
                label=label_of(share, setting.parameters),
                is_pinned=activity.id in setting.choices.pinned,
            )
        )
    return tuple(result)


def reading_order(setting: Setting, solution: Solution) -> list[int]:
    """Return the rows of the planned activities, media first, each in offered order."""
    rows = [int(row) for row in np.flatnonzero(solution.hours[0] > 0)]
    return sorted(rows, key=lambda row: setting.activities[row].mode is Mode.NETWORK)


def _alternatives(setting: Setting, solution: Solution, sure: Stability) -> tuple[Alternative, ...]:
    planned = hours_by_id(setting.activities, solution)
    found = [
        Alternative(
            id=a.id,
            mode=a.mode,
            chosen_share=sure.chosen_share[a.id],
            label=label_of(sure.chosen_share[a.id], setting.parameters),
        )
        for a in setting.activities
        if a.id not in planned and sure.chosen_share[a.id] >= setting.parameters.alternative_share
    ]
    return tuple(sorted(found, key=lambda alternative: -alternative.chosen_share))


def next_half_hour(catalogue: Catalogue, setting: Setting, solution: Solution) -> HalfHour:
    """Return what half an hour more a week would do to a plan."""
    business = setting.business
    more = replace(business, hours_per_week=business.hours_per_week + setting.programme.grid)
    wider = setting_of(
        catalogue, more, setting.choices, setting.target, setting.circumstances.gap_points
    )
    after = wider.solve()
    if setting.choices.keeps_earlier:
        after = half_an_hour_beside(setting, solution)
    if not after.is_feasible[0]:
        return HalfHour(gain=0.0, changes={})
    before = hours_by_id(setting.activities, solution)
    return HalfHour(
        gain=float(after.value[0] - solution.value[0]),
        changes=changes(before, hours_by_id(wider.activities, after)),
    )
