"""The plan as an iCalendar file: events only, which every calendar imports, with stable UIDs.

No time of its own is in it: dates and sequence numbers come from the plan's day, so that a plan
of a later day is the newer one and the same plan gives the same bytes. Entries of a plan made
again have the UIDs of the entries whose place they take. This module imports icalendar, so it is
itself imported only where a calendar is made.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vText

from socialplanner.domain.agenda import WeekTimes
from socialplanner.exchange.calendar_zone import zone_of, zone_rules
from socialplanner.presentation.plan_source import PlanSource
from socialplanner.presentation.summary.diary import Diary, Entry
from socialplanner.presentation.summary.parts import Source

OURS: Final = UUID("6f3d1c52-0d7b-5d0e-9a37-5b0c8f1f5a41")
"""The namespace of all our UIDs; for ever, or calendars double their entries."""
PRODUCT: Final = "-//SocialPlanner//Plan//EN"
LINE_ENDS: Final = ("\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
ESCAPES: Final = (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n"))


class CalendarText(vText):
    """A text that comes back as it went in; the library alone reads a backslash and N as a line."""

    def to_ical(self) -> bytes:
        """Return the text as RFC 5545 escapes it."""
        escaped = str(self)
        for plain, safe in ESCAPES:
            escaped = escaped.replace(plain, safe)
        return escaped.encode()


def calendar_file(source: PlanSource, times: WeekTimes) -> bytes:
    """Return the plan as a calendar; UserError where the week does not fit into the times.

    Times are in the zone of `times`, with its rules; where it names none that is known, they are
    local times that hold wherever the calendar is looked at.
    """
    name = tidy(source.options.alias or source.summary.cover.name)
    zone = zone_of(times.zone)
    first = source.assessment.roadmap.start
    found = _calendar(_title(name, source.summary.cover.kind), times.zone if zone else "")
    if zone:
        found.add_component(zone_rules(zone, times.zone, first))
    owner = uuid5(OURS, f"id:{source.profile_id}" if source.profile_id else f"name:{name}")
    words = Source(catalogue=source.catalogue, assessment=source.assessment)
    diary = Diary(source=words, times=times, names_people=not source.options.alias)
    for entry in diary.entries():
        event = _event(entry, zone)
        event.add("uid", str(uuid5(owner, entry.key)))
        _stamp(event, source.assessment.today)
        found.add_component(event)
    return bytes(found.to_ical())


def tidy(text: str) -> str:
    """Return a text with plain line ends and without what no calendar may hold."""
    for end in LINE_ENDS:
        text = text.replace(end, "\n")
    kept = (each for each in text if each in "\n\t" or not _is_control(each))
    return "".join(kept)


def _is_control(character: str) -> bool:
    code = ord(character)
    return code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000  # noqa: PLR2004 - C0, C1, halves


def _title(name: str, kind: str) -> str:
    return _line(f"{name} – {kind}" if name else kind)


def _line(text: str) -> str:
    return tidy(text).replace("\n", " ")


def _calendar(title: str, zone: str) -> Calendar:
    found = Calendar()
    found.add("prodid", PRODUCT)
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", CalendarText(title))
    if zone:
        found.add("x-wr-timezone", CalendarText(zone))
    return found


def _event(entry: Entry, zone: ZoneInfo | None) -> Event:
    event = Event()
    event.add("summary", CalendarText(_line(entry.title)))
    event.add("description", CalendarText(tidy(entry.text)))
    event.add("categories", [CalendarText(entry.group)])
    if entry.begin is None or entry.end is None:
        event.add("dtstart", entry.first)
        event.add("dtend", entry.last + timedelta(days=1))
    else:
        event.add("dtstart", _moment(entry.first, entry.begin, zone))
        event.add("dtend", _moment(entry.first, entry.end, zone))
    if entry.repeats > 1:
        event.add("rrule", {"freq": "weekly", "count": entry.repeats})
    event.add("status", "CANCELLED" if entry.is_dropped else "CONFIRMED")
    is_free = entry.begin is None or entry.is_dropped
    event.add("transp", "TRANSPARENT" if is_free else "OPAQUE")
    return event


def _stamp(event: Event, day: date) -> None:
    moment = datetime.combine(day, time(), tzinfo=UTC)
    event.add("dtstamp", moment)
    event.add("last-modified", moment)
    event.add("sequence", day.toordinal())


def _moment(day: date, minutes: int, zone: ZoneInfo | None) -> datetime:
    """Return a time of day; midnight at the end of a day is the next day's first moment."""
    days, minute = divmod(minutes, 24 * 60)
    clock = time(minute // 60, minute % 60)
    return datetime.combine(day + timedelta(days=days), clock, tzinfo=zone)
