"""A small database to harm: each entry stands in one table and counts in another."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

TEXT = "x" * 700


def new_ledger(folder: Path, entries: int = 0) -> Path:
    """Return a new ledger with some entries, made with nobody watching."""
    path = folder / "ledger.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "PRAGMA synchronous = OFF;"
            "CREATE TABLE entry (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;"
            "CREATE TABLE total (count INTEGER NOT NULL) STRICT;"
            "INSERT INTO total VALUES (0);"
        )
    with opened(path, synchronous="OFF") as connection:
        for _ in range(entries):
            add_entry(connection)
    return path


@contextmanager
def opened(
    path: Path, *, journal: str = "TRUNCATE", synchronous: str = "EXTRA"
) -> Iterator[sqlite3.Connection]:
    """Open a ledger as the program opens its profiles, or less carefully."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA synchronous = {synchronous}")
        connection.execute(f"PRAGMA journal_mode = {journal}")
        yield connection


def add_entry(connection: sqlite3.Connection) -> None:
    """Add one entry in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("INSERT INTO entry (text) VALUES (?)", (TEXT,))
        connection.execute("UPDATE total SET count = count + 1")
        connection.execute("COMMIT")
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def rewrite_entries(connection: sqlite3.Connection) -> None:
    """Touch every page in one transaction."""
    connection.execute("UPDATE entry SET text = text || 'y'")


def count(path: Path) -> int | None:
    """Return the number of entries; None where the ledger is torn or corrupt."""
    try:
        with opened(path, synchronous="OFF") as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            total: int = connection.execute("SELECT count FROM total").fetchone()[0]
            entries: int = connection.execute("SELECT count(*) FROM entry").fetchone()[0]
    except sqlite3.DatabaseError:
        return None
    return total if sound and total == entries else None
