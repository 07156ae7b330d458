"""Work in the background: one thread, results and refusals back on the window's own thread."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from socialplanner.errors import UserError
from socialplanner.ui.garbage import Garbage

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Task(Generic[Result]):
    """What is to be done, and whom to tell; `refused` gets the sentence of a UserError."""

    work: Callable[[], Result]
    done: Callable[[Result], None]
    refused: Callable[[UserError], None]


class _Messenger(QObject):
    """Carries what came out of a task to the thread it was made on."""

    finished = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.finished.connect(self.tell, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def tell(self, call: Callable[[], None]) -> None:
        """Make the call that came from the other thread."""
        call()


class _Run(QRunnable):
    def __init__(
        self, task: Task[object], messenger: _Messenger, tasks: "Tasks", number: int
    ) -> None:
        super().__init__()
        self._task = task
        self._messenger = messenger
        self._tasks = tasks
        self._number = number

    def run(self) -> None:
        """Do the work; whatever comes of it is told on the window's thread."""
        self._messenger.finished.emit(self._outcome())

    def _outcome(self) -> Callable[[], None]:
        task, tasks, number = self._task, self._tasks, self._number
        try:
            result = task.work()
        except UserError as error:
            refusal = error
            return lambda: tasks.end(number, lambda: task.refused(refusal))
        except Exception as error:  # noqa: BLE001 - a bug: raised again where the reporter hears it
            bug = error
            return lambda: tasks.end(number, lambda: _raise(bug))
        return lambda: tasks.end(number, lambda: task.done(result))


def _raise(bug: Exception) -> None:
    raise bug


class Tasks(QObject):
    """Runs tasks one after the other in a thread; the newest of a name alone is told of.

    A task must not touch a widget. A bug in it is raised on the window's thread.
    """

    idle_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without any work."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._messenger = _Messenger(self)
        self._garbage = Garbage(self)
        self._number = 0
        self._newest: dict[str, int] = {}
        self._names: dict[int, str] = {}

    @property
    def is_idle(self) -> bool:
        """Return whether nothing is being done and nothing waits to be told."""
        return not self._names

    def run(self, name: str, task: Task[Result]) -> None:
        """Start a task; what an earlier one of the same name finds is no longer told."""
        self._number += 1
        self._newest[name] = self._number
        self._names[self._number] = name
        run = _Run(task, self._messenger, self, self._number)  # type: ignore[arg-type]
        self._pool.start(run)
        self.idle_changed.emit()

    def forget(self, name: str) -> None:
        """Tell nobody of the tasks of a name that are on their way."""
        self._newest.pop(name, None)

    def end(self, number: int, tell: Callable[[], None]) -> None:
        """Tell what came of a task, unless a newer one of its name was started."""
        name = self._names.pop(number)
        try:
            if self._newest.get(name) == number:
                tell()
        finally:
            self.idle_changed.emit()

    def wait(self) -> None:
        """Wait for the thread before the program ends; nobody is told any more."""
        self._newest.clear()
        self._pool.clear()
        self._pool.waitForDone()
