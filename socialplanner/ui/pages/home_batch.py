"""Reports that are being made for many plans: they go on while the person does something else."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from socialplanner.presentation.i18n import _, plural
from socialplanner.ui.context import Context
from socialplanner.ui.models.report_lines import ReportLines
from socialplanner.ui.ports.batch import Outcome, ReportOrder
from socialplanner.ui.tasks import Task

if TYPE_CHECKING:
    from socialplanner.errors import UserError
    from socialplanner.ui.ports.batch import ReportRun

START: Final = "home.reports"
LOOK_EVERY: Final = 150
"""Milliseconds between two looks at what came."""


class HomeBatch(QObject):
    """Holds one run and its lines; `changed` tells that some came, or that it is over.

    `show_wanted` wants to see what became of it, where nobody was looking.
    """

    changed = Signal()
    show_wanted = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        """Begin without a run."""
        super().__init__(parent)
        self._context = context
        self._run: ReportRun | None = None
        self._refusal = ""
        self._is_starting = False
        self.order: ReportOrder | None = None
        self.lines = ReportLines(context.icon, self)
        self.is_stopped = False
        self.is_watched = False
        self._look = QTimer(self)
        self._look.setInterval(LOOK_EVERY)
        self._look.timeout.connect(self.look)

    @property
    def is_running(self) -> bool:
        """Return whether reports are being made."""
        return self._is_starting or self._look.isActive()

    @property
    def total(self) -> int:
        """Return how many plans there are."""
        return 0 if self.order is None else len(self.order.places)

    @property
    def refusal(self) -> str:
        """Return why no report at all could be made, "" where that is not so."""
        return self._refusal or ("" if self._run is None else self._run.refusal)

    def start(self, order: ReportOrder) -> None:
        """Make reports; the list of all plans is read before, so it begins in the background."""
        batches = self._context.program.batches
        self.order, self._run, self._refusal = order, None, ""
        self.lines = ReportLines(self._context.icon, self)
        self.is_stopped = False
        self._is_starting = True

        def work() -> None:
            self._run = batches.start(order)

        self._context.tasks.run(START, Task(work, self._began, self._refused))
        self.changed.emit()

    def _began(self, _nothing: None) -> None:
        self._is_starting = False
        self._look.start()
        if self.is_stopped and self._run is not None:
            self._run.cancel()
        self.changed.emit()

    def _refused(self, error: "UserError") -> None:
        self._is_starting = False
        self._refusal = str(error)
        self._say_over()
        self.changed.emit()

    def look(self) -> None:
        """Take what came; a run that is over may still have lines."""
        run = self._run
        if run is None:
            return
        is_over = run.is_over
        self.lines.add(run.new_lines())
        if is_over:
            self._look.stop()
            self._say_over()
        self.changed.emit()

    def stop(self) -> None:
        """Begin no more reports; those that are begun are finished."""
        if self.is_running:
            self.is_stopped = True
            if self._run is not None:
                self._run.cancel()
            self.changed.emit()

    def end(self) -> None:
        """Stop and wait: the window closes, and nothing is started any more."""
        is_running, self._is_starting = self.is_running, False
        self._look.stop()
        if self._run is not None and is_running:
            self._run.cancel()
            self._run.wait()

    def _say_over(self) -> None:
        """Say how it went where nobody is looking."""
        if not self.is_watched:
            tone = "warning" if self.refusal or self.lines.count(Outcome.FAILED) else "success"
            show = (_("Show"), self.show_wanted.emit)
            self._context.messages.show_message(self.words(), tone=tone, actions=(show,))

    def words(self) -> str:
        """Return how far it is, or how it went."""
        if self.refusal:
            return self.refusal
        came, failed = len(self.lines.lines), self.lines.count(Outcome.FAILED)
        if self.is_running:
            words = _("Stopping …") if self.is_stopped else _("{done} of {all} plans")
            return words.format(done=came, all=self.total)
        said = [plural("{count} report made", "{count} reports made", self._made)]
        there = self.lines.count(Outcome.SKIPPED)
        said += [plural("{count} was there", "{count} were there", there)] if there else []
        said += [plural("{count} not made", "{count} not made", failed)] if failed else []
        left = self.total - came
        said += [plural("{count} not begun", "{count} not begun", left)] if left > 0 else []
        return ", ".join(said) + "."

    @property
    def _made(self) -> int:
        return self.lines.count(Outcome.DONE)
