"""The pages on answers files and the command line say what the program does."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from socialplanner import paths
from socialplanner.domain.assessment import assess
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.ids import Dimension, Mode
from socialplanner.domain.questionnaire import ColumnKind, Question, QuestionKind
from socialplanner.exchange.answers_file import parse_answers, read_answers_file
from socialplanner.exchange.assessment_file import assessment_record
from socialplanner.exchange.document import LARGEST_FILE
from socialplanner.exchange.profile_table import CHOICES_KEYS, PROFILE_KEYS

DOCS = Path(__file__).parents[2] / "docs"
ANSWERS_PAGE = (DOCS / "answers-file.md").read_text(encoding="utf-8")
COMMANDS_PAGE = (DOCS / "command-line.md").read_text(encoding="utf-8")

JSON_SECTION = COMMANDS_PAGE.partition("## The JSON of `assess`")[2].partition("\n## ")[0]

EXAMPLES = re.findall(r"```toml\n(.*?)```", ANSWERS_PAGE, re.DOTALL)
PATHS = [
    path
    for line in JSON_SECTION.splitlines()
    if line.startswith("| `")
    for path in re.findall(r"`([^`]+)`", line.split("|")[1])
]


def quoted(ids: list[str]) -> str:
    return ", ".join(f"`{each}`" for each in ids)


def allowed(question: Question) -> str:
    """Return what the page says may answer a question."""
    ids = quoted([option.id for option in question.options])
    match question.kind:
        case QuestionKind.ANCHORED:
            return f"level 0 to {question.highest_level}"
        case QuestionKind.SINGLE:
            return f"one of {ids}"
        case QuestionKind.MULTIPLE:
            return f"list of {ids}"
        case QuestionKind.RANK:
            span = f"{question.minimum:g} to {question.maximum:g}"
            return f"list of {span}, the most important first: {ids}"
        case QuestionKind.NUMBER:
            top = question.maximum
            span = f"{question.minimum:g}{' or more' if top is None else f' to {top:g}'}"
            return f"number, {span} ({question.unit})"
        case QuestionKind.TABLE:
            return f"list of rows with {', '.join(columns(question))}"


def columns(question: Question) -> list[str]:
    words = {ColumnKind.TEXT: "text", ColumnKind.NUMBER: "number, 0 or more"}
    return [
        f"`{column.id}` "
        f"({words.get(column.kind) or quoted([option.id for option in column.options])}"
        f"{', may be missing' if column.optional else ''})"
        for column in question.columns
    ]


def test_the_page_names_every_question_and_what_is_allowed(catalogue: Catalogue) -> None:
    for section in catalogue.questionnaire.sections:
        part = ANSWERS_PAGE.partition(f"\n### `[answers.{section.id}]`")[2].partition("\n#")[0]
        for question in section.questions:
            key = question.id.partition(".")[2]
            mark = " **required**" if question.required else ""
            assert f"\n| `{key}`{mark} | {allowed(question)} | " in part, question.id
        assert part.count("\n| `") == len(section.questions)


def test_the_page_names_every_activity_and_every_other_key(catalogue: Catalogue) -> None:
    listed = ANSWERS_PAGE.partition("The activities: ")[2].partition(".\n")[0]
    assert listed.replace("\n", " ") == quoted([each.id for each in catalogue.activities])
    assert all(f"`{key}`" in ANSWERS_PAGE for key in (*PROFILE_KEYS, *CHOICES_KEYS))
    assert f"{LARGEST_FILE:,} bytes" in ANSWERS_PAGE


@pytest.mark.parametrize("example", EXAMPLES, ids=["smallest", "full"])
def test_each_example_on_the_page_gives_a_plan(catalogue: Catalogue, example: str) -> None:
    file = parse_answers(catalogue, example.encode(), "example.toml")
    found = assess(catalogue, file.profile, file.answers, file.choices, date(2027, 1, 31))
    assert found.plan.hours_per_week == 5


def test_every_path_on_the_page_is_in_the_json(catalogue: Catalogue) -> None:
    file = read_answers_file(catalogue, paths.samples_dir() / "charity.toml")
    found = assess(catalogue, file.profile, file.answers, file.choices, date(2027, 1, 31))
    record = assessment_record(catalogue, found)
    written = [path for path in PATHS for path in every(path)]
    for path in written:
        assert present(record, path.replace("[]", ".0").split(".")), path
    assert set(record) == {re.split(r"[.\[]", path)[0] for path in written}


def every(path: str) -> list[str]:
    """Return a path for each dimension and mode that it stands for."""
    dimensions = list(Dimension) if "<dimension>" in path else [""]
    modes = list(Mode) if "<mode>" in path else [""]
    return [
        path.replace("<dimension>", dimension).replace("<mode>", mode)
        for dimension in dimensions
        for mode in modes
    ]


def present(node: Any, path: list[str]) -> bool:  # noqa: ANN401 - a JSON value
    """Return whether a path leads somewhere."""
    for name in path:
        if isinstance(node, list):
            if not node:
                return False
            node = node[int(name)]
        elif name in node:
            node = node[name]
        else:
            return False
    return True
