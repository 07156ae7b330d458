"""What a person does with a review, with the way back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from socialplanner.domain.done_rules import with_done, without_done
from socialplanner.domain.editing import with_choices
from socialplanner.domain.followed import (
    FOLLOWED,
    followed_from,
    followed_of,
    hours_in,
    with_followed,
    without_coming,
)
from socialplanner.domain.primary_outcome import primary_outcome_of, with_primary_outcome
from socialplanner.ui.steps import PLACE_CHOICES, PLACE_REPORT, Step

if TYPE_CHECKING:
    from socialplanner.domain.followed import FollowedHours
    from socialplanner.domain.kept_test import KeptTest
    from socialplanner.domain.primary_outcome import PrimaryOutcome
    from socialplanner.domain.record import ProfileRecord
    from socialplanner.ui.ports.shelf import Edit
    from socialplanner.ui.session import Session

PLACE_REVIEW: Final = "review"
HOMES: Final = (PLACE_REPORT, PLACE_REVIEW)
"""Steps that are seen on the page of that key."""


def taking_over(session: Session, now: FollowedHours, proposed: FollowedHours) -> Step:
    """Return that the proposed hours are the plan, until another one is asked for.

    Where nothing was ever handed out, the hours up to now are kept beside them: else nobody would
    know later what they were.
    """
    from socialplanner.domain.kept_reviews import with_reviews_of  # noqa: PLC0415 - with NumPy

    of, before, old = session.assessment_id, session.assessment.choices, session.record

    def edit(record: ProfileRecord) -> ProfileRecord:
        moment = session.program.now()
        if not record.plans and not followed_of(record) and now.hours:
            record = with_followed(record, now, moment)
        record = with_followed(record, proposed, moment)
        chosen = record.assessment(of).choices
        choices = replace(chosen, earlier_plan=proposed.hours, keeps_earlier=True)
        return with_choices(record, of, choices, moment)

    def back(record: ProfileRecord) -> ProfileRecord:
        record = with_choices(record, of, before, session.program.now())
        return with_reviews_of(record, old, (FOLLOWED,))

    return Step(PLACE_REVIEW, edit, back)


def planning_anew(session: Session) -> Step:
    """Return that the plan is free again; an agreement that has not begun is taken back."""
    of, before, old = session.assessment_id, session.assessment.choices, session.record
    today = session.program.today()

    def edit(record: ProfileRecord) -> ProfileRecord:
        moment = session.program.now()
        found = without_coming(record, today, moment)
        chosen = replace(found.assessment(of).choices, keeps_earlier=False)
        if found is not record:  # what was agreed never began: the plan moves from what runs
            chosen = replace(chosen, earlier_plan=hours_in(followed_from(found), today))
        return with_choices(found, of, chosen, moment)

    def back(record: ProfileRecord) -> ProfileRecord:
        from socialplanner.domain.kept_reviews import with_reviews_of  # noqa: PLC0415 - with NumPy

        record = with_choices(record, of, before, session.program.now())
        return with_reviews_of(record, old, (FOLLOWED,))

    return Step(PLACE_CHOICES, edit, back)


def testing(session: Session, planned: KeptTest) -> Step:
    """Return that an on/off test is planned."""
    from socialplanner.domain.kept_reviews import (  # noqa: PLC0415 - NumPy comes with it
        TESTS,
        with_reviews_of,
        with_test,
    )

    old = session.record

    def edit(record: ProfileRecord) -> ProfileRecord:
        return with_test(record, planned, session.program.now())

    return Step(PLACE_REVIEW, edit, lambda record: with_reviews_of(record, old, (TESTS,)))


def counting(session: Session, chosen: PrimaryOutcome) -> Step:
    """Return that another outcome is counted."""
    before = primary_outcome_of(session.record)

    def edit(to: PrimaryOutcome) -> Edit:
        return lambda record: with_primary_outcome(record, to, session.program.now())

    return Step(PLACE_REVIEW, edit(chosen), edit(before))


def marking_done(session: Session, key: str) -> Step:
    """Return that a decision rule is marked as done."""

    def edit(record: ProfileRecord) -> ProfileRecord:
        return with_done(record, key, session.program.now())

    def back(record: ProfileRecord) -> ProfileRecord:
        return without_done(record, key, session.program.now())

    return Step(PLACE_REVIEW, edit, back)
