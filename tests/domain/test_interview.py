from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.answers import Answers
from socialplanner.domain.business import ESSENTIAL
from socialplanner.domain.ids import CELLS
from socialplanner.domain.interview import (
    SECONDS,
    Interview,
    Stop,
    interview,
    quick_check,
    resumed,
    section_of,
)
from socialplanner.domain.questionnaire import QuestionKind
from socialplanner.domain.record import RecordedAnswer, RecordedAssessment
from tests.domain.builders import shipped_catalogue

MOMENT = datetime(2027, 1, 31, tzinfo=UTC)
QUESTIONS = tuple(shipped_catalogue().questionnaire)
IDS = tuple(question.id for question in QUESTIONS)
QUICK = quick_check(shipped_catalogue().questionnaire)
QUICK_IDS = frozenset(question.id for question in QUICK.questions)

sets = st.frozensets(st.sampled_from(IDS))


@st.composite
def interviews(draw: st.DrawFn) -> Interview:
    """Draw any state the questions can be in."""
    answered = draw(sets)
    return Interview(
        questions=QUESTIONS,
        answered=answered,
        to_confirm=draw(sets) & answered,
        marked=draw(sets),
        position=draw(st.sampled_from(("", *IDS))),
    )


def assessment_of(
    answers: Answers, *, position: str = "", carried: frozenset[str] = frozenset()
) -> RecordedAssessment:
    """Return an assessment with these answers."""
    recorded = {
        key: RecordedAnswer(value=value, changed_at=MOMENT, is_carried=key in carried)
        for key, value in answers.items()
    }
    return RecordedAssessment(
        id="a",
        day=date(2027, 1, 31),
        catalogue_version="1.0.0",
        created_at=MOMENT,
        position=position,
        answers=recorded,
    )


def test_the_quick_check_asks_one_scored_question_of_every_cell() -> None:
    assert sorted(each.cell or () for each in QUICK.items) == sorted(CELLS)
    assert all(each.is_scored for each in QUICK.items)


def test_the_quick_check_has_all_a_plan_needs_and_the_hours() -> None:
    assert {question.id for question in QUICK.essential} == set(ESSENTIAL)
    assert len(QUICK.hours) == 9
    assert len(QUICK_IDS) == len(QUICK.questions) == 24


def test_our_estimates_agree_with_the_method_about_the_whole_and_the_short_form() -> None:
    empty = interview(shipped_catalogue(), {}, assessment_of({}))
    assert set(SECONDS) == set(QuestionKind)
    assert 12 * 60 <= empty.seconds_left() <= 15 * 60
    assert 4 * 60 <= empty.seconds_left(QUICK.questions) <= 6 * 60


@given(interviews())
def test_counts_of_the_sections_sum_to_those_of_all(found: Interview) -> None:
    sections = [found.tally(s.questions) for s in shipped_catalogue().questionnaire.sections]
    whole = found.tally()
    assert sum(each.questions for each in sections) == whole.questions == len(IDS)
    assert sum(each.answered for each in sections) == whole.answered == len(found.answered)
    assert sum(each.open for each in sections) == whole.open
    assert sum(each.to_confirm for each in sections) == whole.to_confirm
    assert sum(each.marked for each in sections) == whole.marked
    assert 0 <= whole.completeness <= 1


@given(interviews(), st.sampled_from(("", "no.such", *IDS)))
def test_the_next_question_waits_and_none_before_it_does(found: Interview, place: str) -> None:
    question = found.next_after(place)
    waiting = [each for each in IDS if found.waits(each)]
    if question is None:
        assert not waiting
        assert found.tally().is_done
        return
    behind = [each for each in waiting if place in IDS and IDS.index(each) > IDS.index(place)]
    assert question.id == (behind or waiting)[0]


@given(interviews())
def test_going_from_one_waiting_question_to_the_next_reaches_them_all(found: Interview) -> None:
    waiting = {each for each in IDS if found.waits(each)}
    reached, place = set[str](), found.position
    for _ in waiting:
        question = found.next_after(place)
        assert question is not None
        reached.add(question.id)
        place = question.id
    assert reached == waiting


@given(interviews(), st.sampled_from(IDS))
def test_time_left_falls_with_every_answer_and_is_nothing_at_the_end(
    found: Interview, question_id: str
) -> None:
    before = found.seconds_left()
    answered = Interview(
        questions=QUESTIONS,
        answered=found.answered | {question_id},
        to_confirm=found.to_confirm - {question_id},
        marked=found.marked,
    )
    assert (answered.seconds_left() < before) == found.waits(question_id)
    assert (before == 0) == found.tally().is_done


@given(interviews())
def test_a_person_goes_on_where_something_waits(found: Interview) -> None:
    stop, question = resumed(found, QUICK)
    if stop is Stop.PLAN:
        assert found.tally().is_done
    elif stop is Stop.SECTION:
        assert question is not None
        assert found.waits(question.id)
    else:
        assert found.answered <= QUICK_IDS
        assert question is None or question.id in QUICK_IDS


def test_an_empty_profile_begins_at_the_top_of_the_quick_check() -> None:
    empty = interview(shipped_catalogue(), {}, assessment_of({}))
    assert resumed(empty, QUICK) == (Stop.QUICK, None)


def test_who_stopped_in_the_quick_check_goes_on_behind_the_last_answer() -> None:
    answers = {"business.kind": "b2b_services"}
    found = interview(
        shipped_catalogue(), answers, assessment_of(answers, position="business.kind")
    )
    stop, question = resumed(found, QUICK)
    assert stop is Stop.QUICK
    assert question is not None
    assert question.id == "business.goals"


def test_carried_answers_wait_to_be_confirmed_and_old_positions_find_nothing() -> None:
    answers = {"style.replying": 2.0, "style.listening": 1.0}
    kept = assessment_of(answers, position="gone.question", carried=frozenset({"style.replying"}))
    found = interview(shipped_catalogue(), answers, kept)
    assert found.position == ""
    assert found.waits("style.replying")
    assert not found.waits("style.listening")
    assert found.tally().to_confirm == 1


def test_every_question_stands_in_one_section_and_others_in_none() -> None:
    questionnaire = shipped_catalogue().questionnaire
    for section in questionnaire.sections:
        for question in section.questions:
            assert section_of(questionnaire, question.id) is section
    assert section_of(questionnaire, "no.such") is None
