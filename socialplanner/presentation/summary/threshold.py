"""What breaking even takes, in a headline, a figure and a phrase."""

from socialplanner.domain.assessment import Assessment
from socialplanner.presentation import formats
from socialplanner.presentation.summary.parts import Source

ENQUIRY = ("extra enquiry", "extra enquiries")
CUSTOMER = ("new customer", "new customers")
MONTHS_A_YEAR, FROM_YEARS, MOST_YEARS = 12, 24, 100
MONTHLY = 0.5
"""From this many a month on a count a month is printed; fewer stand as one in so many months."""


def break_even_headline(source: Source) -> str:
    """Return what the plan has to earn to pay for itself, as a conclusion."""
    found = source.assessment.returns
    if found.monthly_cost is None:
        return "Count a few things for each aim, and ask every enquiry one question"
    cost = formats.money(found.monthly_cost, source.currency)
    if not found.monthly_cost:
        return "By your figures, the plan costs time but no money"
    if found.break_even_customers is None:
        unknown = (
            "a first order that leaves nothing cannot pay for it"
            if leaves_nothing(source.assessment)
            else "what it must earn is not known yet"
        )
        return f"The plan costs {cost} a month; {unknown}"
    if found.break_even_enquiries is None:
        needed = a_month(found.break_even_customers, CUSTOMER)
    else:
        needed = a_month(found.break_even_enquiries, ENQUIRY)
    return f"To pay for itself, the plan needs {needed}"


def break_even_figure(source: Source) -> tuple[str, str] | None:
    """Return the number needed and what it counts, or None where it cannot be worked out."""
    found = source.assessment.returns
    for amount, nouns in (
        (found.break_even_enquiries, ENQUIRY),
        (found.break_even_customers, CUSTOMER),
    ):
        if amount:
            value, noun, often = _number(amount, nouns)
            return value, f"{noun} {often} to break even"
    return None


def a_month(amount: float, nouns: tuple[str, str]) -> str:
    """Return "about 2.2 new customers a month", "about one new customer in 4 months"."""
    value, noun, often = _number(amount, nouns)
    return f"about {'one' if value == '1' else value} {noun} {often}"


def rate(amount: float) -> str:
    """Return a number a month for a table: "4.9 a month", "1 in 4 months", "none"."""
    if not amount:
        return "none"
    value, _, often = _number(amount, ENQUIRY)
    return f"{value} {often}"


def leaves_nothing(assessment: Assessment) -> bool:
    """Return whether the owner's figures leave nothing of a first order."""
    margin = assessment.returns.margin_per_sale
    return margin is not None and margin <= 0


def wins_nobody(assessment: Assessment) -> bool:
    """Return whether by the owner's figures no enquiry becomes a customer."""
    close = assessment.returns.close_share
    return close is not None and close <= 0


def _span(amount: float) -> str:
    """Return how long one takes at so many a month; a century is long enough for any plan."""
    if amount * MOST_YEARS * MONTHS_A_YEAR < 1:
        return f"more than {MOST_YEARS}{formats.SPACE}years"
    months = formats.rounded(1 / amount)
    if months < FROM_YEARS:
        return f"{formats.number(months)}{formats.SPACE}months"
    return f"{formats.number(formats.rounded(months / MONTHS_A_YEAR))}{formats.SPACE}years"


def _number(amount: float, nouns: tuple[str, str]) -> tuple[str, str, str]:
    """Return a number, the noun that goes with it, and how often."""
    one, many = nouns
    if amount < MONTHLY:
        return "1", one, f"in {_span(amount)}"
    value = formats.count(amount)
    return value, one if value == "1" else many, "a month"
