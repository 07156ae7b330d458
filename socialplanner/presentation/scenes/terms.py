"""Why this target: steps in points from an even split to the target share."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from socialplanner.presentation.scenes.labels import NAME, STAGE, Lettering, Stage
from socialplanner.presentation.scenes.scale import Scale, grid_across, percent_scale
from socialplanner.presentation.scenes.shapes import (
    Anchor,
    Box,
    Colour,
    Dot,
    Line,
    Scene,
    Shape,
    horizontal,
    table,
    vertical,
)

_PITCH: Final = 22.0
_BAR: Final = 9.0
_TEXT: Final = Lettering(size=8.5)
_POINTS: Final = Lettering(size=8.5, anchor=Anchor.END, bold=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class TermBar:
    """One reason and its effect on the share of networking, in percentage points."""

    label: str
    points: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermEnd:
    """A share of networking at which the steps begin or end, with its words."""

    label: str
    share: float
    text: str


def target_terms(
    start: TermEnd, terms: Sequence[TermBar], end: TermEnd, *, title: str, stage: Stage = STAGE
) -> Scene:
    """Draw the start, each step to more networking or more media, and the target."""
    scale = percent_scale(stage.width * 0.40, stage.width * 0.90)
    bottom = _PITCH * (len(terms) + 2)
    shapes: list[Shape] = [
        *grid_across(scale, (0, 25, 50, 75, 100), top=0, bottom=bottom, unit="%"),
        *_end(start, 0, scale, stage),
    ]
    share = start.share
    for index, term in enumerate(terms, start=1):
        shapes.extend(_step(term, share, index, scale, stage))
        share += term.points
    shapes.extend(_end(end, len(terms) + 1, scale, stage))
    ends = [(one.label, one.text) for one in (start, end)]
    body = [ends[0], *((term.label, term.text) for term in terms), ends[1]]
    return Scene(
        width=stage.width,
        height=bottom + 14,
        shapes=tuple(shapes),
        title=title,
        rows=table(["", ""], body),
    )


def _end(end: TermEnd, index: int, scale: Scale, stage: Stage) -> list[Shape]:
    middle = _PITCH * (index + 0.5)
    name = stage.shorten(end.label, scale.start - 14, NAME.size, bold=True)
    text = stage.shorten(end.text, stage.width * 0.09, _POINTS.size, bold=True)
    x = scale.at(end.share)
    return [
        *NAME.centred((name,), 0, middle),
        *_POINTS.centred((text,), stage.width, middle),
        Dot(x=x, y=middle, radius=4, fill=Colour.INK, stroke=Colour.PAPER),
        horizontal(_PITCH * (index + 1), 0, stage.width),
    ]


def _step(term: TermBar, share: float, index: int, scale: Scale, stage: Stage) -> list[Shape]:
    middle = _PITCH * (index + 0.5)
    name = stage.wrap(term.label, scale.start - 14, _TEXT.size)
    text = stage.shorten(term.text, stage.width * 0.09, _POINTS.size, bold=True)
    left, right = sorted((scale.at(share), scale.at(share + term.points)))
    fill = Colour.NETWORK if term.points > 0 else Colour.MEDIA
    here = scale.at(share)
    link = Line(
        points=((here, middle - _PITCH + _BAR / 2), (here, middle - _BAR / 2)),
        colour=Colour.MUTED,
    )
    bar: Shape = Box(x=left, y=middle - _BAR / 2, width=right - left, height=_BAR, fill=fill)
    if right - left < 1:
        bar = vertical(left, middle - _BAR / 2, middle + _BAR / 2, Colour.MUTED)
    return [
        link,
        bar,
        *_TEXT.centred(name, 0, middle),
        *_POINTS.centred((text,), stage.width, middle),
        horizontal(_PITCH * (index + 1), 0, stage.width),
    ]
