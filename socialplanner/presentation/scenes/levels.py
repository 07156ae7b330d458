"""Bars from 0 to 100 with targets and error marks: five dimensions in two modes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from socialplanner.presentation.scenes.labels import FIGURE, NAME, STAGE, Stage
from socialplanner.presentation.scenes.legend import Key, Mark, legend
from socialplanner.presentation.scenes.scale import Scale, grid_across, percent_scale
from socialplanner.presentation.scenes.shapes import (
    Box,
    Colour,
    Line,
    Scene,
    Shape,
    horizontal,
    table,
    whisker,
)

_PITCH: Final = 17.0
_BAR: Final = 7.0
_PADDING: Final = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelBar:
    """One score; None where there are not enough answers, which the note then says."""

    colour: Colour
    value: float | None
    error: float = 0.0
    target: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelGroup:
    """The bars of one dimension."""

    label: str
    bars: Sequence[LevelBar]


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelWords:
    """The words of the legend."""

    media: str = "Social media"
    network: str = "Social networking"
    target: str = "target"
    error: str = "likely range"


def level_bars(
    groups: Sequence[LevelGroup],
    *,
    title: str,
    words: LevelWords | None = None,
    stage: Stage = STAGE,
) -> Scene:
    """Draw every score as a bar on the fixed scale, with its target and likely range."""
    scale = percent_scale(_start(groups, stage), stage.width * 0.74)
    shapes: list[Shape] = []
    y = 2.0
    for group in groups:
        height = _PADDING * 2 + _PITCH * len(group.bars)
        shapes.extend(_group(group, y, scale, stage))
        y += height
        shapes.append(horizontal(y, 0, stage.width))
    grid = grid_across(scale, (0, 20, 40, 60, 80, 100), top=2, bottom=y)
    bottom = legend(_keys(words or LevelWords()), stage, top=y + 22)
    return Scene(
        width=stage.width,
        height=y + 22 + bottom.height,
        shapes=(*grid, *shapes, *bottom.shapes),
        title=title,
        rows=_rows(groups),
    )


def _start(groups: Sequence[LevelGroup], stage: Stage) -> float:
    """Return where the bars begin: in a narrow place the longest word of the labels decides."""
    words = [word for group in groups for word in group.label.split()]
    widest = max((stage.width_of(word, NAME.size, bold=True) for word in words), default=0.0)
    return min(stage.width * 0.42, max(stage.width * 0.25, widest + 14))


def _group(group: LevelGroup, top: float, scale: Scale, stage: Stage) -> list[Shape]:
    middle = top + _PADDING + _PITCH * len(group.bars) / 2
    shapes: list[Shape] = list(
        NAME.centred(stage.wrap(group.label, scale.start - 14, NAME.size, bold=True), 0, middle)
    )
    for index, bar in enumerate(group.bars):
        centre = top + _PADDING + _PITCH * (index + 0.5)
        shapes.extend(_bar(bar, centre, scale))
        note = stage.shorten(bar.note, stage.width - scale.end - 12, FIGURE.size)
        shapes.extend(FIGURE.centred((note,), scale.end + 12, centre))
    return shapes


def _bar(bar: LevelBar, centre: float, scale: Scale) -> list[Shape]:
    track = scale.end - scale.start
    top = centre - _BAR / 2 - 1
    shapes: list[Shape] = [Box(x=scale.start, y=top, width=track, height=_BAR, fill=Colour.TRACK)]
    if bar.value is not None:
        end = scale.at(bar.value)
        shapes.append(
            Box(x=scale.start, y=top, width=end - scale.start, height=_BAR, fill=bar.colour)
        )
        if bar.error > 0:
            low, high = scale.at(bar.value - bar.error), scale.at(bar.value + bar.error)
            shapes.append(whisker(top + _BAR + 2.4, low, high))
    if bar.target is not None:
        x = scale.at(bar.target)
        points = ((x, top - 2.5), (x, top + _BAR + 2.5))
        shapes.append(Line(points=points, colour=Colour.INK, width=1.8))
    return shapes


def _keys(words: LevelWords) -> tuple[Key, ...]:
    return (
        Key(text=words.media, colour=Colour.MEDIA),
        Key(text=words.network, colour=Colour.NETWORK),
        Key(text=words.target, colour=Colour.INK, mark=Mark.TICK),
        Key(text=words.error, colour=Colour.INK, mark=Mark.WHISKER),
    )


def _rows(groups: Sequence[LevelGroup]) -> tuple[tuple[str, ...], ...]:
    body = [[group.label, *(bar.note for bar in group.bars)] for group in groups]
    return table(["", "", ""], body)
