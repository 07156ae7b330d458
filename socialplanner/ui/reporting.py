"""One reporter for every bug: in slots, timers, tasks, threads, and what Qt itself complains of."""

from __future__ import annotations

import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)

if TYPE_CHECKING:
    from types import TracebackType

    from socialplanner.ui.bug_report import BugReport
    from socialplanner.ui.ports import Log

LOGGED_TIMES: Final = 3
"""A bug that comes again and again, as in a paint event, shall not fill the log."""

QT_LEVELS: Final = {
    QtMsgType.QtInfoMsg: "info",
    QtMsgType.QtWarningMsg: "warning",
    QtMsgType.QtCriticalMsg: "error",
    QtMsgType.QtFatalMsg: "error",
}


class Reporter(QObject):
    """Hears of every bug, logs it, and tells the window, on whose thread `reported` arrives.

    Every bug is said on stderr too, where there is one; one in the reporter itself, or in what
    the window does about a report, there alone.
    """

    reported = Signal(object)
    _heard = Signal(object)

    def __init__(self, log: Log) -> None:
        """Begin without hearing anything."""
        super().__init__()
        self._log = log
        self._times: dict[str, int] = {}
        self._is_telling = False
        self._heard.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Hear of everything from now on."""
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self.hear
        threading.excepthook = self._hear_thread
        sys.unraisablehook = self._hear_unraisable
        self._qt_before = qInstallMessageHandler(self._hear_qt)

    def uninstall(self) -> None:
        """Put back who heard before."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        qInstallMessageHandler(self._qt_before)

    def hear(
        self, kind: type[BaseException], error: BaseException, stack: TracebackType | None
    ) -> None:
        """Take a bug; Ctrl+C in a terminal is none."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, stack)
        else:
            self.take(error)

    def take(self, error: BaseException, where: str = "") -> None:
        """Log a bug and tell of it, whatever thread it was in."""
        _to_stderr(error)
        try:
            from socialplanner.ui.bug_report import bug_report  # noqa: PLC0415 - few starts need it

            report = bug_report(error, where)
            self._write(report)
            if not self._is_own_bug:
                self._heard.emit(report)
        except Exception as trouble:  # noqa: BLE001 - nothing else is left that could hear of it
            _to_stderr(trouble)

    @property
    def _is_own_bug(self) -> bool:
        """Return whether a bug is one of what the window does about another."""
        return self._is_telling and threading.current_thread() is threading.main_thread()

    def _write(self, report: BugReport) -> None:
        times = self._times[report.mark] = self._times.get(report.mark, 0) + 1
        if times <= LOGGED_TIMES:
            self._log.write("error", report.logged)

    @Slot(object)
    def _tell(self, report: BugReport) -> None:
        """Tell the window; a bug in what it does then is not told to it again."""
        self._is_telling = True
        try:
            self.reported.emit(report)
        finally:
            self._is_telling = False

    def _hear_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None and arguments.exc_type is not SystemExit:
            self.take(arguments.exc_value, arguments.thread.name if arguments.thread else "")

    def _hear_unraisable(self, arguments: sys.UnraisableHookArgs) -> None:
        if arguments.exc_value is not None:
            self.take(arguments.exc_value, arguments.err_msg or "")

    def _hear_qt(self, kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        """Log what Qt complains of, once for each complaint; in a terminal it is seen as well."""
        level = QT_LEVELS.get(kind)
        if level is None or words in self._times:
            return
        self._times[words] = 1
        with suppress(Exception):
            from socialplanner.ui.bug_report import without_names  # noqa: PLC0415 - the same

            self._log.write(level, without_names(f"Qt, {context.category}: {words}"))
        if sys.stderr is not None:
            sys.stderr.write(f"{words}\n")


def _to_stderr(error: BaseException) -> None:
    if sys.stderr is not None:
        sys.__excepthook__(type(error), error, error.__traceback__)
