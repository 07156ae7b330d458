"""The planned hours as blocks of a week: they add up, they fit, they never overlap."""

from collections import Counter
from datetime import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.domain.agenda import (
    DAY,
    HALF_HOUR,
    LONGEST,
    ROUND_THE_CLOCK,
    Block,
    NoRoomError,
    WeekTimes,
    is_steady,
    week_blocks,
)
from tests.domain.assessments import assessment, firm_with
from tests.domain.builders import shipped_catalogue
from tests.domain.firms import FIRMS

IDS = [activity.id for activity in shipped_catalogue().activities]
STEPS = st.dictionaries(st.sampled_from(IDS), st.integers(1, 24), min_size=1, max_size=12)
HOURS = STEPS.map(lambda steps: {key: amount / 2 for key, amount in steps.items()})
DAYS = st.lists(st.integers(0, 6), min_size=1, max_size=7, unique=True).map(tuple)
STARTS = st.builds(time, st.integers(0, 23), st.sampled_from([0, 5, 30, 59]))
TIMES = st.builds(WeekTimes, days=DAYS, start=STARTS)


def blocks_of(hours: dict[str, float], times: WeekTimes | None = None) -> tuple[Block, ...]:
    """Return the blocks of a week with the shipped catalogue."""
    return week_blocks(shipped_catalogue(), hours, times or WeekTimes())


def hours_in(blocks: tuple[Block, ...]) -> dict[str, float]:
    """Return the hours of all blocks by activity."""
    minutes: Counter[str] = Counter()
    for block in blocks:
        minutes[block.activity_id] += block.minutes
    return {key: amount / 60 for key, amount in minutes.items()}


def check(blocks: tuple[Block, ...], hours: dict[str, float], times: WeekTimes) -> None:
    """Check everything that holds for the blocks of any week."""
    assert hours_in(blocks) == hours
    for block in blocks:
        assert block.minutes in range(HALF_HOUR, LONGEST * HALF_HOUR + 1, HALF_HOUR)
        assert block.weekday in times.days
        assert times.begin <= block.begin
        assert block.end <= DAY
    for before, after in pairwise(blocks):
        assert (before.weekday, before.end) <= (after.weekday, after.begin)
    for key in hours:
        places = [block.place for block in blocks if block.activity_id == key]
        assert places == list(range(1, len(places) + 1))


@given(HOURS, TIMES)
def test_blocks_add_up_fit_and_never_overlap_or_the_week_is_refused(
    hours: dict[str, float], times: WeekTimes
) -> None:
    if sum(hours.values()) <= times.room:
        check(blocks_of(hours, times), hours, times)
    else:
        with pytest.raises(NoRoomError) as refused:
            blocks_of(hours, times)
        assert (refused.value.hours, refused.value.room) == (sum(hours.values()), times.room)


@given(DAYS, STARTS, st.permutations(IDS))
def test_a_week_that_is_full_to_the_last_half_hour_still_fits(
    days: tuple[int, ...], start: time, ids: list[str]
) -> None:
    times = WeekTimes(days=days, start=start)
    each, more = divmod(round(2 * times.room), len(ids))
    hours = {key: (each + (place < more)) / 2 for place, key in enumerate(ids)}
    hours = {key: amount for key, amount in hours.items() if amount}
    check(blocks_of(hours, times), hours, times)


@pytest.mark.parametrize("hours", [1.0, 2.5, 6.0, 20.0, 40.0, 80.0])
@pytest.mark.parametrize("name", FIRMS)
def test_every_plan_fits_into_office_days_from_nine(name: str, hours: float) -> None:
    planned = dict(assessment(firm_with(name, hours_per_week=hours)).plan.hours)
    check(blocks_of(planned), planned, WeekTimes())


def test_answering_and_listening_come_a_little_on_most_days_and_first() -> None:
    blocks = blocks_of({"short_video": 4.0, "reply_desk": 2.5, "listening": 1.5})
    answering = [block for block in blocks if block.activity_id == "reply_desk"]
    assert [(block.weekday, block.minutes) for block in answering] == [
        (day, HALF_HOUR) for day in range(5)
    ]
    assert len({block.weekday for block in blocks if block.activity_id == "listening"}) == 3
    video = [block for block in blocks if block.activity_id == "short_video"]
    assert [block.minutes for block in video] == [120, 120]
    assert all(block.begin > 9 * 60 for block in video)


def test_the_catalogue_says_what_is_steady_work() -> None:
    steady = {key for key in IDS if is_steady(shipped_catalogue(), key)}
    assert steady == {"listening", "reply_desk", "review_replies"}


def test_days_are_about_as_long_as_one_another() -> None:
    hours = {"short_video": 4.0, "articles": 4.0, "newsletter": 2.0, "reply_desk": 2.5}
    lengths: Counter[int] = Counter()
    for block in blocks_of(hours):
        lengths[block.weekday] += block.minutes
    assert len(lengths) == 5
    assert max(lengths.values()) - min(lengths.values()) <= 30


def test_more_hours_make_longer_days_with_pauses_and_the_same_first_block() -> None:
    few = blocks_of({"short_video": 2.0}, WeekTimes(days=(2,)))
    many = blocks_of({"short_video": 8.0, "articles": 2.0}, WeekTimes(days=(2,)))
    assert few[0] == many[0]
    assert [(block.begin, block.end) for block in many] == [
        (9 * 60, 11 * 60),
        (11 * 60, 13 * 60),
        (14 * 60, 16 * 60),
        (16 * 60, 18 * 60),
        (19 * 60, 21 * 60),
    ]


def test_a_day_without_room_for_pauses_has_none() -> None:
    blocks = blocks_of({"short_video": 8.0}, WeekTimes(days=(6,), start=time(16)))
    assert [block.begin for block in blocks] == [16 * 60, 18 * 60, 20 * 60, 22 * 60]
    assert blocks[-1].end == DAY


def test_the_same_plan_has_the_same_week() -> None:
    hours = {"short_video": 3.5, "articles": 4.0, "reply_desk": 1.5, "listening": 0.5}
    assert blocks_of(hours) == blocks_of(dict(hours))


@pytest.mark.parametrize("days", [(), (7,), (-1,), (0, 0)])
def test_a_week_without_days_or_with_unknown_ones_is_refused(days: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="at least one day"):
        WeekTimes(days=days)


def test_the_order_in_which_days_are_chosen_does_not_matter() -> None:
    hours = {"short_video": 3.5, "reply_desk": 1.0}
    assert blocks_of(hours, WeekTimes(days=(4, 0))) == blocks_of(hours, WeekTimes(days=(0, 4)))


def test_round_the_clock_is_a_whole_week() -> None:
    assert ROUND_THE_CLOCK.room == 7 * 24
