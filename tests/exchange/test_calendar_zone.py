"""What a calendar is told of a zone: the very offsets of the zone, all through the plan's year."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Timezone

from socialplanner.exchange.calendar_zone import zone_of, zone_rules

START = date(2027, 1, 4)
ZONES = (
    "Europe/Berlin",
    "Europe/Dublin",
    "Europe/London",
    "Atlantic/Azores",
    "America/New_York",
    "America/Sao_Paulo",
    "America/Santiago",
    "America/Havana",
    "America/Nuuk",
    "America/St_Johns",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Antarctica/Troll",
    "Asia/Gaza",
    "Asia/Jerusalem",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Pacific/Apia",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "UTC",
)
RULED = ("Europe/Berlin", "America/New_York", "Australia/Sydney", "Pacific/Auckland")


def rules_of(name: str, first: date = START) -> Timezone:
    """Return the rules of a zone as a calendar has them, written and read."""
    zone = zone_of(name)
    assert zone is not None
    found = Timezone.from_ical(zone_rules(zone, name, first).to_ical())
    assert isinstance(found, Timezone)
    return found


@pytest.mark.parametrize("first", [START, date(2027, 10, 25), date(2030, 6, 3)])
@pytest.mark.parametrize("name", ZONES)
def test_a_calendar_knows_the_offset_of_every_hour_of_the_year(name: str, first: date) -> None:
    told, zone = rules_of(name, first).to_tz(lookup_tzid=False), ZoneInfo(name)
    moment = datetime(first.year, first.month, first.day, tzinfo=UTC)
    for _ in range(366 * 6):
        moment += timedelta(hours=4)
        local = moment.astimezone(zone).replace(tzinfo=None)
        if _is_plain(local, zone):
            assert local.replace(tzinfo=told).utcoffset() == local.replace(tzinfo=zone).utcoffset()


def _is_plain(local: datetime, zone: ZoneInfo) -> bool:
    """Return whether a time of day is there once, and no clock is changed within three hours."""
    around = [local + timedelta(hours=hours) for hours in (-3, 0, 3)]
    return len({each.replace(tzinfo=zone).utcoffset() for each in around}) == 1


@pytest.mark.parametrize("name", RULED)
def test_a_change_that_comes_every_year_is_written_as_its_rule(name: str) -> None:
    text = rules_of(name).to_ical().decode()
    assert text.count("RRULE:FREQ=YEARLY") == 2
    assert "RDATE" not in text


def test_the_rule_is_the_one_of_the_zone_to_the_minute() -> None:
    text = rules_of("Europe/Berlin").to_ical().decode()
    assert "DTSTART:20260329T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in text
    assert "DTSTART:20261025T030000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10" in text
    text = rules_of("America/New_York").to_ical().decode()
    assert "DTSTART:20260308T020000\r\nRRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3" in text


def test_a_change_by_the_moon_stands_with_its_dates() -> None:
    text = rules_of("Africa/Casablanca").to_ical().decode()
    assert "RDATE:" in text
    assert "RRULE" not in text


def test_a_zone_without_changes_has_one_rule() -> None:
    assert len(rules_of("Asia/Tokyo").subcomponents) == 1


@pytest.mark.parametrize(
    "name", ["", "Mars/Base", "../etc/passwd", "/etc/passwd", "Europe", "\x00"]
)
def test_what_is_no_zone_is_none(name: str) -> None:
    assert zone_of(name) is None
