"""What is shown outside the window: folders and files, by the programs the person has for them."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_outside(path: Path) -> bool:
    """Show a folder or a file, and tell whether the desktop took it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
