"""Scores then and now: two bars each on the fixed scale, both with their likely range."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from socialplanner.presentation.scenes.labels import FIGURE, NAME, STAGE, Lettering, Stage
from socialplanner.presentation.scenes.legend import Key, Mark, legend
from socialplanner.presentation.scenes.scale import Scale, grid_across, percent_scale
from socialplanner.presentation.scenes.shapes import (
    Box,
    Colour,
    Scene,
    Shape,
    horizontal,
    table,
    whisker,
)

_PITCH: Final = 31.0
_BAR: Final = 6.0
_STEP: Final = 11.0
_PADDING: Final = 8.0
_NARROW: Final = 330.0
_MODE: Final = Lettering(size=8, leading=9.5, colour=Colour.MUTED)
TINTS: Final = {Colour.MEDIA: Colour.MEDIA_TINT, Colour.NETWORK: Colour.NETWORK_TINT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A score with its likely range; None where it is not known, which the words then say."""

    value: float | None
    error: float = 0.0
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThenNow:
    """One score at two times; `change` says what can be said of it."""

    label: str
    colour: Colour
    then: Reading
    now: Reading
    change: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThenNowGroup:
    """The scores of one dimension."""

    label: str
    pairs: Sequence[ThenNow]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThenNowWords:
    """The words of head and legend."""

    then: str
    now: str
    error: str
    change: str


def then_now_bars(
    groups: Sequence[ThenNowGroup], words: ThenNowWords, *, title: str, stage: Stage = STAGE
) -> Scene:
    """Draw every score twice: then in the paler colour above, now below it."""
    start = stage.width * (0.3 if stage.width < _NARROW else 0.27)
    scale = percent_scale(start, stage.width * 0.74)
    shapes: list[Shape] = []
    y = 2.0
    for group in groups:
        shapes.extend(_group(group, y, scale, stage))
        y += _PADDING * 2 + 13 + _PITCH * len(group.pairs)
        shapes.append(horizontal(y, 0, stage.width))
    grid = grid_across(scale, (0, 20, 40, 60, 80, 100), top=2, bottom=y)
    bottom = legend(_keys(groups, words), stage, top=y + 22)
    return Scene(
        width=stage.width,
        height=y + 22 + bottom.height,
        shapes=(*grid, *shapes, *bottom.shapes),
        title=title,
        rows=_rows(groups, words),
    )


def _group(group: ThenNowGroup, top: float, scale: Scale, stage: Stage) -> list[Shape]:
    label = stage.shorten(group.label, stage.width * 0.98, NAME.size, bold=True)
    y = top + _PADDING + 13
    shapes: list[Shape] = [
        Box(x=0, y=top, width=stage.width, height=_PADDING + 13, fill=Colour.PAPER),
        *NAME.block((label,), 0, top + _PADDING + 6),
    ]
    for index, pair in enumerate(group.pairs):
        shapes.extend(_pair(pair, y + _PITCH * index + _PITCH / 2, scale, stage))
    return shapes


def _pair(pair: ThenNow, middle: float, scale: Scale, stage: Stage) -> list[Shape]:
    name = stage.wrap(pair.label, scale.start - 12, _MODE.size)
    room = stage.width - scale.end - 12
    notes = [stage.shorten(one.text, room, FIGURE.size) for one in (pair.then, pair.now)]
    tint = TINTS.get(pair.colour, Colour.RULE)
    upper, lower = middle - _STEP * 0.62, middle + _STEP * 0.62
    return [
        *_MODE.centred(name, 0, middle),
        *_bar(pair.then, tint, upper, scale),
        *_bar(pair.now, pair.colour, lower, scale),
        *FIGURE.centred((notes[0],), scale.end + 12, upper),
        *Lettering(size=FIGURE.size).centred((notes[1],), scale.end + 12, lower),
    ]


def _bar(reading: Reading, colour: Colour, centre: float, scale: Scale) -> list[Shape]:
    top = centre - _BAR / 2 - 1
    track = scale.end - scale.start
    shapes: list[Shape] = [Box(x=scale.start, y=top, width=track, height=_BAR, fill=Colour.TRACK)]
    if reading.value is None:
        return shapes
    width = scale.at(reading.value) - scale.start
    shapes.append(Box(x=scale.start, y=top, width=width, height=_BAR, fill=colour))
    if reading.error > 0:
        low, high = reading.value - reading.error, reading.value + reading.error
        shapes.append(whisker(top + _BAR + 2.4, scale.at(low), scale.at(high)))
    return shapes


def _keys(groups: Sequence[ThenNowGroup], words: ThenNowWords) -> tuple[Key, ...]:
    colours = dict.fromkeys(pair.colour for group in groups for pair in group.pairs)
    labels = {pair.colour: pair.label for group in groups for pair in group.pairs}
    keys: list[Key] = []
    for colour in colours:
        tint = TINTS.get(colour, Colour.RULE)
        keys.append(Key(text=f"{labels[colour]}, {words.then}", colour=tint))
        keys.append(Key(text=f"{labels[colour]}, {words.now}", colour=colour))
    return (*keys, Key(text=words.error, colour=Colour.INK, mark=Mark.WHISKER))


def _rows(groups: Sequence[ThenNowGroup], words: ThenNowWords) -> tuple[tuple[str, ...], ...]:
    body = [
        (f"{group.label}, {pair.label}", pair.then.text, pair.now.text, pair.change)
        for group in groups
        for pair in group.pairs
    ]
    return table(("", words.then, words.now, words.change), body)
