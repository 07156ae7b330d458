"""Values that tests start from: the shipped catalogue, a plain business, one whole allocation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from socialplanner.domain.activity import Activity
from socialplanner.domain.allocation import Solution, band, solve
from socialplanner.domain.business import Business
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.constraints import constraints_of
from socialplanner.domain.ids import Cell, Mode
from socialplanner.domain.parameters import AllocationParameters, Parameters
from socialplanner.domain.profile import Choices
from socialplanner.domain.programme import Programme, offered_activities, programme_of
from socialplanner.domain.response import Circumstances, Floats, curves
from socialplanner.domain.target import goal_weights
from socialplanner.loading.catalogue import load_catalogue
from socialplanner.paths import catalogue_dir


@cache
def shipped_catalogue() -> Catalogue:
    """Return the catalogue as it is shipped, read once."""
    return load_catalogue(catalogue_dir())


def shipped_parameters() -> Parameters:
    """Return the numbers of the method as they are shipped."""
    return shipped_catalogue().parameters


BUSINESS = Business(
    kind="local_service",
    goals=("leads",),
    hours_per_week=6.0,
    platforms=frozenset({"facebook", "instagram"}),
    patience="quarter",
)
"""Nothing said that need not be said."""

NEUTRAL = Activity(
    id="neutral",
    name="Neutral",
    short="Neutral",
    mode=Mode.MEDIA,
    platforms=("all",),
    min_hours=0.5,
    half_hours=2.0,
    max_hours=40.0,
    fixed_hours=0.0,
    setup_hours=0.0,
    auto_share=0.0,
    delay_weeks=0.0,
    half_life_weeks=1.0,
    trackable=0.5,
    goals={"leads": 1.0},
    dimensions={},
    fits={},
    hours_rows={"hours.making": 1.0},
    kpis=(),
    steps=(),
    basis="invented",
    origins={},
)
"""An activity without overhead, minimum dose, saving or delay: `replace` gives it the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """One allocation problem in the words of method section 4.2."""

    activities: tuple[Activity, ...]
    parameters: AllocationParameters
    weights: Mapping[str, float]
    business: Business = BUSINESS
    choices: Choices = field(default_factory=Choices)
    gaps: Mapping[Cell, float] = field(default_factory=dict)
    low: float = -1.0
    high: float = 2.0

    @property
    def offered(self) -> tuple[Activity, ...]:
        """Return the activities that the programme works on, in its order."""
        return offered_activities(self.activities, self.business, self.choices, self.parameters)

    @property
    def programme(self) -> Programme:
        """Return the programme under test."""
        rules = constraints_of(self.offered, self.business, self.choices, self.parameters)
        present = self.choices.earlier_plan or ()
        return programme_of(self.offered, self.business, rules, self.parameters, present=present)

    @property
    def circumstances(self) -> Circumstances:
        """Return what the curves depend on."""
        return Circumstances(
            kind=self.business.kind,
            goal_weights=self.weights,
            gap_points=self.gaps,
            weekly_discount=self.parameters.weekly_discount[self.business.patience],
            tools=self.business.tools,
        )

    def values(self) -> Floats:
        """Return the values under test, shape (1, A, S + 1)."""
        programme = self.programme
        made = curves(self.offered, [self.circumstances], self.parameters)
        return made.values(programme.longest, programme.grid)

    def solve(self) -> Solution:
        """Return the plan under test."""
        return solve(self.programme, self.values(), band(self.low, self.high))

    def hours(self) -> dict[str, float]:
        """Return the plan under test by activity id, without those that get nothing."""
        pairs = zip(self.offered, self.solve().hours[0], strict=True)
        return {activity.id: float(hours) for activity, hours in pairs if hours}


def instance_of(*activities: Activity, business: Business = BUSINESS) -> Instance:
    """Return the free allocation of some activities under the shipped numbers."""
    parameters = shipped_parameters()
    return Instance(
        activities=activities,
        business=business,
        parameters=parameters.allocation,
        weights=goal_weights(business.goals, parameters.target),
    )
