"""Every edit gives a new record and leaves the one before as it was."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.answers import NoAnswer
from socialplanner.domain.editing import (
    AnswerMark,
    Now,
    answer_marks,
    duplicated,
    with_answer,
    with_assessment,
    with_choices,
    with_mark,
    with_note,
    with_reassessment,
    with_state,
)
from socialplanner.domain.listing import Review, entry_of, folded
from socialplanner.domain.profile import Choices
from socialplanner.domain.record import AssessmentState
from tests.store.makers import FIRST, NOW, answered, begun, full

LATER = Now(
    moment=NOW.moment + timedelta(days=90),
    day=NOW.day + timedelta(days=90),
    catalogue_version="2.0.0",
)
QUESTION = "style.question_1"


def test_an_answer_is_recorded_with_its_time_its_change_and_the_place_to_resume() -> None:
    record = with_answer(begun(), FIRST, QUESTION, 3.0, LATER)
    assessment = record.assessment(FIRST)
    assert assessment.answers[QUESTION].changed_at == LATER.moment == record.changed_at
    assert [(each.old, each.new) for each in assessment.changes] == [(None, 3.0)]
    assert assessment.position == QUESTION
    assert begun().assessment(FIRST).answers == {}


def test_giving_the_same_answer_again_is_no_change() -> None:
    once = with_answer(begun(), FIRST, QUESTION, 3.0, NOW)
    twice = with_answer(once, FIRST, QUESTION, 3.0, LATER)
    assert twice.assessment(FIRST).changes == once.assessment(FIRST).changes


def test_opening_a_question_again_keeps_its_note_and_else_leaves_nothing() -> None:
    record = with_answer(begun(), FIRST, QUESTION, 3.0, NOW)
    noted = with_note(record, FIRST, QUESTION, "ask Ana", NOW)
    opened = with_answer(noted, FIRST, QUESTION, None, LATER).assessment(FIRST)
    assert opened.answers[QUESTION].note == "ask Ana"
    assert opened.said() == {}
    assert with_answer(record, FIRST, QUESTION, None, LATER).assessment(FIRST).answers == {}


def test_a_note_or_mark_that_is_taken_away_leaves_no_empty_answer() -> None:
    marked = with_mark(begun(), FIRST, QUESTION, NOW, is_marked=True)
    assert entry_of(marked, "f").marked == 1
    assert entry_of(marked, "f").answered == 0
    unmarked = with_mark(marked, FIRST, QUESTION, NOW, is_marked=False)
    assert unmarked.assessment(FIRST).answers == {}
    emptied = with_note(with_note(begun(), FIRST, QUESTION, "x", NOW), FIRST, QUESTION, "", NOW)
    assert emptied.assessment(FIRST).answers == {}


def test_a_reassessment_carries_every_answer_over_to_be_confirmed_changed_or_new() -> None:
    record = with_reassessment(
        answered(3), "a2", LATER, renamed={}, earlier_plan={"reply_desk": 1.0}
    )
    assert set(answer_marks(record, "a2", {}).values()) == {AnswerMark.TO_CONFIRM}
    assert record.assessment("a2").choices.earlier_plan == {"reply_desk": 1.0}
    assert record.assessment("a2").earlier_id == FIRST
    for question, value in (("0", 0.0), ("1", NoAnswer.UNKNOWN), ("9", 2.0)):
        record = with_answer(record, "a2", f"style.question_{question}", value, LATER)
    assert answer_marks(record, "a2", {}) == {
        "style.question_0": AnswerMark.CONFIRMED,
        "style.question_1": AnswerMark.CHANGED,
        "style.question_2": AnswerMark.TO_CONFIRM,
        "style.question_9": AnswerMark.NEW,
    }
    assert record.assessments[0] == answered(3).assessments[0]


def test_a_reassessment_knows_questions_by_the_ids_they_have_now() -> None:
    renamed = {"style.question_0": "style.first"}
    record = with_reassessment(answered(1), "a2", LATER, renamed=renamed, earlier_plan=None)
    record = with_answer(record, "a2", "style.first", 0.0, LATER)
    assert answer_marks(record, "a2", renamed) == {"style.first": AnswerMark.CONFIRMED}


def test_a_first_reassessment_is_an_assessment() -> None:
    bare = duplicated(begun(), "b", "B", NOW)
    no_assessment = bare.__class__(
        id="b", profile=bare.profile, created_at=NOW.moment, changed_at=NOW.moment
    )
    begun_now = with_reassessment(no_assessment, "a1", NOW, renamed={}, earlier_plan=None)
    assert begun_now == with_assessment(no_assessment, "a1", NOW)


def test_a_duplicate_has_all_that_is_known_under_a_name_of_its_own() -> None:
    copy = duplicated(full(), "b", "Copy", LATER)
    assert (copy.id, copy.profile.name, copy.created_at) == ("b", "Copy", LATER.moment)
    assert copy.assessments == full().assessments
    assert full().profile.name == "Café Morgenlicht"


def test_choices_and_state_are_changed_in_one_assessment_only() -> None:
    record = with_assessment(answered(2), "a2", NOW)
    chosen = with_choices(record, "a2", Choices(pinned=frozenset({"reply_desk"})), LATER)
    done = with_state(chosen, "a2", AssessmentState.COMPLETE, LATER)
    assert done.assessments[0] is record.assessments[0]
    assert done.assessment("a2").state is AssessmentState.COMPLETE
    with pytest.raises(KeyError):
        with_state(record, "nowhere", AssessmentState.COMPLETE, LATER)


def test_a_profile_wants_another_look_for_reasons_that_it_says() -> None:
    entry = entry_of(full(), "f")
    assert entry.reviews(NOW.day) == (Review.MARKED,)
    assert entry.reviews(NOW.day + timedelta(days=89)) == (Review.MARKED,)
    assert Review.PLAN_ENDED in entry.reviews(NOW.day + timedelta(days=90))
    carried = with_reassessment(full(), "a2", LATER, renamed={}, earlier_plan=None)
    assert Review.TO_CONFIRM in entry_of(carried, "f").reviews(NOW.day)


@given(text=st.text())
def test_folding_a_text_twice_is_folding_it_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)
