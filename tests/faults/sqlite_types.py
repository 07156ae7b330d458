"""The C structures of SQLite's file layer (sqlite3.h), and the library that Python has loaded."""

import _sqlite3
import ctypes
import sqlite3
from ctypes import CFUNCTYPE, c_char_p, c_int, c_int64, c_void_p
from pathlib import Path

from tests.faults.operations import ShimUnavailable

MAPS = Path("/proc/self/maps")
NEEDED = ("sqlite3_vfs_find", "sqlite3_vfs_register", "sqlite3_vfs_unregister")
FULL_VERSION, VERSION_WITHOUT_MAPPING = 3, 2

# Callbacks return int; pointers come as numbers, and a name stays where SQLite has put it: it
# reads parameters of the URI from behind the name.
OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
DELETE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)
ACCESS = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_void_p)
CLOSE = CFUNCTYPE(c_int, c_void_p)
TRANSFER = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
TRUNCATE = CFUNCTYPE(c_int, c_void_p, c_int64)
SYNC = CFUNCTYPE(c_int, c_void_p, c_int)


class Vfs(ctypes.Structure):
    """One `sqlite3_vfs` of version 3."""

    _fields_ = (
        ("iVersion", c_int),
        ("szOsFile", c_int),
        ("mxPathname", c_int),
        ("pNext", c_void_p),
        ("zName", c_char_p),
        ("pAppData", c_void_p),
        ("xOpen", c_void_p),
        ("xDelete", c_void_p),
        ("xAccess", c_void_p),
        ("xFullPathname", c_void_p),
        ("xDlOpen", c_void_p),
        ("xDlError", c_void_p),
        ("xDlSym", c_void_p),
        ("xDlClose", c_void_p),
        ("xRandomness", c_void_p),
        ("xSleep", c_void_p),
        ("xCurrentTime", c_void_p),
        ("xGetLastError", c_void_p),
        ("xCurrentTimeInt64", c_void_p),
        ("xSetSystemCall", c_void_p),
        ("xGetSystemCall", c_void_p),
        ("xNextSystemCall", c_void_p),
    )


class IoMethods(ctypes.Structure):
    """One `sqlite3_io_methods` of version 3."""

    _fields_ = (
        ("iVersion", c_int),
        ("xClose", c_void_p),
        ("xRead", c_void_p),
        ("xWrite", c_void_p),
        ("xTruncate", c_void_p),
        ("xSync", c_void_p),
        ("xFileSize", c_void_p),
        ("xLock", c_void_p),
        ("xUnlock", c_void_p),
        ("xCheckReservedLock", c_void_p),
        ("xFileControl", c_void_p),
        ("xSectorSize", c_void_p),
        ("xDeviceCharacteristics", c_void_p),
        ("xShmMap", c_void_p),
        ("xShmLock", c_void_p),
        ("xShmBarrier", c_void_p),
        ("xShmUnmap", c_void_p),
        ("xFetch", c_void_p),
        ("xUnfetch", c_void_p),
    )


def copied_methods(address: int) -> IoMethods:
    """Return a copy of a table of methods without those for memory-mapped reading.

    Version 2 tells SQLite that there is no xFetch, so every read is an xRead, whatever
    `PRAGMA mmap_size` says.
    """
    version = c_int.from_address(address).value
    sizes = {1: IoMethods.xShmMap.offset, 2: IoMethods.xFetch.offset}
    table = IoMethods()
    size = sizes.get(version, ctypes.sizeof(IoMethods))
    ctypes.memmove(ctypes.addressof(table), address, size)
    table.iVersion = min(version, VERSION_WITHOUT_MAPPING)
    return table


def address_of(callback: object) -> int:
    """Return where a callback's machine code begins."""
    return ctypes.cast(callback, c_void_p).value or 0  # type: ignore[arg-type]  # a function pointer


def loaded_library() -> ctypes.CDLL:
    """Return the very SQLite that the module sqlite3 calls, or raise ShimUnavailable."""
    if not MAPS.exists():
        raise ShimUnavailable("there is no /proc/self/maps to find the loaded SQLite in")
    mapped = (line.split()[-1] for line in MAPS.read_text().splitlines() if "libsqlite3" in line)
    for name in (*dict.fromkeys(mapped), _sqlite3.__dict__.get("__file__")):
        if library := _opened(name):
            return library
    raise ShimUnavailable("no shared libsqlite3 is loaded: this Python has SQLite built in")


def _opened(name: str | None) -> ctypes.CDLL | None:
    """Return a library where it has the functions and is of the version that sqlite3 names."""
    try:
        library = ctypes.CDLL(name)
        _declare(library)
    except (OSError, AttributeError):
        return None
    same = library.sqlite3_libversion().decode() == sqlite3.sqlite_version
    return library if same else None


def _declare(library: ctypes.CDLL) -> None:
    """Tell ctypes about the functions in use; AttributeError where one is not there."""
    library.sqlite3_libversion.restype = c_char_p
    library.sqlite3_vfs_find.argtypes = [c_char_p]
    library.sqlite3_vfs_find.restype = c_void_p
    library.sqlite3_vfs_register.argtypes = [c_void_p, c_int]
    library.sqlite3_vfs_unregister.argtypes = [c_void_p]
