"""Moving hours from one planned activity to another, within everything a plan must respect."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.ids import Mode
from socialplanner.domain.plan import Plan, PlannedActivity
from socialplanner.domain.target import TargetMix

MOVES = (1.0, 0.5)
"""Hours tried, in this order; one hour is always within the move limits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """So many hours a week from one activity to another, both by id."""

    hours: float
    source: str
    receiver: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What a transfer has to keep to: the catalogue's limits, the plan, and its target band."""

    catalogue: Catalogue
    plan: Plan
    target: TargetMix

    def sources(self, used: Collection[str] = ()) -> list[PlannedActivity]:
        """Return who may give hours, least sure first: neither hygiene, pinned nor used before."""
        kept = self.catalogue.parameters.allocation.hygiene_hours
        free = [a for a in self.plan.activities if a.id not in kept and a.id not in used]
        return sorted((a for a in free if not a.is_pinned), key=lambda a: a.chosen_share)


def best_transfer(
    bounds: Bounds, sources: Sequence[PlannedActivity], receivers: Sequence[PlannedActivity]
) -> Transfer | None:
    """Return the transfer from the first source that can give to the receiver best able to use it.

    Nobody falls below the minimum or rises above the maximum, the hours of people who can talk
    suffice, and the network share stays in the target band, or as near to it as it is.
    """
    return next(_transfers(bounds, sources, receivers), None)


def _transfers(
    bounds: Bounds, sources: Sequence[PlannedActivity], receivers: Sequence[PlannedActivity]
) -> Iterator[Transfer]:
    kept = bounds.catalogue.parameters.allocation.hygiene_hours
    ranked = sorted(receivers, key=lambda a: (a.id in kept, -a.marginal_value))
    for source in sources:
        for hours in MOVES:
            for receiver in ranked:
                if _is_allowed(bounds, source, receiver, hours):
                    yield Transfer(hours=hours, source=source.id, receiver=receiver.id)


def _is_allowed(
    bounds: Bounds, source: PlannedActivity, receiver: PlannedActivity, hours: float
) -> bool:
    catalogue = bounds.catalogue
    return (
        source.id != receiver.id
        and source.hours - hours >= catalogue.activity(source.id).min_hours
        and receiver.hours + hours <= catalogue.activity(receiver.id).max_hours
        and _keeps_mix(bounds, source, receiver, hours)
    )


def _keeps_mix(
    bounds: Bounds, source: PlannedActivity, receiver: PlannedActivity, hours: float
) -> bool:
    """Return whether the mix after a transfer is one the plan could have."""
    plan = bounds.plan
    if source.mode is receiver.mode:
        return True
    moved = hours if receiver.mode is Mode.NETWORK else -hours
    network = plan.hours_of(Mode.NETWORK) + moved
    if network > plan.network_hours_available:
        return False
    now, then = plan.network_share, network / plan.hours_per_week
    return _outside(bounds.target, then) <= _outside(bounds.target, now) + 1e-9


def _outside(target: TargetMix, share: float) -> float:
    return max(target.low - share, share - target.high, 0.0)
