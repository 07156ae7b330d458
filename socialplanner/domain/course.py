"""The course of all scores over every assessment of a brand, and what clearly moved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from socialplanner.domain.answers import Answers
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.ids import CELLS, Cell
from socialplanner.domain.scoring import CellScore, Scores, score
from socialplanner.domain.then_and_now import Move

MOST_NAMED: Final = 5
"""How many scores are named as improved, or to watch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One assessment on the way: its day, and its scores by the catalogue in use."""

    day: date
    scores: Scores


def course(catalogue: Catalogue, passes: Sequence[tuple[date, Answers]]) -> tuple[Stop, ...]:
    """Return the scores of every assessment, by day; those of one day keep their order."""
    scoring = catalogue.parameters.scoring
    return tuple(
        Stop(day=day, scores=score(catalogue.questionnaire, answers, scoring))
        for day, answers in sorted(passes, key=lambda each: each[0])
    )


def readings(stops: Sequence[Stop], cell: Cell) -> tuple[CellScore, ...]:
    """Return one score over all assessments."""
    return tuple(stop.scores.cells[cell] for stop in stops)


def improved(cells: Mapping[Cell, Move]) -> tuple[Cell, ...]:
    """Return at most five scores that are clearly higher now, the largest change first."""
    return _named(cells, 1)


def to_watch(cells: Mapping[Cell, Move]) -> tuple[Cell, ...]:
    """Return at most five scores that are clearly lower now, the largest change first."""
    return _named(cells, -1)


def _named(cells: Mapping[Cell, Move], sign: int) -> tuple[Cell, ...]:
    """Return the clear changes in one direction; ties stay in reading order."""
    found = {cell: sign * (cells[cell].difference or 0.0) for cell in CELLS if cell in cells}
    clear = [cell for cell, change in found.items() if cells[cell].is_changed and change > 0]
    return tuple(sorted(clear, key=lambda cell: -found[cell])[:MOST_NAMED])
