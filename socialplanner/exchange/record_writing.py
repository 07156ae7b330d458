"""From a record to JSON's own types; record_reading.py leads back."""

from socialplanner.domain.moment import moment_text
from socialplanner.domain.profile import plain_choices, plain_numbers, plain_profile
from socialplanner.domain.record import (
    AnswerChange,
    Enquiry,
    IssuedPlan,
    LoggedWeek,
    ProfileRecord,
    RecordedAnswer,
    RecordedAssessment,
)
from socialplanner.exchange.record_answers import plain_number, plain_value

RECORD_FORMAT = 1
"""The version of this layout; a reader refuses a higher one."""

Plain = dict[str, object]
"""What becomes one JSON object."""


def plain_record(record: ProfileRecord) -> Plain:
    """Return everything a record holds but the logo, which is a file of its own."""
    return {
        "format": RECORD_FORMAT,
        "id": record.id,
        "profile": plain_profile(record.profile),
        "created_at": moment_text(record.created_at),
        "changed_at": moment_text(record.changed_at),
        "tags": list(record.tags),
        "is_archived": record.is_archived,
        "is_sample": record.is_sample,
        "brand": {"colours": list(record.brand.colours), "lines": list(record.brand.lines)},
        "assessments": [_assessment(each) for each in record.assessments],
        "plans": [_plan(each) for each in record.plans],
        "weeks": [_week(each) for each in record.weeks],
        "enquiries": [_enquiry(each) for each in record.enquiries],
        "settings": dict(record.settings),
    }


def _assessment(assessment: RecordedAssessment) -> Plain:
    return {
        "id": assessment.id,
        "day": assessment.day.isoformat(),
        "catalogue_version": assessment.catalogue_version,
        "created_at": moment_text(assessment.created_at),
        "state": assessment.state.value,
        "earlier_id": assessment.earlier_id,
        "position": assessment.position,
        "answers": {key: _recorded(each) for key, each in assessment.answers.items()},
        "changes": [_change(each) for each in assessment.changes],
        "choices": plain_choices(assessment.choices),
    }


def _recorded(answer: RecordedAnswer) -> Plain:
    return {
        "value": plain_value(answer.value),
        "changed_at": moment_text(answer.changed_at),
        "note": answer.note,
        "is_carried": answer.is_carried,
        "is_marked": answer.is_marked,
    }


def _change(change: AnswerChange) -> Plain:
    return {
        "question_id": change.question_id,
        "old": plain_value(change.old),
        "new": plain_value(change.new),
        "changed_at": moment_text(change.changed_at),
    }


def _plan(plan: IssuedPlan) -> Plain:
    return {
        "id": plan.id,
        "assessment_id": plan.assessment_id,
        "issued_at": moment_text(plan.issued_at),
        "day": plan.day.isoformat(),
        "catalogue_version": plan.catalogue_version,
        "profile": plain_profile(plan.profile),
        "answers": {key: plain_value(each) for key, each in plan.answers.items()},
        "choices": plain_choices(plan.choices),
        "hours": plain_numbers(plan.hours),
        "paper": plan.paper,
        "pdf_digest": plan.pdf_digest,
    }


def _week(week: LoggedWeek) -> Plain:
    return {
        "monday": week.monday.isoformat(),
        "changed_at": moment_text(week.changed_at),
        "hours": plain_numbers(week.hours),
        "outcomes": plain_numbers(week.outcomes),
        "money": None if week.money is None else plain_number(week.money),
        "is_odd": week.is_odd,
        "note": week.note,
        **({"origins": dict(week.origins)} if week.origins else {}),
    }


def _enquiry(enquiry: Enquiry) -> Plain:
    return {
        "id": enquiry.id,
        "day": enquiry.day.isoformat(),
        "changed_at": moment_text(enquiry.changed_at),
        "words": enquiry.words,
        "activity_id": enquiry.activity_id,
        "trace": enquiry.trace,
        "note": enquiry.note,
        **({"way": list(enquiry.way)} if enquiry.way else {}),
    }
