"""What the entries of the menus do."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from socialplanner.presentation.i18n import _
from socialplanner.ui.look import set_appearance, set_scale, step_scale
from socialplanner.ui.outside import open_outside
from socialplanner.ui.theme import Appearance

if TYPE_CHECKING:
    from socialplanner.ui.main_window import MainWindow
    from socialplanner.ui.pages.report import ReportPage
    from socialplanner.ui.workspace import Workspace

REPORT = "report"


class Commands:
    """What can be done with the window, whatever it shows; nothing is done where nothing can."""

    def __init__(self, window: "MainWindow") -> None:
        """Work for a window."""
        self._window = window
        self.open_outside = open_outside

    @property
    def _workspace(self) -> "Workspace | None":
        return self._window.workspace

    # File.

    def save(self) -> None:
        """Save the plan where it is shown; elsewhere say that everything is saved."""
        report = self._report_shown()
        if report is not None:
            report.save_plan()
            return
        actions = ((_("Go to the report"), self._show_report),) if self._workspace else ()
        self._window.messages.show_message(
            _("Everything is saved as you go. A PDF of the plan is made on the report page."),
            tone="success",
            actions=actions,
        )

    def print_plan(self) -> None:
        """Print the plan, from the page that shows it."""
        self._show_report()
        report = self._report_shown()
        if report is not None:
            report.print_plan()

    def _show_report(self) -> None:
        self._window.go(REPORT, "")

    def _report_shown(self) -> "ReportPage | None":
        workspace = self._workspace
        if workspace is None or workspace.key != REPORT or not workspace.isVisible():
            return None
        from socialplanner.ui.pages.report import ReportPage  # noqa: PLC0415 - where it is shown

        return workspace.page if isinstance(workspace.page, ReportPage) else None

    def go_home(self) -> None:
        """Close the profile and show the list."""
        self._window.go("home", "")

    def settings(self) -> None:
        """Show the settings."""
        self._window.go("settings", "")

    # Edit.

    def undo(self) -> None:
        """Take the last step back: of the text that is being edited, else of the profile."""
        field = edited_field()
        if field is not None and can_undo(field):
            field.undo()
        elif self._workspace is not None:
            self._workspace.undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        field = edited_field()
        if field is not None and can_redo(field):
            field.redo()
        elif self._workspace is not None:
            self._workspace.redo()

    # View.

    def past(self) -> None:
        """Show the page before this one, as in a browser."""
        self._move(-1)

    def future(self) -> None:
        """Show the page that was left by going back."""
        self._move(1)

    def _move(self, step: int) -> None:
        workspace = self._workspace
        if workspace is None or not workspace.isVisible():
            if step < 0:
                self._window.leave_sheet()
        elif step < 0:
            workspace.go_past()
        else:
            workspace.go_future()

    def larger_text(self) -> None:
        """Show all text one step larger."""
        step_scale(self._window.theme, self._window.program.settings, 1)

    def smaller_text(self) -> None:
        """Show all text one step smaller."""
        step_scale(self._window.theme, self._window.program.settings, -1)

    def normal_text(self) -> None:
        """Show all text in the usual size."""
        set_scale(self._window.theme, self._window.program.settings, 1.0)

    def dress(self, appearance: Appearance) -> None:
        """Dress the program in another theme."""
        set_appearance(self._window.theme, self._window.program.settings, appearance)

    def next_open(self) -> None:
        """Show the next question that waits for an answer."""
        if self._workspace is not None:
            self._window.stack.setCurrentWidget(self._workspace)
            self._workspace.go_to_next_open()

    def side_panel(self) -> None:
        """Show the picture beside the questions, or put it away."""
        if self._workspace is not None and self._workspace.isVisible():
            self._workspace.footer.panel.click()

    # Help.

    def help(self) -> None:
        """Show what the guide says about the page that is shown."""
        workspace = self._workspace
        at_work = workspace is not None and workspace.isVisible()
        self._window.go("guide", workspace.key if workspace is not None and at_work else "")

    def shortcuts(self) -> None:
        """Show the sheet of keys."""
        self._window.go("shortcuts", "")

    def about(self) -> None:
        """Show what the program is."""
        self._window.go("about", "")

    def open_log(self) -> None:
        """Show the folder of the log, which is made if need be."""
        folder = self._window.program.log.folder
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            is_there = False
        else:
            is_there = self.open_outside(folder)
        if not is_there:
            words = _("The log is in {folder}; it could not be opened from here.")
            self._window.messages.show_message(words.format(folder=folder), tone="warning")

    def close_window(self) -> None:
        """Close the window: everything is saved then."""
        self._window.close()


Field = QLineEdit | QPlainTextEdit | QTextEdit


def edited_field() -> Field | None:
    """Return the text field that is typed into, or None."""
    field = QApplication.focusWidget()
    return field if isinstance(field, Field) else None


def can_undo(field: Field) -> bool:
    """Return whether there is something to take back in a text field."""
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    return field.document().isUndoAvailable()


def can_redo(field: Field) -> bool:
    """Return whether there is something to do again in a text field."""
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable()
    return field.document().isRedoAvailable()
