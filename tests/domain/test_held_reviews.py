"""The days on which reviews were held: kept once each, bounded, never believed where damaged."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from socialplanner.domain.client import client_of
from socialplanner.domain.editing import Now, new_record
from socialplanner.domain.forecast import Forecast
from socialplanner.domain.held_reviews import HELD, MOST_HELD, held_of, with_held
from socialplanner.domain.kept_reviews import with_forecast
from socialplanner.domain.moved_days import moved
from socialplanner.domain.profile import Choices, Profile
from socialplanner.domain.record import IssuedPlan, ProfileRecord
from tests.domain.builders import shipped_catalogue

MONDAY = date(2027, 1, 4)
NOW = Now(moment=datetime(2027, 1, 4, tzinfo=UTC), day=MONDAY, catalogue_version="1")
FRIDAY = MONDAY + timedelta(days=25)


def empty() -> ProfileRecord:
    return new_record("r", Profile(name="R"), NOW)


def planned() -> ProfileRecord:
    plan = IssuedPlan(
        id="p",
        assessment_id="a",
        issued_at=NOW.moment,
        day=MONDAY,
        catalogue_version="1",
        profile=Profile(name="R"),
        answers={},
        choices=Choices(),
        hours={"reply_desk": 1.5},
        paper="a4",
        pdf_digest="0" * 64,
    )
    return replace(empty(), plans=(plan,))


def test_a_day_is_kept_once_and_days_stand_in_their_order() -> None:
    record = with_held(with_held(empty(), FRIDAY, NOW), MONDAY, NOW)
    assert held_of(record) == (MONDAY, FRIDAY)
    assert with_held(record, FRIDAY, NOW) is record
    assert held_of(moved(record, 3)) == (MONDAY + timedelta(weeks=3), FRIDAY + timedelta(weeks=3))


def test_the_oldest_days_go_where_there_are_more_than_are_kept() -> None:
    record = empty()
    days = [MONDAY + timedelta(days=place) for place in range(MOST_HELD + 3)]
    for day in days:
        record = with_held(record, day, NOW)
    assert held_of(record) == tuple(days[3:])


@pytest.mark.parametrize(
    "text", ["", "[", "{}", "7", '[7, null, "soon", "2027-13-01"]', "[" * 4_000, "x" * 9_000]
)
def test_what_makes_no_sense_counts_as_not_said(text: str) -> None:
    assert held_of(replace(empty(), settings={HELD: text})) == ()


def due(record: ProfileRecord, today: date) -> date | None:
    return client_of(shipped_catalogue(), record, {}, "f", today).due


def test_a_review_held_on_its_day_is_due_no_more_whatever_forecast_an_early_look_left() -> None:
    early = Forecast(first=MONDAY + timedelta(weeks=3), weeks=4, mean=6.5, low=4, high=9)
    looked = with_held(with_forecast(planned(), early, NOW), FRIDAY - timedelta(days=7), NOW)
    assert due(looked, FRIDAY) == FRIDAY
    assert due(with_held(looked, FRIDAY, NOW), FRIDAY) is None
    assert due(with_held(looked, FRIDAY, NOW), FRIDAY + timedelta(weeks=4)) == FRIDAY + timedelta(
        weeks=4
    )


def test_a_plan_that_has_ended_wants_another_look_although_reviews_were_held() -> None:
    last = MONDAY + timedelta(days=89)
    record = with_held(planned(), last, NOW)
    assert due(record, last) is None
    found = client_of(shipped_catalogue(), record, {}, "f", last + timedelta(days=1))
    assert (found.due, found.has_ended) == (last + timedelta(days=1), True)
