"""Change a record: every edit a person can make returns a new record."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum, unique

from socialplanner.domain.answers import Answer
from socialplanner.domain.profile import Choices, Profile
from socialplanner.domain.record import (
    AnswerChange,
    AssessmentState,
    ProfileRecord,
    RecordedAnswer,
    RecordedAssessment,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """When an edit is made: the moment, the local day, and the catalogue then in use."""

    moment: datetime
    day: date
    catalogue_version: str


@unique
class AnswerMark(StrEnum):
    """What became of an answer since the assessment before."""

    TO_CONFIRM = "to_confirm"
    CONFIRMED = "confirmed"
    CHANGED = "changed"
    NEW = "new"


def new_record(record_id: str, profile: Profile, now: Now) -> ProfileRecord:
    """Return a profile of which nothing is known yet but who it is for."""
    return ProfileRecord(
        id=record_id, profile=profile, created_at=now.moment, changed_at=now.moment
    )


def with_assessment(record: ProfileRecord, assessment_id: str, now: Now) -> ProfileRecord:
    """Return the record with an empty assessment begun."""
    begun = RecordedAssessment(
        id=assessment_id,
        day=now.day,
        catalogue_version=now.catalogue_version,
        created_at=now.moment,
    )
    return _touched(record, now, assessments=(*record.assessments, begun))


def with_reassessment(
    record: ProfileRecord,
    assessment_id: str,
    now: Now,
    *,
    renamed: Mapping[str, str],
    earlier_plan: Mapping[str, float] | None,
) -> ProfileRecord:
    """Return the record with an assessment begun from the last one.

    Every answer is carried over to be confirmed or changed; `renamed` gives questions the ids
    they have now. `earlier_plan` is what was followed until now.
    """
    before = record.newest
    if before is None:
        return with_assessment(record, assessment_id, now)
    begun = RecordedAssessment(
        id=assessment_id,
        day=now.day,
        catalogue_version=now.catalogue_version,
        created_at=now.moment,
        earlier_id=before.id,
        answers=_carried_answers(before.answers, renamed),
        choices=replace(before.choices, earlier_plan=earlier_plan, keeps_earlier=False),
    )
    return _touched(record, now, assessments=(*record.assessments, begun))


def with_answer(
    record: ProfileRecord, assessment_id: str, question_id: str, value: Answer | None, now: Now
) -> ProfileRecord:
    """Return the record with a question answered, or opened again where the value is None.

    The change is added to the history and the question becomes the one to resume at; giving a
    carried answer again confirms it.
    """
    assessment = record.assessment(assessment_id)
    before = _answer(record, assessment_id, question_id, now)
    said = replace(before, value=value, is_carried=False, changed_at=now.moment)
    changes = assessment.changes
    if before.value != value:
        change = AnswerChange(
            question_id=question_id, old=before.value, new=value, changed_at=now.moment
        )
        changes = (*changes, change)
    resumed = replace(assessment, changes=changes, position=question_id)
    record = with_changed(record, resumed, now)
    return _with_recorded(record, assessment_id, question_id, said, now)


def with_carried(
    record: ProfileRecord, assessment_id: str, question_id: str, now: Now
) -> ProfileRecord:
    """Return the record with an answer that is to be confirmed again: a confirmation undone."""
    answer = _answer(record, assessment_id, question_id, now)
    carried = replace(answer, is_carried=True)
    return _with_recorded(record, assessment_id, question_id, carried, now)


def with_note(
    record: ProfileRecord, assessment_id: str, question_id: str, note: str, now: Now
) -> ProfileRecord:
    """Return the record with a note at a question; an empty one takes it away."""
    answer = _answer(record, assessment_id, question_id, now)
    noted = replace(answer, note=note, changed_at=now.moment)
    return _with_recorded(record, assessment_id, question_id, noted, now)


def with_mark(
    record: ProfileRecord, assessment_id: str, question_id: str, now: Now, *, is_marked: bool
) -> ProfileRecord:
    """Return the record with a question marked for review, or no longer."""
    answer = _answer(record, assessment_id, question_id, now)
    marked = replace(answer, is_marked=is_marked, changed_at=now.moment)
    return _with_recorded(record, assessment_id, question_id, marked, now)


def with_choices(
    record: ProfileRecord, assessment_id: str, choices: Choices, now: Now
) -> ProfileRecord:
    """Return the record with other choices about the plan."""
    assessment = record.assessment(assessment_id)
    return with_changed(record, replace(assessment, choices=choices), now)


def with_state(
    record: ProfileRecord, assessment_id: str, state: AssessmentState, now: Now
) -> ProfileRecord:
    """Return the record with an assessment completed, or opened again."""
    assessment = record.assessment(assessment_id)
    return with_changed(record, replace(assessment, state=state), now)


def with_changed(record: ProfileRecord, assessment: RecordedAssessment, now: Now) -> ProfileRecord:
    """Return the record with an assessment in the place of the one of the same id."""
    return _touched(
        record,
        now,
        assessments=tuple(
            assessment if each.id == assessment.id else each for each in record.assessments
        ),
    )


def duplicated(record: ProfileRecord, record_id: str, name: str, now: Now) -> ProfileRecord:
    """Return a new profile with all that is known of this one, under another name."""
    return replace(
        record,
        id=record_id,
        profile=replace(record.profile, name=name),
        created_at=now.moment,
        changed_at=now.moment,
        is_sample=False,
        is_archived=False,
    )


def answer_marks(
    record: ProfileRecord, assessment_id: str, renamed: Mapping[str, str]
) -> dict[str, AnswerMark]:
    """Return what became of every answer since the assessment before, by question id."""
    assessment = record.assessment(assessment_id)
    earlier = {each.id: each for each in record.assessments}.get(assessment.earlier_id)
    said = {} if earlier is None else earlier.said()
    before = {renamed.get(key, key): value for key, value in said.items()}
    return {
        key: _mark(answer, before.get(key))
        for key, answer in assessment.answers.items()
        if answer.value is not None
    }


def _mark(answer: RecordedAnswer, before: Answer | None) -> AnswerMark:
    if answer.is_carried:
        return AnswerMark.TO_CONFIRM
    if before is None:
        return AnswerMark.NEW
    return AnswerMark.CONFIRMED if answer.value == before else AnswerMark.CHANGED


def _answer(
    record: ProfileRecord, assessment_id: str, question_id: str, now: Now
) -> RecordedAnswer:
    """Return what is recorded at a question; an open one counts as recorded now, without value."""
    recorded = record.assessment(assessment_id).answers.get(question_id)
    return recorded or RecordedAnswer(value=None, changed_at=now.moment)


def _with_recorded(
    record: ProfileRecord, assessment_id: str, question_id: str, answer: RecordedAnswer, now: Now
) -> ProfileRecord:
    """Return the record with an answer in its place, or without one that says nothing at all."""
    assessment = record.assessment(assessment_id)
    answers = {**assessment.answers, question_id: answer}
    if answer.value is None and not answer.note and not answer.is_marked:
        del answers[question_id]
    return with_changed(record, replace(assessment, answers=answers), now)


def _carried_answers(
    answers: Mapping[str, RecordedAnswer], renamed: Mapping[str, str]
) -> dict[str, RecordedAnswer]:
    """Return answers as the next assessment begins with them, under the ids they have now.

    Where two questions became one, the answer given last stands.
    """
    carried: dict[str, RecordedAnswer] = {}
    for key, answer in sorted(answers.items(), key=lambda pair: pair[1].changed_at):
        if answer.value is not None or answer.note:
            carried[renamed.get(key, key)] = replace(
                answer, is_carried=answer.value is not None, is_marked=False
            )
    return carried


def _touched(
    record: ProfileRecord, now: Now, *, assessments: tuple[RecordedAssessment, ...]
) -> ProfileRecord:
    return replace(record, assessments=assessments, changed_at=now.moment)
