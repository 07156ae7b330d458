"""Scenarios: named states beside the plan, each step of them undone, and none of them the plan."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialplanner.domain.profile import Choices
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.mix import MixPage
from socialplanner.ui.pages.week import WeekPage
from tests.ui.test_week import opened


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, sample_profile: Callable[[str], Path]) -> WeekPage:
    """Show the week of the café, with everything worked out."""
    return opened(qtbot, window, sample_profile("cafe"))


def keep(page: WeekPage, name: str) -> None:
    """Type a name and press Return."""
    page.scenarios.name.setFocus()
    QTest.keyClicks(page.scenarios.name, name)
    QTest.keyClick(page.scenarios.name, Qt.Key.Key_Return)


def test_a_state_is_kept_by_keyboard_and_stands_beside_the_plan(
    qtbot: QtBot, page: WeekPage
) -> None:
    before = dict(page.session.answers)
    page.controls.slider.setValue(16)
    keep(page, "Eight <b>hours</b> & more")
    assert page.session.answers == before
    card = page.scenarios
    qtbot.waitUntil(lambda: bool(card.figures.checked), timeout=20_000)
    plan, kept = card.table.table.rows
    assert (plan[0], kept[0]) == ("The plan now", "Eight <b>hours</b> & more")
    assert (plan[1], kept[1]) == ("5\u00a0h", "8\u00a0h")
    assert kept[4] == "Hours a week: 8 hours a week instead of 5 hours a week"
    assert kept[5].endswith("activities sure")
    page.session.undo()
    assert not card.scenarios


def test_opening_supposes_and_taking_over_says_first_what_it_changes(page: WeekPage) -> None:
    session, card = page.session, page.scenarios
    page.controls.slider.setValue(16)
    keep(page, "Eight")
    page.controls.back.click()
    session.set_choices(Choices(declined=frozenset({"short_video"})))
    before = (dict(session.answers), session.choices)
    card.open_button.click()
    assert page.controls.hours.value() == 8.0
    assert page.bench.said[1] == Choices()
    assert (dict(session.answers), session.choices) == before
    card.take_button.click()
    assert "8 hours a week instead of 5" in card.sure.text()
    assert "taken back: “Short videos”" in card.sure.text()
    assert (dict(session.answers), session.choices) == before
    QTest.keyClick(card.take_now, Qt.Key.Key_Space)
    assert session.answers["business.hours_per_week"] == 8.0
    assert session.choices == Choices()
    assert card.scenarios
    session.undo()
    assert (dict(session.answers), session.choices) == before


def test_a_scenario_is_renamed_and_deleted_and_both_are_undone(page: WeekPage) -> None:
    card = page.scenarios
    keep(page, "First")
    keep(page, "First")
    assert card.trouble.text() == "There is a scenario of that name already."
    card.name.setText("Second")
    card.rename_button.click()
    assert [each.name for each in card.scenarios.values()] == ["Second"]
    card.delete_button.click()
    assert not card.scenarios
    page.session.undo()
    page.session.undo()
    assert [each.name for each in card.scenarios.values()] == ["First"]


def test_the_ways_to_the_target_are_found_by_keyboard_and_go_with_other_answers(
    qtbot: QtBot, window: MainWindow, sample_profile: Callable[[str], Path]
) -> None:
    window.open_profile(sample_profile("cafe"), "mix")
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, MixPage)
    qtbot.waitUntil(lambda: page.is_complete, timeout=20_000)
    card = page.reach
    card.search.setFocus()
    QTest.keyClick(card.search, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: card.found.count() > 0, timeout=20_000)
    assert card.search.hasFocus()
    assert card.found.count() == 7
    page.session.give("hours.replying", 2.0)
    qtbot.waitUntil(lambda: card.found.count() == 0, timeout=20_000)
    QTest.keyClick(card.search, Qt.Key.Key_Space)
    card.stop_button.click()
    assert card.state.text() == "Stopped. Nothing was changed."
