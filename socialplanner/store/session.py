"""Answering without ever pressing "save": each answer is on the disk within a second."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from socialplanner.domain.answers import Answer
from socialplanner.domain.editing import Now, with_answer, with_carried
from socialplanner.domain.record import ProfileRecord, RecordedAnswer, RecordedAssessment
from socialplanner.store.open_profile import OpenProfile

TYPING_PAUSE = timedelta(milliseconds=500)
"""What is being typed is saved after so long a pause, or when anything else happens."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One answer that can be taken back: what was there before and after."""

    question_id: str
    before: RecordedAnswer | None
    after: Answer | None

    @property
    def old_value(self) -> Answer | None:
        """Return the value that was there before."""
        return None if self.before is None else self.before.value

    @property
    def was_carried(self) -> bool:
        """Return whether the answer was still to be confirmed."""
        return self.before is not None and self.before.is_carried


@dataclass(frozen=True, slots=True)
class _Typed:
    """What is being typed and not saved yet, and when it has to be."""

    question_id: str
    value: Answer | None
    due: datetime


class AnswerSession:
    """One sitting in which an assessment is answered, with undo and redo.

    Where saving fails, StoreError is raised and what was given is kept in memory: the next
    `flush` saves it, once there is room again.
    """

    def __init__(self, profile: OpenProfile, assessment_id: str, now: Callable[[], Now]) -> None:
        """Begin; `now` says moment, day and catalogue of each answer."""
        self._profile = profile
        self._assessment_id = assessment_id
        self._now = now
        self._typed: _Typed | None = None
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    @property
    def assessment(self) -> RecordedAssessment:
        """Return the assessment as it is saved."""
        return self._profile.record.assessment(self._assessment_id)

    @property
    def is_saved(self) -> bool:
        """Return whether everything that was given is on the disk."""
        return self._typed is None

    @property
    def due(self) -> datetime | None:
        """Return when `flush` has to be called at the latest, or None when nothing waits."""
        return None if self._typed is None else self._typed.due

    @property
    def can_undo(self) -> bool:
        """Return whether there is an answer to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Return whether an answer was taken back that can be given again."""
        return bool(self._undone)

    def give(self, question_id: str, value: Answer | None) -> None:
        """Answer a question, or open it again with None; it is saved when this returns."""
        self.type(question_id, value)
        self.flush()

    def type(self, question_id: str, value: Answer | None) -> None:
        """Take what is being typed; it is saved after a pause, or before anything else is."""
        if self._typed is not None and self._typed.question_id != question_id:
            self.flush()
        due = self._now().moment + TYPING_PAUSE if self._typed is None else self._typed.due
        self._typed = _Typed(question_id, value, due)

    def flush(self) -> None:
        """Save what waits, if anything does."""
        typed = self._typed
        if typed is None:
            return
        step = _Step(typed.question_id, self.assessment.answers.get(typed.question_id), typed.value)
        self._profile.save(self._given(step.question_id, step.after))
        self._typed = None
        if step.old_value != step.after or step.was_carried:
            self._done.append(step)
            self._undone.clear()

    def flush_if_due(self) -> None:
        """Save what waits when its time has come; a timer calls this."""
        if self.due is not None and self._now().moment >= self.due:
            self.flush()

    def undo(self) -> str | None:
        """Take the last answer back and return its question; None where there is none."""
        self.flush()
        if not self._done:
            return None
        step = self._done[-1]
        record = self._given(step.question_id, step.old_value)
        if step.was_carried:
            record = with_carried(record, self._assessment_id, step.question_id, self._now())
        self._profile.save(record)
        self._undone.append(self._done.pop())
        return step.question_id

    def redo(self) -> str | None:
        """Give again what was taken back last and return its question; None where there is none."""
        self.flush()
        if not self._undone:
            return None
        step = self._undone[-1]
        self._profile.save(self._given(step.question_id, step.after))
        self._done.append(self._undone.pop())
        return step.question_id

    def _given(self, question_id: str, value: Answer | None) -> ProfileRecord:
        record = self._profile.record
        return with_answer(record, self._assessment_id, question_id, value, self._now())
