"""What happens to files, as values: each operation is shown to an observer before it happens.

SQLite's own operations come through `vfs.py`, the program's through `python_files.py`; both speak
of the same `Operation`, so that one observer may count, fail, record or kill across both.
"""

import errno
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path


class Layer(Enum):
    """Who asks for an operation."""

    SQLITE = "SQLite"
    PYTHON = "Python"


class Kind(Enum):
    """What is asked for; those from RENAME on come from Python alone, ACCESS from SQLite alone."""

    OPEN = "open"
    READ = "read"
    WRITE = "write"
    TRUNCATE = "truncate"
    SYNC = "sync"
    DELETE = "delete"
    CLOSE = "close"
    ACCESS = "access"
    RENAME = "rename"
    LINK = "link"
    MKDIR = "mkdir"
    RMDIR = "rmdir"
    CHMOD = "chmod"


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One operation on one file, before it happens; paths have no links in their folders.

    `size` is what a READ wants, what a TRUNCATE leaves, and 0 for an OPEN that empties the file.
    `flags` are SQLite's (open, sync, delete with syncDir) or those of `os.open`.
    """

    layer: Layer
    kind: Kind
    path: Path
    target: Path | None = None
    offset: int = 0
    data: bytes = b""
    size: int | None = None
    flags: int = 0
    creates: bool = False

    @property
    def mutates(self) -> bool:
        """Return whether the disk differs afterwards, or is surer to keep what it holds."""
        if self.kind is Kind.OPEN:
            return self.creates or self.size == 0
        return self.kind not in {Kind.READ, Kind.CLOSE, Kind.ACCESS}

    @property
    def takes_room(self) -> bool:
        """Return whether a full disk has to refuse this; overwriting counts, as on btrfs."""
        return self.creates or self.kind in {Kind.WRITE, Kind.LINK, Kind.MKDIR}

    @property
    def needs_permission(self) -> bool:
        """Return whether a missing permission shows here, and not at an earlier OPEN."""
        names = {Kind.OPEN, Kind.DELETE, Kind.RENAME, Kind.LINK, Kind.MKDIR, Kind.RMDIR, Kind.CHMOD}
        return self.kind in names


@dataclass(frozen=True, slots=True, kw_only=True)
class Torn:
    """The answer to a WRITE of which only the first `kept` bytes go through.

    Afterwards it fails with `code`; without one the process is killed, as by kill -9.
    """

    kept: int
    code: int | None = None


Answer = int | Torn | None
"""None: go ahead. A number: fail so; a result code for SQLite, an errno for Python."""

Observer = Callable[[Operation], Answer]
"""Is asked before each operation, and may do anything before it answers, such as kill."""

SQLITE_CODES = {
    Kind.OPEN: sqlite3.SQLITE_CANTOPEN,
    Kind.READ: sqlite3.SQLITE_IOERR_READ,
    Kind.WRITE: sqlite3.SQLITE_IOERR_WRITE,
    Kind.TRUNCATE: sqlite3.SQLITE_IOERR_TRUNCATE,
    Kind.SYNC: sqlite3.SQLITE_IOERR_FSYNC,
    Kind.DELETE: sqlite3.SQLITE_IOERR_DELETE,
    Kind.CLOSE: sqlite3.SQLITE_IOERR_CLOSE,
    Kind.ACCESS: sqlite3.SQLITE_IOERR_ACCESS,
}


def failing(operation: Operation, error: int) -> int:
    """Return the answer that makes an operation fail as the system's `error` would."""
    if operation.layer is Layer.PYTHON:
        return error
    if error == errno.ENOSPC and operation.kind is Kind.WRITE:
        return sqlite3.SQLITE_FULL
    return SQLITE_CODES[operation.kind]


def can_fail(operation: Operation, error: int) -> bool:
    """Return whether a system may answer an operation with `error`: EIO can come at any."""
    if error == errno.ENOSPC:
        return operation.takes_room
    if error == errno.EACCES:
        return operation.needs_permission
    return True


class ShimUnavailable(Exception):  # noqa: N818 - what is missing is no fault of this program
    """This Python or system does not let us see its file operations; the message says why."""


@dataclass(slots=True)
class Watch:
    """One folder and who observes it; what the observer itself does to files is not shown."""

    folder: Path
    observer: Observer
    asking: threading.local = field(default_factory=threading.local)

    def __post_init__(self) -> None:
        """Follow links once, so that paths may be compared as text."""
        self.folder = self.folder.resolve()

    def covers(self, path: str) -> bool:
        """Return whether a plain path is the folder or below it."""
        folder = str(self.folder)
        return path == folder or path.startswith(folder + os.sep)

    def answer(self, operation: Operation) -> Answer:
        """Return the observer's answer."""
        if getattr(self.asking, "now", False):
            return None
        with self.silenced():
            return self.observer(operation)

    @contextmanager
    def silenced(self) -> Iterator[None]:
        """Show nothing of what this thread does within."""
        before = getattr(self.asking, "now", False)
        self.asking.now = True
        try:
            yield
        finally:
            self.asking.now = before


def plain(path: str) -> str:
    """Return an absolute path without links in its folders; its last part may be one."""
    folder, name = os.path.split(os.path.abspath(path))  # noqa: PTH100 - resolve() follows the last link
    return os.path.join(os.path.realpath(folder), name)  # noqa: PTH118 - text, for speed
