"""Reports for many clients, by several processes; a client or a process that fails costs no other.

Lines come in the order of the clients. Where a process dies, the clients that it had in hand, and
those that waited, are done once more, each alone: whoever kills its process again is named.
"""

import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from socialplanner.app import report_worker
from socialplanner.app.report_folder import ReportFolder, opened
from socialplanner.app.report_job import ReportJob, ReportMaker, ReportStyle
from socialplanner.errors import UserError
from socialplanner.presentation.i18n import _
from socialplanner.ui.ports.batch import Outcome, ReportLine

MOST_PROCESSES: Final = 60
"""Windows waits for 63 things at once and no more."""

LARGEST_CHUNK: Final = 4
"""How many clients a process takes at once: enough that handing them over costs nothing."""

_AHEAD: Final = 4
"""How many chunks for each process are handed out before the first is waited for."""

Chunk = tuple[ReportJob, ...]
Work = Future[tuple[ReportLine, ...] | str]


class Batch:
    """One run over many clients; `stop` may be called from any thread, and from a signal."""

    def __init__(
        self, jobs: Sequence[ReportJob], style: ReportStyle, folder: Path, processes: int
    ) -> None:
        """Prepare a run by so many processes; with 0 it works in this one."""
        self._jobs = jobs
        self._style = style
        self._path = folder
        self._processes = min(processes, len(jobs), MOST_PROCESSES)
        self._folder: ReportFolder | None = None
        self._is_stopped = False

    @property
    def is_stopped(self) -> bool:
        """Return whether somebody stopped it."""
        return self._is_stopped

    def stop(self) -> None:
        """Finish what is begun and begin nothing more."""
        self._is_stopped = True
        if self._folder is not None:
            self._folder.stop()

    def lines(self) -> Generator[ReportLine, None, None]:
        """Make the reports and yield what became of each; UserError where none can be made."""
        with opened(self._path) as self._folder:
            if self._is_stopped:
                return
            yield from self._in_processes() if self._processes else self._here()

    def _here(self) -> Iterator[ReportLine]:
        maker = ReportMaker(self._style, self._opened)
        _ = maker.catalogue
        for job in self._jobs:
            if not self._opened.is_running:
                return
            yield maker.line(job)

    def _in_processes(self) -> Iterator[ReportLine]:
        """Yield the lines of all chunks; each time processes are lost, begin with new ones."""
        chunks = _chunks(self._jobs, self._processes)
        while True:
            held = deque[tuple[Chunk, Work | None]]()
            with self._pool(self._processes, self._style) as pool, self._stopped_by_trouble():
                yield from self._flow(pool, chunks, held)
            if not held:
                return
            yield from self._again(held)
            if self._is_stopped:
                return

    def _flow(
        self,
        pool: ProcessPoolExecutor,
        chunks: Iterator[Chunk],
        held: deque[tuple[Chunk, Work | None]],
    ) -> Iterator[ReportLine]:
        """Keep all processes busy until nothing is left; what is `held` at the end was lost."""
        while True:
            for chunk in islice(chunks, max(0, _AHEAD * self._processes - len(held))):
                held.append((chunk, _submitted(pool, chunk)))
                if held[-1][1] is None:
                    return
            if not held:
                return
            lines = _outcome(held[0][1])
            if lines is None:
                return
            held.popleft()
            yield from lines
            if self._is_stopped:
                chunks = iter(())

    def _again(self, lost: Iterable[tuple[Chunk, Work | None]]) -> Iterator[ReportLine]:
        """Do clients again whose process was lost, each alone; some were done before that."""
        self._refuse_without_processes()
        pool: ProcessPoolExecutor | None = None
        try:
            for chunk, future in lost:
                done = _finished(future)
                yield from done or ()
                for job in chunk if done is None else ():
                    if self._is_stopped:
                        return
                    pool = pool or self._pool(1, replace(self._style, only_missing=False))
                    lines = _outcome(_submitted(pool, (job,)))
                    pool = None if lines is None else pool
                    yield from (_lost(job),) if lines is None else lines
        finally:
            if pool is not None:
                pool.shutdown()

    def _refuse_without_processes(self) -> None:
        """Raise UserError where not even a process that has nothing to do comes to its end."""
        if self._is_stopped:
            return
        with self._pool(1, self._style) as pool:
            if _outcome(_submitted(pool, ())) is None:
                raise UserError(
                    _("The processes that make reports end at once; nothing can be made here.")
                )

    @contextmanager
    def _stopped_by_trouble(self) -> Iterator[None]:
        """Let nobody wait for clients whose lines will not be taken any more."""
        try:
            yield
        except BaseException:
            self.stop()
            raise

    def _pool(self, processes: int, style: ReportStyle) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            processes,
            mp_context=get_context("spawn"),
            initializer=report_worker.begin,
            initargs=(style, self._opened),
        )

    @property
    def _opened(self) -> ReportFolder:
        if self._folder is None:
            raise RuntimeError("The folder of a batch is not open.")
        return self._folder


def _chunks(jobs: Sequence[ReportJob], processes: int) -> Iterator[Chunk]:
    """Yield clients in chunks, small ones where there are few, so that no process is idle long."""
    size = max(1, min(LARGEST_CHUNK, len(jobs) // (_AHEAD * processes)))
    waiting = iter(jobs)
    while chunk := tuple(islice(waiting, size)):
        yield chunk


def _submitted(pool: ProcessPoolExecutor, chunk: Chunk) -> Work | None:
    """Hand out a chunk; None where the processes were lost, or another cannot be started.

    The library says so by an OSError where it is just about to find out.
    """
    try:
        with _deaf():
            return pool.submit(report_worker.work, chunk)
    except (BrokenProcessPool, OSError):
        return None


def _outcome(future: Work | None) -> tuple[ReportLine, ...] | None:
    """Wait for the lines of a chunk; None where its process was lost."""
    if future is None:
        return None
    try:
        lines = future.result()
    except BrokenProcessPool:
        return None
    if isinstance(lines, str):
        raise UserError(lines)
    return lines


def _finished(future: Work | None) -> tuple[ReportLine, ...] | None:
    """Return the lines of a chunk that was done before its process was lost."""
    return _outcome(future) if future is not None and future.done() else None


def _lost(job: ReportJob) -> ReportLine:
    words = _(
        "The process that made this report was ended twice, perhaps for want of memory; "
        "nothing was written for it."
    )
    return ReportLine(label=job.label, place=job.place, outcome=Outcome.FAILED, words=words)


@contextmanager
def _deaf() -> Iterator[None]:
    """Let a process that is started now never hear Ctrl+C, not even before it can say so.

    What arrives meanwhile is heard afterwards. Windows has no such mask; there it is soon deaf.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
