"""The methods of one open file of SQLite, each of which asks before it does the real thing."""

import ctypes
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from tests.faults import sqlite_types as c
from tests.faults.operations import Answer, Kind, Layer, Operation, Torn

OK = 0


class Asked(Protocol):
    """Whom the methods ask: the shim."""

    files: dict[int, tuple[Path, int]]

    def guarded(self, work: Callable[..., int]) -> Callable[..., int]:
        """Return a callback that never raises into C."""

    def answer(self, operation: Operation) -> Answer:
        """Return what the observer says."""


class Methods:
    """Our table of methods in front of one of the real ones."""

    def __init__(self, shim: Asked, address: int) -> None:
        """Copy the real table and put our callbacks into the copy."""
        self.shim = shim
        real = self.real = c.copied_methods(address)
        self.table = c.copied_methods(address)
        self.real_close = c.CLOSE(real.xClose)
        self.real_read, self.real_write = c.TRANSFER(real.xRead), c.TRANSFER(real.xWrite)
        self.real_truncate, self.real_sync = c.TRUNCATE(real.xTruncate), c.SYNC(real.xSync)
        self.callbacks = {
            "xClose": c.CLOSE(shim.guarded(self._close)),
            "xRead": c.TRANSFER(shim.guarded(self._read)),
            "xWrite": c.TRANSFER(shim.guarded(self._write)),
            "xTruncate": c.TRUNCATE(shim.guarded(self._truncate)),
            "xSync": c.SYNC(shim.guarded(self._sync)),
        }
        for name, callback in self.callbacks.items():
            setattr(self.table, name, c.address_of(callback))

    def _ask(  # noqa: PLR0913 - the parts of an operation
        self,
        file: int,
        kind: Kind,
        *,
        offset: int = 0,
        data: bytes = b"",
        size: int | None = None,
        flags: int = 0,
    ) -> Answer:
        if (known := self.shim.files.get(file)) is None:
            return None
        return self.shim.answer(
            Operation(
                layer=Layer.SQLITE,
                kind=kind,
                path=known[0],
                offset=offset,
                data=data,
                size=size,
                flags=flags,
            )
        )

    def _close(self, file: int) -> int:
        try:
            answer = self._ask(file, Kind.CLOSE)
        finally:
            self.shim.files.pop(file, None)
            result = int(self.real_close(file))
        return result if answer is None else code_of(answer)

    def _read(self, file: int, buffer: int, size: int, offset: int) -> int:
        answer = self._ask(file, Kind.READ, size=size, offset=offset)
        return (
            int(self.real_read(file, buffer, size, offset)) if answer is None else code_of(answer)
        )

    def _write(self, file: int, buffer: int, size: int, offset: int) -> int:
        data = ctypes.string_at(buffer, size)
        answer = self._ask(file, Kind.WRITE, offset=offset, data=data)
        if answer is None:
            return int(self.real_write(file, buffer, size, offset))
        if isinstance(answer, Torn) and answer.kept:
            self.real_write(file, buffer, min(answer.kept, size), offset)
        return code_of(answer)

    def _truncate(self, file: int, size: int) -> int:
        answer = self._ask(file, Kind.TRUNCATE, size=size)
        return int(self.real_truncate(file, size)) if answer is None else code_of(answer)

    def _sync(self, file: int, flags: int) -> int:
        answer = self._ask(file, Kind.SYNC, flags=flags)
        return int(self.real_sync(file, flags)) if answer is None else code_of(answer)


def code_of(answer: int | Torn) -> int:
    """Return the result code of a failure; an answer without one is the end of the process."""
    code = answer.code if isinstance(answer, Torn) else answer
    if code is None:
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError("nobody outlives SIGKILL")
    return code
