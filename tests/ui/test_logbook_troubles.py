"""Files that cannot be taken in say why, and leave no dead end; the keyboard stays where it was."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from socialplanner.domain.record import LoggedWeek, ProfileRecord
from socialplanner.exchange.workbook import workbook_file
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.logbook import LogbookPage
from socialplanner.ui.pages.logbook_platform import PlatformPanel
from socialplanner.ui.pages.logbook_workbook import WorkbookPanel
from tests.exchange.workbooks import sample_book, source_of, weeks_of
from tests.presentation.summaries import sample_assessment
from tests.ui.homes import Chosen
from tests.ui.logbooks import LONGEST_WAIT, TABLES, Open, opened, record_of

__all__ = ["opened"]

FIRST = date(2026, 10, 5)
Look = Callable[[LogbookPage, Path], PlatformPanel]


@pytest.fixture
def look(qtbot: QtBot) -> Look:
    """Give a function that looks at a table of a platform until something is shown of it."""

    def look_at(page: LogbookPage, path: Path) -> PlatformPanel:
        page.chooser = Chosen(path)
        page.from_platform.click()
        panel = page.panel
        assert isinstance(panel, PlatformPanel)
        qtbot.waitUntil(
            lambda: panel.take.isVisible() or panel.trouble.isVisible(), timeout=LONGEST_WAIT
        )
        return panel

    return look_at


def written(folder: Path, text: str) -> Path:
    path = folder / "table.csv"
    path.write_text(text, "utf-8")
    return path


def test_a_table_without_numbers_says_so_and_can_only_be_closed(
    opened: Open, look: Look, tmp_path: Path
) -> None:
    page = opened()
    panel = look(page, written(tmp_path, "Order ID,Name\n1,Ann\n2,Bo\n"))
    assert "no column of it holds numbers" in panel.trouble.text()
    assert not panel.mapping.isVisible()
    assert panel.close_button.text() == "Close"
    assert panel.close_button.hasFocus()
    panel.close_button.click()
    assert page.from_platform.hasFocus()


def test_the_line_above_the_columns_is_shown_where_their_meaning_is_asked(
    opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened()
    page.chooser = Chosen(written(tmp_path, "<b>Views</b>\nDate,Primary\n2026-10-05,4\n"))
    page.from_platform.click()
    panel = page.panel
    assert isinstance(panel, PlatformPanel)
    qtbot.waitUntil(panel.mapping.isVisible, timeout=LONGEST_WAIT)
    assert panel.mapping.above.text() == "Above its columns stands “<b>Views</b>”."


def test_a_file_that_is_no_table_leaves_nothing_to_cancel(
    opened: Open, look: Look, tmp_path: Path
) -> None:
    panel = look(opened(), written(tmp_path, "%PDF-1.7"))
    assert "it is a PDF" in panel.trouble.text()
    assert panel.close_button.text() == "Close"


def test_the_workbook_of_a_plan_is_told_from_a_table_of_a_platform(
    opened: Open, look: Look, tmp_path: Path
) -> None:
    (tmp_path / "plan.xlsx").write_bytes(sample_book("cafe"))
    panel = look(opened(), tmp_path / "plan.xlsx")
    assert "Choose “A workbook filled in …” for it." in panel.trouble.text()


def with_views(value: float, origin: str = "") -> Callable[[ProfileRecord], ProfileRecord]:
    def change(record: ProfileRecord) -> ProfileRecord:
        week = LoggedWeek(
            monday=FIRST,
            changed_at=record.created_at,
            outcomes={"views": value},
            origins={"views": origin} if origin else {},
        )
        return replace(record, weeks=(week,))

    return change


WEEK = "Date,Views\n" + "".join(f"2026-10-{day:02},1\n" for day in range(5, 12))


def test_what_a_logged_figure_was_read_from_is_said(
    opened: Open, look: Look, tmp_path: Path
) -> None:
    panel = look(opened(with_views(9, "Tube, by day")), written(tmp_path, WEEK))
    assert panel.notes.text() == (
        "Nothing to take in unless you say so.\n"
        "Video views: what is logged was read from “Tube, by day”.\n"
        "The logbook has one figure a week for it and adds no two platforms up."
    )
    panel.replace.click()
    assert "Nothing to take in" not in panel.notes.text()


def test_weeks_that_are_not_whole_are_asked_about_only_where_there_are_any(
    opened: Open, look: Look, tmp_path: Path
) -> None:
    page = opened(with_views(3))
    assert not look(page, written(tmp_path, WEEK)).partial.isVisible()
    partial = "Date,Views\n2026-10-05,1\n2026-10-06,{}\n"
    same = look(page, written(tmp_path, partial.format(2)))
    assert not same.partial.isVisible()
    assert "all of it is in the logbook already" in same.notes.text()
    assert look(page, written(tmp_path, partial.format(5))).partial.isVisible()


def workbook_panel(page: LogbookPage, path: Path, qtbot: QtBot) -> WorkbookPanel:
    page.chooser = Chosen(path)
    page.from_workbook.click()
    panel = page.panel
    assert isinstance(panel, WorkbookPanel)
    qtbot.waitUntil(lambda: panel.found is not None, timeout=LONGEST_WAIT)
    return panel


def test_closing_the_workbook_goes_back_to_the_button_that_opened_it(
    opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "plan.xlsx").write_bytes(sample_book("cafe"))
    page = opened()
    panel = workbook_panel(page, tmp_path / "plan.xlsx", qtbot)
    assert panel.close_button.text() == "Cancel"
    panel.close_button.click()
    assert page.from_workbook.hasFocus()


def begun_workbook(profile_id: str) -> bytes:
    """Return the workbook of a café whose weeks have all begun."""
    found = sample_assessment("cafe")
    moved = replace(found, roadmap=replace(found.roadmap, start=FIRST))
    weeks = [replace(weeks_of("cafe")[0], monday=FIRST, note="Rain")]
    return workbook_file(replace(source_of(moved, weeks=weeks), profile_id=profile_id))


def test_the_workbook_of_another_plan_comes_in_only_if_that_is_said(
    window: MainWindow, opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened()
    path = tmp_path / "plan.xlsx"
    path.write_bytes(begun_workbook("somebody-else"))
    panel = workbook_panel(page, path, qtbot)
    assert panel.trouble.text() == "This workbook was made for another plan."
    assert panel.other.isVisible()
    assert not panel.take.isEnabled()
    panel.other.click()
    panel.take.click()
    assert [week.note for week in record_of(window).weeks] == ["Rain"]
    path.write_bytes(begun_workbook(record_of(window).id))
    mine = workbook_panel(page, path, qtbot)
    assert not mine.other.isVisible()
    assert "all of it is in the logbook already" in mine.notes.text()


def test_an_old_excel_file_can_be_chosen(opened: Open, look: Look) -> None:
    panel = look(opened(), TABLES / "linkedin_page_content.xls")
    assert panel.take.isVisible()
