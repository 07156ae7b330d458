"""Profiles on the disk, as the window sees them."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from socialplanner.domain.answers import Answer
from socialplanner.domain.listing import ProfileEntry
from socialplanner.domain.record import ProfileRecord, RecordedAssessment
from socialplanner.errors import UserError

Edit = Callable[[ProfileRecord], ProfileRecord]


class OpenedProfile(Protocol):
    """A profile somebody works on; `store.open_profile.OpenProfile` is one."""

    @property
    def path(self) -> Path:
        """Return where the file is."""

    @property
    def record(self) -> ProfileRecord:
        """Return what the file holds."""

    @property
    def backup_trouble(self) -> UserError | None:
        """Return why the last backup could not be made, or None."""

    def save(self, record: ProfileRecord) -> None:
        """Make the file hold this record; UserError where that fails."""

    def back_up_if_due(self) -> None:
        """Make the half-hour's backup; a timer calls this."""

    def close(self) -> None:
        """Make the session's backup and close the file."""


class Sitting(Protocol):
    """Answers saved as given, with undo and redo; `store.session.AnswerSession` is one."""

    @property
    def assessment(self) -> RecordedAssessment:
        """Return the assessment as it is saved."""

    @property
    def is_saved(self) -> bool:
        """Return whether everything that was given is on the disk."""

    @property
    def due_in(self) -> float | None:
        """Return in how many seconds `flush` has to be called, or None."""

    @property
    def can_undo(self) -> bool:
        """Return whether there is something to take back."""

    @property
    def can_redo(self) -> bool:
        """Return whether something was taken back that can be done again."""

    def give(self, question_id: str, value: Answer | None) -> None:
        """Answer a question; it is saved when this returns."""

    def type(self, question_id: str, value: Answer | None) -> None:
        """Take what is being typed; it is saved after a pause."""

    def do(self, place: str, edit: Edit, back: Edit) -> None:
        """Do what is no answer, so that it can be taken back."""

    def flush(self) -> None:
        """Save what waits."""

    def flush_if_due(self) -> None:
        """Save what waits when its time has come."""

    def undo(self) -> str | None:
        """Take the last step back and return its place."""

    def redo(self) -> str | None:
        """Do again what was taken back last and return its place."""


class Shelf(Protocol):
    """All profiles of the data folder. Everything may raise UserError."""

    @property
    def folder(self) -> Path:
        """Return the data folder."""

    def entries(self) -> list[ProfileEntry]:
        """Return a line for each profile, by name."""

    def path(self, entry: ProfileEntry) -> Path:
        """Return where the file of an entry is."""

    def read(self, path: Path) -> ProfileRecord:
        """Return what a profile holds."""

    def open(self, path: Path) -> OpenedProfile:
        """Open a profile to work on it."""

    def sitting(self, profile: OpenedProfile, assessment_id: str) -> Sitting:
        """Begin to answer an assessment of an open profile."""

    def add(self, record: ProfileRecord) -> Path:
        """Write a new profile and return where it is."""

    def delete(self, path: Path) -> Path:
        """Move a profile into the trash and return where it lies there."""

    def take_back(self, trashed: Path) -> Path:
        """Move a profile out of the trash and return where it is then."""

    def knock(self, path: Path) -> None:
        """Ask whoever has a profile open to bring it forward."""

    def answer_knock(self, path: Path, show: Callable[[], None]) -> bool:
        """Call `show` when somebody knocked since the last time."""
