"""Hours kept over the weeks: a bar for each week that was logged, a line for what was planned."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from socialplanner.presentation.scenes.labels import STAGE, TICK, Lettering, Stage
from socialplanner.presentation.scenes.legend import Key, Mark, legend
from socialplanner.presentation.scenes.scale import Scale, plain_number, ticks
from socialplanner.presentation.scenes.shapes import (
    NO_VALUE,
    Anchor,
    Box,
    Colour,
    Line,
    Scene,
    Shape,
    framed,
    horizontal,
    table,
)

_HEIGHT: Final = 84.0
_TOP: Final = 10.0
_LEFT: Final = 26.0
_GAP: Final = 6.0
_SIDE: Final = Lettering(size=7, colour=Colour.MUTED, anchor=Anchor.END)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptWeek:
    """One week: hours planned and logged; None where it was not logged, pale where it was odd."""

    label: str
    planned: float
    logged: float | None
    said: str
    is_odd: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptWords:
    """The words of head and key."""

    week: str = "week of"
    planned: str = "planned"
    logged: str = "logged"
    odd: str = "an odd week"


def kept_weeks(
    weeks: Sequence[KeptWeek], *, title: str, words: KeptWords | None = None, stage: Stage = STAGE
) -> Scene:
    """Draw hours week by week; a week without a bar was not logged."""
    said = words or KeptWords()
    highest = max([each.planned for each in weeks] + [each.logged or 0.0 for each in weeks] + [1.0])
    values = ticks(highest)
    up = Scale(low=0, high=values[-1], start=_TOP + _HEIGHT, end=_TOP)
    slot = (stage.width - _LEFT) / max(1, len(weeks))
    shapes: list[Shape] = []
    for value in values:
        shapes.append(horizontal(up.at(value), _LEFT, stage.width))
        shapes.extend(_SIDE.centred((plain_number(value),), _LEFT - 6, up.at(value)))
    for index, each in enumerate(weeks):
        shapes.extend(_week(each, _LEFT + slot * index, slot, up))
    shapes.extend(_labels(weeks, slot, stage))
    keys = legend(_keys(said), stage, top=_TOP + _HEIGHT + 20)
    body = [(each.label, f"{each.planned:g}", each.said) for each in weeks]
    return Scene(
        width=stage.width,
        height=_TOP + _HEIGHT + 20 + keys.height,
        shapes=(*shapes, *keys.shapes),
        title=title,
        rows=table([said.week, said.planned, said.logged], body),
    )


def _week(week: KeptWeek, left: float, slot: float, up: Scale) -> list[Shape]:
    planned = up.at(week.planned)
    line = Line(points=((left + 1, planned), (left + slot - 1, planned)), colour=Colour.INK)
    if week.logged is None:
        return [line]
    top, width = up.at(week.logged), max(1.0, min(slot * 0.62, 26.0))
    fill = Colour.TRACK if week.is_odd else Colour.BRAND
    bar = Box(
        x=left + (slot - width) / 2, y=top, width=width, height=max(0.0, up.start - top), fill=fill
    )
    shown = framed(bar) if week.is_odd and bar.height else bar
    return [shown, Line(points=line.points, colour=Colour.INK, width=1.2)]


def _labels(weeks: Sequence[KeptWeek], slot: float, stage: Stage) -> list[Shape]:
    """Return the names of the weeks, as many as there is room for."""
    widest = max((stage.width_of(each.label, TICK.size) for each in weeks), default=0.0)
    every = max(1, -int(-(min(widest, stage.width / 4) + _GAP) // slot))
    style = TICK if every == 1 else replace(TICK, anchor=Anchor.START)
    found: list[Shape] = []
    for index in range(0, len(weeks), every):
        left = _LEFT + slot * index
        room = min(slot * every, stage.width - left) - _GAP
        text = stage.shorten(weeks[index].label, room, TICK.size)
        x = left + slot / 2 if every == 1 else left
        if stage.width_of(text, TICK.size) <= room:
            found.extend(style.block((text,), x, _TOP + _HEIGHT + 11))
    return found


def _keys(words: KeptWords) -> tuple[Key, ...]:
    return (
        Key(text=words.planned, colour=Colour.INK, mark=Mark.LINE),
        Key(text=words.logged, colour=Colour.BRAND),
        Key(text=words.odd, colour=Colour.TRACK, mark=Mark.FRAMED),
    )


def week_said(logged: float | None, *, is_odd: bool) -> str:
    """Return what the table of the chart says of a week."""
    if logged is None:
        return NO_VALUE
    return f"{logged:g} (odd)" if is_odd else f"{logged:g}"
