"""Forecasts: the band of each, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from socialplanner.presentation.scenes.labels import STAGE, TICK, Lettering, Stage
from socialplanner.presentation.scenes.legend import Key, Mark, legend
from socialplanner.presentation.scenes.scale import Scale, plain_number, ticks
from socialplanner.presentation.scenes.shapes import (
    NO_VALUE,
    Anchor,
    Box,
    Colour,
    Dot,
    Scene,
    Shape,
    framed,
    horizontal,
    table,
)

_HEIGHT: Final = 84.0
_TOP: Final = 10.0
_LEFT: Final = 26.0
_SIDE: Final = Lettering(size=7, colour=Colour.MUTED, anchor=Anchor.END)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastBand:
    """The range that was said for some weeks, and what came; None where it is not known yet."""

    label: str
    low: float
    high: float
    came: float | None
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastWords:
    """The words of head and key."""

    weeks: str = "four weeks from"
    band: str = "range said before"
    came: str = "what came"
    verdict: str = ""


def forecast_bands(
    bands: Sequence[ForecastBand], *, title: str, words: ForecastWords, stage: Stage = STAGE
) -> Scene:
    """Draw each forecast as a band, and what came as a dot."""
    values = ticks(max([each.high for each in bands] + [each.came or 0 for each in bands] + [1.0]))
    up = Scale(low=0, high=values[-1], start=_TOP + _HEIGHT, end=_TOP)
    slot = (stage.width - _LEFT) / max(1, len(bands))
    shapes: list[Shape] = []
    for value in values:
        shapes.append(horizontal(up.at(value), _LEFT, stage.width))
        shapes.extend(_SIDE.centred((plain_number(value),), _LEFT - 6, up.at(value)))
    for index, each in enumerate(bands):
        shapes.extend(_band(each, _LEFT + slot * (index + 0.5), slot, up, stage))
    keys = legend(_keys(words), stage, top=_TOP + _HEIGHT + 20)
    body = [
        (
            each.label,
            f"{each.low:g} to {each.high:g}",
            NO_VALUE if each.came is None else f"{each.came:g}",
            each.said,
        )
        for each in bands
    ]
    return Scene(
        width=stage.width,
        height=_TOP + _HEIGHT + 20 + keys.height,
        shapes=(*shapes, *keys.shapes),
        title=title,
        rows=table([words.weeks, words.band, words.came, words.verdict], body),
    )


def _band(band: ForecastBand, middle: float, slot: float, up: Scale, stage: Stage) -> list[Shape]:
    width = max(2.0, min(slot * 0.5, 40.0))
    top, bottom = up.at(band.high), up.at(band.low)
    text = stage.shorten(band.label, slot - 2, TICK.size)
    shapes: list[Shape] = [
        framed(
            Box(
                x=middle - width / 2,
                y=top,
                width=width,
                height=max(2.0, bottom - top),
                fill=Colour.TRACK,
            )
        ),
        *TICK.block((text,), middle, _TOP + _HEIGHT + 11),
    ]
    if band.came is not None:
        place = up.at(band.came)
        shapes.append(Dot(x=middle, y=place, radius=4, fill=Colour.ACCENT, stroke=Colour.PAPER))
    return shapes


def _keys(words: ForecastWords) -> tuple[Key, ...]:
    return (
        Key(text=words.band, colour=Colour.TRACK, mark=Mark.FRAMED),
        Key(text=words.came, colour=Colour.ACCENT, mark=Mark.DOT),
    )
