"""What keeps a person's work safe, as the settings ask for it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupLine:
    """One backup of a profile: when it was made, and what it holds or why it cannot be read."""

    path: Path
    moment: datetime
    name: str = ""
    answered: int = 0
    plans: int = 0
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How many parts of one kind ("answers", "plans", …) a backup would add, change, take away."""

    kind: str
    added: int
    changed: int
    removed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LostProfile:
    """A profile of which there are backups and no file."""

    id: str
    name: str
    moment: datetime
    answered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What a backup of all profiles holds, or what putting one back did or would do, by name.

    `refused` has a sentence for each file that could not be taken.
    """

    done: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


class Keeping(Protocol):
    """Backups, the data folder and the consultant's logo. Everything may raise UserError.

    All but `place_warning` and `library_suffix` may take long: they are called from tasks.
    """

    @property
    def library_suffix(self) -> str:
        """Return how the name of a backup of all profiles ends."""

    def place_warning(self, folder: Path) -> str:
        """Return why a folder is no safe place for profiles, "" where it is one."""

    def check_place(self, folder: Path) -> int:
        """Return how many profiles a folder holds; UserError where none could be kept there."""

    def backups(self, path: Path) -> tuple[BackupLine, ...]:
        """Return the backups of a profile, the newest first."""

    def changes(self, path: Path, backup: Path) -> tuple[Change, ...] | None:
        """Return what a backup would change; None where the present state cannot be read."""

    def restore(self, path: Path, backup: Path) -> None:
        """Put a backup in the place of a profile, whose present state is kept first."""

    def lost(self) -> tuple[LostProfile, ...]:
        """Return the profiles that only their backups are left of."""

    def bring_back(self, lost: LostProfile) -> Path:
        """Make a lost profile anew from its newest backup and return where it is."""

    def back_up_all(self, target: Path) -> Moved:
        """Write all profiles into one file."""

    def put_back_all(self, source: Path, *, is_preview: bool) -> Moved:
        """Add the profiles of such a file that are not there; a preview writes nothing."""

    def keep_logo(self, source: Path) -> Path:
        """Check a picture, keep its pixels with the settings and return where."""
