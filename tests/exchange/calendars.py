"""Calendars read back: by icalendar, by vobject, and as a diary keeps them."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache

import vobject
from icalendar import Calendar, Event
from recurring_ical_events import of

from socialplanner.domain.agenda import WeekTimes
from socialplanner.domain.assessment import Assessment
from socialplanner.exchange.calendar_file import calendar_file
from socialplanner.presentation.plan_options import PlanOptions
from socialplanner.presentation.plan_source import PlanSource
from socialplanner.presentation.summary import summarise
from tests.domain.builders import shipped_catalogue
from tests.presentation.summaries import sample_assessment

BERLIN = WeekTimes(zone="Europe/Berlin")


@cache
def source_of(name: str) -> PlanSource:
    """Return what the files of a shipped sample are made from."""
    return plan_source(sample_assessment(name))


def plan_source(assessment: Assessment, *, alias: str = "", profile_id: str = "p1") -> PlanSource:
    """Return what the files of an assessment are made from."""
    catalogue = shipped_catalogue()
    return PlanSource(
        catalogue=catalogue,
        assessment=assessment,
        summary=summarise(catalogue, assessment),
        options=PlanOptions(alias=alias),
        profile_id=profile_id,
    )


def named(name: str, sample: str = "cafe", *, profile_id: str = "p1") -> PlanSource:
    """Return a sample under another name."""
    source = source_of(sample)
    cover = replace(source.summary.cover, name=name)
    return replace(source, summary=replace(source.summary, cover=cover), profile_id=profile_id)


def calendar(source: PlanSource, times: WeekTimes = BERLIN) -> Calendar:
    """Return the calendar of a plan, read by icalendar."""
    return Calendar.from_ical(calendar_file(source, times))


def events(source: PlanSource, times: WeekTimes = BERLIN) -> list[Event]:
    """Return the events of a plan's calendar, read by icalendar."""
    return list(calendar(source, times).events)


def read_twice(data: bytes) -> list[tuple[str, str, str]]:
    """Return UID, title and text of each event, on which two libraries must agree."""
    ours = [
        (str(event["uid"]), str(event["summary"]), str(event["description"]))
        for event in Calendar.from_ical(data).events
    ]
    theirs = [
        (event.uid.value, event.summary.value, event.description.value)
        for event in vobject.readOne(data.decode()).vevent_list
    ]
    assert ours == theirs
    return ours


def occurrences(data: bytes, first: date, last: date) -> list[Event]:
    """Return every single event of some days, repetitions written out, none that is cancelled."""
    found = of(Calendar.from_ical(data)).between(first, last)
    return [event for event in found if str(event["status"]) != "CANCELLED"]


def is_timed(event: Event) -> bool:
    """Return whether an event has a time of day."""
    return isinstance(event.start, datetime)


@dataclass
class Shelf:
    """A calendar program as RFC 5545 has it: of one UID the highest sequence number is kept."""

    held: dict[str, Event] = field(default_factory=dict)

    def take(self, data: bytes) -> None:
        """Import a calendar file."""
        for event in Calendar.from_ical(data).events:
            uid = str(event["uid"])
            if uid not in self.held or self.held[uid].sequence <= event.sequence:
                self.held[uid] = event

    def shown(self) -> set[str]:
        """Return the UIDs of what is not cancelled."""
        return {uid for uid, event in self.held.items() if str(event["status"]) != "CANCELLED"}
