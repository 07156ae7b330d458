"""Contradictions are found where they are made, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.answers import Answer, Answers, NoAnswer
from socialplanner.domain.consistency import SAME_IN_A_ROW, doubts
from socialplanner.domain.contradiction import Contradiction, Doubt
from socialplanner.domain.questionnaire import QuestionKind
from socialplanner.domain.readiness import readiness
from tests.domain.contradictions import CASES, catalogue, sample
from tests.domain.firms import FIRMS


def found(answers: Answers) -> tuple[Doubt, ...]:
    return doubts(catalogue().questionnaire, answers)


def kinds(answers: Answers) -> set[Contradiction]:
    return {doubt.kind for doubt in found(answers)}


@pytest.mark.parametrize("name", FIRMS)
def test_no_sample_contradicts_itself(name: str) -> None:
    assert found(sample(name)) == ()


@pytest.mark.parametrize("kind", CASES, ids=lambda kind: kind.value)
def test_a_contradiction_is_found_by_itself(kind: Contradiction) -> None:
    (doubt,) = found(CASES[kind])
    assert doubt.kind is kind
    assert set(doubt.question_ids) <= set(catalogue().questionnaire.by_id)


@pytest.mark.parametrize("kind", CASES, ids=lambda kind: kind.value)
def test_a_contradiction_with_one_answer_open_is_none(kind: Contradiction) -> None:
    for key in CASES[kind]:
        fewer = {each: value for each, value in CASES[kind].items() if each != key}
        assert kind not in kinds(fewer)
        assert kind not in kinds({**fewer, key: NoAnswer.UNKNOWN})


def test_every_contradiction_has_a_case() -> None:
    assert set(CASES) | {Contradiction.SAME_ANSWERS} == set(Contradiction)


def anchored() -> list[str]:
    return [q.id for q in catalogue().questionnaire if q.kind is QuestionKind.ANCHORED]


@pytest.mark.parametrize("start", [0, 7, 20])
def test_ten_identical_answers_in_a_row_are_found_and_nine_are_not(start: int) -> None:
    asked = anchored()[start:]
    row: dict[str, Answer] = dict.fromkeys(asked[:SAME_IN_A_ROW], 2.0)
    assert Contradiction.SAME_ANSWERS in kinds(row)
    del row[asked[4]]
    assert Contradiction.SAME_ANSWERS not in kinds(row)


@given(st.sampled_from(list(CASES)), st.sampled_from(list(FIRMS)), st.randoms())
def test_the_order_of_the_answers_does_not_matter(
    kind: Contradiction, name: str, random: object
) -> None:
    answers = {**sample(name), **CASES[kind]}
    keys = list(answers)
    random.shuffle(keys)  # type: ignore[attr-defined]
    assert found({key: answers[key] for key in keys}) == found(answers)


@given(st.dictionaries(st.sampled_from(anchored()), st.sampled_from([0.0, 1.0, 2.0, 3.0, 4.0])))
def test_levels_alone_contradict_at_most_by_being_the_same(answers: dict[str, float]) -> None:
    assert kinds(dict(answers)) <= {Contradiction.SAME_ANSWERS}


def test_readiness_tells_what_is_missing_open_unknown_and_thin() -> None:
    whole = catalogue()
    answers = {
        key: value
        for key, value in sample("tax_adviser").items()
        if key != "business.goals" and not key.startswith("goals.")
    }
    answers["business.stage"] = NoAnswer.UNKNOWN
    told = readiness(whole.questionnaire, whole.parameters.scoring, answers, {})
    assert told.missing == ("business.goals",)
    assert not told.is_plan_possible
    assert told.unknown == ("business.stage",)
    assert set(told.open) == {q.id for q in whole.questionnaire if q.id.startswith("goals.")}
    assert {dimension.value for dimension, _ in told.thin} == {"goals"}
