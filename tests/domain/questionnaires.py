"""Small questionnaires, and ways to answer the shipped one."""

from collections.abc import Iterable

import numpy as np

from socialplanner.domain.answers import Answer
from socialplanner.domain.ids import Cell
from socialplanner.domain.questionnaire import Question, QuestionKind, Questionnaire, Section
from tests.domain.builders import shipped_catalogue

LEVELS = ("Never", "Seldom", "Sometimes", "Often", "Always")


def anchored(question_id: str, cell: Cell, weight: float = 1.0) -> Question:
    """Return a scored question with five levels."""
    return Question(
        id=question_id,
        kind=QuestionKind.ANCHORED,
        text=question_id,
        short=question_id,
        help="",
        dimension=cell[0],
        mode=cell[1],
        weight=weight,
        levels=tuple(f"{level}: {question_id}" for level in LEVELS),
    )


def hours_row(question_id: str, cell: Cell) -> Question:
    """Return a question for weekly hours."""
    return Question(
        id=question_id,
        kind=QuestionKind.NUMBER,
        text=question_id,
        short=question_id,
        help="",
        dimension=cell[0],
        mode=cell[1],
    )


def questionnaire_of(questions: Iterable[Question]) -> Questionnaire:
    """Return a questionnaire of one section."""
    kept = tuple(questions)
    section = Section(id="all", title="All", intro="", questions=kept)
    return Questionnaire(sections=(section,), by_id={q.id: q for q in kept})


def scored_questions() -> list[Question]:
    """Return every scored question of the shipped questionnaire."""
    return [q for q in shipped_catalogue().questionnaire if q.is_scored]


def at_level(question: Question, level: int) -> Answer:
    """Return the answer that stands for a level."""
    if question.options:
        return tuple(option.id for option in question.options[:level])
    return float(level)


def all_at(level: int) -> dict[str, Answer]:
    """Return answers of one level to every scored question."""
    return {q.id: at_level(q, level) for q in scored_questions()}


def random_levels(seed: int) -> dict[str, Answer]:
    """Return a random level for every scored question."""
    rng = np.random.default_rng(seed)
    return {q.id: at_level(q, int(rng.integers(5))) for q in scored_questions()}
