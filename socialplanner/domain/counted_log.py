"""The logbook as learning needs it: every week between the first and the last, hours and counts.

An enquiry is *traced* where a tag, a code or the customer's own answer names an activity; every
other one is *untraced*. It is *sourced* where somebody looked or asked, whatever came out.

Besides the list there are typed figures of a week: enquiries asked and enquiries tagged. They
count some of the same enquiries, so they are never added: a week had at least as many as the
largest of list and figures says. What is above the list is *unlisted*: untraced, and not sourced
either. The first because no activity is known. The second because the share asked is that of
enquiries *with a stored answer* (6.5), and a bare number stores none: if those who named a person
were taken for asked and untraced, the model would read “asked, and nobody named networking” (5.2),
the opposite of what was counted. So typed totals count wherever totals do (forecasts, tests, how
many there were), and where they are more than a fifth nothing is learnt of single activities.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.kpi import TRACED
from socialplanner.domain.moment import week_of
from socialplanner.domain.record import Enquiry, LoggedWeek
from socialplanner.domain.roadmap import WEEK

TO_FRIDAY = timedelta(days=4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """The logbook with its enquiries; `total_kpi` names the KPI that is counted, "" for enquiries.

    Another KPI counts by its typed figure alone: a week without it does not count, and where its
    outcomes came from is noted nowhere, so that nothing is traced.
    """

    weeks: Sequence[LoggedWeek]
    enquiries: Sequence[Enquiry]
    total_kpi: str = ""

    @property
    def totals(self) -> tuple[str, ...]:
        """Return the KPIs whose figure of a week is at least a part of its enquiries."""
        return tuple(TRACED.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedWeek:
    """One calendar week; `is_logged` says whether its hours are known.

    Where they are not, `hours` are those of the week before: people keep their habits. `unlisted`
    are those of the untraced outcomes that stand in no list, only in a figure that was typed;
    `is_counted` is false where the figure that counts was not typed.
    """

    monday: date = date.min
    hours: Mapping[str, float] = field(default_factory=dict)
    is_logged: bool = False
    is_odd: bool = False
    is_counted: bool = True
    traced: Mapping[str, int] = field(default_factory=dict)
    untraced: int = 0
    unlisted: int = 0
    sourced: int = 0
    money: float = 0.0

    @property
    def total(self) -> int:
        """Return all outcomes of the week."""
        return sum(self.traced.values()) + self.untraced

    @property
    def is_learnt_from(self) -> bool:
        """Return whether hours and counts of the week belong together."""
        return self.is_logged and self.is_counted and not self.is_odd


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


def typed_total(week: LoggedWeek, kpis: Iterable[str]) -> int:
    """Return the largest of some figures that were typed for a week, 0 where none was."""
    return max((round(week.outcomes.get(key, 0.0)) for key in kpis), default=0)


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
    if log.total_kpi:
        return _counted_by_figure(log, week)
    total = max(len(noted), 0 if week is None else typed_total(week, log.totals))
    traced = Counter(key for each in noted if (key := traced_to(catalogue, each)))
    return CountedWeek(
        is_logged=week is not None and bool(week.hours),
        is_odd=week is not None and week.is_odd,
        traced=dict(traced),
        untraced=total - sum(traced.values()),
        unlisted=total - len(noted),
        sourced=sum(map(is_sourced, noted)),
        money=0.0 if week is None else week.money or 0.0,
    )


def _counted_by_figure(log: Log, week: LoggedWeek | None) -> CountedWeek:
    """Return the counts of a week by another figure than enquiries, whose sources nobody notes."""
    typed = None if week is None else week.outcomes.get(log.total_kpi)
    total = round(typed or 0.0)
    return CountedWeek(
        is_logged=week is not None and bool(week.hours),
        is_odd=week is not None and week.is_odd,
        is_counted=typed is not None,
        untraced=total,
        unlisted=total,
        money=0.0 if week is None else week.money or 0.0,
    )
