"""The window: home, settings and the open profile, with menus and messages."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from socialplanner import APPLICATION_NAME
from socialplanner.errors import UserError
from socialplanner.presentation.i18n import _
from socialplanner.ui import geometry, opening
from socialplanner.ui.context import Context
from socialplanner.ui.dropping import Dropping
from socialplanner.ui.menus import Menus
from socialplanner.ui.pages.home import HomePage
from socialplanner.ui.sheets import BACK, SHEETS, drop_hidden
from socialplanner.ui.tasks import Tasks
from socialplanner.ui.telling import UntilSaved
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.layouts import column
from socialplanner.ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from socialplanner.ui.pages.page import Page
    from socialplanner.ui.ports import Program
    from socialplanner.ui.workspace import Workspace


class MainWindow(QMainWindow):
    """The one window; `workspace` is the open profile, None at home."""

    profile_opened = Signal()
    profile_closed = Signal()

    def __init__(self, program: "Program", theme: Theme) -> None:
        """Show home."""
        super().__init__()
        self.program = program
        self.theme = theme
        self.tasks = Tasks(self)
        self.messages = MessageBar(theme)
        self.profile_opened.connect(self.messages.clear_calm)
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
        self.home.file_requested.connect(self.ask_for_file)
        self.home.recent_requested.connect(self.open_file)
        Dropping(self).dropped.connect(self.open_file)
        self._sheets: dict[str, Page] = {"home": self.home}
        self.stack.addWidget(self.home)
        self._place()
        self.menus = Menus(self)
        theme.changing.connect(self._make_light)
        self.setWindowTitle(APPLICATION_NAME)
        geometry.restore(self, program.settings)

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
        if key in ("home", *SHEETS):
            self._show_sheet(key, place)
        elif key == BACK:
            self.leave_sheet()
        elif self.workspace is not None:
            self.stack.setCurrentWidget(self.workspace)
            self.workspace.go(key, place)
            self.menus.refresh()

    def _show_sheet(self, key: str, place: str) -> None:
        if key == "home":
            if not self.close_profile():
                return
        elif self.workspace is not None:
            self.workspace.leave()
        if key not in self._sheets:
            self._sheets[key] = SHEETS[key](self)
            self.stack.addWidget(self._sheets[key])
        self.stack.setCurrentWidget(self._sheets[key])
        self._sheets[key].entered(place)
        self.menus.refresh()

    def show_sheet(self, page: "Page") -> None:
        """Show a page that was made for this once, in the place of an earlier one of its key."""
        if self.workspace is not None:
            self.workspace.leave()
        earlier = self._sheets.pop(page.key, None)
        self._sheets[page.key] = page
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        if earlier is not None:
            earlier.deleteLater()
        page.entered("")
        self.menus.refresh()

    def leave_sheet(self) -> None:
        """Go back from the settings to where the person was."""
        if self.workspace is not None:
            self.stack.setCurrentWidget(self.workspace)
            self.workspace.go(self.workspace.key)
        else:
            self.go("home")
        self.menus.refresh()

    def _make_light(self) -> None:
        drop_hidden(self, self._sheets)

    # Files.

    def open_file(self, path: Path) -> None:
        """Open a profile, or show what a bundle or an answers file would do."""
        opening.open_file(self, path)

    def ask_for_file(self) -> None:
        """Let the person choose a file to open."""
        opening.ask_for_file(self)

    def new_profile(self) -> None:
        """Ask at home who a new plan is for."""
        self.go("home")
        self.home.panels.show_new()

    def export_profile(self) -> None:
        """Ask how the open profile goes out."""
        opening.export_profile(self)

    # The open profile.

    def open_profile(self, path: Path, key: str = "") -> None:
        """Open a profile and show a page of it; where that cannot be, say why."""
        from socialplanner.ui.session import Session  # noqa: PLC0415 - home needs no profile
        from socialplanner.ui.wizard.journey import first_place  # noqa: PLC0415 - the same
        from socialplanner.ui.workspace import Workspace  # noqa: PLC0415 - the same

        if not self.close_profile():
            return
        try:
            profile = opening.begun(self.program, self.program.shelf.open(path))
        except UserError as error:
            self.say_refusal(error, path)
            return
        opening.remember(self.program, path)
        session = Session(self.program, profile, self.tasks)
        session.trouble.connect(self._say_trouble)
        session.knocked.connect(self.come_forward)
        session.answers_changed.connect(lambda _question: self.menus.refresh())
        self.workspace = Workspace(self.context, session)
        self.workspace.home_requested.connect(lambda: self.go("home"))
        self.stack.addWidget(self.workspace)
        self._show_name(profile.record.profile.name)
        self.workspace.name_changed.connect(self._show_name)
        self.go(*((key, "") if key else first_place(session)))
        self.profile_opened.emit()

    def _show_name(self, name: str) -> None:
        self.setWindowTitle(window_title(name))

    def close_profile(self, *, is_forced: bool = False) -> bool:
        """Save and close the open profile, and tell whether none is open now.

        What cannot be saved keeps it open, unless the person said that it may be lost.
        """
        if self.workspace is None:
            return True
        self.workspace.leave()
        self.workspace.keep_unfinished()
        self.workspace.session.flush()
        if not self.workspace.session.is_saved and not is_forced:
            opening.say_unsaved(self, self._close_unsaved)
            return False
        workspace, self.workspace = self.workspace, None
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
        return True

    def _say_trouble(self, words: str) -> None:
        message = self.messages.show_message(words, tone="danger")
        if self.workspace is not None and not self.workspace.session.is_saved:
            UntilSaved(message, self.workspace.session)

    def _close_unsaved(self) -> None:
        self.close_profile(is_forced=True)
        self.go("home")

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

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Save everything and remember where the window was."""
        geometry.keep(self, self.program.settings)
        if not self.close_profile():
            event.ignore()
            return
        self.tasks.wait()
        self.home.batch.end()
        super().closeEvent(event)


def window_title(name: str) -> str:
    """Return the title of the window for a profile."""
    return _("{name} – {program}").format(name=name, program=APPLICATION_NAME)
