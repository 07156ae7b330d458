"""Return: what the plan costs and what would have to be true for it to pay (section 6.2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Protocol

from socialplanner.domain.business import Business
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.ids import Mode
from socialplanner.domain.parameters import ReturnParameters

ENQUIRIES_OF = 10


class PlannedWeek(Protocol):
    """The hours of a week: those of a plan, or of one that is only supposed."""

    @property
    def hours(self) -> Mapping[str, float]:
        """Return the hours by activity id."""

    @property
    def hours_per_week(self) -> float:
        """Return the hours planned."""

    def hours_of(self, mode: Mode) -> float:
        """Return the hours planned for one mode."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The account of one mode: hours a week, money a month, customers and enquiries to break even.

    `traceable_share` is the hours-weighted prior share 0..1 of resulting enquiries whose source
    can be traced, so `traced_enquiries` is what the owner would see of those needed.
    """

    mode: Mode
    hours_per_week: float
    monthly_cost: float | None
    break_even_customers: float | None
    break_even_enquiries: float | None
    traceable_share: float
    traced_enquiries: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnOnInvestment:
    """What can be said before any result: it rests on the owner's own figures alone.

    Money is in the profile's currency; None where a figure it needs was not given, and then
    `missing` holds the ids of the questions. `lifetime_value` is CLV over three years.
    """

    monthly_hours_cost: float | None
    monthly_ad_cost: float
    monthly_cost: float | None
    margin_per_sale: float | None
    close_share: float | None
    break_even_customers: float | None
    break_even_enquiries: float | None
    lifetime_value: float | None
    ledgers: tuple[Ledger, ...]
    missing: tuple[str, ...]


def expected_return(
    catalogue: Catalogue, business: Business, plan: PlannedWeek
) -> ReturnOnInvestment:
    """Return cost and break-even of a plan."""
    money = catalogue.parameters.money
    hours_cost = monthly_hours_cost(plan.hours_per_week, business.hour_cost, money)
    ads = _ad_cost(catalogue, business, plan)
    cost = None if hours_cost is None else hours_cost + ads
    margin, close = business.margin_per_sale, close_share(business)
    customers = ratio(cost, margin)
    return ReturnOnInvestment(
        monthly_hours_cost=hours_cost,
        monthly_ad_cost=ads,
        monthly_cost=cost,
        margin_per_sale=margin,
        close_share=close,
        break_even_customers=customers,
        break_even_enquiries=ratio(customers, close),
        lifetime_value=lifetime_value(business, money),
        ledgers=tuple(_ledger(catalogue, business, plan, mode, ads) for mode in Mode),
        missing=_missing(business),
    )


def monthly_hours_cost(
    hours_per_week: float, hour_cost: float | None, money: ReturnParameters
) -> float | None:
    """Return ``hours x 4.33 weeks x cost per hour``, or None without a cost per hour."""
    if hour_cost is None:
        return None
    return hours_per_week * money.weeks_per_month * hour_cost


def close_share(business: Business) -> float | None:
    """Return the share 0..1 of serious enquiries that become customers, as the owner said."""
    return None if business.close_rate is None else business.close_rate / ENQUIRIES_OF


def ratio(amount: float | None, per: float | None) -> float | None:
    """Return amount / per, or None where either is unknown or the result has no number."""
    if amount is None or per is None or per <= 0:
        return None
    result = amount / per
    return result if isfinite(result) else None


def lifetime_value(business: Business, money: ReturnParameters) -> float | None:
    """Return ``CLV = sum_{t=0..2} m_year r^t / (1+i)^t``, i = 0.10 a year.

    m_year is margin per order times orders a year (once where that was not said) and r the middle
    of the answer on repeat buyers; None where margin or repeat buyers are unknown.
    """
    margin = business.margin_per_sale
    if margin is None or business.repeat_buyers is None:
        return None
    yearly = margin * max(1.0, business.orders_per_year or 1.0)
    keep = money.retention[business.repeat_buyers] / (1 + money.discount_rate)
    return yearly * sum(keep**year for year in range(money.clv_years))


def _ad_cost(catalogue: Catalogue, business: Business, plan: PlannedWeek) -> float:
    """Return the monthly ad money, 0 where the plan has no paid activity."""
    paid = catalogue.parameters.allocation.paid_activities & plan.hours.keys()
    weekly = business.ad_budget_per_week or 0.0
    return weekly * catalogue.parameters.money.weeks_per_month if paid else 0.0


def _ledger(
    catalogue: Catalogue, business: Business, plan: PlannedWeek, mode: Mode, ads: float
) -> Ledger:
    hours = plan.hours_of(mode)
    cost = monthly_hours_cost(hours, business.hour_cost, catalogue.parameters.money)
    if cost is not None and mode is Mode.MEDIA:
        cost += ads
    customers = ratio(cost, business.margin_per_sale)
    enquiries = ratio(customers, close_share(business))
    traceable = _traceable_share(catalogue, plan, mode)
    return Ledger(
        mode=mode,
        hours_per_week=hours,
        monthly_cost=cost,
        break_even_customers=customers,
        break_even_enquiries=enquiries,
        traceable_share=traceable,
        traced_enquiries=None if enquiries is None else enquiries * traceable,
    )


def _traceable_share(catalogue: Catalogue, plan: PlannedWeek, mode: Mode) -> float:
    hours = plan.hours_of(mode)
    if not hours:
        return 0.0
    planned = ((catalogue.activity(key), amount) for key, amount in plan.hours.items())
    seen = (amount * activity.trackable for activity, amount in planned if activity.mode is mode)
    return sum(seen) / hours


def _missing(business: Business) -> tuple[str, ...]:
    names = ("hour_cost", "order_value", "margin_percent", "close_rate", "repeat_buyers")
    return tuple(f"business.{name}" for name in names if getattr(business, name) is None)
