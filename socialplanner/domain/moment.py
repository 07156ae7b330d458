"""Points in time and weeks: moments are UTC, a week is named by its Monday."""

import re
from datetime import UTC, date, datetime, timedelta

LENGTH = len("2027-01-31T12:00:00.000000Z")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)


def moment_text(moment: datetime) -> str:
    """Return a moment like ``2027-01-31T12:00:00.000000Z``: texts sort as the moments do.

    Raises ValueError for a datetime without a time zone: it could be any of 27 hours.
    """
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone")
    plain = moment.astimezone(UTC).replace(tzinfo=None)
    return f"{plain.isoformat(timespec='microseconds')}Z"


def moment_of(text: str) -> datetime:
    """Return the moment of such a text; ValueError for any other."""
    if _MOMENT.fullmatch(text) is None:
        raise ValueError(f"{text[:LENGTH]!r} is no moment like 2027-01-31T12:00:00.000000Z")
    return datetime.fromisoformat(text)


def week_of(day: date) -> date:
    """Return the Monday of the ISO week of a day: the one name a week has, in every time zone."""
    return day - timedelta(days=day.weekday())


def plan_start(day: date) -> date:
    """Return the Monday on which a plan of a day begins: that day, or the next one after it."""
    return week_of(day + timedelta(days=6))
