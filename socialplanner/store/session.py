"""Answering without ever pressing "save": each answer is on the disk within a second."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Protocol

from socialplanner.domain.answers import Answer
from socialplanner.domain.editing import Now, with_answer, with_carried
from socialplanner.domain.record import ProfileRecord, RecordedAnswer, RecordedAssessment

TYPING_PAUSE = 0.5
"""Seconds after which what is being typed is saved, or sooner when anything else happens."""

MOST_STEPS = 1_000
"""So many steps can be taken back; a sitting of days must not fill the memory."""


class Keeping(Protocol):
    """Something that holds a record and saves it: an open profile."""

    @property
    def record(self) -> ProfileRecord:
        """Return what is saved."""

    def save(self, record: ProfileRecord) -> None:
        """Have this record on the disk when the call returns."""


Edit = Callable[[ProfileRecord], ProfileRecord]
"""Anything a person does to a profile: from a record to a record."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One thing that can be taken back and done again; `place` is where it is seen."""

    place: str
    back: Edit
    again: Edit


class AnswerSession:
    """One sitting in which an assessment is answered, with undo and redo.

    Where saving fails, StoreError is raised and what was given is kept in memory: the next
    `flush` saves it, once there is room again.
    """

    def __init__(
        self,
        profile: Keeping,
        assessment_id: str,
        now: Callable[[], Now],
        seconds: Callable[[], float] = monotonic,
    ) -> None:
        """Begin; `now` says moment, day and catalogue of each answer, `seconds` measures pauses."""
        self._profile = profile
        self._assessment_id = assessment_id
        self._now = now
        self._seconds = seconds
        self._waiting: dict[str, Answer | None] = {}
        self._since = 0.0
        self._done: deque[_Step] = deque(maxlen=MOST_STEPS)
        self._undone: list[_Step] = []

    @property
    def assessment(self) -> RecordedAssessment:
        """Return the assessment as it is saved."""
        return self._profile.record.assessment(self._assessment_id)

    @property
    def is_saved(self) -> bool:
        """Return whether everything that was given is on the disk."""
        return not self._waiting

    @property
    def due_in(self) -> float | None:
        """Return in how many seconds `flush` has to be called, or None when nothing waits."""
        return max(0.0, self._since + TYPING_PAUSE - self._seconds()) if self._waiting else None

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

    def do(self, place: str, edit: Edit, back: Edit) -> None:
        """Do what is no answer: a note, a mark, a choice; `back` undoes it, `place` names it."""
        self.flush()
        record = edit(self._profile.record)
        if record == self._profile.record:
            return
        self._profile.save(record)
        self._done.append(_Step(place, back, edit))
        self._undone.clear()

    def type(self, question_id: str, value: Answer | None) -> None:
        """Take what is being typed; it is saved after a pause, or before anything else is."""
        others = self._waiting.keys() - {question_id}
        if not self._waiting or others:
            self._since = self._seconds()
        self._waiting[question_id] = value
        if others:
            self._save_waiting(but=question_id)

    def flush(self) -> None:
        """Save what waits, if anything does, in the order in which it was given."""
        self._save_waiting()

    def flush_if_due(self) -> None:
        """Save what waits when its time has come; a timer calls this."""
        if self.due_in == 0:
            self.flush()

    def _save_waiting(self, but: str = "") -> None:
        for question_id in [each for each in self._waiting if each != but]:
            value = self._waiting[question_id]
            before = self.assessment.answers.get(question_id)
            old = None if before is None else before.value
            was_carried = before is not None and before.is_carried
            self._profile.save(self._given(self._profile.record, question_id, value))
            del self._waiting[question_id]
            if old != value or was_carried:
                self._done.append(self._step(question_id, before, value))
                self._undone.clear()

    def _step(self, question_id: str, before: RecordedAnswer | None, value: Answer | None) -> _Step:
        """Return the answer that was just given as something that can be taken back."""

        def back(record: ProfileRecord) -> ProfileRecord:
            old = None if before is None else before.value
            record = self._given(record, question_id, old)
            if before is not None and before.is_carried:
                return with_carried(record, self._assessment_id, question_id, self._now())
            return record

        return _Step(question_id, back, lambda record: self._given(record, question_id, value))

    def undo(self) -> str | None:
        """Take the last step back and return its place; None where there is none."""
        self.flush()
        if not self._done:
            return None
        step = self._done[-1]
        self._profile.save(step.back(self._profile.record))
        self._undone.append(self._done.pop())
        return step.place

    def redo(self) -> str | None:
        """Do again what was taken back last and return its place; None where there is none."""
        self.flush()
        if not self._undone:
            return None
        step = self._undone[-1]
        self._profile.save(step.again(self._profile.record))
        self._done.append(self._undone.pop())
        return step.place

    def _given(
        self, record: ProfileRecord, question_id: str, value: Answer | None
    ) -> ProfileRecord:
        return with_answer(record, self._assessment_id, question_id, value, self._now())
