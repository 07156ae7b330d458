"""Tell whether a file holds exactly what was written into it."""

import sqlite3
from pathlib import Path

from socialplanner.store.database import schema_version
from socialplanner.store.driver import sqlite_errors
from socialplanner.store.migrations import SCHEMA_VERSION, schema_at, schema_of
from socialplanner.store.tables import broken_tables
from socialplanner.store.trouble import damaged, told


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Raise DamagedError unless the file holds exactly what was written into it."""
    with told(path):
        try:
            broken = not _is_sound(connection)
        except sqlite_errors(OverflowError, ValueError) as error:
            if _is_passing(error):
                raise
            raise damaged(path) from error
    if broken:
        raise damaged(path)


def _is_sound(connection: sqlite3.Connection) -> bool:
    """Return whether structure, schema and rows are those that were written."""
    version = schema_version(connection)
    return (
        connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        and (version > SCHEMA_VERSION or schema_of(connection) == schema_at(version))
        and not broken_tables(connection)
    )


def _is_passing(error: Exception) -> bool:
    """Return whether an error tells of the moment, not of what lies in the file."""
    passing = (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_READONLY,
    )
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in passing


def content_digest(connection: sqlite3.Connection) -> bytes:
    """Return what is alike in two files that hold the same rows, and in no others."""
    seals = connection.execute("SELECT name, rows, digest FROM seal ORDER BY name")
    return repr([row for row in seals if row[1]]).encode()
