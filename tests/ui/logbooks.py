"""What tests of the logbook share: a café whose logbook is open, with everything shown."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from socialplanner.app.program import DesktopProgram
from socialplanner.domain.logbook import WEEK
from socialplanner.domain.record import ProfileRecord
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.logbook import LogbookPage
from tests.ui.homes import sample

TABLES = Path(__file__).parents[1] / "data" / "platforms"
LONGEST_WAIT = 20_000
Open = Callable[..., LogbookPage]


def kept(
    program: DesktopProgram, change: Callable[[ProfileRecord], ProfileRecord] = lambda r: r
) -> Path:
    return program.shelf.add(change(answered_before(sample(program, "cafe"), weeks=12)))


def answered_before(record: ProfileRecord, weeks: int) -> ProfileRecord:
    """Return a record whose answers were given so long ago: its plan has begun since."""
    (first,) = record.assessments
    return replace(record, assessments=(replace(first, day=first.day - weeks * WEEK),))


@pytest.fixture
def opened(window: MainWindow, program: DesktopProgram, qtbot: QtBot) -> Open:
    """Give a function that opens the logbook of a café, once everything stands there."""

    def open_it(
        change: Callable[[ProfileRecord], ProfileRecord] = lambda record: record, place: str = ""
    ) -> LogbookPage:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.open_profile(kept(program, change), "logbook")
        assert window.workspace is not None
        page = window.workspace.page
        assert isinstance(page, LogbookPage)
        qtbot.waitUntil(lambda: page.week.material.is_known, timeout=LONGEST_WAIT)
        qtbot.waitUntil(lambda: window.tasks.is_idle, timeout=LONGEST_WAIT)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        if place:
            page.entered(place)
        return page

    return open_it


def record_of(window: MainWindow) -> ProfileRecord:
    assert window.workspace is not None
    return window.workspace.session.record
