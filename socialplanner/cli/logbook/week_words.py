"""What is said of a week that is logged or taken out of the logbook."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from socialplanner.domain.record import LoggedWeek
from socialplanner.messages import visible
from socialplanner.presentation import formats

LONG_BEFORE: Final = timedelta(weeks=52)
"""A week so long before all others was perhaps meant to be another."""


def plain_words(text: str) -> str:
    """Return a text in one line for a terminal: ordinary spaces, nothing unprintable."""
    return visible(text.replace("\u00a0", " ").replace("\u202f", " "))


def contents(week: LoggedWeek) -> str:
    """Return all that a week holds, so that it can be typed again; "" where it holds nothing."""
    return "; ".join(map(plain_words, _contents(week)))


def _contents(week: LoggedWeek) -> Iterator[str]:
    for key, amount in week.hours.items():
        yield f"{key} {_figure(amount)} h"
    for key, amount in week.outcomes.items():
        yield f"{key} {_figure(amount)}"
    if week.money is not None:
        yield f"money {_figure(week.money)}"
    if week.is_odd:
        yield "odd"
    if week.note:
        yield f"note “{week.note}”"


def _figure(amount: float) -> str:
    """Return a number as it can be typed."""
    return f"{amount:.12g}"


def long_ago(monday: date, others: Sequence[LoggedWeek], today: date) -> str:
    """Return a warning for a week long before all others, or before today where it is alone."""
    first = min((each.monday for each in others), default=None)
    if monday + LONG_BEFORE > (first or today):
        return ""
    if first is None:
        beside = "more than a year ago"
    else:
        beside = f"more than a year before the first week of the logbook, {formats.day(first)}"
    return plain_words(
        f"Warning: the week of {formats.day(monday)} is {beside}. It is kept; if it was a slip, "
        f"take it out with log add --week {monday.isoformat()} --remove."
    )
