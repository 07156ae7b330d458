"""Whether the window answers: a thread knocks at it all the time and notes how long it waits."""

import faulthandler
import os
import tempfile
import threading
import time
from dataclasses import dataclass, field
from types import TracebackType
from typing import Final, Self

from PySide6.QtCore import QObject, Qt, Signal, Slot

MOST_BUSY: Final = 0.250
"""Seconds of its own work after which a person would notice that the window does not answer."""

MOST_WAITING: Final = 4.0
"""Seconds of the clock: a busy machine makes a window wait that itself does little."""

PAUSE: Final = 0.01

USUAL_WORK: Final = 0.0065
"""Seconds that the work in `slowness` takes on a machine that has nothing else to do."""

MOST_CROWDED: Final = 3.0
"""However much else is at work, a window that is busy for longer than this many times is stuck."""


def slowness() -> float:
    """Return how many times slower than usual this machine is just now, and at least 1.

    Where more is at work than there are processors, they empty each other's caches.
    """
    begun, total = time.thread_time(), 0
    for number in range(200_000):
        total += number % 7
    crowd = os.getloadavg()[0] / (os.cpu_count() or 1) if hasattr(os, "getloadavg") else 1.0
    return max(1.0, (time.thread_time() - begun) / USUAL_WORK, min(crowd, MOST_CROWDED))


@dataclass(slots=True)
class Stall:
    """A time in which the window did not answer: its own work, the clock's time, and where."""

    busy: float
    waited: float
    where: str


@dataclass(slots=True)
class Figures:
    """The longest times seen, in seconds."""

    busy: float = 0.0
    waited: float = 0.0
    stalls: list[Stall] = field(default_factory=list)


class Watchdog(QObject):
    """Watches the thread it is made on, from `with` to its end."""

    _knocked = Signal(int)

    def __init__(self, patience: float = 1.0) -> None:
        """Watch; `patience` is how many times the usual limit is borne."""
        super().__init__()
        self._most = patience * MOST_BUSY
        self.figures = Figures()
        self._answered = 0
        self._over = threading.Event()
        self._watched = threading.get_ident()
        self._clock = time.pthread_getcpuclockid(self._watched)
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)
        self._knocked.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    @Slot(int)
    def _answer(self, number: int) -> None:
        self._answered = number

    def _watch(self) -> None:
        number = 0
        while not self._over.is_set():
            number += 1
            begun, worked = time.monotonic(), time.clock_gettime(self._clock)
            self._knocked.emit(number)
            where = ""
            while self._answered < number and not self._over.is_set():
                time.sleep(PAUSE)
                busy = time.clock_gettime(self._clock) - worked
                if busy > self._most and not where:
                    where = self._place()
            busy = time.clock_gettime(self._clock) - worked
            self._note(busy, time.monotonic() - begun, where)
            time.sleep(PAUSE)

    def _place(self) -> str:
        """Return where the watched thread is, the innermost call first.

        No frame is held: what is in it might be freed here then, and widgets belong to the other.
        """
        with tempfile.TemporaryFile() as file:
            faulthandler.dump_traceback(file, all_threads=True)
            file.seek(0)
            told = file.read().decode("utf-8", "replace")
        threads = told.split("\n\n")
        found = (each for each in threads if f"{self._watched:x} " in each.partition("\n")[0])
        return "\n".join(next(found, "").splitlines()[:13])

    def _note(self, busy: float, waited: float, where: str) -> None:
        if self._over.is_set():
            return
        figures = self.figures
        figures.busy, figures.waited = max(figures.busy, busy), max(figures.waited, waited)
        is_busy = busy > self._most and busy > self._most * slowness()
        if is_busy or waited > MOST_WAITING:
            figures.stalls.append(Stall(busy, waited, where))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        self._thread.join()

    def complaint(self) -> str:
        """Return where the window did not answer, "" where it always did."""
        return "\n".join(
            f"busy {each.busy * 1000:.0f} ms, waited {each.waited * 1000:.0f} ms\n{each.where}"
            for each in self.figures.stalls
        )
