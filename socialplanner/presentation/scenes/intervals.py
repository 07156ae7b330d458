"""Intervals: what was believed of each thing before counting, and after; ranges and no points."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from socialplanner.presentation.scenes.labels import FIGURE, NAME, STAGE, Stage
from socialplanner.presentation.scenes.legend import Key, legend
from socialplanner.presentation.scenes.scale import Scale, grid_across, ticks
from socialplanner.presentation.scenes.shapes import (
    Box,
    Colour,
    Scene,
    Shape,
    horizontal,
    table,
)

_PITCH: Final = 25.0
_BEFORE: Final = 3.0
_AFTER: Final = 8.0
_TINTS: Final = {Colour.MEDIA: Colour.MEDIA_TINT, Colour.NETWORK: Colour.NETWORK_TINT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A range from low to high, and the words for it."""

    low: float
    high: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IntervalRow:
    """One thing with its range before and after, and what may be said of the difference."""

    label: str
    colour: Colour
    before: Interval
    after: Interval
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IntervalWords:
    """The words of axis and key."""

    before: str = "our guess"
    after: str = "with your log"
    axis: str = ""
    media: str = "Social media"
    network: str = "Social networking"


def interval_bars(
    rows: Sequence[IntervalRow], *, title: str, words: IntervalWords, stage: Stage = STAGE
) -> Scene:
    """Draw the range before as a pale bar, and below it the range after."""
    scale = _scale(rows, stage)
    bottom = _PITCH * len(rows)
    values = ticks(scale.high)
    shapes: list[Shape] = [*grid_across(scale, values, top=0, bottom=bottom)]
    for index, row in enumerate(rows):
        shapes.extend(_row(row, _PITCH * index, scale, stage))
    axis = stage.shorten(words.axis, stage.width - scale.start, FIGURE.size)
    shapes.extend(FIGURE.block((axis,), scale.start, bottom + 22))
    keys = legend(_keys(words), stage, top=bottom + 32)
    body = [(row.label, row.before.text, row.after.text, row.note) for row in rows]
    return Scene(
        width=stage.width,
        height=bottom + 32 + keys.height,
        shapes=(*shapes, *keys.shapes),
        title=title,
        rows=table(["", words.before, words.after, ""], body),
    )


def _scale(rows: Sequence[IntervalRow], stage: Stage) -> Scale:
    highest = max([each.high for row in rows for each in (row.before, row.after)], default=0.0)
    end = ticks(highest if highest > 0 else 1.0)[-1]
    return Scale(low=0, high=end, start=stage.width * 0.30, end=stage.width * 0.70)


def _row(row: IntervalRow, top: float, scale: Scale, stage: Stage) -> list[Shape]:
    middle = top + _PITCH / 2
    names = stage.wrap(row.label, scale.start - 14, NAME.size, bold=True)
    notes = stage.wrap(row.note, stage.width - scale.end - 12, FIGURE.size)
    tint = _TINTS.get(row.colour, Colour.TRACK)
    return [
        horizontal(top + _PITCH, 0, stage.width),
        *NAME.centred(names, 0, middle),
        _bar(row.before, middle - 6, _BEFORE, scale, tint),
        _bar(row.after, middle - 1, _AFTER, scale, row.colour),
        *FIGURE.centred(notes, scale.end + 12, middle),
    ]


def _bar(interval: Interval, top: float, height: float, scale: Scale, fill: Colour) -> Box:
    """Return a range as a bar; one too narrow to be seen is as wide as a line."""
    left, right = scale.at(interval.low), scale.at(interval.high)
    return Box(x=left, y=top, width=max(1.0, right - left), height=height, fill=fill)


def _keys(words: IntervalWords) -> tuple[Key, ...]:
    return (
        Key(text=f"{words.media}, {words.before}", colour=Colour.MEDIA_TINT),
        Key(text=f"{words.media}, {words.after}", colour=Colour.MEDIA),
        Key(text=f"{words.network}, {words.before}", colour=Colour.NETWORK_TINT),
        Key(text=f"{words.network}, {words.after}", colour=Colour.NETWORK),
    )
