"""Decision rules with dates: agreed now, so that the review is a test and not a talk."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique
from math import ceil, floor

from socialplanner.domain.business import Business
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.ids import Mode, Origin
from socialplanner.domain.kpi import CONVERSATIONS, TRACED
from socialplanner.domain.measurement import KpiChoice, KpiRole
from socialplanner.domain.plan import Plan, PlannedActivity
from socialplanner.domain.roadmap import Roadmap
from socialplanner.domain.roi import ReturnOnInvestment
from socialplanner.domain.transfer import Bounds, Transfer, best_transfer

ASKED = "share_asked"
HOURS = "hours_logged"


@unique
class DecisionKind(StrEnum):
    """What the rule looks at."""

    KEPT_HOURS = "kept_hours"
    CONVERSATIONS = "conversations"
    ASKED = "asked"
    EARLY_SIGN = "early_sign"
    TRACED_ENQUIRIES = "traced_enquiries"


ORIGINS = {
    DecisionKind.EARLY_SIGN: Origin.OWNER,
    DecisionKind.TRACED_ENQUIRIES: Origin.OWNER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRule:
    """If the KPI is below `threshold` by a date, move `hours` from one activity to another.

    `threshold` is in the unit the kind implies: hours a week, conversations a week, a share 0..1,
    enquiries a month; None where the comparison is with the weeks before. `origin` says whose
    number it is. Where no hours move `to_activity` is empty and `from_activity` at most names the
    activity that is watched.
    """

    kind: DecisionKind
    by: date
    kpi_id: str
    threshold: float | None
    origin: Origin
    hours: float = 0.0
    from_activity: str = ""
    to_activity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCase:
    """What the rules are made from."""

    bounds: Bounds
    business: Business
    kpis: Sequence[KpiChoice]
    returns: ReturnOnInvestment
    roadmap: Roadmap

    @property
    def plan(self) -> Plan:
        """Return the plan that the rules watch."""
        return self.bounds.plan

    @property
    def catalogue(self) -> Catalogue:
        """Return the catalogue of the plan."""
        return self.bounds.catalogue

    def of_mode(self, mode: Mode) -> list[PlannedActivity]:
        """Return the planned activities of a mode."""
        return [activity for activity in self.plan.activities if activity.mode is mode]


def decision_rules(case: DecisionCase) -> tuple[DecisionRule, ...]:
    """Return the rules of a plan, in the order of their dates.

    A rule moves hours only where the plan's own limits and its target band allow it, and no
    activity gives hours away twice; where nothing can move the plan is to be made anew.
    """
    rules: list[DecisionRule] = []
    for make in (_asked, _kept_hours, _conversations, _early_sign, _traced_media, _traced_network):
        used = {rule.from_activity for rule in rules if rule.hours}
        rules += make(case, used)
    return tuple(sorted(rules, key=lambda rule: rule.by))


def _kept_hours(case: DecisionCase, used: set[str]) -> Iterator[DecisionRule]:
    """Yield: less than half of the hours of the largest running activity by the first review."""
    review = case.catalogue.parameters.review
    soon = {s.activity_id for s in case.roadmap.spans if s.run_week < review.review_every_weeks}
    running = [a for a in case.bounds.sources(used) if a.id in soon]
    if not running:
        return
    largest = max(running, key=lambda a: a.hours)
    yield _rule(
        DecisionKind.KEPT_HOURS,
        case.roadmap.reviews[0],
        HOURS,
        threshold=review.kept_hours_share * largest.hours,
        transfer=best_transfer(case.bounds, [largest], case.plan.activities),
        watched=largest.id,
    )


def _conversations(case: DecisionCase, used: set[str]) -> Iterator[DecisionRule]:
    """Yield: too few conversations a week, one for every planned hour of networking."""
    named = {a.id for a in case.catalogue.activities if CONVERSATIONS in a.kpis}
    talking = [a for a in case.plan.activities if a.id in named]
    if not talking:
        return
    rate = case.catalogue.parameters.review.conversations_per_network_hour
    sources = [a for a in case.bounds.sources(used) if a.mode is Mode.MEDIA]
    yield _rule(
        DecisionKind.CONVERSATIONS,
        case.roadmap.reviews[1],
        CONVERSATIONS,
        threshold=float(max(1, floor(rate * case.plan.hours_of(Mode.NETWORK)))),
        transfer=best_transfer(case.bounds, sources, talking),
    )


def _asked(case: DecisionCase, used: set[str]) -> Iterator[DecisionRule]:
    """Yield: too few enquiries asked how they came, so that nothing may be concluded."""
    del used
    if any(ASKED in case.catalogue.activity(a.id).kpis for a in case.plan.activities):
        share = case.catalogue.parameters.review.min_asked_share
        yield _rule(DecisionKind.ASKED, case.roadmap.reviews[0], ASKED, threshold=share)


def _early_sign(case: DecisionCase, used: set[str]) -> Iterator[DecisionRule]:
    """Yield: an early sign falls, once what it watches has run for twice the time of a review."""
    for choice in case.kpis:
        if choice.role is not KpiRole.EARLY_SIGN or choice.kpi_id == CONVERSATIONS:
            continue
        watched = [a for a in case.bounds.sources(used) if a.id in choice.activity_ids]
        transfer = best_transfer(case.bounds, watched, case.plan.activities)
        by = None if transfer is None else _second_review(case, transfer.source)
        if by is not None:
            yield _rule(DecisionKind.EARLY_SIGN, by, choice.kpi_id, transfer=transfer)
            return


def _second_review(case: DecisionCase, activity_id: str) -> date | None:
    """Return the first review with two review periods of an activity behind it, if any."""
    every = case.catalogue.parameters.review.review_every_weeks
    begin = next(s.run_week for s in case.roadmap.spans if s.activity_id == activity_id)
    late = (
        by for k, by in enumerate(case.roadmap.reviews, 1) if k * every >= begin - 1 + 2 * every
    )
    return next(late, None)


def _traced_media(case: DecisionCase, used: set[str]) -> Iterator[DecisionRule]:
    """Yield: fewer enquiries traced to media than breaking even would show."""
    return _traced(case, used, Mode.MEDIA)


def _traced_network(case: DecisionCase, used: set[str]) -> Iterator[DecisionRule]:
    """Yield: fewer enquiries traced to people than breaking even would show."""
    return _traced(case, used, Mode.NETWORK)


def _traced(case: DecisionCase, used: set[str], mode: Mode) -> Iterator[DecisionRule]:
    """Yield the rule of a mode, unless it asks for more enquiries than there are now."""
    ledger = next(each for each in case.returns.ledgers if each.mode is mode)
    if ledger.traced_enquiries is None or not case.of_mode(mode):
        return
    wanted = float(max(1, ceil(ledger.traced_enquiries)))
    now = case.business.enquiries_per_month
    if now is not None and wanted > now:
        return
    sources = [a for a in case.bounds.sources(used) if a.mode is mode]
    others = [a for a in case.plan.activities if a.mode is not mode]
    yield _rule(
        DecisionKind.TRACED_ENQUIRIES,
        case.roadmap.reviews[-1],
        TRACED[mode],
        threshold=wanted,
        transfer=best_transfer(case.bounds, sources, others),
    )


def _rule(  # noqa: PLR0913 - a rule is its kind, date, measure, threshold and move
    kind: DecisionKind,
    by: date,
    kpi_id: str,
    *,
    threshold: float | None = None,
    transfer: Transfer | None = None,
    watched: str = "",
) -> DecisionRule:
    return DecisionRule(
        kind=kind,
        by=by,
        kpi_id=kpi_id,
        threshold=threshold,
        origin=ORIGINS.get(kind, Origin.DEFAULT),
        hours=transfer.hours if transfer else 0.0,
        from_activity=transfer.source if transfer else watched,
        to_activity=transfer.receiver if transfer else "",
    )
