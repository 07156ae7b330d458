"""The plan that stays with hours which were agreed at a review, as far as it can."""

from dataclasses import replace

import numpy as np

from socialplanner.domain.allocation import FREE, Solution, band, solve
from socialplanner.domain.constraints import kept_constraints
from socialplanner.domain.hours_of_plan import hours_by_id
from socialplanner.domain.setting import Setting


def kept_solution(setting: Setting) -> Solution | None:
    """Return the plan nearest to the hours that were agreed; None where none were.

    Nearest is the least sum of differences in hours, and of equal ones the best by value. The
    target gives way: the agreed mix may lie outside its band.
    """
    if not setting.choices.keeps_earlier:
        return None
    values, agreed = setting.values(), setting.choices.earlier_plan or {}
    grid = setting.programme.grid * np.arange(values.shape[2])
    wanted = np.array([[agreed.get(activity.id, 0.0)] for activity in setting.activities])
    apart = np.abs(grid[None, :] - wanted) / setting.programme.grid
    weight = 1.0 + 2.0 * float(np.abs(values[np.isfinite(values)]).sum())
    found = solve(setting.programme, values - weight * apart[None], band(*FREE))
    steps = np.rint(found.hours / setting.programme.grid).astype(np.intp)
    worth = np.take_along_axis(values, steps[:, :, None], axis=2)[:, :, 0].sum(axis=1)
    return replace(found, value=worth) if found.is_feasible[0] else None


def is_just_kept(setting: Setting, solution: Solution) -> bool:
    """Return whether a plan is the hours that were agreed, none more and none less."""
    agreed = {key: hours for key, hours in (setting.choices.earlier_plan or {}).items() if hours}
    return hours_by_id(setting.activities, solution) == agreed


def half_an_hour_beside(setting: Setting, solution: Solution) -> Solution:
    """Return the plan that keeps its hours and gives one activity a step more."""
    hours, grid = hours_by_id(setting.activities, solution), setting.programme.grid
    more = replace(setting.business, hours_per_week=sum(hours.values()) + grid)
    choices = replace(setting.choices, earlier_plan=hours)
    constraints = kept_constraints(setting.constraints, choices, grid)
    return replace(setting, business=more, choices=choices).under(constraints).solve()
