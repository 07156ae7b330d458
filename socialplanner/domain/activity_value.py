"""One activity's value taken apart: every factor of ``v = P D e / (1 + e/k)`` for this firm."""

from dataclasses import dataclass

import numpy as np

from socialplanner.domain.activity import Activity
from socialplanner.domain.response import (
    gap_lift,
    goal_match,
    overhead,
    patience,
    saving,
)
from socialplanner.domain.setting import Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityValue:
    """The factors of an activity's value, in the words of section 4.1.

    `match` is ``sum_g w_g C_ag``, `fit` the multiplier of the kind of business, `lift` what open
    gaps add; `tempered` is ``(9 match fit lift)^0.5`` and `mean` that of all offered, so that
    `productivity` P_a is their ratio. `kept` is D_a, `overhead` f_a' in hours a week, `saving` s_a,
    `half_hours` k_a, `grid` the half-hour.
    """

    activity: Activity
    match: float
    fit: float
    lift: float
    tempered: float
    mean: float
    kept: float
    overhead: float
    saving: float
    half_hours: float
    grid: float

    @property
    def productivity(self) -> float:
        """Return P_a."""
        return self.tempered / self.mean

    def effective(self, hours: float) -> float:
        """Return ``e = max(0, h - f') / (1 - s)``."""
        return max(0.0, hours - self.overhead) / (1 - self.saving)

    def value(self, hours: float) -> float:
        """Return ``v(h) = P D e / (1 + e/k)``."""
        effective = self.effective(hours)
        return self.productivity * self.kept * effective / (1 + effective / self.half_hours)

    def next_gain(self, hours: float) -> float:
        """Return what the half-hour after these hours would add; 0 at the maximum."""
        if hours + self.grid > self.activity.max_hours:
            return 0.0
        return self.value(hours + self.grid) - self.value(hours)


def activity_value(setting: Setting, activity_id: str) -> ActivityValue:
    """Return the value of an activity that is offered, taken apart; KeyError where it is not."""
    activity = {each.id: each for each in setting.activities}[activity_id]
    parameters, circumstances = setting.parameters, setting.circumstances
    half_lives = np.array([[activity.half_life_weeks]])
    return ActivityValue(
        activity=activity,
        match=goal_match(activity, circumstances.goal_weights),
        fit=activity.fit(circumstances.kind),
        lift=gap_lift(activity, circumstances.gap_points, parameters),
        tempered=_tempered(activity, setting),
        mean=sum(_tempered(each, setting) for each in setting.activities) / len(setting.activities),
        kept=float(patience([activity], half_lives, circumstances.weekly_discount)[0, 0]),
        overhead=float(overhead([activity], parameters)[0]),
        saving=saving(activity, circumstances.tools, parameters),
        half_hours=activity.half_hours,
        grid=parameters.grid_hours,
    )


def _tempered(activity: Activity, setting: Setting) -> float:
    """Return ``(9 match fit lift)^0.5``."""
    parameters, circumstances = setting.parameters, setting.circumstances
    match = goal_match(activity, circumstances.goal_weights)
    lift = gap_lift(activity, circumstances.gap_points, parameters)
    raw = parameters.goal_scale * match * activity.fit(circumstances.kind) * lift
    return float(raw**parameters.temper)
