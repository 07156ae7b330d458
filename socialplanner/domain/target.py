"""The target mix as a sum of named terms, and the level targets that follow (section 3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, unique
from math import exp, log, log10

from socialplanner.domain.business import Business
from socialplanner.domain.ids import CELLS, Cell, Mode
from socialplanner.domain.parameters import TargetParameters

NEUTRAL_AMBITION_STAGE = "steady"

CANCELLED = 1e-6
"""Below this eta the terms cancel, and each moves by the slope of the logistic at 0."""


@unique
class TermKind(StrEnum):
    """What moves the target away from half and half."""

    GOALS = "goals"
    KIND = "kind"
    MARGIN = "margin"
    AUDIENCE = "audience"
    CYCLE = "sales_cycle"
    STAGE = "stage"
    LIMITS = "limits"


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetTerm:
    """One named reason: its part of eta, and its effect on the target in points of share.

    The points of all terms sum to the target minus 50; a part of eta gets its proportional part
    of the way (the Aumann-Shapley value of a function of a sum, so the order does not matter).
    `is_missing` says that the answer it needs was not given, so that it counts as 0.
    """

    kind: TermKind
    logit: float
    points: float
    is_missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetMix:
    """s_N, its band, and why; shares 0..1."""

    network_share: float
    low: float
    high: float
    terms: tuple[TargetTerm, ...]
    goal_weights: Mapping[str, float]

    def share(self, mode: Mode) -> float:
        """Return s_p of a mode."""
        return self.network_share if mode is Mode.NETWORK else 1 - self.network_share


def target_mix(business: Business, parameters: TargetParameters) -> TargetMix:
    """Return ``s_N = clip(logistic(eta))`` with its band and terms (method section 3)."""
    weights = goal_weights(business.goals, parameters)
    logits = _logits(business, weights, parameters)
    eta = sum(logits.values())
    free = 1 / (1 + exp(-eta))
    share = min(max(free, parameters.share_floor), parameters.share_ceiling)
    missing = _missing(business)
    half = parameters.wide_band_half_width if len(missing) > 1 else parameters.band_half_width
    slope = (free - 0.5) / eta if abs(eta) > CANCELLED else 0.25
    terms = tuple(
        TargetTerm(kind=kind, logit=part, points=100 * slope * part, is_missing=kind in missing)
        for kind, part in logits.items()
    )
    limits = TargetTerm(kind=TermKind.LIMITS, logit=0.0, points=100 * (share - free))
    return TargetMix(
        network_share=share,
        low=share - half,
        high=share + half,
        terms=(*terms, limits),
        goal_weights=weights,
    )


def goal_weights(goals: tuple[str, ...], parameters: TargetParameters) -> Mapping[str, float]:
    """Return w_g over all goals: rank-order centroid, then a part spread evenly (sums to 1).

    ``r_i = (1/n) sum_{k=i..n} 1/k`` for the i-th of n ranked goals (Barron and Barrett 1996).
    """
    count = len(goals)
    even = parameters.even_goal_share
    every = parameters.goal_affinity
    centroid = {
        goal: sum(1 / k for k in range(rank, count + 1)) / count
        for rank, goal in enumerate(goals, start=1)
    }
    return {g: (1 - even) * centroid.get(g, 0.0) + even / len(every) for g in every}


def level_targets(
    target: TargetMix, stage: str | None, parameters: TargetParameters
) -> Mapping[Cell, float]:
    """Return ``T_dp = min(90, L (0.5 + s_p))`` in points for every cell."""
    ambition = parameters.ambition[stage or NEUTRAL_AMBITION_STAGE]
    return {
        cell: min(
            parameters.level_ceiling, ambition * (parameters.level_base + target.share(cell[1]))
        )
        for cell in CELLS
    }


def _logits(
    business: Business, weights: Mapping[str, float], parameters: TargetParameters
) -> dict[TermKind, float]:
    """Return the shrunken parts of eta in reading order."""
    affinity = sum(weight * parameters.goal_affinity[goal] for goal, weight in weights.items())
    parts = {
        TermKind.GOALS: parameters.goal_weight * log(affinity / (1 - affinity)),
        TermKind.KIND: parameters.kind_offset[business.kind],
        TermKind.MARGIN: _margin_part(business.margin_per_sale, parameters),
        TermKind.AUDIENCE: parameters.audience_offset.get(business.audience or "", 0.0),
        TermKind.CYCLE: parameters.long_cycle_offset if business.has_long_cycle else 0.0,
        TermKind.STAGE: parameters.new_firm_offset if business.is_new else 0.0,
    }
    return {kind: parameters.shrinkage * part for kind, part in parts.items()}


def _margin_part(margin: float | None, parameters: TargetParameters) -> float:
    """Return ``clip(0.25 log10(margin/100), -0.4, 0.5)``; 0 when the margin is not known."""
    if margin is None:
        return 0.0
    if margin <= 0:
        return parameters.margin_floor
    raw = parameters.margin_weight * (log10(margin) - log10(parameters.margin_reference))
    return min(max(raw, parameters.margin_floor), parameters.margin_ceiling)


def _missing(business: Business) -> frozenset[TermKind]:
    said = {
        TermKind.MARGIN: business.margin_per_sale,
        TermKind.AUDIENCE: business.audience,
        TermKind.CYCLE: business.sales_cycle,
        TermKind.STAGE: business.stage,
    }
    return frozenset(kind for kind, value in said.items() if value is None)
