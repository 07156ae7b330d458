"""One writer per profile: a lock that dies with its holder, and a knock that the holder hears."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from socialplanner.messages import visible
from socialplanner.store.database import PRIVATE_FILE
from socialplanner.store.trouble import InUseError, told

LONGEST_NAME = 255
"""The most bytes of a file's name that systems allow."""

if TYPE_CHECKING:
    from filelock import BaseFileLock


class ProfileLock:
    """The right to write in a profile file; the system takes it back when the process ends.

    It lies beside the file, hidden: on a drive of its own a lock elsewhere would guard nothing.
    A second start that may not write can `knock`, so that the first brings its window forward.
    """

    def __init__(self, path: Path) -> None:
        """Name the profile file; nothing is locked yet."""
        self._path = path
        self._lock: BaseFileLock | None = None

    def acquire(self) -> None:
        """Take the lock, or raise InUseError where another process or window holds it.

        A full disk or a folder that may not be written raises what it is, never InUseError.
        """
        from filelock import FileLock, Timeout  # noqa: PLC0415 - heavy, and reading needs no lock

        lock = FileLock(lock_path(self._path), timeout=0, mode=PRIVATE_FILE, thread_local=False)
        with told(self._path):
            try:
                lock.acquire()
            except Timeout as error:
                raise InUseError(
                    f"{visible(str(self._path))} is open in another window or program. Close it "
                    f"there, then try again."
                ) from error
        self._lock = lock

    def release(self) -> None:
        """Give the lock back; what is not held is no error."""
        if self._lock is not None:
            with suppress(OSError):
                self._lock.release()
            self._lock = None


def lock_path(path: Path) -> Path:
    """Return where the lock of a profile file lies: one for all names that lead to it."""
    real = path.resolve()
    name = f".{real.name}.lock"
    if len(name.encode(errors="surrogateescape")) > LONGEST_NAME:
        digest = hashlib.sha256(real.name.encode(errors="surrogateescape")).hexdigest()
        name = f".{digest[:32]}.lock"
    return real.with_name(name)


def knock_path(path: Path) -> Path:
    """Return the file whose coming asks the holder to show itself."""
    return lock_path(path).with_suffix(".knock")


def knock(path: Path) -> None:
    """Ask whoever has a profile open to bring it forward."""
    with told(path):
        knock_path(path).touch(mode=PRIVATE_FILE)


def answer_knock(path: Path, show: Callable[[], None]) -> bool:
    """Call `show` when somebody knocked since the last time, and tell whether it was so."""
    try:
        knock_path(path).unlink()
    except FileNotFoundError:
        return False
    show()
    return True


def remove_lock_files(path: Path) -> None:
    """Remove what guarded a file that is no longer there."""
    for each in (lock_path(path), knock_path(path)):
        with suppress(OSError):
            each.unlink(missing_ok=True)
