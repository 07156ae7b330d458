"""Make a profile file that appears whole or not at all, also in the place of another."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from socialplanner.domain.record import ProfileRecord
from socialplanner.store import database
from socialplanner.store.trouble import told
from socialplanner.store.writing import write_record

TEMPORARY = ".socialplan-tmp"
"""Ends the names of our own temporary files, and of nobody else's."""

NAME_PART = 40
"""How much of a file's name its temporary name shows; the longest leave no room for more."""


def create_profile(path: Path, record: ProfileRecord, key: str | None = None) -> None:
    """Write a new profile file; FileFaultError where one of that name is there already."""
    database.refuse_existing(path)
    with _written(path, record, key) as temporary, told(path):
        remove_stale_journals(path)
        temporary.rename(path)
        try:
            database.sync_folder(path.parent)
        except BaseException:
            path.unlink()  # it is not sure to stay: then it shall not seem to be there
            raise


def remove_stale_journals(path: Path) -> None:
    """Remove the journals of a file that is gone: SQLite would play them into the next one."""
    for suffix in database.SIDE_FILES:
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def replace_profile(
    path: Path, record: ProfileRecord, aside: Path | None, key: str | None = None
) -> None:
    """Write a profile file in the place of one, a copy of which goes into a folder, if named.

    The caller holds its lock. Journals that lie beside the old file go aside with it: left there,
    SQLite would play them into the new one and so undo all of it.
    """
    with _written(path, record, key) as temporary, told(path):
        old = [path.with_name(path.name + suffix) for suffix in ("", *database.SIDE_FILES)]
        if aside is not None:
            _copy_aside([each for each in old if each.exists()], aside)
        for journal in old[1:]:
            journal.unlink(missing_ok=True)
        temporary.replace(path)
        database.sync_folder(path.parent)


def temporary_name(path: Path) -> Path:
    """Return a hidden name beside a file that no other program uses and `sweep` knows."""
    return path.with_name(f".{path.stem[:NAME_PART]}.{os.urandom(4).hex()}{TEMPORARY}")


@contextmanager
def temporary_beside(path: Path) -> Iterator[Path]:
    """Give a hidden name beside a file; whatever is still there at the end is removed."""
    temporary = temporary_name(path)
    try:
        yield temporary
    finally:
        for suffix in ("", *database.SIDE_FILES):
            with suppress(OSError):
                temporary.with_name(temporary.name + suffix).unlink(missing_ok=True)


@contextmanager
def _written(path: Path, record: ProfileRecord, key: str | None) -> Iterator[Path]:
    """Give a whole new file under a temporary name beside `path`."""
    with temporary_beside(path) as temporary:
        connection = database.create(temporary, key)
        try:
            with told(path):
                write_record(connection, None, record)
        finally:
            database.disconnect(connection)
        yield temporary


def _copy_aside(files: list[Path], folder: Path) -> None:
    """Copy files into a folder of their own, durably, before anything happens to them.

    What is in a folder of that name already, of an attempt that failed or of another profile,
    is left alone.
    """
    if folder.exists():
        folder = folder.with_name(f"{folder.name}-{os.urandom(4).hex()}")
    database.make_private_folder(folder)
    for each in files:
        handle = os.open(folder / each.name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with each.open("rb") as source, os.fdopen(handle, "wb") as copy:
            shutil.copyfileobj(source, copy)
            copy.flush()
            os.fsync(copy.fileno())
    database.sync_folder(folder)
