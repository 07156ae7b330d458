"""The one application: made, dressed, and run until its window is closed."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from socialplanner import APPLICATION_NAME, COMMAND_NAME, __version__
from socialplanner.ui import accessibility
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.ports import Program
from socialplanner.ui.theme import Appearance, Theme


def show(program: Program, *, quits_when_ready: bool = False) -> int:
    """Show the window until the person closes it, and return the exit code."""
    application = QApplication([COMMAND_NAME])
    application.setApplicationName(COMMAND_NAME)
    application.setApplicationDisplayName(APPLICATION_NAME)
    application.setApplicationVersion(__version__)
    application.setDesktopFileName(COMMAND_NAME)
    accessibility.install()
    window = MainWindow(program, dressed(application, program))
    window.show()
    if quits_when_ready:
        QTimer.singleShot(0, window.close)
    return application.exec()


def dressed(application: QApplication, program: Program) -> Theme:
    """Return the theme, applied as the person set it."""
    theme = Theme(application)
    kept = program.settings.text("appearance", Appearance.SYSTEM)
    appearance = Appearance(kept) if kept in set(Appearance) else Appearance.SYSTEM
    theme.apply(appearance, program.settings.number("text_scale", 1.0))
    theme.is_reduced_motion = program.settings.flag("reduced_motion")
    return theme
