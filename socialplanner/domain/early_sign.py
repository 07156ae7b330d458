"""How far an early sign may fall by chance alone.

A fall is clear only where it is more than chance makes between equal weeks:
``m0 - m1 > c sqrt(s2 (1/n0 + 1/n1))``, m the means of n weeks and c `sign_errors`, our assumption.
s2 is the spread of the weeks around the mean of their side, and of what is counted at least the
mean itself, for so do counts of a constant rate jump (Poisson). Of nothing but two single figures
of what is no count the spread is not known, and any fall may be chance.
"""

from collections.abc import Sequence
from math import inf, sqrt

Sides = tuple[Sequence[float], Sequence[float]]
"""The figures of the weeks looked at, and of those before."""


def fall_by_chance(sides: Sides, errors: float, *, is_count: bool) -> float:
    """Return how much lower the first mean may be than the second by chance."""
    if not all(sides):
        return inf
    spread = _spread(sides, is_count=is_count)
    return errors * sqrt(spread * sum(1 / len(side) for side in sides))


def _spread(sides: Sides, *, is_count: bool) -> float:
    """Return the variance of one week around the mean of its side."""
    weeks = sum(map(len, sides))
    freedom = weeks - len(sides)
    squares = sum((each - sum(side) / len(side)) ** 2 for side in sides for each in side)
    spread = squares / freedom if freedom else 0.0
    if is_count:
        return max(spread, sum(map(sum, sides)) / weeks)
    return spread if freedom else inf
