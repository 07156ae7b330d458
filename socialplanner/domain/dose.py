"""Dose: what logged hours put to work in each week, with delay and carry-over (section 5.2)."""

from collections.abc import Mapping, Sequence
from math import floor

import numpy as np

from socialplanner.domain.activity import Activity
from socialplanner.domain.parameters import AllocationParameters
from socialplanner.domain.response import Floats, overhead, saving


def effective_hours(
    activities: Sequence[Activity],
    hours: Floats,
    tools: frozenset[str],
    parameters: AllocationParameters,
) -> Floats:
    """Return ``g(e) = e / (1 + e/k)`` with ``e = max(0, h - f') / (1 - s)``; shape as `hours`.

    The catalogue's curve without its productivity: slope 1 at zero, ceiling k. The last axis of
    `hours` are the activities.
    """
    saved = np.array([saving(a, tools, parameters) for a in activities])
    half_hours = np.array([a.half_hours for a in activities])
    effective = np.maximum(0.0, hours - overhead(activities, parameters)) / (1.0 - saved)
    result: Floats = effective / (1.0 + effective / half_hours)
    return result


def doses(activities: Sequence[Activity], effective: Floats, before: Floats) -> Floats:
    """Return ``x_a,t = sum_l wgt_a,l g_a(e_a,t-l)``; shape (T, A) as `effective`.

    The weights are those of section 4.1: nothing until the delay is over, then geometric,
    ``wgt_l = (1 - th) th^(l - d)`` with ``th = 2^(-1/half-life)``, so that they sum to 1. A delay
    that is no whole number of weeks is shared between the two nearest. `before`, shape (A,), is
    what was at work in every week before the first.
    """
    result = np.empty_like(effective)
    for place, activity in enumerate(activities):
        arriving = _delayed(effective[:, place], float(before[place]), activity.delay_weeks)
        carry = 2.0 ** (-1.0 / activity.half_life_weeks)
        state = float(before[place])
        for week, arrived in enumerate(arriving):
            state = carry * state + (1.0 - carry) * float(arrived)
            result[week, place] = state
    return result


def hours_table(activities: Sequence[Activity], weeks: Sequence[Mapping[str, float]]) -> Floats:
    """Return hours by week and activity, shape (T, A); what a week does not name got none."""
    rows = [[week.get(a.id, 0.0) for a in activities] for week in weeks]
    return np.array(rows, dtype=np.float64).reshape(len(weeks), len(activities))


def _delayed(effective: Floats, before: float, delay: float) -> Floats:
    """Return what arrives in each week of what was done `delay` weeks earlier."""
    whole = floor(delay)
    part = delay - whole
    known = np.concatenate([np.full(whole + 1, before), effective])
    weeks = len(effective)
    result: Floats = (1.0 - part) * known[1 : weeks + 1] + part * known[:weeks]
    return result
