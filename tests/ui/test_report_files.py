"""Other kinds of file of a plan: asked for in place, made in the background, kept as handed out."""

from collections.abc import Callable
from datetime import time
from pathlib import Path

import pikepdf
import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialplanner.presentation.plan_formats import Format
from socialplanner.presentation.plan_options import USUAL_TIMES, PlanPart
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.report import ReportPage
from socialplanner.ui.pages.report_saving import CalendarPanel, LockedPanel
from socialplanner.ui.pages.report_ways import LOCKED
from socialplanner.ui.ports.printing import Carried

SECRET = "correct horse"  # noqa: S105 - a test's own


@pytest.fixture
def page(window: MainWindow, sample_profile: Callable[[str], Path], qtbot: QtBot) -> ReportPage:
    window.resize(1240, 820)
    window.open_profile(sample_profile("cafe"), "report")
    assert window.workspace is not None
    found = window.workspace.page
    assert isinstance(found, ReportPage)
    qtbot.waitUntil(found.save.isEnabled, timeout=20_000)
    return found


def saving(page: ReportPage, folder: Path) -> list[Path]:
    """Let the person choose the name that is suggested, in a folder of the test."""
    asked: list[Path] = []

    def choose(suggested: Path) -> Path:
        asked.append(folder / suggested.name)
        return asked[-1]

    page.output.choose_file = choose
    return asked


def want(page: ReportPage, what: str) -> None:
    """Choose from the menu of other kinds of file."""
    page.ways.other_wanted.emit(what)


def test_the_menu_offers_every_other_kind_of_file(page: ReportPage) -> None:
    wanted: list[str] = []
    page.ways.other_wanted.disconnect()
    page.ways.other_wanted.connect(wanted.append)
    for action in page.ways.menu().actions():
        action.trigger()
    assert wanted == [*(kind for kind in Format if kind is not Format.PDF), LOCKED]


@pytest.mark.parametrize("kind", [Format.DOCX, Format.PPTX, Format.XLSX])
def test_a_file_to_go_on_with_is_made_and_the_plan_counts_as_handed_out(
    page: ReportPage, window: MainWindow, tmp_path: Path, qtbot: QtBot, kind: Format
) -> None:
    asked = saving(page, tmp_path)
    want(page, kind)
    qtbot.waitUntil(lambda: bool(asked) and asked[0].is_file(), timeout=20_000)
    assert asked[0].read_bytes().startswith(b"PK")
    assert asked[0].suffix == f".{kind}"
    assert window.workspace is not None
    assert len(window.workspace.session.record.plans) == 1


def test_a_calendar_asks_for_days_and_an_hour_and_the_plan_remembers_them(
    page: ReportPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    asked = saving(page, tmp_path)
    want(page, Format.ICS)
    panel = page.others.panel
    assert isinstance(panel, CalendarPanel)
    days = panel.fields.days
    assert days[0].hasFocus()
    assert panel.fields.times == USUAL_TIMES
    for box in days[:5]:
        QTest.keyClick(box, Qt.Key.Key_Space)
    panel.write.click()
    assert panel.trouble.text() == "Choose at least one day."
    QTest.keyClick(days[5], Qt.Key.Key_Space)
    QTest.keyClick(days[6], Qt.Key.Key_Space)
    panel.fields.start.setFocus()
    QTest.keyClick(panel.fields.start, Qt.Key.Key_Down)
    panel.write.click()
    qtbot.waitUntil(lambda: bool(asked) and asked[0].is_file(), timeout=20_000)
    events = Calendar.from_ical(asked[0].read_bytes()).walk("VEVENT")
    weekly = [event.decoded("DTSTART") for event in events if "RRULE" in event]
    assert weekly
    assert {start.weekday() for start in weekly} <= {5, 6}
    assert min(start.time() for start in weekly) >= time(9, 30)
    assert window.workspace is not None
    kept = window.workspace.session.record.settings
    assert (kept["report.days"], kept["report.start"]) == ("5 6", "09:30")
    assert page.others.panel is None


def test_days_and_times_reach_the_weekly_sheet(page: ReportPage, qtbot: QtBot) -> None:
    builder = page.builder
    builder.parts.boxes[PlanPart.SHEET].click()
    for box in builder.times.fields.days[1:5]:
        box.click()
    builder.times.fields.days[0].click()
    assert builder.times.trouble.isVisibleTo(builder.times.body)
    assert builder.options.times.days == (0,)
    qtbot.waitUntil(
        lambda: page.save.isEnabled() and "hours on one day" in whole_text(page), timeout=20_000
    )
    assert builder.times.summary.text() == "Mon, from 09:00"


def whole_text(page: ReportPage) -> str:
    return " ".join(" ".join(each.text.split()) for each in page.viewer.view.pages)


def test_a_password_is_asked_for_twice_or_shown_and_locks_the_file(
    page: ReportPage, tmp_path: Path, qtbot: QtBot
) -> None:
    asked = saving(page, tmp_path)
    panel = locked(page)
    QTest.keyClicks(panel.password, SECRET)
    panel.write.click()
    assert "not the same" in panel.trouble.text()
    panel.shows.click()
    assert not panel.again.isVisible()
    panel.write.click()
    qtbot.waitUntil(lambda: bool(asked) and asked[0].is_file(), timeout=20_000)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(asked[0])
    with pikepdf.open(asked[0], password=SECRET) as pdf:
        assert len(pdf.pages) > 10
    assert page.others.panel is None


def locked(page: ReportPage) -> LockedPanel:
    want(page, LOCKED)
    panel = page.others.panel
    assert isinstance(panel, LockedPanel)
    return panel


@pytest.mark.parametrize("kind", [Carried.WHOLE, Carried.SCRUBBED])
def test_a_pdf_can_carry_its_plan(
    page: ReportPage, tmp_path: Path, qtbot: QtBot, kind: Carried
) -> None:
    asked = saving(page, tmp_path)
    panel = locked(page)
    panel.write.click()
    assert "choose what else" in panel.trouble.text()
    panel.carried[kind].click()
    panel.write.click()
    qtbot.waitUntil(lambda: bool(asked) and asked[0].is_file(), timeout=20_000)
    with pikepdf.open(asked[0]) as pdf:
        assert len(pdf.attachments) == 1


def test_a_short_password_is_refused_and_esc_takes_the_question_away(page: ReportPage) -> None:
    panel = locked(page)
    for field in (panel.password, panel.again):
        QTest.keyClicks(field, "short")
    panel.write.click()
    assert "too short" in panel.trouble.text()
    QTest.keyClick(panel.password, Qt.Key.Key_Escape)
    assert page.others.panel is None
    assert page.builder.kind.preset.hasFocus()


def test_no_password_is_kept_anywhere(
    page: ReportPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    asked = saving(page, tmp_path)
    panel = locked(page)
    panel.carried[Carried.WHOLE].click()
    panel.inside.click()
    panel.shows.click()
    QTest.keyClicks(panel.password, SECRET)
    panel.write.click()
    qtbot.waitUntil(lambda: bool(asked) and asked[0].is_file(), timeout=20_000)
    with pikepdf.open(asked[0]) as pdf:
        assert len(pdf.attachments) == 1
    assert window.workspace is not None
    assert SECRET not in repr(window.workspace.session.record)
    assert SECRET not in (tmp_path / "config" / "settings.json").read_text("utf-8")


def test_a_copy_that_names_nobody_has_another_name_and_is_not_handed_to_the_client(
    page: ReportPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    asked = saving(page, tmp_path)
    page.builder.alias.alias.setText("A shop")
    page.builder.alias.given.emit()
    qtbot.waitUntil(
        lambda: page.save.isEnabled() and "A shop" in page.viewer.view.pages[0].text,
        timeout=20_000,
    )
    page.save_plan()
    assert asked[0].name.startswith("A shop – plan")
    assert "Morgenlicht" not in "".join(each.text for each in page.viewer.view.pages)
    assert window.workspace is not None
    assert window.workspace.session.record.plans == ()
