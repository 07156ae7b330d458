"""Scores then and now, and what can be said of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final

from socialplanner.domain.answers import NoAnswer
from socialplanner.domain.assessment import Assessment
from socialplanner.domain.ids import CELLS, Mode
from socialplanner.domain.scoring import CellScore, ModeScore
from socialplanner.domain.then_and_now import Move, ThenAndNow
from socialplanner.presentation import formats, names
from socialplanner.presentation.summary.parts import Source, TextTable, table


@unique
class Direction(StrEnum):
    """What can be said of a figure then and now."""

    HIGHER = "higher"
    LOWER = "lower"
    UNCLEAR = "unclear"
    UNKNOWN = "unknown"


WORDS: Final = {
    Direction.HIGHER: "higher",
    Direction.LOWER: "lower",
    Direction.UNCLEAR: "no clear change",
    Direction.UNKNOWN: "cannot be compared",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """One score then and now with the ranges, and what can be said of it."""

    name: str
    mode: Mode
    then: str
    now: str
    direction: Direction
    change: str


def direction_of(move: Move) -> Direction:
    """Return what can be said of a figure then and now."""
    if move.difference is None:
        return Direction.UNKNOWN
    if not move.is_changed:
        return Direction.UNCLEAR
    return Direction.HIGHER if move.difference > 0 else Direction.LOWER


def score_rows(source: Source, earlier: Assessment, found: ThenAndNow) -> tuple[ScoreRow, ...]:
    """Return the ten scores then and now."""
    then, now = earlier.scores.cells, source.assessment.scores.cells
    return tuple(
        _row(
            names.cell_name(source.catalogue, cell),
            cell[1],
            (_range(source, then[cell]), _range(source, now[cell])),
            found.cells[cell],
        )
        for cell in CELLS
    )


def overall_rows(source: Source, earlier: Assessment, found: ThenAndNow) -> tuple[ScoreRow, ...]:
    """Return the scores of both modes then and now."""
    then, now = earlier.scores.overall, source.assessment.scores.overall
    return tuple(
        _row(
            f"All of {names.mode_in_text(source.catalogue, mode)}",
            mode,
            (_range(source, then[mode]), _range(source, now[mode])),
            found.overall[mode],
        )
        for mode in Mode
    )


def _row(name: str, mode: Mode, ranges: tuple[str, str], move: Move) -> ScoreRow:
    direction = direction_of(move)
    return ScoreRow(
        name=name,
        mode=mode,
        then=ranges[0],
        now=ranges[1],
        direction=direction,
        change=WORDS[direction],
    )


def _range(source: Source, score: CellScore | ModeScore) -> str:
    """Return a score as the plan prints it, with its band."""
    if score.value is None:
        applies = not isinstance(score, CellScore) or score.is_applicable
        return "not enough answers" if applies else names.NO_ANSWER[NoAnswer.NOT_APPLICABLE]
    z = source.catalogue.parameters.scoring.band_z
    return formats.score_range(score.value, z * (score.standard_error or 0.0))


def scores_table(
    scores: Sequence[ScoreRow], overall: Sequence[ScoreRow], days: tuple[str, str]
) -> TextTable:
    """Return all scores then and now as one table."""
    rows = [(row.name, row.then, row.now, row.change) for row in (*scores, *overall)]
    head = ("Score", f"Then, {days[0]}", f"Now, {days[1]}", "Change")
    return table(head, rows, figures=(1, 2))


def moved_headline(rows: Sequence[ScoreRow], then: str) -> str:
    """Return what the scores say of the time between."""
    up, down = _count(rows, Direction.HIGHER), _count(rows, Direction.LOWER)
    if not up and not down:
        return f"No score has clearly changed since {then}"
    total = formats.in_words(len(rows))
    for count, word in ((up, "higher"), (down, "lower")):
        if count == len(rows):
            return f"All {total} scores are {word} than on {then}"
    parts = [(up, "higher"), (down, "lower")]
    said = [f"{formats.in_words(n)} {word}" for n, word in parts if n]
    return f"Of {total} scores, {formats.listed(said)} than on {then}"


def moves_headline(rows: Sequence[ScoreRow]) -> str:
    """Return how many scores went where."""
    unclear, unknown = _count(rows, Direction.UNCLEAR), _count(rows, Direction.UNKNOWN)
    counts = (
        (_count(rows, Direction.HIGHER), "higher"),
        (_count(rows, Direction.LOWER), "lower"),
        (unclear, "without clear change"),
        (unknown, "not to be compared"),
    )
    said = [f"{formats.in_words(count)} {words}" for count, words in counts if count]
    if len(said) == 1:
        return f"All {said[0]}"
    return formats.sentence_case(formats.listed(said))


def moves_note(rows: Sequence[ScoreRow]) -> str:
    """Return when a score counts as changed."""
    total = formats.in_words(len(rows))
    return (
        "A score counts as changed only if it moved by more than the errors of both answers "
        f"together can explain in nineteen of twenty cases. With {total} scores, one may pass "
        "that mark by chance."
    )


def _count(rows: Sequence[ScoreRow], direction: Direction) -> int:
    return sum(row.direction is direction for row in rows)
