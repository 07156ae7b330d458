"""The window tried without anybody: every look, icon and font, and a profile answered to a plan."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtWidgets import QApplication

from socialplanner import COMMAND_NAME, paths
from socialplanner.errors import UserError
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.starting import chosen, made_application
from socialplanner.ui.theme import FONT_FILES, Appearance, read_tokens, style_sheet

if TYPE_CHECKING:
    from socialplanner.domain.answers import Answer
    from socialplanner.ui.ports import Program, Results

PATIENCE: Final = 60_000
"""Milliseconds within which the slowest machine has made a plan."""


class TriedWindow:
    """A window of its own application, which nobody sees."""

    def __init__(self, program: "Program") -> None:
        """Open the window at home."""
        found = QApplication.instance()
        self._application = found if isinstance(found, QApplication) else made_application()
        theme = chosen(self._application, program)
        self._window = MainWindow(program, theme)
        theme.dress()
        self._window.show()
        QApplication.processEvents()

    def check_look(self) -> None:
        """Load every font, icon and style; UserError with those that cannot be used."""
        if faults := list(faults_of_look()):
            raise UserError(f"These cannot be used: {', '.join(faults)}.")

    def results_of(self, path: Path, answers: Mapping[str, "Answer"]) -> "Results":
        """Answer questions of a profile through the window's session and return what follows."""
        self._window.open_profile(path)
        workspace = self._window.workspace
        if workspace is None:
            raise UserError(f"The window could not open {path.name}.")
        session = workspace.session
        for question_id, answer in answers.items():
            session.give(question_id, answer)
        waiting = QEventLoop()
        session.results_changed.connect(waiting.quit)
        QTimer.singleShot(PATIENCE, waiting, waiting.quit)
        session.want_results()
        if session.results is None:
            waiting.exec()
        if session.results is None:
            raise UserError(session.refusal or "No plan was made within a minute.")
        return session.results

    def pages(self) -> int:
        """Show every page of the open profile, and return how many there are."""
        workspace = self._window.workspace
        keys = [] if workspace is None else list(workspace.specs)
        for key in keys:
            self._window.go(key)
            QApplication.processEvents()
        return len(keys)

    def close(self) -> None:
        """Save everything and close the window."""
        self._window.close()
        self._window.deleteLater()


def faults_of_look() -> Iterator[str]:
    """Yield what is wrong with fonts, icons and styles; an application must be there."""
    yield from (f"font {name}" for name in FONT_FILES if not _is_font(name))
    yield from (f"icon {file.name}" for file in _drawings() if not _is_drawing(file))
    pictures = sorted(paths.application_icons_dir().glob("*.png"))
    yield from (f"icon {file.name}" for file in pictures if QImage(str(file)).isNull())
    if not pictures or not list(paths.icons_dir().glob("*.svg")):
        yield "no icons at all"
    template = (paths.styles_dir() / "app.qss").read_text(encoding="utf-8")
    for appearance in Appearance:
        if appearance is not Appearance.SYSTEM:
            style_sheet(template, read_tokens(appearance), 1.0)  # an unknown colour raises


def _drawings() -> list[Path]:
    own = paths.application_icons_dir() / f"{COMMAND_NAME}.svg"
    return [own, *sorted(paths.icons_dir().glob("*.svg"))]


def _is_font(name: str) -> bool:
    return QFontDatabase.addApplicationFont(str(paths.fonts_dir() / f"{name}.ttf")) >= 0


def _is_drawing(file: Path) -> bool:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - as the window's icons do

    return QSvgRenderer(str(file)).isValid()
