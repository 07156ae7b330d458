"""Who moved, the owner or the scale: two made-up versions of the catalogue, and exact sums."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.answers import Answer, Answers, NoAnswer
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.course import MOST_NAMED, course, improved, to_watch
from socialplanner.domain.ids import CELLS, Mode
from socialplanner.domain.questionnaire import Question, Questionnaire, Section
from socialplanner.domain.then_and_now import Move
from socialplanner.domain.yardsticks import Movement, TwoYardsticks, two_yardsticks
from tests.domain.builders import shipped_catalogue

NEW = shipped_catalogue()
SCORED = [question for question in NEW.questionnaire if question.is_scored]
PLAIN = [question for question in SCORED if not question.options]
GONE = PLAIN[0].id


def with_questions(catalogue: Catalogue, questions: list[Question]) -> Catalogue:
    """Return a catalogue that asks these questions."""
    section = Section(id="all", title="", intro="", questions=tuple(questions))
    by_id = {question.id: question for question in questions}
    return replace(catalogue, questionnaire=Questionnaire(sections=(section,), by_id=by_id))


def other_version(weights: list[float]) -> Catalogue:
    """Return a version with other weights, one question less and one that only it asks."""
    drawn = zip(SCORED, weights, strict=True)
    changed = [replace(each, weight=weight) for each, weight in drawn if each.id != GONE]
    return replace(
        with_questions(NEW, [*changed, replace(SCORED[0], id="style.only_then")]), version="0.9.0"
    )


WEIGHTS = st.lists(
    st.sampled_from([0.5, 1.0, 1.5, 3.0]), min_size=len(SCORED), max_size=len(SCORED)
)
LEVELS: st.SearchStrategy[Answer | None] = st.sampled_from(
    [0.0, 1.0, 2.0, 3.0, 4.0, NoAnswer.UNKNOWN, NoAnswer.NOT_APPLICABLE, None]
)


@st.composite
def answers(draw: st.DrawFn) -> Answers:
    """Draw answers to scored questions of either version, some of them open."""
    keys = [*(each.id for each in PLAIN), "style.only_then"]
    drawn = draw(st.lists(LEVELS, min_size=len(keys), max_size=len(keys)))
    return {key: level for key, level in zip(keys, drawn, strict=True) if level is not None}


def movements(found: TwoYardsticks) -> list[Movement]:
    return [*found.cells.values(), *found.overall.values()]


@given(WEIGHTS, answers(), answers())
def test_the_two_parts_add_up_to_the_movement_as_it_was_seen(
    weights: list[float], then: Answers, now: Answers
) -> None:
    for each in movements(two_yardsticks(other_version(weights), NEW, then, now)):
        if each.whole is None:
            assert None in (each.old_by_old, each.you.then, each.you.now)
            continue
        assert each.you.difference is not None
        assert each.yardstick is not None
        assert each.whole == each.you.difference + each.yardstick
        assert each.you.now is not None
        assert each.old_by_old is not None
        assert each.whole == pytest.approx(each.you.now - each.old_by_old, abs=1e-9)


@given(WEIGHTS, answers(), answers())
def test_swapping_both_answers_and_versions_flips_the_whole_movement(
    weights: list[float], then: Answers, now: Answers
) -> None:
    old = other_version(weights)
    there, back = two_yardsticks(old, NEW, then, now), two_yardsticks(NEW, old, now, then)
    for forth, reverse in zip(movements(there), movements(back), strict=True):
        assert (forth.old_by_old, forth.new_by_old) == (reverse.you.now, reverse.you.then)
        if forth.whole is not None and reverse.whole is not None:
            assert reverse.whole == pytest.approx(-forth.whole, abs=1e-9)


@given(WEIGHTS, answers())
def test_the_same_answers_leave_all_movement_to_the_yardstick(
    weights: list[float], said: Answers
) -> None:
    for each in movements(two_yardsticks(other_version(weights), NEW, said, said)):
        assert not each.you.is_changed
        if each.whole is not None:
            assert each.whole == each.yardstick


@given(answers(), answers())
def test_the_same_version_leaves_all_movement_to_the_owner(then: Answers, now: Answers) -> None:
    for each in movements(two_yardsticks(NEW, NEW, then, now)):
        assert each.yardstick in (0, None)
        if each.whole is not None:
            assert each.whole == each.you.difference


def test_an_answer_finds_its_question_under_any_name_that_a_version_gives_it() -> None:
    first = PLAIN[0]
    former = replace(first, id="style.former")
    old = with_questions(NEW, [former, *(each for each in SCORED if each.id != first.id)])
    new = replace(NEW, renamed={"style.former": first.id})
    rest: Answers = {each.id: 2.0 for each in PLAIN[1:]}
    found = two_yardsticks(old, new, {**rest, "style.former": 4.0}, {**rest, first.id: 4.0})
    for each in movements(found):
        assert each.you.difference in (0, None)
        assert each.yardstick in (0, None)
        assert each.new_by_old == each.old_by_old


def test_a_level_that_a_version_does_not_have_is_no_answer_to_it() -> None:
    first = PLAIN[0]
    short = replace(first, levels=first.levels[:3])
    old = with_questions(NEW, [short, *(each for each in SCORED if each.id != first.id)])
    said: Answers = {each.id: 4.0 if each.id == first.id else 2.0 for each in PLAIN}
    assert first.cell is not None
    movement = two_yardsticks(old, NEW, said, said).cells[first.cell]
    assert movement.old_by_old == 50.0
    assert movement.you.then is not None
    assert movement.you.then > 50.0


MOVES = st.builds(
    Move,
    then=st.none() | st.floats(0, 100),
    now=st.none() | st.floats(0, 100),
    then_error=st.floats(0, 12),
    now_error=st.floats(0, 12),
)


@given(st.lists(MOVES, min_size=len(CELLS), max_size=len(CELLS)))
def test_only_clear_changes_are_named_and_a_swap_trades_the_two_lists(moves: list[Move]) -> None:
    cells = dict(zip(CELLS, moves, strict=True))
    up, down = improved(cells), to_watch(cells)
    assert len(up) <= MOST_NAMED
    assert not set(up) & set(down)
    assert all(cells[cell].is_changed for cell in (*up, *down))
    changes = [cells[cell].difference or 0.0 for cell in up]
    assert changes == sorted(changes, reverse=True)
    turned = {
        cell: Move(then=m.now, now=m.then, then_error=m.now_error, now_error=m.then_error)
        for cell, m in cells.items()
    }
    assert (improved(turned), to_watch(turned)) == (down, up)


def test_the_course_stands_in_the_order_of_the_days() -> None:
    passes: list[tuple[date, Answers]] = [
        (date(2027, 7, 1), {each.id: 4.0 for each in PLAIN}),
        (date(2027, 1, 1), {each.id: 0.0 for each in PLAIN}),
    ]
    found = course(NEW, passes)
    assert [stop.day.month for stop in found] == [1, 7]
    assert [stop.scores.overall[Mode.NETWORK].value for stop in found] == [0.0, 100.0]
