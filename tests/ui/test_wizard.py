"""The wizard as a whole: where one is, what is next, what the rail and the footer say."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from socialplanner.app.program import DesktopProgram
from socialplanner.domain.answers import Answer
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.quick import QuickPage
from socialplanner.ui.reading_order import reading_order
from socialplanner.ui.widgets.step_rail import Step
from socialplanner.ui.wizard.question_page import QuestionPage, card_of
from socialplanner.ui.workspace import Workspace

ESSENTIAL_ANSWERS: dict[str, Answer] = {
    "business.kind": "local_retail",
    "business.goals": ("awareness",),
    "business.hours_per_week": 6.0,
    "business.platforms": ("instagram",),
    "business.patience": "quarter",
}


def opened(window: MainWindow, path: Path, key: str = "") -> Workspace:
    """Open a profile and return what shows it."""
    window.open_profile(path, key)
    assert window.workspace is not None
    return window.workspace


def questions(workspace: Workspace) -> QuestionPage:
    """Return the page of questions that is shown."""
    assert isinstance(workspace.page, QuestionPage)
    return workspace.page


def test_an_empty_profile_opens_at_the_quick_check_with_the_keyboard_at_its_first_question(
    window: MainWindow, empty_profile: Path
) -> None:
    workspace = opened(window, empty_profile)
    assert workspace.key == "quick"
    card = card_of(window.focusWidget())
    assert card is not None
    assert card.question.id == "business.kind"


def test_a_profile_opens_where_the_person_left_off(
    window: MainWindow, empty_profile: Path, qtbot: QtBot
) -> None:
    opened(window, empty_profile).session.give("goals.content_targets", 2.0)
    window.close_profile()
    workspace = opened(window, empty_profile)
    assert workspace.key == "section:goals"
    qtbot.waitUntil(lambda: card_of(window.focusWidget()) is not None)
    card = card_of(window.focusWidget())
    assert card is not None
    assert card.question.id == "goals.sign_up_offer"


def test_a_finished_profile_opens_at_the_plan(
    window: MainWindow, sample_profile: Callable[[str], Path]
) -> None:
    assert opened(window, sample_profile("cafe")).key == "week"


def test_the_next_open_question_is_shown_wherever_it_is(
    window: MainWindow, empty_profile: Path, qtbot: QtBot
) -> None:
    workspace = opened(window, empty_profile, "section:style")
    page = questions(workspace)
    for question_id in list(workspace.session.catalogue.questionnaire.by_id):
        if question_id.startswith("style.") and question_id != "style.replying":
            workspace.session.give(question_id, 1.0)
    page.card("style.publishing_rhythm").take_focus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    card = page.card("style.replying")
    qtbot.waitUntil(lambda: card_of(window.focusWidget()) is card)
    workspace.session.give("style.replying", 1.0)
    workspace.go_to_next_open()
    assert workspace.key == "section:goals"


def test_a_question_that_is_asked_for_is_scrolled_to_and_has_the_keyboard(
    window: MainWindow, empty_profile: Path, qtbot: QtBot
) -> None:
    workspace = opened(window, empty_profile, "profile")
    workspace.go("section:business", "business.patience")
    page = questions(workspace)
    card = page.card("business.patience")
    qtbot.waitUntil(lambda: card_of(window.focusWidget()) is card)
    top = card.mapTo(page.view, QPoint(0, 0)).y()
    qtbot.waitUntil(lambda: 0 <= card.mapTo(page.view, QPoint(0, 0)).y() < page.view.height())
    assert top < page.view.height()


def test_undo_and_redo_show_where_it_was(
    window: MainWindow, empty_profile: Path, qtbot: QtBot
) -> None:
    workspace = opened(window, empty_profile, "section:style")
    workspace.session.give("style.replying", 3.0)
    workspace.go("section:roi")
    window.menus.actions["undo"].trigger()
    assert workspace.key == "section:style"
    card = questions(workspace).card("style.replying")
    qtbot.waitUntil(lambda: card_of(window.focusWidget()) is card)
    assert card.widget.answer is None
    window.menus.actions["redo"].trigger()
    assert card.widget.answer == 3.0


def test_undo_on_the_quick_check_stays_there(window: MainWindow, empty_profile: Path) -> None:
    workspace = opened(window, empty_profile, "quick")
    workspace.session.give("style.replying", 3.0)
    workspace.undo()
    assert workspace.key == "quick"


def test_enter_does_not_leave_the_page(window: MainWindow, empty_profile: Path) -> None:
    workspace = opened(window, empty_profile, "section:business")
    questions(workspace).card("business.hours_per_week").take_focus()
    QTest.keyClicks(window.focusWidget(), "6")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert workspace.key == "section:business"
    assert workspace.session.answers["business.hours_per_week"] == 6.0


def test_tab_goes_through_the_whole_page_and_what_has_the_keyboard_is_in_sight(
    window: MainWindow, empty_profile: Path
) -> None:
    workspace = opened(window, empty_profile, "section:goals")
    page = questions(workspace)
    page.groups[0].complete()
    QApplication.processEvents()
    page.take_focus()
    met = []
    for _ in range(60):
        now = window.focusWidget()
        card = card_of(now)
        if card is None:
            break
        if card.question.id not in met:
            met.append(card.question.id)
        middle = now.mapTo(page.view, now.rect().center()).y()
        assert 0 <= middle <= page.view.height()
        QTest.keyClick(now, Qt.Key.Key_Tab)
    section = workspace.session.catalogue.questionnaire.sections[2]
    assert met == [question.id for question in section.questions]


def test_the_tab_key_reads_the_quick_check_from_the_first_question_to_its_end(
    window: MainWindow, empty_profile: Path, qtbot: QtBot
) -> None:
    workspace = opened(window, empty_profile, "quick")
    page = questions(workspace)
    qtbot.waitUntil(lambda: all(group.is_complete for group in page.groups))
    QApplication.processEvents()
    stops = reading_order(window)
    cards = [card_of(stop) for stop in stops]
    met = list(dict.fromkeys(card.question.id for card in cards if card is not None))
    asked = [key for group in page.groups for key in group.cards]
    assert met == asked
    assert isinstance(page, QuickPage)
    assert stops[:2] == [workspace.rail_side.home, workspace.rail.step("quick")]
    assert stops.index(page.end.more) < stops.index(workspace.footer.back)
    stops[0].setFocus()
    for stop in stops:
        assert window.focusWidget() is stop
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget() is stops[0]
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
    assert window.focusWidget() is stops[-1]


def test_the_rail_is_one_stop_with_arrows_and_opens_with_enter(
    window: MainWindow, empty_profile: Path
) -> None:
    workspace = opened(window, empty_profile, "section:style")
    rail = workspace.rail
    assert [s for s in reading_order(window) if isinstance(s, Step)] == [rail.step("section:style")]
    rail.step("section:style").setFocus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    assert window.focusWidget() is rail.step("section:goals")
    assert workspace.key == "section:style"
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert workspace.key == "section:goals"
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_End)
    assert window.focusWidget() is rail.step(list(workspace.specs)[-1])
    QTest.mouseClick(rail.step("section:goals"), Qt.MouseButton.LeftButton)
    assert rail.step("section:goals").isChecked()


def test_help_and_note_are_reached_right_behind_the_row_that_opened_them(
    window: MainWindow, empty_profile: Path
) -> None:
    card = questions(opened(window, empty_profile, "section:style")).card("style.publishing_rhythm")
    card.extras.note.setChecked(True)
    QApplication.processEvents()
    card.extras.mark.setFocus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert isinstance(window.focusWidget(), QPlainTextEdit)
    assert card_of(window.focusWidget()) is card


def test_the_rail_says_how_far_each_page_is(window: MainWindow, empty_profile: Path) -> None:
    workspace = opened(window, empty_profile, "section:style")
    step = workspace.rail.step("section:style")
    assert step.accessibleName() == "Communication style, 0 of 8 answered"
    workspace.session.give("style.replying", 3.0)
    assert step.accessibleName() == "Communication style, 1 of 8 answered"
    assert step.state[0] == "circle-dot"
    workspace.session.set_mark("style.replying", is_marked=True)
    assert step.accessibleName().endswith("1 marked for review")
    assert step.state[0] == "flag"
    assert workspace.rail.step("week").accessibleName().endswith("5 answers are missing for a plan")


def test_the_rail_of_a_finished_profile_says_that_there_is_a_plan(
    window: MainWindow, sample_profile: Callable[[str], Path]
) -> None:
    workspace = opened(window, sample_profile("cafe"), "section:style")
    assert workspace.rail.step("section:style").state[0] == "circle-check"
    assert workspace.rail.step("week").accessibleName().endswith("there is enough for a plan")
    assert workspace.footer.next.isHidden()
    assert workspace.footer.progress.whole == "All 63 questions are answered"


def test_the_footer_says_how_far_it_is_and_that_all_is_saved(
    window: MainWindow, empty_profile: Path
) -> None:
    window.resize(1400, 800)
    workspace = opened(window, empty_profile, "section:style")
    workspace.session.give("style.replying", 3.0)
    assert workspace.footer.progress.whole == "1 of 63 answered, about 14 minutes left"
    assert workspace.footer.saved.whole.startswith("All changes saved at ")
    assert workspace.bar.value() == 1


def test_the_footer_fits_into_the_smallest_window(
    window: MainWindow, empty_profile: Path, qtbot: QtBot
) -> None:
    window.resize(window.minimumSize())
    workspace = opened(window, empty_profile, "section:style")
    qtbot.waitUntil(lambda: workspace.footer.width() > 0)
    QApplication.processEvents()
    footer = workspace.footer
    assert footer.progress.text() == footer.progress.whole
    for button in (footer.next, footer.panel, footer.back, footer.on):
        assert button.isVisible()
        assert footer.rect().contains(button.geometry())


def test_nothing_answered_in_the_quick_check_is_asked_again(
    window: MainWindow, empty_profile: Path
) -> None:
    workspace = opened(window, empty_profile, "quick")
    for question_id, answer in ESSENTIAL_ANSWERS.items():
        workspace.session.give(question_id, answer)
    quick = {each.id for each in window.program.catalogue.questionnaire if each.quick}
    for question_id in quick:
        workspace.session.give(question_id, 2.0)
    page = workspace.page
    assert isinstance(page, QuickPage)
    page.end.more.click()
    assert workspace.key == "section:business"
    assert not quick & {
        question.id
        for question in workspace.journey.interview.questions
        if workspace.journey.interview.waits(question.id)
    }
    workspace.go("section:style")
    assert questions(workspace).card("style.replying").widget.answer == 2.0


def test_the_quick_check_leads_to_the_plan_once_the_essentials_are_there(
    window: MainWindow, empty_profile: Path
) -> None:
    workspace = opened(window, empty_profile, "quick")
    page = workspace.page
    assert isinstance(page, QuickPage)
    assert not page.end.plan.isEnabled()
    for question_id, answer in ESSENTIAL_ANSWERS.items():
        workspace.session.give(question_id, answer)
    assert page.end.plan.isEnabled()
    page.end.plan.click()
    assert workspace.key == "week"


def test_the_wizard_starts_without_numpy() -> None:
    code = (
        "import sys, socialplanner.ui.workspace, socialplanner.ui.pages.section\n"
        "import socialplanner.ui.pages.quick, socialplanner.ui.pages.profile\n"
        "sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_cards_of_a_page_are_built_without_being_waited_for(
    window: MainWindow, empty_profile: Path, program: DesktopProgram, qtbot: QtBot
) -> None:
    page = questions(opened(window, empty_profile, "section:business"))
    assert not page.groups[0].is_complete
    qtbot.waitUntil(lambda: page.groups[0].is_complete)
    assert len(page.groups[0].cards) == len(program.catalogue.questionnaire.sections[0].questions)
