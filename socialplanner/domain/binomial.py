"""Exact comparison of two Poisson counts: given their sum, one of them is binomial."""

from math import inf, sqrt
from statistics import NormalDist

import numpy as np

from socialplanner.domain.response import Floats

HALVINGS = 50
MANY = 20_000
"""Above so many counts the bell curve is as good, and takes neither time nor memory."""


def two_sided(counts: tuple[int, int], weeks: tuple[int, int]) -> float:
    """Return how likely two counts at least this far apart are when the weekly rates are equal.

    Twice the smaller tail, at most 1.
    """
    share = weeks[0] / sum(weeks)
    at_most, at_least = _tails(counts, share)
    return min(1.0, 2 * min(at_most, at_least))


def ratio_range(
    counts: tuple[int, int], weeks: tuple[int, int], level: float
) -> tuple[float, float]:
    """Return the range of the ratio of both weekly rates (Clopper and Pearson), 95 % at level 0.05.

    Without any count on a side the range has no end there: 0 or infinity.
    """
    tail = level / 2
    low = _share(counts, tail, upper=False) if counts[0] else 0.0
    high = _share(counts, tail, upper=True) if counts[1] else 1.0
    scale = weeks[1] / weeks[0]
    return _odds(low) * scale, _odds(high) * scale


def _share(counts: tuple[int, int], tail: float, *, upper: bool) -> float:
    """Return the share at which the counts are just this unlikely, by halving."""
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        at_most, at_least = _tails(counts, middle)
        is_above = at_most < tail if upper else at_least > tail
        low, high = (low, middle) if is_above else (middle, high)
    return (low + high) / 2


def _tails(counts: tuple[int, int], share: float) -> tuple[float, float]:
    """Return the probabilities of at most and of at least the first count."""
    total = sum(counts)
    if total > MANY:
        bell = NormalDist(total * share, sqrt(total * share * (1 - share)))
        return bell.cdf(counts[0] + 0.5), 1 - bell.cdf(counts[0] - 0.5)
    chances = _chances(total, share)
    return float(chances[: counts[0] + 1].sum()), float(chances[counts[0] :].sum())


def _chances(total: int, share: float) -> Floats:
    """Return the binomial distribution of `total` at a share strictly between 0 and 1."""
    k = np.arange(total + 1)
    ways = np.concatenate([[0.0], np.cumsum(np.log((total - k[:-1]) / (k[:-1] + 1)))])
    result: Floats = np.exp(ways + k * np.log(share) + (total - k) * np.log1p(-share))
    return result


def _odds(share: float) -> float:
    return share / (1 - share) if share < 1 else inf
