"""Several plans are chosen in the list, and their reports made while the window stays free."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socialplanner.presentation.plan_formats import Format
from socialplanner.presentation.report_presets import Preset
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.models.report_lines import ReportLines, line_words
from socialplanner.ui.pages.home import HomePage
from socialplanner.ui.pages.home_reports import ReportsPanel
from socialplanner.ui.pages.home_reports_run import RunPanel
from socialplanner.ui.ports.batch import Outcome, ReportLine, ReportOrder
from socialplanner.ui.theme import Theme
from tests.ui.homes import listed, named, sample
from tests.ui.journeys.walking import clipped, nameless, scrolled_sideways

ODD = "<b>A & B</b> =1+1 \u0633\u0644\u0627\u0645 🙂"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
WAIT = 60_000


@pytest.fixture
def plans(window: MainWindow, qtbot: QtBot) -> HomePage:
    window.resize(1024, 700)
    for number in range(5):
        record = named(window.program, f"Firm {number}")
        tags = ("north",) if number < 2 else ()
        window.program.shelf.add(replace(record, tags=tags))
    return listed(window, qtbot)


def click(home: HomePage, row: int, modifiers: Qt.KeyboardModifier, x: int = 300) -> None:
    view = home.view.list
    spot = QPoint(x, view.visualRect(view.model().index(row, 0)).center().y())
    QTest.mouseClick(view.viewport(), LEFT, modifiers, spot)


def marked(home: HomePage) -> list[int]:
    return [row for row in range(len(home.profiles.shown)) if home.profiles.is_marked(row)]


def test_ctrl_and_shift_with_a_click_choose_rows_and_open_nothing(
    plans: HomePage, window: MainWindow
) -> None:
    click(plans, 1, CTRL)
    assert marked(plans) == [1]
    click(plans, 4, SHIFT)
    assert marked(plans) == [1, 2, 3, 4]
    click(plans, 2, CTRL)
    assert marked(plans) == [1, 3, 4]
    click(plans, 3, Qt.KeyboardModifier.NoModifier, x=20)
    assert marked(plans) == [1, 4]
    assert window.workspace is None
    assert plans.view.chosen.words.text() == "2 of 5 chosen"
    click(plans, 3, Qt.KeyboardModifier.NoModifier)
    assert window.workspace is not None


def test_rows_are_chosen_by_keys(plans: HomePage) -> None:
    view = plans.view.list
    view.setFocus()
    view.choose(0)
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert marked(plans) == [0, 1]
    assert view.model().index(0, 0).data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
    QTest.keyClick(view, Qt.Key.Key_A, CTRL)
    assert marked(plans) == [0, 1, 2, 3, 4]
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert marked(plans) == []
    assert not plans.view.chosen.isVisible()


def test_what_is_not_shown_is_not_chosen(plans: HomePage) -> None:
    plans.profiles.mark_all()
    plans.view.tools.tag.setCurrentIndex(plans.view.tools.tag.findData("north"))
    assert plans.view.chosen.words.text() == "2 of 2 chosen"
    plans.view.chosen.make.click()
    panel = plans.panels.shown
    assert isinstance(panel, ReportsPanel)
    assert panel.accessibleName() == "Reports for 2 plans"


def test_without_a_choice_reports_are_for_all_that_is_shown(plans: HomePage) -> None:
    plans.view.reports.click()
    assert plans.panels.shown is not None
    assert plans.panels.shown.accessibleName() == "Reports for 5 plans"
    assert "and 1 more" in plans.panels.shown.lead.text()


def test_the_panel_asks_for_all_that_an_order_has(
    plans: HomePage, window: MainWindow, tmp_path: Path
) -> None:
    plans.actions_of.report(plans.profiles.shown[0])
    panel = plans.panels.shown
    assert isinstance(panel, ReportsPanel)
    orders: list[ReportOrder] = []
    panel.wanted.disconnect()
    panel.wanted.connect(orders.append)
    panel.choose_folder = lambda _start: tmp_path / "out"
    QTest.keyClick(panel.preset, Qt.Key.Key_Down)
    assert panel.preset.currentData() == Preset.OWNER
    assert not panel.replace.isVisible()
    panel.formats[Format.PDF].click()
    panel.make.click()
    assert "at least one kind" in panel.trouble.text()
    panel.formats[Format.DOCX].click()
    for box in (panel.replace, panel.anonymous, panel.missing):
        assert box.isVisible()
        box.click()
    panel.choose.click()
    panel.make.click()
    assert orders == [
        ReportOrder(
            places=(window.program.shelf.path(plans.profiles.shown[0]),),
            folder=tmp_path / "out",
            formats=(Format.DOCX,),
            preset="owner",
            is_anonymous=True,
            only_missing=True,
            may_replace=True,
        )
    ]


def test_reports_are_made_one_line_a_plan_and_who_fails_is_named_with_the_reason(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    for record in (sample(window.program, "cafe"), named(window.program, ODD)):
        window.program.shelf.add(record)
    home = listed(window, qtbot)
    panel = running(home, tmp_path)
    qtbot.waitUntil(lambda: not home.batch.is_running, timeout=WAIT)
    assert panel.words.text() == "1 report made, 1 not made."
    assert [each.suffix for each in (tmp_path / "out").iterdir()] == [".pdf"]
    assert panel.only_failed.isChecked()
    (row,) = range(panel.list.model().rowCount())
    index = panel.list.model().index(row, 0)
    assert index.data().startswith(f"{ODD} – There is no plan")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Not made: ")
    shown: list[Path] = []

    def show(path: Path) -> bool:
        shown.append(path)
        return True

    panel.open_folder = show
    panel.folder.click()
    assert shown == [tmp_path / "out"]
    panel.list.activated.emit(index)
    assert window.workspace is not None
    assert window.workspace.session.record.profile.name == ODD


def running(home: HomePage, folder: Path) -> RunPanel:
    """Begin to make PDFs of everything that is shown."""
    home.panels.show_reports(home.profiles.shown)
    asking = home.panels.shown
    assert isinstance(asking, ReportsPanel)
    asking.choose_folder = lambda _start: folder / "out"
    asking.choose.click()
    asking.make.click()
    panel = home.panels.shown
    assert isinstance(panel, RunPanel)
    return panel


def test_a_batch_goes_on_while_nobody_looks_and_is_told_of_then(
    plans: HomePage, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = running(plans, tmp_path)
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert plans.panels.shown is None
    assert plans.batch.is_running
    assert plans.view.reports.text().startswith("&Reports: ")
    qtbot.waitUntil(lambda: not plans.batch.is_running, timeout=WAIT)
    (message,) = window.messages.messages()
    assert message.words == "0 reports made, 5 not made."
    plans.batch.show_wanted.emit()
    assert isinstance(plans.panels.shown, RunPanel)


def test_a_batch_can_be_stopped_and_closing_the_window_ends_it(
    plans: HomePage, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = running(plans, tmp_path)
    panel.stop.click()
    assert not panel.stop.isEnabled()
    qtbot.waitUntil(lambda: not plans.batch.is_running, timeout=WAIT)
    assert "not begun" in panel.words.text() or "5 not made" in panel.words.text()
    running_again = running(plans, tmp_path)
    assert running_again.stop.isEnabled()
    window.close()
    assert not plans.batch.is_running


def test_lines_are_shown_all_or_only_those_that_failed(window: MainWindow) -> None:
    lines = ReportLines(window.context.icon, window)
    lines.add(
        [ReportLine(label=f"a {n}", outcome=Outcome.DONE, files=("a.pdf",)) for n in range(475)]
    )
    lines.show_only_failed(only=True)
    assert lines.rowCount() == 0
    words = "It is damaged.\nMore of it."
    lines.add([ReportLine(label="b\nc", outcome=Outcome.FAILED, words=words) for _n in range(25)])
    assert lines.rowCount() == 25
    assert lines.index(0).data() == "b c – It is damaged."
    lines.show_only_failed(only=False)
    assert lines.rowCount() == 500
    assert lines.count(Outcome.DONE) == 475
    skipped = ReportLine(label="d", outcome=Outcome.SKIPPED)
    assert line_words(skipped) == "d – Was there already"


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("is_running", [False, True], ids=["asking", "running"])
def test_the_panels_have_names_and_nothing_is_cut(  # noqa: PLR0913, PLR0917 - fixtures
    plans: HomePage,
    window: MainWindow,
    theme: Theme,
    tmp_path: Path,
    scale: float,
    is_running: bool,  # noqa: FBT001 - a case
) -> None:
    plans.profiles.mark_all()
    window.resize(860, 560)
    theme.apply(theme.appearance, scale)
    try:
        for _turn in range(5):
            QApplication.processEvents()
        assert scrolled_sideways(window) == []
        if is_running:
            running(plans, tmp_path)
        else:
            plans.view.chosen.make.click()
        for _turn in range(5):
            QApplication.processEvents()
        assert nameless(plans) == []
        assert clipped(plans) == []
        assert scrolled_sideways(window) == []
    finally:
        theme.apply(theme.appearance, 1.0)
