import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socialplanner import paths
from socialplanner.app.program import DesktopProgram
from socialplanner.domain.editing import with_answer
from socialplanner.domain.record import ProfileRecord
from socialplanner.errors import UserError
from socialplanner.exchange.bundle import bundle_bytes
from socialplanner.ui.dropping import Dropping, file_in
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.opening import MOST, recent_files, remember
from socialplanner.ui.pages.home_import import ImportPanel
from socialplanner.ui.ports.importing import FileKind
from tests.ui.homes import Chosen, entry_of, listed, named, opened_name, said, sample

HOURS = "business.hours_per_week"


def bundle(tmp_path: Path, record: ProfileRecord, passphrase: str | None = None) -> Path:
    path = tmp_path / "from elsewhere.socialplan-bundle"
    path.write_bytes(bundle_bytes(record, passphrase))
    return path


def changed(program: DesktopProgram, record: ProfileRecord) -> ProfileRecord:
    answered = with_answer(record, record.assessments[-1].id, HOURS, 12.0, program.now())
    return replace(answered, tags=("new",))


def asking(window: MainWindow, qtbot: QtBot) -> ImportPanel:
    panel = window.home.panels.shown
    assert isinstance(panel, ImportPanel)
    qtbot.waitUntil(lambda: window.tasks.is_idle)
    return panel


def test_a_profile_file_is_opened_where_it_lies(
    window: MainWindow, program: DesktopProgram, tmp_path: Path
) -> None:
    path = program.shelf.add(named(program, "Bakery"))
    elsewhere = path.rename(tmp_path / "elsewhere.socialplan")
    window.open_file(elsewhere)
    assert window.workspace is not None
    assert window.workspace.session.profile.path == elsewhere
    assert recent_files(program) == (elsewhere,)


def test_a_bundle_of_a_new_profile_is_added_when_asked(
    window: MainWindow, program: DesktopProgram, tmp_path: Path, qtbot: QtBot
) -> None:
    record = sample(program, "cafe")
    window.open_file(bundle(tmp_path, record))
    panel = asking(window, qtbot)
    assert "“Café Morgenlicht” with 63 answers" in panel.lead.text()
    assert "Nothing is changed yet." in panel.lead.text()
    assert program.shelf.entries() == []
    assert not panel.merge.isVisible()
    panel.add.click()
    assert window.workspace is not None
    assert window.workspace.session.record.id == record.id


@pytest.mark.parametrize("takes_theirs", [False, True])
def test_a_bundle_of_a_profile_that_is_here_is_merged_as_chosen(
    window: MainWindow, program: DesktopProgram, tmp_path: Path, qtbot: QtBot, *, takes_theirs: bool
) -> None:
    record = sample(program, "cafe")
    path = program.shelf.add(record)
    window.open_file(bundle(tmp_path, changed(program, record)))
    panel = asking(window, qtbot)
    assert panel.merge.isVisible()
    assert panel.view.mine.isChecked()
    assert "In 1 place both say something else" in panel.view._words.text()  # noqa: SLF001
    panel.view.theirs.setChecked(takes_theirs)
    panel.merge.click()
    merged = program.shelf.read(path)
    assert merged.tags == ("new",)
    assert merged.assessments[-1].said()[HOURS] == (12.0 if takes_theirs else 5.0)
    assert said(window) == "Merged into “Café Morgenlicht”. A backup holds how it was before."
    assert program.shelf.library.backups(record.id).listed()


def test_a_bundle_of_a_profile_that_is_here_can_stand_beside_it(
    window: MainWindow, program: DesktopProgram, tmp_path: Path, qtbot: QtBot
) -> None:
    record = sample(program, "cafe")
    program.shelf.add(record)
    window.open_file(bundle(tmp_path, changed(program, record)))
    panel = asking(window, qtbot)
    panel.add.click()
    ids = {entry.id for entry in program.shelf.entries()}
    assert len(ids) == 2


def test_a_bundle_that_says_nothing_new_cannot_be_merged(
    window: MainWindow, program: DesktopProgram, tmp_path: Path, qtbot: QtBot
) -> None:
    record = sample(program, "cafe")
    program.shelf.add(record)
    window.open_file(bundle(tmp_path, record))
    panel = asking(window, qtbot)
    assert "would change nothing" in panel.view._words.text()  # noqa: SLF001
    assert not panel.merge.isEnabled()


def test_a_bundle_whose_profile_lies_in_the_trash_says_so(
    window: MainWindow, program: DesktopProgram, tmp_path: Path, qtbot: QtBot
) -> None:
    record = sample(program, "cafe")
    program.shelf.delete(program.shelf.add(record))
    window.open_file(bundle(tmp_path, record))
    panel = asking(window, qtbot)
    assert "lies in your trash" in panel.lead.text()
    panel.add.click()
    assert window.workspace is not None
    assert window.workspace.session.record.id != record.id


def test_an_encrypted_bundle_asks_for_its_passphrase(
    window: MainWindow, program: DesktopProgram, tmp_path: Path, qtbot: QtBot
) -> None:
    window.open_file(bundle(tmp_path, sample(program, "cafe"), "long enough"))
    panel = window.home.panels.shown
    assert isinstance(panel, ImportPanel)
    assert panel.passphrase.hasFocus()
    panel.passphrase.setText("not the one")
    panel.unlock.click()
    qtbot.waitUntil(panel.trouble.isVisible)
    assert "passphrase is wrong" in panel.trouble.text()
    panel.passphrase.setText("long enough")
    panel.unlock.click()
    qtbot.waitUntil(panel.add.isVisible)
    assert not panel.passphrase.isVisible()


def test_answers_become_a_new_plan_or_go_into_one_that_is_here(
    window: MainWindow, program: DesktopProgram, qtbot: QtBot
) -> None:
    path = program.shelf.add(named(program, "Café Morgenlicht"))
    program.shelf.add(named(program, "Another"))
    window.open_file(paths.samples_dir() / "cafe.toml")
    panel = asking(window, qtbot)
    assert panel.target.currentText() == "Café Morgenlicht"
    assert panel.merge.isVisible()
    panel.merge.click()
    assert len(program.shelf.read(path).assessments[-1].said()) == 63
    window.open_file(paths.samples_dir() / "plumber.toml")
    panel = asking(window, qtbot)
    assert panel.target.currentIndex() == 0
    assert not panel.merge.isVisible()
    panel.add.click()
    assert window.workspace is not None
    assert window.workspace.session.record.profile.name == "Harcourt Lane Plumbing"


def test_an_answers_file_with_a_mistake_says_which(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("[answers.business]\nkindd = 'x'\n")
    window.open_file(path)
    panel = asking(window, qtbot)
    assert "cannot be used" in panel.trouble.text()
    assert not panel.add.isVisible()


def test_wrong_files_are_told_what_they_are(window: MainWindow, tmp_path: Path) -> None:
    for name, data, words in (
        ("plan.pdf", b"%PDF-1.7\n", "This is a PDF"),
        ("table.xlsx", b"PK\x03\x04xl/", "cannot be"),
        ("logo.png", b"\x89PNG\r\n\x1a\n", "Set it as the logo"),
        ("all.socialplan-library", b"x", "backup of many plans"),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        window.open_file(path)
        assert words in said(window)
    window.open_file(tmp_path)
    assert "is a folder" in said(window)
    window.open_file(tmp_path / "nowhere.toml")
    assert "cannot be read" in said(window)


def test_the_chooser_leads_to_the_same_and_may_be_cancelled(
    window: MainWindow, program: DesktopProgram
) -> None:
    window.home.chooser = Chosen(None)
    window.ask_for_file()
    assert opened_name(window) == ""
    chosen = Chosen(program.shelf.add(named(program, "Bakery")))
    window.home.chooser = chosen
    window.home.view.open.click()
    assert opened_name(window) == "Bakery"
    assert "*.socialplan" in chosen.asked[0].pattern


def test_a_file_dropped_on_the_window_is_opened(
    window: MainWindow, program: DesktopProgram
) -> None:
    path = program.shelf.add(named(program, "Bakery"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    dropping = window.findChildren(Dropping)[0]
    where = window.rect().center()
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(where, copy, data, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    assert dropping.overlay.isVisible()
    QApplication.sendEvent(window, QDropEvent(QPointF(where), copy, data, left, none))
    assert not dropping.overlay.isVisible()
    assert window.workspace is not None


def test_what_is_no_file_is_not_taken() -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.com/a.socialplan")])
    assert file_in(data) is None
    data.setText("words")
    assert file_in(data) is None


def test_recent_files_are_eight_at_most_and_there(program: DesktopProgram, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.socialplan" for number in range(MOST + 3)]
    for file in files:
        file.touch()
        remember(program, file)
    remember(program, files[5])
    assert recent_files(program)[0] == files[5]
    assert len(recent_files(program)) == MOST
    files[5].unlink()
    assert files[5] not in recent_files(program)


def test_a_scrubbed_bundle_says_that_names_were_left_out(
    program: DesktopProgram, tmp_path: Path
) -> None:
    path = tmp_path / "x.socialplan-bundle"
    path.write_bytes(bundle_bytes(sample(program, "cafe"), is_scrubbed=True))
    assert program.importing.kind(path) is FileKind.BUNDLE
    assert program.importing.look_at(path).is_scrubbed


def test_a_bundle_is_read_back_only_with_its_passphrase(
    program: DesktopProgram, tmp_path: Path
) -> None:
    path = bundle(tmp_path, sample(program, "cafe"), "long enough")
    with pytest.raises(UserError):
        program.importing.look_at(path)


def test_a_merge_is_refused_while_the_profile_is_open_elsewhere(
    window: MainWindow, program: DesktopProgram, tmp_path: Path, qtbot: QtBot
) -> None:
    record = sample(program, "cafe")
    path = program.shelf.add(record)
    window.open_file(bundle(tmp_path, changed(program, record)))
    panel = asking(window, qtbot)
    with program.shelf.open(path):
        panel.merge.click()
        assert "is open in another window" in panel.trouble.text()
    home = listed(window, qtbot)
    assert entry_of(home, "Caf").tags == ()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_is_refused_instead_of_being_waited_for(window: MainWindow, tmp_path: Path) -> None:
    pipe = tmp_path / "answers.toml"
    os.mkfifo(pipe)
    window.open_file(pipe)
    assert said(window) == "answers.toml is no file that could be read; nothing was done."
