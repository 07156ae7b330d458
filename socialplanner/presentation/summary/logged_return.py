"""Return from the log: cost, what was traced and what that is worth, and what is only believed."""

from collections.abc import Callable
from dataclasses import dataclass

from socialplanner.domain.learning import Range
from socialplanner.domain.return_from_log import (
    LoggedReturn,
    money_outside,
    referral_value,
)
from socialplanner.domain.reviewed import Reviewed
from socialplanner.presentation import formats
from socialplanner.presentation.summary import ranges
from socialplanner.presentation.summary.bases import left_out, weeks_in_words
from socialplanner.presentation.summary.credited import Credited, credited
from socialplanner.presentation.summary.ledgers import (
    MISSING,
    coin_words,
    given_words,
    ledgers,
)
from socialplanner.presentation.summary.parts import Source, TextTable, table

CLOCK = (
    "Both accounts run over the same weeks, those whose hours were logged. Money spent is in "
    "neither: the log does not say what it was spent on. “Enquiries, model” are the traced ones "
    "and as many of the others as our guess and your log allow."
)
DOUBT = (
    "The range by the model begins below what the traced enquiries are worth: it doubts the share "
    "that buys, which that figure takes as you gave it."
)
TRACED = (
    "a lower bound of what came, at your own share that buys and your margin of an order: no surer "
    "than that share"
)
NO_WEEKS = "No week with hours counts yet, so there is no return to reckon"
LATER = "What the logged weeks cost, and what is known to have come of them, stands here then."
EASIER = (
    "People name who sent them more easily than the posts that they read before. Networking tends "
    "to get too much of the credit by this, and media too little."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnFromLog:
    """What the logged weeks cost and what is known to have come of them."""

    headline: str
    lead: str
    account: TextTable
    ledgers: TextTable
    notes: tuple[str, ...]
    credited: Credited


def logged_return(source: Source, facts: Reviewed) -> ReturnFromLog:
    """Return cost and return of the logged weeks; without one there is nothing to reckon."""
    found = facts.found.returns
    if not found.weeks:
        nothing, whom = table((), ()), credited(source, facts)
        return ReturnFromLog(
            headline=NO_WEEKS, lead=LATER, account=nothing, ledgers=nothing, notes=(), credited=whom
        )
    return ReturnFromLog(
        headline=_headline(source, found),
        lead=f"{_lead(facts)}{_converted(facts)}",
        account=table(
            ("Over the logged weeks", "Figure", "How"), _account(source, facts), figures=(1,)
        ),
        ledgers=ledgers(source, facts),
        notes=(CLOCK, EASIER, *_below(found)),
        credited=credited(source, facts),
    )


def _headline(source: Source, found: LoggedReturn) -> str:
    if found.cost is None:
        return "What the work cost is not known: the cost of an hour is not given"
    cost = coin_words(source)(found.cost)
    if found.direct_return is None:
        return f"The logged weeks cost {cost}"
    if not found.traced:
        return f"The logged weeks cost {cost}; no enquiry was traced to an activity"
    is_one = found.traced == 1
    traced = (
        f"{formats.in_words(found.traced)} traced {'enquiry is' if is_one else 'enquiries are'}"
    )
    worth = coin_words(source)(found.direct_return)
    return f"The logged weeks cost {cost}; {traced} worth about {worth} at your own share that buys"


def _lead(facts: Reviewed) -> str:
    found = facts.found.returns
    odd = sum(week.is_logged and week.is_odd for week in facts.weeks)
    them = ", those marked as odd too" if odd > 1 else ", the one marked as odd too"
    counts = "counts" if found.weeks == 1 else "count"
    weeks = f"{formats.sentence_case(weeks_in_words(found.weeks))} with hours {counts} here"
    noted = f"{formats.count(found.enquiries)} enquiries were noted in them"
    sentences = (
        f"{weeks}{them if odd else ''}; {noted}, {formats.count(found.traced)} traced.",
        left_out(facts, with_odd=True),
        "What cannot be traced is not nothing; it is not known.",
    )
    return " ".join(filter(None, sentences))


def _converted(facts: Reviewed) -> str:
    """Return that money from before a change of currency is not converted, where there is any."""
    found = facts.currency
    if found is None:
        return ""
    return (
        f" Plans up to {formats.day(found.until)} were in {found.earlier}, your profile is in "
        f"{found.now} now: money logged and answers given before were not converted."
    )


def _account(source: Source, facts: Reviewed) -> list[tuple[str, str, str]]:
    found, coin = facts.found.returns, coin_words(source)
    return [
        ("Hours logged", formats.hours(found.hours), "your log"),
        (
            "Cost of the hours",
            given_words(found.hours_cost, coin),
            "hours, at your cost of an hour",
        ),
        ("Money spent", coin(found.money), _spent(facts, coin)),
        ("Traced enquiries, worth about", given_words(found.direct_return, coin), TRACED),
        ("Return by the model", *_modelled(source, facts, found.modelled_return)),
        ("The same, cautiously", *_cautious(source, facts)),
        *_customers(source, found),
        *_referral(source, found),
    ]


def _spent(facts: Reviewed, coin: Callable[[float], str]) -> str:
    """Return where the money stands, and how much more was spent in weeks that do not count."""
    more = money_outside(facts.case.log.weeks, facts.weeks)
    if not more:
        return "your log"
    return f"your log; {coin(more)} more lies in weeks that do not count: no hours, or not over yet"


def _modelled(source: Source, facts: Reviewed, found: Range | None) -> tuple[str, str]:
    """Return the modelled return as a range; too early below so many outcomes."""
    learning = facts.found.enquiry_learning
    needed = source.catalogue.parameters.review.min_outcomes
    if learning.outcomes < needed:
        return f"too early: {learning.outcomes} of {needed}", "enquiries needed before we say any"
    if not learning.may_conclude:
        return "cannot be told", "too few sources were asked or seen"
    if found is None:
        return MISSING, "it needs margin, repeat buyers and the share that buys"
    how = "your log and our guess; holds eight times in ten, with customers over three years"
    return ranges.money(found, source.currency), how


def _cautious(source: Source, facts: Reviewed) -> tuple[str, str]:
    value, how = _modelled(source, facts, facts.found.returns.cautious_return)
    if facts.found.returns.cautious_return is None:
        return value, how
    return value, "the same with one sale for each customer"


def _below(found: LoggedReturn) -> tuple[str, ...]:
    """Return why a modelled range may begin below what the traced are worth."""
    modelled, traced = found.cautious_return, found.direct_return
    if modelled is None or traced is None or modelled.low >= traced:
        return ()
    return (DOUBT,)


def _customers(source: Source, found: LoggedReturn) -> list[tuple[str, str, str]]:
    coin = coin_words(source)
    return [
        (
            "Cost of a customer, traced",
            given_words(found.cac_traced, coin),
            "if only the traced came of it, at your share that buys: too high",
        ),
        (
            "Cost of a customer, all",
            given_words(found.cac_blended, coin),
            "if every enquiry came of it, at your share that buys: too low",
        ),
        (
            "Customers to break even",
            given_words(found.break_even_customers, formats.count),
            "cost, by the margin of a first order",
        ),
        (
            "Enquiries to break even",
            given_words(found.break_even_enquiries, formats.count),
            "that, by the share that buys",
        ),
        (
            "Worth of a customer",
            given_words(found.lifetime_value, coin),
            "over three years, by your own figures and our rate of interest",
        ),
    ]


def _referral(source: Source, found: LoggedReturn) -> list[tuple[str, str, str]]:
    if found.lifetime_value is None:
        return []
    parameters = source.catalogue.parameters.learning
    value = referral_value(1.0, found.lifetime_value, parameters)
    share = formats.of_ten(parameters.referral_share)
    return [
        (
            "A customer sent to you",
            coin_words(source)(value),
            f"if {share} would not have come otherwise, which is our assumption",
        )
    ]
