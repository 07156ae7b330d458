"""Hours: paired bars of now and plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from socialplanner.presentation.scenes.labels import NAME, STAGE, Lettering, Stage
from socialplanner.presentation.scenes.legend import Key, legend
from socialplanner.presentation.scenes.scale import Scale, ticks
from socialplanner.presentation.scenes.shapes import (
    NO_VALUE,
    Anchor,
    Box,
    Colour,
    Scene,
    Shape,
    horizontal,
    table,
    vertical,
)

_PAIR_PITCH: Final = 24.0
_SMALL: Final = Lettering(size=7.5, colour=Colour.MUTED)
_STRONG: Final = Lettering(size=7.5, bold=True)
_CHANGE: Final = Lettering(size=8.5, anchor=Anchor.END, bold=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """A number of hours and the words for it."""

    value: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursRow:
    """One kind of work: hours now and planned, either of which may be unknown."""

    label: str
    colour: Colour
    now: Hours | None
    plan: Hours | None
    change: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursWords:
    """The words of the legend."""

    now: str = "now"
    plan: str = "planned"
    media: str = "Social media"
    network: str = "Social networking"


def hours_bars(
    rows: Sequence[HoursRow],
    *,
    title: str,
    words: HoursWords | None = None,
    stage: Stage = STAGE,
) -> Scene:
    """Draw hours now above hours planned for every kind of work."""
    said = words or HoursWords()
    scale = _scale([h.value for row in rows for h in (row.now, row.plan) if h], stage, 0.34, 0.80)
    shapes: list[Shape] = [vertical(scale.start, 0, _PAIR_PITCH * len(rows))]
    for index, row in enumerate(rows):
        top = _PAIR_PITCH * index
        shapes.extend(_pair(row, top + _PAIR_PITCH / 2, scale, stage))
        shapes.append(horizontal(top + _PAIR_PITCH, 0, stage.width))
    bottom = legend(_keys(said), stage, top=_PAIR_PITCH * len(rows) + 10)
    body = [(row.label, *(h.text if h else NO_VALUE for h in (row.now, row.plan))) for row in rows]
    return Scene(
        width=stage.width,
        height=_PAIR_PITCH * len(rows) + 10 + bottom.height,
        shapes=(*shapes, *bottom.shapes),
        title=title,
        rows=table(["", said.now, said.plan], body),
    )


def _scale(values: Sequence[float], stage: Stage, start: float, end: float) -> Scale:
    highest = ticks(max([*values, 1.0]))[-1]
    return Scale(low=0, high=highest, start=stage.width * start, end=stage.width * end)


def _pair(row: HoursRow, middle: float, scale: Scale, stage: Stage) -> list[Shape]:
    lines = stage.wrap(row.label, scale.start - 14, NAME.size, bold=True)
    shapes: list[Shape] = list(NAME.centred(lines, 0, middle))
    tint = Colour.NETWORK_TINT if row.colour == Colour.NETWORK else Colour.MEDIA_TINT
    if row.now:
        shapes.extend(_bar(row.now, tint, middle - 4.5, scale, stage, style=_SMALL))
    if row.plan:
        shapes.extend(_bar(row.plan, row.colour, middle + 4.5, scale, stage))
    change = stage.shorten(row.change, stage.width * 0.1, _CHANGE.size, bold=True)
    return [*shapes, *_CHANGE.centred((change,), stage.width, middle)]


def _bar(  # noqa: PLR0913 - a bar is its value, its looks and its place
    hours: Hours,
    fill: Colour,
    middle: float,
    scale: Scale,
    stage: Stage,
    *,
    style: Lettering = _STRONG,
) -> list[Shape]:
    end = scale.at(hours.value)
    text = stage.shorten(hours.text, stage.width * 0.085, style.size, bold=style.bold)
    bar = Box(x=scale.start, y=middle - 3.5, width=end - scale.start, height=7, fill=fill)
    return [bar, *style.centred((text,), end + 5, middle)]


def _keys(words: HoursWords) -> tuple[Key, ...]:
    return (
        Key(text=f"{words.media}, {words.now}", colour=Colour.MEDIA_TINT),
        Key(text=f"{words.media}, {words.plan}", colour=Colour.MEDIA),
        Key(text=f"{words.network}, {words.now}", colour=Colour.NETWORK_TINT),
        Key(text=f"{words.network}, {words.plan}", colour=Colour.NETWORK),
    )
