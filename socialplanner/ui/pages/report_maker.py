"""The plan made in the background, anew after every change; the newest wish counts."""

from dataclasses import dataclass
from threading import Event
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from socialplanner.errors import UserError
from socialplanner.presentation.plan_options import PlanOptions
from socialplanner.ui.ports import Printing, Results
from socialplanner.ui.ports.printing import PlanOrder, PrintedPlan
from socialplanner.ui.tasks import Task, Tasks

MAKING: Final = "report"
PAUSE: Final = 350
"""Milliseconds of quiet after a change before the plan is made anew."""

LOOK_EVERY: Final = 50
"""Milliseconds between two looks at how far it is."""


class _StoppedError(Exception):
    """Nobody wants this plan any more."""


class Running:
    """A piece of work that tells how far it is and can be stopped, from another thread."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self._stopped = Event()
        self.share = 0.0

    def stop(self) -> None:
        """Let the work end at its next step."""
        self._stopped.set()

    @property
    def is_stopped(self) -> bool:
        """Return whether it was stopped."""
        return self._stopped.is_set()

    def progress(self, done: int, total: int) -> None:
        """Take how far the work is; raise where it was stopped."""
        self.share = done / total if total else 0.0
        if self.is_stopped:
            raise _StoppedError


@dataclass(frozen=True, slots=True)
class Made:
    """A plan and what it was made of."""

    order: PlanOrder
    plan: PrintedPlan

    @property
    def results(self) -> Results:
        """Return what the answers came to."""
        return self.order.results

    @property
    def options(self) -> PlanOptions:
        """Return how it is printed."""
        return self.order.options


class PlanMaker(QObject):
    """Holds the newest plan; `changed` tells when one is begun, further, made, or will not be."""

    changed = Signal()

    def __init__(self, printing: Printing, tasks: Tasks, parent: QObject) -> None:
        """Begin without a plan."""
        super().__init__(parent)
        self._printing = printing
        self._tasks = tasks
        self._wish: PlanOrder | None = None
        self._running: Running | None = None
        self.made: Made | None = None
        self.refusal = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._begin)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_EVERY)
        self._look.timeout.connect(self.changed)

    @property
    def is_busy(self) -> bool:
        """Return whether a plan is being made, or is about to be."""
        return self._running is not None or self._pause.isActive()

    @property
    def share(self) -> float:
        """Return how far the making is, from 0 to 1."""
        return 0.0 if self._running is None else self._running.share

    @property
    def is_newest(self) -> bool:
        """Return whether the plan that is here is the one that was wished for last."""
        made = self.made
        return made is not None and self._is_wish(made.order)

    def _is_wish(self, order: PlanOrder) -> bool:
        """Return whether a plan would be the same: of a profile it shows results and logbook."""
        wish = self._wish
        if wish is None or wish.results is not order.results:
            return False
        return wish.options == order.options and wish.record.weeks == order.record.weeks

    def want(self, order: PlanOrder, *, at_once: bool = False) -> None:
        """Have a plan made, unless it is there or on its way."""
        if self._is_wish(order) and (self.is_busy or self.is_newest):
            return
        self._wish = order
        self._halt()
        self._pause.start(0 if at_once or self.made is None else PAUSE)
        self.changed.emit()

    def stop(self) -> None:
        """Make nothing more; what was made stays."""
        self._pause.stop()
        self._halt()
        self.changed.emit()

    def again(self) -> None:
        """Begin anew with what was wished for last."""
        if self._wish is not None and not self.is_busy:
            self._begin()

    def _halt(self) -> None:
        self._tasks.forget(MAKING)
        self._look.stop()
        if self._running is not None:
            self._running.stop()
            self._running = None

    def _begin(self) -> None:
        if self._wish is None:
            return
        order = self._wish
        running = self._running = Running()
        self.refusal = ""

        def work() -> PrintedPlan | None:
            try:
                return self._printing.make(order, running.progress)
            except _StoppedError:
                return None

        def done(plan: PrintedPlan | None) -> None:
            if plan is not None:
                self.made = Made(order, plan)
            self._end()

        self._look.start()
        self._tasks.run(MAKING, Task(work, done, self._refused))
        self.changed.emit()

    def _refused(self, error: UserError) -> None:
        self.refusal = str(error)
        self._end()

    def _end(self) -> None:
        self._look.stop()
        self._running = None
        self.changed.emit()
