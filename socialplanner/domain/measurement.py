"""What is measured for this plan: two outcomes and one early sign per goal (sections 6.6, 6.7)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from math import log

from socialplanner.domain.activity import Activity
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.kpi import Kpi, Stage
from socialplanner.domain.plan import Plan

OUTCOMES_PER_GOAL = 2


@unique
class KpiRole(StrEnum):
    """What a KPI is for: to see early that something moves, or to see what came of it.

    `NEAREST_SIGN` stands in where the catalogue has too few outcomes for a goal; it says so.
    """

    EARLY_SIGN = "early_sign"
    OUTCOME = "outcome"
    NEAREST_SIGN = "nearest_sign"


EARLY_STAGES = frozenset({Stage.OUTPUT, Stage.OUTTAKE})
OUTCOME_STAGES = frozenset({Stage.OUTCOME, Stage.IMPACT})
ROLE_STAGES = {
    KpiRole.EARLY_SIGN: EARLY_STAGES,
    KpiRole.OUTCOME: OUTCOME_STAGES,
    KpiRole.NEAREST_SIGN: frozenset({Stage.OUTTAKE, Stage.INPUT}),
}
NO_RETURN = "follower_growth"
"""A growing number of followers is no return, nor near one (section 0, finding 10)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiChoice:
    """A KPI chosen for a goal, and the planned activities that it watches (may be none)."""

    goal: str
    kpi_id: str
    role: KpiRole
    activity_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measured:
    catalogue: Catalogue
    plan: Plan


def chosen_kpis(catalogue: Catalogue, goals: tuple[str, ...], plan: Plan) -> tuple[KpiChoice, ...]:
    """Return one early sign and two outcomes for each goal, in rank order.

    KPIs of planned activities come first, those with most hours behind them before others; then
    those that belong to no activity, impact, and what belongs to other activities; easy ones
    before hard ones. A KPI serves a second goal only when there is no other.
    """
    measured, chosen = _Measured(catalogue=catalogue, plan=plan), list[KpiChoice]()
    for goal in goals:
        chosen += _choose(measured, goal, KpiRole.EARLY_SIGN, 1, chosen)
        outcomes = _choose(measured, goal, KpiRole.OUTCOME, OUTCOMES_PER_GOAL, chosen)
        chosen += outcomes
        lacking = OUTCOMES_PER_GOAL - len(outcomes)
        chosen += _choose(measured, goal, KpiRole.NEAREST_SIGN, lacking, chosen)
    return tuple(chosen)


def _choose(
    measured: _Measured, goal: str, role: KpiRole, count: int, chosen: Sequence[KpiChoice]
) -> list[KpiChoice]:
    catalogue, plan = measured.catalogue, measured.plan
    used = {choice.kpi_id for choice in chosen}
    here = {choice.kpi_id for choice in chosen if choice.goal == goal}
    found = (kpi for kpi in _candidates(catalogue, goal, role) if kpi.id not in here)
    ranked = sorted(found, key=_rank(catalogue, plan, used))
    return [
        KpiChoice(goal=goal, kpi_id=kpi.id, role=role, activity_ids=watched(catalogue, plan, kpi))
        for kpi in ranked[:count]
    ]


def watched(catalogue: Catalogue, plan: Plan, kpi: Kpi) -> tuple[str, ...]:
    """Return the planned activities that name the KPI."""
    return tuple(a.id for a in plan.activities if kpi.id in catalogue.activity(a.id).kpis)


def difficulty(activity: Activity) -> float:
    """Return how hard the return is to measure, 1 easy to 5 hard.

    ``1 + 2 (1 - trackable) + min(2, ln(1 + d + half-life) / 1.5)`` (section 6.6, default form).
    """
    lag = log(1 + activity.delay_weeks + activity.half_life_weeks)
    return 1 + 2 * (1 - activity.trackable) + min(2.0, lag / 1.5)


def _candidates(catalogue: Catalogue, goal: str, role: KpiRole) -> Iterator[Kpi]:
    for kpi in catalogue.kpis.values():
        serves = goal in kpi.goals or (not kpi.goals and role is KpiRole.EARLY_SIGN)
        if kpi.stage in ROLE_STAGES[role] and serves and kpi.id != NO_RETURN:
            yield kpi


def _rank(
    catalogue: Catalogue, plan: Plan, used: set[str]
) -> Callable[[Kpi], tuple[bool, float, int, bool, int]]:
    hours = plan.hours

    def key(kpi: Kpi) -> tuple[bool, float, int, bool, int]:
        behind = sum(hours[activity_id] for activity_id in watched(catalogue, plan, kpi))
        distance = 0 if behind else _distance(catalogue, kpi)
        return kpi.id in used, -behind, distance, kpi.cadence != "weekly", kpi.difficulty

    return key


def _distance(catalogue: Catalogue, kpi: Kpi) -> int:
    """Return how far an unplanned KPI lies: 1 belongs to none, 2 is an impact, 3 is neither."""
    if not any(kpi.id in activity.kpis for activity in catalogue.activities):
        return 1
    return 2 if kpi.stage is Stage.IMPACT else 3
