"""Which backups to keep: close together for the last days, further apart the older they are."""

from collections.abc import Callable, Collection, Hashable
from datetime import date, datetime, timedelta

KEEP_ALL = timedelta(days=2)
DAILY, WEEKLY, MONTHLY = 12, 10, 9


def kept(moments: Collection[datetime], now: datetime) -> frozenset[datetime]:
    """Return the backups to keep of those made at these moments.

    All of the last two days; before that the last one of each of 12 days, 10 weeks and 9 months
    that have any (after the schedule of Anki). The newest is always among them; a clock that was
    wrong once, so that some lie in the future, takes none away.
    """
    recent = {moment for moment in moments if now - moment <= KEEP_ALL}
    older = sorted((moment for moment in moments if moment not in recent), reverse=True)
    spans = ((_day, DAILY), (_week, WEEKLY), (_month, MONTHLY))
    spaced = {moment for key, count in spans for moment in _last_of_each(older, key, count)}
    newest = {max(moments)} if moments else set[datetime]()
    return frozenset(recent | spaced | newest)


def _last_of_each(
    newest_first: list[datetime], key: Callable[[datetime], Hashable], count: int
) -> list[datetime]:
    """Return the last moment of each span that has one, for the latest spans only."""
    found: dict[Hashable, datetime] = {}
    for moment in newest_first:
        found.setdefault(key(moment), moment)
    return list(found.values())[:count]


def _day(moment: datetime) -> date:
    return moment.date()


def _week(moment: datetime) -> tuple[int, int]:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> tuple[int, int]:
    return moment.year, moment.month
