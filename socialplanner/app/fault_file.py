"""Notice that the program ended without closing, and what Python knew of it at the end."""

import faulthandler
import os
import sys
from contextlib import suppress
from io import FileIO
from pathlib import Path
from typing import Final

from socialplanner import COMMAND_NAME

LARGEST: Final = 20_000
"""Bytes of what is shown of a fault."""


class FaultFile:
    """A file that is there while the program runs, and takes the stacks of a crash in C.

    One that is found at a start and that nobody holds open is of a run that never closed: empty
    where the machine was switched off or the program was killed, with stacks where it crashed.
    """

    def __init__(self, folder: Path) -> None:
        """Name the folder of the log; nothing is looked at yet."""
        self._folder = folder
        self._file: FileIO | None = None
        self.ended_badly = False
        self.stacks = ""

    def begin(self) -> None:
        """Look for runs that never closed, and mark this one; a disk that refuses is let be."""
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for path in sorted(self._folder.glob(f"{COMMAND_NAME}-run-*.txt")):
                self._take(path)
            self._mark()

    def end(self) -> None:
        """Say that the program closed as it should."""
        if self._file is None:
            return
        faulthandler.disable()
        path = Path(os.fsdecode(self._file.name))
        self._file.close()
        self._file = None
        with suppress(OSError):
            path.unlink()

    def _mark(self) -> None:
        path = self._folder / f"{COMMAND_NAME}-run-{os.getpid()}.txt"

        def private(name: str, flags: int) -> int:
            return os.open(name, flags, 0o600)

        file = FileIO(str(path), "w", opener=private)
        if _hold(file):
            faulthandler.enable(file)
            self._file = file
        else:
            file.close()

    def _take(self, path: Path) -> None:
        """Keep what a run left that never closed, and remove its mark."""
        with FileIO(str(path), "r+") as file:
            if not _hold(file):
                return
            stacks = file.read(LARGEST).decode("utf-8", "replace")
        path.unlink()
        self.ended_badly = True
        self.stacks = stacks or self.stacks


def _hold(file: FileIO) -> bool:
    """Hold a file until it is closed, and tell whether nobody else did."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - there alone

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - not on Windows

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
