"""What a person does to the logbook, with the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from socialplanner.domain.logbook import (
    weeks_before,
    with_enquiries,
    with_enquiry,
    with_week,
    with_weeks,
    without_enquiry,
    without_week,
)
from socialplanner.domain.moment import week_of
from socialplanner.ui.steps import Step

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from socialplanner.domain.record import Enquiry, LoggedWeek, ProfileRecord
    from socialplanner.ui.ports.shelf import Edit
    from socialplanner.ui.session import Session

PLACE_LOGBOOK: Final = "logbook"
"""The key of the page, and what places on it begin with: a colon and the Monday come after."""


def place_of(monday: date) -> str:
    """Return where a week is seen."""
    return f"{PLACE_LOGBOOK}:{monday.isoformat()}"


def logging_week(session: Session, week: LoggedWeek) -> Step:
    """Return that a week is logged, or logged otherwise."""
    return taking_weeks(
        session, (week.monday,), lambda record: with_week(record, week, session.program.now())
    )


def removing_week(session: Session, monday: date) -> Step:
    """Return that a week is taken out of the logbook."""
    return taking_weeks(
        session, (monday,), lambda record: without_week(record, monday, session.program.now())
    )


def taking_weeks(session: Session, mondays: Iterable[date], edit: Edit) -> Step:
    """Return an edit of some weeks, which are put back as they were."""
    before = weeks_before(session.record, mondays)
    first = min(before)

    def back(record: ProfileRecord) -> ProfileRecord:
        return with_weeks(record, before, session.program.now())

    return Step(place_of(first), edit, back)


def noting_enquiry(session: Session, enquiry: Enquiry) -> Step:
    """Return that an enquiry is noted, or noted otherwise."""
    return _of_enquiries(
        session,
        enquiry.day,
        lambda record: with_enquiry(record, enquiry, session.program.now()),
    )


def removing_enquiry(session: Session, enquiry: Enquiry) -> Step:
    """Return that an enquiry is taken out."""
    return _of_enquiries(
        session,
        enquiry.day,
        lambda record: without_enquiry(record, enquiry.id, session.program.now()),
    )


def _of_enquiries(session: Session, day: date, edit: Edit) -> Step:
    before = session.record.enquiries

    def back(record: ProfileRecord) -> ProfileRecord:
        return with_enquiries(record, before, session.program.now())

    return Step(place_of(week_of(day)), edit, back)
