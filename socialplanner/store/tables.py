"""The tables of a profile file, and the one door through which their rows are written.

Every row carries a digest of what it says, every table a seal over all of its rows: SQLite's own
check sees one flipped bit in six, with both nearly none goes unseen (docs/reliability.md).
"""

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Value = str | int | bytes | None
"""What one column of one row holds."""

Row = Mapping[str, Value]
"""One row by column, without its digest."""

Key = tuple[Value, ...]
"""The values of a row's key columns."""

DIGEST_BYTES = 16
SEALS = "SELECT name, rows, digest FROM seal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its name and its columns, the first `key_length` of which are its key."""

    name: str
    columns: tuple[str, ...]
    key_length: int = 1

    @property
    def key_columns(self) -> tuple[str, ...]:
        """Return the columns that name a row."""
        return self.columns[: self.key_length]

    def key(self, row: Row) -> Key:
        """Return the key of a row."""
        return tuple(row[column] for column in self.key_columns)


ABOUT = Table(name="about", columns=("name", "value"))
PROFILE = Table(
    name="profile",
    columns=(
        "id",
        "name",
        "currency",
        "language",
        "prepared_by",
        "prepared_for",
        "website",
        "tags",
        "is_archived",
        "is_sample",
        "created_at",
        "changed_at",
    ),
)
BRAND = Table(name="brand", columns=("id", "colours", "lines", "logo"))
ASSESSMENT = Table(
    name="assessment",
    columns=(
        "id",
        "place",
        "day",
        "catalogue_version",
        "created_at",
        "state",
        "earlier_id",
        "position",
        "choices",
    ),
)
ANSWER = Table(
    name="answer",
    columns=(
        "assessment_id",
        "question_id",
        "value",
        "note",
        "is_carried",
        "is_marked",
        "changed_at",
    ),
    key_length=2,
)
CHANGE = Table(
    name="change",
    columns=("assessment_id", "place", "question_id", "old", "new", "changed_at"),
    key_length=2,
)
PLAN = Table(
    name="plan",
    columns=(
        "id",
        "place",
        "assessment_id",
        "issued_at",
        "day",
        "catalogue_version",
        "inputs",
        "hours",
        "paper",
        "pdf_digest",
    ),
)
SETTING = Table(name="setting", columns=("name", "value"))
WEEK = Table(
    name="week",
    columns=("monday", "hours", "outcomes", "money", "is_odd", "note", "changed_at"),
)
ENQUIRY = Table(
    name="enquiry",
    columns=("id", "place", "day", "words", "activity_id", "trace", "note", "changed_at"),
)
WAY = Table(name="way", columns=("enquiry_id", "contacts"))
ORIGIN = Table(name="origin", columns=("monday", "origins"))

TABLES = (
    ABOUT,
    PROFILE,
    BRAND,
    ASSESSMENT,
    ANSWER,
    CHANGE,
    PLAN,
    SETTING,
    WEEK,
    ENQUIRY,
    WAY,
    ORIGIN,
)
"""All tables of a profile file; each comes after those it refers to."""


def row_digest(table: Table, values: tuple[Value, ...]) -> bytes:
    """Return the digest of a row: of its table, and of each value with its type and length."""
    parts = [table.name.encode()]
    for value in values:  # no call for each: a long log has thousands of rows of eight values
        if isinstance(value, str):
            kind, data = b"t", value.encode()
        elif value is None:
            kind, data = b"n", b""
        elif isinstance(value, bytes):
            kind, data = b"b", value
        else:
            kind, data = b"i", b"%d" % value
        parts += (kind, b"%d:" % len(data), data)
    return hashlib.blake2b(b"".join(parts), digest_size=DIGEST_BYTES).digest()


class RowWriter:
    """Write rows within a transaction, and the seals of their tables at its end."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Begin with the seals as they are."""
        self._connection = connection
        rows = connection.execute(SEALS).fetchall()
        self._seals = {name: (count, int.from_bytes(digest)) for name, count, digest in rows}

    def put(self, table: Table, row: Row) -> None:
        """Write a row, in the place of the one with the same key."""
        values = tuple(row[column] for column in table.columns)
        digest = row_digest(table, values)
        self.remove(table, table.key(row))
        marks = ", ".join("?" * (len(values) + 1))
        self._connection.execute(
            f"INSERT INTO {table.name} VALUES ({marks})",  # noqa: S608 - our own names
            (*values, digest),
        )
        self._count(table, 1, digest)

    def remove(self, table: Table, key: Key) -> None:
        """Take a row away; none of that key is no error."""
        if self._forget(table, key):
            statement = f"DELETE FROM {table.name} WHERE {_where(table)}"  # noqa: S608 - own names
            self._connection.execute(statement, key)

    def seal(self) -> None:
        """Write the seals; the last thing before the transaction ends."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO seal VALUES (?, ?, ?)",
            [
                (name, count, digest.to_bytes(DIGEST_BYTES))
                for name, (count, digest) in self._seals.items()
            ],
        )

    def _forget(self, table: Table, key: Key) -> bool:
        """Take the row of that key, if there is one, out of the seal of its table."""
        statement = f"SELECT digest FROM {table.name} WHERE {_where(table)}"  # noqa: S608 - own names
        found = self._connection.execute(statement, key).fetchone()
        if found is None:
            return False
        self._count(table, -1, found[0])
        return True

    def _count(self, table: Table, step: int, digest: bytes) -> None:
        count, sealed = self._seals.get(table.name, (0, 0))
        self._seals[table.name] = (count + step, sealed ^ int.from_bytes(digest))


def _where(table: Table) -> str:
    return " AND ".join(f"{column} = ?" for column in table.key_columns)


def rows_of(connection: sqlite3.Connection, table: Table) -> Iterator[dict[str, Value]]:
    """Yield the rows of a table in the order of their keys, without their digests.

    They are sorted here and not by SQLite, which would trust an index to do so.
    """
    statement = f"SELECT {', '.join(table.columns)} FROM {table.name}"  # noqa: S608 - own names
    found = connection.execute(statement).fetchall()
    for values in sorted(found, key=lambda row: row[: table.key_length]):
        yield dict(zip(table.columns, values, strict=True))


def broken_tables(connection: sqlite3.Connection) -> list[str]:
    """Return the names of the tables whose rows are not those that were written."""
    seals = {name: (count, digest) for name, count, digest in connection.execute(SEALS).fetchall()}
    return [
        table.name
        for table in present_tables(connection)
        if _seal(connection, table) != seals.get(table.name, (0, bytes(DIGEST_BYTES)))
    ]


def present_tables(connection: sqlite3.Connection) -> tuple[Table, ...]:
    """Return the tables that this file has; an older one lacks some."""
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    names = {name for (name,) in found}
    return tuple(table for table in TABLES if table.name in names)


def _seal(connection: sqlite3.Connection, table: Table) -> tuple[int, bytes] | None:
    """Return count and digest of all rows, or None where a row's own digest does not fit."""
    count, sealed = 0, 0
    columns = ", ".join(table.columns)
    statement = f"SELECT {columns}, digest FROM {table.name}"  # noqa: S608 - our own names
    # All at once: a half-read answer would keep the file open as long as somebody holds the error.
    for *values, digest in connection.execute(statement).fetchall():
        if row_digest(table, tuple(values)) != digest:
            return None
        count, sealed = count + 1, sealed ^ int.from_bytes(digest)
    return count, sealed.to_bytes(DIGEST_BYTES)
