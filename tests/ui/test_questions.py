"""Every kind of question: what it is shown, how it is named, and how much room it takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from socialplanner.domain.answers import Answer
from socialplanner.domain.questionnaire import ColumnKind, Question, QuestionKind
from socialplanner.ui.context import Context
from socialplanner.ui.widgets.choice_card import ChoiceCard
from tests.ui.asking import CATALOGUE, Asked, known_as

ROLE = QAccessible.Role
EVERY = sorted(CATALOGUE.questionnaire.by_id)


def answers_to(question: Question) -> st.SearchStrategy[Answer]:
    """Draw any answer that `exchange.answer_values` accepts for a question."""
    ids = [option.id for option in question.options]
    numbers = st.floats(
        0 if question.minimum is None else question.minimum,
        1e12 if question.maximum is None else question.maximum,
    ).filter(lambda number: number == 0 or number >= 1e-6)
    match question.kind:
        case QuestionKind.ANCHORED:
            return st.integers(0, question.highest_level).map(float)
        case QuestionKind.SINGLE:
            return st.sampled_from(ids)
        case QuestionKind.MULTIPLE:
            others = [each for each in ids if each != "none"]
            several = st.lists(st.sampled_from(others), unique=True).map(tuple)
            return several | st.just(("none",)) if "none" in ids else several
        case QuestionKind.RANK:
            most = int(question.maximum or len(ids))
            listed = st.lists(st.sampled_from(ids), min_size=1, max_size=most, unique=True)
            return listed.map(tuple)
        case QuestionKind.NUMBER:
            return numbers
        case QuestionKind.TABLE:
            return tables(question)


def tables(question: Question) -> st.SearchStrategy[Answer]:
    """Draw rows of which each cell can be reckoned with; texts fit into one line."""
    lines = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")))
    numbers = st.floats(0, 1e12).filter(lambda number: number == 0 or number >= 1e-6)
    cells: dict[str, st.SearchStrategy[str | float]] = {}
    for column in question.columns:
        ids = [option.id for option in column.options]
        is_text = column.kind is ColumnKind.TEXT
        cells[column.id] = st.sampled_from(ids) if ids else lines if is_text else numbers
    return st.lists(st.fixed_dictionaries(cells), max_size=4).map(tuple)


@given(st.data())
def test_any_answer_is_read_back_as_it_was_shown_and_showing_it_says_nothing(
    context: Context, data: st.DataObject
) -> None:
    asked = Asked(context, data.draw(st.sampled_from(EVERY)))
    answer = data.draw(st.none() | answers_to(asked.question))
    before = data.draw(st.none() | answers_to(asked.question))
    asked.widget.show_answer(before)
    asked.widget.show_answer(answer)
    assert asked.widget.answer == answer
    assert asked.is_silent
    asked.widget.deleteLater()


@pytest.mark.parametrize("question_id", EVERY)
def test_every_question_of_the_catalogue_is_named_and_can_take_the_keyboard(
    context: Context, qtbot: QtBot, question_id: str
) -> None:
    asked = Asked(context, question_id).shown(qtbot)
    role, name, _checked = known_as(asked.widget)
    said = [each for each in (name, known_as(asked.focus)[1]) if each == asked.question.text]
    assert (role, said) == (ROLE.Grouping, [asked.question.text]), "said once, not twice"
    stops = [each for each in asked.widget.findChildren(QWidget) if each.focusPolicy()]
    assert all(known_as(stop)[1] for stop in stops if stop.isVisible())
    assert asked.focus.hasFocus()
    assert asked.is_silent


@pytest.mark.parametrize("question_id", EVERY)
def test_no_question_needs_more_than_a_narrow_column_at_the_largest_text(
    context: Context, qtbot: QtBot, question_id: str
) -> None:
    theme = context.theme
    theme.apply(theme.appearance, 2.0)
    try:
        asked = Asked(context, question_id).shown(qtbot, width=400)
        assert asked.widget.minimumSizeHint().width() <= 400
        for card in asked.widget.findChildren(ChoiceCard):
            assert card.height() >= card.heightForWidth(card.width()) or not card.isVisible()
    finally:
        theme.apply(theme.appearance, 1.0)
