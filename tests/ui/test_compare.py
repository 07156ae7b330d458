"""The page “Compare”, by keyboard: choose two assessments, read what clearly changed."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialplanner.app.program import DesktopProgram
from socialplanner.domain.beginning import reassessed
from socialplanner.domain.editing import Now, with_answer
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.compare import ComparePage
from socialplanner.ui.pages.home_details import ReassessPanel
from tests.ui.homes import sample

LATER = date(2027, 9, 1)


@pytest.fixture
def twice(program: DesktopProgram) -> Path:
    """Keep a firm that answered twice, and rose in style."""
    record = sample(program, "cafe")
    now = Now(
        moment=datetime(2027, 9, 1, tzinfo=UTC),
        day=LATER,
        catalogue_version=program.catalogue.version,
    )
    record = reassessed(record, program.new_id(), {}, now)
    newest = record.assessments[-1].id
    for question in program.catalogue.questionnaire:
        if question.id.startswith("style.") and question.is_scored and not question.options:
            record = with_answer(record, newest, question.id, 4.0, now)
    return program.shelf.add(record)


def shown(qtbot: QtBot, window: MainWindow) -> ComparePage:
    """Return the page once it is whole."""
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, ComparePage)
    qtbot.waitUntil(
        lambda: page.comparison is not None and page.view.is_complete and window.tasks.is_idle
    )
    return page


def test_two_assessments_are_chosen_by_keys_and_compared(
    qtbot: QtBot, window: MainWindow, twice: Path
) -> None:
    window.open_profile(twice, "compare")
    page = shown(qtbot, window)
    assert page.heading.text().startswith("Of ten scores, ")
    assert page.view.tables["improved"].table is not None
    assert page.view.tables["watch"].lead.text().startswith("No score is clearly lower")
    assert [page.view.charts[key].chart.scene.title for key in ("bars", "radar", "trend")]
    assert "not yet confirmed" in page.note.text()
    page.then.setFocus()
    QTest.keyClick(page.then, Qt.Key.Key_Down)
    assert page.notice_text.text() == "Choose two different assessments."
    page.now.setFocus()
    QTest.keyClick(page.now, Qt.Key.Key_Up)
    qtbot.waitUntil(page.view.isVisible)
    page = shown(qtbot, window)
    assert page.view.tables["improved"].lead.text().startswith("No score is clearly higher")
    assert page.view.tables["watch"].table is not None


def test_a_chart_is_also_a_table_with_what_can_be_said_of_each_score(
    qtbot: QtBot, window: MainWindow, twice: Path
) -> None:
    window.open_profile(twice, "compare")
    page = shown(qtbot, window)
    card = page.view.charts["bars"]
    card.show_as_table(True)  # noqa: FBT003 - a slot
    assert card.table is not None
    assert card.table.table.head[0] == ""
    assert {row[3] for row in card.table.table.rows} <= {"higher", "lower", "no clear change"}


def test_an_answer_given_on_another_page_is_compared_once_one_comes_back(
    qtbot: QtBot, window: MainWindow, twice: Path
) -> None:
    window.open_profile(twice, "compare")
    page = shown(qtbot, window)
    first = page.comparison
    assert window.workspace is not None
    window.go("profile")
    window.workspace.session.give("content.reuse", 4.0)
    window.go("compare")
    qtbot.waitUntil(lambda: page.comparison is not first)
    assert shown(qtbot, window).comparison is not first


def test_a_first_assessment_says_what_to_do(
    qtbot: QtBot, window: MainWindow, program: DesktopProgram
) -> None:
    window.open_profile(program.shelf.add(sample(program, "cafe")), "compare")
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, ComparePage)
    assert page.notice_text.text().startswith("There is one assessment so far.")
    assert page.choosers.isHidden()
    page.begin.click()
    qtbot.waitUntil(lambda: window.home.panels.shown is not None)
    assert isinstance(window.home.panels.shown, ReassessPanel)
    window.home.panels.shown.agreed.emit()
    qtbot.waitUntil(lambda: window.workspace is not None)
    assert len(window.workspace.session.record.assessments) == 2
    qtbot.waitUntil(lambda: window.tasks.is_idle)
