"""Response curves: what an hour of an activity is assumed to be worth (section 4.1)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from socialplanner.domain.activity import Activity
from socialplanner.domain.ids import Cell, Mode
from socialplanner.domain.parameters import AllocationParameters

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Curves:
    """The parameters of `v_a(h)` for n versions of A activities.

    `scale` is P_a D_a and `half_hours` k_a, both of shape (n, A); `overhead` is f_a' in hours a
    week and `saving` s_a, both of shape (A,).
    """

    scale: Floats
    half_hours: Floats
    overhead: Floats
    saving: Floats

    def values(self, steps: int, grid: float) -> Floats:
        """Return v_a(h) for h = 0, grid, ... steps x grid hours; shape (n, A, steps + 1).

        ``e = max(0, h - f') / (1 - s)`` and ``v = P D e / (1 + e/k)``.
        """
        hours = np.arange(steps + 1) * grid
        net = np.maximum(0.0, hours[None, :] - self.overhead[:, None])
        effective = net / (1.0 - self.saving[:, None])
        saturation = 1.0 + effective[None, :, :] / self.half_hours[:, :, None]
        result: Floats = self.scale[:, :, None] * effective[None, :, :] / saturation
        return result


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What the curves depend on besides the catalogue.

    `goal_weights` is w_g, `gap_points` G_dp, `weekly_discount` delta, `tools` the tools in use.
    """

    kind: str
    goal_weights: Mapping[str, float]
    gap_points: Mapping[Cell, float]
    weekly_discount: float
    tools: frozenset[str]


def curves(
    activities: Sequence[Activity],
    circumstances: Sequence[Circumstances],
    parameters: AllocationParameters,
) -> Curves:
    """Return the catalogue's curves under n circumstances (all with the same tools)."""
    first = circumstances[0]
    half_lives = np.array([[a.half_life_weeks for a in activities]])
    fits = np.array([[a.fit(c.kind) for a in activities] for c in circumstances])
    return Curves(
        scale=productivity(activities, circumstances, fits, parameters)
        * np.concatenate(
            [patience(activities, half_lives, c.weekly_discount) for c in circumstances]
        ),
        half_hours=np.array([[a.half_hours for a in activities]] * len(circumstances)),
        overhead=overhead(activities, parameters),
        saving=np.array([saving(a, first.tools, parameters) for a in activities]),
    )


def productivity(
    activities: Sequence[Activity],
    circumstances: Sequence[Circumstances],
    fits: Floats,
    parameters: AllocationParameters,
) -> Floats:
    """Return ``P_a = [9 sum_g w_g C_ag fit (1 + 0.5 sum_dp q_a,dp G_dp/100)]^0.5``, mean 1.

    The scale is set over the activities given, which are those offered; shape as `fits`, (n, A).
    """
    match = np.array([[goal_match(a, c.goal_weights) for a in activities] for c in circumstances])
    lift = np.array(
        [[gap_lift(a, c.gap_points, parameters) for a in activities] for c in circumstances]
    )
    raw = (parameters.goal_scale * match * fits * lift) ** parameters.temper
    result: Floats = raw / raw.mean(axis=1, keepdims=True)
    return result


def patience(activities: Sequence[Activity], half_lives: Floats, delta: float) -> Floats:
    """Return ``D_a = delta^d (1 - th) / (1 - th delta)``, ``th = 2^(-1/half-life)``; shape (n, A).

    The share of a steady effort's value that is kept when a week's wait costs ``1 - delta``.
    """
    delay = np.array([a.delay_weeks for a in activities])
    carry = 2.0 ** (-1.0 / half_lives)
    result: Floats = delta**delay * (1 - carry) / (1 - carry * delta)
    return result


def overhead(activities: Sequence[Activity], parameters: AllocationParameters) -> Floats:
    """Return ``f_a' = f_a + setup_a / T`` in hours a week, T = 26 weeks; shape (A,)."""
    return np.array([a.fixed_hours + a.setup_hours / parameters.setup_weeks for a in activities])


def saving(activity: Activity, tools: frozenset[str], parameters: AllocationParameters) -> float:
    """Return s_a: the share a fitting tool saves; always 0 for a network activity."""
    if activity.mode is Mode.NETWORK:
        return 0.0
    helpful = parameters.automating_tools | parameters.extra_tools.get(activity.id, frozenset())
    return activity.auto_share if tools & helpful else 0.0


def goal_match(activity: Activity, weights: Mapping[str, float]) -> float:
    """Return ``sum_g w_g C_ag``: how far an activity serves the aims as they are weighted."""
    return sum(weights.get(goal, 0.0) * share for goal, share in activity.goals.items())


def gap_lift(
    activity: Activity, gaps: Mapping[Cell, float], parameters: AllocationParameters
) -> float:
    """Return ``1 + 0.5 sum_dp q_a,dp G_dp/100``: what working on open gaps adds."""
    pull = sum(share * gaps.get(cell, 0.0) / 100 for cell, share in activity.dimensions.items())
    return 1 + parameters.gap_lift * pull
