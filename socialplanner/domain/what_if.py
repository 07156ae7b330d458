"""What if: the figures of a plan at once, without how sure it is and what would flip it.

The same steps as in `assessment` in the same order, so that both agree to the last digit; what is
left out (the 200 versions of the catalogue, the changed answers) takes the time.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from socialplanner.domain.allocation import frontier
from socialplanner.domain.assessment import Standing
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.comparison import HoursComparison, compare_hours
from socialplanner.domain.gaps import gap_points
from socialplanner.domain.ids import Mode
from socialplanner.domain.kept_plan import kept_solution
from socialplanner.domain.plan import (
    HalfHour,
    best_solution,
    free_value,
    next_half_hour,
    platforms_of,
    reading_order,
)
from socialplanner.domain.roi import ReturnOnInvestment, expected_return
from socialplanner.domain.setting import Setting, setting_of
from socialplanner.domain.split import CurvePoint, split_curve


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedHours:
    """One activity with its weekly hours."""

    id: str
    mode: Mode
    hours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The hours of an ordinary week; media first, then as the catalogue offers them."""

    activities: tuple[PlannedHours, ...]

    @property
    def hours(self) -> Mapping[str, float]:
        """Return the hours by activity id."""
        return {activity.id: activity.hours for activity in self.activities}

    @property
    def hours_per_week(self) -> float:
        """Return the hours planned."""
        return sum(activity.hours for activity in self.activities)

    @property
    def network_share(self) -> float:
        """Return x_N of the hours planned."""
        return self.hours_of(Mode.NETWORK) / self.hours_per_week

    def hours_of(self, mode: Mode) -> float:
        """Return the hours planned for one mode."""
        return sum(activity.hours for activity in self.activities if activity.mode is mode)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """What some answers and choices come to: every figure of a plan that needs no repeats.

    `value`, `free_value`, `curve` and the rest mean what they mean in a `Plan`.
    """

    said: Standing
    week: Week
    hours_available: float
    value: float
    free_value: float
    curve: tuple[CurvePoint, ...]
    platforms: tuple[str, ...]
    next_half_hour: HalfHour
    comparison: HoursComparison
    returns: ReturnOnInvestment

    @property
    def price(self) -> float:
        """Return the part of modelled value given up to stay inside the target band."""
        return 1 - self.value / self.free_value


def what_if(catalogue: Catalogue, said: Standing) -> WhatIf:
    """Return the figures of the plan for what was said, or is supposed to be said.

    Raises InfeasibleError when the choices and circumstances cannot be met together.
    """
    setting = setting_for(catalogue, said)
    kept = kept_solution(setting)
    solution = best_solution(catalogue, setting) if kept is None else kept
    values = setting.values()
    week = Week(
        activities=tuple(
            PlannedHours(
                id=setting.activities[row].id,
                mode=setting.activities[row].mode,
                hours=float(solution.hours[0, row]),
            )
            for row in reading_order(setting, solution)
        )
    )
    return WhatIf(
        said=said,
        week=week,
        hours_available=setting.programme.steps * setting.programme.grid,
        value=float(solution.value[0]),
        free_value=free_value(setting, values),
        curve=split_curve(frontier(setting.programme, values)),
        platforms=platforms_of(setting, solution),
        next_half_hour=next_half_hour(catalogue, setting, solution),
        comparison=compare_hours(catalogue, said.present.hours, week.hours),
        returns=expected_return(catalogue, said.business, week),
    )


def setting_for(catalogue: Catalogue, said: Standing) -> Setting:
    """Return the allocation problem of what was said."""
    return setting_of(catalogue, said.business, said.choices, said.target, gap_points(said.gaps))
