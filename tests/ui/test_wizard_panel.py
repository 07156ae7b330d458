"""The picture beside the questions: what it shows, what it keeps back, and where it lies."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socialplanner.presentation.forming import forming
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.workspace import Workspace
from tests.domain.builders import shipped_catalogue
from tests.domain.questionnaires import all_at


def opened(window: MainWindow, path: Path, width: int) -> Workspace:
    """Open a profile at a section, in a window of some width."""
    window.resize(width, 760)
    window.open_profile(path, "section:style")
    assert window.workspace is not None
    QApplication.processEvents()
    return window.workspace


def test_nothing_answered_gives_no_number_and_says_so() -> None:
    found = forming(shipped_catalogue(), {})
    assert [row.share for row in found.rows] == [None, None]
    assert {row.note for row in found.rows} == {"not enough answers yet"}
    assert found.band is None
    assert len(found.missing) == 5
    assert (found.shown, found.applicable) == (0, 10)


def test_all_scored_answers_give_the_mix_by_answers_with_its_band() -> None:
    found = forming(shipped_catalogue(), all_at(2))
    by_answers = found.rows[1]
    assert by_answers.share is not None
    assert abs(by_answers.share - 50) < 1e-9
    assert by_answers.error > 0
    assert found.shown == 10
    assert all(cell.is_shown for row in found.cells for cell in row.cells)


def test_the_picture_agrees_with_the_results(
    window: MainWindow, sample_profile: Callable[[str], Path], qtbot: QtBot
) -> None:
    workspace = opened(window, sample_profile("cafe"), 1400)
    with qtbot.waitSignal(workspace.session.results_changed):
        workspace.session.want_results()
    results = workspace.session.results
    assert results is not None
    mixture = results.summary.mix
    assert workspace.panel.shown.rows == mixture.rows[:2]
    assert workspace.panel.shown.band == mixture.band


def test_every_answer_is_seen_at_once(window: MainWindow, empty_profile: Path) -> None:
    workspace = opened(window, empty_profile, 1400)
    assert workspace.panel.isVisible()
    for question_id, answer in all_at(3).items():
        if question_id.startswith("style."):
            workspace.session.give(question_id, answer)
    assert workspace.panel.shown.shown == 2
    assert "Style" in "\n".join(row[0] for row in workspace.panel.scores.scene.rows)


def test_a_missing_fact_is_one_press_away(window: MainWindow, empty_profile: Path) -> None:
    workspace = opened(window, empty_profile, 1400)
    workspace.panel.question_wanted.emit("business.goals")
    assert workspace.key == "section:business"


def test_the_picture_stands_beside_the_page_or_above_it_on_demand(
    window: MainWindow, empty_profile: Path, qtbot: QtBot
) -> None:
    workspace = opened(window, empty_profile, 1400)
    page, panel = workspace.page, workspace.panel
    assert not page.geometry().intersects(panel.geometry())
    window.resize(900, 700)
    qtbot.waitUntil(panel.isHidden)
    workspace.footer.panel.click()
    assert panel.isVisible()
    assert panel.geometry().right() <= page.geometry().right()
    QTest.keyClick(panel.mix, Qt.Key.Key_Escape)
    assert panel.isHidden()
    window.resize(1400, 700)
    qtbot.waitUntil(panel.isVisible)


def test_the_picture_stays_away_once_it_was_closed(window: MainWindow, empty_profile: Path) -> None:
    workspace = opened(window, empty_profile, 1400)
    workspace.footer.panel.click()
    workspace.go("section:goals")
    assert workspace.panel.isHidden()
    assert not window.program.settings.flag("picture_shown", default=True)


def test_the_picture_is_shown_beside_questions_alone(
    window: MainWindow, empty_profile: Path
) -> None:
    workspace = opened(window, empty_profile, 1400)
    workspace.go("profile")
    assert workspace.panel.isHidden()
    assert workspace.footer.panel.isHidden()
