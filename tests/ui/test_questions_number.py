"""Questions whose answer is a number, and how numbers are read as people type them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from socialplanner.exchange import spot
from socialplanner.ui.context import Context
from socialplanner.ui.questions import typed_number
from socialplanner.ui.questions.number import NumberQuestion
from socialplanner.ui.questions.number_field import NumberField
from socialplanner.ui.questions.typed_number import figures, read_number
from tests.ui.asking import Asked, known_as, type_text

HOURS = "business.hours_per_week"
MARGIN = "business.margin_percent"
WAGE = "business.hour_cost"


def field(asked: Asked) -> NumberField:
    assert isinstance(asked.widget, NumberQuestion)
    return asked.widget.field


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("1.5", 1.5),
        ("1,5", 1.5),
        (",5", 0.5),
        ("3,", 3),
        ("½", 0.5),
        ("1½", 1.5),
        ("2 ¼", 2.25),
        ("1 1/2", 1.5),
        ("3/4", 0.75),
        ("1 500", 1500),
        ("1\u202f500", 1500),
        ("1’500", 1500),
        ("1,234,567.5", 1234567.5),
        ("1.234.567,5", 1234567.5),
        ("1.500,00", 1500),
        ("0,500", 0.5),
        ("\u06f1\u06f2\u066b\u06f5", 12.5),
        ("about 5", 5),
        ("~5", 5),
        ("−5", -5),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, number: float) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("2 h", "hours a week", 2),
        ("2 hours per week", "hours a week", 2),
        ("30 min", "hours a week", 0.5),
        ("2h30", "hours a week", 2.5),
        ("1:15", "hours a week", 1.25),
        ("1 hour", "hours a week", 1),
        ("€ 12.50", "currency", 12.5),
        ("12,50 €", "currency", 12.5),
        ("EUR 22 an hour", "currency an hour", 22),
        ("22 eur/hour", "currency an hour", 22),
        ("$20", "currency a week", 20),
        ("60 %", "%", 60),
        ("60 percent", "%", 60),
        ("7/10", "of ten", 7),
        ("7 out of ten", "of ten", 7),
        ("3 a month", "a month", 3),
    ],
)
def test_a_unit_may_stand_beside_a_number(text: str, unit: str, number: float) -> None:
    assert read_number(text, unit=unit, currency="EUR") == number


@pytest.mark.parametrize(
    "text", ["", "abc", "2-3", "1.5.2", "1,234,56", "1 5", "²", "①", "1/0", "--1", "9" * 61, "1e5"]
)
def test_what_says_no_number_is_not_read_as_one(text: str) -> None:
    assert read_number(text) is None


def test_where_people_live_decides_what_a_lone_sign_means() -> None:
    assert read_number("1,500", group=",") == 1500
    assert read_number("1,500", group=".") == 1.5
    assert read_number("1.500", group=".") == 1500
    assert read_number("1.500", group=",") == 1.5


@given(st.text(max_size=70), st.sampled_from(["", "hours a week", "currency an hour", "%"]))
@example("1" * 60, "hours a week")
@example("99/", "%")
def test_whatever_is_typed_is_a_number_or_none(text: str, unit: str) -> None:
    read = read_number(text, unit=unit, currency="EUR")
    assert read is None or isinstance(read, float)


@given(
    st.floats(-1e12, 1e12, allow_subnormal=False).filter(lambda n: not 0 < abs(n) < 1e-6),
    st.sampled_from([".", ","]),
)
def test_what_a_field_shows_is_read_back_as_the_same(number: float, point: str) -> None:
    group = "," if point == "." else "."
    shown = figures(number, point)
    if len(shown) <= typed_number.LONGEST:
        assert read_number(shown, group=group) == number


def test_a_field_takes_no_other_numbers_than_a_file() -> None:
    assert typed_number.LARGEST == spot.LARGEST_NUMBER
    assert typed_number.SMALLEST == spot.SMALLEST_NUMBER


def test_a_number_is_typed_key_by_key_and_given_with_enter(context: Context, qtbot: QtBot) -> None:
    asked = Asked(context, HOURS).shown(qtbot)
    type_text(asked.focus, "1½")
    assert asked.typed == [1.0, 1.5]
    assert asked.given == []
    QTest.keyClick(asked.focus, Qt.Key.Key_Return)
    assert asked.given == [1.5]
    assert field(asked).text() == f"1{QLocale().decimalPoint()}5"
    QTest.keyClick(asked.focus, Qt.Key.Key_Return)
    assert asked.given == [1.5]


def test_a_number_is_given_when_the_keyboard_leaves_the_field(
    context: Context, qtbot: QtBot
) -> None:
    asked = Asked(context, HOURS).shown(qtbot)
    field(asked).clearFocus()
    assert asked.is_silent
    asked.widget.take_focus()
    type_text(asked.focus, "7")
    field(asked).clearFocus()
    assert asked.given == [7.0]


def test_a_number_that_is_taken_away_opens_the_question(context: Context, qtbot: QtBot) -> None:
    asked = Asked(context, HOURS)
    asked.widget.show_answer(6.0)
    asked.shown(qtbot)
    QTest.keyClick(asked.focus, Qt.Key.Key_Delete)
    QTest.keyClick(asked.focus, Qt.Key.Key_Return)
    assert (asked.typed, asked.given) == ([None], [None])


@pytest.mark.parametrize(
    ("question_id", "typed", "words"),
    [
        (HOURS, "many", "“many” cannot be read as a number. Write it like 12 or 1.5."),
        (HOURS, "0", "This must be from 1 to 80 hours a week."),
        (HOURS, "200", "This must be from 1 to 80 hours a week."),
        (MARGIN, "120", "This must be from 0 to 100%."),
        (WAGE, "-3", "This must be 0 or more."),
        (WAGE, "0.0000001", "This is too small to be reckoned with. Write 0 if it is nothing."),
        (WAGE, "9999999999999", "This must be from 0 to EUR\u00a01,000,000,000,000 an hour."),
    ],
)
def test_what_cannot_be_an_answer_is_refused_in_words_and_stays_in_the_field(
    context: Context, qtbot: QtBot, question_id: str, typed: str, words: str
) -> None:
    asked = Asked(context, question_id)
    asked.widget.show_answer(50.0)
    asked.shown(qtbot)
    type_text(asked.focus, typed)
    QTest.keyClick(asked.focus, Qt.Key.Key_Return)
    assert asked.refused[-1] == words
    assert asked.given == []
    assert field(asked).text() == typed
    assert field(asked).property("wrong") is True


def test_a_refusal_keeps_the_last_good_number_and_ends_with_the_next(
    context: Context, qtbot: QtBot
) -> None:
    asked = Asked(context, HOURS)
    asked.widget.show_answer(6.0)
    asked.shown(qtbot)
    type_text(asked.focus, "x")
    QTest.keyClick(asked.focus, Qt.Key.Key_Return)
    asked.widget.show_answer(6.0)
    assert (asked.widget.answer, field(asked).text()) == (6.0, "x")
    QTest.keyClick(asked.focus, Qt.Key.Key_Backspace)
    type_text(asked.focus, "8")
    assert asked.refused[-1] == ""
    assert asked.typed[-1] == 8.0


def test_what_is_being_typed_is_not_overwritten_once_it_is_saved(
    context: Context, qtbot: QtBot
) -> None:
    asked = Asked(context, HOURS).shown(qtbot)
    type_text(asked.focus, "2,")
    asked.widget.show_answer(2.0)
    type_text(asked.focus, "5")
    assert asked.typed[-1] == 2.5


def test_the_meaning_of_what_is_no_plain_figure_is_said_while_it_is_typed(
    context: Context, qtbot: QtBot
) -> None:
    asked = Asked(context, WAGE).shown(qtbot)
    type_text(asked.focus, "1 500")
    shown = [label.text() for label in asked.widget.findChildren(QLabel) if label.isVisible()]
    assert shown == ["EUR", "an hour", "= EUR\u00a01,500 an hour"]


def test_a_field_is_named_by_its_question(context: Context) -> None:
    asked = Asked(context, WAGE)
    assert known_as(field(asked))[1] == asked.question.text
    assert field(asked).accessibleDescription() == "EUR an hour"


def test_a_screen_reader_that_comes_back_to_a_field_is_told_what_is_wrong(
    context: Context, qtbot: QtBot
) -> None:
    asked = Asked(context, HOURS).shown(qtbot)
    type_text(asked.focus, "0")
    QTest.keyClick(asked.focus, Qt.Key.Key_Return)
    assert field(asked).accessibleDescription() == "This must be from 1 to 80 hours a week."
    type_text(asked.focus, "5")
    assert field(asked).accessibleDescription() == "hours a week"
