"""The pages of somebody who came back: with half a year behind them, in every size and by keyboard.

One window is opened for many looks: a plan with half a year takes its time.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.logbook import LogbookPage
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.fold import FoldCard
from tests.ui.journeys.pages import LONGEST_WAIT, is_whole, page_of
from tests.ui.journeys.telling import headings
from tests.ui.journeys.test_accessibility import seen_wrongly, told_wrongly
from tests.ui.journeys.test_keyboard import Hand, letters_twice, missed_by_tab
from tests.ui.journeys.walking import shown

PAGES: Final = ("review", "logbook", "compare", "week")
SIZES: Final = ((1024, 700), (860, 560), (2560, 1440))


@pytest.fixture
def half_year(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """Open the firm with half a year behind it."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    program = window.program
    window.open_profile(program.shelf.add(program.importing.half_year()), "review")
    return window


@pytest.fixture
def scale(theme: Theme) -> Iterator[Theme]:
    yield theme
    theme.apply(theme.appearance, 1.0)


def page_shown(window: MainWindow, qtbot: QtBot, key: str) -> QWidget:
    """Go to a page and return it once it is whole and everything folded is open."""
    window.go(key)
    qtbot.waitUntil(lambda: is_whole(window), timeout=LONGEST_WAIT)
    for fold in page_of(window).findChildren(FoldCard):
        if fold.isVisible() and not fold.is_open:
            fold.sign.click()
    QApplication.processEvents()
    return page_of(window)


def wrongs(qtbot: QtBot, look: Callable[[], list[str]]) -> list[str]:
    """Return what is still wrong once everything is laid out."""
    with suppress(QtBot.TimeoutError):
        qtbot.waitUntil(lambda: not look(), timeout=3_000)
    return look()


def test_every_page_with_data_is_told_and_seen_in_every_size(
    half_year: MainWindow, qtbot: QtBot, scale: Theme
) -> None:
    found: dict[str, list[str]] = {}
    for key in PAGES:
        half_year.resize(*SIZES[0])
        page = page_shown(half_year, qtbot, key)
        assert len(headings(page, 1)) == 1
        found[f"{key}, told"] = told_wrongly(half_year)
        found[f"{key}, letters"] = letters_twice(half_year)
        for width, height in SIZES:
            half_year.resize(width, height)
            found[f"{key}, {width}"] = wrongs(qtbot, lambda: seen_wrongly(half_year))
    scale.apply(scale.appearance, 2.0)
    for key in PAGES:
        half_year.resize(*SIZES[0])
        page_shown(half_year, qtbot, key)
        found[f"{key}, twice as large"] = wrongs(qtbot, lambda: seen_wrongly(half_year))
    assert {key: words for key, words in found.items() if words} == {}


def test_every_page_with_data_is_gone_round_by_tab_and_stays_in_sight(
    half_year: MainWindow, qtbot: QtBot
) -> None:
    half_year.resize(1024, 700)
    hand = Hand(half_year, qtbot)
    for key in PAGES:
        page_shown(half_year, qtbot, key)
        hand.presses("Tab")
        assert missed_by_tab(half_year, hand) == [], key


def test_a_week_is_logged_and_what_it_says_is_reviewed_by_keyboard(
    half_year: MainWindow, qtbot: QtBot
) -> None:
    hand = Hand(half_year, qtbot)
    page = page_shown(half_year, qtbot, "logbook")
    assert isinstance(page, LogbookPage)
    session = half_year.workspace.session if half_year.workspace is not None else None
    assert session is not None
    before = len(session.record.enquiries)
    hand.goes_to("In their own words")
    hand.types("a neighbour told me")
    hand.goes_to("Keep as: Word of mouth")
    hand.presses("Space")
    assert len(session.record.enquiries) == before + 1
    assert half_year.workspace is not None
    rail = half_year.workspace.rail
    rail.step("logbook").setFocus(Qt.FocusReason.TabFocusReason)
    hand.presses("Down")
    hand.presses("Return")
    qtbot.waitUntil(lambda: is_whole(half_year), timeout=LONGEST_WAIT)
    hand.goes_to("Go to: What the log has taught")
    hand.presses("Space")
    assert hand.sees("What the log has taught")
    buttons = [each for each in shown(page_of(half_year)) if isinstance(each, QAbstractButton)]
    assert buttons
