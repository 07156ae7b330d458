"""What cannot be met together, found by name."""

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.constraints import OFFER_RULES, Constraint, Rule, constraints_of
from socialplanner.domain.setting import Setting


class InfeasibleError(Exception):
    """No plan meets every constraint; `conflict` holds constraints that cannot be met together.

    Each of them is needed: without any one of them the others could be met.
    """

    def __init__(self, conflict: tuple[Constraint, ...], hours: float) -> None:
        """Keep the constraints in conflict and the weekly hours there are."""
        super().__init__(", ".join(f"{c.rule} {c.activity_id}".strip() for c in conflict))
        self.conflict = conflict
        self.hours = hours


def check_pins(catalogue: Catalogue, setting: Setting) -> None:
    """Raise InfeasibleError when a pinned activity is not offered to this business at all."""
    offered = {activity.id for activity in setting.activities}
    for activity in catalogue.activities:
        if activity.id in setting.choices.pinned - offered:
            found = constraints_of(
                [activity], setting.business, setting.choices, setting.parameters
            )
            barrier = next(c for c in found if c.rule in OFFER_RULES)
            pin = next(c for c in found if c.rule is Rule.PINNED)
            raise InfeasibleError((pin, barrier), setting.business.hours_per_week)


def conflict_of(setting: Setting) -> tuple[Constraint, ...]:
    """Return an irreducible set of constraints that no plan can meet together.

    The deletion filter: every constraint is left out in turn and stays out while the rest is
    still infeasible (Chinneck and Dravnieks 1991).
    """
    kept = list(setting.constraints)
    for constraint in setting.constraints:
        rest = [other for other in kept if other is not constraint]
        if not setting.under(tuple(rest)).is_feasible():
            kept = rest
    return tuple(kept)
