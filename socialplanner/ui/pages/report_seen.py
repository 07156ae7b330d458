"""Which doubts of the check the person found right; kept with the profile."""

from dataclasses import replace
from typing import Final

from socialplanner.domain.record import ProfileRecord

SEEN_KEPT: Final = "report.found_right"
MOST_SEEN: Final = 60


def seen(record: ProfileRecord) -> frozenset[str]:
    """Return the keys of the notices that were found right."""
    return frozenset(record.settings.get(SEEN_KEPT, "").split())


def with_seen(record: ProfileRecord, key: str) -> ProfileRecord:
    """Return the record in which one more notice is right; the oldest ones are forgotten."""
    kept = [each for each in record.settings.get(SEEN_KEPT, "").split() if each != key]
    return _with(record, " ".join([*kept, key][-MOST_SEEN:]))


def with_nothing_seen(record: ProfileRecord) -> ProfileRecord:
    """Return the record in which every notice is told again."""
    return _with(record, "")


def _with(record: ProfileRecord, kept: str) -> ProfileRecord:
    return replace(record, settings={**record.settings, SEEN_KEPT: kept})
