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
from socialplanner.store import database
from socialplanner.store.differences import differences
from socialplanner.store.locking import ProfileLock
from socialplanner.store.migrations import READABLE_SINCE, SCHEMA_VERSION, apply_migration
from socialplanner.store.reading import read_record
from socialplanner.store.tables import RowWriter
from socialplanner.store.trouble import (
    DamagedError,
    NewerFileError,
    StoreError,
    damage_sentence,
    told,
)

SUFFIX = ".socialplan"

Clock = Callable[[], datetime]
"""Says what time it is, in UTC."""


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
            except (ValueError, KeyError, TypeError) as error:
                raise DamagedError(damage_sentence(path)) from error

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
        with suppress(sqlite3.ProgrammingError):
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
    path: Path, *, before_migration: Callable[[sqlite3.Connection], object]
) -> ProfileFile:
    """Return a profile file open for writing, checked and of this version's schema.

    Raises NewerFileError, DamagedError or InUseError, and leaves the file as it was. An older
    file is handed to `before_migration`, which keeps a copy, and then brought up to date.
    """
    lock = ProfileLock(path)
    _refuse_newer(path)
    lock.acquire()
    try:
        connection = database.connect(path)
        try:
            database.check(connection, path)
            _migrate(connection, path, before_migration)
            return ProfileFile(path, connection, lock)
        except BaseException:
            database.disconnect(connection)
            raise
    except BaseException:
        lock.release()
        raise


def read_profile(path: Path) -> ProfileFile:
    """Return a profile file open to read only; it needs no lock and leaves no trace.

    A newer file can be read where it says that this version understands it. Where a write was cut
    off by a crash and nobody is at work, the file is first set back to the state before it.
    """
    _finish_interrupted(path)
    connection = database.connect(path, read_only=True)
    try:
        _refuse_unreadable(connection, path)
        database.check(connection, path)
        return ProfileFile(path, connection, None)
    except BaseException:
        connection.close()
        raise


def write_record(
    connection: sqlite3.Connection, old: ProfileRecord | None, new: ProfileRecord
) -> None:
    """Write in one transaction what differs between what a file holds and what it shall hold."""
    with database.transaction(connection):
        connection.execute("PRAGMA defer_foreign_keys = ON")
        writer = RowWriter(connection)
        for difference in differences(old, new):
            if difference.row is None:
                writer.remove(difference.table, difference.key)
            else:
                writer.put(difference.table, difference.row)
        writer.seal()


def _migrate(
    connection: sqlite3.Connection,
    path: Path,
    before: Callable[[sqlite3.Connection], object],
) -> None:
    """Bring an older file up to date, step by step, after a copy of it was kept."""
    with told(path):
        version = database.schema_version(connection)
        if version < SCHEMA_VERSION:
            before(connection)
        for number in range(version + 1, SCHEMA_VERSION + 1):
            with database.transaction(connection):
                apply_migration(connection, number)
                database.check(connection, path)


def _finish_interrupted(path: Path) -> None:
    """Let SQLite take back what a crash cut off; to read only, it could not."""
    if database.peek(path).schema_version > SCHEMA_VERSION or not database.has_journal(path):
        return
    lock = ProfileLock(path)
    try:
        lock.acquire()
    except StoreError:
        return  # somebody is writing just now, or nothing can be written here
    try:
        database.roll_back(path)
    finally:
        lock.release()


def _refuse_unreadable(connection: sqlite3.Connection, path: Path) -> None:
    """Raise NewerFileError for a newer file that this version does not understand."""
    with told(path):
        version = database.schema_version(connection)
    if version > SCHEMA_VERSION and not _is_readable(connection):
        raise _newer(path, can_be_read=False)


def _refuse_newer(path: Path) -> None:
    """Raise NewerFileError for a file of a newer schema, which is then left untouched."""
    if database.peek(path).schema_version > SCHEMA_VERSION:
        connection = database.connect(path, read_only=True)
        try:
            can_be_read = _is_readable(connection)
        finally:
            connection.close()
        raise _newer(path, can_be_read=can_be_read)


def _is_readable(connection: sqlite3.Connection) -> bool:
    """Return whether a newer file says that readers of this version understand it."""
    statement = "SELECT value FROM about WHERE name = ?"
    try:
        found = connection.execute(statement, (READABLE_SINCE,)).fetchone()
        return found is not None and int(found[0]) <= SCHEMA_VERSION
    except (sqlite3.Error, ValueError):
        return False


def _newer(path: Path, *, can_be_read: bool) -> NewerFileError:
    name = visible(str(path))
    remedy = (
        "It can be read here but not changed; to work on it, install the newer version."
        if can_be_read
        else "Install the newer version to open it."
    )
    return NewerFileError(
        f"{name} was made by a newer version of this program and was left as it is. {remedy}",
        can_be_read=can_be_read,
    )
