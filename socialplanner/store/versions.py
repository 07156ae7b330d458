"""Files of other versions: older ones are brought up to date, newer ones are left alone."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from socialplanner.messages import visible
from socialplanner.store import database, integrity
from socialplanner.store.driver import sqlite_errors
from socialplanner.store.migrations import (
    READABLE_SINCE,
    SCHEMA_VERSION,
    apply_migration,
    schema_at,
    schema_of,
)
from socialplanner.store.trouble import NewerFileError, damaged, told


def migrate(
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
                integrity.check(connection, path)


def is_newer(path: Path, key: str | None) -> bool:
    """Return whether a file has seen more migrations than this version of the program knows."""
    if key is None:
        return database.peek(path).schema_version > SCHEMA_VERSION
    with told(path), closing(database.connect(path, read_only=True, key=key)) as connection:
        return database.schema_version(connection) > SCHEMA_VERSION


def refuse_newer(path: Path, key: str | None) -> None:
    """Raise NewerFileError for a file of a newer schema, which is then left untouched."""
    if is_newer(path, key):
        with told(path), closing(database.connect(path, read_only=True, key=key)) as connection:
            if schema_of(connection) == schema_at(SCHEMA_VERSION):
                raise damaged(path)  # only the number is newer
            can_be_read = _is_readable(connection)
        raise _newer(path, can_be_read=can_be_read)


def refuse_unreadable(connection: sqlite3.Connection, path: Path) -> None:
    """Raise NewerFileError for a newer file that this version does not understand."""
    with told(path):
        version = database.schema_version(connection)
        if version > SCHEMA_VERSION and schema_of(connection) == schema_at(SCHEMA_VERSION):
            raise damaged(path)  # only the number is newer
    if version > SCHEMA_VERSION and not _is_readable(connection):
        raise _newer(path, can_be_read=False)


def _is_readable(connection: sqlite3.Connection) -> bool:
    """Return whether a newer file says that readers of this version understand it."""
    statement = "SELECT value FROM about WHERE name = ?"
    try:
        found = connection.execute(statement, (READABLE_SINCE,)).fetchone()
        return found is not None and int(found[0]) <= SCHEMA_VERSION
    except sqlite_errors(ValueError):
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
