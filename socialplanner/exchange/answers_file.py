"""Read an answers file: TOML, or JSON of the same shape; everything wrong is found at once."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import inf
from pathlib import Path

from socialplanner.domain.answers import Answer, Answers, NoAnswer
from socialplanner.domain.business import ESSENTIAL
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.profile import Choices, Profile
from socialplanner.errors import InputError, Problem, UserError
from socialplanner.exchange.answer_values import answer_at
from socialplanner.exchange.document import LARGEST_FILE, Document, parse_document
from socialplanner.exchange.profile_table import choices_at, profile_at
from socialplanner.exchange.spot import Spot, table_at
from socialplanner.messages import counted, suggestion, visible

TABLES = ("profile", "answers", "choices")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersFile:
    """What an answers file says; `day` is the date of the plan, None where it names none."""

    profile: Profile
    answers: Answers
    choices: Choices
    day: date | None


def read_answers_file(catalogue: Catalogue, path: Path) -> AnswersFile:
    """Return what a file says, or raise UserError where it cannot be read or used."""
    name = visible(str(path))
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise UserError(f"{name} cannot be read: {error.strerror or error}.") from error
    return parse_answers(catalogue, data, name)


def parse_answers(catalogue: Catalogue, data: bytes, name: str) -> AnswersFile:
    """Return what the bytes of a file say, or raise InputError with all its problems.

    It is JSON where the name ends in ``.json`` or the first character is ``{``, else TOML.
    """
    is_json = (
        name.lower().endswith(".json") or data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"
    )
    return _judge(catalogue, parse_document(data, name, is_json=is_json))


def _judge(catalogue: Catalogue, document: Document) -> AnswersFile:
    """Return what a document says, or raise InputError with all its problems."""
    problems: list[Problem] = []
    root, content = Spot(document, problems), document.content
    _refuse_unknown_tables(root, catalogue)
    profile, day = profile_at(root.under("profile"), content.get("profile", {}))
    answers = _answers_at(root.under("answers"), content.get("answers", {}), catalogue)
    choices = choices_at(root.under("choices"), content.get("choices", {}), catalogue)
    if problems:
        wrong = counted(len(problems), "thing is", "things are")
        ordered = sorted(problems, key=_line)
        raise InputError(f"{document.name} cannot be used: {wrong} wrong.", ordered)
    return AnswersFile(profile=profile, answers=answers, choices=choices, day=day)


def _refuse_unknown_tables(root: Spot, catalogue: Catalogue) -> None:
    """Refuse every table at the top that is not read; sections belong under `answers`."""
    sections = {key.partition(".")[0] for key in catalogue.questionnaire.by_id}
    for key in root.document.content:
        if key in sections:
            root.under(key).refuse(f"Answers stand one step deeper: write [answers.{key}].")
        elif key not in TABLES:
            root.under(key).refuse(f"There is no such table. {suggestion(key, TABLES)}")


def _answers_at(spot: Spot, value: object, catalogue: Catalogue) -> Answers:
    """Return all answers in asking order; what is wrong or missing is refused."""
    given = dict(_given(spot, value, catalogue))
    read: dict[str, Answer | None] = {}
    for question in catalogue.questionnaire:
        if question.id in given:
            here, said = given[question.id]
            read[question.id] = answer_at(here, question, said, catalogue.renamed)
    _refuse_missing(spot, catalogue, read)
    return {key: answer for key, answer in read.items() if answer is not None}


def _given(
    spot: Spot, value: object, catalogue: Catalogue
) -> Iterator[tuple[str, tuple[Spot, object]]]:
    """Yield the id of every known question in the file, with its place and what stands there."""
    sections = dict.fromkeys(key.partition(".")[0] for key in catalogue.questionnaire.by_id)
    old_sections = {key.partition(".")[0] for key in catalogue.renamed if key.count(".") == 1}
    seen: set[str] = set()
    for section, table in table_at(spot, value).items():
        inside = spot.under(section)
        if section not in sections and section not in old_sections:
            inside.refuse(f"There is no such section. {suggestion(section, sections)}")
            continue
        for key, said in table_at(inside, table).items():
            question_id = _question_id(inside.under(key), catalogue, f"{section}.{key}")
            if question_id in seen:
                inside.under(key).refuse(
                    f"“{question_id}” is answered twice, once under an older name."
                )
            elif question_id:
                seen.add(question_id)
                yield question_id, (inside.under(key), said)


def _question_id(spot: Spot, catalogue: Catalogue, name: str) -> str:
    """Return the present id of a question, or refuse the name and return nothing."""
    question_id = catalogue.renamed.get(name, name)
    if question_id in catalogue.questionnaire.by_id:
        return question_id
    section, _, key = name.partition(".")
    prefix = f"{section}."
    near = [
        each.removeprefix(prefix)
        for each in catalogue.questionnaire.by_id
        if each.startswith(prefix)
    ]
    spot.refuse(f"There is no such question. {suggestion(key, near)}")
    return ""


def _refuse_missing(spot: Spot, catalogue: Catalogue, read: Mapping[str, object]) -> None:
    """Refuse that a question was left open without whose answer there is no plan."""
    for question in catalogue.questionnaire:
        section, _, key = question.id.partition(".")
        here = spot.under(section).under(key)
        if question.id in ESSENTIAL and isinstance(read.get(question.id), NoAnswer):
            here.refuse(f"Without an answer there is no plan: {question.text}")
        elif question.required and question.id not in read:
            remedy = "" if question.id in ESSENTIAL else ' Write "unknown" if you cannot say.'
            here.refuse(f"This answer is missing: {question.text}{remedy}")


def _line(problem: Problem) -> float:
    """Return the line a problem names; those without a line come last."""
    found = re.search(r", line (\d+)", problem.file)
    return float(found[1]) if found else inf
