"""Forecasts hold eight times in ten or more, and say so of themselves (method section 5.4)."""

from dataclasses import replace

import numpy as np
import pytest

from socialplanner.domain.counted_log import CountedWeek, Log
from socialplanner.domain.forecast import Forecast, Hits, forecast, forecasts_made, hits, is_inside
from socialplanner.domain.learning import learn
from socialplanner.domain.roadmap import WEEK
from tests.domain.logs import MONDAY, PLAN, case_of, steady_log

STEADY = ("linkedin_dialogue", "linkedin_posts", *[""] * 7)
MADE = Forecast(first=MONDAY, weeks=2, mean=6.0, low=4, high=8)


def weeks(*totals: int, is_logged: bool = True) -> list[CountedWeek]:
    """Return weeks from the first of the forecast."""
    return [
        CountedWeek(monday=MONDAY + place * WEEK, untraced=total, is_logged=is_logged)
        for place, total in enumerate(totals)
    ]


def made(log: Log, hours: dict[str, float] | None = None) -> Forecast:
    """Return the forecast of a log."""
    case = case_of(log)
    following = case.weeks[-1].monday + WEEK
    found = forecast(case, learn(case), lambda _: PLAN if hours is None else hours, following)
    assert found is not None
    return found


def test_a_steady_log_goes_on_as_it_was() -> None:
    found = made(steady_log(26, *STEADY))
    assert found.first == MONDAY + 26 * WEEK
    assert found.weeks == 4
    assert found.low <= 36 <= found.high
    assert found.mean == pytest.approx(36, rel=0.1)
    assert found.after == found.first + 4 * WEEK


def test_fewer_hours_are_forecast_to_bring_less_and_the_same_hours_the_same() -> None:
    log = steady_log(26, *STEADY)
    assert made(log, {}).mean < made(log).mean
    assert made(log) == made(log)


def test_weeks_that_jump_make_the_range_wider() -> None:
    even, log = made(steady_log(26, *STEADY)), steady_log(26, *STEADY)
    moved = [
        replace(each, day=each.day + WEEK) if n // len(STEADY) % 2 else each
        for n, each in enumerate(log.enquiries)
    ]
    jumping = made(replace(log, enquiries=moved))
    assert jumping.high - jumping.low > even.high - even.low


def test_without_a_log_nothing_is_forecast() -> None:
    case = case_of(Log(weeks=[], enquiries=[]))
    assert forecast(case, learn(case), lambda _: PLAN, MONDAY) is None


@pytest.mark.parametrize(
    ("totals", "inside"), [((2, 2), True), ((4, 4), True), ((1, 2), False), ((5, 4), False)]
)
def test_both_ends_lie_inside(totals: tuple[int, int], inside: bool) -> None:  # noqa: FBT001
    assert is_inside(MADE, weeks(*totals)) is inside


def test_a_forecast_is_not_judged_before_its_weeks_are_over_or_where_one_was_not_ordinary() -> None:
    assert is_inside(MADE, weeks(5)) is None
    assert is_inside(MADE, weeks(3, 3, is_logged=False)) is None
    assert is_inside(MADE, [replace(each, is_odd=True) for each in weeks(3, 3)]) is None


def test_hits_count_those_that_can_be_judged() -> None:
    later = replace(MADE, first=MONDAY + 2 * WEEK)
    unknown = replace(MADE, first=MONDAY + 9 * WEEK)
    assert hits([MADE, later, unknown], weeks(3, 3, 9, 9)) == Hits(inside=1, judged=2)


def test_forecasts_that_were_not_kept_are_made_again_from_their_own_past() -> None:
    log = steady_log(14, *STEADY)
    again = forecasts_made(case_of(log), lambda _: PLAN)
    assert [each.first for each in again] == [MONDAY + n * WEEK for n in (4, 8, 12)]
    assert again[0] == made(replace(log, weeks=log.weeks[:4]))
    assert hits(again, case_of(log).weeks) == Hits(inside=2, judged=2)


def test_eight_of_ten_forecasts_hold_in_a_world_that_is_as_believed() -> None:
    rng = np.random.default_rng(3)
    found = made(steady_log(26, *STEADY))
    case = case_of(steady_log(26, *STEADY))
    draws = learn(case).draws
    rate = draws.productivity @ case.doses([PLAN] * 4)[-4:].sum(axis=0) + 4 * draws.baseline
    worlds = rng.poisson(rate)
    assert 0.78 <= np.mean((found.low <= worlds) & (worlds <= found.high)) <= 0.9
