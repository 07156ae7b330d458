"""What reviews leave behind: kept as texts, bounded, and never believed where damaged."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.editing import Now, new_record
from socialplanner.domain.followed import FOLLOWED, FollowedHours, followed_of, with_followed
from socialplanner.domain.forecast import Forecast
from socialplanner.domain.kept_reviews import (
    FORECASTS,
    MOST_FORECASTS,
    TESTS,
    forecasts_of,
    planned_tests,
    with_forecast,
    with_reviews_of,
    with_test,
    without_test,
)
from socialplanner.domain.kept_test import KeptTest, with_tests
from socialplanner.domain.profile import Profile
from socialplanner.domain.record import LONGEST_NOTE, ProfileRecord
from socialplanner.domain.roadmap import WEEK

MONDAY = date(2027, 1, 4)
NOW = Now(moment=datetime(2027, 1, 4, tzinfo=UTC), day=MONDAY, catalogue_version="1")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["first", "weeks", "low", "high", "mean", "from", "hours", "activity"]),
            inner,
            max_size=6,
        )
    ),
    max_leaves=12,
)


def empty() -> ProfileRecord:
    return new_record("r", Profile(name="R"), NOW)


def made(first: date, low: int = 4, high: int = 9) -> Forecast:
    return Forecast(first=first, weeks=4, mean=6.5, low=low, high=high)


def test_what_is_kept_is_read_again_and_other_settings_stay() -> None:
    record = replace(empty(), settings={"report.paper": "letter"})
    agreed = FollowedHours(monday=MONDAY, hours={"reply_desk": 1.5})
    planned = KeptTest(
        activity_id="reply_desk", monday=MONDAY, weeks=6, hours=1.5, counted="conversations_started"
    )
    found = with_test(
        with_followed(with_forecast(record, made(MONDAY), NOW), agreed, NOW), planned, NOW
    )
    assert forecasts_of(found) == (made(MONDAY),)
    assert followed_of(found) == (agreed,)
    assert planned_tests(found) == (planned,)
    assert found.settings["report.paper"] == "letter"
    assert without_test(found, MONDAY, NOW).settings.get(TESTS) is None
    assert with_reviews_of(found, record).settings == record.settings


def test_no_week_is_forecast_twice_and_what_was_said_first_stands() -> None:
    first = with_forecast(empty(), made(MONDAY), NOW)
    for weeks in range(-3, 4):
        assert with_forecast(first, made(MONDAY + weeks * WEEK, 0, 99), NOW) is first
    assert len(forecasts_of(with_forecast(first, made(MONDAY + 4 * WEEK), NOW))) == 2


def test_forecasts_of_another_outcome_stand_beside_those_of_enquiries() -> None:
    first = with_forecast(empty(), made(MONDAY), NOW)
    talks = replace(made(MONDAY), counted="conversations_started")
    both = with_forecast(first, talks, NOW)
    assert set(forecasts_of(both)) == {made(MONDAY), talks}
    assert with_forecast(both, talks, NOW) is both


def test_in_weeks_off_nothing_is_planned_for_what_is_tested() -> None:
    hours = {"reply_desk": 1.5, "newsletter": 1.0}
    tests = (KeptTest(activity_id="reply_desk", monday=MONDAY, weeks=2),)
    for week, reply in ((-1, 1.5), (0, 1.5), (1, 1.5), (2, 0.0), (3, 0.0), (4, 1.5)):
        found = with_tests(hours, tests, MONDAY + week * WEEK)
        assert found == {"reply_desk": reply, "newsletter": 1.0}
    assert with_tests({"newsletter": 1.0}, tests, MONDAY + 2 * WEEK) == {"newsletter": 1.0}


def test_the_oldest_forecasts_go_first_and_the_text_stays_short() -> None:
    record = empty()
    for number in range(MOST_FORECASTS + 30):
        record = with_forecast(record, made(MONDAY + 4 * number * WEEK), NOW)
    assert len(record.settings[FORECASTS]) <= LONGEST_NOTE
    assert len(forecasts_of(record)) == MOST_FORECASTS
    assert forecasts_of(record)[-1].first == MONDAY + 4 * (MOST_FORECASTS + 29) * WEEK


def test_hours_agreed_again_for_a_week_replace_those_of_it_and_later() -> None:
    record = with_followed(empty(), FollowedHours(monday=MONDAY + WEEK, hours={"a": 1.0}), NOW)
    record = with_followed(record, FollowedHours(monday=MONDAY, hours={"a": 2.0}), NOW)
    assert [each.hours for each in followed_of(record)] == [{"a": 2.0}]


@given(JSON | st.text(max_size=40))
def test_whatever_a_text_says_nothing_impossible_is_believed(said: object) -> None:
    text = said if isinstance(said, str) else json.dumps([said])
    record = replace(empty(), settings={FORECASTS: text, FOLLOWED: text, TESTS: text})
    for each in forecasts_of(record):
        assert 0 <= each.low <= each.high
        assert each.weeks > 0
    for hours in followed_of(record):
        assert all(0 <= amount <= 168 for amount in hours.hours.values())
    for test in planned_tests(record):
        assert test.weeks > 0
        assert test.after > test.monday


@pytest.mark.parametrize("text", ["[" * 100_000, "x" * (LONGEST_NOTE + 1), "{}", "null", ""])
def test_a_damaged_text_counts_as_not_said(text: str) -> None:
    record = replace(empty(), settings={FORECASTS: text, FOLLOWED: text, TESTS: text})
    assert not forecasts_of(record)
    assert not followed_of(record)
    assert not planned_tests(record)
