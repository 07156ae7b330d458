"""Scores, their errors and coverage, and the plain types (method section 2)."""

from collections.abc import Mapping
from dataclasses import replace
from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.domain.answers import Answer, NoAnswer
from socialplanner.domain.ids import CELLS, Cell, Dimension, Mode
from socialplanner.domain.scoring import BrandType, CellScore, level_of, score, score_cell
from tests.domain.builders import shipped_catalogue, shipped_parameters
from tests.domain.questionnaires import (
    all_at,
    anchored,
    at_level,
    questionnaire_of,
    scored_questions,
)

STYLE: Cell = (Dimension.STYLE, Mode.MEDIA)


def cell_score(answers: Mapping[str, Answer], *weights: float) -> CellScore:
    """Return the score of one cell whose questions a, b, c ... have some weights."""
    made = tuple(
        anchored(name, STYLE, weight) for name, weight in zip("abcdefghij", weights, strict=False)
    )
    return score_cell(made, answers, shipped_parameters().scoring)


@st.composite
def levels(draw: st.DrawFn) -> dict[str, Answer]:
    """Return a level for every scored question of the shipped questionnaire."""
    return {q.id: at_level(q, draw(st.integers(0, 4))) for q in scored_questions()}


@pytest.mark.parametrize(("level", "points"), [(0, 0), (1, 25), (2, 50), (3, 75), (4, 100)])
def test_answers_of_one_level_give_its_points_everywhere(level: int, points: float) -> None:
    catalogue = shipped_catalogue()
    found = score(catalogue.questionnaire, all_at(level), catalogue.parameters.scoring)
    assert [cell.value for cell in found.cells.values()] == pytest.approx([points] * len(CELLS))
    assert [mode.value for mode in found.overall.values()] == pytest.approx([points] * 2)
    assert all(cell.coverage == 1 for cell in found.cells.values())


def test_a_score_is_the_weighted_mean_of_the_levels() -> None:
    found = cell_score({"a": 4.0, "b": 1.0, "c": 0.0}, 1.5, 1.0, 0.5)
    assert found.value == pytest.approx(25 * (1.5 * 4 + 1) / 3)


@pytest.mark.parametrize("weights", [(1.0, 1.0, 1.0), (1.5, 1.0, 0.5), (2.0,)])
def test_the_standard_error_is_half_a_level_per_answer(weights: tuple[float, ...]) -> None:
    found = cell_score(dict.fromkeys("abc", 2.0), *weights)
    by_hand = 12.5 * sqrt(sum(weight**2 for weight in weights)) / sum(weights)
    assert found.standard_error == pytest.approx(by_hand)


def test_with_the_shipped_weights_the_errors_are_those_of_the_method() -> None:
    catalogue = shipped_catalogue()
    found = score(catalogue.questionnaire, all_at(2), catalogue.parameters.scoring)
    errors = [round(cell.standard_error or 0, 1) for cell in found.cells.values()]
    assert (min(errors), max(errors)) == (6.3, 7.4)
    assert [round(mode.standard_error or 0, 1) for mode in found.overall.values()] == [3.1, 3.1]


@settings(max_examples=50)
@given(levels(), st.data())
def test_not_applicable_scores_like_a_questionnaire_without_the_question(
    answers: dict[str, Answer], data: st.DataObject
) -> None:
    catalogue = shipped_catalogue()
    gone = data.draw(st.sets(st.sampled_from(sorted(answers)), max_size=6))
    without = {key: NoAnswer.NOT_APPLICABLE if key in gone else a for key, a in answers.items()}
    shorter = questionnaire_of(q for q in catalogue.questionnaire if q.id not in gone)
    left = score(catalogue.questionnaire, without, catalogue.parameters.scoring)
    right = score(shorter, answers, catalogue.parameters.scoring)
    assert left == right


def test_a_cell_that_does_not_apply_at_all_leaves_the_overall_score_to_the_others() -> None:
    catalogue = shipped_catalogue()
    content = {q.id for q in scored_questions() if q.dimension is Dimension.CONTENT}
    answers = {
        key: NoAnswer.NOT_APPLICABLE if key in content else answer
        for key, answer in all_at(3).items()
    }
    found = score(catalogue.questionnaire, answers, catalogue.parameters.scoring)
    gone = found.cells[Dimension.CONTENT, Mode.MEDIA]
    assert (gone.value, gone.is_applicable) == (None, False)
    assert found.overall[Mode.MEDIA].value == pytest.approx(75)


def test_six_tenths_of_the_weight_are_just_enough() -> None:
    assert cell_score(dict.fromkeys("abc", 2.0), 1, 1, 1, 1, 1).value == 50
    assert cell_score(dict.fromkeys("ab", 2.0), 1, 1, 1, 1, 1).value is None
    assert cell_score(dict.fromkeys("ab", 2.0), 0.7, 0.5, 0.3, 0.5).value == 50
    assert cell_score(dict.fromkeys("ab", 2.0), 0.7, 0.5, 0.301, 0.5).value is None


@given(st.lists(st.integers(0, 4), min_size=4, max_size=9), st.integers(1, 3))
def test_do_not_know_lowers_the_coverage_and_never_the_value(levels: list[int], more: int) -> None:
    names = "abcdefghij"
    answers: dict[str, Answer] = dict(zip(names, map(float, levels), strict=False))
    weights = [1.0] * len(levels)
    sure = cell_score(answers, *weights)
    unknown = dict.fromkeys(names[len(levels) :][:more], NoAnswer.UNKNOWN)
    unsure = cell_score({**answers, **unknown}, *weights, *[1.0] * len(unknown))
    assert unsure.coverage == pytest.approx(len(levels) / (len(levels) + len(unknown)))
    assert unsure.coverage < sure.coverage
    assert unsure.value in {sure.value, None}
    assert unsure.unknown == tuple(unknown)
    assert unsure.unanswered == ()


def test_a_question_left_open_counts_like_do_not_know_and_is_listed_apart() -> None:
    found = cell_score({"a": 4.0, "b": NoAnswer.UNKNOWN}, 1, 1, 1)
    assert found.coverage == pytest.approx(1 / 3)
    assert (found.unknown, found.unanswered) == (("b",), ("c",))


def test_an_overall_score_waits_for_every_cell_of_its_mode() -> None:
    catalogue = shipped_catalogue()
    style = {q.id for q in catalogue.questionnaire.scored(STYLE)}
    answers = {key: answer for key, answer in all_at(2).items() if key not in style}
    found = score(catalogue.questionnaire, answers, catalogue.parameters.scoring)
    assert found.overall[Mode.MEDIA].value is None
    assert found.overall[Mode.NETWORK].value == pytest.approx(50)
    assert found.types == ()


@pytest.mark.parametrize("factor", [0.5, 2.0])
def test_halving_or_doubling_one_weight_moves_an_overall_score_by_at_most_five_points(
    factor: float,
) -> None:
    catalogue = shipped_catalogue()
    scoring, asked = catalogue.parameters.scoring, catalogue.questionnaire
    for heavy in scored_questions():
        alone = {**all_at(0), heavy.id: at_level(heavy, 4)}
        changed = questionnaire_of(
            replace(q, weight=q.weight * factor) if q is heavy else q for q in asked
        )
        before, after = (score(some, alone, scoring).overall for some in (asked, changed))
        for mode in Mode:
            assert abs((after[mode].value or 0) - (before[mode].value or 0)) <= 5


def types_at(media: float, network: float, error: float) -> tuple[BrandType, ...]:
    """Return the types of two overall scores that a whole questionnaire of one level 0..4 gives."""
    parameters = replace(shipped_parameters().scoring, response_sd=error / 12.5)
    made = [anchored(f"{d}.{m}", (d, m)) for d, m in CELLS]
    by_mode = {Mode.MEDIA: media / 25, Mode.NETWORK: network / 25}
    answers = {question.id: by_mode[question.mode or Mode.MEDIA] for question in made}
    return score(questionnaire_of(made), answers, parameters).types


@pytest.mark.parametrize(
    ("media", "network", "expected"),
    [
        (20, 20, {BrandType.QUIET}),
        (60, 20, {BrandType.BROADCASTER}),
        (20, 60, {BrandType.CONNECTOR}),
        (60, 60, {BrandType.BALANCED}),
        (41, 20, {BrandType.BROADCASTER, BrandType.QUIET}),
        (39, 60, {BrandType.CONNECTOR, BrandType.BALANCED}),
        (40, 40, set(BrandType)),
    ],
)
def test_a_band_that_crosses_forty_stands_between_types(
    media: float, network: float, expected: set[BrandType]
) -> None:
    assert set(types_at(media, network, error=5)) == expected


def test_forty_itself_counts_as_strong() -> None:
    assert types_at(40, 40, error=0) == (BrandType.BALANCED,)


def test_more_kinds_than_levels_reach_the_highest_level_and_none_the_lowest() -> None:
    formats = shipped_catalogue().questionnaire.by_id["content.formats"]
    every = tuple(option.id for option in formats.options)
    found = [level_of(formats, every[:count]) for count in (0, 1, 4, len(every))]
    assert found == [0, 1, 4, 4]


def test_the_quick_check_alone_gives_overall_scores_with_their_wider_error_and_no_cell() -> None:
    catalogue = shipped_catalogue()
    answers = {q.id: at_level(q, 3) for q in catalogue.questionnaire if q.quick}
    found = score(catalogue.questionnaire, answers, catalogue.parameters.scoring)
    assert len(answers) == len(CELLS)
    assert [cell.value for cell in found.cells.values()] == [None] * len(CELLS)
    for mode in found.overall.values():
        assert mode.value == pytest.approx(75)
        assert round(mode.standard_error or 0, 1) == 5.6
        assert mode.is_partial


def test_every_cell_has_one_question_of_the_quick_check() -> None:
    catalogue = shipped_catalogue()
    quick = [q.cell for q in catalogue.questionnaire if q.quick]
    assert sorted(map(str, quick)) == sorted(map(str, CELLS))


def test_answers_without_the_quick_one_of_a_cell_give_no_overall_score() -> None:
    catalogue = shipped_catalogue()
    answers = {q.id: at_level(q, 3) for q in catalogue.questionnaire if q.quick}
    del answers["roi.traced_visits"]
    found = score(catalogue.questionnaire, answers, catalogue.parameters.scoring)
    assert found.overall[Mode.MEDIA].value is None
    assert found.overall[Mode.NETWORK].value == pytest.approx(75)
