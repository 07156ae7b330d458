"""“How could I reach the target?”: found by keyboard, kept beside the plan, tried on the week."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialplanner.domain.kept_scenario import kept_scenarios
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.mix import MixPage
from socialplanner.ui.pages.week import WeekPage
from tests.ui.homes import said

LONG = 20_000


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, sample_profile: Callable[[str], Path]) -> MixPage:
    """Show the mix of the café, with the ways to its target found by keyboard."""
    window.open_profile(sample_profile("cafe"), "mix")
    assert window.workspace is not None
    found = window.workspace.page
    assert isinstance(found, MixPage)
    qtbot.waitUntil(lambda: found.is_complete, timeout=LONG)
    found.reach.search.setFocus()
    QTest.keyClick(found.reach.search, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(found.reach.ways), timeout=LONG)
    return found


def test_the_keyboard_and_the_page_come_to_what_was_found(qtbot: QtBot, page: MixPage) -> None:
    headline = page.reach.headline
    assert headline is not None
    assert headline.hasFocus()
    port = page.page.viewport()
    qtbot.waitUntil(lambda: 0 <= headline.mapTo(port, QPoint(0, 0)).y() < port.height() / 2)
    assert len(page.reach.ways) == 3


def test_what_was_found_goes_with_other_answers_and_a_search_can_be_stopped(
    qtbot: QtBot, page: MixPage
) -> None:
    card = page.reach
    page.session.give("hours.replying", 2.0)
    qtbot.waitUntil(lambda: card.found.count() == 0, timeout=LONG)
    QTest.keyClick(card.search, Qt.Key.Key_Space)
    card.stop_button.click()
    assert card.state.text() == "Stopped. Nothing was changed."


def test_a_way_is_kept_as_a_scenario_once_and_says_what_differs(
    qtbot: QtBot, window: MainWindow, page: MixPage
) -> None:
    session = page.session
    before = dict(session.answers)
    for way in page.reach.ways:
        way.keep.click()
    assert said(window).startswith("“Less time for social media” is kept beside the plan")
    page.reach.ways[0].keep.click()
    trouble = page.reach.ways[0].trouble.text()
    assert trouble == "It is kept already, as “More time for social networking”."
    found = kept_scenarios(session.record, session.catalogue)
    assert [each.name for each in found.values()] == [
        "More time for social networking",
        "Time moved from social media to social networking",
        "Less time for social media",
    ]
    assert dict(session.answers) == before
    window.go("week")
    assert window.workspace is not None
    week = window.workspace.page
    assert isinstance(week, WeekPage)
    qtbot.waitUntil(lambda: week.is_complete and bool(week.scenarios.figures.found), timeout=LONG)
    moved = week.scenarios.table.table.rows[2]
    assert "Answering: 1.5 hours a week instead of 0.5 hours a week" in moved[4]
    week.scenarios.choice.setCurrentIndex(1)
    week.scenarios.take_button.click()
    week.scenarios.take_now.click()
    assert session.answers["hours.replying"] == 1.5
    session.undo()
    assert dict(session.answers) == before


def test_a_way_is_tried_on_the_week_without_being_kept(
    qtbot: QtBot, window: MainWindow, page: MixPage
) -> None:
    session, before = page.session, dict(page.session.answers)
    page.reach.ways[0].attempt.click()
    assert window.workspace is not None
    week = window.workspace.page
    assert isinstance(week, WeekPage)
    qtbot.waitUntil(lambda: week.bench.supposed is not None, timeout=LONG)
    assert week.controls.hours.value() == 6.5
    assert week.bench.said[0]["hours.replying"] == 2.0
    assert dict(session.answers) == before
    assert not kept_scenarios(session.record, session.catalogue)
    week.controls.back.click()
    assert not week.bench.is_supposing
    window.go("mix")
    window.go("week")
    assert not week.bench.is_supposing
    qtbot.waitUntil(lambda: window.tasks.is_idle, timeout=LONG)
