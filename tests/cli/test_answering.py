"""Questions answered by arguments: everything is saved, or nothing."""

from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.cli.terminal import record


@pytest.fixture(autouse=True)
def _bakery(profiles: Run) -> None:
    profiles("new", "Bakery")


def answers(profiles: Run) -> dict[str, Any]:
    shown = record(profiles("show", "Bakery", "--json")[1])
    return dict(shown["assessments"][-1]["answers"])


@pytest.mark.parametrize(
    ("pair", "kept"),
    [
        ("business.kind=local_retail", "local_retail"),
        ("business.kind=Shop, café or restaurant", "local_retail"),
        ("business.kind=SHOP OR CAFÉ", "local_retail"),
        ("business.stage=unknown", "unknown"),
        ("business.goals=awareness, loyalty", ["awareness", "loyalty"]),
        ("business.platforms=", []),
        ("business.platforms=none", []),
        ("business.platforms=Instagram,In person", ["instagram", "in_person"]),
        ("business.tools=none", ["none"]),
        ("business.hours_per_week=2.5", 2.5),
        ("style.replying= 3 ", 3),
        ("style.replying=not_applicable", "not_applicable"),
        ("style.replying=Most get an answer within three days", 2),
        ("business.people=", []),
        (
            'business.people=[{"name": "=1+1", "hours": 3, "strength": "both"}]',
            [{"name": "=1+1", "hours": 3, "strength": "both"}],
        ),
    ],
)
def test_an_answer_of_every_kind_is_kept(profiles: Run, pair: str, kept: object) -> None:
    code, output, complaint = profiles("answer", "Bakery", pair)
    assert (code, complaint) == (0, "")
    question_id = pair.partition("=")[0]
    assert output.startswith(f"saved {question_id}=")
    assert answers(profiles) == {question_id: kept}


def test_all_mistakes_are_said_at_once_and_nothing_is_saved(profiles: Run) -> None:
    code, output, complaint = profiles(
        "answer",
        "Bakery",
        "business.kind=local_retail",
        "business.stage=olld",
        "busines.kind=x",
        "business.hours_per_week=1,5",
        "style.replying=7",
        "business.goals=",
        "business.people=[1",
        "nonsense",
        "--note",
        "style.nothing=x",
        "--mark",
        "style.replyin",
    )
    assert (code, output) == (1, "")
    begins = (
        "business.stage: “olld” is not possible here. Allowed: pre_sale, young, growing, steady.",
        "busines.kind: There is no such question. Did you mean “business.kind”?",
        "business.hours_per_week: This must be a number, not “1,5”.",
        "style.replying: A level is a whole number from 0 to 4, not 7.0.",
        "business.goals: Rank 1 to 4 of these, the most important first; 0 given.",
        "business.people: This is not valid JSON: ",
    )
    lines = complaint.splitlines()
    for line, begin in zip(lines, begins, strict=False):
        assert line.startswith(f"the command line › {begin}")
    assert lines[6] == (
        "the command line: “nonsense” gives no answer; write it as question.id=value."
    )
    assert [line.partition(": ")[0] for line in lines[7:]] == [
        "the command line › style.replyin",
        "the command line › style.nothing",
    ]
    assert answers(profiles) == {}


def test_a_question_is_answered_once_in_a_command(profiles: Run) -> None:
    code, _, complaint = profiles(
        "answer", "Bakery", "style.replying=1", "--clear", "style.replying"
    )
    assert code == 1
    assert "This question is answered twice; once is enough." in complaint


def test_options_may_stand_between_answers(profiles: Run) -> None:
    code, _, complaint = profiles(
        "answer",
        "--mark",
        "style.listening",
        "Bakery",
        "style.replying=1",
        "--note",
        "style.replying=Ask Ana = soon",
        "business.kind=creator",
    )
    assert (code, complaint) == (0, "")
    assert answers(profiles) == {"business.kind": "creator", "style.replying": 1}
    assessment = record(profiles("show", "Bakery", "--json")[1])["assessments"][0]
    assert assessment["notes"] == {"style.replying": "Ask Ana = soon"}
    assert assessment["marked"] == ["style.listening"]


def test_what_was_given_can_be_taken_away(profiles: Run) -> None:
    profiles("answer", "Bakery", "style.replying=1", "--note", "style.replying=x")
    profiles("answer", "Bakery", "--mark", "style.replying")
    code, output, _ = profiles(
        *("answer", "Bakery", "--clear", "style.replying", "--note", "style.replying="),
        *("--unmark", "style.replying"),
    )
    assert code == 0
    assert output.startswith("saved style.replying\n")
    assessment = record(profiles("show", "Bakery", "--json")[1])["assessments"][0]
    assert (assessment["answers"], assessment["notes"], assessment["marked"]) == ({}, {}, [])


def test_a_note_is_bounded(profiles: Run) -> None:
    code, _, complaint = profiles("answer", "Bakery", "--note", f"style.replying={'x' * 5001}")
    assert code == 1
    assert "A note has at most 5,000 characters, not 5,001." in complaint


def test_the_answer_says_where_to_go_on(profiles: Run) -> None:
    output = profiles("answer", "Bakery", "business.kind=creator")[1]
    assert "1 of 63 questions are answered. Go on with business.stage: How far along" in output


def test_json_tells_what_was_saved_and_what_is_next(profiles: Run) -> None:
    given = ("business.kind=creator", "--clear", "business.stage", "--json")
    assert record(profiles("answer", "Bakery", *given)[1]) == {
        "saved": {"business.kind": "creator", "business.stage": None},
        "notes": {},
        "marks": {},
        "answered": 1,
        "questions": 63,
        "to_confirm": 0,
        "next_question": {
            "id": "business.goals",
            "text": "What do you want most in the coming six months?",
        },
    }


def test_the_date_of_an_assessment_can_be_set(profiles: Run) -> None:
    assert profiles("answer", "Bakery", "--date", "2027-01-31")[0] == 0
    assert "Assessment of 2027-01-31: draft" in profiles("show", "Bakery")[1]


def test_a_complete_assessment_is_not_answered_until_it_is_opened_again(profiles: Run) -> None:
    profiles("change", "Bakery", "--complete")
    for lines in ((), ("business.kind=creator",)):
        code, output, complaint = profiles("answer", "Bakery", *lines)
        assert (code, output) == (1, "")
        assert "is complete; nothing was saved. Open it again: " in complaint
        assert "socialplanner profiles change Bakery --reopen" in complaint
    profiles("change", "Bakery", "--reopen")
    assert profiles("answer", "Bakery", "business.kind=creator")[0] == 0


def test_at_a_terminal_the_next_question_is_shown_with_its_options(profiles: Run) -> None:
    output = profiles("answer", "Bakery", at_terminal=True)[1]
    assert output.startswith("business.kind: What kind of business is it mainly?\n")
    assert "\n  local_retail   Shop, café or restaurant\n" in output
    assert "Go on with business.kind" in output


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("business.stage=young", "  up to 4 of these, with commas between, the most important"),
        ("business.goals=sales", "  a number from 1 to 80, hours a week\n"),
        ("business.hours_per_week=5", '  rows in JSON: [{"name": …, "hours": …, "strength": …}]'),
        ("business.people=", "  any of these, with commas between:\n"),
        ("business.patience=year", "  4  "),
    ],
)
def test_every_kind_of_question_says_how_it_is_answered(
    profiles: Run, before: str, words: str
) -> None:
    profiles("answer", "Bakery", before)
    assert words in profiles("answer", "Bakery", at_terminal=True)[1]
