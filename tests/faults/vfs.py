"""A shim between SQLite and the disk: an observer sees, fails or tears each file operation.

It is a VFS (SQLite's name for its file layer) made with ctypes: a copy of the default one that
puts its own functions in front of the real ones. Only connections that are opened while the shim
is in place, to files below the watched folder, are seen; everything else runs as ever. Afterwards
the previous default is back, and files that are still open have their real functions back.
"""

import ctypes
import functools
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from ctypes import c_void_p
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults import sqlite_types as c
from tests.faults.io_methods import OK, Methods, code_of
from tests.faults.operations import Answer, Kind, Layer, Operation, ShimUnavailable, Watch

OPEN_CREATE = 0x00000004
NAME = b"faults"
IMMORTAL: list[object] = []
"""What C may still point to, whatever Python forgets."""


@contextmanager
def sqlite_watched(watch: Watch) -> Iterator[None]:
    """Show SQLite's operations below a folder to an observer; errors of its own come out here."""
    shim = the_shim()
    shim.enter(watch)
    try:
        yield
    finally:
        if errors := shim.leave():
            raise errors[0]


@functools.cache
def the_shim() -> "Shim":
    """Return the only shim of this process once it has proved that it sees; else ShimUnavailable.

    There is one, for ever: SQLite keeps pointers to it in each connection that it has opened.
    """
    shim = Shim(c.loaded_library())
    IMMORTAL.append(shim)
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(shim))
    seen: list[Operation] = []
    with TemporaryDirectory() as folder:
        shim.enter(Watch(folder=Path(folder), observer=seen.append))
        with closing(sqlite3.connect(Path(folder, "proof"))) as connection:
            connection.execute("CREATE TABLE proof (x)")
        shim.leave()
    if not {Kind.WRITE, Kind.SYNC, Kind.CLOSE} <= {operation.kind for operation in seen}:
        raise ShimUnavailable("the libsqlite3 that was found is not the one that sqlite3 calls")
    return shim


class Shim:
    """The VFS of our own, its callbacks, and the files that are open through it."""

    def __init__(self, library: ctypes.CDLL) -> None:
        """Copy the default VFS; nothing is put in place yet."""
        self.library = library
        self.real_address: int = library.sqlite3_vfs_find(None)
        self.real = c.Vfs.from_address(self.real_address)
        self.vfs = c.Vfs.from_buffer_copy(self.real)
        self.vfs.zName, self.vfs.pNext = NAME, None
        self.watch: Watch | None = None
        self.errors: list[BaseException] = []
        self.files: dict[int, tuple[Path, int]] = {}
        self.methods: dict[int, Methods] = {}
        self.real_open = c.OPEN(self.real.xOpen)
        self.real_delete = c.DELETE(self.real.xDelete)
        self.real_access = c.ACCESS(self.real.xAccess)
        self.callbacks = {
            "xOpen": c.OPEN(self.guarded(self._open)),
            "xDelete": c.DELETE(self.guarded(self._delete)),
            "xAccess": c.ACCESS(self.guarded(self._access)),
        }

    def enter(self, watch: Watch) -> None:
        """Become the default VFS."""
        if self.watch is not None:
            raise RuntimeError("SQLite is being watched already; watch once, with one observer.")
        self.watch = watch
        for name, callback in self.callbacks.items():
            setattr(self.vfs, name, c.address_of(callback))
        self.library.sqlite3_vfs_register(ctypes.addressof(self.vfs), 1)

    def leave(self) -> list[BaseException]:
        """Put all back as it was, for open connections too; return what went wrong in Python."""
        self.library.sqlite3_vfs_unregister(ctypes.addressof(self.vfs))
        self.library.sqlite3_vfs_register(self.real_address, 1)
        for name in self.callbacks:
            setattr(self.vfs, name, getattr(self.real, name))
        for file, (_, table) in self.files.items():
            c_void_p.from_address(file).value = table
        self.files.clear()
        self.watch = None
        errors, self.errors = self.errors, []
        return errors

    def guarded(self, work: Callable[..., int]) -> Callable[..., int]:
        """Return a callback that never raises into C: the error is kept, the operation fails."""

        def safe(*arguments: int) -> int:
            try:
                return work(*arguments)
            except BaseException as error:  # noqa: BLE001 - raised again by sqlite_watched
                self.errors.append(error)
                return sqlite3.SQLITE_IOERR

        return safe

    def answer(self, operation: Operation) -> Answer:
        """Return what the observer says; nobody is asked about a folder that is not watched."""
        if self.watch is None or not self.watch.covers(str(operation.path)):
            return None
        return self.watch.answer(operation)

    def _open(self, _vfs: int, name: int, file: int, flags: int, out: int) -> int:
        path = path_at(name)
        if self.watch is None or path is None or not self.watch.covers(str(path)):
            return int(self.real_open(self.real_address, name, file, flags, out))
        answer = self.answer(_named(Kind.OPEN, path, flags))
        if answer is not None:
            c_void_p.from_address(file).value = None
            return code_of(answer)
        result = int(self.real_open(self.real_address, name, file, flags, out))
        if result == OK:
            self._adopt(file, path)
        return result

    def _adopt(self, file: int, path: Path) -> None:
        """Put our methods into an open file."""
        pointer = c_void_p.from_address(file)
        if not (real := pointer.value):
            return
        if real not in self.methods:
            self.methods[real] = Methods(self, real)
        self.files[file] = (path, real)
        pointer.value = ctypes.addressof(self.methods[real].table)

    def _delete(self, _vfs: int, name: int, sync_folder: int) -> int:
        path = path_at(name)
        if path is not None:
            answer = self.answer(_named(Kind.DELETE, path, sync_folder))
            if answer is not None:
                return code_of(answer)
        return int(self.real_delete(self.real_address, name, sync_folder))

    def _access(self, _vfs: int, name: int, flags: int, out: int) -> int:
        path = path_at(name)
        if path is not None:
            answer = self.answer(_named(Kind.ACCESS, path, flags))
            if answer is not None:
                return code_of(answer)
        return int(self.real_access(self.real_address, name, flags, out))


def path_at(name: int | None) -> Path | None:
    """Return the path at an address; SQLite gives none to temporary files."""
    return Path(os.fsdecode(ctypes.string_at(name))) if name else None


def _named(kind: Kind, path: Path, flags: int) -> Operation:
    """Return an operation on a name."""
    creates = kind is Kind.OPEN and bool(flags & OPEN_CREATE) and not path.exists()
    return Operation(layer=Layer.SQLITE, kind=kind, path=path, flags=flags, creates=creates)
