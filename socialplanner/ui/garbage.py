"""Unused objects are freed on the window's own thread alone.

Python frees cycles in whichever thread happens to allocate. A window or session that is part of
one, freed by a worker, takes Qt down with it: its timers belong to another thread.
"""

import gc
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
        elif len(gc.get_objects()) > GROWTH * self._after_all:
            gc.collect()
            self._after_all = len(gc.get_objects())
        else:
            gc.collect(OLDEST - 1)
