"""Work in the background: who does it, who is told, and where what it held is let go of."""

import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from socialplanner.ui.tasks import Task, Tasks

MANY = 2_000


class Held(QObject):
    """Something of the window's that work holds on to; it tells which thread let go of it."""

    def __init__(self, freed: list[int]) -> None:
        super().__init__()
        self._freed = freed

    def look(self) -> int:
        return 1

    def __del__(self) -> None:
        self._freed.append(threading.get_ident())


def test_what_work_holds_is_never_let_go_of_by_the_thread_that_does_it(qtbot: QtBot) -> None:
    freed: list[int] = []
    tasks = Tasks()
    for number in range(MANY):
        tasks.run(f"look {number}", Task(Held(freed).look, lambda _: None, lambda _: None))
    qtbot.waitUntil(lambda: tasks.is_idle)
    tasks.wait()
    assert len(freed) == MANY
    assert set(freed) == {threading.get_ident()}
