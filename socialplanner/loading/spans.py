"""Readers of numbers: finite, within a span, and never true or false."""

import math
from dataclasses import dataclass

from socialplanner.loading.reader import Reader, refused
from socialplanner.messages import quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The numbers that are accepted: from `low` to `high`, above `above`, in steps of `step`."""

    low: float = -math.inf
    high: float = math.inf
    above: float = -math.inf
    step: float = 0.0

    def __contains__(self, number: float) -> bool:
        """Return whether the number is accepted."""
        inside = self.low <= number <= self.high and number > self.above
        return inside and (not self.step or math.remainder(number, self.step) == 0)

    def __str__(self) -> str:
        """Return the accepted numbers in words."""
        if self.low == self.high:
            return f"exactly {self.low:g}"
        words = [
            f"at least {self.low:g}" if self.low > -math.inf else "",
            f"more than {self.above:g}" if self.above > -math.inf else "",
            f"at most {self.high:g}" if self.high < math.inf else "",
            f"a multiple of {self.step:g}" if self.step else "",
        ]
        return " and ".join(word for word in words if word)


ANY = Span()
SHARE = Span(low=0, high=1)
POSITIVE = Span(above=0)
NOT_NEGATIVE = Span(low=0)
HOURS = Span(low=0, high=168)


def number(span: Span = ANY) -> Reader[float]:
    """Return a reader of numbers within a span."""

    def read(value: object) -> float:
        return _within(_finite(value), span)

    return read


def whole_number(span: Span = ANY) -> Reader[int]:
    """Return a reader of whole numbers within a span."""

    def read(value: object) -> int:
        found = _within(_finite(value), span)
        if not isinstance(value, int):
            raise refused(f"This must be a whole number, not {quoted(value)}.")
        return int(found)

    return read


def _finite(value: object) -> float:
    """Return the value if it is a number that can be reckoned with."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise refused(f"This must be a number, not {quoted(value)}.")
    try:
        found = float(value)
    except OverflowError:
        found = math.inf
    if not math.isfinite(found):
        raise refused(f"This must be a finite number, not {quoted(value)}.")
    return found


def _within(found: float, span: Span) -> float:
    """Return the number if the span accepts it."""
    if found not in span:
        raise refused(f"This must be {span}, not {found:g}.")
    return found
