"""What reviews leave behind: forecasts, hours taken over, and on/off tests, kept as texts.

They stand among the settings of a profile, each kind as one JSON text under its name. A text that
is damaged or longer than is kept counts as not said, and so does an entry that makes no sense; the
oldest entries go first where there are more than are kept.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import isfinite
from typing import Final, TypeVar

from socialplanner.domain.editing import Now
from socialplanner.domain.forecast import Forecast
from socialplanner.domain.kept_test import KeptTest
from socialplanner.domain.moment import week_of
from socialplanner.domain.record import LONGEST_NOTE, ProfileRecord

FORECASTS: Final = "review.forecasts"
FOLLOWED: Final = "review.followed"
TESTS: Final = "review.tests"

MOST_FORECASTS: Final = 40
MOST_FOLLOWED: Final = 12
MOST_TESTS: Final = 8
MOST_WEEKS: Final = 60
"""The most weeks of a forecast or of one side of a test."""
MOST_HOURS: Final = 168.0
MOST_OUTCOMES: Final = 1_000_000

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedHours:
    """Weekly hours by activity id that were agreed at a review, from a Monday on."""

    monday: date
    hours: Mapping[str, float]


def forecasts_of(record: ProfileRecord) -> tuple[Forecast, ...]:
    """Return the forecasts that reviews made, in the order of their weeks."""
    found = _entries(record, FORECASTS, _forecast)
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
    return _with(record, FORECASTS, list(map(_plain_forecast, entries)), MOST_FORECASTS, now)


def followed_of(record: ProfileRecord) -> tuple[FollowedHours, ...]:
    """Return the hours that were agreed at reviews, in the order of their weeks."""
    found = _entries(record, FOLLOWED, _followed)
    return tuple(sorted(found, key=lambda each: each.monday))[-MOST_FOLLOWED:]


def with_followed(record: ProfileRecord, agreed: FollowedHours, now: Now) -> ProfileRecord:
    """Return the record in which these hours are followed, instead of others from that week on."""
    kept = [each for each in followed_of(record) if each.monday < agreed.monday]
    plain = [
        {"from": each.monday.isoformat(), "hours": dict(each.hours)} for each in (*kept, agreed)
    ]
    return _with(record, FOLLOWED, plain, MOST_FOLLOWED, now)


def planned_tests(record: ProfileRecord) -> tuple[KeptTest, ...]:
    """Return the on/off tests that were planned, in the order of their weeks."""
    found = _entries(record, TESTS, _test)
    return tuple(sorted(found, key=lambda each: each.monday))[-MOST_TESTS:]


def with_test(record: ProfileRecord, planned: KeptTest, now: Now) -> ProfileRecord:
    """Return the record with a test planned; one of the same first week is replaced."""
    kept = [each for each in planned_tests(record) if each.monday != planned.monday]
    entries = sorted((*kept, planned), key=lambda each: each.monday)
    return _with(record, TESTS, list(map(_plain_test, entries)), MOST_TESTS, now)


def without_test(record: ProfileRecord, monday: date, now: Now) -> ProfileRecord:
    """Return the record without the test that begins with a week."""
    kept = [each for each in planned_tests(record) if each.monday != monday]
    return _with(record, TESTS, list(map(_plain_test, kept)), MOST_TESTS, now)


def with_reviews_of(record: ProfileRecord, other: ProfileRecord) -> ProfileRecord:
    """Return the record with what reviews left in another, or in its own earlier state."""
    names = (FORECASTS, FOLLOWED, TESTS)
    others = {name: text for name, text in record.settings.items() if name not in names}
    ours = {name: text for name, text in other.settings.items() if name in names}
    return replace(record, settings={**others, **ours})


def _with(
    record: ProfileRecord, name: str, entries: Sequence[object], most: int, now: Now
) -> ProfileRecord:
    """Return the record with entries kept; the oldest are left out until the text is short."""
    entries = entries[-most:]
    while len(text := _text(entries)) > LONGEST_NOTE:
        entries = entries[1:]
    settings = {key: kept for key, kept in record.settings.items() if key != name}
    if entries:
        settings[name] = text
    return replace(record, settings=settings, changed_at=now.moment)


def _text(entries: Sequence[object]) -> str:
    return json.dumps(entries, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


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


def _entries(
    record: ProfileRecord, name: str, read: Callable[[Mapping[str, object]], Entry | None]
) -> Iterator[Entry]:
    """Yield what a text says and what makes sense of it."""
    text = record.settings.get(name, "")
    if not text or len(text) > LONGEST_NOTE:
        return
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return
    for each in said if isinstance(said, list) else ():
        found = read(each) if isinstance(each, dict) else None
        if found is not None:
            yield found


def _forecast(said: Mapping[str, object]) -> Forecast | None:
    first, weeks = _monday(said.get("first")), _whole(said.get("weeks"), MOST_WEEKS)
    low, high = (_whole(said.get(key), MOST_OUTCOMES) for key in ("low", "high"))
    mean = _amount(said.get("mean"), MOST_OUTCOMES)
    counted = said.get("counted", "")
    if first is None or not weeks or low is None or high is None or mean is None or low > high:
        return None
    if not isinstance(counted, str):
        return None
    return Forecast(first=first, weeks=weeks, mean=mean, low=low, high=high, counted=counted)


def _followed(said: Mapping[str, object]) -> FollowedHours | None:
    monday, hours = _monday(said.get("from")), said.get("hours")
    if monday is None or not isinstance(hours, dict):
        return None
    read = {key: _amount(amount, MOST_HOURS) for key, amount in hours.items()}
    found = {key: amount for key, amount in read.items() if amount is not None}
    if not found or len(found) < len(read):
        return None
    return FollowedHours(monday=monday, hours=found)


def _test(said: Mapping[str, object]) -> KeptTest | None:
    monday, weeks = _monday(said.get("from")), _whole(said.get("weeks"), MOST_WEEKS)
    activity, counted = said.get("activity"), said.get("counted", "")
    hours = _amount(said.get("hours", 0.0), MOST_HOURS)
    if monday is None or not weeks or hours is None:
        return None
    if not isinstance(activity, str) or not activity or not isinstance(counted, str):
        return None
    return KeptTest(activity_id=activity, monday=monday, weeks=weeks, hours=hours, counted=counted)


def _monday(said: object) -> date | None:
    """Return a Monday that leaves room for every week that is counted from it."""
    try:
        found = date.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None
    if found is None or found != week_of(found) or not date(1990, 1, 1) <= found < date(2200, 1, 1):
        return None
    return found


def _whole(said: object, most: int) -> int | None:
    is_whole = isinstance(said, int) and not isinstance(said, bool)
    return said if is_whole and isinstance(said, int) and 0 <= said <= most else None


def _amount(said: object, most: float) -> float | None:
    if not isinstance(said, int | float) or isinstance(said, bool):
        return None
    return float(said) if 0 <= said <= most and isfinite(said) else None
