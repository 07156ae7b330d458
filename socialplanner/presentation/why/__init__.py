"""Why a number is what it is: the formula, the owner's own figures in it, the answers behind it."""

from dataclasses import dataclass, field

from socialplanner.presentation.summary.parts import TextTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """The answer to “why?” at one number.

    `formula` is in words and signs; `figures` puts the owner's figures in it and names the origin
    of each; `question_ids` are the answers behind it, to look at and to change.
    """

    title: str
    value: str
    formula: str
    figures: TextTable
    question_ids: tuple[str, ...] = field(default=())
    notes: tuple[str, ...] = field(default=())
