"""Settings in a small JSON file, which is replaced whole."""

import json
import math
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, cast

from socialplanner.app.log_file import LogFile

Setting = str | float | bool | tuple[str, ...]

LARGEST: Final = 1_000_000
"""Bytes: a settings file of ours takes a few hundred."""

PATIENCE: Final = 1.0
"""Seconds to wait for another window that writes its settings at the same moment."""


class SettingsFile:
    """Satisfies `ui.ports.Settings`; what cannot be read counts as not set.

    Two windows may share the file: each keeps what the other set meanwhile, and names that only
    another version knows. A file that is damaged is put aside before the first one is written.
    """

    def __init__(self, path: Path, log: LogFile) -> None:
        """Read the file, if there is one."""
        self.path = path
        self._log = log
        self._waiting: dict[str, object] = {}
        try:
            self._values = self._read()
        except OSError as error:
            self._values = {}
            self._log.write("warning", f"settings were not read: {error.strerror or error}")

    @property
    def folder(self) -> Path:
        """Return where settings are, and what belongs to them."""
        return self.path.parent

    def text(self, name: str, default: str = "") -> str:
        """Return a text."""
        value = self._values.get(name)
        return value if isinstance(value, str) and _is_usable(value) else default

    def number(self, name: str, default: float = 0.0) -> float:
        """Return a number; one that is no finite number counts as not set."""
        value = self._values.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return default
        with suppress(OverflowError):
            return float(value) if math.isfinite(value) else default
        return default

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Return a yes or no."""
        value = self._values.get(name)
        return value if isinstance(value, bool) else default

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts."""
        value = self._values.get(name)
        texts = value if isinstance(value, list) else []
        return tuple(each for each in texts if isinstance(each, str) and _is_usable(each))

    def put(self, name: str, value: Setting) -> None:
        """Keep a setting; where the disk refuses, it holds until the program ends."""
        plain = list(value) if isinstance(value, tuple) else value
        if name in self._values and self._values[name] == plain:
            return
        self._values[name] = plain
        self._waiting[name] = plain
        try:
            with self._alone():
                self._write({**self._read(puts_aside=True), **self._waiting})
        except OSError as error:
            self._log.write("warning", f"a setting was not kept: {error.strerror or error}")

    def _read(self, *, puts_aside: bool = False) -> dict[str, object]:
        """Return what the file holds: nothing of one that is not there or is damaged."""
        try:
            with self.path.open("rb") as file:
                found = json.loads(file.read(LARGEST).decode("utf-8"))
        except FileNotFoundError:
            return {}
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, dict):
            return cast("dict[str, object]", found)
        self._log.write("warning", "the settings file is damaged; defaults hold")
        if puts_aside:
            self.path.replace(self.path.with_suffix(".damaged"))
        return {}

    def _write(self, values: dict[str, object]) -> None:
        """Put a whole new file in the place of the old one, readable by its owner alone."""
        beside = self.path.with_name(f".{self.path.name}.{os.urandom(4).hex()}")
        data = json.dumps(values, indent=1, ensure_ascii=True).encode("ascii")
        try:
            handle = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self.path)
            self._values = values
            self._waiting.clear()
        finally:
            beside.unlink(missing_ok=True)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other windows from writing meanwhile; one that hangs is not waited for."""
        from filelock import FileLock, Timeout  # noqa: PLC0415 - only where something is kept

        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = FileLock(self.folder / f".{self.path.name}.lock", timeout=PATIENCE, mode=0o600)
        with suppress(Timeout):
            lock.acquire()
        try:
            yield
        finally:
            lock.release()


def _is_usable(text: str) -> bool:
    """Return whether a text could name a file; the others were not written by this program."""
    try:
        os.fsencode(text)
    except UnicodeEncodeError:
        return False
    return "\0" not in text
