"""Decision rules put to the log on their dates: what was agreed, and what came of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum, unique

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.counted_log import Log, is_sourced, traced_to
from socialplanner.domain.decision import TRACED, DecisionKind, DecisionRule
from socialplanner.domain.ids import Mode
from socialplanner.domain.moment import week_of
from socialplanner.domain.record import LoggedWeek
from socialplanner.domain.roadmap import WEEK, Roadmap

WEEKLY = "weekly"


@unique
class RuleState(StrEnum):
    """What the log says about a rule: `HOLDS` asks for nothing, `FIRES` for what was agreed."""

    NOT_DUE = "not_due"
    NOT_ENOUGH = "not_enough"
    HOLDS = "holds"
    FIRES = "fires"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCheck:
    """One rule with the figure it was put to, in the unit of its threshold.

    `against` is what the figure was compared with: the threshold, or the weeks before. `weeks` are
    those that the figure rests on, of `wanted`.
    """

    rule: DecisionRule
    state: RuleState
    figure: float | None = None
    against: float | None = None
    weeks: int = 0
    wanted: int = 0


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
    """A figure, what it stands against, and the weeks behind it."""

    value: float | None
    weeks: int
    wanted: int
    against: float | None = None


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
    )


def _state(case: RuleCase, found: _Figure, against: float | None) -> RuleState:
    least = case.catalogue.parameters.learning.min_logged_share * found.wanted
    if found.value is None or against is None or found.weeks < max(1.0, least):
        return RuleState.NOT_ENOUGH
    return RuleState.FIRES if found.value < against else RuleState.HOLDS


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
    """Return the share of enquiries whose source was asked or seen, since the roadmap began."""
    since = case.roadmap.start
    noted = [each for each in case.log.enquiries if since <= each.day <= rule.by]
    weeks = len({week_of(each.day) for each in noted})
    share = sum(map(is_sourced, noted)) / len(noted) if noted else None
    return _Figure(value=share, weeks=weeks, wanted=1)


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
    )


def _traced(case: RuleCase, rule: DecisionRule) -> _Figure:
    """Return the enquiries a month that were traced to a mode, in the weeks that were logged."""
    window = case.weeks(case.roadmap.start, rule.by)
    logged = {each.monday for each in window.logged}
    mode = next(mode for mode, kpi in TRACED.items() if kpi == rule.kpi_id)
    ids = {a.id for a in case.catalogue.activities if a.mode is Mode(mode)}
    noted = (each for each in case.log.enquiries if each.day <= rule.by)
    count = sum(week_of(e.day) in logged and traced_to(case.catalogue, e) in ids for e in noted)
    month = case.catalogue.parameters.money.weeks_per_month
    value = count / len(logged) * month if logged else None
    return _Figure(value=value, weeks=len(logged), wanted=len(window.mondays))


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
