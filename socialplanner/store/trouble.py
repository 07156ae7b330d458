"""What can go wrong with a profile file, in sentences that say what, where and what to do."""

import errno
import shlex
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from socialplanner import COMMAND_NAME
from socialplanner.errors import UserError
from socialplanner.messages import visible
from socialplanner.store.driver import sqlite_errors

FULL_DISK = frozenset({errno.ENOSPC, errno.EDQUOT})


class StoreError(UserError):
    """A file of the store could not be used as wished; nothing that was saved is lost."""


class DiskFullError(StoreError):
    """There is no room left to write."""


class InUseError(StoreError):
    """Somebody else is writing in the same profile."""


class FileFaultError(StoreError):
    """The file system refused, or failed."""


class ProtectedError(StoreError):
    """A profile has a passphrase, and none or a wrong one was given."""


class DamagedError(StoreError):
    """A file does not hold what was written into it; `command` is what to type, in a terminal."""

    def __init__(self, message: str, command: str = "") -> None:
        """Keep the sentence, and the command that helps where there is one."""
        super().__init__(message)
        self.command = command


class NewerFileError(StoreError):
    """A file was made by a newer version of the program; `can_be_read` tells whether it may be."""

    def __init__(self, message: str, *, can_be_read: bool) -> None:
        """Keep the sentence, and whether reading is possible."""
        super().__init__(message)
        self.can_be_read = can_be_read


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite or the system says about a file into a sentence about it."""
    try:
        yield
    except sqlite_errors() as error:
        raise sqlite_trouble(path, error) from error
    except UnicodeEncodeError as error:
        raise StoreError(
            "A text holds half of a character and cannot be saved; type it again."
        ) from error
    except UnicodeDecodeError as error:  # text of the file, or of an error that quotes it
        raise damaged(path) from error
    except OSError as error:
        raise system_trouble(path, error) from error


def system_trouble(path: Path, error: OSError) -> StoreError:
    """Return what an error of the system means for a file."""
    name = visible(str(path))
    if error.errno in FULL_DISK:
        return _full(name)
    reason = error.strerror or str(error)
    return FileFaultError(
        f"{name} cannot be used: {reason}. Nothing that was saved is lost; check the folder and "
        f"its permissions, then try again."
    )


def sqlite_trouble(path: Path, error: Exception) -> StoreError:
    """Return what an error of SQLite means for a file."""
    name, code = visible(str(path)), getattr(error, "sqlite_errorcode", 0)
    match code & 0xFF:
        case sqlite3.SQLITE_FULL:
            return _full(name)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return InUseError(f"{name} is being written by another program; try again in a moment.")
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return damaged(path)
        case sqlite3.SQLITE_READONLY if code == sqlite3.SQLITE_READONLY_DBMOVED:
            return FileFaultError(
                f"{name} was moved, replaced or deleted by something else while it was open here. "
                f"What was saved last went with it; put it back there, then try again."
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
            reason = "this file or its folder may not be written, or the disk is full"
        case sqlite3.SQLITE_IOERR:
            reason = "the disk or the network reported a fault"
        case _ if str(error).startswith("Could not decode"):
            return damaged(path)
        case _:
            raise error
    return FileFaultError(
        f"{name} cannot be used: {reason} ({error}). Nothing that was saved is lost; mend this, "
        f"then try again."
    )


def damaged(path: Path) -> DamagedError:
    """Return that a profile file is damaged, and what to do."""
    said = f"{visible(str(path))} is damaged: it does not hold what was saved. It was left as it is"
    if path.parent.parent.name == "backups" or path.name.startswith("."):
        return DamagedError(f"{said}.")
    return DamagedError(
        f"{said}; its newest good backup and what can still be read bring the profile back.",
        f"{COMMAND_NAME} profiles restore {shlex.quote(visible(path.stem))} --damaged",
    )


def _full(name: str) -> DiskFullError:
    return DiskFullError(
        f"{name} could not be written: the disk is full. What was saved before is safe; make "
        f"room, then try again."
    )
