"""The roadmap: what is set up, done and reviewed in each of thirteen weeks."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final

from socialplanner.presentation.scenes.labels import (
    NAME,
    STAGE,
    TICK,
    Lettering,
    Stage,
    spread,
)
from socialplanner.presentation.scenes.legend import Key, Mark, legend
from socialplanner.presentation.scenes.shapes import (
    Anchor,
    Box,
    Colour,
    Line,
    Scene,
    Shape,
    diamond,
    horizontal,
    table,
    vertical,
)

_PITCH: Final = 21.0
_HEAD: Final = 24.0
_BAR: Final = 9.0
_LABELS: Final = 0.33


@unique
class Phase(StrEnum):
    """What happens to an activity in a run of weeks."""

    SET_UP = "set_up"
    BUILD = "build"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Weeks from `first` to `last`, both included, counted from 1."""

    phase: Phase
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadmapRow:
    """One activity and its runs of weeks."""

    label: str
    colour: Colour
    runs: Sequence[Run]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A date on which the plan is looked at, with its words."""

    week: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadmapWords:
    """The words of the legend."""

    week: str = "Week"
    set_up: str = "set up"
    build: str = "do and build"
    review: str = "review"
    media: str = "Social media"
    network: str = "Social networking"
    pale: str = "set up (paler)"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Calendar:
    left: float
    width: float
    weeks: int

    def start(self, week: int) -> float:
        """Return where a week begins."""
        return self.left + self.width * (min(max(week, 1), self.weeks + 1) - 1) / self.weeks

    def middle(self, week: int) -> float:
        """Return the middle of a week."""
        return self.start(min(max(week, 1), self.weeks)) + self.width / self.weeks / 2


def roadmap(
    rows: Sequence[RoadmapRow],
    reviews: Sequence[Review],
    *,
    title: str,
    words: RoadmapWords | None = None,
    stage: Stage = STAGE,
) -> Scene:
    """Draw thirteen weeks as columns, activities as rows, reviews as marks through all."""
    said = words or RoadmapWords()
    left = stage.width * _LABELS
    calendar = _Calendar(left=left, width=stage.width - left, weeks=13)
    bottom = _HEAD + _PITCH * len(rows)
    shapes: list[Shape] = [*_weeks(calendar, said, bottom, stage)]
    for index, row in enumerate(rows):
        shapes.extend(_row(row, _HEAD + _PITCH * index, calendar, stage))
    shapes.extend(_reviews(reviews, calendar, bottom, stage))
    keys = legend(_keys(said), stage, top=bottom + 32)
    return Scene(
        width=stage.width,
        height=bottom + 32 + keys.height,
        shapes=(*shapes, *keys.shapes),
        title=title,
        rows=_rows(rows, reviews, said),
    )


def _weeks(
    calendar: _Calendar, words: RoadmapWords, bottom: float, stage: Stage
) -> tuple[Shape, ...]:
    numbers = [
        TICK.block((str(week),), calendar.middle(week), _HEAD - 8)
        for week in range(1, calendar.weeks + 1)
    ]
    lines = [
        vertical(calendar.start(week), _HEAD - 3, bottom) for week in range(1, calendar.weeks + 2)
    ]
    word = stage.shorten(words.week, calendar.left - 10, TICK.size)
    style = Lettering(size=TICK.size, colour=Colour.MUTED)
    head = Line(points=((0, _HEAD - 3), (stage.width, _HEAD - 3)), colour=Colour.BRAND, width=0.8)
    return (
        *lines,
        head,
        *style.block((word,), 0, _HEAD - 8),
        *(label for block in numbers for label in block),
    )


def _row(row: RoadmapRow, top: float, calendar: _Calendar, stage: Stage) -> list[Shape]:
    middle = top + _PITCH / 2
    lines = stage.wrap(row.label, calendar.left - 14, NAME.size, bold=True)
    shapes: list[Shape] = list(NAME.centred(lines, 0, middle))
    tint = Colour.NETWORK_TINT if row.colour == Colour.NETWORK else Colour.MEDIA_TINT
    for run in row.runs:
        start, end = calendar.start(run.first), calendar.start(run.last + 1)
        fill = tint if run.phase is Phase.SET_UP else row.colour
        width = max(end - start - 1.5, 1.0)
        shapes.append(Box(x=start + 0.75, y=middle - _BAR / 2, width=width, height=_BAR, fill=fill))
    shapes.append(horizontal(top + _PITCH, 0, stage.width))
    return shapes


def _reviews(
    reviews: Sequence[Review], calendar: _Calendar, bottom: float, stage: Stage
) -> list[Shape]:
    style = Lettering(size=7.5, anchor=Anchor.MIDDLE, bold=True)
    room = calendar.width / max(1, len(reviews)) - 8
    texts = [stage.shorten(review.text, room, style.size, bold=True) for review in reviews]
    widths = [stage.width_of(text, style.size, bold=True) for text in texts]
    middles = [calendar.middle(review.week) for review in reviews]
    shapes: list[Shape] = []
    places = spread(middles, widths, low=0, high=stage.width)
    for x, place, text in zip(middles, places, texts, strict=True):
        points = ((x, _HEAD - 3), (x, bottom + 6))
        shapes.append(Line(points=points, colour=Colour.INK, width=0.8, dash=(2, 2)))
        shapes.append(diamond(x, bottom + 6, 4.5, Colour.INK))
        shapes.extend(style.block((text,), place, bottom + 20))
    return shapes


def _keys(words: RoadmapWords) -> tuple[Key, ...]:
    return (
        Key(text=words.media, colour=Colour.MEDIA),
        Key(text=words.network, colour=Colour.NETWORK),
        Key(text=words.pale, colour=Colour.MEDIA_TINT),
        Key(text=words.review, colour=Colour.INK, mark=Mark.DIAMOND),
    )


def _rows(
    rows: Sequence[RoadmapRow], reviews: Sequence[Review], words: RoadmapWords
) -> tuple[tuple[str, ...], ...]:
    names = {Phase.SET_UP: words.set_up, Phase.BUILD: words.build}
    body = [
        (row.label, ", ".join(f"{run.first}–{run.last} {names[run.phase]}" for run in row.runs))
        for row in rows
    ]
    dates = [(words.review, f"{review.week} {review.text}") for review in reviews]
    return table(["", words.week], [*body, *dates])
