"""Decision rules that the owner has acted on, with the day, kept as a text in the settings.

A rule is known by the KPI it looks at and the day it was due, so that the same rule of a later plan
is another. A text that is damaged counts as not said; the oldest go first where there are many.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from socialplanner.domain.editing import Now
from socialplanner.domain.record import LONGEST_NOTE, ProfileRecord

if TYPE_CHECKING:
    from socialplanner.domain.decision import DecisionRule

DONE: Final = "review.done"
MOST_DONE: Final = 40


def rule_key(rule: "DecisionRule") -> str:
    """Return what a rule is known by."""
    return f"{rule.kpi_id} {rule.by.isoformat()}"


def done_rules(record: ProfileRecord) -> Mapping[str, date]:
    """Return the days on which rules were marked as done, by what the rules are known by."""
    text = record.settings.get(DONE, "")
    if not text or len(text) > LONGEST_NOTE:
        return {}
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    pairs = said.items() if isinstance(said, dict) else ()
    return {key: day for key, each in pairs if (day := _day(each)) is not None}


def with_done(record: ProfileRecord, key: str, now: Now) -> ProfileRecord:
    """Return the record with a rule marked as done today."""
    done = sorted({**done_rules(record), key: now.day}.items(), key=lambda pair: (pair[1], pair[0]))
    return _with(record, dict(done[-MOST_DONE:]), now)


def without_done(record: ProfileRecord, key: str, now: Now) -> ProfileRecord:
    """Return the record with a rule no longer marked as done."""
    return _with(record, {k: day for k, day in done_rules(record).items() if k != key}, now)


def _with(record: ProfileRecord, done: Mapping[str, date], now: Now) -> ProfileRecord:
    settings = {name: text for name, text in record.settings.items() if name != DONE}
    plain = {key: day.isoformat() for key, day in done.items()}
    while len(text := json.dumps(plain, ensure_ascii=False, separators=(",", ":"))) > LONGEST_NOTE:
        plain.pop(next(iter(plain)))
    if plain:
        settings[DONE] = text
    return replace(record, settings=settings, changed_at=now.moment)


def _day(said: object) -> date | None:
    try:
        return date.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None
