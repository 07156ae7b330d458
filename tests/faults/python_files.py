"""The program's own file calls, seen by the same observer that sees SQLite's.

Within `python_watched` these are replaced: `open` (of builtins and io, so Path's too, down to each
write of its buffer), and of `os`: open, write, pwrite, sendfile, fsync, fdatasync, replace,
rename, link, unlink, remove, rmdir, mkdir, chmod, fchmod, truncate, ftruncate. Only paths below
the watched folder are shown. Not seen: functions imported by name before (`from os import
replace`), mmap, os.read, writev, symlink, copy_file_range, and what other processes do.
"""

import builtins
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from tests.faults.asking import HANDLES, Asking, located
from tests.faults.operations import Kind, ShimUnavailable, Watch
from tests.faults.watched_file import Opener, WatchedFile, buffered

if TYPE_CHECKING:
    from _typeshed import FileDescriptorOrPath, ReadableBuffer, StrOrBytesPath

Call = Callable[..., Any]

ONE_PATH = {
    "unlink": Kind.DELETE,
    "remove": Kind.DELETE,
    "rmdir": Kind.RMDIR,
    "mkdir": Kind.MKDIR,
    "chmod": Kind.CHMOD,
}
TWO_PATHS = {"replace": Kind.RENAME, "rename": Kind.RENAME, "link": Kind.LINK}
ONE_HANDLE = {"fsync": Kind.SYNC, "fdatasync": Kind.SYNC, "fchmod": Kind.CHMOD}


@contextmanager
def python_watched(watch: Watch) -> Iterator[None]:
    """Show what Python does to files below a folder to an observer."""
    if not Path(HANDLES).is_dir():
        raise ShimUnavailable(f"this system has no {HANDLES} to name open files")
    calls = Calls(watch)
    places: list[tuple[Any, str, Call]] = [
        *((os, name, call) for name, call in calls.replacements().items()),
        (builtins, "open", calls.open_file),
        (io, "open", calls.open_file),
    ]
    before = [(module, name, getattr(module, name)) for module, name, _ in places]
    try:
        for module, name, call in places:
            setattr(module, name, call)
        yield
    finally:
        for module, name, call in before:
            setattr(module, name, call)


class Calls:
    """The functions that stand in for those of Python while a folder is watched."""

    def __init__(self, watch: Watch) -> None:
        """Keep the real functions."""
        self.asks = Asking(watch)
        self.real_open_file = io.open
        self.real: dict[str, Call] = {name: getattr(os, name) for name in self._names()}

    def replacements(self) -> dict[str, Call]:
        """Return what replaces each function of `os`."""
        special = {name: getattr(self, name) for name in self._special}
        one_path = {name: self._one_path(kind, self.real[name]) for name, kind in ONE_PATH.items()}
        two = {name: self._two_paths(kind, self.real[name]) for name, kind in TWO_PATHS.items()}
        handle = {name: self._handle(kind, self.real[name]) for name, kind in ONE_HANDLE.items()}
        return {**special, **one_path, **two, **handle}

    _special = ("open", "write", "pwrite", "sendfile", "truncate", "ftruncate")

    def _names(self) -> tuple[str, ...]:
        return (*self._special, *ONE_PATH, *TWO_PATHS, *ONE_HANDLE)

    def _one_path(self, kind: Kind, real: Call) -> Call:
        def call(path: "FileDescriptorOrPath", *args: Any, **options: Any) -> Any:  # noqa: ANN401 - as in os
            if (place := located(path, options.get("dir_fd"))) is not None:
                self.asks.ask(kind, place)
            return real(path, *args, **options)

        return call

    def _two_paths(self, kind: Kind, real: Call) -> Call:
        def call(src: "StrOrBytesPath", dst: "StrOrBytesPath", **options: Any) -> Any:  # noqa: ANN401 - as in os
            source = located(src, options.get("src_dir_fd"))
            target = located(dst, options.get("dst_dir_fd"))
            if source and target:
                self.asks.ask(kind, source, target=target)
            return real(src, dst, **options)

        return call

    def _handle(self, kind: Kind, real: Call) -> Call:
        def call(fd: int | IO[Any], *args: int) -> None:
            self.asks.at_handle(kind, fd if isinstance(fd, int) else fd.fileno(), offset=0)
            real(fd, *args)

        return call

    def open(
        self,
        path: "StrOrBytesPath",
        flags: int,
        mode: int = 0o777,
        *,
        dir_fd: int | None = None,
    ) -> int:
        """Stand in for os.open."""
        self.asks.at_path(path, flags, dir_fd)
        return int(self.real["open"](path, flags, mode, dir_fd=dir_fd))

    def write(self, fd: int, data: "ReadableBuffer", /) -> int:
        """Stand in for os.write."""
        whole = bytes(data)
        if (torn := self.asks.at_handle(Kind.WRITE, fd, data=whole)) is None:
            return int(self.real["write"](fd, whole))
        self.real["write"](fd, whole[: torn.kept])
        return self.asks.end(torn)

    def pwrite(self, fd: int, data: "ReadableBuffer", offset: int, /) -> int:
        """Stand in for os.pwrite."""
        whole = bytes(data)
        torn = self.asks.at_handle(Kind.WRITE, fd, data=whole, offset=offset)
        if torn is None:
            return int(self.real["pwrite"](fd, whole, offset))
        self.real["pwrite"](fd, whole[: torn.kept], offset)
        return self.asks.end(torn)

    def sendfile(self, out_fd: int, in_fd: int, offset: int, count: int) -> int:
        """Stand in for os.sendfile, with which shutil copies files."""
        data = os.pread(in_fd, count, offset)
        torn = self.asks.at_handle(Kind.WRITE, out_fd, data=data) if data else None
        if torn is None:
            return int(self.real["sendfile"](out_fd, in_fd, offset, count))
        self.real["write"](out_fd, data[: torn.kept])
        return self.asks.end(torn)

    def truncate(self, path: "FileDescriptorOrPath", length: int) -> None:
        """Stand in for os.truncate."""
        if (place := located(path)) is not None:
            self.asks.ask(Kind.TRUNCATE, place, size=length)
        self.real["truncate"](path, length)

    def ftruncate(self, fd: int, length: int, /) -> None:
        """Stand in for os.ftruncate."""
        self.asks.at_handle(Kind.TRUNCATE, fd, size=length, offset=0)
        self.real["ftruncate"](fd, length)

    def open_file(  # noqa: PLR0913, PLR0917 - as the open it stands in for
        self,
        file: "FileDescriptorOrPath",
        mode: str = "r",
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
        closefd: bool = True,  # noqa: FBT001, FBT002 - as in open
        opener: Opener | None = None,
    ) -> IO[Any]:
        """Stand in for open."""
        place = located(file)
        if place is None or not self.asks.watch.covers(place):
            real: Any = self.real_open_file
            ordinary: IO[Any] = real(
                file, mode, buffering, encoding, errors, newline, closefd, opener
            )
            return ordinary
        raw_mode = mode.replace("t", "").replace("b", "")
        raw: Any = WatchedFile(self.asks, file, raw_mode, closefd=closefd, opener=opener)
        if buffering == 0 and "b" in mode:
            return raw  # type: ignore[no-any-return]  # the types of io know no common ground
        over: Any = buffered(raw, buffering)
        if "b" in mode:
            return over  # type: ignore[no-any-return]  # the same
        return io.TextIOWrapper(over, encoding, errors, newline, line_buffering=buffering == 1)
