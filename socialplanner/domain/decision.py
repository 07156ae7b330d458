"""Decision rules with dates: agreed now, so that the review is a test and not a talk."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique
from math import ceil, floor

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.ids import Mode, Origin
from socialplanner.domain.measurement import KpiChoice, KpiRole
from socialplanner.domain.plan import Plan, PlannedActivity
from socialplanner.domain.roadmap import Roadmap
from socialplanner.domain.roi import ReturnOnInvestment

CONVERSATIONS = "conversations_started"
ASKED = "share_asked"
HOURS = "hours_logged"
TRACED = {Mode.MEDIA: "leads_tagged", Mode.NETWORK: "leads_asked"}
MOVE = 1.0


@unique
class DecisionKind(StrEnum):
    """What the rule looks at."""

    KEPT_HOURS = "kept_hours"
    CONVERSATIONS = "conversations"
    ASKED = "asked"
    EARLY_SIGN = "early_sign"
    TRACED_ENQUIRIES = "traced_enquiries"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRule:
    """If the KPI is below `threshold` by a date, move `hours` from one activity to another.

    `threshold` is in the unit the kind implies: hours a week, conversations a week, a share 0..1,
    enquiries a month; None where the comparison is with the weeks before. `origin` says whose
    number it is. `from_activity` and `to_activity` are empty where no hours move.
    """

    kind: DecisionKind
    by: date
    kpi_id: str
    threshold: float | None
    origin: Origin
    hours: float = 0.0
    from_activity: str = ""
    to_activity: str = ""


def decision_rules(
    catalogue: Catalogue,
    plan: Plan,
    kpis: Sequence[KpiChoice],
    returns: ReturnOnInvestment,
    roadmap: Roadmap,
) -> tuple[DecisionRule, ...]:
    """Return the rules of a plan, in the order of their dates."""
    rules = [
        *_kept_hours(catalogue, plan, roadmap),
        *_conversations(catalogue, plan, roadmap),
        *_asked(catalogue, plan, roadmap),
        *_early_sign(catalogue, plan, kpis, roadmap),
        *_traced(catalogue, plan, returns, roadmap),
    ]
    return tuple(sorted(rules, key=lambda rule: rule.by))


def _kept_hours(catalogue: Catalogue, plan: Plan, roadmap: Roadmap) -> Iterator[DecisionRule]:
    """Yield: less than half of the hours of the largest running activity by the first review."""
    every = catalogue.parameters.review.review_every_weeks
    soon = {span.activity_id for span in roadmap.spans if span.run_week < every}
    running = [a for a in _sources(catalogue, plan.activities) if a.id in soon]
    if not running:
        return
    largest = max(running, key=lambda a: a.hours)
    share = catalogue.parameters.review.kept_hours_share
    moved, target = _receiver(catalogue, plan, largest, plan.activities)
    yield DecisionRule(
        kind=DecisionKind.KEPT_HOURS,
        by=roadmap.reviews[0],
        kpi_id=HOURS,
        threshold=share * largest.hours,
        origin=Origin.DEFAULT,
        hours=moved,
        from_activity=largest.id,
        to_activity=target,
    )


def _conversations(catalogue: Catalogue, plan: Plan, roadmap: Roadmap) -> Iterator[DecisionRule]:
    """Yield: too few conversations a week, one for every planned hour of networking."""
    talking = [a for a in plan.activities if CONVERSATIONS in catalogue.activity(a.id).kpis]
    media = [a for a in plan.activities if a.mode is Mode.MEDIA]
    if not talking or not media:
        return
    least_sure = min(media, key=lambda a: a.chosen_share)
    rate = catalogue.parameters.review.conversations_per_network_hour
    moved, target = _receiver(catalogue, plan, least_sure, talking)
    if not target:
        return
    yield DecisionRule(
        kind=DecisionKind.CONVERSATIONS,
        by=roadmap.reviews[1],
        kpi_id=CONVERSATIONS,
        threshold=float(max(1, floor(rate * plan.hours_of(Mode.NETWORK)))),
        origin=Origin.DEFAULT,
        hours=moved,
        from_activity=least_sure.id,
        to_activity=target,
    )


def _asked(catalogue: Catalogue, plan: Plan, roadmap: Roadmap) -> Iterator[DecisionRule]:
    """Yield: too few enquiries asked how they came, so that nothing may be concluded."""
    if any(ASKED in catalogue.activity(a.id).kpis for a in plan.activities):
        yield DecisionRule(
            kind=DecisionKind.ASKED,
            by=roadmap.reviews[0],
            kpi_id=ASKED,
            threshold=catalogue.parameters.review.min_asked_share,
            origin=Origin.DEFAULT,
        )


def _early_sign(
    catalogue: Catalogue, plan: Plan, kpis: Sequence[KpiChoice], roadmap: Roadmap
) -> Iterator[DecisionRule]:
    """Yield: an early sign falls, so the least sure activity behind it gives hours away."""
    for choice in kpis:
        watched = [a for a in _sources(catalogue, plan.activities) if a.id in choice.activity_ids]
        if choice.role is KpiRole.EARLY_SIGN and watched and choice.kpi_id != CONVERSATIONS:
            source = min(watched, key=lambda a: a.chosen_share)
            moved, target = _receiver(catalogue, plan, source, plan.activities)
            yield DecisionRule(
                kind=DecisionKind.EARLY_SIGN,
                by=roadmap.reviews[1],
                kpi_id=choice.kpi_id,
                threshold=None,
                origin=Origin.OWNER,
                hours=moved,
                from_activity=source.id,
                to_activity=target,
            )
            return


def _traced(
    catalogue: Catalogue, plan: Plan, returns: ReturnOnInvestment, roadmap: Roadmap
) -> Iterator[DecisionRule]:
    """Yield, per mode: fewer traced enquiries than breaking even would show."""
    for ledger in returns.ledgers:
        own = [a for a in _sources(catalogue, plan.activities) if a.mode is ledger.mode]
        others = [a for a in plan.activities if a.mode is not ledger.mode]
        if ledger.traced_enquiries is None or not own or not others:
            continue
        source = min(own, key=lambda a: a.chosen_share)
        moved, target = _receiver(catalogue, plan, source, others)
        yield DecisionRule(
            kind=DecisionKind.TRACED_ENQUIRIES,
            by=roadmap.reviews[-1],
            kpi_id=TRACED[ledger.mode],
            threshold=float(max(1, ceil(ledger.traced_enquiries))),
            origin=Origin.OWNER,
            hours=moved,
            from_activity=source.id,
            to_activity=target,
        )


def _sources(catalogue: Catalogue, activities: Sequence[PlannedActivity]) -> list[PlannedActivity]:
    """Return the activities that may give hours away: all but those of hygiene."""
    kept = catalogue.parameters.allocation.hygiene_hours
    return [activity for activity in activities if activity.id not in kept]


def _receiver(
    catalogue: Catalogue,
    plan: Plan,
    source: PlannedActivity,
    candidates: Sequence[PlannedActivity],
) -> tuple[float, str]:
    """Return how many hours move, and the candidate best able to use them (empty if none is).

    An hour moves where the source keeps its minimum, otherwise all of its hours do; activities of
    hygiene receive only where nothing else can, since they wait for others to write first.
    """
    least = catalogue.activity(source.id).min_hours
    hours = MOVE if source.hours - MOVE >= least else source.hours
    kept = catalogue.parameters.allocation.hygiene_hours
    able = [a for a in candidates if _has_room(catalogue, plan, source, a, hours)]
    if not able:
        return hours, ""
    return hours, max(able, key=lambda a: (a.id not in kept, a.marginal_value)).id


def _has_room(
    catalogue: Catalogue,
    plan: Plan,
    source: PlannedActivity,
    target: PlannedActivity,
    hours: float,
) -> bool:
    """Return whether an activity, and the people who can talk, can take so many hours more."""
    if target.id == source.id or target.hours + hours > catalogue.activity(target.id).max_hours:
        return False
    if target.mode is Mode.MEDIA or source.mode is Mode.NETWORK:
        return True
    return plan.hours_of(Mode.NETWORK) + hours <= plan.network_hours_available
