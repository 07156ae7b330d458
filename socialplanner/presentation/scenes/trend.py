"""The trend: one small panel a score, with its line and likely range over all assessments."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from socialplanner.presentation.scenes.labels import STAGE, TICK, Lettering, Stage
from socialplanner.presentation.scenes.scale import Scale
from socialplanner.presentation.scenes.shapes import (
    NO_VALUE,
    Anchor,
    Box,
    Colour,
    Dot,
    Label,
    Line,
    Polygon,
    Scene,
    Shape,
    horizontal,
    table,
)
from socialplanner.presentation.scenes.then_now import TINTS, Reading

_NARROW: Final = 300.0
_PLOT: Final = 58.0
_HEAD: Final = 18.0
_FOOT: Final = 16.0
_GAP: Final = 22.0
_AXIS: Final = 18.0
_LINES: Final = 2
_APART: Final = 6.0
_DAY: Final = Lettering(size=TICK.size, colour=Colour.MUTED)
_TITLE: Final = Lettering(size=8.5, bold=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPanel:
    """One score over all assessments, one reading for each."""

    label: str
    colour: Colour
    readings: Sequence[Reading]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendTimes:
    """When the assessments were: places 0..1 on the time axis, and the days in words."""

    places: Sequence[float]
    days: Sequence[str]


def trend_panels(
    panels: Sequence[TrendPanel], times: TrendTimes, *, title: str, stage: Stage = STAGE
) -> Scene:
    """Draw all panels on the same scales, two side by side where there is room."""
    across = 1 if stage.width < _NARROW else 2
    width = (stage.width - _GAP * (across - 1)) / across
    inner = Scale(low=0, high=1, start=_AXIS + 4, end=width - 5)
    days = _days(times, inner, stage)
    lines = 1 + max((line for _, line in days), default=0)
    pitch = _HEAD + _PLOT + _FOOT + 10 + (lines - 1) * TICK.leading
    shapes: list[Shape] = []
    for index, panel in enumerate(panels):
        left = (index % across) * (width + _GAP)
        top = (index // across) * pitch
        inner = Scale(low=0, high=1, start=left + _AXIS + 4, end=left + width - 5)
        shapes.extend(_panel(panel, times, (left, top, width), inner, stage))
        shapes.extend(_below(days, left, top + _HEAD + _PLOT + 10))
    rows = -(-len(panels) // across)
    return Scene(
        width=stage.width,
        height=max(1.0, rows * pitch),
        shapes=tuple(shapes),
        title=title,
        rows=table(
            ("", *times.days),
            [(panel.label, *(one.text or NO_VALUE for one in panel.readings)) for panel in panels],
        ),
    )


def _panel(
    panel: TrendPanel,
    times: TrendTimes,
    place: tuple[float, float, float],
    across: Scale,
    stage: Stage,
) -> list[Shape]:
    left, top, width = place
    bottom = top + _HEAD + _PLOT
    up = Scale(low=0, high=100, start=bottom, end=top + _HEAD)
    name = stage.shorten(panel.label, width, _TITLE.size, bold=True)
    field = Box(x=left + _AXIS, y=top + _HEAD, width=width - _AXIS, height=_PLOT, fill=Colour.PALE)
    shapes: list[Shape] = [*_TITLE.block((name,), left, top + 11), field]
    for value in (0, 50, 100):
        shapes.append(horizontal(up.at(value), left + _AXIS, left + width))
        tick = Lettering(size=TICK.size, colour=Colour.MUTED, anchor=Anchor.END)
        shapes.extend(tick.centred((str(value),), left + _AXIS - 3, up.at(value)))
    for one, other in pairwise(range(len(panel.readings))):
        shapes.extend(_piece(panel, times, (one, other), (across, up)))
    shapes.extend(_dots(panel, times, across, up))
    return shapes


def _days(times: TrendTimes, across: Scale, stage: Stage) -> list[tuple[Label, int]]:
    """Return the days below a panel, each with the line it stands in: two where one is full.

    The first and the last always stand there, the others where there is room.
    """
    last = len(times.days) - 1
    room = (across.end - across.start) / 2 - 4
    order = dict.fromkeys((0, last, *range(1, last)))
    taken: list[tuple[float, float, int]] = []
    found: list[tuple[Label, int]] = []
    for index in order:
        text = stage.shorten(times.days[index], room, TICK.size)
        width = stage.width_of(text, TICK.size)
        x = across.at(times.places[index])
        start = min(max(x - width / 2, across.start), across.end - width)
        line = _line(start, start + width, taken)
        if line is None:
            continue
        taken.append((start, start + width, line))
        found.extend((label, line) for label in _DAY.block((text,), start, line * TICK.leading))
    return found


def _line(start: float, end: float, taken: Sequence[tuple[float, float, int]]) -> int | None:
    """Return the first line with room between two places, None where none has."""
    for line in range(_LINES):
        others = [each for each in taken if each[2] == line]
        if all(end + _APART <= other[0] or other[1] + _APART <= start for other in others):
            return line
    return None


def _below(days: Sequence[tuple[Label, int]], left: float, top: float) -> list[Shape]:
    """Return the days in their place under a panel."""
    return [replace(label, x=label.x + left, y=label.y + top) for label, _ in days]


def _piece(
    panel: TrendPanel, times: TrendTimes, ends: tuple[int, int], scales: tuple[Scale, Scale]
) -> list[Shape]:
    """Return band and line between two assessments that follow each other."""
    across, up = scales
    one, other = (panel.readings[end] for end in ends)
    if one.value is None or other.value is None:
        return []
    x, z = (across.at(times.places[end]) for end in ends)
    band = (
        (x, up.at(one.value + one.error)),
        (z, up.at(other.value + other.error)),
        (z, up.at(other.value - other.error)),
        (x, up.at(one.value - one.error)),
    )
    line = ((x, up.at(one.value)), (z, up.at(other.value)))
    return [
        Polygon(points=band, fill=TINTS.get(panel.colour, Colour.RULE)),
        Line(points=line, colour=panel.colour, width=1.6),
    ]


def _dots(panel: TrendPanel, times: TrendTimes, across: Scale, up: Scale) -> list[Shape]:
    """Return a dot with its likely range for each assessment."""
    shapes: list[Shape] = []
    for place, reading in zip(times.places, panel.readings, strict=True):
        if reading.value is None:
            continue
        x, y = across.at(place), up.at(reading.value)
        ends = (
            (x, up.at(reading.value - reading.error)),
            (x, up.at(reading.value + reading.error)),
        )
        shapes.append(Line(points=ends, colour=panel.colour, width=0.8))
        shapes.append(Dot(x=x, y=y, radius=2.4, fill=Colour.PAPER, stroke=panel.colour, width=1.3))
    return shapes
