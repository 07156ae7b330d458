"""The open profile: what is answered, what follows from it, and that it is saved."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from socialplanner.domain.answers import Answer, Answers
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.editing import with_answer, with_choices, with_mark, with_note
from socialplanner.domain.profile import Choices, Profile
from socialplanner.domain.record import ProfileRecord, RecordedAnswer, RecordedAssessment
from socialplanner.ui.ports import OpenedProfile, Program, Results, Sitting
from socialplanner.ui.ports.shelf import Edit
from socialplanner.ui.results_maker import ResultsMaker
from socialplanner.ui.saving import Saving
from socialplanner.ui.tasks import Tasks
from socialplanner.ui.upkeep import Upkeep

FLUSH_MARGIN: Final = 30
TRY_AGAIN: Final = 2_000
"""Milliseconds."""

PLACE_PROFILE: Final = "profile"
PLACE_CHOICES: Final = "choices"


class Session(QObject):
    """One profile at work. Whatever a person does is one call here, and is saved at once.

    `answers_changed` says that answers, choices or the profile are others now (its text is the
    question's id, or ""); `saved_changed` that the state of saving is; `results_changed` that
    `results` or `refusal` are new; `knocked` that a second start wants to see this profile.
    """

    answers_changed = Signal(str)
    saved_changed = Signal()
    results_changed = Signal()
    knocked = Signal()
    trouble = Signal(str)

    def __init__(self, program: Program, profile: OpenedProfile, tasks: Tasks) -> None:
        """Take over an open profile, which must have an assessment."""
        super().__init__()
        self.program = program
        self.profile = profile
        newest = profile.record.newest
        if newest is None:
            raise ValueError("a profile without an assessment was opened")
        self.assessment_id = newest.id
        self._sitting: Sitting = program.shelf.sitting(profile, newest.id)
        self._saving = Saving()
        self._shown: ProfileRecord | None = None
        self._counted: tuple[RecordedAssessment | None, Answers] = (None, {})
        self._maker = ResultsMaker(program, tasks, self.results_changed.emit)
        self._flush_timer = QTimer(self)
        self._flush_timer.setSingleShot(True)
        self._flush_timer.timeout.connect(self.flush)
        self._upkeep = Upkeep(self)

    @property
    def catalogue(self) -> Catalogue:
        """Return the catalogue in use."""
        return self.program.catalogue

    @property
    def record(self) -> ProfileRecord:
        """Return the profile as it is saved, with what still waits to be."""
        return self._shown or self.profile.record

    @property
    def assessment(self) -> RecordedAssessment:
        """Return the assessment that is being answered."""
        return self.record.assessment(self.assessment_id)

    @property
    def answers(self) -> Answers:
        """Return the answers that count."""
        assessment = self.assessment
        if self._counted[0] is not assessment:
            self._counted = assessment, self.program.planning.counted_answers(assessment)
        return self._counted[1]

    @property
    def choices(self) -> Choices:
        """Return the choices about the plan that count."""
        return self.program.planning.counted_choices(self.assessment)

    def recorded(self, question_id: str) -> RecordedAnswer | None:
        """Return what is recorded at a question: answer, note, marks."""
        return self.assessment.answers.get(question_id)

    @property
    def save_trouble(self) -> str:
        """Return why something could not be saved yet, "" where all is well."""
        return self._saving.trouble

    @property
    def is_saved(self) -> bool:
        """Return whether everything that was given is on the disk."""
        return self._sitting.is_saved and self._saving.is_done

    @property
    def can_undo(self) -> bool:
        """Return whether there is something to take back."""
        return self._sitting.can_undo

    @property
    def can_redo(self) -> bool:
        """Return whether something was taken back that can be done again."""
        return self._sitting.can_redo

    def give(self, question_id: str, value: Answer | None) -> None:
        """Answer a question, or open it again with None."""
        self._try(
            lambda: self._sitting.give(question_id, value), self._answered(question_id, value)
        )
        self.answers_changed.emit(question_id)

    def type(self, question_id: str, value: Answer | None) -> None:
        """Take what is being typed; it is saved after a short pause."""
        self._try(
            lambda: self._sitting.type(question_id, value), self._answered(question_id, value)
        )
        due = self._sitting.due_in
        if due is not None:
            self._flush_timer.start(int(due * 1000) + FLUSH_MARGIN)

    def _answered(self, question_id: str, value: Answer | None) -> Edit:
        now = self.program.now()
        return lambda record: with_answer(record, self.assessment_id, question_id, value, now)

    def set_note(self, question_id: str, note: str) -> None:
        """Keep a note at a question; an empty one takes it away."""
        before = self.recorded(question_id)
        old = "" if before is None else before.note
        self.do(
            question_id,
            lambda r: with_note(r, self.assessment_id, question_id, note, self.program.now()),
            lambda r: with_note(r, self.assessment_id, question_id, old, self.program.now()),
        )

    def set_mark(self, question_id: str, *, is_marked: bool) -> None:
        """Mark a question for review, or no longer."""

        def marked(record: ProfileRecord, *, on: bool) -> ProfileRecord:
            now = self.program.now()
            return with_mark(record, self.assessment_id, question_id, now, is_marked=on)

        before = self.recorded(question_id)
        was = before is not None and before.is_marked
        self.do(question_id, lambda r: marked(r, on=is_marked), lambda r: marked(r, on=was))

    def set_choices(self, choices: Choices) -> None:
        """Keep other choices about the plan."""
        old = self.assessment.choices
        self.do(
            PLACE_CHOICES,
            lambda r: with_choices(r, self.assessment_id, choices, self.program.now()),
            lambda r: with_choices(r, self.assessment_id, old, self.program.now()),
        )

    def set_profile(self, profile: Profile, tags: tuple[str, ...] | None = None) -> None:
        """Keep another name, currency, and so on, and other tags where they are given."""
        old, now = self.record, self.program.now
        new = old.tags if tags is None else tags
        self.do(
            PLACE_PROFILE,
            lambda r: replace(r, profile=profile, tags=new, changed_at=now().moment),
            lambda r: replace(r, profile=old.profile, tags=old.tags, changed_at=now().moment),
        )

    def edit(self, edit: Edit) -> None:
        """Change anything else of the record; it cannot be taken back."""
        self._try(lambda: self.profile.save(edit(self.profile.record)), edit, is_kept=True)
        self.answers_changed.emit("")

    def undo(self) -> str:
        """Take the last step back and return where it is seen, "" where there was none."""
        return self._stepped(self._sitting.undo)

    def redo(self) -> str:
        """Do again what was taken back last and return where it is seen."""
        return self._stepped(self._sitting.redo)

    def _stepped(self, step: Callable[[], str | None]) -> str:
        place = [""]
        self._try(lambda: place.append(step() or ""))
        self.answers_changed.emit(place[-1])
        return place[-1]

    def do(self, place: str, edit: Edit, back: Edit) -> None:
        """Do what is no single answer; `back` takes it back, `place` is where it is seen."""
        self._try(lambda: self._sitting.do(place, edit, back), edit, is_kept=True)
        self.answers_changed.emit(place if place in self.catalogue.questionnaire.by_id else "")

    def flush(self) -> None:
        """Save what is being typed."""
        waiting = not self._sitting.is_saved
        self._try(self._sitting.flush)
        if waiting and self._sitting.is_saved:
            self.answers_changed.emit(self.assessment.position)

    def _try(
        self, save: Callable[[], object], edit: Edit | None = None, *, is_kept: bool = False
    ) -> None:
        """Save; a refusal is told, and what was given stays in memory until there is room."""
        self._saving.do(save, is_kept=is_kept)
        if self._saving.trouble:
            self._shown = self.record if edit is None else edit(self.record)
            self.trouble.emit(self._saving.trouble)
            self._flush_timer.start(TRY_AGAIN)
        elif self._sitting.is_saved:
            self._shown = None
        self.saved_changed.emit()

    def close(self) -> None:
        """Save what can be saved, make the backup, and close the file; UserError where it fails."""
        self.flush()
        self._flush_timer.stop()
        self._upkeep.stop()
        self._maker.stop()
        self.profile.close()

    @property
    def results(self) -> Results | None:
        """Return the newest results, None where there are none yet or can be none."""
        return self._maker.results

    @property
    def refusal(self) -> str:
        """Return why no plan can be made of the answers and choices, "" where one can."""
        return self._maker.refusal

    def want_results(self) -> None:
        """Have the results made, unless they are; `results_changed` tells when they are there."""
        self.flush()
        record = self.record
        self._maker.want(record.profile, self.answers, self.choices, self.program.today())
