"""What was said: one value per question id."""

from collections.abc import Mapping
from enum import Enum, unique


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
