"""The open profile: what is answered, what follows from it, and that it is saved."""

from collections.abc import Callable
from contextlib import suppress
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from socialplanner.domain.answers import Answer, Answers
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.editing import with_answer
from socialplanner.domain.profile import Choices, Profile
from socialplanner.domain.record import ProfileRecord, RecordedAnswer, RecordedAssessment
from socialplanner.domain.running import running_activities
from socialplanner.errors import UserError
from socialplanner.ui import steps
from socialplanner.ui.ports import OpenedProfile, Program, Results, Sitting
from socialplanner.ui.ports.shelf import Edit
from socialplanner.ui.results_maker import ResultsMaker
from socialplanner.ui.saving import Saving
from socialplanner.ui.tasks import Tasks
from socialplanner.ui.upkeep import Upkeep

FLUSH_MARGIN: Final = 30
TRY_AGAIN: Final = 2_000
"""Milliseconds."""


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
    closed = Signal()

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
        self._typed = ""
        self._counted: tuple[RecordedAssessment | None, Answers] = (None, {})
        self._maker = ResultsMaker(program, tasks, self.results_changed.emit)
        self._flush_timer = QTimer(self)
        self._flush_timer.setSingleShot(True)
        self._flush_timer.timeout.connect(self._flush_in_time)
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
        self._hold(question_id, value)
        self._try(self._sitting.flush)
        self._tell(question_id)

    def type(self, question_id: str, value: Answer | None) -> None:
        """Take what is being typed; it is saved after a short pause."""
        if self._typed not in ("", question_id):
            self._tell(self._typed)
        self._typed = question_id
        self._hold(question_id, value)
        if self._saving.trouble:
            self._shown = self._saving.with_held(self.profile.record)
        due = self._sitting.due_in
        if due is not None:
            self._flush_timer.start(int(due * 1000) + FLUSH_MARGIN)
        self.saved_changed.emit()

    def _hold(self, question_id: str, value: Answer | None) -> None:
        """Keep an answer in memory, whatever waits already and whatever the disk says."""
        self._saving.hold(self._answered(question_id, value), question_id)
        with suppress(UserError):  # of another answer, which is tried again and told of soon
            self._sitting.type(question_id, value)

    def _tell(self, place: str) -> None:
        """Tell of a change, and of what was being typed and was saved with it."""
        question_id = place if place in self.catalogue.questionnaire.by_id else ""
        typed, self._typed = self._typed, ""
        if typed and question_id and typed != question_id:
            self.answers_changed.emit(typed)
        self.answers_changed.emit(question_id)

    def _answered(self, question_id: str, value: Answer | None) -> Edit:
        now = self.program.now()
        return lambda record: with_answer(record, self.assessment_id, question_id, value, now)

    def set_note(self, question_id: str, note: str) -> None:
        """Keep a note at a question; an empty one takes it away."""
        self.do(*steps.noting(self, question_id, note))

    def set_mark(self, question_id: str, *, is_marked: bool) -> None:
        """Mark a question for review, or no longer."""
        self.do(*steps.marking(self, question_id, is_marked=is_marked))

    def set_choices(self, choices: Choices) -> None:
        """Keep other choices about the plan."""
        self.do(*steps.choosing(self, choices))

    def set_profile(self, profile: Profile, tags: tuple[str, ...] | None = None) -> None:
        """Keep another name, currency, and so on, and other tags where they are given."""
        self.do(*steps.naming(self, profile, tags))

    def edit(self, edit: Edit) -> None:
        """Change anything else of the record; it cannot be taken back."""
        self._saving.hold(edit)
        self._try(lambda: self.profile.save(edit(self.profile.record)), is_kept=True)
        self._tell("")

    def undo(self) -> str:
        """Take the last step back and return where it is seen, "" where there was none."""
        return self._stepped(self._sitting.undo)

    def redo(self) -> str:
        """Do again what was taken back last and return where it is seen."""
        return self._stepped(self._sitting.redo)

    def _stepped(self, step: Callable[[], str | None]) -> str:
        place = [""]
        self._try(lambda: place.append(step() or ""))
        self._tell(place[-1])
        return place[-1]

    def do(self, place: str, edit: Edit, back: Edit) -> None:
        """Do what is no single answer; `back` takes it back, `place` is where it is seen."""
        self._saving.hold(edit)
        self._try(lambda: self._sitting.do(place, edit, back), is_kept=True)
        self._tell(place)

    def flush(self) -> None:
        """Save what is being typed."""
        self._try(self._sitting.flush)
        if self._typed:
            self._tell(self._typed)

    def _flush_in_time(self) -> None:
        """Save what was typed, or what was refused; the same refusal is not told again."""
        self._try(self._sitting.flush, known=self._saving.trouble)
        if self._typed:
            self._tell(self._typed)

    def _try(self, save: Callable[[], object], *, is_kept: bool = False, known: str = "") -> None:
        """Save; a refusal is told, and what was given stays in memory until there is room."""
        self._saving.do(save, is_kept=is_kept)
        trouble = self._saving.trouble
        if trouble:
            self._shown = self._saving.with_held(self.profile.record)
            self._flush_timer.start(TRY_AGAIN)
        elif self._sitting.is_saved:
            self._saving.let_go()
            self._shown = None
        if trouble and trouble != known:
            self.trouble.emit(trouble)
        self.saved_changed.emit()

    def close(self) -> None:
        """Save what can be saved, make the backup, and close the file; UserError where it fails."""
        self.flush()
        self._flush_timer.stop()
        self._upkeep.stop()
        self._maker.stop()
        self.closed.emit()
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
        record, today = self.record, self.program.today()
        running = running_activities(self.catalogue, record.weeks, today)
        self._maker.want((record.profile, self.answers, self.choices), running, today)
