"""A window outside of a test: in a process of its own, with folders of its own."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from socialplanner import paths
from socialplanner.app.program import DesktopProgram
from socialplanner.domain import beginning
from socialplanner.exchange.answers_file import read_answers_file
from socialplanner.ui import accessibility
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.theme import Appearance, Theme

HALF_YEAR: Final = "half-year"


class _Outside(QObject):
    """Takes what would be opened in another program."""

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """Do nothing with it."""


def own_window(folder: Path) -> MainWindow:
    """Return a shown window over a folder; nothing is opened in another program."""
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication(["socialplanner"])
    accessibility.install()
    outside = _Outside(application)
    for scheme in ("file", "http", "https", "mailto"):
        QDesktopServices.setUrlHandler(scheme, outside, "take")  # type: ignore[arg-type]  # a str
    theme = Theme(application)
    theme.apply(Appearance.LIGHT)
    program = DesktopProgram(folder / "data", folder / "config")
    program.settings.put("sample_made", True)  # noqa: FBT003 - a setting like any other
    window = MainWindow(program, theme)
    window.show()
    QApplication.processEvents()
    return window


def sample_window(folder: Path, name: str) -> MainWindow:
    """Return such a window with one of the invented firms open."""
    window = own_window(folder)
    program = window.program
    if name == HALF_YEAR:
        window.open_profile(program.shelf.add(program.importing.half_year()), "review")
        return window
    said = read_answers_file(program.catalogue, paths.samples_dir() / f"{name}.toml")
    now = program.now()
    record = beginning.begun(said.profile, program.new_id(), program.new_id(), now)
    record = beginning.filled(record, said.answers, said.choices, said.day, now)
    window.open_profile(program.shelf.add(record))
    return window
