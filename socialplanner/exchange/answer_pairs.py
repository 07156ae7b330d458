"""Read answers as one types them, `question.id=value`, and write them so.

Mistakes read like those of answers files. Several options are joined by commas, a table is a list
of rows in JSON; options and levels may also be given in their own words.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from socialplanner.domain.answers import Answer, plain_answer
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.questionnaire import Option, Question, QuestionKind
from socialplanner.errors import InputError, Problem
from socialplanner.exchange.answer_values import NO_ANSWERS, NONE, answer_at
from socialplanner.exchange.document import Document
from socialplanner.exchange.spot import Spot
from socialplanner.exchange.strict_json import parse_json
from socialplanner.messages import quoted, suggestion, visible

SHAPE = "question.id=value"

_NUMBER = re.compile(r"[+-]?[0-9]{1,40}(\.[0-9]{1,40})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PairReader:
    """Reads pairs of one source, and gathers everything that is wrong in them.

    `source` is what a message names: the command line, or a line of standard input.
    """

    catalogue: Catalogue
    source: str
    problems: list[Problem]

    def refuse(self, name: str, message: str) -> None:
        """Note that what was given for a question is not accepted, and why."""
        self.problems.append(Problem(self.source, visible(name), "", message))

    def question(self, name: str) -> Question | None:
        """Return the question of that id, following renames, or refuse it."""
        known, name = self.catalogue.questionnaire.by_id, name.strip()
        question = known.get(self.catalogue.renamed.get(name, name))
        if question is None:
            near = [key for key in known if key.partition(".")[0] == name.partition(".")[0]]
            self.refuse(name, f"There is no such question. {suggestion(name, near or known)}")
        return question

    def halves(self, text: str) -> tuple[Question, str] | None:
        """Return the question of a pair and what stands behind its equals sign, or refuse it."""
        name, equals, value = text.partition("=")
        if not equals:
            self.refuse("", f"{quoted(text)} gives no answer; write it as {SHAPE}.")
            return None
        question = self.question(name)
        return None if question is None else (question, value)

    def pair(self, text: str) -> tuple[Question, Answer] | None:
        """Return the question and the answer of a pair, or refuse it."""
        halves = self.halves(text)
        answer = halves and self.value(*halves)
        return None if not halves or answer is None else (halves[0], answer)

    def value(self, question: Question, text: str) -> Answer | None:
        """Return the answer that a text gives to a question, or refuse it."""
        section, _, key = question.id.partition(".")
        document = Document(name=self.source, content={})
        spot = Spot(document, self.problems, ("answers", section, key))
        before = len(self.problems)
        plain = text.strip() if text.strip() in NO_ANSWERS else _plain(spot, question, text)
        if len(self.problems) > before:
            return None
        return answer_at(spot, question, plain, self.catalogue.renamed)

    def raise_problems(self) -> None:
        """Raise InputError with everything that is wrong, if anything is."""
        if self.problems:
            raise InputError("Nothing was saved.", self.problems)


def pair_text(question_id: str, answer: Answer) -> str:
    """Return an answer as it is typed; `PairReader.pair` reads it back."""
    return f"{question_id}={value_text(answer)}"


def value_text(answer: Answer) -> str:
    """Return the value of an answer as it is typed."""
    plain = plain_answer(answer)
    if isinstance(plain, float | int):
        return f"{Decimal(repr(plain)):f}".removesuffix(".0")
    if isinstance(plain, list) and all(isinstance(each, str) for each in plain):
        return ",".join(plain)
    return plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False)


def _plain(spot: Spot, question: Question, text: str) -> object:
    """Return what was typed in the types that an answers file would hold."""
    match question.kind:
        case QuestionKind.ANCHORED:
            return _level(question, text.strip())
        case QuestionKind.NUMBER:
            return _number(text.strip())
        case QuestionKind.SINGLE:
            return _option_id(question.options, text)
        case QuestionKind.MULTIPLE | QuestionKind.RANK:
            return _ids(question, text)
        case QuestionKind.TABLE:
            return _rows(spot, text)


def _number(text: str) -> object:
    """Return a number; what is none stays a text, which is then refused in words."""
    return float(text) if _NUMBER.fullmatch(text) else text


def _level(question: Question, text: str) -> object:
    words = [level.casefold() for level in question.levels]
    return words.index(text.casefold()) if text.casefold() in words else _number(text)


def _option_id(options: Iterable[Option], text: str) -> str:
    """Return the id of the option that has this id or these words, else the text itself."""
    words = text.strip().casefold()
    found = [o.id for o in options if words in (o.id, o.text.casefold(), o.label.casefold())]
    return found[0] if found else text.strip()


def _ids(question: Question, text: str) -> list[str]:
    """Return the ids between the commas; the words of one option may hold commas themselves."""
    whole = _option_id(question.options, text)
    if question.option(whole) is not None:
        return [whole]
    if text.strip() in ("", NONE):
        return []
    return [_option_id(question.options, part) for part in text.split(",")]


def _rows(spot: Spot, text: str) -> object:
    """Return the rows of a table."""
    if text.strip() in ("", NONE):
        return []
    try:
        return parse_json(text.encode(errors="surrogateescape"), spot.document.name)
    except InputError as error:
        for problem in error.problems:
            spot.refuse(problem.message)
        return []
