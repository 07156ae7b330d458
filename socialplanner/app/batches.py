"""Reports of many profiles, as the window wants them: made elsewhere, asked for now and then."""

from collections import deque
from collections.abc import Callable, Container, Iterator, Sequence
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from socialplanner.app.batch import Batch
from socialplanner.app.report_job import ReportJob, ReportStyle
from socialplanner.app.report_jobs import processors, profile_jobs
from socialplanner.app.report_words import told
from socialplanner.errors import UserError
from socialplanner.presentation.i18n import _, language_spoken
from socialplanner.presentation.report_presets import Preset
from socialplanner.ui.ports.batch import ReportLine, ReportOrder

if TYPE_CHECKING:
    from socialplanner.app.program import DesktopProgram


class RunInThread:
    """Satisfies `ui.ports.batch.ReportRun`: a thread waits for the processes."""

    def __init__(self, batch: Batch, total: int, log: Callable[[str], None]) -> None:
        """Begin at once; mistakes of ours are told to `log`."""
        self._total = total
        self._refusal = ""
        self._batch = batch
        self._log = log
        self._lines = deque[ReportLine]()
        self._thread = Thread(target=self._run, name="batch", daemon=True)
        self._thread.start()

    @property
    def total(self) -> int:
        """Return how many clients there are."""
        return self._total

    @property
    def refusal(self) -> str:
        """Return the sentence why the whole batch could not be, "" where it could."""
        return self._refusal

    @property
    def is_over(self) -> bool:
        """Return whether all is done or stopped."""
        return not self._thread.is_alive()

    def new_lines(self) -> tuple[ReportLine, ...]:
        """Return the lines that came since the last call."""
        return tuple(self._lines.popleft() for _place in range(len(self._lines)))

    def cancel(self) -> None:
        """Finish what is begun and begin nothing more."""
        self._batch.stop()

    def wait(self) -> None:
        """Wait until it is over."""
        self._thread.join()

    def _run(self) -> None:
        try:
            for line in self._batch.lines():
                if line.fault:
                    self._log(line.fault)
                self._lines.append(line)
        except UserError as error:
            self._refusal = told(error)
        except Exception:
            self._refusal = _("This did not work because of a mistake in SocialPlanner.")
            raise


def _gone(places: Sequence[Path], there: Container[Path]) -> Iterator[ReportJob]:
    """Yield what fails at once: profiles that were chosen and are not there any more."""
    for place in places:
        if place not in there:
            words = _("This plan is not there any more.")
            yield ReportJob(label=place.stem, place=place, trouble=words)


class BatchesInProcesses:
    """Satisfies `ui.ports.ReportBatches`."""

    def __init__(self, program: "DesktopProgram") -> None:
        """Work for a program."""
        self._program = program
        self._running: list[RunInThread] = []

    def start(self, order: ReportOrder) -> RunInThread:
        """Begin a batch and return."""
        style = ReportStyle(
            today=self._program.today(),
            formats=order.formats,
            house=self._program.printing.house(),
            preset=Preset(order.preset) if order.preset else None,
            is_anonymous=order.is_anonymous,
            only_missing=order.only_missing,
            may_replace=order.may_replace,
            language=language_spoken(),
            speaks_window=True,
        )
        library, places = self._program.shelf.library, set(order.places)
        entries = library.entries()
        wanted = [entry for entry in entries if library.path(entry) in places]
        jobs = (
            *profile_jobs(entries, wanted, library.folder, library.key_of),
            *_gone(order.places, {library.path(entry) for entry in wanted}),
        )
        batch = Batch(jobs, style, order.folder, max(1, order.jobs or processors()))
        self._running = [each for each in self._running if not each.is_over]
        run = RunInThread(batch, len(jobs), self._log)
        self._running.append(run)
        return run

    def end(self) -> None:
        """Stop what is on its way and wait for it: the program ends."""
        for run in self._running:
            run.cancel()
        for run in self._running:
            run.wait()

    def _log(self, fault: str) -> None:
        self._program.log.write("error", fault)
