"""Neutral shapes: a chart as a plain value that any toolkit can paint.

Coordinates are points (1/72 inch) from the upper left corner, with y downward. Colours are names;
each painter has its own values for them (light, dark, a client's brand).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from math import cos, radians, sin
from typing import Final

Point = tuple[float, float]
Row = tuple[str, ...]

NO_VALUE: Final = "\N{EN DASH}"
"""Stands in the rows where there is no value."""


@unique
class Colour(StrEnum):
    """The colours a scene or a page may name; a low score has no colour of its own."""

    INK = "ink"
    MUTED = "muted"
    RULE = "rule"
    TRACK = "track"
    PALE = "pale"
    PAPER = "paper"
    BRAND = "brand"
    BRAND_TEXT = "brand_text"
    ON_BRAND = "on_brand"
    ACCENT = "accent"
    ACCENT_TEXT = "accent_text"
    MEDIA = "media"
    MEDIA_TINT = "media_tint"
    NETWORK = "network"
    NETWORK_TINT = "network_tint"


@unique
class Anchor(StrEnum):
    """Which end of a label stands at its x."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An open line through its points; `dash` gives lengths on and off."""

    points: tuple[Point, ...]
    colour: Colour
    width: float = 0.5
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Polygon:
    """A closed shape, filled, outlined or both."""

    points: tuple[Point, ...]
    fill: Colour | None = None
    stroke: Colour | None = None
    width: float = 0.5
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A filled rectangle; x and y are its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    fill: Colour


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A filled circle, with an outline where `stroke` is given."""

    x: float
    y: float
    radius: float
    fill: Colour
    stroke: Colour | None = None
    width: float = 1.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """A ring segment from `start` to `end`, in degrees clockwise from the top."""

    x: float
    y: float
    radius: float
    inner: float
    start: float
    end: float
    fill: Colour


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One line of text; y is its baseline."""

    x: float
    y: float
    text: str
    size: float = 8
    colour: Colour = Colour.INK
    anchor: Anchor = Anchor.START
    bold: bool = False


Shape = Line | Polygon | Box | Dot | Arc | Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A chart; `rows` tell the same as a table, the first row being its head."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    title: str
    rows: tuple[Row, ...]


def ring(arc: Arc) -> tuple[Point, ...]:
    """Return a ring segment as a closed shape, a corner every three degrees."""
    steps = max(2, int(abs(arc.end - arc.start) / 3))
    angles = [radians(arc.start + (arc.end - arc.start) * k / steps) for k in range(steps + 1)]
    outer = [(arc.x + arc.radius * sin(a), arc.y - arc.radius * cos(a)) for a in angles]
    inner = [(arc.x + arc.inner * sin(a), arc.y - arc.inner * cos(a)) for a in reversed(angles)]
    return (*outer, *inner)


def vertical(x: float, top: float, bottom: float, colour: Colour = Colour.RULE) -> Line:
    """Return a thin line straight down."""
    return Line(points=((x, top), (x, bottom)), colour=colour)


def horizontal(y: float, left: float, right: float, colour: Colour = Colour.RULE) -> Line:
    """Return a thin line straight across."""
    return Line(points=((left, y), (right, y)), colour=colour)


def diamond(x: float, y: float, radius: float, fill: Colour) -> Polygon:
    """Return a square standing on its corner, white-edged so that it shows on bars."""
    points = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
    return Polygon(points=points, fill=fill, stroke=Colour.PAPER, width=0.8)


def whisker(y: float, low: float, high: float) -> Line:
    """Return an error mark from low to high, to stand below a bar."""
    ends = ((low, y - 1.6), (low, y + 1.6), (low, y), (high, y), (high, y - 1.6), (high, y + 1.6))
    return Line(points=ends, colour=Colour.INK, width=0.7)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Row, ...]:
    """Return the rows of a scene: the head, then the body."""
    return (tuple(head), *(tuple(row) for row in rows))


def framed(box: Box, frame: Colour = Colour.MUTED, width: float = 0.8) -> Polygon:
    """Return a box with an outline that lies within it, where its fill alone is hard to see."""
    half = width / 2
    left, right = box.x + half, box.x + max(box.width - half, half)
    top, bottom = box.y + half, box.y + max(box.height - half, half)
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return Polygon(points=corners, fill=box.fill, stroke=frame, width=width)
