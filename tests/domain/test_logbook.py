"""Weeks and enquiries are logged, changed and taken back; weeks of files come in beside them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.editing import Now, new_record
from socialplanner.domain.filed_weeks import (
    HOURS,
    MONEY,
    NOTE,
    Entry,
    FiledWeek,
    Said,
    said_of,
    week_of_entries,
    with_filed,
)
from socialplanner.domain.followed import FollowedHours, with_followed
from socialplanner.domain.logbook import (
    enquiries_of,
    followed_hours,
    logged_week,
    next_to_log,
    week_to_log,
    weeks_before,
    with_enquiry,
    with_week,
    with_weeks,
    without_enquiry,
    without_week,
)
from socialplanner.domain.moment import week_of
from socialplanner.domain.profile import Choices, Profile
from socialplanner.domain.record import Enquiry, IssuedPlan, LoggedWeek, ProfileRecord
from socialplanner.presentation.log_words import enquiry_problems, week_problems
from tests.domain.builders import shipped_catalogue

MOMENT = datetime(2027, 2, 3, 9, tzinfo=UTC)
WEDNESDAY = date(2027, 2, 3)
MONDAY = date(2027, 2, 1)
NOW = Now(moment=MOMENT, day=WEDNESDAY, catalogue_version="1")
WEEK = timedelta(weeks=1)
amounts = st.floats(0, 168, allow_nan=False)
weeks = st.builds(
    LoggedWeek,
    monday=st.integers(0, 60).map(lambda number: MONDAY - number * WEEK),
    changed_at=st.just(MOMENT),
    hours=st.dictionaries(st.sampled_from(["reply_desk", "short_videos"]), amounts),
    outcomes=st.dictionaries(st.sampled_from(["calls", "reach"]), amounts),
    money=st.none() | amounts,
    is_odd=st.booleans(),
    note=st.sampled_from(["", "=1+1", "سلام <b>"]),
)


def empty() -> ProfileRecord:
    return new_record("one", Profile(name="Bakery"), NOW)


def week(monday: date = MONDAY, **said: float) -> LoggedWeek:
    return LoggedWeek(monday=monday, changed_at=MOMENT, hours=said)


@given(st.lists(weeks, max_size=8), weeks)
def test_whatever_is_logged_can_be_taken_back_exactly(
    before: list[LoggedWeek], added: LoggedWeek
) -> None:
    record = empty()
    for each in before:
        record = with_week(record, each, NOW)
    kept = weeks_before(record, [added.monday])
    after = with_week(record, added, NOW)
    assert with_weeks(after, kept, NOW).weeks == record.weeks
    assert [each.monday for each in after.weeks] == sorted({e.monday for e in after.weeks})


def test_any_day_of_a_week_finds_it_and_names_it() -> None:
    record = with_week(empty(), week(WEDNESDAY, reply_desk=1.5), NOW)
    assert [each.monday for each in record.weeks] == [MONDAY]
    for day in range(7):
        found = logged_week(record, MONDAY + timedelta(days=day))
        assert found is not None
    assert logged_week(record, MONDAY + WEEK) is None
    assert without_week(record, WEDNESDAY, NOW).weeks == ()


def test_no_hours_are_something_and_an_empty_week_is_nothing() -> None:
    assert with_week(empty(), week(reply_desk=0.0), NOW).weeks != ()
    record = with_week(empty(), replace(week(), is_odd=True), NOW)
    assert with_week(record, week(), NOW).weeks == ()


def test_the_week_to_log_is_the_last_whose_friday_has_come_and_missed_ones_are_let_be() -> None:
    record = empty()
    assert week_to_log(record, WEDNESDAY) == MONDAY - WEEK
    assert week_to_log(record, date(2027, 2, 5)) == MONDAY
    logged = with_week(record, week(MONDAY - WEEK, reply_desk=1.0), NOW)
    assert week_to_log(logged, WEDNESDAY) == MONDAY
    assert next_to_log(logged, MONDAY - 2 * WEEK, WEDNESDAY) == MONDAY
    assert next_to_log(logged, MONDAY, WEDNESDAY) is None


def test_a_plan_is_followed_from_its_first_monday_until_another_or_agreed_hours_begin() -> None:
    def plan(day: date, hours: float) -> IssuedPlan:
        return IssuedPlan(
            id=str(day), assessment_id="a", issued_at=MOMENT, day=day, catalogue_version="1",
            profile=Profile(name="Bakery"), answers={}, choices=Choices(),
            hours={"reply_desk": hours, "gone_activity": 1.0}, paper="a4", pdf_digest="",
        )  # fmt: skip

    record = replace(empty(), plans=(plan(date(2027, 1, 5), 1.0), plan(WEDNESDAY, 2.0)))
    catalogue = shipped_catalogue()
    assert followed_hours(catalogue, record, MONDAY) == {"reply_desk": 1.0}
    assert followed_hours(catalogue, record, MONDAY + WEEK) == {"reply_desk": 2.0}
    assert followed_hours(catalogue, record, date(2027, 1, 4)) is None
    agreed = FollowedHours(monday=MONDAY + 2 * WEEK, hours={"reply_desk": 3.0})
    record = with_followed(record, agreed, NOW)
    assert followed_hours(catalogue, record, MONDAY + WEEK) == {"reply_desk": 2.0}
    assert followed_hours(catalogue, record, MONDAY + 5 * WEEK) == {"reply_desk": 3.0}


def test_of_a_plan_and_agreed_hours_of_one_monday_the_later_word_holds() -> None:
    agreed = FollowedHours(monday=MONDAY + WEEK, hours={"reply_desk": 3.0})

    def following(choices: Choices) -> Mapping[str, float] | None:
        plan = IssuedPlan(
            id="p", assessment_id="a", issued_at=MOMENT, day=WEDNESDAY, catalogue_version="1",
            profile=Profile(name="Bakery"), answers={}, choices=choices,
            hours={"reply_desk": 1.0}, paper="a4", pdf_digest="",
        )  # fmt: skip
        record = with_followed(replace(empty(), plans=(plan,)), agreed, NOW)
        return followed_hours(shipped_catalogue(), record, MONDAY + WEEK)

    assert following(Choices()) == {"reply_desk": 3.0}
    assert following(Choices(earlier_plan=agreed.hours)) == {"reply_desk": 1.0}


def test_an_enquiry_is_noted_changed_and_taken_out() -> None:
    first = Enquiry(id="1", day=WEDNESDAY, changed_at=MOMENT, words="the oven video")
    second = Enquiry(id="2", day=MONDAY, changed_at=MOMENT)
    record = with_enquiry(with_enquiry(empty(), first, NOW), second, NOW)
    assert enquiries_of(record, MONDAY) == (second, first)
    coded = replace(first, activity_id="short_videos", trace="asked")
    record = with_enquiry(record, coded, NOW)
    assert record.enquiries == (coded, second)
    assert without_enquiry(record, "1", NOW).enquiries == (second,)


@given(weeks)
def test_a_week_comes_back_whole_from_its_entries(logged: LoggedWeek) -> None:
    assert week_of_entries(logged.monday, said_of(logged), NOW) == logged


def test_weeks_of_a_file_replace_nothing_unasked_and_take_nothing_away() -> None:
    logged = replace(week(reply_desk=1.0), money=5.0)
    record = with_week(empty(), logged, NOW)
    said: dict[Entry, Said] = {
        (HOURS, "reply_desk"): 2.0,
        (HOURS, "short_videos"): 3.0,
        (NOTE, ""): "fair",
    }
    filed = (FiledWeek(monday=MONDAY, said=said), FiledWeek(monday=MONDAY - WEEK, said=said))
    kept = with_filed(record, filed, NOW, replaces=False)
    assert said_of(kept.weeks[1]) == {**said, (HOURS, "reply_desk"): 1.0, (MONEY, ""): 5.0}
    assert said_of(kept.weeks[0]) == said
    replaced = with_filed(record, filed, NOW, replaces=True)
    assert said_of(replaced.weeks[1]) == {**said, (MONEY, ""): 5.0}


def test_what_cannot_be_is_said_in_sentences() -> None:
    bad = replace(
        week(week_of(WEDNESDAY) + WEEK, reply_desk=-1.0, short_videos=169.0, tea=1.0),
        outcomes={"calls": -2.0, "list_growth": -2.0, "no_kpi": 1.0},
        money=-1.0,
        note="x" * 5001,
    )
    found = week_problems(shipped_catalogue(), bad, WEDNESDAY)
    assert len(found) == 8
    assert any("not begun yet" in each for each in found)
    assert any("from 0 to 168, not \u22121" in each for each in found)
    assert not week_problems(shipped_catalogue(), week(reply_desk=1.5), WEDNESDAY)
    late = Enquiry(id="1", day=MONDAY + WEEK, changed_at=MOMENT, activity_id="tea")
    assert len(enquiry_problems(shipped_catalogue(), late, WEDNESDAY)) == 2
