"""Lists of what a person decided, each kept as one JSON text among the settings of a profile.

A text that is damaged or longer than is kept counts as not said, and so does an entry that makes
no sense; the oldest entries go first where there are more than are kept.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from math import isfinite
from typing import TypeVar

from socialplanner.domain.editing import Now
from socialplanner.domain.moment import week_of
from socialplanner.domain.record import LONGEST_NOTE, ProfileRecord

Entry = TypeVar("Entry")


def with_entries(
    record: ProfileRecord, name: str, entries: Sequence[object], most: int, now: Now
) -> ProfileRecord:
    """Return the record with entries kept; the oldest are left out until the text is short."""
    entries = entries[-most:]
    while len(text := entries_text(entries)) > LONGEST_NOTE:
        entries = entries[1:]
    settings = {key: kept for key, kept in record.settings.items() if key != name}
    if entries:
        settings[name] = text
    return replace(record, settings=settings, changed_at=now.moment)


def entries_text(entries: Sequence[object]) -> str:
    """Return entries as JSON in one line."""
    return json.dumps(entries, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def entries_of(
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


def monday_said(said: object) -> date | None:
    """Return a Monday that leaves room for every week that is counted from it."""
    try:
        found = date.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None
    if found is None or found != week_of(found) or not date(1990, 1, 1) <= found < date(2200, 1, 1):
        return None
    return found


def whole_said(said: object, most: int) -> int | None:
    """Return a whole number from none to the most."""
    is_whole = isinstance(said, int) and not isinstance(said, bool)
    return said if is_whole and isinstance(said, int) and 0 <= said <= most else None


def amount_said(said: object, most: float) -> float | None:
    """Return a number from none to the most."""
    if not isinstance(said, int | float) or isinstance(said, bool):
        return None
    return float(said) if 0 <= said <= most and isfinite(said) else None
