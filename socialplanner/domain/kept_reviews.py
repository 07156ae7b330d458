"""What reviews leave behind: forecasts and on/off tests, kept as texts among the settings.

Hours taken over lie in `followed`, what the texts have in common in `kept_texts`.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from socialplanner.domain.editing import Now
from socialplanner.domain.followed import FOLLOWED, MOST_HOURS
from socialplanner.domain.forecast import Forecast
from socialplanner.domain.kept_test import KeptTest
from socialplanner.domain.kept_texts import (
    amount_said,
    entries_of,
    monday_said,
    whole_said,
    with_entries,
)
from socialplanner.domain.record import ProfileRecord

FORECASTS: Final = "review.forecasts"
TESTS: Final = "review.tests"

MOST_FORECASTS: Final = 40
MOST_TESTS: Final = 8
MOST_WEEKS: Final = 60
"""The most weeks of a forecast or of one side of a test."""
MOST_OUTCOMES: Final = 1_000_000


def forecasts_of(record: ProfileRecord) -> tuple[Forecast, ...]:
    """Return the forecasts that reviews made, in the order of their weeks."""
    found = entries_of(record, FORECASTS, _forecast)
    return tuple(sorted(found, key=lambda each: each.first))[-MOST_FORECASTS:]


def with_forecast(record: ProfileRecord, made: Forecast, now: Now) -> ProfileRecord:
    """Return the record that keeps a forecast, unless one of the same KPI covers a week of it.

    What was said first stands, and no week is forecast twice: nobody shall be right by saying the
    same again.
    """
    kept = forecasts_of(record)
    alike = [each for each in kept if each.counted == made.counted]
    if any(each.first < made.after and made.first < each.after for each in alike):
        return record
    entries = sorted((*kept, made), key=lambda each: each.first)
    return with_entries(record, FORECASTS, list(map(_plain_forecast, entries)), MOST_FORECASTS, now)


def planned_tests(record: ProfileRecord) -> tuple[KeptTest, ...]:
    """Return the on/off tests that were planned, in the order of their weeks."""
    found = entries_of(record, TESTS, _test)
    return tuple(sorted(found, key=lambda each: each.monday))[-MOST_TESTS:]


def with_test(record: ProfileRecord, planned: KeptTest, now: Now) -> ProfileRecord:
    """Return the record with a test planned; one of the same first week is replaced."""
    kept = [each for each in planned_tests(record) if each.monday != planned.monday]
    entries = sorted((*kept, planned), key=lambda each: each.monday)
    return with_entries(record, TESTS, list(map(_plain_test, entries)), MOST_TESTS, now)


def without_test(record: ProfileRecord, monday: date, now: Now) -> ProfileRecord:
    """Return the record without the test that begins with a week."""
    kept = [each for each in planned_tests(record) if each.monday != monday]
    return with_entries(record, TESTS, list(map(_plain_test, kept)), MOST_TESTS, now)


def with_reviews_of(
    record: ProfileRecord,
    other: ProfileRecord,
    names: Collection[str] = (FORECASTS, FOLLOWED, TESTS),
) -> ProfileRecord:
    """Return the record with what reviews left in another, or in its own earlier state."""
    others = {name: text for name, text in record.settings.items() if name not in names}
    ours = {name: text for name, text in other.settings.items() if name in names}
    return replace(record, settings={**others, **ours})


def _plain_forecast(made: Forecast) -> dict[str, object]:
    return {
        "first": made.first.isoformat(),
        "weeks": made.weeks,
        "mean": round(made.mean, 3),
        "low": made.low,
        "high": made.high,
        **({"counted": made.counted} if made.counted else {}),
    }


def _plain_test(test: KeptTest) -> dict[str, object]:
    return {
        "activity": test.activity_id,
        "from": test.monday.isoformat(),
        "weeks": test.weeks,
        **({"hours": test.hours} if test.hours else {}),
        **({"counted": test.counted} if test.counted else {}),
    }


def _forecast(said: Mapping[str, object]) -> Forecast | None:
    first, weeks = monday_said(said.get("first")), whole_said(said.get("weeks"), MOST_WEEKS)
    low, high = (whole_said(said.get(key), MOST_OUTCOMES) for key in ("low", "high"))
    mean = amount_said(said.get("mean"), MOST_OUTCOMES)
    counted = said.get("counted", "")
    if first is None or not weeks or low is None or high is None or mean is None or low > high:
        return None
    if not isinstance(counted, str):
        return None
    return Forecast(first=first, weeks=weeks, mean=mean, low=low, high=high, counted=counted)


def _test(said: Mapping[str, object]) -> KeptTest | None:
    monday, weeks = monday_said(said.get("from")), whole_said(said.get("weeks"), MOST_WEEKS)
    activity, counted = said.get("activity"), said.get("counted", "")
    hours = amount_said(said.get("hours", 0.0), MOST_HOURS)
    if monday is None or not weeks or hours is None:
        return None
    if not isinstance(activity, str) or not activity or not isinstance(counted, str):
        return None
    return KeptTest(activity_id=activity, monday=monday, weeks=weeks, hours=hours, counted=counted)
