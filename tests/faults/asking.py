"""Ask an observer about a file call of Python, and turn its answer into what the call would do."""

import os
import signal
from fcntl import F_GETFL, fcntl
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.operations import Kind, Layer, Operation, Torn, Watch, plain

if TYPE_CHECKING:
    from _typeshed import FileDescriptorOrPath

HANDLES = "/proc/self/fd"
"""Where Linux tells the path of an open file."""
GONE = " (deleted)"


class Asking:
    """The questions of one watch. Each raises OSError where the observer refuses."""

    def __init__(self, watch: Watch) -> None:
        """Keep whom to ask."""
        self.watch = watch

    def at_path(self, path: "FileDescriptorOrPath", flags: int, folder: int | None = None) -> None:
        """Ask whether a file may be opened."""
        if (place := located(path, folder)) is None:
            return
        there = os.path.lexists(place)
        self.ask(
            Kind.OPEN,
            place,
            flags=flags,
            creates=bool(flags & os.O_CREAT) and not there,
            size=0 if flags & os.O_TRUNC and there else None,
        )

    def at_handle(
        self,
        kind: Kind,
        handle: int,
        *,
        data: bytes = b"",
        size: int | None = None,
        offset: int | None = None,
    ) -> Torn | None:
        """Ask for an operation on an open file, if not told otherwise at the place it stands."""
        if (place := path_of(handle)) is None or not self.watch.covers(place):
            return None
        if offset is None:
            offset = position(handle)
        return self.ask(kind, place, data=data, size=size, offset=offset)

    def ask(  # noqa: PLR0913 - the parts of an operation
        self,
        kind: Kind,
        path: str,
        *,
        target: str | None = None,
        offset: int = 0,
        data: bytes = b"",
        size: int | None = None,
        flags: int = 0,
        creates: bool = False,
    ) -> Torn | None:
        """Return None to go ahead, or a torn write."""
        covers = self.watch.covers
        if not covers(path) and not (target and covers(target)):
            return None
        operation = Operation(
            layer=Layer.PYTHON,
            kind=kind,
            path=Path(path),
            target=Path(target) if target else None,
            offset=offset,
            data=data,
            size=size,
            flags=flags,
            creates=creates,
        )
        return self._settled(operation)

    def _settled(self, operation: Operation) -> Torn | None:
        answer = self.watch.answer(operation)
        if isinstance(answer, int):
            raise OSError(answer, os.strerror(answer), str(operation.path))
        if answer is not None and operation.kind is not Kind.WRITE:
            self.end(answer)
        return answer

    def end(self, torn: Torn) -> int:
        """Fail or die, after a part was written; there is nothing to return."""
        if torn.code is None:
            os.kill(os.getpid(), signal.SIGKILL)
        raise OSError(torn.code, os.strerror(torn.code or 0))


def located(path: "FileDescriptorOrPath", folder: int | None = None) -> str | None:
    """Return the plain path that a call names; `folder` is its dir_fd."""
    if isinstance(path, int):
        return path_of(path)
    name = os.fsdecode(path)
    if folder is None or os.path.isabs(name):  # noqa: PTH117 - text
        return plain(name)
    place = path_of(folder)
    return None if place is None else plain(os.path.join(place, name))  # noqa: PTH118 - text


def path_of(handle: int) -> str | None:
    """Return the path of an open file; None for pipes, and for files that have no name left."""
    try:
        path = os.readlink(f"{HANDLES}/{handle}")  # noqa: PTH115 - text
    except OSError:
        return None
    return path if path.startswith(os.sep) and not path.endswith(GONE) else None


def position(handle: int) -> int:
    """Return where the next write to an open file begins."""
    if fcntl(handle, F_GETFL) & os.O_APPEND:
        return os.fstat(handle).st_size
    try:
        return os.lseek(handle, 0, os.SEEK_CUR)
    except OSError:
        return 0
