"""Small curves: what the hours of each activity are assumed to be worth, and where the plan is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from socialplanner.presentation.scenes.labels import NAME, STAGE, TICK, Lettering, Stage
from socialplanner.presentation.scenes.legend import Key, Mark, legend
from socialplanner.presentation.scenes.scale import Scale, plain_number
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

_LEAST_CELL: Final = 132.0
_PITCH: Final = 96.0
_GAP: Final = 18.0
_HEAD: Final = 18.0
_PLOT: Final = 52.0
_NOTE: Final = Lettering(size=7.5, colour=Colour.MUTED, anchor=Anchor.END)


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveMark:
    """A number of hours on a curve, with its value."""

    hours: float
    value: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityCurve:
    """Value against hours; `gain` is what the next half-hour adds, with its words.

    `now` is None where the plan has no hours here, `supposed` where nothing is supposed.
    """

    label: str
    colour: Colour
    points: tuple[Point, ...]
    now: CurveMark | None
    supposed: CurveMark | None
    gain: float
    gain_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveWords:
    """The words of the legend and of the table."""

    now: str = "the plan now"
    supposed: str = "what if"
    gain: str = "the next half-hour"
    media: str = "Social media"
    network: str = "Social networking"


def activity_curves(
    curves: Sequence[ActivityCurve],
    *,
    title: str,
    words: CurveWords | None = None,
    stage: Stage = STAGE,
) -> Scene:
    """Draw one small curve for each activity, all on the same scale of value."""
    said = words or CurveWords()
    columns = max(1, int((stage.width + _GAP) // (_LEAST_CELL + _GAP)))
    width = (stage.width - (columns - 1) * _GAP) / columns
    highest = max([value for curve in curves for _, value in curve.points], default=1.0) or 1.0
    shapes: list[Shape] = []
    for index, curve in enumerate(curves):
        line, place = divmod(index, columns)
        left, top = place * (width + _GAP), line * _PITCH
        shapes.extend(_cell(curve, left, top, width, (highest, stage)))
    lines = -(-len(curves) // columns)
    keys = legend(_keys(curves, said), stage, top=lines * _PITCH + 6)
    return Scene(
        width=stage.width,
        height=lines * _PITCH + 6 + keys.height,
        shapes=(*shapes, *keys.shapes),
        title=title,
        rows=table(["", said.now, said.supposed, said.gain], [_row(each) for each in curves]),
    )


def _row(curve: ActivityCurve) -> tuple[str, ...]:
    marks = (curve.now, curve.supposed)
    return (curve.label, *(mark.text if mark else NO_VALUE for mark in marks), curve.gain_text)


def _cell(
    curve: ActivityCurve, left: float, top: float, width: float, common: tuple[float, Stage]
) -> list[Shape]:
    highest, stage = common
    most = max([hours for hours, _ in curve.points], default=1.0) or 1.0
    across = Scale(low=0, high=most, start=left, end=left + width)
    floor = top + _HEAD + _PLOT
    up = Scale(low=0, high=highest, start=floor, end=top + _HEAD)
    name = stage.shorten(curve.label, width * 0.68, NAME.size, bold=True)
    note = stage.shorten(curve.gain_text, width * 0.3, _NOTE.size)
    path = tuple((across.at(x), up.at(y)) for x, y in curve.points)
    return [
        *NAME.block((name,), left, top + 9),
        *_NOTE.block((note,), left + width, top + 9),
        horizontal(floor, left, left + width),
        *TICK.block((plain_number(0),), left + 3, floor + 10),
        *TICK.block((plain_number(most),), left + width - 4, floor + 10),
        Line(points=path, colour=curve.colour, width=1.4),
        *_slope(curve, across, up),
        *_marks(curve, across, up, floor),
    ]


def _slope(curve: ActivityCurve, across: Scale, up: Scale) -> list[Shape]:
    """Return the rise of the next half-hour from the last mark, drawn out so that it is seen."""
    mark = curve.supposed or curve.now
    if mark is None or not curve.gain:
        return []
    ends = ((mark.hours, mark.value), (mark.hours + 1.5, mark.value + 3 * curve.gain))
    (x, y), (far_x, far_y) = ((across.at(a), up.at(b)) for a, b in ends)
    return [Line(points=((x, y), (far_x, far_y)), colour=Colour.INK, width=1.0, dash=(2.5, 2))]


def _marks(curve: ActivityCurve, across: Scale, up: Scale, floor: float) -> list[Shape]:
    shapes: list[Shape] = []
    before = Colour.INK if curve.supposed is None else Colour.MUTED
    for mark, fill in ((curve.now, before), (curve.supposed, Colour.INK)):
        if mark is not None:
            x, y = across.at(mark.hours), up.at(mark.value)
            shapes.append(vertical(x, y, floor, Colour.RULE))
            shapes.append(Dot(x=x, y=y, radius=3.2, fill=fill, stroke=Colour.PAPER))
    return shapes


def _keys(curves: Sequence[ActivityCurve], words: CurveWords) -> tuple[Key, ...]:
    colours = {curve.colour for curve in curves}
    is_supposing = any(curve.supposed for curve in curves)
    before = Colour.MUTED if is_supposing else Colour.INK
    wanted = (
        (Colour.MEDIA in colours, words.media, Colour.MEDIA, Mark.LINE),
        (Colour.NETWORK in colours, words.network, Colour.NETWORK, Mark.LINE),
        (True, words.now, before, Mark.DOT),
        (is_supposing, words.supposed, Colour.INK, Mark.DOT),
        (True, words.gain, Colour.INK, Mark.DASHED),
    )
    return tuple(
        Key(text=text, colour=colour, mark=mark)
        for is_shown, text, colour, mark in wanted
        if is_shown
    )
