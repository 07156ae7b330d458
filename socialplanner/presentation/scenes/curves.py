"""Response curves as small multiples, all on the same two scales."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from socialplanner.presentation.scenes.labels import FIGURE, NAME, STAGE, TICK, Lettering, Stage
from socialplanner.presentation.scenes.legend import Key, Mark, legend
from socialplanner.presentation.scenes.scale import Scale, tick_labels, ticks
from socialplanner.presentation.scenes.shapes import (
    NO_VALUE,
    Anchor,
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

_GUTTER: Final = 18.0
_PLOT: Final = 58.0
_HEAD: Final = 44.0
_UNIT: Final = Lettering(size=TICK.size, colour=Colour.MUTED, anchor=Anchor.END)
_PANEL: Final = _HEAD + _PLOT + 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePanel:
    """One activity: value against hours, and the hours now and planned."""

    label: str
    colour: Colour
    points: Sequence[Point]
    now: float | None = None
    plan: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveWords:
    """The words of the legend."""

    now: str = "now"
    plan: str = "planned"
    hours: str = "hours a week"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    left: float
    top: float
    across: Scale
    up: Scale

    def place(self, panel: CurvePanel, hours: float) -> Point:
        """Return where these hours lie on the curve."""
        points = sorted(panel.points)
        for (left, low), (right, high) in pairwise(points):
            if left <= hours <= right and right > left:
                value = low + (high - low) * (hours - left) / (right - left)
                return (self.across.at(hours), self.up.at(value))
        value = points[-1][1] if points and hours > points[-1][0] else 0.0
        return (self.across.at(hours), self.up.at(value))


def response_curves(
    panels: Sequence[CurvePanel],
    *,
    title: str,
    columns: int = 3,
    words: CurveWords | None = None,
    stage: Stage = STAGE,
) -> Scene:
    """Draw one small curve an activity; steepness and height can be compared across all."""
    said = words or CurveWords()
    height = _PANEL * -(-len(panels) // columns)
    frames = _frames(panels, columns, stage.width)
    unit = stage.shorten(said.hours, stage.width * 0.3, TICK.size)
    bottom = legend(_keys(said), replace(stage, width=stage.width * 0.66), top=height)
    drawn = (_panel(panel, frame, stage) for panel, frame in zip(panels, frames, strict=True))
    return Scene(
        width=stage.width,
        height=height + bottom.height,
        shapes=(
            *(shape for shapes in drawn for shape in shapes),
            *bottom.shapes,
            *_UNIT.block((unit,), stage.width, height + 8),
        ),
        title=title,
        rows=table(["", said.now, said.plan, ""], [_row(panel) for panel in panels]),
    )


def _frames(panels: Sequence[CurvePanel], columns: int, whole: float) -> list[_Frame]:
    """Return the place of every panel; all have the same two scales."""
    width = (whole - _GUTTER * (columns - 1)) / columns
    most_hours = ticks(max([x for panel in panels for x, _ in panel.points] or [1.0]))[-1]
    most_value = max([y for panel in panels for _, y in panel.points] or [1.0]) or 1.0
    frames = []
    for index in range(len(panels)):
        left = (width + _GUTTER) * (index % columns)
        top = _PANEL * (index // columns)
        across = Scale(low=0, high=most_hours, start=left, end=left + width - 8)
        up = Scale(low=0, high=most_value, start=top + _HEAD + _PLOT, end=top + _HEAD)
        frames.append(_Frame(left=left, top=top, across=across, up=up))
    return frames


def _panel(panel: CurvePanel, frame: _Frame, stage: Stage) -> list[Shape]:
    width = frame.across.end - frame.across.start
    floor = frame.up.start
    name = stage.wrap(panel.label, width, NAME.size, bold=True)
    note = stage.shorten(panel.note, width, FIGURE.size)
    curve = tuple((frame.across.at(x), frame.up.at(y)) for x, y in sorted(panel.points))
    shapes: list[Shape] = [
        *NAME.block(name, frame.left, frame.top + 9),
        *FIGURE.block((note,), frame.left, frame.top + 9 + 10.5 * len(name)),
        horizontal(floor, frame.across.start, frame.across.end),
        *_hours_axis(frame, floor),
        Line(points=curve, colour=panel.colour, width=1.6),
    ]
    if panel.now is not None:
        x, y = frame.place(panel, panel.now)
        shapes.append(Dot(x=x, y=y, radius=3, fill=Colour.PAPER, stroke=panel.colour))
    if panel.plan is not None:
        x, y = frame.place(panel, panel.plan)
        shapes.append(Dot(x=x, y=y, radius=3.4, fill=panel.colour, stroke=Colour.PAPER))
    return shapes


def _hours_axis(frame: _Frame, floor: float) -> tuple[Shape, ...]:
    values = ticks(frame.across.high)
    marks = tuple(vertical(frame.across.at(value), floor - 3, floor) for value in values[1:])
    return (*marks, *tick_labels(frame.across, values, floor + 10, inside=True))


def _keys(words: CurveWords) -> tuple[Key, ...]:
    return (
        Key(text=words.now, colour=Colour.MUTED, mark=Mark.RING),
        Key(text=words.plan, colour=Colour.MUTED, mark=Mark.DOT),
    )


def _row(panel: CurvePanel) -> tuple[str, ...]:
    hours = (NO_VALUE if value is None else f"{value:g}" for value in (panel.now, panel.plan))
    return (panel.label, *hours, panel.note)
