"""The one application: made, dressed, and run until its window is closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from socialplanner import APPLICATION_NAME, COMMAND_NAME, DESKTOP_ID, __version__, paths
from socialplanner.ui import accessibility
from socialplanner.ui.bug_watch import BugWatch
from socialplanner.ui.language import speak
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.theme import Appearance, Theme

if TYPE_CHECKING:
    from socialplanner.ui.interruption import Interruption
    from socialplanner.ui.ports import Program
    from socialplanner.ui.single_instance import SingleInstance


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """How the window is asked for; `instance` holds the right to be the only one."""

    files: tuple[Path, ...] = ()
    instance: "SingleInstance | None" = None
    quits_when_ready: bool = False


def show(program: "Program", opening: Opening) -> int:
    """Show the window until the person closes it, and return the exit code."""
    application = made_application()
    speak(application, program.settings)
    theme = chosen(application, program)
    window = MainWindow(program, theme)
    theme.dress()
    watch = BugWatch(window)
    start = Starting(window, opening)
    window.show()
    code = application.exec()
    start.end()
    watch.end()
    return code


def made_application() -> QApplication:
    """Return the application with the names that the desktop knows it by."""
    application = QApplication([COMMAND_NAME])
    application.setApplicationName(COMMAND_NAME)
    application.setApplicationDisplayName(APPLICATION_NAME)
    application.setApplicationVersion(__version__)
    application.setDesktopFileName(DESKTOP_ID)
    accessibility.install()
    return application


def chosen(application: QApplication, program: "Program") -> Theme:
    """Return the theme as the person set it, ready to dress a window."""
    theme = Theme(application)
    kept = program.settings.text("appearance", Appearance.SYSTEM)
    appearance = Appearance(kept) if kept in set(Appearance) else Appearance.SYSTEM
    theme.choose(appearance, program.settings.number("text_scale", 1.0))
    theme.is_reduced_motion = program.settings.flag("reduced_motion")
    return theme


def application_icon() -> QIcon:
    """Return the program's icon; each size is read when it is shown."""
    icon = QIcon()
    for picture in sorted(paths.application_icons_dir().glob("*.png")):
        icon.addFile(str(picture))
    return icon


class Starting(QObject):
    """Tells when a window is `ready`: painted, and answering events; then does what can wait."""

    ready = Signal()

    def __init__(self, window: MainWindow, opening: Opening) -> None:
        """Watch a window that is not shown yet."""
        super().__init__(window)
        self._window = window
        self._opening = opening
        self._interruption: Interruption | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Post an event behind the first paint, which holds the whole window."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            behind = Qt.EventPriority.LowEventPriority.value
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), behind)
        return False

    def customEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Go on once the posted event is answered."""
        del event
        self.ready.emit()
        if self._opening.quits_when_ready:
            self._window.close()
        else:
            self._do_what_can_wait()

    def _do_what_can_wait(self) -> None:
        from socialplanner.ui.interruption import Interruption  # noqa: PLC0415 - can wait
        from socialplanner.ui.last_run import tell_last_run  # noqa: PLC0415 - the same

        self._window.setWindowIcon(application_icon())
        self._interruption = Interruption(self)
        self._interruption.happened.connect(self._window.close)
        if self._opening.instance is not None:
            self._opening.instance.asked.connect(self.open_more)
            self._opening.instance.listen()
        tell_last_run(self._window)
        self._open(self._opening.files)

    @Slot(object)
    def open_more(self, files: Sequence[Path]) -> None:
        """Come to the front with the files of a second start."""
        self._window.come_forward()
        self._open(files)

    def _open(self, files: Sequence[Path]) -> None:
        for file in files:
            self._window.open_file(file)

    def end(self) -> None:
        """Give back the right to be the only window, and to hear what the system wants."""
        if self._interruption is not None:
            self._interruption.end()
        if self._opening.instance is not None:
            self._opening.instance.leave()
