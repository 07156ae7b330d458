"""Turn values into places along an axis, and draw the axis."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from socialplanner.presentation.scenes.labels import TICK
from socialplanner.presentation.scenes.shapes import Anchor, Label, Shape, vertical


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A straight axis: `low` lies at `start`, `high` at `end`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return the place of a value; values beyond the axis lie at its end."""
        inside = min(max(value, self.low), self.high)
        return self.start + (inside - self.low) / (self.high - self.low) * (self.end - self.start)


def percent_scale(start: float, end: float) -> Scale:
    """Return the fixed scale from 0 to 100."""
    return Scale(low=0, high=100, start=start, end=end)


def step(highest: float) -> float:
    """Return a round distance that divides an axis into two to five parts."""
    for candidate in (0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0):
        if highest / candidate <= 5:  # noqa: PLR2004 - more ticks than five crowd the axis
            return candidate
    return highest / 4


def ticks(highest: float) -> tuple[float, ...]:
    """Return round values from 0 to the first one that is not below the highest."""
    distance = step(highest)
    count = max(1, -int(-highest // distance))
    return tuple(index * distance for index in range(count + 1))


def plain_number(value: float) -> str:
    """Return a tick value without needless digits."""
    return f"{value:g}"


def grid_across(
    scale: Scale, values: Sequence[float], *, top: float, bottom: float, unit: str = ""
) -> tuple[Shape, ...]:
    """Return upright grid lines with their values below the axis."""
    lines = tuple(vertical(scale.at(value), top, bottom) for value in values)
    return (*lines, *tick_labels(scale, values, bottom + 10, unit=unit))


def tick_labels(
    scale: Scale, values: Sequence[float], y: float, *, unit: str = "", inside: bool = False
) -> tuple[Label, ...]:
    """Return the values of an axis; `inside` keeps the outer ones between its ends."""
    labels: list[Label] = []
    for value in values:
        style = TICK
        if inside and value == scale.low:
            style = replace(TICK, anchor=Anchor.START)
        elif inside and value == scale.high:
            style = replace(TICK, anchor=Anchor.END)
        labels.extend(style.block((plain_number(value) + unit,), scale.at(value), y))
    return tuple(labels)
