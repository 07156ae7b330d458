"""The interview: how far the questions have come, and with which one it goes on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import TypeVar

from socialplanner.domain.answers import Answers
from socialplanner.domain.business import ESSENTIAL
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.mix import hours_questions
from socialplanner.domain.questionnaire import Question, QuestionKind, Questionnaire, Section
from socialplanner.domain.record import RecordedAssessment

SECONDS: Mapping[QuestionKind, float] = {
    QuestionKind.SINGLE: 12.0,
    QuestionKind.MULTIPLE: 20.0,
    QuestionKind.RANK: 30.0,
    QuestionKind.NUMBER: 10.0,
    QuestionKind.TABLE: 45.0,
    QuestionKind.ANCHORED: 13.0,
}
"""Our estimate of how long a question takes, by its kind; nobody has timed it yet."""

CONFIRMING_SECONDS = 4.0
"""The same for an answer of last time that only has to be confirmed."""

Recorded = TypeVar("Recorded")


@unique
class Stop(StrEnum):
    """Where a person who comes back goes on: in the quick check, in a section, at the plan."""

    QUICK = "quick"
    SECTION = "section"
    PLAN = "plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts over some questions; an answer to confirm is counted as answered too."""

    questions: int
    answered: int
    to_confirm: int
    marked: int

    @property
    def open(self) -> int:
        """Return how many have no answer."""
        return self.questions - self.answered

    @property
    def is_done(self) -> bool:
        """Return whether nothing is open and nothing waits to be confirmed."""
        return not self.open and not self.to_confirm

    @property
    def completeness(self) -> float:
        """Return the part 0..1 that is answered and confirmed; 1 where nothing is asked."""
        if not self.questions:
            return 1.0
        return (self.answered - self.to_confirm) / self.questions


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickCheck:
    """What is enough for a first plan: the essential facts, one question a cell, the hours."""

    essential: tuple[Question, ...]
    items: tuple[Question, ...]
    hours: tuple[Question, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return all of it, in asking order."""
        return (*self.essential, *self.items, *self.hours)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """The state of every question; `position` is where an answer was given last, "" at first.

    All are ids of today's catalogue; those that wait are open, or still to be confirmed.
    """

    questions: tuple[Question, ...]
    answered: frozenset[str]
    to_confirm: frozenset[str]
    marked: frozenset[str]
    position: str = ""

    def waits(self, question_id: str) -> bool:
        """Return whether a question is open, or its answer still to be confirmed."""
        return question_id not in self.answered or question_id in self.to_confirm

    def tally(self, questions: Iterable[Question] | None = None) -> Tally:
        """Return the counts over some questions, by default over all."""
        ids = {each.id for each in (self.questions if questions is None else questions)}
        return Tally(
            questions=len(ids),
            answered=len(ids & self.answered),
            to_confirm=len(ids & self.to_confirm),
            marked=len(ids & self.marked),
        )

    def next_after(
        self, place: str, questions: Sequence[Question] | None = None
    ) -> Question | None:
        """Return the first question that waits behind a place, else the first that waits.

        The question at the place itself comes last; a place that is none of these is before all.
        """
        asked = list(self.questions if questions is None else questions)
        order = [question.id for question in asked]
        start = order.index(place) + 1 if place in order else 0
        turned = asked[start:] + asked[:start]
        return next((question for question in turned if self.waits(question.id)), None)

    def seconds_left(self, questions: Iterable[Question] | None = None) -> float:
        """Return our estimate of how long the questions that wait take."""
        asked = self.questions if questions is None else questions
        return sum(self._seconds(each) for each in asked)

    def _seconds(self, question: Question) -> float:
        if question.id not in self.answered:
            return SECONDS[question.kind]
        return CONFIRMING_SECONDS if question.id in self.to_confirm else 0.0


def interview(catalogue: Catalogue, answers: Answers, assessment: RecordedAssessment) -> Interview:
    """Return how far an assessment has come; `answers` are those of it that count."""
    recorded = by_present_id(catalogue, assessment.answers)
    carried = {key for key, answer in recorded.items() if answer.is_carried}
    position = catalogue.renamed.get(assessment.position, assessment.position)
    return Interview(
        questions=tuple(catalogue.questionnaire),
        answered=frozenset(answers),
        to_confirm=frozenset(carried & answers.keys()),
        marked=frozenset(key for key, answer in recorded.items() if answer.is_marked),
        position=position if position in catalogue.questionnaire.by_id else "",
    )


def by_present_id(catalogue: Catalogue, stored: Mapping[str, Recorded]) -> dict[str, Recorded]:
    """Return what is kept at questions that there are, by the ids they have now, in asking order.

    Where something is kept under an old id and under the new one, the new one counts.
    """
    renamed = {catalogue.renamed.get(key, key): value for key, value in stored.items()}
    present = {**renamed, **stored}
    return {q.id: present[q.id] for q in catalogue.questionnaire if q.id in present}


def quick_check(questionnaire: Questionnaire) -> QuickCheck:
    """Return the questions of the quick check that there are, in asking order."""
    return QuickCheck(
        essential=tuple(each for each in questionnaire if each.id in ESSENTIAL),
        items=tuple(each for each in questionnaire if each.quick),
        hours=hours_questions(questionnaire),
    )


def section_of(questionnaire: Questionnaire, question_id: str) -> Section | None:
    """Return the section that asks a question, None where none does."""
    for section in questionnaire.sections:
        if any(question.id == question_id for question in section.questions):
            return section
    return None


def resumed(found: Interview, quick: QuickCheck) -> tuple[Stop, Question | None]:
    """Return where a person goes on: the kind of page, and the question on it.

    Who has only answered questions of the quick check, and not all of them, is still at it.
    """
    of_quick = {question.id for question in quick.questions}
    waiting = found.next_after(found.position, quick.questions)
    if waiting is not None and found.answered <= of_quick:
        return Stop.QUICK, waiting if found.answered else None
    question = found.next_after(found.position)
    return (Stop.PLAN, None) if question is None else (Stop.SECTION, question)
