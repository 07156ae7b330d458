"""A disk with room for so many bytes and no more: writes break off in the middle.

    for trial in fill_levels(tmp_path, set_up, save, count=100):
        check(trial.folder)   # here the disk has room again

Files that grow take room, files that shrink or go give it back; overwriting takes none.
"""

import errno
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.faults.injection import State, Trial, tried
from tests.faults.operations import Answer, Kind, Operation, Torn, failing

UNLIMITED = 1 << 40


class FullDisk:
    """Grants writes as long as there is room for them."""

    def __init__(self, room: int) -> None:
        """Begin with that many free bytes."""
        self.room = room
        self.used = self.most_used = 0
        self.failures = 0
        self.fired: Operation | None = None

    def __call__(self, operation: Operation) -> Answer:
        """Keep the account, and refuse what exceeds it."""
        growth = self._growth(operation)
        excess = self.used + growth - self.room
        if growth > 0 and excess > 0:
            return self._refused(operation, len(operation.data) - excess)
        self.used += growth
        self.most_used = max(self.used, self.most_used)
        return None

    def _growth(self, operation: Operation) -> int:
        size = size_of(operation.path)
        match operation.kind:
            case Kind.WRITE:
                return max(0, operation.offset + len(operation.data) - size)
            case Kind.TRUNCATE:
                return (operation.size or 0) - size
            case Kind.OPEN if operation.size == 0:
                return -size
            case Kind.DELETE if operation.path.is_file() and operation.path.stat().st_nlink == 1:
                return -size
            case Kind.RENAME if operation.target and size:
                return -size_of(operation.target)
            case _:
                return 0

    def _refused(self, operation: Operation, kept: int) -> Answer:
        self.failures += 1
        self.fired = self.fired or operation
        code = failing(operation, errno.ENOSPC)
        if operation.kind is not Kind.WRITE or kept <= 0:
            return code
        end = operation.offset + kept
        self.used += max(0, end - size_of(operation.path))
        return Torn(kept=kept, code=code)


def size_of(path: Path) -> int:
    """Return the size of a file, 0 where there is none."""
    return path.stat().st_size if path.is_file() else 0


def fill_levels(
    base: Path,
    set_up: Callable[[Path], State],
    action: Callable[[State], object],
    *,
    count: int,
) -> Iterator[Trial[State]]:
    """Yield `count` trials with room from nothing up to one byte less than the action needs.

    What it needs is measured first. `n` of a trial is the room in bytes; `folder` goes after the
    check.
    """
    needed = _needed(base / "measure", set_up, action)
    for number in range(count):
        room = (needed - 1) * number // max(1, count - 1)
        folder = base / f"level-{number}"
        folder.mkdir(parents=True)
        yield tried(room, folder, set_up, action, FullDisk(room))
        shutil.rmtree(folder, ignore_errors=True)


def _needed(
    folder: Path, set_up: Callable[[Path], State], action: Callable[[State], object]
) -> int:
    """Return the room that an action takes; RuntimeError where it takes none, or fails."""
    folder.mkdir(parents=True)
    disk = FullDisk(UNLIMITED)
    trial = tried(UNLIMITED, folder, set_up, action, disk)
    shutil.rmtree(folder, ignore_errors=True)
    if trial.error or not disk.most_used:
        raise RuntimeError("the action writes nothing or fails by itself") from trial.error
    return disk.most_used
