"""The key under a chart: marks with their words, in as many lines as they need."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final

from socialplanner.presentation.scenes.labels import Lettering, Stage
from socialplanner.presentation.scenes.shapes import (
    Box,
    Colour,
    Dot,
    Line,
    Shape,
    diamond,
    framed,
    whisker,
)

_TEXT: Final = Lettering(size=8)
_PITCH: Final = 14.0
_MARK: Final = 22.0
_GAP: Final = 18.0


@unique
class Mark(StrEnum):
    """What stands before the words of a key."""

    BOX = "box"
    FRAMED = "framed"
    LINE = "line"
    DASHED = "dashed"
    TICK = "tick"
    DOT = "dot"
    RING = "ring"
    DIAMOND = "diamond"
    WHISKER = "whisker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One entry of a legend."""

    text: str
    colour: Colour
    mark: Mark = Mark.BOX


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """A legend that was laid out: its shapes and the height it takes."""

    shapes: tuple[Shape, ...]
    height: float


def legend(keys: Sequence[Key], stage: Stage, *, top: float, left: float = 0.0) -> Legend:
    """Lay the keys out from left to right, beginning a new line where one is full."""
    shapes: list[Shape] = []
    x, y = left, top
    for key in keys:
        text = stage.shorten(key.text, stage.width - left - _MARK, _TEXT.size)
        width = _MARK + stage.width_of(text, _TEXT.size)
        if x > left and x + width > stage.width:
            x, y = left, y + _PITCH
        shapes.extend(_mark(key, x, y + 5))
        shapes.extend(_TEXT.centred((text,), x + _MARK, y + 5))
        x += width + _GAP
    return Legend(shapes=tuple(shapes), height=y - top + _PITCH)


def _mark(key: Key, x: float, y: float) -> tuple[Shape, ...]:
    """Return the mark of a key in a place 16 wide whose middle left is x, y."""
    middle, end, colour = x + 8, x + 16, key.colour
    marks: dict[Mark, tuple[Shape, ...]] = {
        Mark.BOX: (Box(x=x, y=y - 3.5, width=16, height=7, fill=colour),),
        Mark.FRAMED: (framed(Box(x=x, y=y - 3.5, width=16, height=7, fill=colour)),),
        Mark.LINE: (Line(points=((x, y), (end, y)), colour=colour, width=1.8),),
        Mark.DASHED: (Line(points=((x, y), (end, y)), colour=colour, width=1, dash=(2.5, 2.5)),),
        Mark.TICK: (Line(points=((middle, y - 5), (middle, y + 5)), colour=colour, width=1.6),),
        Mark.DOT: (Dot(x=middle, y=y, radius=3, fill=colour),),
        Mark.RING: (Dot(x=middle, y=y, radius=3, fill=Colour.PAPER, stroke=colour),),
        Mark.DIAMOND: (diamond(middle, y, 4.5, colour),),
        Mark.WHISKER: (whisker(y, x + 1, x + 15),),
    }
    return marks[key.mark]
