"""The logbook as learning needs it: every week between the first and the last, hours and counts.

An enquiry is *traced* where a tag, a code or the customer's own answer names an activity; every
other one is *untraced*. It is *sourced* where somebody looked or asked, whatever came out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.moment import week_of
from socialplanner.domain.record import Enquiry, LoggedWeek
from socialplanner.domain.roadmap import WEEK

TO_FRIDAY = timedelta(days=4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """The logbook with its enquiries; `total_kpi` names the KPI that counts all outcomes, if any.

    Where a week's total under that KPI is above the enquiries noted one by one, the rest counts
    as untraced and unasked.
    """

    weeks: Sequence[LoggedWeek]
    enquiries: Sequence[Enquiry]
    total_kpi: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedWeek:
    """One calendar week; `is_logged` says whether its hours are known.

    Where they are not, `hours` are those of the week before: people keep their habits.
    """

    monday: date = date.min
    hours: Mapping[str, float] = field(default_factory=dict)
    is_logged: bool = False
    is_odd: bool = False
    traced: Mapping[str, int] = field(default_factory=dict)
    untraced: int = 0
    sourced: int = 0
    money: float = 0.0

    @property
    def total(self) -> int:
        """Return all outcomes of the week."""
        return sum(self.traced.values()) + self.untraced

    @property
    def is_learnt_from(self) -> bool:
        """Return whether hours and counts of the week belong together."""
        return self.is_logged and not self.is_odd


def counted_weeks(catalogue: Catalogue, log: Log, today: date) -> tuple[CountedWeek, ...]:
    """Return every week from the first with hours to the last, as far as they count by a day.

    A week that was logged counts from its Friday on: that is when reviews are held.
    """
    over = {week.monday: week for week in log.weeks if week.monday <= last_counted(today)}
    with_hours = sorted(monday for monday, week in over.items() if week.hours)
    if not with_hours:
        return ()
    noted = _by_week(log.enquiries)
    found, hours = list[CountedWeek](), dict[str, float]()
    for monday in _mondays(with_hours[0], with_hours[-1]):
        week = over.get(monday)
        if week is not None and week.hours:
            hours = _named_now(catalogue, week.hours)
        counted = _counted(catalogue, log, week, noted.get(monday, ()))
        found.append(replace(counted, monday=monday, hours=hours))
    return tuple(found)


def last_counted(today: date) -> date:
    """Return the Monday of the last week whose Friday has come."""
    return week_of(today - TO_FRIDAY)


def asked_share(weeks: Iterable[CountedWeek]) -> float | None:
    """Return the share of outcomes whose source was looked for, None where there are none."""
    total, sourced = 0, 0
    for week in weeks:
        total, sourced = total + week.total, sourced + week.sourced
    return sourced / total if total else None


def is_sourced(enquiry: Enquiry) -> bool:
    """Return whether somebody asked or looked where an enquiry came from."""
    return bool(enquiry.trace or enquiry.words.strip())


def traced_to(catalogue: Catalogue, enquiry: Enquiry) -> str:
    """Return the id, as it is now, of the activity an enquiry was traced to; "" for none."""
    named = catalogue.renamed.get(enquiry.activity_id, enquiry.activity_id)
    known = any(activity.id == named for activity in catalogue.activities)
    return named if enquiry.trace and known else ""


def _mondays(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += WEEK


def _by_week(enquiries: Iterable[Enquiry]) -> dict[date, list[Enquiry]]:
    found: dict[date, list[Enquiry]] = {}
    for enquiry in enquiries:
        found.setdefault(week_of(enquiry.day), []).append(enquiry)
    return found


def _named_now(catalogue: Catalogue, hours: Mapping[str, float]) -> dict[str, float]:
    """Return hours by the ids that activities have now; what is no activity is left out."""
    known = {activity.id for activity in catalogue.activities}
    found: dict[str, float] = {}
    for key, amount in hours.items():
        named = catalogue.renamed.get(key, key)
        found[named] = found.get(named, 0.0) + amount
    return {key: amount for key, amount in found.items() if key in known}


def _counted(
    catalogue: Catalogue, log: Log, week: LoggedWeek | None, noted: Sequence[Enquiry]
) -> CountedWeek:
    """Return the counts of a week."""
    total = 0 if week is None else round(week.outcomes.get(log.total_kpi, 0.0))
    traced = Counter(key for each in noted if (key := traced_to(catalogue, each)))
    return CountedWeek(
        is_logged=week is not None and bool(week.hours),
        is_odd=week is not None and week.is_odd,
        traced=dict(traced),
        untraced=max(len(noted), total) - sum(traced.values()),
        sourced=sum(map(is_sourced, noted)),
        money=0.0 if week is None else week.money or 0.0,
    )
