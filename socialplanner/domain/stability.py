"""How sure each recommendation is: the plan over 200 versions of the catalogue (section 4.3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, unique

import numpy as np

from socialplanner.domain.activity import Activity
from socialplanner.domain.allocation import band, solve
from socialplanner.domain.ids import Mode
from socialplanner.domain.parameters import AllocationParameters
from socialplanner.domain.response import (
    Curves,
    Floats,
    overhead,
    patience,
    productivity,
    saving,
)
from socialplanner.domain.setting import Setting

SEED = 1971
"""Fixed, so that a plan can be reproduced (the year of CALLPLAN)."""

QUANTILES = (0.1, 0.9)


@unique
class StabilityLabel(StrEnum):
    """How often an activity is chosen, in words."""

    CORE = "core"
    GOOD_CHOICE = "good_choice"
    ALTERNATIVE = "alternative"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stability:
    """Share 0..1 of draws that choose each activity, and the range of the network share.

    `network_share_low` and `network_share_high` are the 10 % and 90 % points over the draws.
    """

    chosen_share: Mapping[str, float]
    network_share_low: float
    network_share_high: float


def stability(setting: Setting, catalogue_ids: Sequence[str]) -> Stability:
    """Return how the plan holds when the catalogue's k, half-life and fit are off.

    Draws log-normal factors (log-sd 0.3) with a fixed seed, one column per catalogue activity,
    and solves all draws as one array.
    """
    parameters = setting.parameters
    values = _drawn_curves(setting, catalogue_ids).values(
        setting.programme.longest, setting.programme.grid
    )
    wanted = band(setting.target.low, setting.target.high, parameters.stability_draws)
    solution = solve(setting.programme, values, wanted)
    shares = network_shares(setting.activities, solution.hours)
    low, high = np.quantile(shares, QUANTILES)
    chosen = (solution.hours > 0).mean(axis=0)
    return Stability(
        chosen_share={
            a.id: float(share) for a, share in zip(setting.activities, chosen, strict=True)
        },
        network_share_low=float(low),
        network_share_high=float(high),
    )


def network_shares(activities: Sequence[Activity], hours: Floats) -> Floats:
    """Return x_N, the network share of the hours planned, of n plans; shape (n,)."""
    is_network = np.array([a.mode is Mode.NETWORK for a in activities])
    result: Floats = hours[:, is_network].sum(axis=1) / np.maximum(hours.sum(axis=1), 1e-9)
    return result


def label_of(share: float, parameters: AllocationParameters) -> StabilityLabel:
    """Return core from 70 %, good choice from 30 %, alternative below."""
    if share >= parameters.core_share:
        return StabilityLabel.CORE
    if share >= parameters.good_share:
        return StabilityLabel.GOOD_CHOICE
    return StabilityLabel.ALTERNATIVE


def _drawn_curves(setting: Setting, catalogue_ids: Sequence[str]) -> Curves:
    parameters, activities = setting.parameters, setting.activities
    draws = parameters.stability_draws
    rng = np.random.default_rng(SEED)
    normal = rng.standard_normal((3, draws, len(catalogue_ids)))
    columns = [catalogue_ids.index(a.id) for a in activities]
    k, half_life, fit = np.exp(parameters.stability_log_sd * normal[:, :, columns])
    circumstances = setting.circumstances
    fits = fit * np.array([a.fit(circumstances.kind) for a in activities])
    scale = productivity(activities, [circumstances], fits, parameters)
    half_lives = half_life * np.array([a.half_life_weeks for a in activities])
    return Curves(
        scale=scale * patience(activities, half_lives, circumstances.weekly_discount),
        half_hours=k * np.array([a.half_hours for a in activities]),
        overhead=overhead(activities, parameters),
        saving=np.array([saving(a, circumstances.tools, parameters) for a in activities]),
    )
