"""The split curve: how little the exact mix matters near its best."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from socialplanner.presentation.scenes.labels import STAGE, TICK, Lettering, Stage, spread
from socialplanner.presentation.scenes.mix import TargetBand
from socialplanner.presentation.scenes.scale import Scale, grid_across, percent_scale
from socialplanner.presentation.scenes.shapes import (
    Anchor,
    Box,
    Colour,
    Dot,
    Line,
    Point,
    Scene,
    Shape,
    horizontal,
    table,
    vertical,
)

_TOP: Final = 24.0
_HEIGHT: Final = 88.0
_LEFT: Final = 34.0
_STRONG: Final = Lettering(size=8, anchor=Anchor.MIDDLE, bold=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitMark:
    """A share of networking in percent that is marked on the curve, with its words."""

    share: float
    text: str
    colour: Colour = Colour.ACCENT


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitWords:
    """The words of the axes."""

    share: str = "share of networking, in percent of the hours"
    value: str = "value of the best plan at that share, best = 100"


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The curve of value against share, both in percent, the target band and what is marked."""

    points: Sequence[Point]
    band: TargetBand
    marks: Sequence[SplitMark]


def split_curve(
    split: Split, *, title: str, words: SplitWords | None = None, stage: Stage = STAGE
) -> Scene:
    """Draw modelled value against the share of networking, on fixed scales."""
    said = words or SplitWords()
    points = sorted(split.points)
    across = percent_scale(_LEFT, stage.width - 10)
    up = Scale(low=0, high=100, start=_TOP + _HEIGHT, end=_TOP)
    curve = tuple((across.at(x), up.at(y)) for x, y in points)
    shapes = (
        *_band(split.band, across, stage),
        *_grid(across, up),
        Line(points=curve, colour=Colour.BRAND, width=1.8),
        *_marks(split.marks, curve, across, stage),
        *_words(said, across, stage),
    )
    return Scene(
        width=stage.width,
        height=_TOP + _HEIGHT + 28,
        shapes=shapes,
        title=title,
        rows=table([said.share, said.value], [(f"{x:.0f}", f"{y:.1f}") for x, y in points]),
    )


def _band(band: TargetBand, across: Scale, stage: Stage) -> tuple[Shape, ...]:
    low, high = across.at(band.low), across.at(band.high)
    text = stage.shorten(band.text, stage.width * 0.6, 7.5)
    half = stage.width_of(text, 7.5) / 2
    x = min(max((low + high) / 2, half), stage.width - half)
    style = Lettering(size=7.5, colour=Colour.MUTED, anchor=Anchor.MIDDLE)
    field = Box(x=low, y=_TOP, width=high - low, height=_HEIGHT, fill=Colour.TRACK)
    return (field, *style.block((text,), x, _TOP + _HEIGHT - 6))


def _grid(across: Scale, up: Scale) -> tuple[Shape, ...]:
    values = (0, 25, 50, 75, 100)
    style = Lettering(size=7, colour=Colour.MUTED, anchor=Anchor.END)
    lines = tuple(horizontal(up.at(value), across.start, across.end) for value in values)
    labels = [style.centred((str(value),), across.start - 6, up.at(value)) for value in values]
    below = grid_across(across, values, top=up.start, bottom=up.start)
    return (*lines, *(label for block in labels for label in block), *below)


def _marks(
    marks: Sequence[SplitMark], curve: Sequence[Point], across: Scale, stage: Stage
) -> tuple[Shape, ...]:
    texts = [stage.shorten(mark.text, stage.width / 3.4, 8, bold=True) for mark in marks]
    widths = [stage.width_of(text, 8, bold=True) for text in texts]
    wanted = [across.at(mark.share) for mark in marks]
    places = spread(wanted, widths, low=0, high=stage.width)
    shapes: list[Shape] = []
    for mark, text, x, place in zip(marks, texts, wanted, places, strict=True):
        y = _height_at(curve, x)
        shapes.append(vertical(x, 14, y, Colour.MUTED))
        shapes.append(Line(points=((place, 12), (x, 14)), colour=Colour.MUTED))
        shapes.append(Dot(x=x, y=y, radius=4, fill=mark.colour, stroke=Colour.PAPER))
        shapes.extend(_STRONG.block((text,), place, 9))
    return tuple(shapes)


def _height_at(curve: Sequence[Point], x: float) -> float:
    for (left, left_y), (right, right_y) in pairwise(curve):
        if left <= x <= right and right > left:
            return left_y + (right_y - left_y) * (x - left) / (right - left)
    nearest = min(curve, key=lambda point: abs(point[0] - x), default=(x, _TOP + _HEIGHT))
    return nearest[1]


def _words(words: SplitWords, across: Scale, stage: Stage) -> tuple[Shape, ...]:
    room = (across.end - across.start) / 2 - 8
    right = Lettering(size=TICK.size, colour=Colour.MUTED, anchor=Anchor.END)
    left = Lettering(size=TICK.size, colour=Colour.MUTED)
    y = _TOP + _HEIGHT + 23
    return (
        *right.block((stage.shorten(words.share, room, TICK.size),), across.end, y),
        *left.block((stage.shorten(words.value, room, TICK.size),), across.start, y),
    )
