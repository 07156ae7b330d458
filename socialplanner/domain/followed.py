"""What was followed when: plans as they were handed out, and hours that were agreed at reviews."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from socialplanner.domain.editing import Now
from socialplanner.domain.kept_texts import amount_said, entries_of, monday_said, with_entries
from socialplanner.domain.moment import plan_start
from socialplanner.domain.record import ProfileRecord

FOLLOWED: Final = "review.followed"
MOST_FOLLOWED: Final = 12
MOST_HOURS: Final = 168.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedHours:
    """Weekly hours by activity id that were agreed at a review, from a Monday on."""

    monday: date
    hours: Mapping[str, float]


def followed_of(record: ProfileRecord) -> tuple[FollowedHours, ...]:
    """Return the hours that were agreed at reviews, in the order of their weeks."""
    found = entries_of(record, FOLLOWED, _followed)
    return tuple(sorted(found, key=lambda each: each.monday))[-MOST_FOLLOWED:]


def with_followed(record: ProfileRecord, agreed: FollowedHours, now: Now) -> ProfileRecord:
    """Return the record in which these hours are followed, instead of others from that week on."""
    kept = [each for each in followed_of(record) if each.monday < agreed.monday]
    plain = [_plain(each) for each in (*kept, agreed)]
    return with_entries(record, FOLLOWED, plain, MOST_FOLLOWED, now)


def _plain(agreed: FollowedHours) -> dict[str, object]:
    return {"from": agreed.monday.isoformat(), "hours": dict(agreed.hours)}


def without_coming(record: ProfileRecord, today: date, now: Now) -> ProfileRecord:
    """Return the record without agreed hours whose first week has not begun."""
    kept = [each for each in followed_of(record) if each.monday <= today]
    if len(kept) == len(followed_of(record)):
        return record
    return with_entries(record, FOLLOWED, [_plain(each) for each in kept], MOST_FOLLOWED, now)


def followed_from(record: ProfileRecord) -> tuple[FollowedHours, ...]:
    """Return everything that was followed, each from its Monday until the next begins.

    A plan begins on the first Monday on or after the day it was handed out. Of a plan and agreed
    hours from the same Monday the later word holds: the plan where it was made from those hours.
    """
    found = {plan_start(plan.day): plan for plan in record.plans}
    hours = {monday: plan.hours for monday, plan in found.items()}
    for agreed in followed_of(record):
        plan = found.get(agreed.monday)
        if plan is None or plan.choices.earlier_plan != agreed.hours:
            hours[agreed.monday] = agreed.hours
    return tuple(FollowedHours(monday=monday, hours=hours[monday]) for monday in sorted(hours))


def hours_in(followed: Sequence[FollowedHours], monday: date) -> Mapping[str, float] | None:
    """Return the hours that are followed in a week; None before the first."""
    begun = [each for each in followed if each.monday <= monday]
    return begun[-1].hours if begun else None


def _followed(said: Mapping[str, object]) -> FollowedHours | None:
    monday, hours = monday_said(said.get("from")), said.get("hours")
    if monday is None or not isinstance(hours, dict):
        return None
    read = {key: amount_said(amount, MOST_HOURS) for key, amount in hours.items()}
    found = {key: amount for key, amount in read.items() if amount is not None}
    if not found or len(found) < len(read):
        return None
    return FollowedHours(monday=monday, hours=found)
