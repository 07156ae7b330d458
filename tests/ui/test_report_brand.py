"""Colours, logo and sender: given on the page, kept in the profile, seen on paper."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from socialplanner.app.plan_names import plan_name
from socialplanner.app.program import DesktopProgram
from socialplanner.presentation.plan_options import CoverKind, PlanOptions
from socialplanner.ui.file_choosing import FileChooser, Wanted
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.report import ReportPage
from socialplanner.ui.pages.report_brand import BrandCard
from socialplanner.ui.session import Session

DAY = "2026-11-24"
STRANGE = "M. Feld <b> & =1+1 \u0633\u0644\u0645 🙂"


class Chosen(FileChooser):
    """Stands for a person who takes one file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def to_open(self, parent: QWidget, wanted: Wanted) -> Path | None:
        del parent, wanted
        return self.path


@pytest.fixture
def page(window: MainWindow, sample_profile: Callable[[str], Path]) -> ReportPage:
    window.resize(1240, 820)
    window.open_profile(sample_profile("cafe"), "report")
    assert window.workspace is not None
    found = window.workspace.page
    assert isinstance(found, ReportPage)
    return found


@pytest.fixture
def brand(page: ReportPage) -> BrandCard:
    page.builder.brand.sign.click()
    assert page.builder.brand.is_open
    return page.builder.brand


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


def teal(parent: QWidget, code: str) -> str:
    del parent
    return {"#E4572E": "#aa3377"}[code]


def test_a_colour_is_typed_or_chosen_by_eye(brand: BrandCard, session: Session) -> None:
    QTest.keyClicks(brand.pair.first.code, "#2f6f5e")
    assert session.record.brand.colours == ("#2f6f5e", "#E4572E")
    brand.pair.second.ask_for_colour = teal
    QTest.mouseClick(brand.pair.second.button, Qt.MouseButton.LeftButton)
    assert session.record.brand.colours == ("#2f6f5e", "#aa3377")


def test_what_is_no_colour_is_not_kept(
    brand: BrandCard, session: Session, page: ReportPage
) -> None:
    QTest.keyClicks(brand.pair.first.code, "red")
    page.builder.commit()
    assert session.record.brand.colours == ()
    assert "Write a colour" in brand.pair.first.hint.text()


def test_what_is_printed_of_a_colour_is_shown_and_said_before_it_is_used(
    brand: BrandCard,
) -> None:
    QTest.keyClicks(brand.pair.first.code, "#ffd500")
    assert "too light for words (1.4" in brand.pair.first.hint.text()
    preview = brand.pair.preview
    assert preview.colour("field").name() == "#ffd500"
    assert preview.colour("on_field").name() == "#1b2430"
    assert "used as ground" in preview.accessibleDescription()
    pixel = preview.grab().toImage().pixelColor(20, preview.height() - 12)
    assert pixel.name() == "#ffd500"


def test_the_usual_colours_come_back(brand: BrandCard, session: Session, qtbot: QtBot) -> None:
    QTest.keyClicks(brand.pair.first.code, "#2f6f5e")
    qtbot.waitUntil(brand.usual.isVisible)
    brand.usual.click()
    assert session.record.brand.colours == ()


def test_a_logo_is_kept_shown_printed_and_taken_away(
    brand: BrandCard, page: ReportPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    brand.logo.chooser = Chosen(picture(tmp_path))
    brand.logo.choose.click()
    assert session.record.brand.logo is not None
    qtbot.waitUntil(
        lambda: page.maker.made is not None and page.maker.made.options.logo is not None,
        timeout=20_000,
    )
    assert b"/Subtype /Image" in page.maker.made.plan.pdf  # type: ignore[union-attr]
    qtbot.waitUntil(brand.logo.drop.isVisible)
    brand.logo.drop.click()
    assert session.record.brand.logo is None


def test_what_is_no_picture_is_refused_where_it_was_chosen(
    brand: BrandCard, session: Session, tmp_path: Path
) -> None:
    text = tmp_path / "notes.png"
    text.write_text("not a picture")
    brand.logo.chooser = Chosen(text)
    brand.logo.choose.click()
    assert "notes.png cannot be used as a logo." in brand.logo.trouble.text()
    brand.logo.chooser = Chosen(tmp_path / "nowhere.png")
    brand.logo.choose.click()
    assert "cannot be read" in brand.logo.trouble.text()
    assert session.record.brand.logo is None


def test_sender_reader_and_lines_are_taken_when_the_page_is_left(
    brand: BrandCard, session: Session, window: MainWindow
) -> None:
    brand.author.setText(STRANGE)
    brand.reader.setText("The owners")
    brand.footer.setText(f" {STRANGE}\t")
    brand.mark.setText("Confidential")
    brand.lines.setFocus()
    brand.lines.setPlainText("one\n\ntwo\nthree\nfour\nfive")
    window.go("profile")
    profile = session.record.profile
    assert (profile.prepared_by, profile.prepared_for) == (STRANGE, "The owners")
    assert session.record.brand.lines == ("one", "two", "three", "four")
    assert session.record.settings["brand.footer"] == STRANGE
    assert session.record.settings["brand.mark"] == "Confidential"


def test_leaving_without_a_change_changes_nothing(
    brand: BrandCard, session: Session, window: MainWindow
) -> None:
    del brand
    before = session.record
    window.go("profile")
    assert session.record == before


def test_a_profile_can_go_without_what_the_house_has(
    program: DesktopProgram, brand: BrandCard, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    program.settings.put("brand_logo", str(picture(tmp_path)))
    program.settings.put("brand_mark", "House secret")
    session.answers_changed.emit("")
    qtbot.waitUntil(brand.logo.drop.isVisible)
    assert brand.mark.text() == "House secret"
    brand.logo.drop.click()
    brand.mark.clear()
    brand.mark.editingFinished.emit()
    assert session.record.settings["brand.without"] == "logo"
    assert session.record.settings["brand.mark"] == ""


def test_the_house_s_own_brand_holds_where_a_profile_has_none(
    program: DesktopProgram, tmp_path: Path
) -> None:
    assert program.printing.house() == PlanOptions()
    for name, value in (
        ("brand_name", " Northlight "),
        ("brand_colour", "#123456"),
        ("brand_accent", "pink"),
        ("brand_logo", str(picture(tmp_path))),
        ("brand_footer", "Northlight Ltd"),
        ("brand_mark", "x" * 99),
        ("brand_cover", "plain"),
        ("paper", "letter"),
    ):
        program.settings.put(name, value)
    program.settings.put("brand_lines", (" 1 High Street", "", "a", "b", "c", "d"))
    house = program.printing.house()
    assert (house.sender, house.paper, house.cover) == ("Northlight", "letter", CoverKind.PLAIN)
    assert house.colours == ("#123456", "#E4572E")
    assert house.lines == ("1 High Street", "a", "b", "c")
    assert (house.footer, len(house.mark)) == ("Northlight Ltd", 60)
    assert house.logo is not None
    program.settings.put("brand_logo", str(tmp_path / "gone.png"))
    program.settings.put("brand_cover", "gold")
    assert program.printing.house().logo is None
    assert program.printing.house().cover is CoverKind.PROFILE


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
