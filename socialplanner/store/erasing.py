"""Erase files for good: overwritten before they go, so that nothing is left to undelete.

Flash drives move what they write and may keep old cells for a while; only an encrypted disk
guards against somebody who takes one apart.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

from socialplanner.store import database
from socialplanner.store.trouble import StoreError, told

BLOCK = 1 << 20


def erase_files(paths: Iterable[Path]) -> None:
    """Overwrite and remove files; StoreError names the first that could not be, others go on."""
    trouble: StoreError | None = None
    for path in paths:
        try:
            with told(path):
                _erase(path)
        except StoreError as error:
            trouble = trouble or error
    if trouble is not None:
        raise trouble


def erase_database(path: Path) -> None:
    """Empty a profile file, have SQLite rebuild it, then overwrite and remove it.

    A file that is too damaged to be emptied is overwritten all the same.
    """
    if path.is_file() and not path.is_symlink() and path.stat().st_nlink == 1:
        with suppress(StoreError), told(path), closing(database.connect(path)) as connection:
            _empty(connection)
    erase_files(path.with_name(path.name + suffix) for suffix in (*database.SIDE_FILES, ""))


def erase_folder(folder: Path) -> None:
    """Overwrite and remove every file of a folder, and the folder."""
    if folder.is_dir():
        erase_files(
            sorted(path for path in folder.rglob("*") if path.is_symlink() or path.is_file())
        )
        with told(folder):
            shutil.rmtree(folder)


def _empty(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = OFF")  # a journal would hold it all once more
    connection.execute("PRAGMA foreign_keys = OFF")
    with database.transaction(connection):
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        for (name,) in names:
            connection.execute(f'DELETE FROM "{name}"')  # noqa: S608 - our own names
    connection.execute("VACUUM")


def _erase(path: Path) -> None:
    """Overwrite a file with zeros, durably, and remove it; none of that name is no error.

    A link is removed and what it leads to is left alone, as is a file that has a second name:
    that may be somebody's snapshot.
    """
    try:
        is_ours_alone = path.lstat().st_nlink == 1 and not path.is_symlink()
    except FileNotFoundError:
        return
    if is_ours_alone:
        _overwrite(path)
    path.unlink()
    database.sync_folder(path.parent)


def _overwrite(path: Path) -> None:
    with path.open("rb+") as file:
        left = os.fstat(file.fileno()).st_size
        while left > 0:
            left -= file.write(bytes(min(left, BLOCK)))
        file.flush()
        os.fsync(file.fileno())
        file.truncate(0)
