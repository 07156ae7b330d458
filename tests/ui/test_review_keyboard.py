"""The page “Review” by keyboard: where it is after a press, and what is opened."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socialplanner.app.program import DesktopProgram
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.review import ReviewPage
from socialplanner.ui.pages.review_layout import WIDE, Folded

LONG = 20_000


def half_year(qtbot: QtBot, window: MainWindow, program: DesktopProgram) -> ReviewPage:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.open_profile(program.shelf.add(program.importing.half_year()), "review")
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(lambda: page.made is not None and page.view.is_complete, timeout=LONG)
    return page


def test_taking_a_change_over_leaves_the_keyboard_at_the_heading_of_its_card(
    qtbot: QtBot, window: MainWindow, program: DesktopProgram
) -> None:
    page = half_year(qtbot, window, program)
    page.view.take_over.setFocus()
    QTest.keyClick(page.view.take_over, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not page.view.take_over.isVisible(), timeout=LONG)
    qtbot.waitUntil(lambda: page.view.is_complete, timeout=LONG)
    assert QApplication.focusWidget() is page.view.proposal.heading


def test_marking_rules_as_done_goes_on_to_the_next_and_then_to_the_heading(
    qtbot: QtBot, window: MainWindow, program: DesktopProgram
) -> None:
    page = half_year(qtbot, window, program)
    rules = page.view.open_rules
    keys = list(rules.buttons)
    assert keys
    rules.buttons[keys[0]].setFocus()
    while keys:
        key = keys.pop(0)
        assert rules.buttons[key].hasFocus()
        QTest.keyClick(rules.buttons[key], Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: list(rules.buttons) == keys, timeout=LONG)
        qtbot.waitUntil(lambda: page.view.is_complete, timeout=LONG)
    assert QApplication.focusWidget() is page.view.cards["rules"].heading


def test_a_wide_table_has_a_row_of_full_width_while_it_is_open(
    qtbot: QtBot, window: MainWindow, program: DesktopProgram
) -> None:
    window.resize(1280, 820)
    page = half_year(qtbot, window, program)
    places = page.view.groups.groups["came"].places
    credited, ledgers = places["credited"], places["ledgers"]
    assert isinstance(credited, Folded)
    assert credited.y() == ledgers.y()
    half = credited.width()
    credited.fold.sign.click()
    qtbot.waitUntil(lambda: credited.width() > 2 * half)
    assert credited.y() > ledgers.y()
    shown = page.view.cards["credited"].table
    assert shown is not None
    assert len(shown.table.head) >= WIDE
    qtbot.waitUntil(lambda: not shown.is_as_records)
    qtbot.waitUntil(lambda: credited.height() < 1_200)
    credited.fold.sign.click()
    qtbot.waitUntil(lambda: credited.width() == half)
    assert credited.y() == ledgers.y()
