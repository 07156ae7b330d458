"""The radar: several profiles on one fixed scale from 0 to 100."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Final

from socialplanner.presentation.scenes.labels import STAGE, Lettering, Stage
from socialplanner.presentation.scenes.legend import Key, Mark, legend
from socialplanner.presentation.scenes.shapes import (
    NO_VALUE,
    Anchor,
    Colour,
    Dot,
    Label,
    Line,
    Point,
    Polygon,
    Scene,
    Shape,
    table,
)

RINGS: Final = (20, 40, 60, 80, 100)
_TOP: Final = 46.0
_GAP: Final = 16.0
_ASIDE: Final = 0.25
"""A spoke that goes further to a side has its name beside the wheel, not above or below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One line in the radar; None where there are not enough answers."""

    name: str
    values: Sequence[float | None]
    colour: Colour
    dashed: bool = False
    filled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoke:
    """One direction of the radar: its name, and a note such as the two scores."""

    label: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wheel:
    x: float
    y: float
    radius: float
    count: int

    def point(self, index: int, value: float, beyond: float = 0.0) -> Point:
        angle = 2 * pi * index / self.count
        reach = self.radius * min(max(value, 0), 100) / 100 + beyond
        return (self.x + reach * sin(angle), self.y - reach * cos(angle))

    def ring(self, value: float) -> tuple[Point, ...]:
        return tuple(self.point(index, value) for index in range(self.count))


def radar(
    spokes: Sequence[Spoke], profiles: Sequence[Profile], *, title: str, stage: Stage = STAGE
) -> Scene:
    """Draw the profiles over rings at every twenty points."""
    radius = _radius(spokes, stage)
    wheel = _Wheel(x=stage.width / 2, y=_TOP + radius, radius=radius, count=len(spokes))
    keys = [
        Key(text=one.name, colour=one.colour, mark=Mark.DASHED if one.dashed else Mark.LINE)
        for one in profiles
    ]
    bottom = legend(keys, stage, top=wheel.y + radius + 36)
    shapes = (
        Polygon(points=wheel.ring(100), fill=Colour.PALE),
        *(shape for one in profiles for shape in _area(wheel, one)),
        *_web(wheel),
        *(shape for one in profiles for shape in _outline(wheel, one)),
        *(label for index in range(len(spokes)) for label in _name(wheel, index, spokes, stage)),
        *bottom.shapes,
    )
    height = wheel.y + radius + 36 + bottom.height
    return Scene(
        width=stage.width, height=height, shapes=shapes, title=title, rows=_rows(spokes, profiles)
    )


def _radius(spokes: Sequence[Spoke], stage: Stage) -> float:
    """Return how large the wheel can be, so that no word beside it has to be cut."""
    unit = _Wheel(x=0, y=0, radius=1, count=len(spokes))
    radius = min(132.0, stage.width * 0.265)
    for index, spoke in enumerate(spokes):
        across = abs(unit.point(index, 100)[0])
        words = (stage.width_of(word, 9, bold=True) for word in spoke.label.split())
        if across > _ASIDE:
            room = stage.width / 2 - max(words, default=0.0)
            radius = min(radius, room / across - _GAP)
    return max(stage.width * 0.15, radius)


def _web(wheel: _Wheel) -> tuple[Shape, ...]:
    rings = tuple(Polygon(points=wheel.ring(value), stroke=Colour.RULE) for value in RINGS)
    spokes = tuple(
        Line(points=((wheel.x, wheel.y), wheel.point(index, 100)), colour=Colour.RULE)
        for index in range(wheel.count)
    )
    values = tuple(
        Label(
            x=wheel.x - 3,
            y=wheel.point(0, value)[1] + 6.5,
            text=str(value),
            size=6.5,
            colour=Colour.MUTED,
            anchor=Anchor.END,
        )
        for value in RINGS
    )
    return (*rings, *spokes, *values)


def _area(wheel: _Wheel, profile: Profile) -> tuple[Shape, ...]:
    known = [value for value in profile.values if value is not None]
    if not profile.filled or len(known) < wheel.count:
        return ()
    points = tuple(wheel.point(index, value) for index, value in enumerate(known))
    tint = Colour.NETWORK_TINT if profile.colour == Colour.NETWORK else Colour.MEDIA_TINT
    return (Polygon(points=points, fill=tint),)


def _outline(wheel: _Wheel, profile: Profile) -> tuple[Shape, ...]:
    dash = (2.5, 2.5) if profile.dashed else ()
    width = 1.0 if profile.dashed else 1.8
    points = [
        None if value is None else wheel.point(index, value)
        for index, value in enumerate(profile.values)
    ]
    sides = tuple(
        Line(points=(start, end), colour=profile.colour, width=width, dash=dash)
        for start, end in zip(points, points[1:] + points[:1], strict=True)
        if start is not None and end is not None
    )
    if profile.dashed:
        return sides
    dots = tuple(
        Dot(x=point[0], y=point[1], radius=2.6, fill=Colour.PAPER, stroke=profile.colour, width=1.4)
        for point in points
        if point is not None
    )
    return (*sides, *dots)


def _name(wheel: _Wheel, index: int, spokes: Sequence[Spoke], stage: Stage) -> tuple[Label, ...]:
    x, y = wheel.point(index, 100, beyond=_GAP)
    if abs(x - wheel.x) < wheel.radius / 4:
        anchor, room = Anchor.MIDDLE, stage.width * 0.6
    elif x > wheel.x:
        anchor, room = Anchor.START, stage.width - x
    else:
        anchor, room = Anchor.END, x
    name = Lettering(size=9, leading=11, anchor=anchor, bold=True)
    note = Lettering(size=8, colour=Colour.MUTED, anchor=anchor)
    lines = stage.wrap(spokes[index].label, room, 9, bold=True)
    extra = (stage.shorten(spokes[index].note, room, 8),) if spokes[index].note else ()
    height = 11 * (len(lines) + len(extra))
    direction = (y - wheel.y) / (wheel.radius + _GAP)
    first = y + 9 - height / 2 + direction * (height / 2 - 5)
    below = first + 11 * len(lines)
    return (*name.block(lines, x, first), *note.block(extra, x, below))


def _rows(spokes: Sequence[Spoke], profiles: Sequence[Profile]) -> tuple[tuple[str, ...], ...]:
    body = [
        [
            spoke.label,
            *(NO_VALUE if (v := one.values[i]) is None else f"{v:.0f}" for one in profiles),
        ]
        for i, spoke in enumerate(spokes)
    ]
    return table(["", *(one.name for one in profiles)], body)
