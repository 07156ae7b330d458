"""The two accounts of the logged weeks, and what their figures have in common."""

from collections.abc import Callable
from math import ceil, floor

from socialplanner.domain.learning import Range
from socialplanner.domain.return_from_log import LoggedLedger
from socialplanner.domain.reviewed import Reviewed
from socialplanner.presentation import formats, names
from socialplanner.presentation.summary import ranges
from socialplanner.presentation.summary.parts import Source, TextTable, table

MISSING = "not given"
NOTHING = "nothing"


def ledgers(source: Source, facts: Reviewed) -> TextTable:
    """Return both accounts side by side."""
    head = ("Account", "Hours", "Cost", "Traced", "Their worth", "Enquiries, model")
    rows = [_ledger(source, facts, each) for each in facts.found.returns.ledgers]
    return table((*head, "Return, model"), rows, figures=(1, 2, 3, 4, 5, 6))


def _ledger(source: Source, facts: Reviewed, ledger: LoggedLedger) -> tuple[str, ...]:
    coin = coin_words(source)
    modelled = ledger.modelled_enquiries
    early = "too early"
    if facts.found.enquiry_learning.outcomes >= source.catalogue.parameters.review.min_outcomes:
        early = "cannot be told"
    money = ledger.modelled_return
    missing = early if modelled is None else MISSING
    return (
        names.mode_name(source.catalogue, ledger.mode),
        formats.hours(ledger.hours),
        given_words(ledger.hours_cost, coin),
        formats.count(ledger.enquiries),
        given_words(ledger.direct_return, coin),
        early if modelled is None else enquiries_in(modelled),
        missing if money is None else returned_in(money, source.currency),
    )


def enquiries_in(found: Range) -> str:
    """Return enquiries of these weeks in whole numbers, one where the ends are the same."""
    first, last = floor(found.low), ceil(found.high)
    if not last:
        return NOTHING
    return f"{first:,} to {last:,}" if last > first else f"{last:,}"


def returned_in(found: Range, currency: str) -> str:
    """Return money as a range."""
    return ranges.money(found, currency) if found.high else NOTHING


def coin_words(source: Source) -> Callable[[float], str]:
    """Return how money is written here: in whole units, for none of it is known to the penny."""
    return lambda amount: formats.money(formats.rounded(amount), source.currency)


def given_words(value: float | None, words: Callable[[float], str]) -> str:
    """Return a figure in words, or that it was not given."""
    return MISSING if value is None else words(value)
