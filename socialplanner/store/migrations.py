"""How a profile file came to be what it is: numbered steps, the first of which makes it.

A change to what is saved is a function at the end, and an old file in tests/data. New files are
made by the same steps, so that old and new ones cannot differ.
"""

import sqlite3
from collections.abc import Callable
from functools import cache

from socialplanner.store.tables import ABOUT, RowWriter

Migration = Callable[[sqlite3.Connection], None]
"""One step, run within a transaction that also raises `user_version`."""

READABLE_SINCE = "readable_since"
"""Names the lowest schema version whose readers understand a file."""


def create_core(connection: sqlite3.Connection) -> None:
    """Make the tables of a profile, its assessments and its plans."""
    _run(connection, CORE)
    writer = RowWriter(connection)
    writer.put(ABOUT, {"name": READABLE_SINCE, "value": "1"})
    writer.seal()


def add_logbook(connection: sqlite3.Connection) -> None:
    """Add the tables of logged weeks and enquiries."""
    _run(connection, LOGBOOK)


def add_provenance(connection: sqlite3.Connection) -> None:
    """Add the tables of contacts before an enquiry, and of what figures were read from."""
    _run(connection, PROVENANCE)


def _run(connection: sqlite3.Connection, script: str) -> None:
    """Run statements one by one: `executescript` would end the transaction first."""
    for statement in script.split(";"):
        connection.execute(statement)


# Small rows lie in one tree by their key (WITHOUT ROWID), large ones in tables of the usual kind.
# No column is REAL or an INTEGER key: what lies on a page is then just what was written, and can
# be read back from a damaged file page by page (store/carving.py).
CORE = """
CREATE TABLE about (
    name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL, digest BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE seal (
    name TEXT PRIMARY KEY NOT NULL, rows INTEGER NOT NULL, digest BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE profile (
    id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, currency TEXT NOT NULL,
    language TEXT NOT NULL, prepared_by TEXT NOT NULL, prepared_for TEXT NOT NULL,
    website TEXT NOT NULL, tags TEXT NOT NULL, is_archived INTEGER NOT NULL,
    is_sample INTEGER NOT NULL, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    digest BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE brand (
    id TEXT PRIMARY KEY NOT NULL REFERENCES profile, colours TEXT NOT NULL, lines TEXT NOT NULL,
    logo BLOB, digest BLOB NOT NULL
) STRICT;
CREATE TABLE assessment (
    id TEXT PRIMARY KEY NOT NULL, place INTEGER NOT NULL, day TEXT NOT NULL,
    catalogue_version TEXT NOT NULL, created_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'complete')), earlier_id TEXT NOT NULL,
    position TEXT NOT NULL, choices TEXT NOT NULL, digest BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE answer (
    assessment_id TEXT NOT NULL REFERENCES assessment, question_id TEXT NOT NULL, value TEXT,
    note TEXT NOT NULL, is_carried INTEGER NOT NULL, is_marked INTEGER NOT NULL,
    changed_at TEXT NOT NULL, digest BLOB NOT NULL, PRIMARY KEY (assessment_id, question_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE change (
    assessment_id TEXT NOT NULL REFERENCES assessment, place INTEGER NOT NULL,
    question_id TEXT NOT NULL, old TEXT, new TEXT, changed_at TEXT NOT NULL,
    digest BLOB NOT NULL, PRIMARY KEY (assessment_id, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE plan (
    id TEXT PRIMARY KEY NOT NULL, place INTEGER NOT NULL, assessment_id TEXT NOT NULL,
    issued_at TEXT NOT NULL, day TEXT NOT NULL, catalogue_version TEXT NOT NULL,
    inputs TEXT NOT NULL, hours TEXT NOT NULL, paper TEXT NOT NULL, pdf_digest TEXT NOT NULL,
    digest BLOB NOT NULL
) STRICT;
CREATE TABLE setting (
    name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL, digest BLOB NOT NULL
) STRICT, WITHOUT ROWID
"""

LOGBOOK = """
CREATE TABLE week (
    monday TEXT PRIMARY KEY NOT NULL, hours TEXT NOT NULL, outcomes TEXT NOT NULL, money TEXT,
    is_odd INTEGER NOT NULL, note TEXT NOT NULL, changed_at TEXT NOT NULL, digest BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE enquiry (
    id TEXT PRIMARY KEY NOT NULL, place INTEGER NOT NULL, day TEXT NOT NULL, words TEXT NOT NULL,
    activity_id TEXT NOT NULL, trace TEXT NOT NULL, note TEXT NOT NULL, changed_at TEXT NOT NULL,
    digest BLOB NOT NULL
) STRICT, WITHOUT ROWID
"""

PROVENANCE = """
CREATE TABLE way (
    enquiry_id TEXT PRIMARY KEY NOT NULL, contacts TEXT NOT NULL, digest BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE origin (
    monday TEXT PRIMARY KEY NOT NULL, origins TEXT NOT NULL, digest BLOB NOT NULL
) STRICT, WITHOUT ROWID
"""

MIGRATIONS: tuple[Migration, ...] = (create_core, add_logbook, add_provenance)
"""Every step, in order; a file's `user_version` is how many of them it has seen."""

SCHEMA_VERSION = len(MIGRATIONS)
"""What this version of the program writes."""


def apply_migration(connection: sqlite3.Connection, number: int) -> None:
    """Run one step, counted from 1, and note it in the file, within the transaction begun."""
    MIGRATIONS[number - 1](connection)
    connection.execute(f"PRAGMA user_version = {number:d}")


@cache
def schema_at(version: int) -> frozenset[tuple[str, ...]]:
    """Return the schema of a file that has seen so many steps, as `schema_of` reads it."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for number in range(1, version + 1):
            apply_migration(connection, number)
        return schema_of(connection)
    finally:
        connection.close()


def schema_of(connection: sqlite3.Connection) -> frozenset[tuple[str, ...]]:
    """Return every table, index, trigger and view of a file with its definition."""
    found = connection.execute("SELECT type, name, ifnull(sql, '') FROM sqlite_schema")
    return frozenset(found.fetchall())
