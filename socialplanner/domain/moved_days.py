"""A record moved in time by whole weeks: an example that ends now, whenever now is."""

from dataclasses import replace
from datetime import date, timedelta

from socialplanner.domain.editing import Now
from socialplanner.domain.followed import FollowedHours, followed_of, with_followed
from socialplanner.domain.held_reviews import held_of, with_held
from socialplanner.domain.kept_reviews import forecasts_of, planned_tests, with_forecast, with_test
from socialplanner.domain.record import ProfileRecord, RecordedAssessment
from socialplanner.domain.roadmap import WEEK


def moved_to(record: ProfileRecord, day: date) -> ProfileRecord:
    """Return the record whose last change lies in the seven days up to a day."""
    return moved(record, (day - record.changed_at.date()) // WEEK)


def moved(record: ProfileRecord, weeks: int) -> ProfileRecord:
    """Return the record with all its days so many weeks later."""
    by = weeks * WEEK
    found = replace(
        record,
        created_at=record.created_at + by,
        changed_at=record.changed_at + by,
        assessments=tuple(_assessment(each, by) for each in record.assessments),
        plans=tuple(
            replace(each, issued_at=each.issued_at + by, day=each.day + by) for each in record.plans
        ),
        weeks=tuple(
            replace(each, monday=each.monday + by, changed_at=each.changed_at + by)
            for each in record.weeks
        ),
        enquiries=tuple(
            replace(each, day=each.day + by, changed_at=each.changed_at + by)
            for each in record.enquiries
        ),
        settings={name: text for name, text in record.settings.items() if not _is_review(name)},
    )
    return _with_reviews(found, record, by)


def _is_review(name: str) -> bool:
    return name.startswith("review.")


def _assessment(assessment: RecordedAssessment, by: timedelta) -> RecordedAssessment:
    return replace(
        assessment,
        day=assessment.day + by,
        created_at=assessment.created_at + by,
        answers={
            key: replace(answer, changed_at=answer.changed_at + by)
            for key, answer in assessment.answers.items()
        },
        changes=tuple(
            replace(each, changed_at=each.changed_at + by) for each in assessment.changes
        ),
    )


def _with_reviews(found: ProfileRecord, record: ProfileRecord, by: timedelta) -> ProfileRecord:
    """Return the record with what reviews left behind, as much later."""
    now = Now(moment=found.changed_at, day=found.changed_at.date(), catalogue_version="")
    for made in forecasts_of(record):
        found = with_forecast(found, replace(made, first=made.first + by), now)
    for agreed in followed_of(record):
        later = FollowedHours(monday=agreed.monday + by, hours=agreed.hours)
        found = with_followed(found, later, now)
    for day in held_of(record):
        found = with_held(found, day + by, now)
    for test in planned_tests(record):
        found = with_test(found, replace(test, monday=test.monday + by), now)
    return found
