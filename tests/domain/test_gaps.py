"""Gaps to the level targets, and the next step in the level's own words (method section 3)."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.domain.answers import Answer, NoAnswer
from socialplanner.domain.gaps import Gap, find_gaps, gap_points, largest, next_steps
from socialplanner.domain.ids import CELLS, Cell, Dimension, Mode
from socialplanner.domain.scoring import score
from tests.domain.builders import shipped_catalogue
from tests.domain.questionnaires import LEVELS, all_at, anchored, at_level, scored_questions

CELL: Cell = (Dimension.STYLE, Mode.NETWORK)


def gaps_of(answers: dict[str, Answer], target: float = 60.0) -> tuple[Gap, ...]:
    """Return all gaps of some answers when every cell aims at the same level."""
    catalogue = shipped_catalogue()
    scoring = catalogue.parameters.scoring
    scores = score(catalogue.questionnaire, answers, scoring)
    targets = dict.fromkeys(CELLS, target)
    return find_gaps(catalogue.questionnaire, answers, scores, targets, scoring)


@st.composite
def some_levels(draw: st.DrawFn) -> dict[str, Answer]:
    """Return a level for some of the scored questions."""
    answers: dict[str, Answer] = {}
    for question in scored_questions():
        if draw(st.floats(0, 1)) < 0.9:
            answers[question.id] = at_level(question, draw(st.integers(0, 4)))
    return answers


@settings(max_examples=50)
@given(some_levels(), st.floats(30, 90))
def test_a_gap_is_what_lacks_to_the_target_and_never_less_than_nothing(
    answers: dict[str, Answer], target: float
) -> None:
    found = gaps_of(answers, target)
    assert {gap.cell for gap in found} == set(CELLS)
    for gap in found:
        lacking = 0.0 if gap.value is None else max(0.0, target - gap.value)
        assert gap.points == pytest.approx(lacking)
        assert gap.weighted == pytest.approx(0.2 * lacking)
    assert [gap.weighted for gap in found] == sorted((g.weighted for g in found), reverse=True)
    assert gap_points(found) == {gap.cell: gap.points for gap in found}


@settings(max_examples=50)
@given(some_levels(), st.floats(30, 90))
def test_the_largest_gaps_are_at_most_five_and_none_is_nothing(
    answers: dict[str, Answer], target: float
) -> None:
    found = gaps_of(answers, target)
    chosen = largest(found)
    assert len(chosen) == min(5, sum(gap.points > 0 for gap in found))
    left = [gap.weighted for gap in found if gap not in chosen]
    assert all(gap.weighted >= other for gap in chosen for other in left)


def test_weights_of_the_dimensions_decide_which_gaps_are_largest() -> None:
    catalogue = shipped_catalogue()
    heavy = {**catalogue.parameters.scoring.dimension_weight, Dimension.ROI: 0.9}
    scoring = replace(catalogue.parameters.scoring, dimension_weight=heavy)
    scores = score(catalogue.questionnaire, all_at(1), scoring)
    targets = dict.fromkeys(CELLS, 60.0)
    found = find_gaps(catalogue.questionnaire, all_at(1), scores, targets, scoring)
    assert [gap.cell[0] for gap in found[:2]] == [Dimension.ROI] * 2


def test_equal_gaps_stand_in_reading_order() -> None:
    assert [gap.cell for gap in gaps_of(all_at(1))] == list(CELLS)


def test_too_few_answers_are_no_gap() -> None:
    assert all(gap.points == 0 and gap.value is None for gap in gaps_of({}))


def test_the_next_step_quotes_the_next_level_lowest_and_heaviest_first() -> None:
    made = (
        anchored("light", CELL, 0.5),
        anchored("heavy", CELL, 1.5),
        anchored("high", CELL),
        anchored("top", CELL),
        anchored("open", CELL),
        anchored("unknown", CELL),
    )
    answers: dict[str, Answer] = {
        "light": 1.0,
        "heavy": 1.0,
        "high": 3.0,
        "top": 4.0,
        "unknown": NoAnswer.UNKNOWN,
    }
    steps = next_steps(made, answers)
    assert [step.question_id for step in steps] == ["heavy", "light", "high"]
    assert steps[0].level_text == f"{LEVELS[1]}: heavy"
    assert steps[0].next_text == f"{LEVELS[2]}: heavy"
    assert (steps[2].level, steps[2].next_text) == (3, f"{LEVELS[4]}: high")


@settings(max_examples=30)
@given(some_levels())
def test_every_next_step_is_a_level_of_its_own_question(answers: dict[str, Answer]) -> None:
    by_id = shipped_catalogue().questionnaire.by_id
    for gap in gaps_of(answers):
        for step in gap.next_steps:
            question = by_id[step.question_id]
            assert question.cell == gap.cell
            assert question.levels[step.level] == step.level_text
            assert question.levels[step.level + 1] == step.next_text
