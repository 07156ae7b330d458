"""Colours, logo and sender: given on the page, kept in the profile, seen on paper."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from socialplanner.app.plan_names import plan_name
from socialplanner.app.program import DesktopProgram
from socialplanner.presentation.plan_options import PlanOptions
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.report import ReportPage
from socialplanner.ui.session import Session

DAY = "2026-11-24"


@pytest.fixture
def page(window: MainWindow, sample_profile: Callable[[str], Path]) -> ReportPage:
    window.resize(1240, 820)
    window.open_profile(sample_profile("cafe"), "report")
    assert window.workspace is not None
    found = window.workspace.page
    assert isinstance(found, ReportPage)
    return found


@pytest.fixture
def session(page: ReportPage, window: MainWindow) -> Session:
    del page
    assert window.workspace is not None
    return window.workspace.session


def picture(tmp_path: Path) -> Path:
    path = tmp_path / "logo.png"
    written = BytesIO()
    Image.new("RGB", (300, 100), "red").save(written, format="PNG")
    path.write_bytes(written.getvalue())
    return path


def test_a_colour_is_typed_or_chosen_by_eye(page: ReportPage, session: Session) -> None:
    first, second = page.brand.colours
    first.line.setText("#2f6f5e")
    first.given.emit()
    assert session.record.brand.colours == ("#2f6f5e", "#E4572E")
    second.choose_colour = lambda _now: QColor("#aa3377")
    second._choose()  # noqa: SLF001 - what its button does
    assert session.record.brand.colours == ("#2f6f5e", "#AA3377")


def test_what_is_no_colour_is_refused_where_it_stands(page: ReportPage, session: Session) -> None:
    page.brand.colours[0].line.setText("red")
    page.brand.colours[0].given.emit()
    assert session.record.brand.colours == ()
    page.brand.commit()
    assert session.record.brand.colours == ()


def test_a_logo_is_kept_shown_printed_and_taken_away(
    page: ReportPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    page.brand.choose_picture = lambda: picture(tmp_path)
    page.brand.pick.click()
    assert session.record.brand.logo is not None
    qtbot.waitUntil(
        lambda: page.maker.made is not None and page.maker.made.options.logo is not None,
        timeout=20_000,
    )
    assert b"/Subtype /Image" in page.maker.made.plan.pdf  # type: ignore[union-attr]
    qtbot.waitUntil(page.brand.drop.isVisible)
    page.brand.drop.click()
    assert session.record.brand.logo is None


def test_what_is_no_picture_is_refused(page: ReportPage, session: Session, tmp_path: Path) -> None:
    text = tmp_path / "notes.png"
    text.write_text("not a picture")
    page.brand.choose_picture = lambda: text
    page.brand.pick.click()
    page.brand.choose_picture = lambda: tmp_path / "nowhere.png"
    page.brand.pick.click()
    assert session.record.brand.logo is None


def test_sender_and_lines_are_taken_when_the_page_is_left(
    page: ReportPage, session: Session, window: MainWindow
) -> None:
    page.brand.author.setText("M. Feld <b> & =1+1")
    page.brand.lines.setPlainText("one\n\ntwo\nthree\nfour\nfive")
    window.go("profile")
    assert session.record.profile.prepared_by == "M. Feld <b> & =1+1"
    assert session.record.brand.lines == ("one", "two", "three", "four")


def test_leaving_without_a_change_changes_nothing(
    page: ReportPage, session: Session, window: MainWindow
) -> None:
    del page
    before = session.record
    window.go("profile")
    assert session.record == before


def test_the_house_s_own_brand_holds_where_a_profile_has_none(
    program: DesktopProgram, tmp_path: Path
) -> None:
    assert program.printing.house() == PlanOptions()
    for name, value in (
        ("brand_name", " Northlight "),
        ("brand_colour", "#123456"),
        ("brand_accent", "pink"),
        ("brand_logo", str(picture(tmp_path))),
        ("paper", "letter"),
    ):
        program.settings.put(name, value)
    house = program.printing.house()
    assert (house.sender, house.paper) == ("Northlight", "letter")
    assert house.colours == ("#123456", "#E4572E")
    assert house.logo is not None
    program.settings.put("brand_logo", str(tmp_path / "gone.png"))
    assert program.printing.house().logo is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Café Morgenlicht", f"Café Morgenlicht – plan {DAY}.pdf"),
        ('a/b\\c:d*e?f"g<h>i|j', f"a b c d e f g h i j – plan {DAY}.pdf"),
        ("..", f"plan {DAY}.pdf"),
        ("  \n\t\u202e ", f"plan {DAY}.pdf"),
        ("CON", f"CON – plan {DAY}.pdf"),
        ("سلام", f"سلام – plan {DAY}.pdf"),
    ],
    ids=["plain", "forbidden", "dots", "unseen", "device", "persian"],
)
def test_the_name_of_the_file_is_one_that_every_system_takes(name: str, expected: str) -> None:
    assert plan_name(name, date.fromisoformat(DAY)) == expected
    assert len(plan_name(name * 300, date.fromisoformat(DAY)).encode()) < 160
