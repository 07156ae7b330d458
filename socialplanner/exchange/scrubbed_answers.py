"""What is left of one answer when names and money are taken out."""

from collections.abc import Iterator, Mapping, Sequence

from socialplanner.domain.answers import Answer, NoAnswer, TableRow
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.questionnaire import Column, ColumnKind, Option, Question, QuestionKind

MONEY = "currency"
"""The word in a unit that says that a number is money."""


def present_id(name: str, catalogue: Catalogue) -> str:
    """Return the id that a question, activity or KPI has now."""
    return catalogue.renamed.get(name, name)


def scrubbed_answer(question: Question, value: Answer, renamed: Mapping[str, str]) -> Answer | None:
    """Return an answer without money and free text, None where nothing is left.

    What does not fit the question is free text until proven otherwise.
    """
    if isinstance(value, NoAnswer):
        return value
    if MONEY in question.unit:
        return None
    if isinstance(value, str):
        return value if _is_known(question.id, question.options, value, renamed) else None
    if isinstance(value, tuple):
        return _several(question, value, renamed)
    return float(value)


def _several(
    question: Question, value: tuple[str, ...] | tuple[TableRow, ...], renamed: Mapping[str, str]
) -> Answer:
    """Return the options that are known, or the rows of a table with their texts numbered."""
    if question.kind is QuestionKind.TABLE:
        rows = (row for row in value if isinstance(row, Mapping))
        return tuple(
            dict(_cells(question, row, place, renamed)) for place, row in enumerate(rows, 1)
        )
    ids = (each for each in value if isinstance(each, str))
    return tuple(each for each in ids if _is_known(question.id, question.options, each, renamed))


def _cells(
    question: Question, row: TableRow, place: int, renamed: Mapping[str, str]
) -> Iterator[tuple[str, str | float]]:
    """Yield the cells of a row that stay."""
    for column in question.columns:
        if column.id in row:
            yield from _cell(question, column, row[column.id], place, renamed)


def _cell(
    question: Question, column: Column, cell: str | float, place: int, renamed: Mapping[str, str]
) -> Iterator[tuple[str, str | float]]:
    """Yield one cell by its column, a text as a number of its row, and nothing in its stead."""
    if column.kind is ColumnKind.TEXT:
        yield column.id, f"{question.short} {place}"
    elif isinstance(cell, str):
        if _is_known(f"{question.id}.{column.id}", column.options, cell, renamed):
            yield column.id, cell
    elif column.kind is ColumnKind.NUMBER:
        yield column.id, float(cell)


def _is_known(
    prefix: str, options: Sequence[Option], value: str, renamed: Mapping[str, str]
) -> bool:
    """Tell whether a text is the id of an option, as it is now or was before."""
    return any(option.id == value for option in options) or f"{prefix}.{value}" in renamed
