"""How things of the catalogue are called in a sentence."""

import pytest

from socialplanner.domain.answers import Answer, NoAnswer, TableRow
from socialplanner.domain.ids import CELLS, Mode
from socialplanner.presentation import names
from tests.domain.builders import shipped_catalogue


def said(question_id: str, answer: Answer | None, currency: str = "€") -> str:
    question = shipped_catalogue().questionnaire.by_id[question_id]
    return names.answer_text(question, answer, currency)


def test_every_activity_has_a_short_name_no_longer_than_its_name() -> None:
    catalogue = shipped_catalogue()
    for activity in catalogue.activities:
        short = names.activity_short(catalogue, activity.id)
        assert short
        assert len(short) <= len(names.activity_name(catalogue, activity.id))


def test_a_mode_is_large_alone_and_small_in_a_sentence() -> None:
    catalogue = shipped_catalogue()
    assert names.mode_name(catalogue, Mode.MEDIA) == "Social media"
    assert names.mode_in_text(catalogue, Mode.NETWORK) == "social networking"


def test_every_cell_names_its_dimension_and_its_mode() -> None:
    catalogue = shipped_catalogue()
    found = {names.cell_name(catalogue, cell) for cell in CELLS}
    assert len(found) == len(CELLS)
    assert all(" in social " in name for name in found)


def test_every_goal_can_follow_the_word_to() -> None:
    catalogue = shipped_catalogue()
    for option in catalogue.questionnaire.by_id["business.goals"].options:
        words = names.goal_in_text(catalogue, option.id)
        assert words[0].islower()
        assert not words.startswith("to ")


def test_an_option_nobody_knows_is_called_by_its_id() -> None:
    assert names.option_text(shipped_catalogue(), "business.kind", "circus") == "circus"


@pytest.mark.parametrize(
    ("question_id", "answer", "text"),
    [
        ("business.stage", None, "not answered"),
        ("business.stage", NoAnswer.UNKNOWN, "not known yet"),
        ("business.stage", NoAnswer.NOT_APPLICABLE, "does not apply"),
        ("business.kind", "local_retail", "Shop, café or restaurant"),
        ("business.goals", ("leads", "sales"), "1. Win enquiries, 2. Sell directly"),
        ("business.goals", ("leads",), "1. Win enquiries"),
        ("business.platforms", ("linkedin", "x"), "LinkedIn, X (Twitter)"),
        ("business.platforms", (), "none"),
        ("business.order_value", 1500.0, "€1,500"),
        ("business.margin_percent", 12.5, "12.5%"),
        ("business.hour_cost", 35.0, "€35 an hour"),
        ("business.close_rate", 4.0, "4 of ten"),
        ("hours.making", 1.0, "1 hour a week"),
        ("hours.making", 0.5, "0.5 hours a week"),
    ],
)
def test_an_answer_reads_in_the_words_of_its_question(
    question_id: str, answer: Answer | None, text: str
) -> None:
    assert said(question_id, answer) == text


def test_a_level_reads_in_its_own_words() -> None:
    question = shipped_catalogue().questionnaire.by_id["style.replying"]
    assert said("style.replying", 0.0) == question.levels[0]


def test_a_table_row_leaves_out_what_was_left_empty() -> None:
    people: tuple[TableRow, ...] = (
        {"name": "", "hours": 1.0, "strength": "talking"},
        {"name": "Ada", "hours": 2.5, "strength": "both"},
    )
    assert said("business.people", people) == (
        "1 hour a week, talking with people; Ada, 2.5 hours a week, both"
    )


def test_a_short_label_stands_for_every_question() -> None:
    catalogue = shipped_catalogue()
    for question in catalogue.questionnaire:
        assert 0 < len(names.question_short(catalogue, question.id)) <= 40
