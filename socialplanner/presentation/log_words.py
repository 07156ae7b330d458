"""Weeks of the logbook in words: what they are called, what they hold, what cannot be logged."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.kpi import Kpi
from socialplanner.domain.logbook import (
    ASKED,
    CODE,
    DECOY,
    ELSEWHERE,
    SEARCH,
    TAG,
    WORD_OF_MOUTH,
)
from socialplanner.domain.moment import week_of
from socialplanner.domain.record import LONGEST_NOTE, Enquiry, LoggedWeek
from socialplanner.presentation import formats, names
from socialplanner.presentation.i18n import _

MOST_HOURS: Final = 168
LARGEST: Final = 1e12
SMALLEST: Final = 1e-6
MOST_CONTACTS: Final = 20
FIRST_DAY: Final = date(2000, 1, 3)
SUNDAY: Final = timedelta(days=6)


def week_name(monday: date) -> str:
    """Return a week as "Week of 4–10 January 2027"."""
    return _("Week of {days}").format(days=week_days(monday)).replace(formats.SPACE, " ")


def week_days(monday: date) -> str:
    """Return the days of a week as "4–10 January 2027" or "28 Dec – 3 January 2027"."""
    sunday = monday + SUNDAY
    if monday.month == sunday.month:
        return f"{monday.day}–{formats.day(sunday)}"
    return f"{formats.short_day(monday)} – {formats.day(sunday)}"


def source_name(catalogue: Catalogue, code: str) -> str:
    """Return what an enquiry is said to come from; a code nobody knows as it is kept."""
    elsewhere = {
        "": _("Do not know"),
        SEARCH: _("Search or map"),
        WORD_OF_MOUTH: _("Word of mouth"),
        DECOY: _("Cinema advert"),
    }
    if code in elsewhere:
        return elsewhere[code]
    named = catalogue.renamed.get(code, code)
    known = any(activity.id == named for activity in catalogue.activities)
    return names.activity_short(catalogue, named) if known else code


def trace_name(trace: str) -> str:
    """Return how it is known where an enquiry came from."""
    known = {
        ASKED: _("They were asked"),
        TAG: _("Tagged link"),
        CODE: _("Code they gave"),
        "": _("Not asked"),
    }
    return known.get(trace, trace)


def may_fall_below_zero(kpi: Kpi) -> bool:
    """Return whether a KPI can be less than nothing: growth can, and what is left in money."""
    return kpi.unit.startswith(("%", "currency")) or kpi.unit == "ratio"


def week_problems(catalogue: Catalogue, week: LoggedWeek, today: date) -> tuple[str, ...]:
    """Return everything that cannot be so in a week, in sentences."""
    return (
        *_date_problems(week.monday, today),
        *_hour_problems(catalogue, week.hours),
        *too_many_hours(week.hours),
        *_outcome_problems(catalogue, week.outcomes),
        *_other_problems(week),
    )


def enquiry_problems(catalogue: Catalogue, enquiry: Enquiry, today: date) -> tuple[str, ...]:
    """Return everything that cannot be so in an enquiry, in sentences."""
    found = [
        _("This text is longer than {most} characters: “{start} …”").format(
            most=f"{LONGEST_NOTE:,}", start=text[:30]
        )
        for text in (enquiry.words, enquiry.note)
        if len(text) > LONGEST_NOTE
    ]
    if enquiry.day > today:
        found.append(_("{day} has not come yet.").format(day=formats.day(enquiry.day)))
    if enquiry.day < FIRST_DAY:
        found.append(_("{day} is too long ago.").format(day=formats.day(enquiry.day)))
    known = {*ELSEWHERE, *(activity.id for activity in catalogue.activities)}
    codes = dict.fromkeys((*enquiry.way, *filter(None, (enquiry.activity_id,))))
    found.extend(
        _("There is no activity and no source “{code}”.").format(code=code[:80])
        for code in codes
        if catalogue.renamed.get(code, code) not in known
    )
    if len(enquiry.way) > MOST_CONTACTS:
        most = _("At most {most} contacts before an enquiry are kept.")
        found.append(most.format(most=MOST_CONTACTS))
    return tuple(found)


def _date_problems(monday: date, today: date) -> Iterator[str]:
    if week_of(monday) > today:
        yield _("The week of {day} has not begun yet.").format(day=formats.day(monday))
    if monday < FIRST_DAY:
        yield _("The week of {day} is too long ago.").format(day=formats.day(monday))


def _hour_problems(catalogue: Catalogue, hours: Mapping[str, float]) -> Iterator[str]:
    known = {activity.id for activity in catalogue.activities}
    for key, amount in hours.items():
        if catalogue.renamed.get(key, key) not in known:
            yield _("There is no activity “{key}”.").format(key=key[:80])
        elif not 0 <= amount <= MOST_HOURS:
            yield _("{name}: hours of a week are from 0 to {most}, not {amount}.").format(
                name=source_name(catalogue, key), most=MOST_HOURS, amount=_shown(amount)
            )
        elif 0 < amount < SMALLEST:
            yield _("{name}: write 0 if it is nothing.").format(name=source_name(catalogue, key))


def too_many_hours(hours: Mapping[str, float]) -> tuple[str, ...]:
    """Return that a week has not so many hours; nothing where one activity alone has too many."""
    total = sum(hours.values())
    if total <= MOST_HOURS or any(amount > MOST_HOURS for amount in hours.values()):
        return ()
    said = _("All hours of the week together are {total}; a week has {most}.")
    return (said.format(total=formats.number(total), most=MOST_HOURS),)


def _shown(amount: float) -> str:
    """Return a number, or words for one that is too long to be read."""
    return formats.number(amount) if abs(amount) < LARGEST else _("a number that long")


def _outcome_problems(catalogue: Catalogue, outcomes: Mapping[str, float]) -> Iterator[str]:
    for key, amount in outcomes.items():
        kpi = catalogue.kpis.get(catalogue.renamed.get(key, key))
        if kpi is None:
            yield _("There is no KPI “{key}”.").format(key=key[:80])
        elif amount < 0 and not may_fall_below_zero(kpi):
            yield _("{name}: a count cannot be below zero.").format(name=kpi.name)
        elif abs(amount) > LARGEST or 0 < abs(amount) < SMALLEST:
            yield _("{name}: this number cannot be meant.").format(name=kpi.name)


def _other_problems(week: LoggedWeek) -> Iterator[str]:
    if week.money is not None and not (week.money == 0 or SMALLEST <= week.money <= LARGEST):
        yield _("Money spent is 0 or more, and no more than can be meant.")
    if len(week.note) > LONGEST_NOTE:
        yield _("The note is longer than {most} characters.").format(most=f"{LONGEST_NOTE:,}")
