"""Merging loses nothing that was said, takes nothing twice, and leaves choices to the person."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.domain.answers import Answer, NoAnswer
from socialplanner.domain.difference import Difference, DifferenceKind
from socialplanner.domain.merging import as_answered_in, merged, merged_answers
from socialplanner.domain.profile import Choices, Profile
from socialplanner.domain.record import (
    AnswerChange,
    AssessmentState,
    Brand,
    Enquiry,
    LoggedWeek,
    ProfileRecord,
    RecordedAnswer,
    RecordedAssessment,
)
from socialplanner.domain.record_differences import Weight, differences
from socialplanner.exchange.record_file import parse_record, record_json
from tests.domain.records import any_records

THEN = datetime(2027, 1, 31, 12, tzinfo=UTC)
LATER = datetime(2027, 2, 28, 12, tzinfo=UTC)
LATEST = datetime(2027, 3, 31, 12, tzinfo=UTC)
MERGED_AT = datetime(2999, 12, 31, tzinfo=UTC)
Pair = tuple[ProfileRecord, ProfileRecord]


@st.composite
def pairs(draw: st.DrawFn) -> Pair:
    """Draw two copies of one profile, of which any part may be equal."""
    mine, other = draw(any_records()), draw(any_records())
    parts = ("profile", "brand", "tags", "settings", "weeks", "enquiries")
    shared = {name: getattr(mine, name) for name in parts if draw(st.booleans())}
    return mine, replace(other, **shared)


def answers_of(record: ProfileRecord) -> Mapping[tuple[str, str], RecordedAnswer]:
    """Return every answer by the ids of its assessment and question."""
    return {
        (assessment.id, key): answer
        for assessment in record.assessments
        for key, answer in assessment.answers.items()
    }


def really_said(record: ProfileRecord) -> Mapping[tuple[str, str], Answer | None]:
    found = answers_of(record).items()
    return {place: each.value for place, each in found if Weight.of(each) is Weight.SAID}


@given(record=any_records())
def test_merging_a_record_with_itself_or_a_copy_gives_the_same_object(
    record: ProfileRecord,
) -> None:
    copy = replace(parse_record(record_json(record), "copy"), brand=record.brand)
    assert differences(record, copy).differences == ()
    assert merged(record, copy, (), MERGED_AT) is record


@given(pair=pairs())
def test_unless_something_is_taken_nothing_that_i_said_is_lost(pair: Pair) -> None:
    mine, theirs = pair
    both = merged(mine, theirs, (), MERGED_AT)
    said = really_said(both)
    assert all(said[place] == value for place, value in really_said(mine).items())
    notes = {place: each.note for place, each in answers_of(both).items()}
    assert all(notes[place] == each.note for place, each in answers_of(mine).items() if each.note)
    for name in ("name", "currency", "prepared_by", "prepared_for", "website"):
        assert getattr(mine.profile, name) in {"", getattr(both.profile, name)}
    assert set(mine.tags) <= set(both.tags)
    assert {key for key, value in mine.settings.items() if value != both.settings[key]} <= {
        key for key, value in mine.settings.items() if not value
    }


@given(pair=pairs())
def test_what_only_they_said_is_there_afterwards(pair: Pair) -> None:
    mine, theirs = pair
    both = merged(mine, theirs, (), MERGED_AT)
    mine_said, said = really_said(mine), really_said(both)
    for place, value in really_said(theirs).items():
        assert said[place] == mine_said.get(place, value)
    assert set(theirs.tags) <= set(both.tags)
    for part in ("assessments", "plans", "enquiries"):
        ids = {each.id for each in getattr(both, part)}
        assert {each.id for each in (*getattr(mine, part), *getattr(theirs, part))} == ids
    assert {week.monday for week in (*mine.weeks, *theirs.weeks)} == {
        week.monday for week in both.weeks
    }


@given(pair=pairs())
def test_where_all_is_taken_everything_that_they_said_wins(pair: Pair) -> None:
    mine, theirs = pair
    both = merged(mine, theirs, differences(mine, theirs).conflicts, MERGED_AT)
    said = really_said(both)
    assert all(said[place] == value for place, value in really_said(theirs).items())
    assert differences(both, theirs).changed == 0
    for name in ("name", "currency", "prepared_by", "prepared_for", "website"):
        assert getattr(theirs.profile, name) in {"", getattr(both.profile, name)}


@given(pair=pairs(), data=st.data())
def test_merging_again_changes_nothing(pair: Pair, data: st.DataObject) -> None:
    mine, theirs = pair
    conflicts = differences(mine, theirs).conflicts
    take = data.draw(st.sets(st.sampled_from(conflicts))) if conflicts else set()
    both = merged(mine, theirs, take, MERGED_AT)
    again = differences(both, theirs)
    assert again.added == 0
    assert set(again.conflicts) == set(conflicts) - take
    assert merged(both, theirs, (), MERGED_AT) is both


@given(pair=pairs(), data=st.data())
def test_a_merged_record_is_a_sound_one(pair: Pair, data: st.DataObject) -> None:
    mine, theirs = pair
    conflicts = differences(mine, theirs).conflicts
    take = data.draw(st.sets(st.sampled_from(conflicts))) if conflicts else set()
    both = merged(mine, theirs, take, MERGED_AT)
    read = parse_record(record_json(both), "both")
    assert replace(read, brand=both.brand) == both


@given(pair=pairs())
def test_every_key_names_one_difference(pair: Pair) -> None:
    keys = [each.key for each in differences(*pair).differences]
    assert len(keys) == len(set(keys))


@given(pair=pairs())
def test_histories_are_joined_without_doubles_and_none_is_lost(pair: Pair) -> None:
    mine, theirs = pair
    both = merged(mine, theirs, (), MERGED_AT)
    for assessment in both.assessments:
        for record in pair:
            if assessment.id in {each.id for each in record.assessments}:
                changes = record.assessment(assessment.id).changes
                assert all(change in assessment.changes for change in changes)


@settings(max_examples=30)
@given(pair=pairs(), key=st.text())
def test_a_key_that_is_no_difference_is_refused_by_name(pair: Pair, key: str) -> None:
    if key in {each.key for each in differences(*pair).differences}:
        return
    with pytest.raises(KeyError) as caught:
        merged(*pair, [key], MERGED_AT)
    assert caught.value.args == (key,)


def test_two_profiles_are_not_compared() -> None:
    other = replace(record_of(), id="y")
    with pytest.raises(ValueError, match="x and y are two profiles"):
        differences(record_of(), other)


def record_of(**parts: object) -> ProfileRecord:
    """Return a small record with some parts given."""
    bare = ProfileRecord(
        id="x", profile=Profile(name="Corner Bakery"), created_at=THEN, changed_at=THEN
    )
    return replace(bare, **parts)  # type: ignore[arg-type] # parts are named by the tests


def assessed(*answers: RecordedAnswer, **parts: object) -> ProfileRecord:
    """Return a record with one assessment in which the questions q0, q1 … were answered."""
    assessment = RecordedAssessment(
        id="a",
        day=date(2027, 1, 31),
        catalogue_version="1",
        created_at=THEN,
        answers={f"q{place}": answer for place, answer in enumerate(answers)},
    )
    return record_of(assessments=(replace(assessment, **parts),))  # type: ignore[arg-type] # as above


def said(value: Answer | None, **parts: object) -> RecordedAnswer:
    answer = RecordedAnswer(value=value, changed_at=THEN)
    return replace(answer, **parts)  # type: ignore[arg-type] # parts are named by the tests


def only(mine: ProfileRecord, theirs: ProfileRecord) -> Difference:
    [difference] = differences(mine, theirs).differences
    return difference


ADDED, CHANGED, SKIPPED = DifferenceKind.ADDED, DifferenceKind.CHANGED, DifferenceKind.SKIPPED

JUDGED: list[tuple[RecordedAnswer, RecordedAnswer, DifferenceKind]] = [
    (said(3.0), said(4.0), CHANGED),
    (said(3.0), said(NoAnswer.NOT_APPLICABLE), CHANGED),
    (said(3.0), said(NoAnswer.UNKNOWN), SKIPPED),
    (said(3.0), said(None, is_marked=False), SKIPPED),
    (said(3.0), said(4.0, is_carried=True), SKIPPED),
    (said(3.0), said(3.0, is_carried=True), SKIPPED),
    (said(NoAnswer.UNKNOWN), said(3.0), ADDED),
    (said(NoAnswer.UNKNOWN), said(3.0, is_carried=True), ADDED),
    (said(None), said(3.0), ADDED),
    (said(None), said(NoAnswer.UNKNOWN), ADDED),
    (said(3.0, is_carried=True), said(4.0), ADDED),
    (said(3.0, is_carried=True), said(3.0), ADDED),
    (said(3.0, is_carried=True), said(4.0, is_carried=True), CHANGED),
]


@pytest.mark.parametrize("case", range(len(JUDGED)))
def test_what_was_really_said_stands_against_a_default(case: int) -> None:
    mine, theirs, kind = JUDGED[case]
    difference = only(assessed(mine), assessed(theirs))
    assert (difference.key, difference.kind) == ("answer a q0", kind)
    assert (difference.mine, difference.theirs) == (mine.value, theirs.value)
    both = merged(assessed(mine), assessed(theirs), (), LATER)
    expected = theirs if kind is ADDED else mine
    assert both.assessments[0].answers["q0"] == expected


def test_a_question_that_only_they_answered_is_added_with_its_moment() -> None:
    both = merged(assessed(), assessed(said(3.0)), (), LATER)
    assert both.assessments[0].answers == {"q0": said(3.0)}
    assert both.changed_at == LATER


def test_taking_their_answer_is_written_into_the_history() -> None:
    both = merged(assessed(said(3.0)), assessed(said(4.0)), ["answer a q0"], LATER)
    [change] = both.assessments[0].changes
    assert change == AnswerChange(question_id="q0", old=3.0, new=4.0, changed_at=LATER)


def test_two_histories_become_one_in_the_order_of_time() -> None:
    first = AnswerChange(question_id="q0", old=None, new=1.0, changed_at=THEN)
    second = AnswerChange(question_id="q0", old=1.0, new=({"n": 2.0},), changed_at=LATER)
    mine, theirs = assessed(changes=(second,)), assessed(changes=(first, second, first))
    assert only(mine, theirs).key == "history a"
    closing = AnswerChange(question_id="q0", old=({"n": 2.0},), new=None, changed_at=LATEST)
    assert merged(mine, theirs, (), LATEST).assessments[0].changes == (first, second, closing)


def test_the_history_of_a_merge_ends_at_the_answers_that_stand() -> None:
    change = AnswerChange(question_id="q0", old=None, new=2.0, changed_at=LATER)
    mine, theirs = assessed(said(1.0)), assessed(said(2.0), changes=(change,))
    kept = merged(mine, theirs, (), LATEST).assessments[0]
    assert kept.said() == {"q0": 1.0}
    assert (kept.changes[-1].old, kept.changes[-1].new) == (2.0, 1.0)
    taken = merged(mine, theirs, ["answer a q0"], LATEST).assessments[0]
    assert taken.said() == {"q0": taken.changes[-1].new} == {"q0": 2.0}


def test_different_notes_are_a_conflict_and_an_empty_one_gives_way() -> None:
    mine, theirs = assessed(said(1.0, note="Mine")), assessed(said(1.0, note="Theirs"))
    assert only(mine, theirs).key == "note a q0"
    assert merged(mine, theirs, (), LATER) is mine
    taken = merged(mine, theirs, ["note a q0"], LATER)
    assert taken.assessments[0].answers["q0"].note == "Theirs"
    assert merged(assessed(said(1.0)), theirs, (), LATER).assessments == theirs.assessments
    assert differences(mine, assessed(said(1.0))).skipped == 1


def test_a_mark_for_review_is_kept_from_both_sides() -> None:
    marked, plain = assessed(said(1.0, is_marked=True)), assessed(said(1.0))
    assert merged(plain, marked, (), LATER).assessments == marked.assessments
    assert merged(marked, plain, (), LATER) is marked


FIELDS: list[tuple[ProfileRecord, ProfileRecord, str, DifferenceKind]] = [
    (
        record_of(),
        record_of(profile=Profile(name="Bakery")),
        "profile.name",
        CHANGED,
    ),
    (
        record_of(),
        record_of(profile=Profile(name="Corner Bakery", website="https://a.example/")),
        "profile.website",
        ADDED,
    ),
    (
        record_of(profile=Profile(name="Corner Bakery", language="de")),
        record_of(),
        "profile.language",
        CHANGED,
    ),
    (
        record_of(),
        record_of(profile=Profile(name="Corner Bakery", language="")),
        "profile.language",
        SKIPPED,
    ),
    (record_of(), record_of(brand=Brand(logo=b"png")), "brand.logo", ADDED),
    (
        record_of(brand=Brand(colours=("#000000",))),
        record_of(brand=Brand(colours=("#ffffff",))),
        "brand.colours",
        CHANGED,
    ),
    (record_of(tags=("a",)), record_of(tags=("b", "a")), "tag b", ADDED),
    (record_of(settings={"a": "1"}), record_of(settings={"a": "2"}), "setting a", CHANGED),
    (assessed(), assessed(state=AssessmentState.COMPLETE), "state a", CHANGED),
    (
        assessed(choices=Choices(pinned=frozenset({"x"}))),
        assessed(choices=Choices(pinned=frozenset({"y"}))),
        "choices a pinned",
        CHANGED,
    ),
    (record_of(), assessed(), "assessment a", ADDED),
    (
        record_of(weeks=(LoggedWeek(monday=date(2027, 2, 1), changed_at=THEN, money=1.0),)),
        record_of(weeks=(LoggedWeek(monday=date(2027, 2, 1), changed_at=LATER, money=2.0),)),
        "week 2027-02-01 money",
        CHANGED,
    ),
    (
        record_of(),
        record_of(weeks=(LoggedWeek(monday=date(2027, 2, 1), changed_at=THEN),)),
        "week 2027-02-01",
        ADDED,
    ),
    (
        record_of(enquiries=(Enquiry(id="e", day=date(2027, 2, 1), changed_at=THEN),)),
        record_of(enquiries=(Enquiry(id="e", day=date(2027, 2, 1), changed_at=THEN, words="A"),)),
        "enquiry e words",
        ADDED,
    ),
]


@pytest.mark.parametrize("case", range(len(FIELDS)))
def test_each_field_is_judged_by_itself_under_a_key_of_its_own(case: int) -> None:
    mine, theirs, key, kind = FIELDS[case]
    difference = only(mine, theirs)
    assert (difference.key, difference.kind) == (key, kind)
    both = merged(mine, theirs, [key], LATER)
    expected = mine if kind is SKIPPED else theirs
    left = differences(both, expected).differences
    assert [each.key for each in left if each.kind is not SKIPPED] == []
    assert (both is mine) == (kind is SKIPPED)


def test_new_assessments_stand_where_they_were_made() -> None:
    def made(assessment_id: str, day: int, earlier_id: str = "") -> RecordedAssessment:
        moment = datetime(2027, 1, day, tzinfo=UTC)
        [bare] = assessed().assessments
        return replace(bare, id=assessment_id, created_at=moment, earlier_id=earlier_id)

    mine = record_of(assessments=(made("a", 1), made("c", 3, "a")))
    theirs = record_of(assessments=(made("a", 1), made("b", 2, "a")))
    both = merged(mine, theirs, (), LATER)
    assert [each.id for each in both.assessments] == ["a", "b", "c"]
    early = record_of(assessments=(made("a", 2), made("b", 1, "a")))
    both = merged(record_of(assessments=(made("a", 2),)), early, (), LATER)
    assert [each.id for each in both.assessments] == ["a", "b"]


def test_the_answers_of_a_second_person_are_merged_into_the_newest_assessment() -> None:
    mine = assessed(said(3.0), said(NoAnswer.UNKNOWN), said(1.0))
    theirs = replace(assessed(said(4.0), said(2.0), said(1.0), said("new")), id="y")
    compared = differences(mine, as_answered_in(mine, theirs))
    assert (compared.added, compared.conflicts) == (2, ("answer a q0",))
    both = merged_answers(mine, theirs, ["answer a q0"], LATER)
    assert both.id == mine.id
    assert both.assessments[0].said() == {"q0": 4.0, "q1": 2.0, "q2": 1.0, "q3": "new"}


def test_the_answers_of_a_second_person_begin_an_assessment_where_there_is_none() -> None:
    theirs = replace(assessed(said(4.0), earlier_id="old"), id="y")
    assert merged_answers(record_of(), theirs, (), LATER).assessments[0].earlier_id == ""
    assert merged_answers(theirs, record_of(), (), LATER) is theirs
