"""Ctrl+C in a terminal, and the system's wish that the program ends: the window closes properly."""

import os
import signal
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
_Handler = Callable[[int, FrameType | None], object] | int | None


class Interruption(QObject):
    """`happened` is emitted in the window's own thread when the system wants the program to end.

    A handler in Python would wait until Qt calls Python again, which may be never: the signal's
    number goes through a pipe instead, on which Qt waits. Where there are no pipes to wait for,
    nothing changes.
    """

    happened = Signal()

    def __init__(self, parent: QObject) -> None:
        """Begin to watch."""
        super().__init__(parent)
        self._before: dict[int, _Handler] = {}
        if os.name != "posix":
            return
        self._ends = os.pipe()
        for end in self._ends:
            os.set_blocking(end, False)
        signal.set_wakeup_fd(self._ends[1], warn_on_full_buffer=False)
        for number in (getattr(signal, name) for name in SIGNALS):
            self._before[number] = signal.signal(number, _wait_for_the_pipe)
        self._notifier = QSocketNotifier(self._ends[0], QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._tell)

    def _tell(self) -> None:
        os.read(self._ends[0], 64)
        self.happened.emit()

    def end(self) -> None:
        """Let signals do again what they did before."""
        if not self._before:
            return
        self._notifier.setEnabled(False)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before.clear()
        signal.set_wakeup_fd(-1)
        for end in self._ends:
            os.close(end)


def _wait_for_the_pipe(_number: int, _frame: object) -> None:
    """Do nothing: the default would end the process, and the pipe tells the window already."""
