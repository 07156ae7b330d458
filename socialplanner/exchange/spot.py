"""A place in a file: what stands there is read, or refused with the way to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from socialplanner.errors import Problem
from socialplanner.exchange.document import Document, KeyPath
from socialplanner.messages import quoted, suggestion, visible

QUESTION_DEPTH = 3
"""A question is three names deep: answers, section, question."""

LARGEST_NUMBER = 1e12
SMALLEST_NUMBER = 1e-6
"""Beyond these a number is a slip of the hand, and sums with it would run over."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a document; all places of a document share one list of problems."""

    document: Document
    problems: list[Problem]
    path: KeyPath = ()

    def under(self, key: str) -> "Spot":
        """Return the place one step further in."""
        return Spot(self.document, self.problems, (*self.path, key))

    def refuse(self, message: str) -> None:
        """Note that what stands here is not accepted, and why."""
        line = self.document.line_of(self.path)
        file = self.document.name if line is None else f"{self.document.name}, line {line}"
        parts = [visible(part) for part in self.path]
        if parts[:1] == ["answers"] and len(parts) >= QUESTION_DEPTH:
            place, rest = ".".join(parts[1:QUESTION_DEPTH]), parts[QUESTION_DEPTH:]
        else:
            place, rest = ".".join(parts[:1]), parts[1:]
        self.problems.append(Problem(file, place, " › ".join(rest), message))


def table_at(spot: Spot, value: object) -> Mapping[str, object]:
    """Return the value if it is a table, or refuse it and return an empty one."""
    if isinstance(value, dict):
        return cast("Mapping[str, object]", value)
    spot.refuse(f"This must be a table, not {quoted(value)}.")
    return {}


def refuse_unknown_keys(spot: Spot, table: Mapping[str, object], allowed: tuple[str, ...]) -> None:
    """Refuse every key of a table that is not among those allowed."""
    for key in table:
        if key not in allowed:
            spot.under(key).refuse(f"There is no such key. {suggestion(key, allowed)}")


def rows_at(spot: Spot, value: object, example: str) -> Iterator[object]:
    """Yield the entries of a list, or refuse what is no list."""
    if isinstance(value, list):
        yield from value
    else:
        spot.refuse(f"This must be a list, for example {example}, not {quoted(value)}.")


def text_at(spot: Spot, value: object) -> str | None:
    """Return the value if it is a text that can be shown, of whatever length and characters."""
    if not isinstance(value, str):
        spot.refuse(f"This must be a text in quotes, not {quoted(value)}.")
        return None
    if any("\ud800" <= each <= "\udfff" for each in value):
        spot.refuse("This text holds half of a character (a lone surrogate); type it again.")
        return None
    return value


def number_at(
    spot: Spot, value: object, low: float | None = None, high: float | None = None
) -> float | None:
    """Return the value if it is a number from `low` to `high` that can be reckoned with."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        spot.refuse(f"This must be a number, not {quoted(value)}.")
        return None
    bottom = -LARGEST_NUMBER if low is None else low
    top = LARGEST_NUMBER if high is None else high
    if not bottom <= value <= top:
        spot.refuse(f"This must be {_span(low, high)}, not {quoted(value)}.")
        return None
    if 0 < abs(value) < SMALLEST_NUMBER:
        spot.refuse(f"This must be 0 or at least {SMALLEST_NUMBER:f}, not {quoted(value)}.")
        return None
    return float(value)


def _span(low: float | None, high: float | None) -> str:
    """Return the numbers that are accepted, in words."""
    if low is not None and high is not None:
        return f"a number from {low:g} to {high:g}"
    least = "a number that can be real" if low is None else f"{low:g} or more"
    return f"{least}, and at most {LARGEST_NUMBER:,.0f}"
