"""The plan in a calendar: whole, the same when read twice, and renewed instead of doubled."""

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from socialplanner.domain.activity import Phase
from socialplanner.domain.agenda import WeekTimes
from socialplanner.domain.assessment import assess
from socialplanner.domain.profile import Choices
from socialplanner.errors import UserError
from socialplanner.exchange.calendar_file import calendar_file, tidy
from tests.domain.builders import shipped_catalogue
from tests.exchange.calendars import (
    BERLIN,
    Shelf,
    calendar,
    events,
    is_timed,
    named,
    occurrences,
    plan_source,
    read_twice,
    source_of,
)
from tests.presentation.summaries import SAMPLES, TODAY, sample

HOSTILE = (
    "a;b,c\\d:e",
    "x\nBEGIN:VEVENT\nSUMMARY:mine\nEND:VEVENT",
    "\r\nEND:VCALENDAR\r\n",
    "C:\\New\\night",
    "\\N\\n\\,\\;\\",
    '"quoted" ^n ^^ ^\'',
    "a\u2028b\u2029c\x85d\x0be\x0cf",
    "\x00\x07\x1b[31m\x7f\x9f",
    "\ud800half",
    "کافهٔ صبح ۱۲۳",
    "👩‍👩‍👧‍👦" * 30,
    "é" * 300,
    "=1+1",
    "<b>&amp;</b>",
    " leading and trailing ",
    "",
)
TEXTS = st.text(max_size=40) | st.text(alphabet='\\;,:\n\rNn" \tBEGIN', max_size=20)
FIRST = b"\r\nBEGIN:VEVENT\r\n"
POINTS = [*range(0xD800), *range(0xE000, 0x11000)]
ANY_ZONE = ("Europe/Berlin", "America/New_York", "Asia/Tehran", "Africa/Casablanca", "UTC")


@pytest.mark.parametrize("name", SAMPLES)
def test_two_libraries_read_the_same_events(name: str) -> None:
    source = source_of(name)
    found = read_twice(calendar_file(source, BERLIN))
    assert len({uid for uid, _, _ in found}) == len(found)
    assert all(title and text for _, title, text in found)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_week_holds_the_planned_hours_of_what_runs_by_then(name: str) -> None:
    source = source_of(name)
    data, roadmap = calendar_file(source, BERLIN), source.assessment.roadmap
    for number in range(1, roadmap.weeks + 2):
        monday = roadmap.week_start(number)
        found = occurrences(data, monday, monday + timedelta(days=7))
        runs = {span.activity_id for span in roadmap.spans if span.run_week <= number}
        planned = sum(source.assessment.plan.hours[key] for key in runs)
        expected = planned if number <= roadmap.weeks else 0.0
        minutes = sum((e.end - e.start).total_seconds() for e in found if is_timed(e)) / 60
        assert minutes == 60 * expected


def test_nothing_that_has_a_time_overlaps_in_any_week() -> None:
    source = source_of("saas_start_up")
    start = source.assessment.roadmap.start
    found = occurrences(calendar_file(source, BERLIN), start, start + timedelta(weeks=13))
    timed = sorted((e.start, e.end) for e in found if is_timed(e))
    assert len(timed) > 100
    assert all(first[1] <= second[0] for first, second in pairwise(timed))


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Africa/Casablanca"])
def test_nine_o_clock_stays_nine_o_clock_when_the_clocks_change(zone: str) -> None:
    source = source_of("cafe")
    times = WeekTimes(days=(0,), zone=zone)
    start = source.assessment.roadmap.start
    found = occurrences(calendar_file(source, times), start, start + timedelta(weeks=13))
    starts = [start_of(event) for event in found if is_timed(event)]
    firsts = [start for start in starts if start.time() == time(9)]
    assert len(firsts) > 10
    assert len({moment.utcoffset() for moment in firsts}) == 2
    assert {moment.tzinfo for moment in firsts} == {ZoneInfo(zone)}


@pytest.mark.parametrize("zone", ANY_ZONE)
def test_the_zone_comes_with_its_rules(zone: str) -> None:
    found = calendar(source_of("cafe"), WeekTimes(zone=zone))
    assert [str(each["tzid"]) for each in found.walk("VTIMEZONE")] == [zone]
    assert found["x-wr-timezone"] == zone


@pytest.mark.parametrize("zone", ["", "Mars/Base", "../../etc/passwd", "Europe", "\x00", "a" * 999])
def test_times_without_a_known_zone_hold_wherever_they_are_read(zone: str) -> None:
    data = calendar_file(source_of("cafe"), WeekTimes(zone=zone))
    found = Calendar.from_ical(data)
    assert not found.walk("VTIMEZONE")
    assert b"TZID" not in data
    timed = [event for event in found.events if is_timed(event)]
    assert timed
    assert all(start_of(event).tzinfo is None for event in timed)


def test_set_up_reviews_and_rules_are_whole_days_on_their_dates() -> None:
    source = source_of("tax_adviser")
    roadmap, rules = source.assessment.roadmap, source.assessment.rules
    days = {str(e["summary"]): e for e in events(source) if not is_timed(e)}
    reviews = [days[f"Review {n} of {len(roadmap.reviews)}"] for n in range(1, 4)]
    assert tuple(review.start for review in reviews) == roadmap.reviews
    decided = [event for event in events(source) if str(event["summary"]).startswith("Decide")]
    assert [event.start for event in decided] == [rule.by for rule in rules]
    texts = [str(event["description"]) for event in decided]
    for rule, text in zip(source.summary.measuring.rules, texts, strict=True):
        assert text.startswith(rule.text)
        assert rule.basis in text
    steps = [event for title, event in days.items() if title.startswith("Set up")]
    assert len(steps) == len(source.summary.days.set_up.rows)
    assert all(step.start.weekday() == 0 and step.end.weekday() == 5 for step in steps)
    assert all(str(event["transp"]) == "TRANSPARENT" for event in days.values())


def test_the_same_plan_gives_the_same_bytes() -> None:
    data = calendar_file(source_of("cafe"), BERLIN)
    assert data == calendar_file(plan_source(source_of("cafe").assessment), BERLIN)
    assert b"\r\n" in data
    assert not re.search(rb"(?<!\r)\n", data)
    assert max(map(len, data.split(b"\r\n"))) <= 75


def test_a_second_import_leaves_the_calendar_as_it_is() -> None:
    shelf, data = Shelf(), calendar_file(source_of("cafe"), BERLIN)
    shelf.take(data)
    first = shelf.shown()
    shelf.take(data)
    assert shelf.shown() == first
    assert len(first) == len(events(source_of("cafe")))


@pytest.mark.parametrize("other", [name for name in SAMPLES if name != "cafe"])
def test_a_plan_made_again_takes_the_place_of_the_one_before(other: str) -> None:
    before, followed = source_of("cafe"), source_of("cafe").assessment.plan.hours
    said = sample(other)
    choices = Choices(earlier_plan=followed)
    later = assess(shipped_catalogue(), said.profile, said.answers, choices, date(2027, 4, 5))
    shelf = Shelf()
    shelf.take(calendar_file(before, BERLIN))
    shelf.take(calendar_file(plan_source(later), BERLIN))
    renewed = [e for e in events(plan_source(later)) if str(e["status"]) == "CONFIRMED"]
    left = {str(shelf.held[uid]["summary"]) for uid in shelf.shown() - uids_of(renewed)}
    assert all(title.startswith("Decide") for title in left)
    assert all(shelf.held[str(event["uid"])] == event for event in renewed)


def test_an_older_plan_does_not_undo_a_newer_one() -> None:
    older = source_of("cafe")
    newer = replace(older, assessment=replace(older.assessment, today=TODAY + timedelta(days=1)))
    shelf = Shelf()
    shelf.take(calendar_file(newer, BERLIN))
    held = dict(shelf.held)
    shelf.take(calendar_file(older, BERLIN))
    assert shelf.held == held


def test_other_days_and_times_move_the_same_events() -> None:
    source = source_of("cafe")
    evenings = WeekTimes(days=(1, 2, 3, 4, 5), start=time(18, 30), zone="Europe/Berlin")
    assert uids_of(events(source)) == uids_of(events(source, evenings))
    starts = [start_of(event) for event in events(source, evenings) if is_timed(event)]
    assert all(start.time() >= time(18, 30) for start in starts)
    assert all(start.weekday() in evenings.days for start in starts)


def test_two_profiles_never_share_an_event_even_of_the_same_name() -> None:
    one, two = named("Same", profile_id="1"), named("Same", profile_id="2")
    nameless, other = named("Same", profile_id=""), named("Other", profile_id="")
    uids = [uids_of(events(each)) for each in (one, two, nameless, other)]
    assert len(set.union(*uids)) == sum(map(len, uids))
    assert uids[2] == uids_of(events(named("Same", profile_id="")))


def test_a_copy_under_an_alias_names_nobody() -> None:
    source = source_of("cafe")
    people = {step.who for step in source.assessment.roadmap.steps if step.who}
    data = calendar_file(plan_source(source.assessment, alias="Firm A", profile_id=""), BERLIN)
    text = "".join(f"{title}{words}" for _, title, words in read_twice(data))
    assert people
    assert not any(person in text for person in people)
    assert source.summary.cover.name not in data.decode()
    assert name_of(data) == "Firm A – Ninety-day plan"


def test_a_week_without_room_is_refused_in_a_full_sentence() -> None:
    with pytest.raises(UserError, match=r"cannot be placed on Sunday from 22:00 .* earlier time\."):
        calendar_file(source_of("cafe"), WeekTimes(days=(6,), start=time(22)))


def test_a_block_until_midnight_ends_with_the_day() -> None:
    (hours,) = {source_of("cafe").assessment.plan.hours_per_week}
    times = WeekTimes(days=(2,), start=time(24 - int(hours)), zone="Europe/Berlin")
    timed = [event for event in events(source_of("cafe"), times) if is_timed(event)]
    midnight = datetime.combine(timed[-1].start, time(), ZoneInfo("Europe/Berlin"))
    assert timed[-1].end == midnight + timedelta(days=1)


def test_what_runs_only_after_the_ninety_days_is_not_in_the_calendar() -> None:
    source = source_of("cafe")
    roadmap = source.assessment.roadmap
    spans = (replace(roadmap.spans[0], run_week=14), *roadmap.spans[1:])
    assessment = replace(source.assessment, roadmap=replace(roadmap, spans=spans))
    late = source.catalogue.activity(spans[0].activity_id).short
    shown = {str(event["summary"]) for event in events(source) if is_timed(event)}
    left = events(replace(source, assessment=assessment))
    assert shown - {str(event["summary"]) for event in left if is_timed(event)} == {late}


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_is_a_name_and_nothing_else(text: str) -> None:
    check_name(text)
    check_people([text])


def test_three_thousand_texts_come_back_from_two_libraries_as_they_were_typed() -> None:
    chance = Random(5)  # noqa: S311 - a corpus, no secret
    for _ in range(20):
        check_people([hostile(chance) for _ in range(150)])


@settings(max_examples=100, suppress_health_check=list(HealthCheck), deadline=None)
@given(TEXTS)
def test_any_name_comes_back_as_it_was_typed(text: str) -> None:
    check_name(text)


def check_name(text: str) -> None:
    """Check that a name stands in the calendar's name and changes nothing else."""
    data = calendar_file(named(text), WeekTimes())
    shown = tidy(text).replace("\n", " ")
    title = f"{shown} – Ninety-day plan" if shown else "Ninety-day plan"
    assert name_of(data) == title
    plain = calendar_file(named("Bo"), WeekTimes())
    assert data.partition(FIRST)[2] == plain.partition(FIRST)[2]


def check_people(texts: list[str]) -> None:
    """Check that texts, as the names of those who do a step, come back and change no more."""
    source = source_of("cafe")
    roadmap = source.assessment.roadmap
    step = roadmap.steps[0]
    assert step.phase is Phase.PREPARE
    steps = tuple(replace(step, who=text) for text in texts)
    assessment = replace(source.assessment, roadmap=replace(roadmap, steps=steps))
    found = read_twice(calendar_file(replace(source, assessment=assessment), WeekTimes()))
    shown = [words for _, title, words in found if title.startswith("Set up")]
    for text, words in zip(texts, shown, strict=True):
        assert words.partition("\nDone by: ")[2] == (f"{tidy(text)}." if text else "")
    others = [title for _, title, _ in found if not title.startswith("Set up")]
    known = [str(event["summary"]) for event in events(source)]
    assert others == [title for title in known if not title.startswith("Set up")]


def hostile(chance: Random) -> str:
    """Return a text of pieces that mean something in a calendar, and of any characters."""
    pieces = [*HOSTILE, *'\\;,:\n\rNn" \t', chr(chance.choice(POINTS))]
    return "".join(chance.choices(pieces, k=chance.randint(1, 6)))


def name_of(data: bytes) -> str:
    """Return the calendar's name; both libraries leave what RFC 5545 does not name as it is."""
    raw = str(Calendar.from_ical(data)["x-wr-calname"])
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], raw)


def uids_of(found: list[Event]) -> set[str]:
    """Return the UIDs of events."""
    return {str(event["uid"]) for event in found}


def start_of(event: Event) -> datetime:
    """Return when an event with a time of day begins."""
    assert isinstance(event.start, datetime)
    return event.start
