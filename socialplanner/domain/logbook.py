"""The logbook as a person keeps it: weeks and enquiries, found, changed and taken back.

A week is named by its Monday and found by any of its days. Weeks may be missed: nothing here
fills them in.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.editing import Now
from socialplanner.domain.followed import followed_from, hours_in
from socialplanner.domain.moment import week_of
from socialplanner.domain.record import Enquiry, LoggedWeek, ProfileRecord

WEEK: Final = timedelta(weeks=1)
FRIDAY, SUNDAY = timedelta(days=4), timedelta(days=6)

SEARCH: Final = "search_or_map"
WORD_OF_MOUTH: Final = "word_of_mouth"
DECOY: Final = "cinema_advert"
"""What is no activity and yet an answer; nobody can truly say the last, who never had one."""

ELSEWHERE: Final = (SEARCH, WORD_OF_MOUTH, DECOY)

TAG: Final = "tag"
CODE: Final = "code"
ASKED: Final = "asked"
NOT_ASKED: Final = ""
TRACES: Final = (ASKED, TAG, CODE, NOT_ASKED)
"""How one knows where an enquiry came from."""

WeeksBefore = Mapping[date, LoggedWeek | None]
"""Weeks by their Mondays as they were; None where there was none."""


def logged_week(record: ProfileRecord, day: date) -> LoggedWeek | None:
    """Return the week that a day is in, None where it was not logged."""
    monday = week_of(day)
    return next((week for week in record.weeks if week.monday == monday), None)


def with_week(record: ProfileRecord, week: LoggedWeek, now: Now) -> ProfileRecord:
    """Return the record with a week in the place of what was logged of it; any day names it.

    A week that says nothing at all is taken out. A figure that is another than before was typed.
    """
    monday = week_of(week.monday)
    before = logged_week(record, monday)
    known = {} if before is None else before.outcomes
    origins = {
        key: origin
        for key, origin in week.origins.items()
        if key in week.outcomes and known.get(key) == week.outcomes[key]
    }
    said = replace(week, monday=monday, changed_at=now.moment, origins=origins)
    return with_weeks(record, {monday: None if says_nothing(said) else said}, now)


def without_week(record: ProfileRecord, day: date, now: Now) -> ProfileRecord:
    """Return the record as if the week of a day had not been logged; its enquiries stay."""
    return with_weeks(record, {week_of(day): None}, now)


def with_weeks(record: ProfileRecord, weeks: WeeksBefore, now: Now) -> ProfileRecord:
    """Return the record with some weeks as they are here, and all others as they were."""
    found = {week.monday: week for week in record.weeks}
    for monday, week in weeks.items():
        if week is None:
            found.pop(monday, None)
        elif not _is_alike(found.get(monday), week):
            found[monday] = week
    ordered = tuple(found[monday] for monday in sorted(found))
    if ordered == record.weeks:
        return record
    return replace(record, weeks=ordered, changed_at=now.moment)


def weeks_before(record: ProfileRecord, mondays: Iterable[date]) -> WeeksBefore:
    """Return some weeks as they are now, so that a change of them can be taken back."""
    found = {week.monday: week for week in record.weeks}
    return {monday: found.get(monday) for monday in mondays}


def says_nothing(week: LoggedWeek) -> bool:
    """Return whether a week holds nothing: no hours, not even none, and nothing else."""
    has_figures = bool(week.hours or week.outcomes) or week.money is not None
    return not (has_figures or week.is_odd or week.note.strip())


def with_enquiry(record: ProfileRecord, enquiry: Enquiry, now: Now) -> ProfileRecord:
    """Return the record with an enquiry: in the place of one of the same id, else at the end."""
    said = replace(enquiry, changed_at=now.moment)
    enquiries = tuple(said if each.id == said.id else each for each in record.enquiries)
    if said not in enquiries:
        enquiries = (*enquiries, said)
    return replace(record, enquiries=enquiries, changed_at=now.moment)


def without_enquiry(record: ProfileRecord, enquiry_id: str, now: Now) -> ProfileRecord:
    """Return the record without an enquiry."""
    left = tuple(each for each in record.enquiries if each.id != enquiry_id)
    if left == record.enquiries:
        return record
    return replace(record, enquiries=left, changed_at=now.moment)


def with_enquiries(
    record: ProfileRecord, enquiries: tuple[Enquiry, ...], now: Now
) -> ProfileRecord:
    """Return the record with these enquiries and no others, to take a change back."""
    return replace(record, enquiries=enquiries, changed_at=now.moment)


def enquiries_of(record: ProfileRecord, day: date) -> tuple[Enquiry, ...]:
    """Return the enquiries of the week that a day is in, by day, then as they were noted."""
    monday = week_of(day)
    found = (each for each in record.enquiries if monday <= each.day <= monday + SUNDAY)
    return tuple(sorted(found, key=lambda each: each.day))


def week_to_log(record: ProfileRecord, today: date) -> date:
    """Return the Monday of the week to log: the last whose Friday has come, else this one.

    Where both are logged it is this one. Weeks that were missed before are not asked for.
    """
    due, this = week_of(today - FRIDAY), week_of(today)
    logged = {week.monday for week in record.weeks if week.hours}
    return due if due not in logged else this


def next_to_log(record: ProfileRecord, after: date, today: date) -> date | None:
    """Return the next week after one that has no hours yet and has begun; None where none is."""
    logged = {week.monday for week in record.weeks if week.hours}
    monday = week_of(after) + WEEK
    while monday <= week_of(today):
        if monday not in logged:
            return monday
        monday += WEEK
    return None


def followed_hours(
    catalogue: Catalogue, record: ProfileRecord, monday: date
) -> Mapping[str, float] | None:
    """Return the hours that are followed in a week, of a plan or agreed; None before the first."""
    given = hours_in(followed_from(record), monday)
    if given is None:
        return None
    known = {activity.id for activity in catalogue.activities}
    hours: dict[str, float] = {}
    for key, amount in given.items():
        named = catalogue.renamed.get(key, key)
        hours[named] = hours.get(named, 0.0) + amount
    return MappingProxyType({key: amount for key, amount in hours.items() if key in known})


def _is_alike(before: LoggedWeek | None, week: LoggedWeek) -> bool:
    """Return whether a week says the same as before, whenever it was said."""
    return before is not None and replace(before, changed_at=week.changed_at) == week
