"""Let every bug of the running program be heard, and shown over its window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from socialplanner.ui.reporting import Reporter

if TYPE_CHECKING:
    from socialplanner.ui.bug_report import BugReport
    from socialplanner.ui.crash_panel import CrashPanel
    from socialplanner.ui.main_window import MainWindow


class BugWatch(QObject):
    """Hears of bugs from its making to its end; the panel is made with the first one."""

    def __init__(self, window: "MainWindow") -> None:
        """Begin to hear."""
        super().__init__(window)
        self._window = window
        self._panel: CrashPanel | None = None
        self._reporter = Reporter(window.program.log)
        self._reporter.reported.connect(self.show_bug)
        self._reporter.install()

    @Slot(object)
    def show_bug(self, report: "BugReport") -> None:
        """Show a bug over the window."""
        from socialplanner.ui.crash_panel import CrashPanel  # noqa: PLC0415 - few starts need it

        self._panel = self._panel or CrashPanel(self._window)
        self._panel.show_bug(report)

    def end(self) -> None:
        """Let the program end as any other."""
        self._reporter.uninstall()
