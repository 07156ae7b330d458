"""Backups of one profile: made from the open file, checked, thinned, and put back in its place."""

import os
import re
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from socialplanner.domain.record import ProfileRecord
from socialplanner.store import database, integrity
from socialplanner.store.profile_file import SUFFIX, read_profile
from socialplanner.store.thinning import KEEP_ALL, kept
from socialplanner.store.trouble import StoreError, told
from socialplanner.store.versions import refuse_newer
from socialplanner.store.whole_file import temporary_beside

STAMP = "%Y-%m-%dT%H-%M-%S.%fZ"
NAME = re.compile(rf"(?P<stamp>[0-9T.-]+Z)-(?P<number>\d{{6}}){re.escape(SUFFIX)}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A whole copy of a profile file, the moment of its making, and its place in the order."""

    path: Path
    moment: datetime
    number: int


class Backups:
    """The backups of one profile, in a folder of its own."""

    def __init__(self, folder: Path, key: str | None = None) -> None:
        """Name the folder, made with the first backup, and the key of a protected profile."""
        self.folder = folder
        self.key = key

    def listed(self) -> tuple[Backup, ...]:
        """Return all backups, the last made first, whatever the clock said then."""
        with told(self.folder):
            try:
                paths = list(self.folder.iterdir())
            except FileNotFoundError:
                return ()
        found = (backup for path in paths if (backup := _backup(path)) is not None)
        return tuple(sorted(found, key=lambda backup: backup.number, reverse=True))

    def make(self, connection: sqlite3.Connection, moment: datetime) -> Backup:
        """Copy what an open file holds, check the copy, and only then give it its name.

        Nothing is copied where the newest backup holds the very same: it is returned instead. A
        backup never replaces another: they are numbered, since clocks can be set back. Raises
        StoreError and leaves nothing half made.
        """
        newest = next(iter(self.listed()), None)
        with told(self.folder):
            digest = integrity.content_digest(connection)
        if newest and self._holds(newest.path, digest):
            return newest
        number = newest.number + 1 if newest else 1
        path = self.folder / f"{stamp(moment)}-{number:06}{SUFFIX}"
        with told(path):
            database.make_private_folder(self.folder)
            copy_database(connection, path, self.key)
        return Backup(path=path, moment=moment, number=number)

    def thin(self, now: datetime) -> None:
        """Remove the backups that the schedule no longer keeps.

        Before any goes, those that are to stay in its place are read; one that is damaged counts
        as none, and is not removed either.
        """
        backups = self.listed()
        keep = kept([backup.moment for backup in backups], now)
        if all(backup.moment in keep for backup in backups):
            return
        older = [backup for backup in backups if now - backup.moment > KEEP_ALL]
        damaged = {backup for backup in older if not self._is_sound(backup.path)}
        keep = kept([backup.moment for backup in backups if backup not in damaged], now)
        for backup in set(backups[1:]) - damaged:
            if backup.moment not in keep:
                with told(backup.path):
                    backup.path.unlink(missing_ok=True)

    def newest_good(self) -> tuple[Backup, ProfileRecord] | None:
        """Return the newest backup that is whole, with what it holds; None where there is none."""
        for backup in self.listed():
            with suppress(StoreError):
                return backup, read_backup(backup.path, self.key)
        return None

    def _holds(self, path: Path, digest: bytes) -> bool:
        """Return whether a backup is sound and has this content."""
        try:
            with told(path), closing(read_profile(path, key=self.key)) as file:
                return integrity.content_digest(file.connection) == digest
        except StoreError:
            return False

    def _is_sound(self, path: Path) -> bool:
        try:
            read_backup(path, self.key)
        except StoreError:
            return False
        return True


def read_backup(path: Path, key: str | None = None) -> ProfileRecord:
    """Return what a backup holds; StoreError where it is damaged or newer than this program."""
    with closing(read_profile(path, key=key)) as file:
        refuse_newer(path, key)
        return file.record


def copy_database(connection: sqlite3.Connection, path: Path, key: str | None) -> None:
    """Write what an open file holds to a new file, which is checked before it gets its name."""
    with temporary_beside(path) as temporary:
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_RDWR, database.PRIVATE_FILE))
        with closing(database.connect(temporary, key=key)) as copy:
            with database.reading(connection):
                connection.backup(copy)
                digest = integrity.content_digest(connection)
            integrity.check(copy, path)
            if integrity.content_digest(copy) != digest:
                raise StoreError(f"The copy {path} differs from its original; nothing was kept.")
            copy.execute("PRAGMA journal_mode = DELETE")
        temporary.replace(path)
        database.sync_folder(path.parent)


def stamp(moment: datetime) -> str:
    """Return a moment as part of a file's name."""
    return moment.astimezone(UTC).strftime(STAMP)


def moment_of_stamp(text: str) -> datetime | None:
    """Return the moment in a file's name, or None where there is none."""
    try:
        return datetime.strptime(text, STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def _backup(path: Path) -> Backup | None:
    """Return the backup that a file's name tells of, or None for another file."""
    match = NAME.fullmatch(path.name)
    moment = moment_of_stamp(match["stamp"]) if match else None
    if match is None or moment is None:
        return None
    return Backup(path=path, moment=moment, number=int(match["number"]))
