"""Backups of one profile: made from the open file, checked, thinned, and put back in its place."""

import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from socialplanner.domain.record import ProfileRecord
from socialplanner.store import database
from socialplanner.store.profile_file import SUFFIX, read_profile
from socialplanner.store.thinning import kept
from socialplanner.store.trouble import StoreError, told
from socialplanner.store.whole_file import temporary_beside

STAMP = "%Y-%m-%dT%H-%M-%S.%fZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A whole copy of a profile file, and the moment of its making."""

    path: Path
    moment: datetime


class Backups:
    """The backups of one profile, in a folder of its own."""

    def __init__(self, folder: Path, key: str | None = None) -> None:
        """Name the folder, made with the first backup, and the key of a protected profile."""
        self.folder = folder
        self.key = key

    def listed(self) -> tuple[Backup, ...]:
        """Return all backups, the newest first."""
        found = (
            Backup(path=path, moment=moment)
            for path in self.folder.glob(f"*{SUFFIX}")
            if (moment := moment_of_stamp(path.stem)) is not None
        )
        return tuple(sorted(found, key=lambda backup: backup.moment, reverse=True))

    def make(self, connection: sqlite3.Connection, moment: datetime) -> Backup:
        """Copy what an open file holds, check the copy, and only then give it its name.

        Nothing is copied where the newest backup holds the very same: it is returned instead. A
        backup never replaces another: each is dated after the one before, whatever the clock says.
        Raises StoreError and leaves nothing half made.
        """
        newest = next(iter(self.listed()), None)
        with told(self.folder):
            digest = database.content_digest(connection)
        if newest and self._holds(newest.path, digest):
            return newest
        if newest and newest.moment >= moment:
            moment = newest.moment + timedelta(microseconds=1)  # the clock was set back
        path = self.folder / f"{stamp(moment)}{SUFFIX}"
        with told(path):
            database.make_private_folder(self.folder)
            copy_database(connection, path, self.key)
        return Backup(path=path, moment=moment)

    def thin(self, now: datetime) -> None:
        """Remove the backups that the schedule no longer keeps."""
        backups = self.listed()
        keep = kept([backup.moment for backup in backups], now)
        for backup in backups:
            if backup.moment not in keep:
                with told(backup.path):
                    backup.path.unlink(missing_ok=True)

    def _holds(self, path: Path, digest: bytes) -> bool:
        """Return whether a backup is sound and has this content."""
        try:
            with told(path), closing(read_profile(path, key=self.key)) as file:
                return database.content_digest(file.connection) == digest
        except StoreError:
            return False

    def newest_good(self) -> tuple[Backup, ProfileRecord] | None:
        """Return the newest backup that is whole, with what it holds; None where there is none."""
        for backup in self.listed():
            with suppress(StoreError):
                return backup, read_backup(backup.path, self.key)
        return None


def read_backup(path: Path, key: str | None = None) -> ProfileRecord:
    """Return what a backup holds; StoreError where it is damaged or newer than this program."""
    with closing(read_profile(path, key=key)) as file:
        return file.record


def copy_database(connection: sqlite3.Connection, path: Path, key: str | None) -> None:
    """Write what an open file holds to a new file, which is checked before it gets its name."""
    with temporary_beside(path) as temporary:
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_RDWR, database.PRIVATE_FILE))
        with closing(database.connect(temporary, key=key)) as copy:
            connection.backup(copy)
            database.check(copy, path)
            if database.content_digest(copy) != database.content_digest(connection):
                raise StoreError(f"The copy {path} differs from its original; nothing was kept.")
            copy.execute("PRAGMA journal_mode = DELETE")
        temporary.replace(path)
        database.sync_folder(path.parent)


def stamp(moment: datetime) -> str:
    """Return a moment as part of a file's name; names sort as the moments do."""
    return moment.astimezone(UTC).strftime(STAMP)


def moment_of_stamp(text: str) -> datetime | None:
    """Return the moment in a file's name, or None where there is none."""
    try:
        return datetime.strptime(text, STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
