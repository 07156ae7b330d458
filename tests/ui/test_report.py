"""The page “Report”: real pages, options that reach the paper, and ways out of the program."""

import hashlib
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialplanner.domain.record import AssessmentState
from socialplanner.presentation.plan_options import ALL_PARTS, PlanPart
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.report import ReportPage
from socialplanner.ui.pages.report_press import prepared
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.buttons import Button

Sample = Callable[[str], Path]


def opened(window: MainWindow, path: Path) -> tuple[ReportPage, Session]:
    window.resize(1240, 820)
    window.open_profile(path, "report")
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, ReportPage)
    return page, window.workspace.session


@pytest.fixture
def page(window: MainWindow, sample_profile: Sample, qtbot: QtBot) -> ReportPage:
    made, _session = opened(window, sample_profile("cafe"))
    settle(made, qtbot)
    return made


def settle(page: ReportPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.save.isEnabled, timeout=20_000)


def session_of(window: MainWindow) -> Session:
    assert window.workspace is not None
    return window.workspace.session


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join(each.get_textpage().get_text_range() for each in document)
    finally:
        document.close()


def pdf_of(page: ReportPage) -> bytes:
    assert page.maker.made is not None
    return page.maker.made.plan.pdf


def test_the_pages_are_the_real_ones_and_become_sharp(page: ReportPage, qtbot: QtBot) -> None:
    view = page.viewer.view
    assert len(view.pages) > 15
    qtbot.waitUntil(lambda: view.is_sharp(0))
    assert "Café Morgenlicht" in view.pages[0].text
    assert "Page 1 of" in view.accessibleDescription()
    assert "Café Morgenlicht" in view.accessibleDescription()


def test_keys_go_through_the_pages_and_only_what_is_seen_is_drawn(
    page: ReportPage, qtbot: QtBot
) -> None:
    view = page.viewer.view
    qtbot.waitUntil(lambda: view.is_sharp(0))
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    last = len(view.pages) - 1
    assert view.current == last
    assert f"Page {last + 1} of" in view.accessibleDescription()
    qtbot.waitUntil(lambda: view.is_sharp(last))
    assert not view.is_sharp(5)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.current == 0
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 0
    before = view.stack.percent
    QTest.keyClicks(view, "+")
    assert view.stack.percent > before
    assert not page.viewer.wide.isChecked()


def test_the_text_of_the_plan_can_be_read_instead(page: ReportPage) -> None:
    QTest.mouseClick(page.viewer.as_text, Qt.MouseButton.LeftButton)
    assert page.viewer.text.isVisible()
    assert "Prepared by The owner" in page.viewer.text.toPlainText()


def test_parts_and_paper_are_kept_and_printed(
    page: ReportPage, window: MainWindow, qtbot: QtBot
) -> None:
    before = pdf_of(page)
    page.builder.parts.boxes[PlanPart.APPENDIX].click()
    page.builder.kind.papers.buttons["letter"].click()
    qtbot.waitUntil(lambda: page.save.isEnabled() and pdf_of(page) != before, timeout=20_000)
    assert page.viewer.view.pages[0].width == pytest.approx(612)
    assert "About these figures" in text_of(pdf_of(page))
    kept = window.program.shelf.read(session_of(window).profile.path).settings
    assert kept["report.paper"] == "letter"
    assert kept["report.parts"].split() == [part for part in ALL_PARTS if part != "appendix"]


def test_the_last_part_cannot_be_left_out(page: ReportPage) -> None:
    boxes = page.builder.parts.boxes
    for box in boxes.values():
        if box.isChecked():
            box.click()
    assert [part for part, box in boxes.items() if box.isChecked()] == ["appendix"]


def test_a_plan_is_saved_and_the_profile_knows_of_it(
    page: ReportPage, window: MainWindow, tmp_path: Path
) -> None:
    asked: list[Path] = []

    def choose(suggested: Path) -> Path:
        asked.append(suggested)
        return tmp_path / "handed out"

    page.output.choose_file = choose
    session = session_of(window)
    page.save_plan()
    saved = tmp_path / "handed out.pdf"
    assert saved.read_bytes() == pdf_of(page)
    assert asked[0].name == f"Café Morgenlicht – plan {window.program.today().isoformat()}.pdf"
    (issued,) = window.program.shelf.read(session.profile.path).plans
    assert issued.pdf_digest == hashlib.sha256(saved.read_bytes()).hexdigest()
    assert issued.hours
    assert session.assessment.state is AssessmentState.COMPLETE
    page.save_plan()
    assert len(session.record.plans) == 1


def test_what_is_asked_for_while_the_plan_is_made_is_done_once_it_is(
    window: MainWindow, sample_profile: Sample, tmp_path: Path, qtbot: QtBot
) -> None:
    page, _session = opened(window, sample_profile("cafe"))
    page.output.choose_file = lambda _suggested: tmp_path / "later.pdf"
    page.save_plan()
    assert not (tmp_path / "later.pdf").exists()
    qtbot.waitUntil((tmp_path / "later.pdf").exists, timeout=20_000)
    settle(page, qtbot)
    assert (tmp_path / "later.pdf").read_bytes() == pdf_of(page)


def test_nothing_but_a_pdf_is_replaced(
    page: ReportPage, window: MainWindow, tmp_path: Path
) -> None:
    other = tmp_path / "letter.pdf"
    other.write_text("not a PDF at all")
    page.output.choose_file = lambda _suggested: other
    page.save_plan()
    assert other.read_text() == "not a PDF at all"
    assert "is no PDF" in window.messages.messages()[0].words
    assert session_of(window).record.plans == ()


def test_saving_can_be_thought_better_of(page: ReportPage, window: MainWindow) -> None:
    page.output.choose_file = lambda _suggested: None
    page.save_plan()
    assert session_of(window).record.plans == ()


def test_the_plan_is_opened_from_where_it_was_saved_or_from_a_file_put_aside(
    page: ReportPage, tmp_path: Path
) -> None:
    shown: list[Path] = []

    def show(path: Path) -> bool:
        shown.append(path)
        return True

    page.output.open_file = show
    page.open_plan()
    assert shown[0].read_bytes() == pdf_of(page)
    page.output.choose_file = lambda _suggested: tmp_path / "kept.pdf"
    page.save_plan()
    page.open_plan()
    assert shown[1] == tmp_path / "kept.pdf"


def test_without_a_program_for_pdfs_this_is_said(page: ReportPage, window: MainWindow) -> None:
    page.output.open_file = lambda _path: False
    page.open_plan()
    assert "No program of this computer" in window.messages.messages()[0].words


def test_the_plan_is_printed_page_by_page_and_counts_as_handed_out(
    page: ReportPage, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "printed.pdf"

    def choose(paper: str) -> QPrinter:
        printer = prepared(QPrinter(QPrinter.PrinterMode.ScreenResolution), paper)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        printer.setFromTo(2, 3)
        return printer

    page.output.press.choose_printer = choose
    page.print_plan()
    window.go("profile")
    qtbot.waitUntil(lambda: not page.output.press.is_busy, timeout=20_000)
    document = pypdfium2.PdfDocument(target)
    assert len(document) == 2
    document.close()
    assert len(session_of(window).record.plans) == 1


def test_ctrl_s_saves_on_this_page(page: ReportPage, tmp_path: Path) -> None:
    page.output.choose_file = lambda _suggested: tmp_path / "by key.pdf"
    page.viewer.view.setFocus()
    QTest.keyClick(page.viewer.view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert (tmp_path / "by key.pdf").is_file()


def test_making_can_be_stopped_and_begun_again(page: ReportPage, qtbot: QtBot) -> None:
    old = pdf_of(page)
    page.builder.parts.boxes[PlanPart.MIX].click()
    qtbot.waitUntil(lambda: page.maker.is_busy)
    page.maker.stop()
    assert pdf_of(page) == old
    assert not page.save.isEnabled()
    assert page.viewer.again.isVisible()
    page.save_plan()
    page.viewer.again.click()
    settle(page, qtbot)
    assert pdf_of(page) != old


def test_without_its_essentials_there_is_no_plan_but_a_way_to_each(
    window: MainWindow, empty_profile: Path
) -> None:
    page, _session = opened(window, empty_profile)
    assert not page.save.isEnabled()
    assert "still needed" in page.viewer.empty.text()
    page.save_plan()
    assert "still needed" in window.messages.messages()[0].words
    page.check.went.emit("business.goals")
    assert window.workspace is not None
    assert window.workspace.key == "section:business"


def test_what_looks_right_is_kept_and_can_be_told_again(
    page: ReportPage, window: MainWindow, qtbot: QtBot
) -> None:
    session = session_of(window)
    session.give("hours.advertising", 2.0)
    qtbot.waitUntil(lambda: bool(buttons(page, "Looks right")))
    assert not page.save.isEnabled()
    settle(page, qtbot)
    with qtbot.waitSignal(page.check.accepted):
        button(page, "Looks right").click()
    qtbot.waitUntil(lambda: not buttons(page, "Looks right"))
    assert "ads_no_money" in session.record.settings["report.found_right"]
    page.check.asked_again.emit()
    qtbot.waitUntil(lambda: bool(buttons(page, "Looks right")))


def test_characters_that_no_font_has_are_named(
    window: MainWindow, sample_profile: Sample, qtbot: QtBot
) -> None:
    path = sample_profile("cafe")
    record = window.program.shelf.read(path)
    page, session = opened(window, path)
    settle(page, qtbot)
    assert not page.viewer.unshown.isVisible()
    session.set_profile(replace(record.profile, name="Café \ue123"))
    qtbot.waitUntil(page.viewer.unshown.isVisible, timeout=20_000)
    assert "\ue123" in page.viewer.unshown.text()


def test_leaving_the_page_while_the_plan_is_made_troubles_nobody(
    window: MainWindow, sample_profile: Sample, qtbot: QtBot
) -> None:
    page, _session = opened(window, sample_profile("cafe"))
    window.go("profile")
    qtbot.waitUntil(lambda: window.tasks.is_idle, timeout=20_000)
    assert page.maker.made is None
    window.go("report")
    settle(page, qtbot)
    window.go("home")
    qtbot.waitUntil(lambda: window.tasks.is_idle, timeout=20_000)


def buttons(page: ReportPage, start: str) -> list[Button]:
    found = page.check.findChildren(Button)
    return [each for each in found if each.accessibleName().startswith(start)]


def button(page: ReportPage, start: str) -> Button:
    return buttons(page, start)[0]


def test_nothing_heavy_is_imported_before_a_plan_is_made() -> None:
    program = (
        "import sys, socialplanner.app.printing, socialplanner.ui.pages.report\n"
        "heavy = {'numpy', 'reportlab', 'pypdfium2', 'PIL', 'PySide6.QtPrintSupport'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"
