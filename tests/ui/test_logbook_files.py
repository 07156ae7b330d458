"""Figures of platforms and filled-in workbooks come into the logbook, shown first."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from socialplanner.domain.record import LoggedWeek, ProfileRecord
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.logbook_platform import PlatformPanel
from socialplanner.ui.pages.logbook_workbook import WorkbookPanel
from tests.exchange.workbooks import sample_book
from tests.ui.homes import Chosen
from tests.ui.logbooks import LONGEST_WAIT, TABLES, Open, opened, record_of

__all__ = ["opened"]


def test_a_table_of_a_platform_is_shown_first_and_taken_in_at_once(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    monday = date(2026, 10, 5)

    def change(record: ProfileRecord) -> ProfileRecord:
        week = LoggedWeek(monday=monday, changed_at=record.created_at, outcomes={"views": 5.0})
        return replace(record, weeks=(week,))

    page = opened(change)
    page.chooser = Chosen(TABLES / "youtube_totals.csv")
    page.from_platform.click()
    panel = page.panel
    assert isinstance(panel, PlatformPanel)
    qtbot.waitUntil(panel.take.isVisible, timeout=LONGEST_WAIT)
    assert panel.take.hasFocus()
    assert "Line 20, Date: “2026-10-32” is no day." in panel.refused.text()
    fates = {row[0]: row[2:] for row in panel.table.table.rows}
    assert fates["5\u00a0October\u00a02026"] == ("1,521", "5", "differs; what is logged stays")
    assert panel.take.text() == "&Take in 2 figures"
    panel.replace.click()
    assert panel.take.text() == "&Take in 3 figures"
    panel.take.click()
    assert page.panel is None
    found = {week.monday: week.outcomes["views"] for week in record_of(window).weeks}
    assert found[monday] == 1521
    assert window.workspace is not None
    window.workspace.undo()
    assert [week.outcomes["views"] for week in record_of(window).weeks] == [5.0]


def test_a_table_that_leaves_days_open_asks_and_an_unknown_one_is_mapped(
    window: MainWindow, opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    table = tmp_path / "shop & co.csv"
    days = "".join(f"{day:02}/10/2026,{day}\n" for day in range(5, 12))
    table.write_text(f"Day,Visits\n{days}", "utf-8")
    page = opened()
    page.chooser = Chosen(table)
    page.from_platform.click()
    panel = page.panel
    assert isinstance(panel, PlatformPanel)
    qtbot.waitUntil(panel.mapping.isVisible, timeout=LONGEST_WAIT)
    choice = panel.mapping.kpis["Visits"]
    choice.setCurrentIndex(choice.findData("sessions_social"))
    panel.mapping.name.setText("Shop")
    panel.mapping.show_figures.click()
    qtbot.waitUntil(panel.dates.isVisible, timeout=LONGEST_WAIT)
    assert not panel.take.isVisible()
    assert panel.dates.hasFocus()
    panel.dates.setCurrentIndex(panel.dates.findData("DMY"))
    panel.dates.activated.emit(panel.dates.currentIndex())
    qtbot.waitUntil(panel.take.isVisible, timeout=LONGEST_WAIT)
    panel.take.click()
    (week,) = record_of(window).weeks
    assert (week.monday, week.outcomes) == (date(2026, 10, 5), {"sessions_social": 56.0})
    assert "platform_layout.Shop" in record_of(window).settings


def test_a_workbook_filled_in_comes_back_and_a_wrong_file_says_why(
    window: MainWindow, opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "plan.xlsx").write_bytes(sample_book("cafe"))
    page = opened()
    page.chooser = Chosen(tmp_path / "plan.xlsx")
    page.from_workbook.click()
    panel = page.panel
    assert isinstance(panel, WorkbookPanel)
    qtbot.waitUntil(lambda: panel.found is not None, timeout=LONGEST_WAIT)
    assert panel.found is not None
    come = [w for w in panel.found.weeks if w.new]
    assert panel.take.isEnabled() is bool(come)
    page.chooser = Chosen(TABLES / "youtube_totals.csv")
    page.from_workbook.click()
    other = page.panel
    assert other is not None
    assert other is not panel
    qtbot.waitUntil(other.trouble.isVisible, timeout=LONGEST_WAIT)
    assert "no sheet like the KPI log" in other.trouble.text()
    assert record_of(window).weeks == ()
