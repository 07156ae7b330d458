"""Ask for a file: the one place with the system's own choosers, replaced whole in tests."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked for: the title of the chooser, where it starts, and which files it shows."""

    title: str
    start: Path
    pattern: str


class FileChooser:
    """Asks the person for a file to open or to write; None where they think better of it."""

    def to_open(self, parent: QWidget, wanted: Wanted) -> Path | None:
        """Return the file to open."""
        name, _pattern = QFileDialog.getOpenFileName(
            parent, wanted.title, str(wanted.start), wanted.pattern
        )
        return Path(name) if name else None

    def to_save(self, parent: QWidget, wanted: Wanted) -> Path | None:
        """Return the file to write; the chooser asks before one is replaced."""
        name, _pattern = QFileDialog.getSaveFileName(
            parent, wanted.title, str(wanted.start), wanted.pattern
        )
        return Path(name) if name else None
