from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from socialplanner.app.program import DesktopProgram
from socialplanner.domain.editing import new_record
from socialplanner.domain.profile import Profile
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.theme import Theme


def test_a_profile_without_any_assessment_opens_with_one_begun(
    window: MainWindow, program: DesktopProgram
) -> None:
    bare = new_record(program.new_id(), Profile(name="Corner Bakery"), program.now())
    path = program.shelf.add(bare)
    window.open_profile(path)
    assert window.workspace is not None
    assert len(program.shelf.read(path).assessments) == 1


def test_results_of_a_sample_are_made_in_the_background(
    window: MainWindow, sample_profile: Callable[[str], Path], qtbot: QtBot
) -> None:
    window.open_profile(sample_profile("cafe"))
    assert window.workspace is not None
    session = window.workspace.session
    with qtbot.waitSignal(session.results_changed):
        session.want_results()
    assert session.results is not None
    assert session.results.summary.week.total


def test_an_answer_is_on_the_disk_once_it_is_given_and_gone_when_it_is_taken_back(
    window: MainWindow, empty_profile: Path
) -> None:
    window.open_profile(empty_profile)
    assert window.workspace is not None
    session = window.workspace.session
    session.give("style.replying", 3.0)
    saved = window.program.shelf.read(empty_profile).assessments[-1]
    assert saved.said() == {"style.replying": 3.0}
    assert session.undo() == "style.replying"
    assert session.answers == {}
    assert session.redo() == "style.replying"
    assert session.answers == {"style.replying": 3.0}


def test_a_note_and_a_mark_are_taken_back_in_their_order(
    window: MainWindow, empty_profile: Path
) -> None:
    window.open_profile(empty_profile)
    assert window.workspace is not None
    session = window.workspace.session
    session.set_note("style.replying", "ask Anna")
    session.set_mark("style.replying", is_marked=True)
    session.undo()
    recorded = session.recorded("style.replying")
    assert recorded is not None
    assert (recorded.note, recorded.is_marked) == ("ask Anna", False)
    session.undo()
    assert session.recorded("style.replying") is None


def test_what_cannot_be_saved_is_told_to_the_window_and_to_nobody_once_it_is_gone(
    program: DesktopProgram, theme: Theme, empty_profile: Path
) -> None:
    window = MainWindow(program, theme)
    window.open_profile(empty_profile)
    assert window.workspace is not None
    session = window.workspace.session
    session.trouble.emit("The disk is full.")
    assert [each.words for each in window.messages.messages()] == ["The disk is full."]
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    session.trouble.emit("The disk is full again.")
