"""Where the levels fall short of their targets, and the next step in the level's own words."""

from collections.abc import Mapping
from dataclasses import dataclass

from socialplanner.domain.answers import Answers
from socialplanner.domain.ids import CELLS, Cell
from socialplanner.domain.parameters import ScoringParameters
from socialplanner.domain.questionnaire import Question, Questionnaire
from socialplanner.domain.scoring import Scores, level_of

MOST_GAPS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """A question that causes a gap: its level now (0..4) and the next one, both in words."""

    question_id: str
    level: int
    level_text: str
    next_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """G_dp in points of one cell, its weighted size om_d G_dp, and the answers that cause it."""

    cell: Cell
    target: float
    value: float | None
    points: float
    weighted: float
    next_steps: tuple[NextStep, ...]


def find_gaps(
    questionnaire: Questionnaire,
    answers: Answers,
    scores: Scores,
    targets: Mapping[Cell, float],
    parameters: ScoringParameters,
) -> tuple[Gap, ...]:
    """Return the gaps of all ten cells, largest ``om_d G_dp`` first, ties in reading order.

    ``G_dp = max(0, T_dp - S_dp)``; 0 where the cell has too few answers.
    """
    gaps = (
        _gap(
            cell, targets[cell], scores, next_steps(questionnaire.scored(cell), answers), parameters
        )
        for cell in CELLS
    )
    return tuple(sorted(gaps, key=lambda gap: -gap.weighted))


def largest(gaps: tuple[Gap, ...]) -> tuple[Gap, ...]:
    """Return the up to five largest gaps that are more than nothing."""
    return tuple(gap for gap in gaps if gap.points > 0)[:MOST_GAPS]


def gap_points(gaps: tuple[Gap, ...]) -> Mapping[Cell, float]:
    """Return G_dp by cell."""
    return {gap.cell: gap.points for gap in gaps}


def next_steps(questions: tuple[Question, ...], answers: Answers) -> tuple[NextStep, ...]:
    """Return the answers below the top level, lowest level first, then heaviest weight."""
    found = [
        (level, question)
        for question in questions
        if (level := level_of(question, answers.get(question.id))) is not None
        and level < question.highest_level
    ]
    found.sort(key=lambda pair: (pair[0], -pair[1].weight))
    return tuple(
        NextStep(
            question_id=question.id,
            level=int(level),
            level_text=question.levels[int(level)],
            next_text=question.levels[int(level) + 1],
        )
        for level, question in found
    )


def _gap(
    cell: Cell,
    target: float,
    scores: Scores,
    steps: tuple[NextStep, ...],
    parameters: ScoringParameters,
) -> Gap:
    value = scores.cells[cell].value
    points = 0.0 if value is None else max(0.0, target - value)
    return Gap(
        cell=cell,
        target=target,
        value=value,
        points=points,
        weighted=parameters.dimension_weight[cell[0]] * points,
        next_steps=steps,
    )
