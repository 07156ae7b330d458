"""Unused objects are freed on the window's own thread alone.

Python frees cycles in whichever thread happens to allocate. A window or session that is part of
one, freed by a worker, takes Qt down with it: its timers belong to another thread.

How much there is tells `sys.getallocatedblocks`: `gc.get_objects` would hand out tuples that a
worker is still making, and stop it (CPython refuses to resize a tuple that somebody else holds).
"""

import gc
import sys
from typing import Final

from PySide6.QtCore import QObject, QTimer

EVERY: Final = 500
"""Milliseconds between two looks."""

OLDEST: Final = 2
GROWTH: Final = 1.25
"""All is looked through, a tenth of a second long, once there is so many times as much."""


class Garbage(QObject):
    """Collects when there is enough, where it is made."""

    def __init__(self, parent: QObject) -> None:
        """Take collecting over from Python."""
        super().__init__(parent)
        gc.disable()
        self._after_all = 0
        timer = QTimer(self)
        timer.timeout.connect(self.collect_if_due)
        timer.start(EVERY)

    def collect_if_due(self) -> None:
        """Free the oldest generation that has grown enough, as Python itself would."""
        pairs = enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        due = [generation for generation, (count, most) in pairs if count > most > 0]
        if 0 not in due:
            return
        if OLDEST not in due:
            gc.collect(due[-1])
        elif sys.getallocatedblocks() > GROWTH * self._after_all:
            gc.collect()
            self._after_all = sys.getallocatedblocks()
        else:
            gc.collect(OLDEST - 1)
