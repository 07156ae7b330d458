"""Weeks that were written down elsewhere, beside what the logbook has of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from socialplanner.domain.editing import Now
from socialplanner.domain.logbook import with_weeks
from socialplanner.domain.record import LoggedWeek, ProfileRecord

HOURS, OUTCOME, MONEY, ODD, NOTE = "hours", "outcome", "money", "odd", "note"

Entry = tuple[str, str]
"""What a week says something about: hours of an activity, a KPI, money, odd, note."""

Said = float | str
"""What it says; an odd week says 1."""

ODD_MARK: Final = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledWeek:
    """A week of a file; `logged` is what the logbook has of it, None where it has nothing."""

    monday: date
    said: Mapping[Entry, Said]
    logged: LoggedWeek | None = None

    @property
    def new(self) -> tuple[Entry, ...]:
        """Return what the logbook does not have yet."""
        here = said_of(self.logged)
        return tuple(key for key in self.said if key not in here)

    @property
    def differing(self) -> tuple[Entry, ...]:
        """Return what the logbook has otherwise."""
        here = said_of(self.logged)
        return tuple(key for key, value in self.said.items() if here.get(key, value) != value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What of the logbook gives way to a file: all, some weeks, some entries of weeks, nothing."""

    replaces_all: bool = False
    weeks: frozenset[date] = frozenset()
    entries: frozenset[tuple[date, Entry]] = frozenset()

    def replaces(self, monday: date, entry: Entry) -> bool:
        """Return whether what is logged gives way there."""
        return self.replaces_all or monday in self.weeks or (monday, entry) in self.entries

    def taken(self, week: FiledWeek) -> tuple[Entry, ...]:
        """Return what goes into the logbook of a week: what is new, and what was named."""
        new, differing = set(week.new), set(week.differing)
        return tuple(
            key
            for key in week.said
            if key in new or (key in differing and self.replaces(week.monday, key))
        )


def said_of(week: LoggedWeek | None) -> dict[Entry, Said]:
    """Return everything a week says, entry by entry."""
    if week is None:
        return {}
    found: dict[Entry, Said] = {(HOURS, key): value for key, value in week.hours.items()}
    found |= {(OUTCOME, key): value for key, value in week.outcomes.items()}
    found |= {} if week.money is None else {(MONEY, ""): week.money}
    found |= {(ODD, ""): ODD_MARK} if week.is_odd else {}
    return found | ({(NOTE, ""): week.note} if week.note else {})


def week_of_entries(monday: date, said: Mapping[Entry, Said], now: Now) -> LoggedWeek:
    """Return a week that says this."""
    numbers = {key: value for key, value in said.items() if isinstance(value, float | int)}
    return LoggedWeek(
        monday=monday,
        changed_at=now.moment,
        hours={key: value for (kind, key), value in numbers.items() if kind == HOURS},
        outcomes={key: value for (kind, key), value in numbers.items() if kind == OUTCOME},
        money=numbers.get((MONEY, "")),
        is_odd=(ODD, "") in said,
        note=str(said.get((NOTE, ""), "")),
    )


def beside_logged(weeks: Iterable[FiledWeek], record: ProfileRecord) -> tuple[FiledWeek, ...]:
    """Return weeks of a file, each beside what the logbook has now."""
    logged = {week.monday: week for week in record.weeks}
    return tuple(
        FiledWeek(monday=each.monday, said=each.said, logged=logged.get(each.monday))
        for each in weeks
    )


def with_filed(
    record: ProfileRecord, weeks: Iterable[FiledWeek], now: Now, *, replaces: bool
) -> ProfileRecord:
    """Return the record with all that is new in some weeks; what differs gives way only if asked.

    Nothing is ever taken away: what a file leaves empty stays as it is logged.
    """
    return with_decided(record, weeks, Decided(replaces_all=replaces), now)


def with_decided(
    record: ProfileRecord, weeks: Iterable[FiledWeek], decided: Decided, now: Now
) -> ProfileRecord:
    """Return the record with what was decided about some weeks, as the logbook is now."""
    changed: dict[date, LoggedWeek | None] = {}
    for filed in beside_logged(weeks, record):
        here = said_of(filed.logged)
        both = {**here, **{key: filed.said[key] for key in decided.taken(filed)}}
        if both != here:
            week = week_of_entries(filed.monday, both, now)
            changed[filed.monday] = replace(week, origins=_origins(filed.logged, week))
    return with_weeks(record, changed, now)


def _origins(before: LoggedWeek | None, week: LoggedWeek) -> Mapping[str, str]:
    """Return what the figures were read from that stayed as they were."""
    if before is None:
        return {}
    return {
        key: origin
        for key, origin in before.origins.items()
        if key in week.outcomes and before.outcomes.get(key) == week.outcomes[key]
    }
