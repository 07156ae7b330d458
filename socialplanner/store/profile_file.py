"""One profile on disk: opened, checked, brought up to date, read and saved."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from socialplanner.domain.record import ProfileRecord
from socialplanner.messages import visible
from socialplanner.store import database, integrity
from socialplanner.store.driver import sqlite_errors
from socialplanner.store.locking import ProfileLock
from socialplanner.store.reading import read_record
from socialplanner.store.trouble import (
    ProtectedError,
    StoreError,
    damaged,
    told,
)
from socialplanner.store.versions import is_newer, migrate, refuse_newer, refuse_unreadable
from socialplanner.store.writing import write_record

SUFFIX = ".socialplan"
PROTECTED_SUFFIX = f".protected{SUFFIX}"
"""Ends the name of a profile with a passphrase: from outside it looks like noise."""

Clock = Callable[[], datetime]
"""Says what time it is, in UTC."""


def is_protected(path: Path) -> bool:
    """Return whether a file's name says that it has a passphrase."""
    return path.name.endswith(PROTECTED_SUFFIX)


def plain_stem(path: Path) -> str:
    """Return the name of a file without what says that it is a profile."""
    return path.name.removesuffix(PROTECTED_SUFFIX).removesuffix(SUFFIX)


def now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


class ProfileFile:
    """A profile file that is open; `record` is what it holds, and `save` makes it hold another.

    Only one process may have it open for writing. Each save is one transaction: it is on the
    disk when the call returns, or StoreError is raised and the file holds what it held before.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, lock: ProfileLock | None
    ) -> None:
        """Take over a checked connection; use `open_profile` or `read_profile`."""
        self.path = path
        self.connection = connection
        self._lock = lock
        with told(path):
            try:
                self.record = read_record(connection)
            except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
                raise damaged(path) from error

    @property
    def is_read_only(self) -> bool:
        """Return whether nothing can be saved."""
        return self._lock is None

    def save(self, record: ProfileRecord) -> None:
        """Make the file hold this record; what did not change is not written again."""
        if self.is_read_only:
            raise StoreError(f"{visible(str(self.path))} is open to read only; nothing was saved.")
        if record is self.record:
            return
        with told(self.path):
            write_record(self.connection, self.record, record)
        self.record = record

    def close(self) -> None:
        """Close the file and let others write; closing twice is no error."""
        if self._lock is None:
            self.connection.close()
            return
        with suppress(*sqlite_errors()):
            database.disconnect(self.connection)
        self._lock.release()

    def __enter__(self) -> Self:
        """Return the open file."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file, whatever happened."""
        self.close()


def open_profile(
    path: Path,
    *,
    before_migration: Callable[[sqlite3.Connection], object],
    key: str | None = None,
) -> ProfileFile:
    """Return a profile file open for writing, checked and of this version's schema.

    Raises NewerFileError, DamagedError, ProtectedError or InUseError, and leaves the file as it
    was. An older file is handed to `before_migration`, which keeps a copy, and then brought up to
    date.
    """
    lock = ProfileLock(path)
    _look_at(path, key)
    if key is not None and database.has_journal(path):
        _finish_interrupted(path, key)  # SQLCipher reads nothing before that is done
    refuse_newer(path, key)
    lock.acquire()
    try:
        connection = database.connect(path, key=key)
        try:
            integrity.check(connection, path)
            migrate(connection, path, before_migration)
            return ProfileFile(path, connection, lock)
        except BaseException:
            database.disconnect(connection)
            raise
    except BaseException:
        lock.release()
        raise


def read_profile(path: Path, *, key: str | None = None) -> ProfileFile:
    """Return a profile file open to read only; it needs no lock and leaves no trace.

    A newer file can be read where it says that this version understands it. Where a write was cut
    off by a crash and nobody is at work, the file is first set back to the state before it.
    """
    _look_at(path, key)
    if database.has_journal(path) and (key is not None or not is_newer(path, key)):
        _finish_interrupted(path, key)
    connection = database.connect(path, read_only=True, key=key)
    try:
        with told(path), database.reading(connection):
            refuse_unreadable(connection, path)
            integrity.check(connection, path)
            return ProfileFile(path, connection, None)
    except BaseException:
        connection.close()
        raise


def _look_at(path: Path, key: str | None) -> None:
    """Raise StoreError for what is no profile, before SQLite sees it, or one without its key."""
    if key is None and not is_protected(path):
        database.peek(path)
    elif key is None:
        raise ProtectedError(
            f"{visible(str(path))} has a passphrase, which is needed to open it. Nothing was done."
        )


def _finish_interrupted(path: Path, key: str | None) -> None:
    """Let SQLite take back what a crash cut off; to read only, it could not."""
    lock = ProfileLock(path)
    try:
        lock.acquire()
    except StoreError:
        return  # somebody is writing just now, or nothing can be written here
    try:
        database.roll_back(path, key)
    finally:
        lock.release()
