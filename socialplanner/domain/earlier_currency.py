"""In which currency money was given before, as far as plans that were handed out tell."""

from dataclasses import dataclass
from datetime import date

from socialplanner.domain.record import ProfileRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierCurrency:
    """Plans up to a day were in another currency than the profile is in now."""

    earlier: str
    now: str
    until: date


def earlier_currency(record: ProfileRecord) -> EarlierCurrency | None:
    """Return the last other currency a plan was handed out in; None where none is known."""
    now = record.profile.currency.strip()
    for plan in sorted(record.plans, key=lambda each: each.day, reverse=True):
        earlier = plan.profile.currency.strip()
        if now and earlier and earlier != now:
            return EarlierCurrency(earlier=earlier, now=now, until=plan.day)
    return None


def currency_of(record: ProfileRecord, assessment_id: str) -> str:
    """Return the currency in which the answers of an assessment were given.

    That of the newest is the profile's; an earlier one has that of the plan handed out of it.
    """
    issued = [plan for plan in record.plans if plan.assessment_id == assessment_id]
    is_newest = record.newest is not None and record.newest.id == assessment_id
    return record.profile.currency if is_newest or not issued else issued[-1].profile.currency
