"""Where a share of networking stands against the target band, as the printed figures show it."""

from enum import Enum, unique

from socialplanner.presentation import formats
from socialplanner.presentation.summary.parts import Source


@unique
class Fit(Enum):
    """Below, inside or above the band; judged on whole fives, so that words and figures agree."""

    BELOW = "below"
    INSIDE = "inside"
    ABOVE = "above"


def fit_of(source: Source, share: float) -> Fit:
    """Return how a network share 0..1 stands to the target band."""
    target, points = source.assessment.target, formats.fives(100 * share)
    if points < formats.fives(100 * target.low):
        return Fit.BELOW
    return Fit.ABOVE if points > formats.fives(100 * target.high) else Fit.INSIDE


def plan_fit(source: Source) -> Fit:
    """Return how the plan stands to the target band."""
    return fit_of(source, source.assessment.plan.network_share)


def target_text(source: Source) -> str:
    """Return the target band as "60 to 80%"."""
    target = source.assessment.target
    return formats.percent_range(target.low, target.high)
