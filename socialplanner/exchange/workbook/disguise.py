"""What stands for people's names in a copy that names nobody."""

from typing import TYPE_CHECKING, Final

from socialplanner.domain.questionnaire import ColumnKind

if TYPE_CHECKING:
    from socialplanner.domain.questionnaire import Question
    from socialplanner.exchange.workbook.book import Book


HIDDEN: Final = "left out of this copy, which names nobody"


def who_shown(book: "Book", who: str) -> str:
    """Return who does a step; in a copy that names nobody, the place in the list of people."""
    if not book.source.options.alias:
        return who
    people = [person.name for person in book.assessment.business.people or ()]
    return f"person {people.index(who) + 1}" if who in people else who


def answer_hidden(book: "Book", question: "Question") -> bool:
    """Return whether an answer holds a person's own words, in a copy that names nobody."""
    has_texts = any(column.kind is ColumnKind.TEXT for column in question.columns)
    return bool(book.source.options.alias) and has_texts
