"""Open the SQLite database of one profile, and change it in whole transactions only."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from socialplanner.messages import visible
from socialplanner.store.carving import CarvedRow, carve
from socialplanner.store.driver import open_address, sqlite_errors
from socialplanner.store.migrations import (
    SCHEMA_VERSION,
    apply_migration,
    schema_of,
)
from socialplanner.store.trouble import (
    FileFaultError,
    ProtectedError,
    StoreError,
    damaged,
    told,
)

APPLICATION_ID = 0x53504C4E
"""Marks a SQLite file as a profile of this program ("SPLN")."""

MAGIC = b"SQLite format 3\0"
HEADER_BYTES = 100
PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
BUSY_SECONDS = 5.0

JOURNAL = "-journal"
SIDE_FILES = (JOURNAL, "-wal", "-shm")
"""What SQLite may leave beside a database; a stale one would be played into a restored file."""

READ_TEXT = partial(str, encoding="utf-8", errors="surrogateescape")
"""Reads damaged text too: the digests judge it, and an error within SQLite's own reading of a row
would leave the file open for ever."""

PRAGMAS = (
    "PRAGMA journal_mode = TRUNCATE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA fullfsync = ON",  # macOS alone knows the difference
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA trusted_schema = OFF",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the first bytes of a file say, read without SQLite and so without any effect."""

    application_id: int
    schema_version: int


def peek(path: Path) -> Header:
    """Return the header of a profile file, or raise StoreError for what is none."""
    with told(path), path.open("rb") as file:
        head = file.read(HEADER_BYTES)
    if len(head) < HEADER_BYTES or not head.startswith(MAGIC):
        raise damaged(path)
    header = Header(
        application_id=int.from_bytes(head[68:72]), schema_version=int.from_bytes(head[60:64])
    )
    if header.application_id != APPLICATION_ID:
        raise _foreign(path)
    return header


def _has_our_rows(path: Path) -> bool:
    """Return whether a page of a file holds a row that only this program writes."""
    with suppress(OSError):
        return any(isinstance(each, CarvedRow) for each in carve(path))
    return False


def _foreign(path: Path) -> StoreError:
    """Return what to say of a file without our mark: where it has our tables, it is damaged."""
    try:
        with closing(connect(path, read_only=True)) as connection:
            names = {name for _, name, _ in schema_of(connection)}
    except sqlite_errors(StoreError, ValueError):
        names = set[str]()
    if {"seal", "assessment", "answer"} <= names or _has_our_rows(path):
        return damaged(path)
    return StoreError(
        f"{visible(str(path))} is no profile: another program made this file. Nothing was done."
    )


def connect(path: Path, *, read_only: bool = False, key: str | None = None) -> sqlite3.Connection:
    """Return a connection to a file that is there; a read-only one leaves no trace.

    Raises ProtectedError where the key is not that of the file.
    """
    mode = "ro" if read_only else "rw"
    with told(path):
        connection = open_address(f"{path.absolute().as_uri()}?mode={mode}", BUSY_SECONDS, key)
        connection.text_factory = READ_TEXT
        try:
            if key is not None:
                _refuse_wrong_key(connection, path)
            _prepare(connection, path, PRAGMAS[1:] if read_only else PRAGMAS)
        except BaseException:
            connection.close()
            raise
    return connection


def _refuse_wrong_key(connection: sqlite3.Connection, path: Path) -> None:
    """Raise ProtectedError unless the key opens the file; a new, empty one takes any."""
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite_errors() as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_NOTADB:
            raise
        raise ProtectedError(
            f"{visible(str(path))} cannot be opened: the passphrase is not the right one, or the "
            f"file is damaged; the two cannot be told apart. Nothing was changed."
        ) from error


def _prepare(connection: sqlite3.Connection, path: Path, pragmas: tuple[str, ...]) -> None:
    try:
        for pragma in pragmas:
            connection.execute(pragma)
    except sqlite_errors() as error:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_ERROR:
            # The pragmas are right, so the file is wrong: "unsupported file format", for example.
            raise damaged(path) from error
        raise


def create(path: Path, key: str | None = None) -> sqlite3.Connection:
    """Return a connection to a new, empty profile file that only its owner may read."""
    with told(path):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_FILE))
        connection = connect(path, key=key)
        try:
            with transaction(connection):
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
                for number in range(1, SCHEMA_VERSION + 1):
                    apply_migration(connection, number)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write all that is done within, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(*sqlite_errors()):
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        raise


def disconnect(connection: sqlite3.Connection) -> None:
    """Close a connection and leave no empty journal beside the file."""
    with suppress(*sqlite_errors()):
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()


@contextmanager
def reading(connection: sqlite3.Connection) -> Iterator[None]:
    """Read one state of the file, however much others write meanwhile."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def schema_version(connection: sqlite3.Connection) -> int:
    """Return how many migrations a file has seen."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def make_private_folder(folder: Path) -> None:
    """Make a folder, and those around it that are missing, for its owner alone."""
    if not folder.is_dir():
        make_private_folder(folder.parent)
        folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)


def sync_folder(folder: Path) -> None:
    """Make names in a folder durable; systems that cannot do so do it by themselves."""
    with suppress(PermissionError, NotImplementedError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def refuse_existing(path: Path) -> None:
    """Raise FileFaultError where a file of that name is there already."""
    if path.exists():
        raise FileFaultError(f"{path} exists already; nothing was replaced.")


def has_journal(path: Path) -> bool:
    """Return whether a journal lies beside a file, of a write under way or cut off."""
    try:
        return path.with_name(path.name + JOURNAL).stat().st_size > 0
    except OSError:
        return False


def roll_back(path: Path, key: str | None = None) -> None:
    """Let SQLite take back a write that a crash cut off; the caller holds the file's lock."""
    connection = connect(path, key=key)
    try:
        with told(path):
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    finally:
        disconnect(connection)
