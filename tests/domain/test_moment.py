"""Moments are UTC whatever the clock on the wall says, and a week has one name everywhere."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.domain.moment import moment_of, moment_text, week_of

ZONES = sorted(available_timezones())
FIRST, LAST = datetime(2020, 1, 1, tzinfo=UTC), datetime(2039, 12, 31, tzinfo=UTC)
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(
    moment=st.datetimes(
        timezones=OFFSETS,
        min_value=datetime(2, 1, 1),  # noqa: DTZ001 - the strategy adds the zone
        max_value=datetime(9998, 1, 1),  # noqa: DTZ001 - the same
    )
)
def test_a_moment_is_read_as_it_was_written(moment: datetime) -> None:
    assert moment_of(moment_text(moment)) == moment


@given(
    a=st.datetimes(timezones=st.just(UTC)),
    b=st.datetimes(timezones=st.just(UTC)),
)
def test_texts_sort_as_their_moments_do(a: datetime, b: datetime) -> None:
    assert (moment_text(a) < moment_text(b)) == (a < b)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2027-01-31",
        "2027-01-31T12:00:00Z",
        "2027-01-31T12:00:00.000000",
        "2027-02-30T12:00:00.000000Z",
        "2027-01-31 12:00:00.000000Z",
        "٢٠٢٧-01-31T12:00:00.000000Z",
    ],
)
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"moment|month|day"):
        moment_of(text)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="has no time zone"):
        moment_text(datetime(2027, 1, 31))  # noqa: DTZ001 - that is the point


@settings(max_examples=1000)
@given(zone=st.sampled_from(ZONES), hours=st.integers(0, 20 * 365 * 24), step=st.integers(0, 1440))
def test_in_every_zone_of_twenty_years_a_week_has_seven_days_and_one_name(
    zone: str, hours: int, step: int
) -> None:
    moment = FIRST + timedelta(hours=hours)
    local = moment.astimezone(ZoneInfo(zone))
    assert moment_of(moment_text(local)) == moment
    day = local.date()
    week = week_of(day)
    assert week.weekday() == 0
    assert [week_of(week + timedelta(days=each)) for each in range(7)] == [week] * 7
    assert week_of(week + timedelta(days=7)) == week + timedelta(days=7)
    later = (moment + timedelta(minutes=step)).astimezone(ZoneInfo(zone)).date()
    assert 0 <= (week_of(later) - week).days <= 7
    assert week.isocalendar()[:2] == day.isocalendar()[:2]


def test_every_zone_logs_each_week_of_twenty_years_once() -> None:
    weeks = [week_of(FIRST.date() + timedelta(days=day)) for day in range((LAST - FIRST).days)]
    assert len(set(weeks)) == len({day.isocalendar()[:2] for day in weeks})
    assert week_of(date(2027, 1, 3)) == date(2026, 12, 28)
