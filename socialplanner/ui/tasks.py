"""Work in the background: one thread, results and refusals back on the window's own thread."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from socialplanner.errors import UserError
from socialplanner.presentation.i18n import _
from socialplanner.ui.garbage import Garbage

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Task(Generic[Result]):
    """What is to be done, and whom to tell; `refused` gets the sentence of a UserError.

    After a bug in the work `refused` is called as well, before the bug is raised.
    """

    work: Callable[[], Result]
    done: Callable[[Result], None]
    refused: Callable[[UserError], None]


class _Messenger(QObject):
    """Carries what came out of a task to the thread it was made on."""

    finished = Signal(int, object)


class _Run(QRunnable):
    """Holds the work alone, and lets go of it before anybody is told that it is done.

    Qt frees widgets without Python's lock: were the last hold on one let go of here meanwhile, the
    program would end. So `Tasks` keeps the work until it is told, on the window's own thread.
    """

    def __init__(self, work: Callable[[], object], messenger: _Messenger, number: int) -> None:
        super().__init__()
        self._work: Callable[[], object] = work
        self._messenger = messenger
        self._number = number

    def run(self) -> None:
        """Do the work; whatever comes of it is told on the window's thread."""
        outcome = _outcome(self._work)
        self._work = _nothing
        self._messenger.finished.emit(self._number, outcome)


def _nothing() -> None:
    """Stand where work was that is done."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of a task: a result, a refusal or a bug."""

    result: object = None
    refusal: UserError | None = None
    bug: Exception | None = None


def _outcome(work: Callable[[], object]) -> _Outcome:
    try:
        return _Outcome(result=work())
    except UserError as error:
        return _Outcome(refusal=error)
    except Exception as error:  # noqa: BLE001 - a bug: raised again where the reporter hears it
        return _Outcome(bug=error)


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
        self._messenger.finished.connect(self._end, Qt.ConnectionType.QueuedConnection)
        self._garbage = Garbage(self)
        self._number = 0
        self._newest: dict[str, int] = {}
        self._running: dict[int, tuple[str, Task[object]]] = {}

    @property
    def is_idle(self) -> bool:
        """Return whether nothing is being done and nothing waits to be told."""
        return not self._running

    def run(self, name: str, task: Task[Result]) -> None:
        """Start a task; what an earlier one of the same name finds is no longer told."""
        self._number += 1
        self._newest[name] = self._number
        self._running[self._number] = name, cast("Task[object]", task)
        self._pool.start(_Run(task.work, self._messenger, self._number))
        self.idle_changed.emit()

    def forget(self, name: str) -> None:
        """Tell nobody of the tasks of a name that are on their way."""
        self._newest.pop(name, None)

    @Slot(int, object)
    def _end(self, number: int, outcome: _Outcome) -> None:
        """Tell what came of a task, unless a newer one of its name was started."""
        name, task = self._running.pop(number)
        try:
            if self._newest.get(name) == number:
                _tell(task, outcome)
        finally:
            self.idle_changed.emit()

    def wait(self) -> None:
        """Wait for the thread before the program ends; nobody is told any more."""
        self._newest.clear()
        self._pool.clear()
        self._pool.waitForDone()


def _tell(task: Task[object], outcome: _Outcome) -> None:
    if outcome.bug is not None:
        try:
            task.refused(UserError(_bug_words()))  # else it would be waited for without end
        finally:
            raise outcome.bug
    if outcome.refusal is not None:
        task.refused(outcome.refusal)
    else:
        task.done(outcome.result)


def _bug_words() -> str:
    return _("This did not work because of a mistake in SocialPlanner. What was saved is safe.")
