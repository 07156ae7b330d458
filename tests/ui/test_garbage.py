"""Unused objects are freed on the window's thread: a timer freed by a worker stops the program."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from socialplanner.errors import UserError
from socialplanner.ui.tasks import Task, Tasks


class Circle(QObject):
    """Something with a timer that only the collector can free."""

    def __init__(self) -> None:
        """Refer to itself."""
        super().__init__()
        self.timer = QTimer(self)
        self.timer.start(1_000)
        self.itself = self


def test_what_nobody_needs_is_freed_here_however_much_a_worker_makes(qtbot: QtBot) -> None:
    tasks = Tasks()
    threads: list[str] = []
    here = threading.current_thread().name
    for _ in range(20):
        weakref.finalize(Circle(), lambda: threads.append(threading.current_thread().name))

    def work() -> int:
        return sum(len([[each] for each in range(50)]) for _ in range(2_000))

    def refused(error: UserError) -> None:
        raise error

    found: list[int] = []
    tasks.run("work", Task(work, found.append, refused))
    qtbot.waitUntil(lambda: bool(found) and tasks.is_idle)
    assert not threads
    kept = [[each] for each in range(5_000)]
    qtbot.waitUntil(lambda: len(threads) == 20)
    assert set(threads) == {here}
    assert kept
    tasks.wait()
    assert not gc.isenabled()
