"""Ranges in words: rounded outwards, so that what is not known never shrinks to a point."""

from math import ceil, floor

from socialplanner.domain.learning import Range
from socialplanner.presentation import formats

TOLERANCE = 1e-9
MOST_DIGITS = 6
SURE = 2
"""Digits of money that mean anything in a range."""


def amounts(found: Range, scale: float = 1.0) -> str:
    """Return a range as "1.2 to 4.5", with as many digits as keep its ends apart."""
    low, high = found.low * scale, found.high * scale
    if high <= 0:
        return "nothing"
    digits = 0 if low >= 10 else 1  # noqa: PLR2004 - the usual border for a decimal
    while digits < MOST_DIGITS and high < 10.0**-digits:
        digits += 1
    first, last = _outwards(low, high, 10.0**-digits)
    return f"{first:,.{digits}f} to {last:,.{digits}f}"


def shares(found: Range) -> str:
    """Return two shares 0..1 as "58 to 75%" in whole fives, outwards."""
    first, last = _outwards(100 * found.low, 100 * found.high, 5.0)
    return f"{max(0.0, first):.0f} to {min(100.0, last):.0f}%"


def money(found: Range, currency: str) -> str:
    """Return a range of money with two digits that mean anything, outwards."""
    largest = max(abs(found.low), abs(found.high), 1.0)
    unit = 10.0 ** max(0, len(f"{largest:.0f}") - SURE)
    first, last = _outwards(found.low, found.high, unit)
    return f"{formats.money(first, currency)} to {formats.money(last, currency)}"


def _outwards(low: float, high: float, unit: float) -> tuple[float, float]:
    """Return both ends rounded away from one another, and never onto one another."""
    first = floor(low / unit + TOLERANCE) * unit
    last = ceil(high / unit - TOLERANCE) * unit
    return first, last if last > first else first + unit
