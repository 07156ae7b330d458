"""What is shown and what is on the disk: the same, or the window says that it is not."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from socialplanner.app.program import DesktopProgram
from socialplanner.domain.answers import NoAnswer
from socialplanner.domain.record import ProfileRecord
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.opening import keep_as_new
from socialplanner.ui.questions.number import NumberQuestion
from socialplanner.ui.questions.table import TableQuestion
from socialplanner.ui.session import Session
from socialplanner.ui.tasks import Task
from socialplanner.ui.telling import offer_undo
from socialplanner.ui.wizard.question_card import QuestionCard
from socialplanner.ui.wizard.question_page import QuestionPage
from tests.faults.full_disk import UNLIMITED, FullDisk
from tests.faults.watching import watched, why_not

ITEM, OTHER = "style.replying", "style.publishing_rhythm"
needs_shim = pytest.mark.skipif(bool(why_not()), reason=why_not())


@pytest.fixture
def disk(empty_profile: Path) -> Iterator[FullDisk]:
    """Give the disk that the profile is on, with room until a test takes it away."""
    made = FullDisk(UNLIMITED)
    with watched(made, empty_profile.parent):
        yield made
        made.room = UNLIMITED


@pytest.fixture
def session(disk: FullDisk, window: MainWindow, empty_profile: Path) -> Session:
    """Open the profile on that disk."""
    del disk
    window.open_profile(empty_profile)
    assert window.workspace is not None
    return window.workspace.session


def fill(disk: FullDisk) -> None:
    disk.room = disk.used


def on_disk(window: MainWindow, path: Path) -> ProfileRecord:
    return window.program.shelf.read(path)


@needs_shim
def test_an_answer_given_while_a_note_is_refused_is_not_lost_with_it(
    disk: FullDisk, session: Session, window: MainWindow, empty_profile: Path
) -> None:
    fill(disk)
    session.set_note(ITEM, "ask Anna " * 500)
    assert session.save_trouble
    session.give(OTHER, 3.0)
    assert session.answers == {OTHER: 3.0}
    disk.room = UNLIMITED
    session.flush()
    assert session.is_saved
    kept = on_disk(window, empty_profile)
    assert kept == session.record
    assert kept.assessments[-1].said() == {OTHER: 3.0}
    assert kept.assessments[-1].answers[ITEM].note.startswith("ask Anna")


@needs_shim
def test_what_was_typed_and_refused_is_shown_as_answered_until_there_is_room(
    disk: FullDisk, session: Session, window: MainWindow, empty_profile: Path
) -> None:
    fill(disk)
    session.type("business.hours_per_week", 7.0)
    session.flush()
    assert session.save_trouble
    assert session.answers == {"business.hours_per_week": 7.0}
    assert on_disk(window, empty_profile).assessments[-1].said() == {}
    disk.room = UNLIMITED
    session.flush()
    assert on_disk(window, empty_profile) == session.record
    assert session.answers == {"business.hours_per_week": 7.0}


@needs_shim
def test_a_refusal_is_told_once_and_again_only_when_the_person_tries(
    disk: FullDisk, session: Session, qtbot: QtBot
) -> None:
    told = list[str]()
    session.trouble.connect(told.append)
    fill(disk)
    session.give(ITEM, 3.0)
    assert len(told) == 1
    qtbot.wait(2_300)
    assert len(told) == 1
    session.flush()
    assert len(told) == 2


@needs_shim
def test_a_step_back_that_is_refused_leaves_what_is_shown_as_it_is_on_the_disk(
    disk: FullDisk, session: Session, window: MainWindow, empty_profile: Path
) -> None:
    session.set_note(ITEM, "ask Anna " * 500)
    fill(disk)
    session.give(OTHER, 3.0)
    session.undo()
    assert session.answers == {OTHER: 3.0}
    disk.room = UNLIMITED
    session.flush()
    assert session.record == on_disk(window, empty_profile)
    assert session.answers == {OTHER: 3.0}


def test_what_was_typed_before_a_note_is_told_of_with_the_note(
    window: MainWindow, empty_profile: Path
) -> None:
    window.open_profile(empty_profile)
    assert window.workspace is not None
    session = window.workspace.session
    changed = list[str]()
    session.answers_changed.connect(changed.append)
    session.type("business.hours_per_week", 7.0)
    session.set_note(ITEM, "ask Anna")
    assert changed == ["business.hours_per_week", ITEM]
    session.type("business.hours_per_week", 8.0)
    session.type("business.margin_percent", 40.0)
    session.flush()
    assert changed[2:] == ["business.hours_per_week", "business.margin_percent"]
    assert session.record == on_disk(window, empty_profile)


def test_a_profile_whose_file_was_deleted_outside_loses_nothing_as_a_new_profile(
    window: MainWindow, empty_profile: Path
) -> None:
    window.open_profile(empty_profile)
    assert window.workspace is not None
    session = window.workspace.session
    session.give(ITEM, 3.0)
    empty_profile.unlink()
    session.give(OTHER, 2.0)
    session.set_note(OTHER, "ask Anna")
    assert "was moved, replaced or deleted" in session.save_trouble
    window.go("home")
    assert window.workspace is not None, "what is not saved was closed"
    keep_as_new(window)
    assert window.workspace is not None
    again = window.workspace.session
    assert again.is_saved
    assert again.profile.path != empty_profile
    assert again.answers == {ITEM: 3.0, OTHER: 2.0}
    assert on_disk(window, again.profile.path) == again.record
    assert again.record.assessments[-1].answers[OTHER].note == "ask Anna"


@needs_shim
def test_a_message_that_something_is_not_saved_goes_once_it_is(
    disk: FullDisk, session: Session, window: MainWindow
) -> None:
    fill(disk)
    session.set_note(ITEM, "ask Anna " * 500)
    window.go("home")
    assert len(window.messages.messages()) == 2
    disk.room = UNLIMITED
    session.flush()
    assert window.messages.messages() == []


def test_an_offer_to_take_back_a_step_ends_with_the_next_step_and_with_the_profile(
    window: MainWindow, empty_profile: Path
) -> None:
    window.open_profile(empty_profile)
    assert window.workspace is not None
    session = window.workspace.session
    session.give(ITEM, 3.0)
    offer_undo(window.messages, session, "Given.")
    session.give(OTHER, 2.0)
    assert window.messages.messages() == []
    offer_undo(window.messages, session, "Given.")
    window.go("home")
    assert window.messages.messages() == []


# What was typed and is no answer.


def card_of(window: MainWindow, question_id: str) -> QuestionCard:
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, QuestionPage)
    return page.card(question_id)


def test_a_number_that_cannot_be_read_goes_when_it_is_said_not_to_be_known(
    window: MainWindow, sample_profile: Callable[[str], Path]
) -> None:
    window.open_profile(sample_profile("cafe"), "section:business")
    card = card_of(window, "business.margin_percent")
    assert isinstance(card.widget, NumberQuestion)
    field = card.widget.field
    field.setFocus()
    field.clear()
    QTest.keyClicks(field, "1e309")
    field.editingFinished.emit()
    assert field.property("wrong")
    card.extras.unknown.click()
    assert (field.text(), field.property("wrong")) == ("", False)
    assert window.workspace is not None
    assert window.workspace.session.answers["business.margin_percent"] is NoAnswer.UNKNOWN


def test_a_row_that_lacks_something_goes_when_it_is_said_not_to_be_known(
    window: MainWindow, empty_profile: Path
) -> None:
    table = unfinished_row(window, empty_profile)
    card_of(window, table.question.id).extras.unknown.click()
    assert all(row.is_blank() for row in table.rows)


def test_a_row_that_lacks_something_is_kept_as_a_note_when_the_profile_is_closed(
    window: MainWindow, program: DesktopProgram, empty_profile: Path
) -> None:
    table = unfinished_row(window, empty_profile)
    window.go("home")
    recorded = program.shelf.read(empty_profile).assessments[-1].answers[table.question.id]
    assert recorded.value is None
    assert recorded.note == "Typed, but not finished: Anna <b>"
    window.open_profile(empty_profile)
    window.go("home")
    assert program.shelf.read(empty_profile).assessments[-1].answers == {
        table.question.id: recorded
    }


def unfinished_row(window: MainWindow, path: Path) -> TableQuestion:
    """Type a name into a table of people, without hours."""
    window.open_profile(path, "section:business")
    table = card_of(window, "business.people").widget
    assert isinstance(table, TableQuestion)
    cell = table.rows[0].cells[0]
    cell.setFocus()
    QTest.keyClicks(cell, "Anna <b>")
    return table


def test_a_book_that_is_pasted_into_a_note_does_not_stop_the_window(
    window: MainWindow, empty_profile: Path
) -> None:
    window.open_profile(empty_profile, "section:business")
    card = card_of(window, "business.people")
    card.open_note()
    note = card.findChild(QPlainTextEdit)
    assert note is not None
    book = QMimeData()
    book.setText("y" * 100_000)
    note.insertFromMimeData(book)
    assert len(note.toPlainText()) == 20_000
    assert any("15,000 too many" in each.text() for each in card.findChildren(QLabel))


def test_money_is_asked_for_in_the_currency_that_the_profile_has_now(
    window: MainWindow, empty_profile: Path
) -> None:
    window.open_profile(empty_profile, "section:business")
    assert window.workspace is not None
    session = window.workspace.session
    money = [q for q in session.catalogue.questionnaire if q.unit.startswith("currency")]
    key = window.workspace.journey.place_of(money[0].id)[0]
    window.go(key)
    card = card_of(window, money[0].id)
    assert isinstance(card.widget, NumberQuestion)
    assert "EUR" in card.widget.field.accessibleDescription()
    session.set_profile(replace(session.record.profile, currency="zł"))
    assert "zł" in card.widget.field.accessibleDescription()
    assert "EUR" not in card.widget.field.accessibleDescription()
    session.undo()
    assert "EUR" in card.widget.field.accessibleDescription()


# Work in the background.


def test_a_bug_in_the_background_is_raised_and_whoever_waits_for_it_is_told(
    qtbot: QtBot, window: MainWindow
) -> None:
    refused = list[str]()

    def work() -> None:
        raise ZeroDivisionError

    task: Task[None] = Task(work, lambda _: None, lambda error: refused.append(str(error)))
    with qtbot.captureExceptions() as raised:
        window.tasks.run("test", task)
        qtbot.waitUntil(lambda: bool(raised))
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]
    assert refused == [
        "This did not work because of a mistake in SocialPlanner. What was saved is safe."
    ]
