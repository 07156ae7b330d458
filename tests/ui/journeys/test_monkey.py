from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from socialplanner.ui.main_window import MainWindow
from tests.ui.journeys.agreement import disagreements
from tests.ui.journeys.choosers import choosers_closed
from tests.ui.journeys.monkey import Monkey
from tests.ui.journeys.watchdog import Watchdog
from tests.ui.journeys.windows import HALF_YEAR

EVENTS = {"cafe": 2_000, HALF_YEAR: 500}
SEEDS = {"cafe": 1971, HALF_YEAR: 2026}
LOOK_EVERY = 100
OPEN_EVERY = 25


@pytest.mark.parametrize("sample", list(SEEDS))
def test_random_events_by_the_thousand_raise_nothing_hang_nothing_and_warn_of_nothing(
    sample: str,
    window: MainWindow,
    watchdog: Watchdog,
    sample_profile: Callable[[str], Path],
    tmp_path: Path,
) -> None:
    seed, program = SEEDS[sample], window.program
    if sample == HALF_YEAR:
        window.open_profile(program.shelf.add(program.importing.half_year()), "review")
    else:
        window.open_profile(sample_profile(sample))
    monkey = Monkey(window, seed)
    with choosers_closed(tmp_path / "chosen", seed):
        while len(monkey.done) < EVENTS[sample]:
            monkey.act()
            if len(monkey.done) % OPEN_EVERY == 0:
                monkey.open_again()
            if len(monkey.done) % LOOK_EVERY == 0:
                assert not disagreements(window), monkey.done[-LOOK_EVERY:]
        QApplication.processEvents()
    assert watchdog.figures.waited >= 0
