"""The log: short files that nobody but their owner reads, and that hold nothing a person said."""

import os
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from socialplanner import COMMAND_NAME, __version__

if TYPE_CHECKING:
    from logging import Logger

LARGEST: Final = 256_000
KEPT: Final = 3
"""The log takes four files of this many bytes at most."""


class LogFile:
    """Satisfies `ui.ports.Log`; the folder is made with the first line.

    A disk that refuses is no trouble of the person's: the line is lost, the program goes on.
    """

    def __init__(self, folder: Path) -> None:
        """Name the folder."""
        self.folder = folder

    @property
    def path(self) -> Path:
        """Return where the newest lines are."""
        return self.folder / f"{COMMAND_NAME}.log"

    def write(self, level: str, words: str) -> None:
        """Add a line, or several; `level` is "info", "warning" or "error"."""
        with suppress(OSError):
            logger = self._logger
            tell = {"info": logger.info, "warning": logger.warning, "error": logger.error}
            tell[level]("%s", words)

    @cached_property
    def _logger(self) -> "Logger":
        """Return the logger, which is imported and made with the first line."""
        from logging import INFO, Formatter, Logger  # noqa: PLC0415 - most starts log nothing

        from socialplanner.app.log_rotation import PrivateRotation  # noqa: PLC0415

        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = PrivateRotation(self.path, largest=LARGEST, kept=KEPT)
        handler.setFormatter(
            Formatter(f"%(asctime)s %(levelname)s {__version__} [{os.getpid()}] %(message)s")
        )
        logger = Logger(COMMAND_NAME, INFO)  # noqa: LOG001 - ours alone, not the process’s
        logger.addHandler(handler)
        return logger
