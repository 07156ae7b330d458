"""The card of a question: answering, the honest ways out, help, note, mark, confirming."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from socialplanner.app.program import DesktopProgram
from socialplanner.domain.answers import NoAnswer
from socialplanner.domain.editing import with_reassessment
from socialplanner.domain.record import LONGEST_NOTE
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.section import SectionPage
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.wizard.help_area import HelpArea
from socialplanner.ui.wizard.question_card import QuestionCard

REPLYING = "style.replying"


def opened(window: MainWindow, path: Path, key: str = "section:style") -> SectionPage:
    """Open a profile at a section with all its cards built."""
    window.open_profile(path, key)
    assert window.workspace is not None
    page = window.workspace.page
    assert isinstance(page, SectionPage)
    page.groups[0].complete()
    QApplication.processEvents()
    return page


@pytest.fixture
def page(window: MainWindow, empty_profile: Path) -> SectionPage:
    """Open an empty profile at a section of scored questions."""
    return opened(window, empty_profile)


@pytest.fixture
def carried(
    window: MainWindow, program: DesktopProgram, sample_profile: Callable[[str], Path]
) -> SectionPage:
    """Open a profile whose answers are of last time."""
    opened_profile = program.shelf.open(sample_profile("cafe"))
    path = opened_profile.path
    opened_profile.save(
        with_reassessment(
            opened_profile.record, "again", program.now(), renamed={}, earlier_plan=None
        )
    )
    opened_profile.close()
    return opened(window, path)


def said(card: QuestionCard) -> str:
    """Return everything that can be read on a card."""
    return "\n".join(label.text() for label in card.findChildren(Label) if label.isVisible())


def test_a_number_key_answers_and_the_answer_is_saved(page: SectionPage) -> None:
    card = page.card(REPLYING)
    card.take_focus()
    QTest.keyClick(card.window().focusWidget(), Qt.Key.Key_4)
    assert page.session.answers[REPLYING] == 3.0
    assert page.session.is_saved


def test_ways_out_are_answers_and_can_be_taken_back(page: SectionPage) -> None:
    card = page.card(REPLYING)
    card.extras.none.click()
    assert page.session.answers[REPLYING] is NoAnswer.NOT_APPLICABLE
    assert "neither for nor against" in said(card)
    card.extras.unknown.click()
    assert page.session.answers[REPLYING] is NoAnswer.UNKNOWN
    assert not card.extras.none.isChecked()
    card.extras.unknown.click()
    assert REPLYING not in page.session.answers


def test_an_answer_takes_the_place_of_a_way_out(page: SectionPage) -> None:
    card = page.card(REPLYING)
    card.extras.unknown.click()
    card.widget.given.emit(2.0)
    assert page.session.answers[REPLYING] == 2.0
    assert not card.extras.unknown.isChecked()


def test_a_way_out_empties_the_widget(page: SectionPage) -> None:
    page.session.give(REPLYING, 2.0)
    card = page.card(REPLYING)
    assert card.widget.answer == 2.0
    card.extras.none.click()
    assert card.widget.answer is None


def test_passing_through_a_field_does_not_open_what_does_not_apply(
    window: MainWindow, empty_profile: Path
) -> None:
    page = opened(window, empty_profile, "section:hours")
    card = page.card("hours.making")
    card.extras.none.click()
    card.widget.given.emit(None)
    assert page.session.answers["hours.making"] is NoAnswer.NOT_APPLICABLE


def test_what_a_plan_cannot_do_without_has_no_way_out_and_says_so(
    window: MainWindow, empty_profile: Path
) -> None:
    page = opened(window, empty_profile, "section:business")
    card = page.card("business.kind")
    assert card.extras.none.isHidden()
    assert card.extras.unknown.isHidden()
    page.session.give("business.kind", NoAnswer.UNKNOWN)
    assert "cannot be made without" in said(card)
    assert not page.card("business.stage").extras.none.isHidden()


def test_refused_input_is_said_under_the_field_and_goes_with_a_right_one(
    window: MainWindow, empty_profile: Path
) -> None:
    page = opened(window, empty_profile, "section:business")
    card = page.card("business.hours_per_week")
    card.take_focus()
    field = card.window().focusWidget()
    QTest.keyClicks(field, "900")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert "business.hours_per_week" not in page.session.answers
    refused = said(card)
    assert len(refused.splitlines()) > 2
    card.take_focus()
    QTest.keyClicks(card.window().focusWidget(), "6")
    page.left()
    assert page.session.answers["business.hours_per_week"] == 6.0
    assert said(card) != refused


def test_help_opens_in_place_with_examples_and_what_it_is_for(
    window: MainWindow, empty_profile: Path
) -> None:
    page = opened(window, empty_profile, "section:business")
    card = page.card("business.kind")
    card.extras.help.click()
    area = card.findChild(HelpArea)
    assert area is not None
    assert card.question.help in area.words
    assert card.question.example_shop in area.words
    assert card.question.example_consultant in area.words
    assert card.question.use in area.words
    card.extras.help.click()
    assert area.isHidden()


def test_a_note_is_saved_after_a_pause_and_opens_by_itself_next_time(
    page: SectionPage, qtbot: QtBot
) -> None:
    card = page.card(REPLYING)
    card.open_note()
    text = card.findChild(QPlainTextEdit)
    assert text is not None
    QTest.keyClicks(text, "ask <b>Anna</b> & Ben")
    with qtbot.waitSignal(page.session.answers_changed):
        pass
    recorded = page.session.recorded(REPLYING)
    assert recorded is not None
    assert recorded.note == "ask <b>Anna</b> & Ben"
    again = QuestionCard(page.context, page.session, card.question, 1)
    again.show_state(None, recorded)
    assert again.extras.note.isChecked()


def test_a_note_that_is_too_long_is_refused_in_words_and_the_last_one_stays(
    page: SectionPage,
) -> None:
    card = page.card(REPLYING)
    card.open_note()
    text = card.findChild(QPlainTextEdit)
    assert text is not None
    text.setPlainText("kept")
    card.save()
    text.setPlainText("x" * (LONGEST_NOTE + 12))
    card.save()
    assert "12 too many" in said(card)
    recorded = page.session.recorded(REPLYING)
    assert recorded is not None
    assert recorded.note == "kept"


def test_a_mark_is_set_and_taken_away(page: SectionPage) -> None:
    card = page.card(REPLYING)
    card.extras.mark.click()
    recorded = page.session.recorded(REPLYING)
    assert recorded is not None
    assert recorded.is_marked
    card.extras.mark.click()
    assert page.session.recorded(REPLYING) is None


def test_an_answer_of_last_time_is_confirmed_with_one_press(carried: SectionPage) -> None:
    card = carried.card(REPLYING)
    value = carried.session.answers[REPLYING]
    assert card.confirm.isVisible()
    card.confirm.click()
    recorded = carried.session.recorded(REPLYING)
    assert recorded is not None
    assert (recorded.value, recorded.is_carried) == (value, False)
    assert card.confirm.isHidden()


def test_leaving_a_field_as_it_is_confirms_nothing(carried: SectionPage) -> None:
    card = carried.card(REPLYING)
    card.widget.given.emit(carried.session.answers[REPLYING])
    assert card.is_carried


def test_all_answers_of_a_page_are_confirmed_at_once(carried: SectionPage) -> None:
    assert carried.confirm_all.isVisible()
    carried.confirm_all.click()
    assert not any(card.is_carried for card in carried.groups[0].cards.values())
    assert not carried.confirm_all.isVisible()


def test_keys_work_on_the_card_that_has_the_keyboard(page: SectionPage) -> None:
    card = page.card(REPLYING)
    card.take_focus()
    for key, holds in (
        (Qt.Key.Key_K, card.extras.unknown.isChecked),
        (Qt.Key.Key_P, card.extras.help.isChecked),
        (Qt.Key.Key_M, card.extras.mark.isChecked),
        (Qt.Key.Key_T, card.extras.note.isChecked),
    ):
        assert not holds()
        QTest.keyClick(card.window().focusWidget(), key, Qt.KeyboardModifier.AltModifier)
        assert holds()
    assert not page.card("style.listening").extras.mark.isChecked()
