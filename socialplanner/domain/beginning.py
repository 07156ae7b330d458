"""Begin: a new profile with its first assessment, or the next assessment from the last one."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from socialplanner.domain.answers import Answers
from socialplanner.domain.editing import (
    Now,
    new_record,
    with_answer,
    with_assessment,
    with_changed,
    with_reassessment,
    with_state,
)
from socialplanner.domain.followed import followed_from, hours_in
from socialplanner.domain.profile import Choices, Profile
from socialplanner.domain.record import AssessmentState, ProfileRecord


def begun(profile: Profile, record_id: str, assessment_id: str, now: Now) -> ProfileRecord:
    """Return a new profile with an empty assessment."""
    return with_assessment(new_record(record_id, profile, now), assessment_id, now)


def filled(
    record: ProfileRecord, answers: Answers, choices: Choices, day: date | None, now: Now
) -> ProfileRecord:
    """Return the record with its newest assessment answered and chosen in, as of a day."""
    newest = record.assessments[-1]
    chosen = replace(newest, day=day or now.day, choices=choices)
    record = with_changed(record, chosen, now)
    for question_id, answer in answers.items():
        record = with_answer(record, newest.id, question_id, answer, now)
    return record


def reassessed(
    record: ProfileRecord, assessment_id: str, renamed: Mapping[str, str], now: Now
) -> ProfileRecord:
    """Return the record with its last assessment complete and the next one begun from it."""
    last, followed = record.newest, followed_from(record)
    if last is not None:
        record = with_state(record, last.id, AssessmentState.COMPLETE, now)
    return with_reassessment(
        record,
        assessment_id,
        now,
        renamed=renamed,
        earlier_plan=hours_in(followed, now.day) or (followed[-1].hours if followed else None),
    )
