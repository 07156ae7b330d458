"""Backups, the data folder and the consultant's logo, as the window wants them."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from socialplanner.app.brand import keep_logo
from socialplanner.domain.state_changes import changes_between
from socialplanner.errors import UserError
from socialplanner.store.backups import Backup, read_backup
from socialplanner.store.library import Library
from socialplanner.store.library_backup import (
    LIBRARY_SUFFIX,
    LibraryBackup,
    back_up_library,
    restore_library,
)
from socialplanner.store.naming import file_name
from socialplanner.store.places import place_warning
from socialplanner.store.profile_file import SUFFIX, plain_stem
from socialplanner.store.trouble import StoreError, told
from socialplanner.store.whole_file import create_profile
from socialplanner.ui.ports.keeping import BackupLine, Change, LostProfile, Moved

if TYPE_CHECKING:
    from socialplanner.app.program import DesktopProgram


class Keeper:
    """Satisfies `ui.ports.Keeping`."""

    library_suffix = LIBRARY_SUFFIX

    def __init__(self, program: "DesktopProgram") -> None:
        """Work for a program."""
        self._program = program

    @property
    def _library(self) -> Library:
        return self._program.shelf.library

    # The data folder.

    def place_warning(self, folder: Path) -> str:
        """Return why a folder is no safe place for profiles, "" where it is one."""
        where = folder.absolute()
        warning = place_warning(where) or place_warning(where.resolve())
        return str(warning or "")

    def check_place(self, folder: Path) -> int:
        """Return how many profiles a folder holds; UserError where none could be kept there."""
        with told(folder):
            names = [each.name for each in folder.iterdir()]
        if not os.access(folder, os.W_OK):
            raise UserError(f"Nothing may be written in {folder}; choose another folder.")
        return sum(name.endswith(SUFFIX) and not name.startswith(".") for name in names)

    # Backups of one profile.

    def backups(self, path: Path) -> tuple[BackupLine, ...]:
        """Return the backups of a profile, the newest first."""
        kept = self._library.backups_of(path)
        return tuple(_line(each, kept.key) for each in kept.listed())

    def changes(self, path: Path, backup: Path) -> tuple[Change, ...] | None:
        """Return what a backup would change; None where the present state cannot be read."""
        then = read_backup(backup, self._library.backups_of(path).key)
        try:
            present = self._library.read(path)
        except StoreError:
            return None
        counts = changes_between(present, then).items()
        return tuple(
            Change(kind=kind, added=each.added, changed=each.changed, removed=each.removed)
            for kind, each in counts
            if each
        )

    def restore(self, path: Path, backup: Path) -> None:
        """Put a backup in the place of a profile, whose present state is kept first."""
        self._library.restore(path, backup)

    # Profiles whose file is gone.

    def lost(self) -> tuple[LostProfile, ...]:
        """Return the profiles that only their backups are left of."""
        found = list[LostProfile]()
        for backups, record in self._library.lost():
            newest = backups.newest_good()
            if newest is not None:
                found.append(
                    LostProfile(
                        id=record.id,
                        name=record.profile.name,
                        moment=newest[0].moment,
                        answered=0 if record.newest is None else len(record.newest.said()),
                    )
                )
        return tuple(found)

    def bring_back(self, lost: LostProfile) -> Path:
        """Make a lost profile anew from its newest backup and return where it is."""
        backups = self._library.backups(lost.id)
        newest = backups.newest_good()
        if newest is None:
            raise UserError(f"No backup of {lost.name} can be read any more; nothing was changed.")
        record = newest[1]
        name = file_name(record.profile.name, record.id, is_protected=backups.key is not None)
        path = self._library.folder / name
        create_profile(path, record, backups.key)
        return path

    # All profiles.

    def back_up_all(self, target: Path) -> Moved:
        """Write all profiles into one file."""
        return _moved(back_up_library(self._library, target, self._library.clock()))

    def put_back_all(self, source: Path, *, is_preview: bool) -> Moved:
        """Add the profiles of such a file that are not there; a preview writes nothing."""
        return _moved(restore_library(self._library, source, dry=is_preview))

    # The consultant's brand.

    def keep_logo(self, source: Path) -> Path:
        """Check a picture, keep its pixels with the settings and return where."""
        return keep_logo(source, self._program.settings.folder)


def _line(backup: Backup, key: str | None) -> BackupLine:
    try:
        record = read_backup(backup.path, key)
    except StoreError as error:
        return BackupLine(path=backup.path, moment=backup.moment, trouble=str(error))
    return BackupLine(
        path=backup.path,
        moment=backup.moment,
        name=record.profile.name,
        answered=0 if record.newest is None else len(record.newest.said()),
        plans=len(record.plans),
    )


def _moved(outcome: LibraryBackup) -> Moved:
    return Moved(
        done=tuple(map(_name, outcome.done)),
        skipped=tuple(map(_name, outcome.skipped)),
        refused=tuple(str(error) for _, error in outcome.refused),
    )


def _name(file: str) -> str:
    """Return the name that a file's name begins with; its id stands behind it."""
    name, _, record_id = plain_stem(Path(file)).rpartition("-")
    return name or record_id
