"""What of the answers kept in a profile counts today: the catalogue may have moved on since.

Renames are followed. What is answered to a question, or by an option, that there is no longer
stays in the profile and does not count.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from socialplanner.domain.answers import Answer, Answers, NoAnswer, answer_of, plain_answer
from socialplanner.domain.business import ESSENTIAL
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.interview import by_present_id
from socialplanner.domain.profile import Choices
from socialplanner.domain.questionnaire import Question
from socialplanner.exchange.answer_values import answer_at
from socialplanner.exchange.choosing import Choosing
from socialplanner.exchange.document import Document
from socialplanner.exchange.spot import Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAnswers:
    """What counts today, in asking order, and the ids under which something is kept that does not.

    An answer of which a part does not count stands in both.
    """

    answers: Answers
    not_counted: tuple[str, ...]


def present_answers(catalogue: Catalogue, stored: Answers) -> StoredAnswers:
    """Return which of the stored answers count with this catalogue."""
    given = by_present_id(catalogue, stored)
    answers: dict[str, Answer] = {}
    lost = [key for key in stored if catalogue.renamed.get(key, key) not in given]
    for question_id, value in given.items():
        question = catalogue.questionnaire.by_id[question_id]
        plain = plain_answer(value)
        kept = _parts_that_count(question, plain, catalogue.renamed)
        answer = _judged(question, kept, catalogue.renamed)
        if answer is not None and (kept or not plain):
            answers[question_id] = answer
        if question_id not in answers or _size(kept) < _size(plain):
            lost.append(question_id)
    return StoredAnswers(answers=answers, not_counted=tuple(lost))


def present_choices(catalogue: Catalogue, choices: Choices) -> Choices:
    """Return the choices about activities that there are, by the ids they have now."""
    known = {activity.id for activity in catalogue.activities}

    def now(ids: frozenset[str]) -> frozenset[str]:
        return frozenset(_present_id(catalogue, known, each) for each in ids) & known

    earlier: dict[str, float] = {}
    for key, hours in (choices.earlier_plan or {}).items():
        if (activity_id := _present_id(catalogue, known, key)) in known:
            earlier[activity_id] = earlier.get(activity_id, 0.0) + hours
    pinned = now(choices.pinned)
    declined = now(choices.declined) - pinned
    return Choices(
        pinned=pinned,
        declined=declined,
        earlier_plan=earlier or None,
        keeps_earlier=choices.keeps_earlier and bool(earlier),
    )


def missing_essentials(catalogue: Catalogue, answers: Answers) -> tuple[Question, ...]:
    """Return the questions without whose answers there is no plan, and which have none."""
    return tuple(
        question
        for question in catalogue.questionnaire
        if question.id in ESSENTIAL
        and isinstance(answers.get(question.id, NoAnswer.UNKNOWN), NoAnswer)
    )


def _present_id(catalogue: Catalogue, known: set[str], name: str) -> str:
    return name if name in known else catalogue.renamed.get(name, name)


def _parts_that_count(question: Question, plain: object, renamed: Mapping[str, str]) -> object:
    """Return a list without the entries that cannot be chosen any more; all else as it is."""
    if not isinstance(plain, list):
        return plain
    if question.columns:
        return [each for each in plain if _judged(question, [each], renamed) is not None]
    choosing = Choosing(prefix=question.id, options=question.options, renamed=renamed)
    found = (choosing.option_at(_nowhere(), each) for each in plain)
    return list(dict.fromkeys(each for each in found if each is not None))


def _judged(question: Question, plain: object, renamed: Mapping[str, str]) -> Answer | None:
    """Return what a question takes as an answer, None for all else."""
    spot = _nowhere()
    answer = answer_at(spot, question, plain, renamed)
    return None if spot.problems or answer is None else answer_of(plain_answer(answer))


def _size(plain: object) -> int:
    return len(plain) if isinstance(plain, list) else 0


def _nowhere() -> Spot:
    """Return a place whose problems nobody reads: what does not count is no mistake."""
    return Spot(Document(name="", content={}), [])
