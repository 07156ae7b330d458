"""Answers as profiles keep them: written for JSON, and judged without any catalogue.

A bundle may come from another version of the catalogue: whether a question or an option exists is
not asked here, only whether what was said can be an answer at all.
"""

from socialplanner.domain.answers import Answer, answer_of, plain_answer
from socialplanner.exchange.record_fields import MOST_PARTS, Fields, id_at, text_of
from socialplanner.exchange.spot import Spot, number_at


def plain_number(number: float) -> float:
    """Return a number as a float and zero without a sign: equal numbers are written alike."""
    return float(number) + 0.0


def plain_value(answer: Answer | None) -> object:
    """Return an answer in JSON's own types, every number a float; None for an open question."""
    if answer is None:
        return None
    return _as_floats(plain_answer(answer))


def value_at(spot: Spot, plain: object) -> Answer | None:
    """Return the answer that stands here, None for null, or refuse what is no answer."""
    if plain is None:
        return None
    before = len(spot.problems)
    _check(spot, plain)
    if len(spot.problems) > before:
        return None
    try:
        return answer_of(plain)
    except ValueError as error:
        spot.refuse(f"This is no answer: {error}.")
        return None


def answers_at(fields: Fields, key: str) -> dict[str, Answer]:
    """Return answers by question id; an open question has no place among them."""
    read: dict[str, Answer] = {}
    for spot, name, plain in fields.parts(key):
        question_id, answer = id_at(spot, name), value_at(spot, plain)
        if plain is None:
            spot.refuse("An open question is left out; null is no answer.")
        if question_id is not None and answer is not None:
            read[question_id] = answer
    return read


def _as_floats(plain: object) -> object:
    """Return the same with all numbers as they are written."""
    if isinstance(plain, dict):
        return {key: _as_floats(value) for key, value in plain.items()}
    if isinstance(plain, list):
        return [_as_floats(each) for each in plain]
    return plain_number(plain) if isinstance(plain, int | float) else plain


def _check(spot: Spot, plain: object) -> None:
    """Refuse texts and numbers, at any depth, that no answer may hold."""
    if isinstance(plain, str):
        text_of(spot, plain)
    elif isinstance(plain, list | dict) and len(plain) > MOST_PARTS:
        spot.refuse(f"At most {MOST_PARTS:,} can stand here, not {len(plain):,}.")
    elif isinstance(plain, list):
        for place, each in enumerate(plain, 1):
            _check(spot.under(f"row {place}"), each)
    elif isinstance(plain, dict):
        for column, each in plain.items():
            id_at(spot.under(column), column)
            _check(spot.under(column), each)
    else:
        number_at(spot, plain)
