"""Files of a log that are made for their owner alone, and that never trouble the program."""

import os
from io import TextIOWrapper
from logging import LogRecord
from logging.handlers import RotatingFileHandler
from pathlib import Path


class PrivateRotation(RotatingFileHandler):
    """Writes to a file that is put aside once it is full; what cannot be written is lost."""

    def __init__(self, path: Path, *, largest: int, kept: int) -> None:
        """Name the file, which is opened with the first line."""
        super().__init__(
            path,
            maxBytes=largest,
            backupCount=kept,
            encoding="utf-8",
            delay=True,
            errors="backslashreplace",
        )

    def _open(self) -> TextIOWrapper:
        handle = os.open(self.baseFilename, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        return TextIOWrapper(os.fdopen(handle, "ab"), self.encoding, self.errors)

    def emit(self, record: LogRecord) -> None:
        """Write a line and let the file go: two windows may share it, and lines are few."""
        super().emit(record)
        if self.stream is not None:
            self.stream.close()
            self.stream = None

    def handleError(self, record: LogRecord) -> None:  # noqa: N802 - logging's name
        """Lose the line: there is nobody to tell."""
        del record
