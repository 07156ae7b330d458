"""A folder that a batch writes reports into: each is there whole or not at all.

A run has a hidden folder of its own beside the reports, on which it holds a lock that dies with
it: what a killed run left is told from what another one, on the same folder, is about to write.
"""

import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from socialplanner.app.issuing import BEGINNINGS
from socialplanner.errors import UserError
from socialplanner.messages import visible
from socialplanner.presentation.i18n import _
from socialplanner.presentation.plan_formats import EDITED, Format

if TYPE_CHECKING:
    from filelock import FileLock

_BEGIN: Final = ".socialplanner-"
_LOCK: Final = "lock"
_RUNNING: Final = "running"
_ATTEMPTS: Final = 5
_OLD: Final = 24 * 3600.0
"""Seconds after which a folder belongs to nobody where locks do not work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFolder:
    """Where reports go, and the hidden folder they are made in; made by `opened`."""

    path: Path
    hidden: Path

    @property
    def is_running(self) -> bool:
        """Return whether the run goes on: it was not stopped, and its folder was not swept."""
        try:
            (self.hidden / _RUNNING).stat()
        except FileNotFoundError:
            return False
        except OSError:
            return True  # the disk will say so with the next report
        return True

    def stop(self) -> None:
        """Let every process of the run stop before the next client."""
        with suppress(OSError):
            (self.hidden / _RUNNING).unlink()

    def has(self, name: str) -> bool:
        """Return whether a file of that name is there."""
        with suppress(OSError):
            return (self.path / name).is_file()
        return False

    def refuse_other(self, name: str, kind: Format, data: bytes, remedy: str) -> None:
        """Raise UserError where a file is there that must stay as it is.

        `remedy` says what to do about a document that differs, "" where it may be replaced.
        """
        path = self.path / name
        if not os.path.lexists(path):
            return
        if not self.has(name) or _start(path, kind) != BEGINNINGS[kind]:
            remedy = _("It was left alone; move it, or choose another folder.")
            words = _("{file} is there already and is no such file of a plan.")
        elif kind in EDITED and remedy and not _holds(path, data):
            words = _("{file} is there already and differs; somebody may have written in it.")
        else:
            return
        raise UserError(f"{words.format(file=visible(name))} {remedy}")

    def write(self, name: str, data: bytes) -> None:
        """Put a file in its place; one that is the same already is not touched."""
        target = self.path / name
        try:
            if _holds(target, data):
                return
            target.parent.mkdir(parents=True, exist_ok=True)
            self._replace(target, data)
        except OSError as error:
            reason = error.strerror or error
            words = _("{file} cannot be written: {reason}.")
            raise UserError(words.format(file=visible(name), reason=reason)) from error

    def _replace(self, target: Path, data: bytes) -> None:
        """Write beside, and only then give it its name; its permissions stay as they were."""
        temporary = self.hidden / secrets.token_hex(8)
        try:
            with temporary.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            with suppress(FileNotFoundError):
                shutil.copymode(target, temporary)
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)


@contextmanager
def opened(path: Path) -> Iterator[ReportFolder]:
    """Open a folder for a run, made if need be; what killed runs left there is removed."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        _sweep(path)
        folder, lock = _begun(path)
    except OSError as error:
        reason = error.strerror or error
        words = _("Nothing can be written into {folder}: {reason}.")
        raise UserError(words.format(folder=visible(str(path)), reason=reason)) from error
    try:
        yield folder
    finally:
        folder.stop()
        with suppress(OSError):
            lock.release()
        shutil.rmtree(folder.hidden, ignore_errors=True)


def _begun(path: Path) -> tuple[ReportFolder, "FileLock"]:
    """Make the hidden folder of a run; another run may sweep it until its lock is held."""
    for _attempt in range(_ATTEMPTS):
        hidden = path / f"{_BEGIN}{secrets.token_hex(4)}"
        hidden.mkdir()
        lock = _lock(hidden)
        try:
            if _holds_lock(lock):
                (hidden / _RUNNING).touch()
                return ReportFolder(path=path.absolute(), hidden=hidden.absolute()), lock
        except FileNotFoundError:
            continue  # it was swept just now
        except OSError:
            shutil.rmtree(hidden, ignore_errors=True)
            raise
    raise OSError(_("another run removes what this one makes"))


def _sweep(path: Path) -> None:
    """Remove the hidden folders of runs that are gone."""
    for hidden in path.glob(f"{_BEGIN}*"):
        if not hidden.is_dir() or hidden.is_symlink():
            continue
        with suppress(OSError):
            is_old = time.time() - hidden.stat().st_mtime > _OLD
            lock = _lock(hidden)
            if _holds_lock(lock, otherwise=is_old) or is_old:
                shutil.rmtree(hidden, ignore_errors=True)  # while nobody else can take it
                lock.release()
                shutil.rmtree(hidden, ignore_errors=True)  # where a lock that is held stays


def _lock(hidden: Path) -> "FileLock":
    from filelock import FileLock  # noqa: PLC0415 - only where a batch is made

    return FileLock(hidden / _LOCK, timeout=0)


def _holds_lock(lock: "FileLock", *, otherwise: bool = True) -> bool:
    """Take a lock and return whether that worked; where locks are not known, `otherwise`."""
    from filelock import Timeout  # noqa: PLC0415 - see _lock

    try:
        lock.acquire()
    except Timeout:
        return False
    except (NotImplementedError, OSError):
        return otherwise
    return True


def _holds(path: Path, data: bytes) -> bool:
    """Return whether a file holds just these bytes."""
    with suppress(OSError):
        return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
    return False


def _start(path: Path, kind: Format) -> bytes:
    with suppress(OSError), path.open("rb") as file:
        return file.read(len(BEGINNINGS[kind]))
    return b""
