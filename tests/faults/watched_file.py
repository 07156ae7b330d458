"""Files opened with `open`, down to each system call: the buffers above are Python's own."""

import io
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from tests.faults.operations import Kind, Torn

if TYPE_CHECKING:
    from _typeshed import FileDescriptorOrPath, ReadableBuffer, WriteableBuffer

MODE_FLAGS = {
    "r": 0,
    "w": os.O_CREAT | os.O_TRUNC,
    "x": os.O_CREAT | os.O_EXCL,
    "a": os.O_CREAT | os.O_APPEND,
}

Opener = Callable[[str, int], int]


class Asks(Protocol):
    """Asks the observer; raises OSError for a refusal, returns a write to tear or None."""

    def at_path(self, path: "FileDescriptorOrPath", flags: int) -> None:
        """Ask whether a file may be opened."""

    def at_handle(
        self, kind: Kind, handle: int, *, data: bytes = b"", size: int | None = None
    ) -> Torn | None:
        """Ask for an operation at the place where an open file stands."""

    def end(self, torn: Torn) -> int:
        """Fail or die after a part was written."""


class WatchedFile(io.FileIO):
    """The lowest layer of an open file: each call of the system is asked for first."""

    def __init__(
        self,
        asks: Asks,
        file: "FileDescriptorOrPath",
        mode: str,
        *,
        closefd: bool = True,
        opener: Opener | None = None,
    ) -> None:
        """Open as FileIO does; an `opener` opens with `os.open`, which asks by itself."""
        self.asks = asks
        if opener is None and not isinstance(file, int):
            asks.at_path(file, MODE_FLAGS.get(mode.strip("+b"), 0))
        super().__init__(file, mode, closefd, opener)

    def write(self, data: "ReadableBuffer", /) -> int:
        """Write all, a part, or nothing."""
        whole = bytes(data)
        torn = self.asks.at_handle(Kind.WRITE, self.fileno(), data=whole)
        if torn is None:
            return super().write(whole)
        super().write(whole[: torn.kept])
        return self.asks.end(torn)

    def truncate(self, size: int | None = None, /) -> int:
        """Cut or lengthen the file."""
        size = self.tell() if size is None else size
        self.asks.at_handle(Kind.TRUNCATE, self.fileno(), size=size)
        return super().truncate(size)

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Read as much as there is room for."""
        self.asks.at_handle(Kind.READ, self.fileno(), size=memoryview(buffer).nbytes)
        return super().readinto(buffer) or 0

    def readall(self) -> bytes:
        """Read to the end."""
        self.asks.at_handle(Kind.READ, self.fileno())
        return super().readall() or b""

    def close(self) -> None:
        """Close in any case, and only then fail."""
        if self.closed or not self.closefd:
            return super().close()
        try:
            self.asks.at_handle(Kind.CLOSE, self.fileno())
        finally:
            super().close()
        return None


def buffered(raw: WatchedFile, buffering: int) -> io.BufferedIOBase:
    """Return the buffer that `open` puts over a file."""
    size = buffering if buffering > 1 else io.DEFAULT_BUFFER_SIZE
    if raw.readable() and raw.writable():
        return io.BufferedRandom(raw, size)
    return io.BufferedWriter(raw, size) if raw.writable() else io.BufferedReader(raw, size)
