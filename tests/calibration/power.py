"""How often an on/off test really finds a difference: summed over all counts, nothing drawn."""

from functools import cache

import numpy as np

from socialplanner.domain.binomial import two_sided
from socialplanner.domain.response import Floats

WIDE = 6.0
"""Standard deviations on either side: what lies beyond is one in a thousand million."""


def exact_power(rate: float, effect: float, weeks: int, level: float) -> float:
    """Return the chance that the exact test of two equally long arms finds an effect."""
    mean = rate * weeks * (2 + effect)
    share = (1 + effect) / (2 + effect)
    totals = range(*_span(mean))
    found = np.array([_found(total, share, level) for total in totals])
    return float(_poisson(np.array(totals, dtype=np.float64), mean) @ found)


def _found(total: int, share: float, level: float) -> float:
    """Return how often the test rejects when so many outcomes are split at a share."""
    refused = least_refused(total, level)
    counts = np.arange(total + 1)
    logs = np.concatenate([[0.0], np.cumsum(np.log((total - counts[:-1]) / (counts[:-1] + 1)))])
    chances = np.exp(logs + counts * np.log(share) + (total - counts) * np.log1p(-share))
    return float(chances[refused:].sum() + chances[: max(0, total - refused + 1)].sum())


@cache
def least_refused(total: int, level: float) -> int:
    """Return the smallest count above the half at which equal rates are refused."""
    low, high = (total + 1) // 2, total + 1
    while low < high:
        middle = (low + high) // 2
        if two_sided((middle, total - middle), (1, 1)) <= level:
            high = middle
        else:
            low = middle + 1
    return low


def _span(mean: float) -> tuple[int, int]:
    reach = WIDE * np.sqrt(mean) + WIDE
    return max(0, int(mean - reach)), int(mean + reach)


def _poisson(counts: Floats, mean: float) -> Floats:
    logs = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, int(counts[-1]) + 1)))])
    result: Floats = np.exp(counts * np.log(mean) - mean - logs[counts.astype(int)])
    return result
