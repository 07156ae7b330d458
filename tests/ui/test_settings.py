"""Settings: kept whatever happens to the file, in force at once, and never at the cost of work."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from socialplanner.app.log_file import LogFile
from socialplanner.app.program import DesktopProgram
from socialplanner.app.settings import SettingsFile
from socialplanner.domain.answers import NoAnswer
from socialplanner.presentation.plan_options import CoverKind
from socialplanner.ui.file_choosing import FileChooser, Wanted
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.settings import SettingsPage
from socialplanner.ui.theme import Appearance
from tests.exchange.pictures import picture

STRANGE = "<b>Söhne & Co</b> =1+1 فروشگاه 😀"


@pytest.fixture
def kept(tmp_path: Path) -> SettingsFile:
    """Give settings in a folder that is not there yet."""
    return settings(tmp_path)


def settings(folder: Path) -> SettingsFile:
    return SettingsFile(folder / "config" / "settings.json", LogFile(folder / "log"))


@pytest.fixture
def page(window: MainWindow) -> Iterator[SettingsPage]:
    """Show the settings, and leave theme and formats as they were."""
    window.go("settings")
    found = window.stack.currentWidget()
    assert isinstance(found, SettingsPage)
    yield found
    window.theme.apply(Appearance.LIGHT, 1.0)
    window.theme.is_reduced_motion = False
    QLocale.setDefault(QLocale.system())


def test_a_text_that_could_name_no_file_counts_as_not_set(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    words = r'{"data_folder": "\u0000", "paper": "\ud800", "recent_files": ["\u0000", "a"]}'
    (tmp_path / "config" / "settings.json").write_text(words, "utf-8")
    kept = settings(tmp_path)
    assert kept.text("data_folder") == kept.text("paper") == ""
    assert kept.texts("recent_files") == ("a",)


class Chosen(FileChooser):
    """A chooser in which the person has chosen already."""

    def __init__(self, path: Path | None) -> None:
        self.path = path

    def to_open(self, parent: QWidget, wanted: Wanted) -> Path | None:
        del parent, wanted
        return self.path

    def to_save(self, parent: QWidget, wanted: Wanted) -> Path | None:
        del parent, wanted
        return self.path


# The file.


def test_what_was_put_is_there_at_the_next_start(tmp_path: Path, kept: SettingsFile) -> None:
    kept.put("text", STRANGE)
    kept.put("number", 1.5)
    kept.put("flag", True)  # noqa: FBT003 - a value
    kept.put("texts", ("a", STRANGE))
    again = settings(tmp_path)
    assert again.text("text") == STRANGE
    assert again.number("number") == 1.5
    assert again.flag("flag")
    assert again.texts("texts") == ("a", STRANGE)


@pytest.mark.parametrize("value", [None, [], {}, True, "text", 1e999, float("nan"), 10**400])
def test_a_value_of_another_kind_counts_as_not_set(tmp_path: Path, value: object) -> None:
    path = tmp_path / "config" / "settings.json"
    path.parent.mkdir()
    path.write_text(json.dumps({"name": value}))
    found = settings(tmp_path)
    assert found.number("name", 7.0) == 7.0
    if not isinstance(value, str):
        assert found.text("name", "usual") == "usual"
    if not isinstance(value, bool):
        assert not found.flag("name")
    assert found.texts("name") == ()


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[1]", b"\xff\xfe", b'{"a": "\xff"}', b"[" * 100_000, b"null", b" " * 2_000_000],
    ids=["empty", "cut", "list", "binary", "bad text", "deep", "null", "large"],
)
def test_a_damaged_file_is_put_aside_and_replaced(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "config" / "settings.json"
    path.parent.mkdir()
    path.write_bytes(data)
    found = settings(tmp_path)
    assert found.text("name", "usual") == "usual"
    assert path.read_bytes() == data
    found.put("name", "new")
    assert settings(tmp_path).text("name") == "new"
    assert path.with_suffix(".damaged").read_bytes() == data


def test_names_that_only_a_newer_version_knows_are_kept(tmp_path: Path, kept: SettingsFile) -> None:
    kept.put("ours", "a")
    path = kept.path
    path.write_text(json.dumps({**json.loads(path.read_text()), "theirs": {"deep": [1]}}))
    settings(tmp_path).put("ours", "b")
    assert json.loads(path.read_text()) == {"ours": "b", "theirs": {"deep": [1]}}


def test_two_windows_keep_what_the_other_set(tmp_path: Path) -> None:
    one, other = settings(tmp_path), settings(tmp_path)
    one.put("one", "1")
    other.put("other", "2")
    one.put("one", "3")
    found = settings(tmp_path)
    assert (found.text("one"), found.text("other")) == ("3", "2")


WRITER = """
import sys
from pathlib import Path
from socialplanner.app.log_file import LogFile
from socialplanner.app.settings import SettingsFile
kept = SettingsFile(Path(sys.argv[1]) / "config" / "settings.json", LogFile(Path(sys.argv[1])))
for number in range(40):
    kept.put(f"{sys.argv[2]}{number}", number)
"""


def test_processes_that_write_at_once_lose_nothing_of_each_other(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(tmp_path)]
    running = [subprocess.Popen([*command, name]) for name in ("a", "b", "c")]
    assert [each.wait() for each in running] == [0, 0, 0]
    written = json.loads((tmp_path / "config" / "settings.json").read_text())
    assert len(written) == 120


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_file_is_for_its_owner_alone_and_nothing_lies_beside_it(kept: SettingsFile) -> None:
    kept.put("name", "value")
    assert kept.path.stat().st_mode & 0o777 == 0o600
    assert kept.folder.stat().st_mode & 0o777 == 0o700
    assert {each.name for each in kept.folder.iterdir()} <= {
        "settings.json",
        ".settings.json.lock",
    }


def test_a_disk_that_refuses_is_no_error_and_is_written_once_it_takes(
    tmp_path: Path, kept: SettingsFile
) -> None:
    kept.folder.write_text("a file where the folder should be")
    kept.put("name", "value")
    assert kept.text("name") == "value"
    assert "not kept" in (tmp_path / "log" / "socialplanner.log").read_text("utf-8")
    kept.folder.unlink()
    kept.put("other", "more")
    again = settings(tmp_path)
    assert (again.text("name"), again.text("other")) == ("value", "more")


@pytest.mark.skipif(
    sys.platform == "win32" or os.getuid() == 0, reason="needs modes that hold for this user"
)
def test_a_file_that_may_not_be_read_is_not_overwritten(tmp_path: Path, kept: SettingsFile) -> None:
    kept.put("name", "value")
    kept.path.chmod(0)
    settings(tmp_path).put("other", "more")
    kept.path.chmod(0o600)
    assert settings(tmp_path).text("name") == "value"


# The page.


def test_appearance_and_text_size_are_in_force_and_kept_at_once(
    window: MainWindow, page: SettingsPage
) -> None:
    page.look.choices[Appearance.HIGH_CONTRAST].click()
    assert window.theme.tokens.name == "high_contrast"
    page.look.slider.setValue(143)
    assert window.theme.scale == pytest.approx(1.4)
    page.look.motion.click()
    assert window.theme.is_reduced_motion
    found = window.program.settings
    assert found.text("appearance") == "high_contrast"
    assert found.number("text_scale") == pytest.approx(1.4)
    assert found.flag("reduced_motion")


def test_the_page_follows_what_the_menus_change(window: MainWindow, page: SettingsPage) -> None:
    window.menus.commands.dress(Appearance.DARK)
    window.menus.commands.larger_text()
    assert page.look.choices[Appearance.DARK].isChecked()
    assert page.look.slider.value() == 110


def test_formats_paper_and_currency_are_kept_and_fields_follow(
    window: MainWindow, page: SettingsPage
) -> None:
    page.formats.formats.setCurrentIndex(page.formats.formats.findData("de_DE"))
    assert QLocale().toString(1234.5, "f", 1) == "1.234,5"
    assert window.locale() == QLocale("de_DE")
    page.formats.paper.setCurrentIndex(page.formats.paper.findData("letter"))
    page.formats.currency.setText(" CHF ")
    page.formats.currency.editingFinished.emit()
    found = window.program.settings
    assert (found.text("formats"), found.text("paper")) == ("de_DE", "letter")
    assert found.text("currency") == "CHF"


def black(parent: QWidget, code: str) -> str:
    """Choose black in the place of a pale yellow."""
    del parent
    return {"#fff2a8": "#000000"}[code]


def test_colours_are_kept_only_where_they_are_colours(
    window: MainWindow, page: SettingsPage
) -> None:
    field = page.brand.pair.first
    QTest.keyClicks(field.code, "#2f6f5e")
    assert window.program.settings.text("brand_colour") == "#2f6f5e"
    assert "darkened" in field.hint.text()
    QTest.keyClick(field.code, Qt.Key.Key_Backspace)
    assert "Write a colour" in field.hint.text()
    assert window.program.settings.text("brand_colour") == "#2f6f5e"
    field.set_code("#fff2a8")
    assert "too light for words" in field.hint.text()
    field.ask_for_colour = black
    field.button.click()
    assert window.program.settings.text("brand_colour") == "#000000"
    assert "Used as it is" in field.hint.text()
    field.set_code("")
    assert window.program.settings.text("brand_colour") == ""
    assert page.brand.pair.preview.colour("field").name() == "#14365c"


def test_the_whole_brand_is_kept_and_is_what_the_house_has(
    window: MainWindow, page: SettingsPage
) -> None:
    brand = page.brand
    for field, text in (
        (brand.name, "Northlight <b>"),
        (brand.footer, " Northlight Ltd "),
        (brand.mark, "Confidential"),
    ):
        field.setFocus()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
    brand.lines.setFocus()
    brand.lines.setPlainText("1 High Street\n\nnorthlight.example")
    brand.cover.setFocus()
    QTest.keyClick(brand.cover, Qt.Key.Key_Down)
    house = window.program.printing.house()
    assert (house.sender, house.footer) == ("Northlight <b>", "Northlight Ltd")
    assert (house.mark, house.cover) == ("Confidential", CoverKind.PLAIN)
    assert house.lines == ("1 High Street", "northlight.example")


def test_a_logo_is_checked_kept_beside_the_settings_and_removed(
    qtbot: QtBot, window: MainWindow, page: SettingsPage, tmp_path: Path
) -> None:
    found, logo = window.program.settings, page.brand.logo
    source = tmp_path / "logo.png"
    source.write_bytes(b"GIF89a no logo")
    logo.chooser = Chosen(source)
    logo.choose.click()
    qtbot.waitUntil(logo.trouble.isVisible)
    assert "logo.png cannot be used as a logo." in logo.trouble.text()
    source.write_bytes(picture("RGB", (300, 200)))
    logo.choose.click()
    qtbot.waitUntil(logo.picture.isVisible)
    kept = Path(found.text("brand_logo"))
    assert kept.parent == tmp_path / "config"
    assert not logo.trouble.isVisible()
    logo.drop.click()
    assert found.text("brand_logo") == ""
    assert not logo.picture.isVisible()


def test_another_folder_is_kept_for_the_next_start_and_nothing_is_moved(
    qtbot: QtBot, window: MainWindow, page: SettingsPage, tmp_path: Path
) -> None:
    folder = tmp_path / "Dropbox" / "plans"
    folder.mkdir(parents=True)

    def choose(parent: QWidget, start: Path) -> Path:
        del parent, start
        return folder

    page.place.ask_for_folder = choose
    page.place.change.click()
    qtbot.waitUntil(page.place.next.isVisible)
    assert window.program.settings.text("data_folder") == str(folder)
    assert window.program.shelf.folder == tmp_path / "data"
    assert "Dropbox" in page.place.warning.text()
    assert list(folder.iterdir()) == []
    page.place.usual.click()
    assert window.program.settings.text("data_folder") == ""
    assert not page.place.warning.isVisible()


def test_a_folder_that_is_not_there_is_refused(
    qtbot: QtBot, window: MainWindow, page: SettingsPage, tmp_path: Path
) -> None:
    page.place.take(tmp_path / "gone")
    qtbot.waitUntil(lambda: bool(window.messages.messages()))
    assert "cannot be used" in window.messages.messages()[0].words
    assert window.program.settings.text("data_folder") == ""


def test_a_backup_tells_what_it_would_change_and_is_put_back(
    qtbot: QtBot, window: MainWindow, empty_profile: Path
) -> None:
    window.open_profile(empty_profile)
    window.close_profile()
    window.open_profile(empty_profile)
    assert window.workspace is not None
    question = window.workspace.session.catalogue.questionnaire.sections[1].questions[0].id
    window.workspace.session.give(question, NoAnswer.UNKNOWN)
    window.go("settings", "backups")
    page = window.stack.currentWidget()
    assert isinstance(page, SettingsPage)
    card = page.backups
    qtbot.waitUntil(lambda: card.list.count() > 0)
    card.list.setCurrentRow(card.list.count() - 1)
    qtbot.waitUntil(card.put_back.isEnabled)
    assert "1 of the answers go away" in card.words.text()
    card.put_back.click()
    qtbot.waitUntil(lambda: bool(window.messages.messages()))
    assert "is as it was on" in window.messages.messages()[0].words
    record = window.program.shelf.read(empty_profile)
    assert question not in (record.assessments[-1].answers)
    assert window.stack.currentWidget() is page


def test_all_profiles_go_into_one_file_and_come_back_after_a_look(
    qtbot: QtBot, window: MainWindow, page: SettingsPage, empty_profile: Path, tmp_path: Path
) -> None:
    target = tmp_path / f"all{window.program.keeping.library_suffix}"
    page.all_backups.chooser = Chosen(target)
    page.all_backups.make.click()
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: bool(window.messages.messages()))
    empty_profile.unlink()
    page.all_backups.put_back.click()
    qtbot.waitUntil(page.all_backups.go_on.isVisible)
    assert "1 plan would be added" in page.all_backups.found.text()
    assert not empty_profile.exists()
    page.all_backups.go_on.click()
    qtbot.waitUntil(empty_profile.exists)


def test_a_lost_profile_is_brought_back_from_its_backups(
    qtbot: QtBot, window: MainWindow, empty_profile: Path
) -> None:
    window.open_profile(empty_profile)
    assert window.workspace is not None
    session = window.workspace.session
    session.give(session.catalogue.questionnaire.sections[1].questions[0].id, NoAnswer.UNKNOWN)
    window.close_profile()
    empty_profile.unlink()
    window.go("settings")
    page = window.stack.currentWidget()
    assert isinstance(page, SettingsPage)
    buttons = page.all_backups.lost_buttons
    qtbot.waitUntil(lambda: bool(buttons()))
    assert buttons()[0].accessibleName() == "Bring Corner Bakery back"
    buttons()[0].click()
    qtbot.waitUntil(lambda: bool(window.program.shelf.entries()))


def test_every_control_has_a_name(page: SettingsPage) -> None:
    focusable = [
        each
        for each in page.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()
    ]
    assert [each for each in focusable if not each.accessibleName() and not _text(each)] == []


def test_no_letter_stands_for_two_buttons_or_for_a_menu(page: SettingsPage) -> None:
    texts = [each.text().replace("&&", "") for each in page.findChildren(QAbstractButton)]
    letters = Counter(text[text.index("&") + 1].lower() for text in texts if "&" in text)
    assert {each for each, count in letters.items() if count > 1} == set()
    assert not set("fevh") & letters.keys()


def _text(widget: QWidget) -> str:
    return str(widget.property("text") or "")


def test_a_strange_name_of_a_brand_stays_as_it_was_typed(
    program: DesktopProgram, page: SettingsPage
) -> None:
    page.brand.name.setText(STRANGE)
    page.brand.name.editingFinished.emit()
    assert program.settings.text("brand_name") == STRANGE
