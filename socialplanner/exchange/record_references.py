"""What one part of a record says of another must hold: ids stand once, and name what is there."""

from collections.abc import Iterable
from itertools import pairwise

from socialplanner.domain.moment import week_of
from socialplanner.domain.record import ProfileRecord
from socialplanner.exchange.spot import Spot


def check_references(spot: Spot, record: ProfileRecord) -> None:
    """Refuse ids that stand twice or name nothing, and weeks that are none or out of order."""
    _check_ids(spot.under("assessments"), (each.id for each in record.assessments))
    _check_ids(spot.under("plans"), (each.id for each in record.plans))
    _check_ids(spot.under("enquiries"), (each.id for each in record.enquiries))
    _check_assessments(spot.under("assessments"), record)
    _check_plans(spot.under("plans"), record)
    _check_weeks(spot.under("weeks"), record)


def _check_ids(spot: Spot, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for place, each in enumerate(ids, 1):
        if each in seen:
            spot.under(str(place)).under("id").refuse(f"“{each}” is the id of an earlier one, too.")
        seen.add(each)


def _check_assessments(spot: Spot, record: ProfileRecord) -> None:
    """Refuse an assessment that was begun from one that does not stand before it."""
    before = {""}
    for place, each in enumerate(record.assessments, 1):
        if each.earlier_id not in before:
            here = spot.under(str(place)).under("earlier_id")
            here.refuse(f"No assessment before this one has the id “{each.earlier_id}”.")
        before.add(each.id)


def _check_plans(spot: Spot, record: ProfileRecord) -> None:
    known = {"", *(each.id for each in record.assessments)}
    for place, plan in enumerate(record.plans, 1):
        if plan.assessment_id not in known:
            here = spot.under(str(place)).under("assessment_id")
            here.refuse(f"There is no assessment of the id “{plan.assessment_id}”.")


def _check_weeks(spot: Spot, record: ProfileRecord) -> None:
    mondays = [week.monday for week in record.weeks]
    for place, monday in enumerate(mondays, 1):
        if monday != week_of(monday):
            spot.under(str(place)).under("monday").refuse(f"{monday} is not a Monday.")
    for place, (earlier, later) in enumerate(pairwise(mondays), 2):
        if later <= earlier:
            here = spot.under(str(place)).under("monday")
            here.refuse(f"{later} does not come after the week before it, {earlier}.")
