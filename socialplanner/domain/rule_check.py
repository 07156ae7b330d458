"""Decision rules put to the log on their dates: what was agreed, and what came of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum, unique
from math import sqrt

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.counted_log import Log, is_sourced, traced_to, typed_total
from socialplanner.domain.decision import DecisionKind, DecisionRule
from socialplanner.domain.early_sign import fall_by_chance
from socialplanner.domain.ids import Mode
from socialplanner.domain.kpi import TRACED
from socialplanner.domain.moment import week_of
from socialplanner.domain.record import Enquiry, LoggedWeek
from socialplanner.domain.roadmap import WEEK, Roadmap

WEEKLY = "weekly"
PERCENT = 100.0


@unique
class RuleState(StrEnum):
    """What the log says about a rule: `HOLDS` asks for nothing, `FIRES` for what was agreed.

    `MAY_BE_CHANCE` is lower than agreed, and no lower than chance alone makes it.
    """

    NOT_DUE = "not_due"
    NOT_ENOUGH = "not_enough"
    HOLDS = "holds"
    MAY_BE_CHANCE = "may_be_chance"
    FIRES = "fires"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCheck:
    """One rule with the figure it was put to, in the unit of its threshold.

    `against` is what the figure was compared with: the threshold, or the weeks before. `weeks` are
    those that the figure rests on, of `wanted`. `is_close` says that a count is so little below
    what was agreed that chance alone may make it so: what was agreed stands, and the owner is told.
    """

    rule: DecisionRule
    state: RuleState
    figure: float | None = None
    against: float | None = None
    weeks: int = 0
    wanted: int = 0
    is_close: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCase:
    """What rules are put to: the log since the roadmap began."""

    catalogue: Catalogue
    roadmap: Roadmap
    log: Log
    today: date

    def weeks(self, first: date, until: date) -> "_Window":
        """Return the calendar weeks from one Monday to the week of a day, and what is logged."""
        mondays = tuple(_mondays(first, week_of(until)))
        logged = [each for each in self.log.weeks if each.monday in mondays and not each.is_odd]
        return _Window(mondays=mondays, logged=tuple(logged))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Window:
    mondays: tuple[date, ...]
    logged: tuple[LoggedWeek, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figure:
    """A figure, what it stands against, and the weeks behind it; `margin` is what chance makes."""

    value: float | None
    weeks: int
    wanted: int
    against: float | None = None
    margin: float = 0.0


def check_rules(case: RuleCase, rules: Iterable[DecisionRule]) -> tuple[RuleCheck, ...]:
    """Return every rule as it stands; one whose date has not come is not due."""
    return tuple(check_rule(case, rule) for rule in rules)


def check_rule(case: RuleCase, rule: DecisionRule) -> RuleCheck:
    """Return what the log says about one rule."""
    if rule.by > case.today:
        return RuleCheck(rule=rule, state=RuleState.NOT_DUE, against=rule.threshold)
    found = FIGURES[rule.kind](case, rule)
    against = rule.threshold if rule.threshold is not None else found.against
    return RuleCheck(
        rule=rule,
        state=_state(case, found, against),
        figure=found.value,
        against=against,
        weeks=found.weeks,
        wanted=found.wanted,
        is_close=_is_close(case, rule, found),
    )


def _is_close(case: RuleCase, rule: DecisionRule, found: _Figure) -> bool:
    """Return whether a count is below its threshold by less than ``c sqrt(expected)`` (Poisson)."""
    month = case.catalogue.parameters.money.weeks_per_month
    unit = {DecisionKind.CONVERSATIONS: 1.0, DecisionKind.TRACED_ENQUIRIES: month}.get(rule.kind)
    if unit is None or found.value is None or rule.threshold is None:
        return False
    expected, count = (each * found.weeks / unit for each in (rule.threshold, found.value))
    errors = case.catalogue.parameters.learning.sign_errors
    return 0 < expected - count < errors * sqrt(expected)


def _state(case: RuleCase, found: _Figure, against: float | None) -> RuleState:
    least = case.catalogue.parameters.learning.min_logged_share * found.wanted
    if found.value is None or against is None or found.weeks < max(1.0, least):
        return RuleState.NOT_ENOUGH
    if found.value >= against:
        return RuleState.HOLDS
    is_clear = found.value < against - found.margin
    return RuleState.FIRES if is_clear else RuleState.MAY_BE_CHANCE


def _kept_hours(case: RuleCase, rule: DecisionRule) -> _Figure:
    """Return the mean hours a week of the activity since it was to run."""
    starts = {s.activity_id: case.roadmap.week_start(s.run_week) for s in case.roadmap.spans}
    window = case.weeks(starts.get(rule.from_activity, case.roadmap.start), rule.by)
    spent = [w.hours.get(rule.from_activity, 0.0) for w in window.logged if w.hours]
    return _mean(spent, len(window.mondays))


def _conversations(case: RuleCase, rule: DecisionRule) -> _Figure:
    """Return the mean a week since the roadmap began."""
    window = case.weeks(case.roadmap.start, rule.by)
    return _mean(_outcomes(window, rule.kpi_id), len(window.mondays))


def _asked(case: RuleCase, rule: DecisionRule) -> _Figure:
    """Return the share of enquiries whose source was asked or seen, since the roadmap began.

    Typed figures of enquiries asked or tagged count in the weeks of the list: so many were asked or
    seen at least. Without a list the typed share counts, in percent; they alone say of nobody that
    he was not asked.
    """
    noted = _listed(case, case.roadmap.start, rule.by)
    if not noted:
        typed = _outcomes(case.weeks(case.roadmap.start, rule.by), rule.kpi_id)
        mean = sum(typed) / len(typed) / PERCENT if typed else None
        return _Figure(value=mean, weeks=len(typed), wanted=1)
    figures = {week.monday: typed_total(week, TRACED.values()) for week in case.log.weeks}
    asked, every = 0, 0
    for monday, listed in noted.items():
        figure = figures.get(monday, 0)
        asked += max(sum(map(is_sourced, listed)), figure)
        every += max(len(listed), figure)
    return _Figure(value=asked / every, weeks=len(noted), wanted=1)


def _listed(case: RuleCase, first: date, until: date) -> dict[date, list[Enquiry]]:
    """Return the enquiries of the list from one day to another, by the Mondays of their weeks."""
    found: dict[date, list[Enquiry]] = {}
    for each in case.log.enquiries:
        if first <= each.day <= until:
            found.setdefault(week_of(each.day), []).append(each)
    return found


def _early_sign(case: RuleCase, rule: DecisionRule) -> _Figure:
    """Return the mean of the last four weeks, against that of the four before."""
    every = case.catalogue.parameters.review.review_every_weeks
    last = week_of(rule.by)
    first = last - (every - 1) * WEEK
    now = case.weeks(first, last)
    before = case.weeks(first - every * WEEK, first - timedelta(days=1))
    is_weekly = case.catalogue.kpis[rule.kpi_id].cadence == WEEKLY
    recent, earlier = (_outcomes(window, rule.kpi_id) for window in (now, before))
    found = _mean(recent, every if is_weekly else 1)
    least = _mean(earlier, every if is_weekly else 1)
    return _Figure(
        value=found.value,
        weeks=min(found.weeks, least.weeks),
        wanted=found.wanted,
        against=least.value,
        margin=_margin(case, rule, recent, earlier),
    )


def _margin(
    case: RuleCase, rule: DecisionRule, recent: Sequence[float], earlier: Sequence[float]
) -> float:
    is_count = case.catalogue.kpis[rule.kpi_id].denominator == "1"
    errors = case.catalogue.parameters.learning.sign_errors
    return fall_by_chance((recent, earlier), errors, is_count=is_count)


def _traced(case: RuleCase, rule: DecisionRule) -> _Figure:
    """Return the enquiries a month that were traced to a mode, in the weeks that were logged.

    Of each week the larger counts: those traced in the list, or the figure that was typed. Where
    there is neither a list nor a figure nothing is known, which is not none.
    """
    window = case.weeks(case.roadmap.start, rule.by)
    mode = next(mode for mode, kpi in TRACED.items() if kpi == rule.kpi_id)
    ids = {a.id for a in case.catalogue.activities if a.mode is Mode(mode)}
    listed = _listed(case, case.roadmap.start, rule.by)
    weeks = [(listed.get(week.monday, []), week) for week in window.logged]
    if not any(noted or rule.kpi_id in week.outcomes for noted, week in weeks):
        return _Figure(value=None, weeks=0, wanted=len(window.mondays))
    count = sum(
        max(
            sum(traced_to(case.catalogue, each) in ids for each in noted),
            week.outcomes.get(rule.kpi_id, 0.0),
        )
        for noted, week in weeks
    )
    month = case.catalogue.parameters.money.weeks_per_month
    return _Figure(value=count / len(weeks) * month, weeks=len(weeks), wanted=len(window.mondays))


FIGURES: Mapping[DecisionKind, Callable[[RuleCase, DecisionRule], _Figure]] = {
    DecisionKind.KEPT_HOURS: _kept_hours,
    DecisionKind.CONVERSATIONS: _conversations,
    DecisionKind.ASKED: _asked,
    DecisionKind.EARLY_SIGN: _early_sign,
    DecisionKind.TRACED_ENQUIRIES: _traced,
}


def _outcomes(window: _Window, kpi_id: str) -> list[float]:
    return [week.outcomes[kpi_id] for week in window.logged if kpi_id in week.outcomes]


def _mean(values: Sequence[float], wanted: int) -> _Figure:
    mean = sum(values) / len(values) if values else None
    return _Figure(value=mean, weeks=len(values), wanted=wanted)


def _mondays(first: date, last: date) -> Iterable[date]:
    while first <= last:
        yield first
        first += WEEK
