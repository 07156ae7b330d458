"""From a record to the rows of its file; store/reading.py leads back.

What is nested and never searched (lists, hours by activity) is one column of JSON text.
"""

import json
from collections.abc import Mapping

from socialplanner.domain.answers import Answer, plain_answer
from socialplanner.domain.moment import moment_text
from socialplanner.domain.profile import plain_choices, plain_numbers, plain_profile
from socialplanner.domain.record import (
    AnswerChange,
    Brand,
    Enquiry,
    IssuedPlan,
    LoggedWeek,
    ProfileRecord,
    RecordedAnswer,
    RecordedAssessment,
)
from socialplanner.store.tables import Row


def json_text(value: object) -> str:
    """Return a value as JSON in one line; the same value gives the same text."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def profile_row(record: ProfileRecord) -> Row:
    """Return the one row that says who it is for."""
    return {
        "id": record.id,
        **plain_profile(record.profile),
        "tags": json_text(record.tags),
        "is_archived": int(record.is_archived),
        "is_sample": int(record.is_sample),
        "created_at": moment_text(record.created_at),
        "changed_at": moment_text(record.changed_at),
    }


def brand_row(record_id: str, brand: Brand) -> Row:
    """Return the one row of the brand."""
    return {
        "id": record_id,
        "colours": json_text(brand.colours),
        "lines": json_text(brand.lines),
        "logo": brand.logo,
    }


def assessment_row(place: int, assessment: RecordedAssessment) -> Row:
    """Return the row of an assessment without its answers."""
    return {
        "id": assessment.id,
        "place": place,
        "day": assessment.day.isoformat(),
        "catalogue_version": assessment.catalogue_version,
        "created_at": moment_text(assessment.created_at),
        "state": assessment.state.value,
        "earlier_id": assessment.earlier_id,
        "position": assessment.position,
        "choices": json_text(plain_choices(assessment.choices)),
    }


def answer_row(assessment_id: str, question_id: str, answer: RecordedAnswer) -> Row:
    """Return the row of one answer."""
    return {
        "assessment_id": assessment_id,
        "question_id": question_id,
        "value": answer_text(answer.value),
        "note": answer.note,
        "is_carried": int(answer.is_carried),
        "is_marked": int(answer.is_marked),
        "changed_at": moment_text(answer.changed_at),
    }


def change_row(assessment_id: str, place: int, change: AnswerChange) -> Row:
    """Return the row of one change of an answer."""
    return {
        "assessment_id": assessment_id,
        "place": place,
        "question_id": change.question_id,
        "old": answer_text(change.old),
        "new": answer_text(change.new),
        "changed_at": moment_text(change.changed_at),
    }


def plan_row(place: int, plan: IssuedPlan) -> Row:
    """Return the row of a plan as it was issued."""
    inputs = {
        "profile": plain_profile(plan.profile),
        "answers": {key: plain_answer(value) for key, value in plan.answers.items()},
        "choices": plain_choices(plan.choices),
    }
    return {
        "id": plan.id,
        "place": place,
        "assessment_id": plan.assessment_id,
        "issued_at": moment_text(plan.issued_at),
        "day": plan.day.isoformat(),
        "catalogue_version": plan.catalogue_version,
        "inputs": json_text(inputs),
        "hours": json_text(plain_numbers(plan.hours)),
        "paper": plan.paper,
        "pdf_digest": plan.pdf_digest,
    }


def week_row(week: LoggedWeek) -> Row:
    """Return the row of a logged week."""
    return {
        "monday": week.monday.isoformat(),
        "hours": json_text(plain_numbers(week.hours)),
        "outcomes": json_text(plain_numbers(week.outcomes)),
        "money": None if week.money is None else json_text(float(week.money)),
        "is_odd": int(week.is_odd),
        "note": week.note,
        "changed_at": moment_text(week.changed_at),
    }


def enquiry_row(place: int, enquiry: Enquiry) -> Row:
    """Return the row of an enquiry."""
    return {
        "id": enquiry.id,
        "place": place,
        "day": enquiry.day.isoformat(),
        "words": enquiry.words,
        "activity_id": enquiry.activity_id,
        "trace": enquiry.trace,
        "note": enquiry.note,
        "changed_at": moment_text(enquiry.changed_at),
    }


def way_row(enquiry_id: str, way: tuple[str, ...]) -> Row:
    """Return the row of the contacts before an enquiry."""
    return {"enquiry_id": enquiry_id, "contacts": json_text(way)}


def origin_row(monday: str, origins: Mapping[str, str]) -> Row:
    """Return the row of what the figures of a week were read from."""
    return {"monday": monday, "origins": json_text(dict(origins))}


def setting_row(name: str, value: str) -> Row:
    """Return the row of a setting."""
    return {"name": name, "value": value}


def answer_text(answer: Answer | None) -> str | None:
    """Return an answer as JSON, and none as none."""
    return None if answer is None else json_text(plain_answer(answer))
