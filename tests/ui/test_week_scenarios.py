"""Scenarios: named states beside the plan, each step of them undone, and none of them the plan."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialplanner.domain.profile import Choices
from socialplanner.ui.main_window import MainWindow
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


def test_a_scenario_is_not_renamed_to_what_another_is_called(page: WeekPage) -> None:
    card = page.scenarios
    keep(page, "First")
    page.controls.slider.setValue(16)
    keep(page, "Second")
    card.name.setText("FIRST")
    card.rename_button.click()
    assert card.trouble.text() == "There is a scenario of that name already."
    assert [each.name for each in card.scenarios.values()] == ["First", "Second"]
    card.name.setText("SECOND")
    card.rename_button.click()
    assert [each.name for each in card.scenarios.values()] == ["First", "SECOND"]


def test_escape_takes_nothing_over(page: WeekPage) -> None:
    card = page.scenarios
    page.controls.slider.setValue(16)
    keep(page, "Eight")
    before = dict(page.session.answers)
    card.take_button.click()
    assert card.take_now.hasFocus()
    QTest.keyClick(card.take_now, Qt.Key.Key_Escape)
    assert card.asking.isHidden()
    assert card.take_button.hasFocus()
    assert dict(page.session.answers) == before


def test_scenarios_stand_side_by_side_in_a_small_window(
    qtbot: QtBot, window: MainWindow, page: WeekPage
) -> None:
    window.resize(1024, 700)
    page.controls.slider.setValue(16)
    keep(page, "With one more helper")
    qtbot.waitUntil(lambda: bool(page.scenarios.figures.checked), timeout=20_000)
    assert not page.scenarios.table.is_as_records
    assert page.scenarios.hours_note.isVisible()
