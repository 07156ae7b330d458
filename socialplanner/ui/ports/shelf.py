"""Profiles on the disk, as the window sees them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from socialplanner.domain.answers import Answer
    from socialplanner.domain.listing import ProfileEntry
    from socialplanner.domain.record import ProfileRecord, RecordedAssessment
    from socialplanner.errors import UserError

Edit = Callable[["ProfileRecord"], "ProfileRecord"]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class TrashedProfile:
    """A profile in the trash; it can be taken back until `erased_after`."""

    path: Path
    name: str
    deleted_at: datetime
    erased_after: datetime


class Recoverable(Protocol):
    """What can be got back of a damaged profile; `store.recovery.Recovery` is one."""

    @property
    def record(self) -> ProfileRecord:
        """Return the profile as it would be."""

    @property
    def read_answers(self) -> int:
        """Return how many answers could still be read in the file."""

    @property
    def other_answers(self) -> int:
        """Return how many answers come from the history or from a backup."""

    @property
    def backed_up_at(self) -> datetime | None:
        """Return when the backup was made that helps, None where there is none."""


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

    def entry(self, path: Path) -> ProfileEntry:
        """Return what a file says of itself, wherever it is; its trouble says what is wrong."""

    def open(self, path: Path) -> OpenedProfile:
        """Open a profile to work on it; one without an assessment gets an empty one."""

    def change(self, path: Path, edit: Edit) -> ProfileRecord:
        """Change a profile that is not open here, and return what it holds then."""

    def is_locked(self, path: Path) -> bool:
        """Return whether a passphrase is needed that was not given yet."""

    def unlock(self, path: Path, passphrase: str) -> None:
        """Open a profile with its passphrase, which is kept in memory from now on."""

    def recoverable(self, path: Path) -> Recoverable:
        """Return what can be got back of a damaged profile; nothing is changed."""

    def recover(self, path: Path) -> Recoverable:
        """Put what can be got back in the place of a damaged profile, which is kept aside."""

    def sitting(self, profile: OpenedProfile, assessment_id: str) -> Sitting:
        """Begin to answer an assessment of an open profile."""

    def add(self, record: ProfileRecord, like: Path | None = None) -> Path:
        """Write a new profile, with the passphrase of another if asked; return where it is."""

    def delete(self, path: Path) -> Path:
        """Move a profile into the trash and return where it lies there."""

    def take_back(self, trashed: Path) -> Path:
        """Move a profile out of the trash and return where it is then."""

    def trash_size(self) -> int:
        """Return how many profiles lie in the trash."""

    def trashed(self) -> list[TrashedProfile]:
        """Return what lies in the trash, the last deleted first."""

    def erase(self, trashed: Path) -> None:
        """Erase a profile of the trash for good, with its backups unless another needs them."""

    def tidy(self) -> None:
        """Erase what has been in the trash for longer than it is kept."""

    def knock(self, path: Path) -> None:
        """Ask whoever has a profile open to bring it forward."""

    def answer_knock(self, path: Path, show: Callable[[], None]) -> bool:
        """Call `show` when somebody knocked since the last time."""
