"""The days on which reviews were held, kept as one text among the settings of a profile.

A text that is damaged or longer than is kept counts as not said; the oldest days go first.
"""

import json
from dataclasses import replace
from datetime import date
from typing import Final

from socialplanner.domain.editing import Now
from socialplanner.domain.record import LONGEST_NOTE, ProfileRecord

HELD: Final = "review.held"
MOST_HELD: Final = 60


def held_of(record: ProfileRecord) -> tuple[date, ...]:
    """Return the days on which a person held a review, in their order."""
    text = record.settings.get(HELD, "")
    if not text or len(text) > LONGEST_NOTE:
        return ()
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    found = {_day(each) for each in said} if isinstance(said, list) else set()
    return tuple(sorted(day for day in found if day is not None))[-MOST_HELD:]


def with_held(record: ProfileRecord, day: date, now: Now) -> ProfileRecord:
    """Return the record that knows of a review held on a day; the same where it knows already."""
    kept = held_of(record)
    days = sorted({*kept, day})[-MOST_HELD:]
    if tuple(days) == kept:
        return record
    text = json.dumps([each.isoformat() for each in days], separators=(",", ":"))
    return replace(record, settings={**record.settings, HELD: text}, changed_at=now.moment)


def _day(said: object) -> date | None:
    if not isinstance(said, str):
        return None
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None
