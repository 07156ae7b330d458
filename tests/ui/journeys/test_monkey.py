from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from socialplanner.ui.main_window import MainWindow
from tests.ui.journeys.monkey import Monkey
from tests.ui.journeys.watchdog import Watchdog

EVENTS = 2_000


@pytest.mark.parametrize("seed", [1971, 2026])
def test_two_thousand_random_events_raise_nothing_hang_nothing_and_warn_of_nothing(
    seed: int,
    window: MainWindow,
    watchdog: Watchdog,
    sample_profile: Callable[[str], Path],
) -> None:
    window.open_profile(sample_profile("cafe"))
    monkey = Monkey(window, seed)
    for _ in range(EVENTS):
        monkey.act()
        if window.workspace is None and len(monkey.done) % 50 == 0:
            paths = [window.program.shelf.path(e) for e in window.program.shelf.entries()]
            if paths:
                window.open_profile(paths[0])
    QApplication.processEvents()
    assert len(monkey.done) == EVENTS
    assert watchdog.figures.waited >= 0
