"""How things of the catalogue are called in a sentence."""

import json

from socialplanner.domain.answers import Answer, NoAnswer, plain_answer
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.ids import Cell, Mode
from socialplanner.domain.listing import KIND
from socialplanner.domain.questionnaire import Column, Question
from socialplanner.messages import visible
from socialplanner.presentation import formats

NOT_ANSWERED = "not answered"
NO_ANSWER = {
    NoAnswer.NOT_APPLICABLE: "does not apply",
    NoAnswer.UNKNOWN: "not known yet",
}


def activity_name(catalogue: Catalogue, activity_id: str) -> str:
    """Return the full name of an activity."""
    return catalogue.activity(activity_id).name


def activity_short(catalogue: Catalogue, activity_id: str) -> str:
    """Return the name of an activity as it stands in charts and sentences."""
    activity = catalogue.activity(activity_id)
    return activity.short or activity.name


def mode_name(catalogue: Catalogue, mode: Mode) -> str:
    """Return the name of a mode, large first letter."""
    return catalogue.modes[mode].name


def mode_in_text(catalogue: Catalogue, mode: Mode) -> str:
    """Return the name of a mode inside a sentence."""
    return formats.in_sentence(catalogue.modes[mode].name)


def cell_name(catalogue: Catalogue, cell: Cell) -> str:
    """Return the name of a cell, for example "Content in social networking"."""
    dimension, mode = cell
    return f"{catalogue.dimensions[dimension].name} in {mode_in_text(catalogue, mode)}"


def option_text(catalogue: Catalogue, question_id: str, option_id: str) -> str:
    """Return the words of an option, its id where it has none."""
    option = catalogue.questionnaire.by_id[question_id].option(option_id)
    return option_id if option is None else option.text


def goal_name(catalogue: Catalogue, goal: str) -> str:
    """Return a goal in the words of the questionnaire."""
    return option_text(catalogue, "business.goals", goal)


def goal_in_text(catalogue: Catalogue, goal: str) -> str:
    """Return a goal inside a sentence, after "to"."""
    return formats.in_sentence(goal_name(catalogue, goal))


def question_short(catalogue: Catalogue, question_id: str) -> str:
    """Return the short label of a question."""
    question = catalogue.questionnaire.by_id[question_id]
    return question.short or question.text


def answer_text(question: Question, answer: Answer | None, currency: str = "") -> str:
    """Return an answer in the words of its question."""
    if answer is None:
        return NOT_ANSWERED
    if isinstance(answer, NoAnswer):
        return NO_ANSWER[answer]
    if isinstance(answer, str):
        return _option(question, answer)
    if isinstance(answer, tuple):
        return _several(question, answer)
    if question.levels:
        return question.levels[int(answer)]
    return with_unit(answer, question.unit, currency)


def answer_shown(
    catalogue: Catalogue, question_id: str, answer: Answer | None, currency: str = ""
) -> str:
    """Return an answer in words; one that the catalogue no longer knows as it is kept."""
    if answer is None:
        return NOT_ANSWERED
    question_id = catalogue.renamed.get(question_id, question_id)
    question = catalogue.questionnaire.by_id.get(question_id)
    try:
        text = "" if question is None else answer_text(question, answer, currency)
    except (IndexError, ValueError):
        text = ""
    return visible(text or json.dumps(plain_answer(answer), ensure_ascii=False))


def business_kinds(catalogue: Catalogue) -> dict[str, str]:
    """Return the words of each kind of business."""
    question = catalogue.questionnaire.by_id.get(KIND)
    return {} if question is None else {option.id: option.text for option in question.options}


def with_unit(amount: float, unit: str, currency: str) -> str:
    """Return a number with its unit, money in the profile's currency."""
    if unit.startswith("currency"):
        return formats.money(amount, currency) + unit.removeprefix("currency")
    if unit == "%":
        return f"{formats.number(amount)}%"
    shown = unit.replace("hours", "hour", 1) if amount == 1 else unit
    return f"{formats.number(amount)} {shown}".strip()


def _option(question: Question, option_id: str) -> str:
    option = question.option(option_id)
    return option_id if option is None else option.text


def _several(question: Question, answer: tuple[object, ...]) -> str:
    if not answer:
        return "none"
    if question.columns:
        return "; ".join(_row(question.columns, row) for row in answer)
    ranked = question.kind == "rank"
    texts = [_option(question, str(item)) for item in answer]
    return ", ".join(f"{place}. {text}" if ranked else text for place, text in enumerate(texts, 1))


def _row(columns: tuple[Column, ...], row: object) -> str:
    cells = row if isinstance(row, dict) else {}
    texts = [_cell(column, cells[column.id]) for column in columns if column.id in cells]
    return ", ".join(text for text in texts if text)


def _cell(column: Column, value: object) -> str:
    if isinstance(value, int | float):
        unit = column.text.lower() if column.id == "hours" else ""
        return with_unit(value, unit, "")
    words = {option.id: formats.in_sentence(option.text) for option in column.options}
    return words.get(str(value), str(value))
