"""How far the person has come, worked out once for each change and told to all who show it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from socialplanner.domain.interview import (
    Interview,
    QuickCheck,
    Stop,
    interview,
    quick_check,
    resumed,
    section_of,
)
from socialplanner.domain.questionnaire import Question, Questionnaire
from socialplanner.ui.profile_pages import section_key
from socialplanner.ui.session import Session

if TYPE_CHECKING:
    from socialplanner.domain.answers import Answers

Place = tuple[str, str]
"""The key of a page, and a question on it, "" for its top."""


class Journey(QObject):
    """Follows a session; `changed` when anything about the questions is another."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        """Begin with what is answered now."""
        super().__init__()
        self._session = session
        self.questionnaire: Questionnaire = session.catalogue.questionnaire
        self.quick: QuickCheck = quick_check(self.questionnaire)
        self.answers: Answers = {}
        self.interview: Interview = self._look()
        session.answers_changed.connect(self._follow)

    def _look(self) -> Interview:
        self.answers = self._session.answers
        return interview(self._session.catalogue, self.answers, self._session.assessment)

    def _follow(self, question_id: str) -> None:
        del question_id
        self.interview = self._look()
        self.changed.emit()

    @property
    def missing(self) -> tuple[Question, ...]:
        """Return the essential questions that still need an answer."""
        return self._session.program.planning.missing_essentials(self.answers)

    def next_place(self, place: str, page_key: str) -> Place | None:
        """Return the next question that waits behind a place; None where none waits.

        On the quick check its own questions come first.
        """
        found = self.interview
        if page_key == "quick":
            question = found.next_after(place, self.quick.questions)
            if question is not None:
                return "quick", question.id
        question = found.next_after(place)
        return None if question is None else self.place_of(question.id)

    def place_of(self, question_id: str) -> Place:
        """Return the section page on which a question is asked."""
        section = section_of(self.questionnaire, question_id)
        return ("profile", "") if section is None else (section_key(section.id), question_id)


def first_place(session: Session) -> Place:
    """Return where a person goes on who opens a profile."""
    journey = Journey(session)
    stop, question = resumed(journey.interview, journey.quick)
    if stop is Stop.QUICK:
        return "quick", "" if question is None else question.id
    if stop is Stop.PLAN or question is None:
        return ("week", "") if not journey.missing else journey.place_of(journey.missing[0].id)
    return journey.place_of(question.id)
