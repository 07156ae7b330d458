"""What of stored answers counts with another catalogue, and answers as they are typed."""

from dataclasses import replace

import pytest

from socialplanner import paths
from socialplanner.domain.answers import Answer, Answers, NoAnswer, TableRow
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.profile import Choices
from socialplanner.exchange.answer_pairs import PairReader, pair_text
from socialplanner.exchange.answers_file import read_answers_file
from socialplanner.exchange.stored_answers import (
    missing_essentials,
    present_answers,
    present_choices,
)
from socialplanner.loading.catalogue import load_catalogue

SAMPLES = sorted(path.stem for path in paths.samples_dir().glob("*.toml"))


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    renamed = {
        "style.answering": "style.replying",
        "business.kind.shop": "business.kind.local_retail",
        "business.platforms.insta": "business.platforms.instagram",
        "business.people.strength.speaking": "business.people.strength.talking",
        "replies": "reply_desk",
    }
    return replace(load_catalogue(paths.catalogue_dir()), renamed=renamed)


def sample(catalogue: Catalogue, name: str) -> Answers:
    return read_answers_file(catalogue, paths.samples_dir() / f"{name}.toml").answers


@pytest.mark.parametrize("name", SAMPLES)
def test_answers_of_today_all_count_and_in_asking_order(catalogue: Catalogue, name: str) -> None:
    answers = sample(catalogue, name)
    backwards = dict(reversed(list(answers.items())))
    found = present_answers(catalogue, backwards)
    assert found.answers == answers
    assert list(found.answers) == list(answers)
    assert found.not_counted == ()


def test_renames_are_followed(catalogue: Catalogue) -> None:
    person: TableRow = {"name": "Ana", "hours": 2.0, "strength": "speaking"}
    stored: Answers = {
        "style.answering": 3.0,
        "business.kind": "shop",
        "business.platforms": ("insta", "instagram", "email"),
        "business.people": (person,),
    }
    assert present_answers(catalogue, stored).answers == {
        "business.kind": "local_retail",
        "business.people": ({**person, "strength": "talking"},),
        "business.platforms": ("instagram", "email"),
        "style.replying": 3.0,
    }


def test_where_old_and_new_id_are_answered_the_new_one_counts(catalogue: Catalogue) -> None:
    for stored in (
        {"style.answering": 1.0, "style.replying": 4.0},
        {"style.replying": 4.0, "style.answering": 1.0},
    ):
        assert present_answers(catalogue, stored).answers == {"style.replying": 4.0}


@pytest.mark.parametrize(
    ("question_id", "value", "counts"),
    [
        ("style.gone", 3.0, None),
        ("style.replying", 9.0, None),
        ("style.replying", "text", None),
        ("business.kind", "gone", None),
        ("business.platforms", ("gone",), None),
        ("business.platforms", ("gone", "email"), ("email",)),
        ("business.platforms", (), ()),
        ("business.goals", ("gone",), None),
        ("business.goals", ("sales", "gone"), ("sales",)),
        ("business.hours_per_week", 500.0, None),
        ("business.people", ({"name": "Ana"},), None),
        ("business.stage", NoAnswer.UNKNOWN, NoAnswer.UNKNOWN),
    ],
)
def test_what_no_longer_exists_does_not_count(
    catalogue: Catalogue, question_id: str, value: Answer, counts: Answer | None
) -> None:
    found = present_answers(catalogue, {question_id: value})
    assert found.answers == ({} if counts is None else {question_id: counts})
    assert found.not_counted == (() if counts == value else (question_id,))


def test_essential_answers_are_missing_when_open_or_unknown(catalogue: Catalogue) -> None:
    answers: Answers = {"business.kind": "creator", "business.patience": NoAnswer.UNKNOWN}
    assert [question.id for question in missing_essentials(catalogue, answers)] == [
        "business.goals",
        "business.hours_per_week",
        "business.platforms",
        "business.patience",
    ]


def test_choices_follow_renames_and_forget_what_is_gone(catalogue: Catalogue) -> None:
    stored = Choices(
        pinned=frozenset({"replies", "gone"}),
        declined=frozenset({"reply_desk", "newsletter"}),
        earlier_plan={"replies": 1.0, "reply_desk": 0.5, "gone": 2.0},
    )
    assert present_choices(catalogue, stored) == Choices(
        pinned=frozenset({"reply_desk"}),
        declined=frozenset({"newsletter"}),
        earlier_plan={"reply_desk": 1.5},
    )
    assert present_choices(catalogue, Choices()) == Choices()


@pytest.mark.parametrize("name", SAMPLES)
def test_every_answer_of_every_sample_can_be_typed(catalogue: Catalogue, name: str) -> None:
    reader = PairReader(catalogue, "here", [])
    for question_id, answer in sample(catalogue, name).items():
        pair = reader.pair(pair_text(question_id, answer))
        assert pair is not None
        assert (pair[0].id, pair[1]) == (question_id, answer)
    assert reader.problems == []


@pytest.mark.parametrize("number", [0.0, 1e-06, 0.1, 2.5, 123456789.125, 1e12, 1 / 3])
def test_a_number_can_be_typed_to_the_last_digit(catalogue: Catalogue, number: float) -> None:
    pair = PairReader(catalogue, "here", []).pair(pair_text("business.order_value", number))
    assert pair is not None
    assert pair[1] == number


@pytest.mark.parametrize("text", ["1e3", "Infinity", "nan", "1_000", "٣", "0x10", "1.", ""])
def test_what_only_looks_like_a_number_is_refused(catalogue: Catalogue, text: str) -> None:
    reader = PairReader(catalogue, "here", [])
    assert reader.pair(f"business.order_value={text}") is None
    assert str(reader.problems[0]).startswith("here › business.order_value: This must be a number")


def test_old_ids_can_be_typed(catalogue: Catalogue) -> None:
    reader = PairReader(catalogue, "here", [])
    pair = reader.pair("style.answering=2")
    assert pair is not None
    assert pair[0].id == "style.replying"
    single = reader.pair("business.kind=shop")
    assert single is not None
    assert single[1] == "local_retail"
