"""Questions that are answered by choosing: a level, one option, or several."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socialplanner.ui.context import Context
from socialplanner.ui.questions.cards import CardQuestion
from socialplanner.ui.widgets.choice_card import ChoiceCard
from tests.ui.asking import Asked, known_as, press, type_text

ROLE = QAccessible.Role
LEVEL = "style.publishing_rhythm"
ONE = "business.stage"
SEVERAL = "business.platforms"
TOOLS = "business.tools"


def cards(asked: Asked) -> tuple[ChoiceCard, ...]:
    assert isinstance(asked.widget, CardQuestion)
    return asked.widget.cards


def test_a_level_is_chosen_by_a_press_and_opened_by_another(context: Context, qtbot: QtBot) -> None:
    asked = Asked(context, LEVEL).shown(qtbot)
    press(cards(asked)[3])
    press(cards(asked)[1])
    press(cards(asked)[1])
    assert asked.given == [3.0, 1.0, None]
    assert not any(card.isChecked() for card in cards(asked))


@pytest.mark.parametrize(("key", "level"), [("1", 0.0), ("3", 2.0), ("5", 4.0), ("\u06f5", 4.0)])
def test_a_level_is_chosen_by_its_number(
    context: Context, qtbot: QtBot, key: str, level: float
) -> None:
    asked = Asked(context, LEVEL).shown(qtbot)
    type_text(asked.focus, key)
    assert asked.given == [level]
    assert asked.focus is cards(asked)[int(level)]


def test_a_number_without_a_level_and_a_shortcut_of_the_window_choose_nothing(
    context: Context, qtbot: QtBot
) -> None:
    asked = Asked(context, LEVEL).shown(qtbot)
    type_text(asked.focus, "0679a")
    QTest.keyClick(asked.focus, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert asked.is_silent


def test_arrows_choose_the_next_card_of_a_row_or_a_column_and_go_round(
    context: Context, qtbot: QtBot
) -> None:
    asked = Asked(context, ONE)
    asked.widget.show_answer("steady")
    asked.shown(qtbot)
    QTest.keyClick(asked.focus, Qt.Key.Key_Down)
    QTest.keyClick(asked.focus, Qt.Key.Key_Right)
    QTest.keyClick(asked.focus, Qt.Key.Key_Up)
    assert asked.typed == ["pre_sale", "young", "growing"]
    assert asked.given == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_card_is_chosen_by_keyboard(context: Context, qtbot: QtBot, key: Qt.Key) -> None:
    asked = Asked(context, ONE).shown(qtbot)
    QTest.keyClick(asked.focus, key)
    assert asked.given == ["pre_sale"]


def test_delete_opens_a_question_once(context: Context, qtbot: QtBot) -> None:
    asked = Asked(context, ONE).shown(qtbot)
    QTest.keyClick(asked.focus, Qt.Key.Key_2)
    QTest.keyClick(asked.focus, Qt.Key.Key_Delete)
    QTest.keyClick(asked.focus, Qt.Key.Key_Backspace)
    assert asked.given == ["young", None]


def test_the_tab_key_comes_to_one_card_of_a_choice(context: Context, qtbot: QtBot) -> None:
    asked = Asked(context, LEVEL).shown(qtbot)
    QTest.keyClick(asked.focus, Qt.Key.Key_4)
    assert asked.met_by_tab() == [cards(asked)[3]]
    asked.widget.show_answer(None)
    assert asked.met_by_tab() == [cards(asked)[0]]


def test_a_screen_reader_is_told_what_is_chosen(context: Context, qtbot: QtBot) -> None:
    asked = Asked(context, LEVEL).shown(qtbot)
    press(cards(asked)[2])
    known = [known_as(card) for card in cards(asked)]
    assert [name for _role, name, _checked in known] == list(asked.question.levels)
    assert [checked for _role, _name, checked in known] == [False, False, True, False, False]
    assert {role for role, _name, _checked in known} == {ROLE.RadioButton}


def test_an_answer_that_is_no_option_any_more_shows_nothing_chosen(context: Context) -> None:
    asked = Asked(context, ONE)
    asked.widget.show_answer("sold")
    assert asked.widget.answer is None


# Several.


def test_ticks_are_given_in_the_order_of_the_options(context: Context, qtbot: QtBot) -> None:
    asked = Asked(context, SEVERAL).shown(qtbot)
    for place in (4, 0, 4):
        press(cards(asked)[place])
    assert asked.given == [("youtube",), ("linkedin", "youtube"), ("linkedin",)]
    press(cards(asked)[0])
    assert asked.given[-1] is None


def test_none_stands_alone(context: Context, qtbot: QtBot) -> None:
    asked = Asked(context, TOOLS).shown(qtbot)
    for place in (1, 0, 2):
        press(cards(asked)[place])
    assert asked.given == [("platform_planner",), ("none",), ("scheduler",)]


def test_none_of_these_can_be_told_from_an_open_question(context: Context, qtbot: QtBot) -> None:
    asked = Asked(context, "content.formats").shown(qtbot)
    none = cards(asked)[-1]
    assert none.words == "None of these"
    press(cards(asked)[0])
    press(none)
    assert asked.given == [("text",), ()]
    press(none)
    assert asked.given[-1] is None
    asked.widget.show_answer(())
    assert none.isChecked()


def test_ticks_are_set_by_keyboard_and_told_to_a_screen_reader(
    context: Context, qtbot: QtBot
) -> None:
    asked = Asked(context, SEVERAL).shown(qtbot)
    QTest.keyClick(asked.focus, Qt.Key.Key_Right)
    assert asked.is_silent
    QTest.keyClick(asked.focus, Qt.Key.Key_Space)
    QTest.keyClick(asked.focus, Qt.Key.Key_Tab)
    QTest.keyClick(asked.focus, Qt.Key.Key_Return)
    assert asked.given == [("instagram",), ("instagram", "facebook")]
    assert known_as(asked.focus) == (ROLE.CheckBox, "Facebook", True)
