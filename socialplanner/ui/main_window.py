"""The window: home, settings and the open profile, with menus and messages."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from socialplanner import APPLICATION_NAME
from socialplanner.errors import UserError
from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.menus import Menus
from socialplanner.ui.pages.home import HomePage
from socialplanner.ui.pages.page import Page
from socialplanner.ui.ports import Program
from socialplanner.ui.session import Session
from socialplanner.ui.tasks import Tasks
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.layouts import column
from socialplanner.ui.widgets.message_bar import MessageBar
from socialplanner.ui.workspace import Workspace

LEAST_WIDTH, LEAST_HEIGHT = 860, 560
FIRST_WIDTH, FIRST_HEIGHT = 1240, 820
GEOMETRY = "window_geometry"


class MainWindow(QMainWindow):
    """The one window; `workspace` is the open profile, None at home."""

    profile_opened = Signal()
    profile_closed = Signal()

    def __init__(self, program: Program, theme: Theme) -> None:
        """Show home."""
        super().__init__()
        self.program = program
        self.theme = theme
        self.tasks = Tasks(self)
        self.messages = MessageBar(theme)
        self.context = Context(
            program=program,
            theme=theme,
            tasks=self.tasks,
            messages=self.messages,
            go=self.go,
        )
        self.workspace: Workspace | None = None
        self.stack = QStackedWidget()
        self.home = HomePage(self.context)
        self.home.open_requested.connect(self.open_profile)
        self._sheets: dict[str, Page] = {"home": self.home}
        self.stack.addWidget(self.home)
        self._place()
        self.menus = Menus(self)
        self.setWindowTitle(APPLICATION_NAME)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self._restore_geometry()

    def _place(self) -> None:
        messages = column(self.messages)
        messages.setContentsMargins(12, 0, 12, 0)
        box = column(messages, self.stack, spacing=0)
        box.setStretch(1, 1)
        middle = QWidget()
        middle.setProperty("role", "window")
        middle.setLayout(box)
        self.setCentralWidget(middle)

    # Moving.

    def go(self, key: str, place: str = "") -> None:
        """Show a page: of the window, or of the open profile."""
        if key in ("home", "settings"):
            self._show_sheet(key, place)
        elif self.workspace is not None:
            self.stack.setCurrentWidget(self.workspace)
            self.workspace.go(key, place)
            self.menus.refresh()

    def _show_sheet(self, key: str, place: str) -> None:
        if key == "home":
            self.close_profile()
        elif self.workspace is not None:
            self.workspace.leave()
        if key not in self._sheets:
            self._sheets[key] = self._make_sheet(key)
            self.stack.addWidget(self._sheets[key])
        self.stack.setCurrentWidget(self._sheets[key])
        self._sheets[key].entered(place)
        self.menus.refresh()

    def _make_sheet(self, key: str) -> Page:
        del key
        from socialplanner.ui.pages.settings import SettingsPage  # noqa: PLC0415 - on use

        return SettingsPage(self.context)

    def leave_sheet(self) -> None:
        """Go back from the settings to where the person was."""
        if self.workspace is not None:
            self.stack.setCurrentWidget(self.workspace)
            self.workspace.go(self.workspace.key)
        else:
            self.go("home")
        self.menus.refresh()

    # The open profile.

    def open_profile(self, path: Path, key: str = "") -> None:
        """Open a profile and show a page of it; where that cannot be, say why."""
        self.close_profile()
        shelf = self.program.shelf
        try:
            profile = shelf.open(path)
        except UserError as error:
            self.say_refusal(error, path)
            return
        session = Session(self.program, profile, self.tasks)
        session.trouble.connect(lambda words: self.messages.show_message(words, tone="danger"))
        session.knocked.connect(self.come_forward)
        session.answers_changed.connect(lambda _question: self.menus.refresh())
        self.workspace = Workspace(self.context, session)
        self.workspace.home_requested.connect(lambda: self.go("home"))
        self.stack.addWidget(self.workspace)
        self.setWindowTitle(f"{profile.record.profile.name} – {APPLICATION_NAME}")
        self.go(key or self._first_page(session))
        self.profile_opened.emit()

    def _first_page(self, session: Session) -> str:
        return "quick" if not session.assessment.answers else "profile"

    def close_profile(self) -> None:
        """Save and close the open profile, if one is open."""
        if self.workspace is None:
            return
        workspace, self.workspace = self.workspace, None
        workspace.leave()
        try:
            workspace.session.close()
        except UserError as error:
            self.messages.show_message(str(error), tone="danger")
        self.stack.setCurrentWidget(self.home)
        self.stack.removeWidget(workspace)
        workspace.deleteLater()
        self.setWindowTitle(APPLICATION_NAME)
        self.profile_closed.emit()
        self.menus.refresh()

    def say_refusal(self, error: UserError, path: Path) -> None:
        """Say why a profile cannot be opened; another window that has it is asked to show it."""
        with suppress(UserError):
            self.program.shelf.knock(path)
        self.messages.show_message(str(error), tone="danger")

    # The window itself.

    def come_forward(self) -> None:
        """Come to the front: a second start wants to see this window."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()

    def _restore_geometry(self) -> None:
        kept = self.program.settings.text(GEOMETRY)
        restored = kept and self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii")))
        screens = QGuiApplication.screens()
        on_screen = any(s.availableGeometry().intersects(self.frameGeometry()) for s in screens)
        if not restored or not on_screen:
            room = QGuiApplication.primaryScreen().availableGeometry()
            self.resize(min(FIRST_WIDTH, room.width() - 20), min(FIRST_HEIGHT, room.height() - 40))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Fill home once the window is there."""
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Save everything and remember where the window was."""
        geometry = self.saveGeometry().toBase64().data()
        self.program.settings.put(GEOMETRY, bytes(geometry).decode("ascii"))
        self.close_profile()
        self.tasks.wait()
        super().closeEvent(event)


def window_title(name: str) -> str:
    """Return the title of the window for a profile."""
    return _("{name} – {program}").format(name=name, program=APPLICATION_NAME)
