"""What is asked: sections, questions, options and levels."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum, unique

from socialplanner.domain.ids import Cell, Dimension, Mode


@unique
class QuestionKind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    RANK = "rank"
    NUMBER = "number"
    TABLE = "table"
    ANCHORED = "anchored"


@unique
class ColumnKind(StrEnum):
    """What a column of a table question holds."""

    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One thing that can be chosen; `short` is its label in charts and narrow columns."""

    id: str
    text: str
    short: str = ""

    @property
    def label(self) -> str:
        """Return the shortest wording there is."""
        return self.short or self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table question; `options` only where `kind` is a choice.

    A row is kept although a column that is `optional` stands open in it.
    """

    id: str
    text: str
    kind: ColumnKind
    options: tuple[Option, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question, as its catalogue table states it.

    `levels` has five texts, level 0 first, for every scored question; `weight` is the weight
    within its cell; `minimum` and `maximum` bound a number (in `unit`) or the length of a rank; a
    `quick` question stands for its whole cell in the quick check.
    """

    id: str
    kind: QuestionKind
    text: str
    short: str
    help: str
    use: str = ""
    example_shop: str = ""
    example_consultant: str = ""
    required: bool = False
    quick: bool = False
    dimension: Dimension | None = None
    mode: Mode | None = None
    weight: float = 1.0
    levels: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    columns: tuple[Column, ...] = ()
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None

    @property
    def cell(self) -> Cell | None:
        """Return the cell this question belongs to, or None for a question of context."""
        if self.dimension is None or self.mode is None:
            return None
        return self.dimension, self.mode

    @property
    def is_scored(self) -> bool:
        """Return whether answers to this question enter a score."""
        return bool(self.levels) and self.cell is not None

    @property
    def highest_level(self) -> int:
        """Return the number of the highest level (4 for five levels)."""
        return len(self.levels) - 1

    def option(self, option_id: str) -> Option | None:
        """Return the option of that id, or None."""
        return next((option for option in self.options if option.id == option_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One page of the questionnaire."""

    id: str
    title: str
    intro: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire:
    """All sections in the order in which they are asked."""

    sections: tuple[Section, ...]
    by_id: Mapping[str, Question]

    def __iter__(self) -> Iterator[Question]:
        """Yield every question in asking order."""
        for section in self.sections:
            yield from section.questions

    def scored(self, cell: Cell) -> tuple[Question, ...]:
        """Return the scored questions of one cell, in asking order."""
        return tuple(question for question in self if question.is_scored and question.cell == cell)
