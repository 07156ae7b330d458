"""Several answers given as one step, which is taken back as one."""

from collections.abc import Mapping

from socialplanner.domain.answers import Answer
from socialplanner.domain.editing import Now, with_answer, with_carried
from socialplanner.domain.record import ProfileRecord, RecordedAnswer


def with_answers(
    record: ProfileRecord, assessment_id: str, values: Mapping[str, Answer], now: Now
) -> ProfileRecord:
    """Return the record with several questions answered."""
    for question_id, value in values.items():
        record = with_answer(record, assessment_id, question_id, value, now)
    return record


def with_answers_back(
    record: ProfileRecord,
    assessment_id: str,
    before: Mapping[str, RecordedAnswer | None],
    now: Now,
) -> ProfileRecord:
    """Return the record with several questions answered as they were before."""
    for question_id, recorded in before.items():
        value = None if recorded is None else recorded.value
        record = with_answer(record, assessment_id, question_id, value, now)
        if recorded is not None and recorded.is_carried:
            record = with_carried(record, assessment_id, question_id, now)
    return record
