"""Value against split: how much the share of networking matters, in the model."""

from dataclasses import dataclass

import numpy as np

from socialplanner.domain.response import Floats

MOST_CURVE_POINTS = 20
HALF_PLACE = 0.5 + 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePoint:
    """The best value of any plan near a network share, as part 0..1 of the best of all."""

    network_share: float
    relative_value: float


def split_curve(best: Floats) -> tuple[CurvePoint, ...]:
    """Return the best value round every twentieth of network share (fewer for few half-hours)."""
    share, value = _shares_and_values(best)
    places = min(MOST_CURVE_POINTS, len(best) - 1)
    points = []
    for place in range(places + 1):
        near = value[np.abs(share * places - place) <= HALF_PLACE]
        if len(near):
            relative = float(near.max() / value.max())
            points.append(CurvePoint(network_share=place / places, relative_value=relative))
    return tuple(points)


def flat_range(curve: tuple[CurvePoint, ...], loss: float) -> tuple[float, float]:
    """Return the ends of the stretch round the best point where less than `loss` is given up."""
    good = [point.relative_value >= 1 - loss for point in curve]
    best = max(range(len(curve)), key=lambda place: curve[place].relative_value)
    low = high = best
    while low > 0 and good[low - 1]:
        low -= 1
    while high < len(curve) - 1 and good[high + 1]:
        high += 1
    return curve[low].network_share, curve[high].network_share


def _shares_and_values(best: Floats) -> tuple[Floats, Floats]:
    media, network = np.nonzero(np.isfinite(best))
    share: Floats = network / np.maximum(1, media + network)
    value: Floats = best[media, network]
    return share, value
