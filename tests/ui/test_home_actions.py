import sqlite3
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialplanner.app.program import DesktopProgram
from socialplanner.exchange.bundle import read_bundle_file
from socialplanner.store.protection import protect
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.home_details import NamePanel, ReassessPanel, UnlockPanel, tags_of
from socialplanner.ui.pages.home_export import ExportPanel, file_stem
from socialplanner.ui.pages.home_recover import RecoverPanel
from socialplanner.ui.pages.home_trash import TrashPanel
from tests.ui.homes import Chosen, entry_of, listed, named, opened_name, said, sample


def titles(window: MainWindow, name: str) -> list[str]:
    menu = window.home.actions_of.menu(entry_of(window.home, name))
    found = [action.text().replace("&", "") for action in menu.actions()]
    menu.deleteLater()
    return found


def press(window: MainWindow, name: str) -> None:
    buttons = window.messages.messages()[0].findChildren(type(window.home.view.new))
    next(button for button in buttons if button.text() == name).click()


def damage(path: Path) -> None:
    size = path.stat().st_size
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * min(8192, size - 4096))


def test_delete_goes_to_the_trash_and_undo_brings_it_back(
    window: MainWindow, program: DesktopProgram, qtbot: QtBot
) -> None:
    path = program.shelf.add(named(program, "Bakery & Co"))
    home = listed(window, qtbot)
    home.view.list.setFocus()
    home.view.list.choose(0)
    QTest.keyClick(home.view.list, Qt.Key.Key_Delete)
    assert not path.exists()
    assert said(window) == "Deleted “Bakery & Co”. It stays in the trash for 30 days."
    assert listed(window, qtbot).view.trash.text() == "&Trash (1)"
    press(window, "Undo")
    assert path.exists()
    assert [entry.name for entry in listed(window, qtbot).profiles.shown] == ["Bakery & Co"]


def test_a_profile_that_is_open_elsewhere_is_not_deleted_and_it_is_said(
    window: MainWindow, program: DesktopProgram, qtbot: QtBot
) -> None:
    path = program.shelf.add(named(program, "Bakery"))
    home = listed(window, qtbot)
    with program.shelf.open(path):
        home.actions_of.delete(entry_of(home, "Bakery"))
        assert path.exists()
        assert "is open in another window" in said(window)
        home.actions_of.archive(entry_of(home, "Bakery"))
    assert not program.shelf.read(path).is_archived


def test_name_and_tags_are_changed_in_place(
    window: MainWindow, program: DesktopProgram, qtbot: QtBot
) -> None:
    path = program.shelf.add(named(program, "Bakery"))
    home = listed(window, qtbot)
    home.actions_of.rename(entry_of(home, "Bakery"))
    panel = home.panels.shown
    assert isinstance(panel, NamePanel)
    panel.name.setText("   ")
    panel.take()
    assert panel.trouble.isVisible()
    panel.name.setText("Brewery")
    panel.tags.setText("coast, , coast,  two  words")
    QTest.keyClick(panel.tags, Qt.Key.Key_Return)
    record = program.shelf.read(path)
    assert (record.profile.name, record.tags) == ("Brewery", ("coast", "two words"))
    assert home.panels.shown is None


def test_tags_are_taken_once_each() -> None:
    assert tags_of("") == ()
    assert tags_of("a, b,a ,") == ("a", "b")


def test_a_copy_has_the_name_that_was_typed_and_the_same_answers(
    window: MainWindow, program: DesktopProgram, qtbot: QtBot
) -> None:
    first = program.shelf.add(sample(program, "cafe"))
    home = listed(window, qtbot)
    home.actions_of.duplicate(entry_of(home, "Caf"))
    panel = home.panels.shown
    assert isinstance(panel, NamePanel)
    assert panel.name.text() == "Café Morgenlicht, a copy"
    panel.name.setText("As we wish it")
    panel.take()
    copy = program.shelf.read(program.shelf.path(entry_of(listed(window, qtbot), "As we")))
    original = program.shelf.read(first)
    assert copy.id != original.id
    assert copy.assessments[-1].said() == original.assessments[-1].said()
    chosen = home.view.list.chosen()
    assert chosen is not None
    assert chosen.name == "As we wish it"


def test_archive_is_taken_back_by_its_message(
    window: MainWindow, program: DesktopProgram, qtbot: QtBot
) -> None:
    path = program.shelf.add(named(program, "Bakery"))
    home = listed(window, qtbot)
    home.actions_of.archive(entry_of(home, "Bakery"))
    assert program.shelf.read(path).is_archived
    assert listed(window, qtbot).profiles.shown == []
    assert "archive" in home.view.nothing.text()
    press(window, "Undo")
    assert not program.shelf.read(path).is_archived


def test_a_new_assessment_is_begun_once_it_is_agreed_to(
    window: MainWindow, program: DesktopProgram, qtbot: QtBot
) -> None:
    path = program.shelf.add(sample(program, "cafe"))
    home = listed(window, qtbot)
    home.actions_of.reassess(entry_of(home, "Caf"))
    panel = home.panels.shown
    assert isinstance(panel, ReassessPanel)
    assert "63 answers are carried over" in panel.lead.text()
    assert len(program.shelf.read(path).assessments) == 1
    panel.agreed.emit()
    record = program.shelf.read(path)
    assert [str(each.state) for each in record.assessments] == ["complete", "draft"]
    assert window.workspace is not None


def test_a_menu_offers_what_can_be_done(
    window: MainWindow, program: DesktopProgram, qtbot: QtBot
) -> None:
    program.shelf.add(named(program, "Bakery"))
    program.shelf.add(replace(named(program, "Old"), is_archived=True))
    damage(program.shelf.add(named(program, "Broken")))
    listed(window, qtbot)
    assert titles(window, "Bakery") == [
        "Open",
        "Name and tags …",
        "Make a copy …",
        "Begin a new assessment …",
        "Export …",
        "Make a report …",
        "Archive",
        "Delete",
    ]
    assert "Bring back from the archive" in titles(window, "Old")
    assert titles(window, "Broken") == ["See what can be got back …", "Delete"]


def test_a_damaged_profile_is_got_back_after_it_was_said_what_is_left(
    window: MainWindow, program: DesktopProgram, qtbot: QtBot
) -> None:
    path = program.shelf.add(sample(program, "cafe"))
    program.shelf.change(path, lambda old: replace(old, tags=("kept",)))
    damage(path)
    home = listed(window, qtbot)
    home.actions_of.open(entry_of(home, "Caf"))
    panel = home.panels.shown
    assert isinstance(panel, RecoverPanel)
    qtbot.waitUntil(panel.recover.isEnabled)
    assert "“Café Morgenlicht”" in panel.lead.text()
    assert "The damaged file is kept aside" in panel.lead.text()
    assert opened_name(window) == ""
    panel.recover.click()
    qtbot.waitUntil(lambda: window.workspace is not None)
    assert len(program.shelf.read(path).assessments[-1].said()) == 63


def test_a_profile_with_a_passphrase_is_opened_with_it_alone(
    window: MainWindow, program: DesktopProgram, qtbot: QtBot
) -> None:
    path = program.shelf.add(named(program, "Secret"))
    locked = protect(program.shelf.library, path, "long enough")
    program.shelf.library.set_key(program.shelf.entry(locked).id, None)
    home = listed(window, qtbot)
    home.actions_of.open(entry_of(home, "Secret"))
    panel = home.panels.shown
    assert isinstance(panel, UnlockPanel)
    panel.take()
    assert panel.trouble.text() == "Type the passphrase of this plan."
    panel.passphrase.setText("wrong one")
    panel.take()
    assert panel.trouble.isVisible()
    assert opened_name(window) == ""
    panel.passphrase.setText("long enough")
    QTest.keyClick(panel.passphrase, Qt.Key.Key_Return)
    assert opened_name(window) == "Secret"


def test_export_writes_a_bundle_without_names_where_that_is_wanted(
    window: MainWindow, program: DesktopProgram, qtbot: QtBot, tmp_path: Path
) -> None:
    program.shelf.add(sample(program, "cafe"))
    home = listed(window, qtbot)
    home.chooser = Chosen(tmp_path / "out")
    home.actions_of.export(entry_of(home, "Caf"))
    panel = home.panels.shown
    assert isinstance(panel, ExportPanel)
    panel.scrubs.setChecked(True)
    panel.write_file()
    target = tmp_path / "out.socialplan-bundle"
    qtbot.waitUntil(lambda: home.panels.shown is None)
    bundle = read_bundle_file(target)
    assert bundle.is_scrubbed
    assert "Morgenlicht" not in bundle.record.profile.name
    assert target.stat().st_mode & 0o077 == 0
    assert said(window) == f"The plan is in {target}."


def test_passphrases_of_an_export_must_agree_and_be_long(
    window: MainWindow, program: DesktopProgram, qtbot: QtBot, tmp_path: Path
) -> None:
    program.shelf.add(sample(program, "cafe"))
    home = listed(window, qtbot)
    home.chooser = Chosen(tmp_path / "out.socialplan-bundle")
    home.actions_of.export(entry_of(home, "Caf"))
    panel = home.panels.shown
    assert isinstance(panel, ExportPanel)
    panel.passphrase.setText("long enough")
    panel.write_file()
    assert "not the same" in panel.trouble.text()
    panel.again.setText("long enough")
    panel.passphrase.setText("short")
    panel.again.setText("short")
    panel.write_file()
    assert "too short" in panel.trouble.text()
    panel.passphrase.setText("long enough")
    panel.again.setText("long enough")
    panel.write_file()
    qtbot.waitUntil(lambda: home.panels.shown is None)
    bundle = read_bundle_file(tmp_path / "out.socialplan-bundle", "long enough")
    assert bundle.record.profile.name == "Café Morgenlicht"


def test_an_export_into_the_name_of_a_profile_is_refused_in_place(
    window: MainWindow, program: DesktopProgram, qtbot: QtBot, tmp_path: Path
) -> None:
    program.shelf.add(named(program, "Bakery"))
    home = listed(window, qtbot)
    home.chooser = Chosen(tmp_path / "x.socialplan")
    home.actions_of.export(entry_of(home, "Bakery"))
    panel = home.panels.shown
    assert isinstance(panel, ExportPanel)
    panel.write_file()
    qtbot.waitUntil(panel.trouble.isVisible)
    assert "plans are kept in" in panel.trouble.text()
    assert panel.write.isEnabled()


def test_the_name_of_an_exported_file_is_one_that_every_system_takes() -> None:
    assert file_stem("a/b: <c> & d") == "a-b-c-d"
    assert file_stem("🎈") == "profile"


def test_the_open_profile_goes_out_from_a_page_that_leads_back(
    window: MainWindow, program: DesktopProgram, empty_profile: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    del program
    window.open_profile(empty_profile)
    window.home.chooser = Chosen(tmp_path / "mine.socialplan-bundle")
    window.export_profile()
    panel = window.stack.findChildren(ExportPanel)[0]
    panel.write_file()
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.workspace)
    assert read_bundle_file(tmp_path / "mine.socialplan-bundle").record.profile.name


def test_who_closes_the_question_while_a_file_is_written_is_still_told_where_it_is(
    window: MainWindow, program: DesktopProgram, qtbot: QtBot, tmp_path: Path
) -> None:
    program.shelf.add(named(program, "Bakery"))
    home = listed(window, qtbot)
    home.chooser = Chosen(tmp_path / "out.socialplan-bundle")
    home.actions_of.export(entry_of(home, "Bakery"))
    panel = home.panels.shown
    assert isinstance(panel, ExportPanel)
    panel.write_file()
    home.panels.close()
    qtbot.waitUntil(lambda: bool(window.messages.messages()))
    assert said(window) == f"The plan is in {tmp_path / 'out.socialplan-bundle'}."


def test_who_has_gone_elsewhere_while_a_file_is_written_stays_there(
    window: MainWindow, empty_profile: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window.open_profile(empty_profile)
    window.home.chooser = Chosen(tmp_path / "mine.socialplan-bundle")
    window.export_profile()
    window.stack.findChildren(ExportPanel)[0].write_file()
    window.go("settings")
    qtbot.waitUntil(lambda: bool(window.messages.messages()))
    assert said(window) == f"The plan is in {tmp_path / 'mine.socialplan-bundle'}."
    assert window.stack.currentWidget() is not window.workspace


def test_the_trash_gives_back_and_erases_only_when_sure(
    window: MainWindow, program: DesktopProgram, qtbot: QtBot
) -> None:
    kept = program.shelf.add(named(program, "Kept"))
    gone = program.shelf.add(named(program, "Gone"))
    for path in (kept, gone):
        program.shelf.delete(path)
    home = listed(window, qtbot)
    home.view.trash.click()
    panel = home.panels.shown
    assert isinstance(panel, TrashPanel)
    rows = {row.trashed.name: row for row in panel.rows}
    rows["Gone"].erase.click()
    assert rows["Gone"].keep.hasFocus()
    rows["Gone"].keep.click()
    assert program.shelf.trash_size() == 2
    rows["Gone"].erase.click()
    rows["Gone"].sure.click()
    assert program.shelf.trash_size() == 1
    panel.rows[0].back.click()
    assert program.shelf.trash_size() == 0
    assert kept.exists()
    assert not gone.exists()


def test_what_is_here_already_is_not_taken_back_a_second_time(
    window: MainWindow, program: DesktopProgram, qtbot: QtBot
) -> None:
    record = named(program, "Bakery")
    program.shelf.delete(program.shelf.add(record))
    program.shelf.add(replace(record, profile=replace(record.profile, name="Brewery")))
    home = listed(window, qtbot)
    home.panels.show_trash()
    panel = home.panels.shown
    assert isinstance(panel, TrashPanel)
    panel.rows[0].back.click()
    assert "among your plans already" in said(window)
    assert program.shelf.trash_size() == 1
