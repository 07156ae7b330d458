"""One allocation problem ready to be solved: what is offered, allowed, assumed and wanted."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from socialplanner.domain.activity import Activity
from socialplanner.domain.allocation import FREE, Solution, band, solve
from socialplanner.domain.business import Business
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.constraints import (
    Constraint,
    constraints_of,
    without_move_floors,
)
from socialplanner.domain.ids import Cell
from socialplanner.domain.parameters import AllocationParameters
from socialplanner.domain.profile import Choices
from socialplanner.domain.programme import Programme, offered_activities, programme_of
from socialplanner.domain.response import Circumstances, Floats, curves
from socialplanner.domain.target import TargetMix


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The programme of a business with its circumstances and the band of its target mix."""

    business: Business
    choices: Choices
    target: TargetMix
    circumstances: Circumstances
    constraints: tuple[Constraint, ...]
    programme: Programme
    parameters: AllocationParameters

    @property
    def activities(self) -> tuple[Activity, ...]:
        """Return the activities offered, in the order that decides ties."""
        return self.programme.activities

    def values(self) -> Floats:
        """Return the modelled value of every activity at every grid hour; shape (1, A, S + 1)."""
        made = curves(self.activities, [self.circumstances], self.parameters)
        return made.values(self.programme.longest, self.programme.grid)

    def solve(self) -> Solution:
        """Return the best plan inside the band of the target mix."""
        return solve(self.programme, self.values(), band(self.target.low, self.target.high))

    def under(self, constraints: tuple[Constraint, ...]) -> "Setting":
        """Return the same problem under other constraints."""
        programme = programme_of(
            self.activities,
            self.business,
            constraints,
            self.parameters,
            present=self.choices.earlier_plan or (),
        )
        return replace(self, constraints=constraints, programme=programme)

    def is_feasible(self) -> bool:
        """Return whether any plan meets the constraints."""
        return bool(solve(self.programme, self.values(), band(*FREE)).is_feasible[0])


def setting_of(
    catalogue: Catalogue,
    business: Business,
    choices: Choices,
    target: TargetMix,
    gap_points: Mapping[Cell, float],
) -> Setting:
    """Return the allocation problem of a business.

    The floors of the move limits hold as long as a plan can meet them.
    """
    parameters = catalogue.parameters.allocation
    offered = offered_activities(catalogue.activities, business, choices, parameters)
    constraints = constraints_of(offered, business, choices, parameters)
    setting = Setting(
        business=business,
        choices=choices,
        target=target,
        circumstances=_circumstances(business, target, gap_points, parameters),
        constraints=constraints,
        programme=programme_of(
            offered, business, constraints, parameters, present=choices.earlier_plan or ()
        ),
        parameters=parameters,
    )
    if choices.earlier_plan is None or setting.is_feasible():
        return setting
    return setting.under(without_move_floors(constraints))


def _circumstances(
    business: Business,
    target: TargetMix,
    gap_points: Mapping[Cell, float],
    parameters: AllocationParameters,
) -> Circumstances:
    return Circumstances(
        kind=business.kind,
        goal_weights=target.goal_weights,
        gap_points=gap_points,
        weekly_discount=parameters.weekly_discount[business.patience],
        tools=business.tools,
    )
