"""Two easier problems that bound the exact plan: unit greedy and the continuous optimum."""

from collections.abc import Sequence
from math import inf, sqrt
from typing import NamedTuple

import numpy as np

from socialplanner.domain.response import Floats


def unit_greedy(values: Sequence[Floats], steps: int) -> float:
    """Return the value of giving each half-hour to the activity that gains most by it.

    Exact for separable concave values under one budget (Gross 1956).
    """
    taken = [0] * len(values)
    for _ in range(steps):
        gains = [
            value[at + 1] - value[at] if at + 1 < len(value) else -inf
            for value, at in zip(values, taken, strict=True)
        ]
        best = int(np.argmax(gains))
        if gains[best] <= 0:
            break
        taken[best] += 1
    return float(sum(value[at] for value, at in zip(values, taken, strict=True)))


class Slope(NamedTuple):
    """One activity of the continuous problem: P D, k and c = 1 - s."""

    scale: float
    half_hours: float
    cost: float

    def hours(self, price: float) -> float:
        """Return h where the marginal value is the price of an hour."""
        root = sqrt(self.scale / (price * self.cost)) - 1
        return self.cost * self.half_hours * max(0.0, root)

    def value(self, hours: float) -> float:
        """Return v(h)."""
        effective = hours / self.cost
        return self.scale * effective / (1 + effective / self.half_hours)


def water_filling(slopes: Sequence[Slope], hours: float) -> list[float]:
    """Return the continuous optimum without overhead and bounds, by the KKT formula of 4.2."""
    active = list(range(len(slopes)))
    while True:
        root = sum(
            slopes[i].half_hours * sqrt(slopes[i].cost * slopes[i].scale) for i in active
        ) / (hours + sum(slopes[i].cost * slopes[i].half_hours for i in active))
        kept = [i for i in active if slopes[i].scale > root**2 * slopes[i].cost]
        if kept == active:
            return [slope.hours(root**2) for slope in slopes]
        active = kept
