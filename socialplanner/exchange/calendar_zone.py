"""A time zone as a calendar file states it: its present rules, with the right moment of change."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

DAY: Final = timedelta(days=1)
MINUTE: Final = timedelta(minutes=1)
YEARS: Final = 4
"""How many years a change has to follow one rule to be written as that rule."""
WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEK: Final = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of the clocks: `at` is the time they showed before it."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool


def zone_of(name: str) -> ZoneInfo | None:
    """Return the zone of an IANA name, or None where there is no such zone."""
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        return None


def zone_rules(zone: ZoneInfo, name: str, first: date) -> Timezone:
    """Return what a calendar has to know of a zone from a day on.

    A change that comes by one rule every year stands as that rule, others with their dates.
    """
    begin = datetime(first.year - 1, 1, 1, tzinfo=UTC)
    changes = list(_changes(zone, begin, datetime(begin.year + YEARS, 1, 1, tzinfo=UTC)))
    found = Timezone()
    found.add("tzid", name)
    found.add_component(_part([_standing(zone, begin)], ""))
    for kind in dict.fromkeys(_kind(change) for change in changes):
        alike = [change for change in changes if _kind(change) == kind]
        found.add_component(_part(alike, _rule(alike)))
    return found


def _kind(change: Change) -> tuple[timedelta, timedelta, str]:
    return change.before, change.after, change.name


def _standing(zone: ZoneInfo, at: datetime) -> Change:
    """Return what holds before the first change."""
    local = at.astimezone(zone)
    offset = _offset(at, zone)
    return Change(
        at=at.replace(tzinfo=None),
        before=offset,
        after=offset,
        name=local.tzname() or "",
        is_summer=bool(local.dst()),
    )


def _changes(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[Change]:
    day = begin
    while day < end:
        if _offset(day, zone) != _offset(day + DAY, zone):
            yield _change(zone, _moment(zone, day, day + DAY))
        day += DAY


def _moment(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """Return the first minute of the later offset between two moments."""
    while after - before > MINUTE:
        middle = before + ((after - before) // 2 // MINUTE) * MINUTE
        if _offset(middle, zone) == _offset(before, zone):
            before = middle
        else:
            after = middle
    return after


def _change(zone: ZoneInfo, moment: datetime) -> Change:
    before, local = _offset(moment - MINUTE, zone), moment.astimezone(zone)
    return Change(
        at=moment.replace(tzinfo=None) + before,
        before=before,
        after=_offset(moment, zone),
        name=local.tzname() or "",
        is_summer=bool(local.dst()),
    )


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _rule(changes: Sequence[Change]) -> str:
    """Return the weekday of the month that all changes share, as "-1SU" or "2SU", or ""."""
    days = [change.at for change in changes]
    years, same = {day.year for day in days}, {(day.month, day.time()) for day in days}
    if len(days) < YEARS or len(years) < YEARS or len(same) > 1:
        return ""
    for places in ({_from_end(day) for day in days}, {(day.day - 1) // WEEK + 1 for day in days}):
        if len(places) == 1 and len({day.weekday() for day in days}) == 1:
            return f"{places.pop()}{WEEKDAYS[days[0].weekday()]}"
    return ""


def _from_end(day: datetime) -> int:
    """Return which of its weekday in the month a day is, counted from the end: -1 is the last."""
    following = datetime.combine((day.replace(day=28) + 4 * DAY).replace(day=1), time())
    last = (following - DAY).day
    return -((last - day.day) // WEEK + 1)


def _part(changes: Sequence[Change], rule: str) -> TimezoneStandard | TimezoneDaylight:
    part = TimezoneDaylight() if changes[0].is_summer else TimezoneStandard()
    part.add("dtstart", changes[0].at)
    part.add("tzoffsetfrom", changes[0].before)
    part.add("tzoffsetto", changes[0].after)
    part.add("tzname", changes[0].name)
    if rule:
        part.add("rrule", {"freq": "yearly", "bymonth": changes[0].at.month, "byday": rule})
    elif len(changes) > 1:
        part.add("rdate", [change.at for change in changes[1:]])
    return part
