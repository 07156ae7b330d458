"""The log, as the window writes it."""

from pathlib import Path
from typing import Protocol


class Log(Protocol):
    """Files in a folder of their own, where nothing is written that a person said."""

    @property
    def folder(self) -> Path:
        """Return where the files are."""

    def write(self, level: str, words: str) -> None:
        """Add a line, or several; `level` is "info", "warning" or "error"."""


class LastRun(Protocol):
    """How the run before this one ended."""

    @property
    def ended_badly(self) -> bool:
        """Return whether it never closed."""

    @property
    def stacks(self) -> str:
        """Return where it was when it crashed; "" where it was cut off."""
