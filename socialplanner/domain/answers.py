"""What was said: one value per question id."""

from collections.abc import Mapping
from enum import Enum, unique
from math import isfinite


@unique
class NoAnswer(Enum):
    """The two honest ways of not answering; a question left open is simply absent."""

    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"


TableRow = Mapping[str, str | float]
"""One row of a table question, by column id."""

Answer = float | str | tuple[str, ...] | tuple[TableRow, ...] | NoAnswer
"""A level or number, an option id, option ids (in rank order), table rows, or no answer.

Levels and numbers are floats; a single choice is a str; multiple and rank are tuples of str.
"""

Answers = Mapping[str, Answer]
"""All answers by question id."""


def plain_answer(answer: Answer) -> object:
    """Return an answer in JSON's own types, as answers files, profiles and records hold it."""
    if isinstance(answer, NoAnswer):
        return answer.value
    if isinstance(answer, tuple):
        return [dict(each) if isinstance(each, Mapping) else each for each in answer]
    return answer


def answer_of(plain: object) -> Answer:
    """Return the answer that JSON's own types stand for; ValueError where they stand for none.

    Whether the catalogue still has such a question and option is not asked here.
    """
    if isinstance(plain, str):
        return _NO_ANSWERS.get(plain, plain)
    if isinstance(plain, list):
        return _several(plain)
    return _number(plain)


_NO_ANSWERS = {each.value: each for each in NoAnswer}


def _several(plain: list[object]) -> tuple[str, ...] | tuple[TableRow, ...]:
    ids = tuple(each for each in plain if isinstance(each, str))
    rows = tuple(_row(each) for each in plain if isinstance(each, dict))
    if len(plain) not in (len(ids), len(rows)):
        raise ValueError("a list of answers holds texts only, or rows only")
    return rows or ids


def _row(plain: dict[object, object]) -> TableRow:
    return {
        _text(column): value if isinstance(value, str) else _number(value)
        for column, value in plain.items()
    }


def _text(plain: object) -> str:
    if not isinstance(plain, str):
        raise ValueError(f"a column is named by a text, not by {plain!r}")  # noqa: TRY004
    return plain


def _number(plain: object) -> float:
    if isinstance(plain, bool) or not isinstance(plain, int | float):
        raise ValueError(f"{type(plain).__name__} is no kind of answer")  # noqa: TRY004
    try:
        number = float(plain)
    except OverflowError as error:
        raise ValueError("a number is too large to be reckoned with") from error
    if not isfinite(number):
        raise ValueError("a number must be finite")
    return number
