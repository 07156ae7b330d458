"""Break-even: the owner's own figures in the formulas, and one account for each mode."""

from dataclasses import dataclass

from socialplanner.domain.ids import Mode
from socialplanner.domain.roi import ENQUIRIES_OF, Ledger, ratio
from socialplanner.presentation import formats, names
from socialplanner.presentation.summary.parts import Source, TextTable, table
from socialplanner.presentation.summary.threshold import (
    ENQUIRY,
    a_month,
    leaves_nothing,
    rate,
    wins_nobody,
)

MISSING = "not given"
OPEN = "not known yet"
IMPOSSIBLE = "no number is enough"
FEW = 0.1
"""Fewer customers a month than this stand in a formula as the quotient they come from."""

THEM = ("of them", "of them")
CHAINS = {
    Mode.MEDIA: "from posts, mails and searches",
    Mode.NETWORK: "from conversations, introductions and recommendations",
}
EASIER = (
    "Networking is usually easier to trace, because people name the person who sent them. So it "
    "tends to get too much of the credit: few people name the posts they read before."
)
HARDER = (
    "Media is usually harder to trace, and tends to get too little of the credit. Traced "
    "enquiries are a lower bound in both, never the whole."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakEven:
    """What would have to be true for the plan to pay, in formulas and in two accounts."""

    formulas: TextTable
    note: str
    ledgers: TextTable
    honesty: tuple[str, ...]


def break_even(source: Source) -> BreakEven:
    """Return what breaking even takes."""
    return BreakEven(
        formulas=_formulas(source),
        note=_note(source),
        ledgers=_ledgers(source),
        honesty=(EASIER, HARDER),
    )


def _formulas(source: Source) -> TextTable:
    returns, business = source.assessment.returns, source.assessment.business
    plan, money = source.assessment.plan, source.catalogue.parameters.money
    cost, margin = returns.monthly_cost, returns.margin_per_sale
    rows = [
        (
            "Cost of the plan",
            _hours_formula(source, plan.hours_per_week, money.weeks_per_month, business.hour_cost),
            _per_month(source, cost),
        ),
        (
            "Margin of a first order",
            _product(source, business.order_value, business.margin_percent),
            OPEN if margin is None else formats.money(margin, source.currency),
        ),
        (
            "Customers to break even",
            _quotient(source, cost, margin),
            _result(returns.break_even_customers, is_hopeless=leaves_nothing(source.assessment)),
        ),
        (
            "Enquiries to break even",
            _enquiries_formula(source),
            _result(returns.break_even_enquiries, is_hopeless=_is_hopeless(source)),
        ),
    ]
    rows += _lifetime_rows(source)
    return table(("", "Your figures in the formula", "Result"), rows, figures=(2,))


def _lifetime_rows(source: Source) -> list[tuple[str, str, str]]:
    """Return what later orders add, where the owner said how many buy again."""
    returns = source.assessment.returns
    if returns.lifetime_value is None or leaves_nothing(source.assessment):
        return []
    value = formats.money(returns.lifetime_value, source.currency)
    later = _result(ratio(returns.monthly_cost, returns.lifetime_value), is_hopeless=False)
    quotient = _quotient(source, returns.monthly_cost, returns.lifetime_value)
    return [
        ("Value of a customer over three years", _lifetime_formula(source), value),
        ("Customers to break even, later orders counted", quotient, later),
    ]


def _hours_formula(source: Source, hours: float, weeks: float, rate: float | None) -> str:
    price = f"cost of an hour ({MISSING})" if rate is None else _an_hour(source, rate)
    text = f"{formats.half_hours(hours)} h × {formats.number(weeks)} weeks × {price}"
    ads = source.assessment.returns.monthly_ad_cost
    return f"{text} + {formats.money(ads, source.currency)} for paid posts" if ads else text


def _an_hour(source: Source, rate: float) -> str:
    return f"{formats.money(rate, source.currency)} an hour"


def _product(source: Source, value: float | None, percent: float | None) -> str:
    first = f"({MISSING})" if value is None else formats.money(value, source.currency)
    second = f"({MISSING})" if percent is None else f"{formats.number(percent)}%"
    return f"order value {first} × margin {second}"


def _quotient(source: Source, cost: float | None, margin: float | None) -> str:
    first = "cost" if cost is None else formats.money(cost, source.currency)
    second = "margin" if margin is None else formats.money(margin, source.currency)
    return f"{first} ÷ {second}"


def _enquiries_formula(source: Source) -> str:
    close = source.assessment.business.close_rate
    customers = source.assessment.returns.break_even_customers
    first = "customers" if customers is None else formats.number(round(customers, 2))
    if customers is not None and customers < FEW:
        returns = source.assessment.returns
        first = _quotient(source, returns.monthly_cost, returns.margin_per_sale)
    if close is None:
        return f"{first} ÷ share of enquiries that become customers ({MISSING})"
    share = formats.number(close / ENQUIRIES_OF)
    return f"{first} ÷ {share} ({formats.number(close)} of ten enquiries become customers)"


def _lifetime_formula(source: Source) -> str:
    business, money = source.assessment.business, source.catalogue.parameters.money
    margin = formats.money(source.assessment.returns.margin_per_sale or 0.0, source.currency)
    keep = formats.number(100 * money.retention[business.repeat_buyers or "0"])
    later = formats.number(100 * money.discount_rate)
    years = formats.in_words(round(money.clv_years))
    return (
        f"{margin} × {_orders(business.orders_per_year)}, over {years} years; we assume that "
        f"{keep}% of customers stay each year and that a later year counts {later}% less"
    )


def _orders(said: float | None) -> str:
    """Return the orders a year that are counted: at least one, also where nothing was said."""
    if said is None or said <= 1:
        return "one order a year" + ("" if said == 1 else " (the least we count)")
    return f"{formats.number(said)} orders a year"


def _per_month(source: Source, amount: float | None) -> str:
    return OPEN if amount is None else f"{formats.money(amount, source.currency)} a month"


def _result(amount: float | None, *, is_hopeless: bool) -> str:
    if amount is None:
        return IMPOSSIBLE if is_hopeless else OPEN
    return rate(amount)


def _is_hopeless(source: Source) -> bool:
    """Return whether no number of enquiries is enough, by the owner's figures."""
    return leaves_nothing(source.assessment) or wins_nobody(source.assessment)


def _note(source: Source) -> str:
    now = source.assessment.business.enquiries_per_month
    needed = source.assessment.returns.break_even_enquiries
    if source.assessment.returns.monthly_cost == 0:
        return "By your figures an hour costs nothing, so there is no cost to earn back."
    extra = "Extra and new mean: on top of those who would have come anyway."
    if now is None or needed is None:
        return extra
    if not now:
        return f"{extra} You have no serious enquiries now."
    have = f"{formats.number(now)} serious {'enquiry' if now == 1 else 'enquiries'} a month"
    if needed > now:
        return f"{extra} You have {have} now, from all sources: fewer than that."
    small = "A small difference does not show in a few weeks."
    return f"{extra} You have {have} now, from all sources. {small}"


def _ledgers(source: Source) -> TextTable:
    rows = [_ledger(source, ledger) for ledger in source.assessment.returns.ledgers]
    head = ("Account", "Hours a week", "Cost a month", "What would have to be true")
    return table(head, rows, figures=(1, 2))


def _ledger(source: Source, ledger: Ledger) -> tuple[str, ...]:
    cost = ledger.monthly_cost
    return (
        names.mode_name(source.catalogue, ledger.mode),
        formats.half_hours(ledger.hours_per_week),
        OPEN if cost is None else formats.money(cost, source.currency),
        _truth(source, ledger),
    )


def _truth(source: Source, ledger: Ledger) -> str:
    """Return what would have to be true for one mode to pay, and what of it would be seen."""
    if not ledger.hours_per_week:
        return "Nothing: the plan spends no hours here."
    if ledger.monthly_cost == 0:
        return "Nothing: by your figures it costs no money."
    chain, seen = CHAINS[ledger.mode], formats.percent(ledger.traceable_share)
    if ledger.break_even_enquiries is None or ledger.traced_enquiries is None:
        why = "No number of enquiries is enough" if _is_hopeless(source) else "Not known yet"
        return f"{why}. We assume that you can trace {seen} of the enquiries {chain}."
    needed = formats.sentence_case(a_month(ledger.break_even_enquiries, ENQUIRY))
    shown = a_month(ledger.traced_enquiries, THEM) if ledger.traced_enquiries else "none of them"
    return f"{needed} {chain}. We assume that you can trace {seen}, so you would see {shown}."
