"""Break-even: the owner's own figures in the formulas, and one account for each mode."""

from dataclasses import dataclass

from socialplanner.domain.ids import Mode
from socialplanner.domain.roi import Ledger, ratio
from socialplanner.presentation import formats, names
from socialplanner.presentation.summary.parts import Source, TextTable, table

MISSING = "not given"
EASIER = (
    "Networking is easier to trace, because people name the person who sent them. So it gets too "
    "much of the credit: nobody names the three posts read before."
)
HARDER = (
    "Media is harder to trace, and gets too little of the credit. Traced enquiries are a lower "
    "bound in both, never the whole."
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


def break_even_headline(source: Source) -> str:
    """Return what the plan has to bring to pay for itself, as a conclusion."""
    returns = source.assessment.returns
    if returns.break_even_enquiries is not None:
        needed = people(returns.break_even_enquiries, "enquiry", "enquiries")
        return f"The plan pays for itself from {needed} a month on"
    if returns.break_even_customers is not None:
        needed = people(returns.break_even_customers, "new customer", "new customers")
        return f"The plan pays for itself from {needed} a month on"
    if returns.monthly_cost is not None:
        cost = formats.money(returns.monthly_cost, source.currency)
        return f"The plan costs {cost} a month in hours; what it must bring is not known yet"
    return "Count three things for each aim, and ask everybody one question"


def people(amount: float, one: str, many: str) -> str:
    """Return a needed number of people: "about 2.2 customers", "one customer"."""
    text = formats.count(amount)
    return f"about {text} {one if text == '1' else many}"


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
            MISSING if margin is None else formats.money(margin, source.currency),
        ),
        (
            "Customers to break even",
            _quotient(source, cost, margin),
            _count_a_month(returns.break_even_customers),
        ),
        (
            "Enquiries to break even",
            _enquiries_formula(source),
            _count_a_month(returns.break_even_enquiries),
        ),
    ]
    rows += _lifetime_rows(source)
    return table(("", "Your figures in the formula", "Result"), rows, figures=(2,))


def _lifetime_rows(source: Source) -> list[tuple[str, str, str]]:
    """Return what later orders add, where the owner said how many buy again."""
    returns = source.assessment.returns
    if returns.lifetime_value is None:
        return []
    value = formats.money(returns.lifetime_value, source.currency)
    later = _count_a_month(ratio(returns.monthly_cost, returns.lifetime_value))
    quotient = _quotient(source, returns.monthly_cost, returns.lifetime_value)
    return [
        ("Value of a customer over three years", _lifetime_formula(source), value),
        ("Customers to break even, later orders counted", quotient, later),
    ]


def _hours_formula(source: Source, hours: float, weeks: float, rate: float | None) -> str:
    price = MISSING if rate is None else formats.money(rate, source.currency)
    text = f"{formats.half_hours(hours)} h × {formats.number(weeks)} weeks × {price} an hour"
    ads = source.assessment.returns.monthly_ad_cost
    return f"{text} + {formats.money(ads, source.currency)} for paid posts" if ads else text


def _product(source: Source, value: float | None, percent: float | None) -> str:
    first = MISSING if value is None else formats.money(value, source.currency)
    second = MISSING if percent is None else f"{formats.number(percent)}%"
    return f"order value {first} × margin {second}"


def _quotient(source: Source, cost: float | None, margin: float | None) -> str:
    first = "cost" if cost is None else formats.money(cost, source.currency)
    second = "margin" if margin is None else formats.money(margin, source.currency)
    return f"{first} ÷ {second}"


def _enquiries_formula(source: Source) -> str:
    close = source.assessment.business.close_rate
    customers = source.assessment.returns.break_even_customers
    first = "customers" if customers is None else formats.count(customers)
    if close is None:
        return f"{first} ÷ share of enquiries that become customers ({MISSING})"
    return f"{first} ÷ {formats.number(close)} of ten enquiries that become customers"


def _lifetime_formula(source: Source) -> str:
    business, money = source.assessment.business, source.catalogue.parameters.money
    keep = money.retention[business.repeat_buyers or "0"]
    orders = max(1.0, business.orders_per_year or 1.0)
    return (
        f"{formats.number(orders)} order{'' if orders == 1 else 's'} a year, "
        f"{formats.percent(keep)} of customers kept each year; a later year counts "
        f"{formats.percent(money.discount_rate)} less (our assumption)"
    )


def _per_month(source: Source, amount: float | None) -> str:
    return MISSING if amount is None else f"{formats.money(amount, source.currency)} a month"


def _count_a_month(amount: float | None) -> str:
    return MISSING if amount is None else f"{formats.count(amount)} a month"


def _note(source: Source) -> str:
    enquiries = source.assessment.business.enquiries_per_month
    needed = source.assessment.returns.break_even_enquiries
    if enquiries is None or needed is None:
        return "It takes no account of customers who would have come anyway."
    return (
        f"You have about {formats.count(enquiries)} serious enquiries a month now, from all "
        "sources. Those needed here are on top of the ones that would have come anyway; nobody "
        "can see that difference in a few weeks."
    )


def _ledgers(source: Source) -> TextTable:
    rows = [_ledger(source, ledger) for ledger in source.assessment.returns.ledgers]
    head = ("Account", "Hours a week", "Cost a month", "What would have to be true")
    return table(head, rows, figures=(1, 2))


def _ledger(source: Source, ledger: Ledger) -> tuple[str, ...]:
    cost = ledger.monthly_cost
    return (
        names.mode_name(source.catalogue, ledger.mode),
        formats.half_hours(ledger.hours_per_week),
        MISSING if cost is None else formats.money(cost, source.currency),
        _truth(ledger),
    )


def _truth(ledger: Ledger) -> str:
    chain = {
        Mode.MEDIA: "from posts, mails and searches",
        Mode.NETWORK: "from conversations, introductions and recommendations",
    }[ledger.mode]
    if not ledger.hours_per_week:
        return "Nothing: it costs nothing in this plan."
    seen = formats.percent(ledger.traceable_share)
    if ledger.break_even_enquiries is None or ledger.traced_enquiries is None:
        return f"Not known yet. We assume you can trace {seen} of the enquiries {chain}."
    needed = people(ledger.break_even_enquiries, "enquiry", "enquiries")
    traced = formats.count(ledger.traced_enquiries)
    return (
        f"{formats.sentence_case(needed)} a month {chain}. We assume that you can trace {seen} of "
        f"them, so you would see about {traced}."
    )
