"""Read the answer to one question, whatever its kind."""

from collections.abc import Mapping
from typing import assert_never

from socialplanner.domain.answers import Answer, NoAnswer, TableRow
from socialplanner.domain.questionnaire import (
    Column,
    ColumnKind,
    Question,
    QuestionKind,
)
from socialplanner.exchange.choosing import Choosing, ids_at
from socialplanner.exchange.spot import (
    Spot,
    number_at,
    refuse_unknown_keys,
    rows_at,
    table_at,
    text_at,
)
from socialplanner.messages import quoted

NONE = "none"
"""The option that says that there is nothing to choose."""

NO_ANSWERS = {each.value: each for each in NoAnswer}


def answer_at(
    spot: Spot, question: Question, value: object, renamed: Mapping[str, str]
) -> Answer | None:
    """Return the answer to a question, or refuse it and return None."""
    if isinstance(value, str) and value in NO_ANSWERS:
        return NO_ANSWERS[value]
    return _said(spot, question, value, renamed)


def _said(
    spot: Spot, question: Question, value: object, renamed: Mapping[str, str]
) -> Answer | None:
    """Return an answer that says something, read as its kind demands."""
    choosing = Choosing(prefix=question.id, options=question.options, renamed=renamed)
    match question.kind:
        case QuestionKind.ANCHORED:
            return _level(spot, question, value)
        case QuestionKind.NUMBER:
            return number_at(spot, value, question.minimum, question.maximum)
        case QuestionKind.SINGLE:
            return choosing.option_at(spot, value)
        case QuestionKind.MULTIPLE:
            return _several(spot, choosing, value)
        case QuestionKind.RANK:
            return _ranked(spot, question, choosing, value)
        case QuestionKind.TABLE:
            return _rows(spot, question, value, renamed)
        case _:
            assert_never(question.kind)


def _level(spot: Spot, question: Question, value: object) -> float | None:
    """Return a level as a number: whole, and one of those that have words."""
    highest = question.highest_level
    if isinstance(value, bool) or not isinstance(value, int | float):
        spot.refuse(f"This must be a level from 0 to {highest}, not {quoted(value)}.")
        return None
    if value not in range(highest + 1):
        spot.refuse(f"A level is a whole number from 0 to {highest}, not {quoted(value)}.")
        return None
    return float(value)


def _several(spot: Spot, choosing: Choosing, value: object) -> tuple[str, ...] | None:
    """Return the ids of all options chosen; nothing stands beside `none`."""
    chosen = ids_at(spot, choosing, value)
    if chosen and NONE in chosen and len(chosen) > 1:
        spot.refuse(f"“{NONE}” cannot stand beside others; leave out one or the other.")
        return None
    return chosen


def _ranked(
    spot: Spot, question: Question, choosing: Choosing, value: object
) -> tuple[str, ...] | None:
    """Return ranked ids, the most important first."""
    chosen = ids_at(spot, choosing, value)
    if chosen is None:
        return None
    least, most = int(question.minimum or 0), int(question.maximum or len(question.options))
    if not least <= len(chosen) <= most:
        spot.refuse(
            f"Rank {least} to {most} of these, the most important first; {len(chosen)} given."
        )
        return None
    return chosen


def _rows(
    spot: Spot, question: Question, value: object, renamed: Mapping[str, str]
) -> tuple[TableRow, ...] | None:
    """Return the rows of a table question."""
    before = len(spot.problems)
    example = ", ".join(f"{column.id} = {_EXAMPLES[column.kind]}" for column in question.columns)
    rows = tuple(
        _row(spot.under(f"row {place}"), question, row, renamed)
        for place, row in enumerate(rows_at(spot, value, f"[{{ {example} }}]"), start=1)
    )
    return rows if len(spot.problems) == before else None


_EXAMPLES = {ColumnKind.TEXT: '"…"', ColumnKind.NUMBER: "2", ColumnKind.CHOICE: '"…"'}


def _row(spot: Spot, question: Question, value: object, renamed: Mapping[str, str]) -> TableRow:
    """Return one row by column; what is wrong in it is refused."""
    table = table_at(spot, value)
    refuse_unknown_keys(spot, table, tuple(column.id for column in question.columns))
    row: dict[str, str | float] = {}
    for column in question.columns:
        here = spot.under(column.id)
        if column.id not in table:
            if isinstance(value, dict) and not column.optional:
                here.refuse("This is missing in the row.")
            continue
        found = _column(here, question, column, table[column.id], renamed)
        if found is not None:
            row[column.id] = found
    return row


def _column(
    spot: Spot, question: Question, column: Column, value: object, renamed: Mapping[str, str]
) -> str | float | None:
    """Return what one column of a row holds."""
    match column.kind:
        case ColumnKind.TEXT:
            return text_at(spot, value)
        case ColumnKind.NUMBER:
            return number_at(spot, value, low=0)
        case ColumnKind.CHOICE:
            prefix = f"{question.id}.{column.id}"
            choosing = Choosing(prefix=prefix, options=column.options, renamed=renamed)
            return choosing.option_at(spot, value)
        case _:
            assert_never(column.kind)
