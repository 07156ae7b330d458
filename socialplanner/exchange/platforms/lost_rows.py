"""Find the weeks that may lack something, because a row was refused."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from socialplanner.domain.moment import week_of
from socialplanner.exchange.platforms.readings import Reading, Refusal
from socialplanner.exchange.platforms.weeks import Span

_WEEK = timedelta(weeks=1)


def lost_weeks(
    read: Sequence[Reading | Refusal], span: Span, *, one_row_a_day: bool
) -> frozenset[date]:
    """Return the weeks that a refused row may belong to.

    A row without a day belongs somewhere between those before and after it; where the rows are in
    no order, to any week. With one row for each day, no row is lacking where all days are.
    """
    lost = [each for each in read if isinstance(each, Refusal) and each.is_lost]
    sure = {week_of(each.day) for each in lost if each.day is not None}
    if not span.days or all(each.day is not None for each in lost):
        return frozenset(sure)
    unsure = set(_between(read, span))
    if one_row_a_day:
        unsure = {monday for monday in unsure if not span.is_whole(monday)}
    return frozenset(sure | unsure)


@dataclass(frozen=True, slots=True)
class _Ends:
    """Where a table begins and ends."""

    first: date
    last: date


def _between(read: Sequence[Reading | Refusal], span: Span) -> Iterator[date]:
    """Yield the weeks around each row without a day."""
    days = [each.day for each in read if each.day is not None]
    ends = _Ends(min(span.days), max(span.days))
    if all(a <= b for a, b in pairwise(days)):
        runs = _runs(read, ends)
    elif all(a >= b for a, b in pairwise(days)):
        runs = _runs(read[::-1], ends)
    else:
        yield from span.weeks
        return
    for low, high in runs:
        monday = week_of(low)
        while monday <= high:
            yield monday
            monday += _WEEK


def _runs(read: Sequence[Reading | Refusal], ends: _Ends) -> set[tuple[date, date]]:
    """Return the days before and after each row without one; the rows are in order."""
    found: set[tuple[date, date]] = set()
    before, is_open = ends.first, False
    for each in read:
        if each.day is None:
            is_open = is_open or each.is_lost
            continue
        if is_open:
            found.add((before, each.day))
        before, is_open = each.day, False
    if is_open:
        found.add((before, max(before, ends.last)))
    return found
