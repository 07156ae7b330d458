"""The mix: how hours or answers divide between networking and media, against the target band."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from socialplanner.presentation.scenes.labels import FIGURE, NAME, STAGE, Lettering, Stage
from socialplanner.presentation.scenes.legend import Key, legend
from socialplanner.presentation.scenes.scale import Scale, percent_scale, tick_labels
from socialplanner.presentation.scenes.shapes import (
    Anchor,
    Box,
    Colour,
    Label,
    Line,
    Scene,
    Shape,
    table,
    vertical,
    whisker,
)

_BAR: Final = 13.0
_NARROW: Final = 300.0


@dataclass(frozen=True, slots=True, kw_only=True)
class MixRow:
    """One mix in percent of networking; None where it is not known, which the note then says.

    `said` is what the row says in words where no note is drawn.
    """

    label: str
    share: float | None
    error: float = 0.0
    note: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetBand:
    """The target share of networking in percent, its band, and the words for it."""

    low: float
    high: float
    centre: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """Where things stand: words beside the bars, or above them where the place is narrow."""

    stage: Stage
    scale: Scale
    narrow: bool
    top: float
    pitch: float

    def middle(self, index: int) -> float:
        """Return the height of the middle of a bar."""
        return self.top + self.pitch * (index + (0.66 if self.narrow else 0.5))

    def words(self, row: MixRow, index: int) -> tuple[Label, ...]:
        """Return the name and the note of a row."""
        middle = self.middle(index)
        if self.narrow:
            y, half = middle - _BAR / 2 - 5, self.stage.width / 2 - 4
            name = self.stage.shorten(row.label, half, NAME.size, bold=True)
            note = self.stage.shorten(row.note, half, FIGURE.size)
            right = replace(FIGURE, anchor=Anchor.END)
            return (*NAME.block((name,), 0, y), *right.block((note,), self.stage.width, y))
        names = self.stage.wrap(row.label, self.scale.start - 14, NAME.size, bold=True)
        room = self.stage.width - self.scale.end - 12
        notes = self.stage.wrap(row.note, room, FIGURE.size)
        return (
            *NAME.centred(names, 0, middle),
            *FIGURE.centred(notes, self.scale.end + 12, middle),
        )


def mix_bars(
    rows: Sequence[MixRow],
    band: TargetBand | None,
    *,
    title: str,
    modes: tuple[str, str] = ("Social networking", "Social media"),
    stage: Stage = STAGE,
) -> Scene:
    """Draw each mix as one bar, networking from the left; behind all the target band, if known."""
    plan = _plan(stage)
    bottom = plan.top + plan.pitch * len(rows) + (6 if plan.narrow else 0)
    keys = legend(_keys(modes), stage, top=bottom + 18, left=0 if plan.narrow else plan.scale.start)
    values = (0, 50, 100) if plan.narrow else (0, 25, 50, 75, 100)
    shapes = (
        *_band(band, plan, bottom),
        *(vertical(plan.scale.at(value), plan.top, bottom) for value in values),
        *tick_labels(plan.scale, values, bottom + 10, unit="%", inside=plan.narrow),
        *(shape for i, row in enumerate(rows) for shape in _bar(row, plan.middle(i), plan.scale)),
        *(label for i, row in enumerate(rows) for label in plan.words(row, i)),
        *_target(band, plan, bottom, len(rows)),
        *keys.shapes,
    )
    return Scene(
        width=stage.width,
        height=bottom + 18 + keys.height,
        shapes=shapes,
        title=title,
        rows=table(["", modes[0]], [(row.label, row.note or row.said) for row in rows]),
    )


def _plan(stage: Stage) -> _Plan:
    if stage.width < _NARROW:
        scale = percent_scale(0.0, stage.width)
        return _Plan(stage=stage, scale=scale, narrow=True, top=20.0, pitch=38.0)
    scale = percent_scale(stage.width * 0.25, stage.width * 0.78)
    return _Plan(stage=stage, scale=scale, narrow=False, top=20.0, pitch=34.0)


def _band(band: TargetBand | None, plan: _Plan, bottom: float) -> tuple[Shape, ...]:
    if band is None:
        return ()
    scale, stage = plan.scale, plan.stage
    low, high = scale.at(band.low), scale.at(band.high)
    top = plan.top - 5
    field = Box(x=low, y=top, width=high - low, height=bottom - top, fill=Colour.TRACK)
    text = stage.shorten(band.text, scale.end - scale.start, 7.5, bold=True)
    half = stage.width_of(text, 7.5, bold=True) / 2
    x = min(max((low + high) / 2, scale.start + half), scale.end - half)
    style = Lettering(size=7.5, anchor=Anchor.MIDDLE, bold=True)
    return (field, *style.block((text,), x, top - 5))


def _target(band: TargetBand | None, plan: _Plan, bottom: float, count: int) -> list[Shape]:
    """Return the line of the target; where words stand above the bars it leaves them free."""
    if band is None:
        return []
    x = plan.scale.at(band.centre)
    half = _BAR / 2 + 2
    ends = [(plan.top - 5, bottom)]
    if plan.narrow:
        ends = [(plan.middle(i) - half, plan.middle(i) + half) for i in range(count)]
    return [shape for top, foot in ends for shape in _target_line(x, top, foot)]


def _target_line(x: float, top: float, foot: float) -> tuple[Shape, ...]:
    points = ((x, top), (x, foot))
    return (
        Line(points=points, colour=Colour.PAPER, width=2.4),
        Line(points=points, colour=Colour.INK, width=1.0, dash=(2.5, 2.5)),
    )


def _bar(row: MixRow, middle: float, scale: Scale) -> list[Shape]:
    left, width, top = scale.start, scale.end - scale.start, middle - _BAR / 2
    if row.share is None:
        return [Box(x=left, y=middle - 1, width=width, height=2, fill=Colour.RULE)]
    cut = scale.at(row.share)
    shapes: list[Shape] = [
        Box(x=left, y=top, width=width, height=_BAR, fill=Colour.MEDIA),
        Box(x=left, y=top, width=cut - left, height=_BAR, fill=Colour.NETWORK),
        Line(points=((cut, top), (cut, top + _BAR)), colour=Colour.PAPER, width=1.5),
    ]
    if row.error > 0:
        low, high = scale.at(row.share - row.error), scale.at(row.share + row.error)
        shapes.append(whisker(top + _BAR + 4, low, high))
    return shapes


def _keys(modes: tuple[str, str]) -> tuple[Key, ...]:
    return (
        Key(text=modes[0], colour=Colour.NETWORK),
        Key(text=modes[1], colour=Colour.MEDIA),
    )
