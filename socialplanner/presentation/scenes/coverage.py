"""Coverage: for each dimension in both modes, how much is answered, and the score where it shows.

A bar's length is the part that is answered, a tick marks what a score takes; the score itself
stands as words, so that nobody takes one for the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from socialplanner.presentation.scenes.labels import FIGURE, NAME, STAGE, TICK, Lettering, Stage
from socialplanner.presentation.scenes.shapes import Box, Colour, Scene, Shape, table, vertical

_PITCH: Final = 25.0
_HEAD: Final = 16.0
_BAR: Final = 5.0
_GAP: Final = 12.0
_MODES: Final = (Colour.MEDIA, Colour.NETWORK)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageCell:
    """One score to be: the part 0..1 that is answered, and what can be said of it."""

    coverage: float
    note: str
    is_shown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """The cells of one dimension, social media first."""

    label: str
    cells: Sequence[CoverageCell]


def coverage_grid(
    rows: Sequence[CoverageRow],
    *,
    title: str,
    modes: tuple[str, str],
    needed: float,
    stage: Stage = STAGE,
) -> Scene:
    """Draw ten small bars, and what a score takes as a tick on each; `needed` is 0..1."""
    names = min(stage.width * 0.26, 84.0)
    width = (stage.width - names - _GAP) / 2
    lefts = (names, names + width + _GAP)
    shapes: list[Shape] = []
    for left, mode in zip(lefts, modes, strict=True):
        shapes.extend(_HEADING.block((stage.shorten(mode, width, 7.5, bold=True),), left, 8))
    for index, row in enumerate(rows):
        top = _HEAD + index * _PITCH
        label = stage.shorten(row.label, names - 8, NAME.size, bold=True)
        shapes.extend(NAME.block((label,), 0, top + 10))
        for left, cell, colour in zip(lefts, row.cells, _MODES, strict=True):
            shapes.extend(_cell(cell, colour, (left, top, width), needed, stage))
    return Scene(
        width=stage.width,
        height=_HEAD + _PITCH * len(rows),
        shapes=tuple(shapes),
        title=title,
        rows=table(["", *modes], [(row.label, *(cell.note for cell in row.cells)) for row in rows]),
    )


_HEADING: Final = Lettering(size=7.5, colour=Colour.MUTED, bold=True)


def _cell(
    cell: CoverageCell,
    colour: Colour,
    place: tuple[float, float, float],
    needed: float,
    stage: Stage,
) -> list[Shape]:
    left, top, width = place
    style = FIGURE if cell.is_shown else TICK_LEFT
    note = stage.shorten(cell.note, width, style.size)
    bar = top + 13
    shapes: list[Shape] = [
        *style.block((note,), left, top + 9),
        Box(x=left, y=bar, width=width, height=_BAR, fill=Colour.TRACK),
    ]
    if cell.coverage > 0:
        fill = colour if cell.is_shown else Colour.MUTED
        length = width * min(1.0, cell.coverage)
        shapes.append(Box(x=left, y=bar, width=length, height=_BAR, fill=fill))
    x = left + width * needed
    return [*shapes, vertical(x, bar - 1.5, bar + _BAR + 1.5, Colour.INK)]


TICK_LEFT: Final = Lettering(size=TICK.size, colour=Colour.MUTED)
