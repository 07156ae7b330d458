"""What can be done: the activities of the catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, unique

from socialplanner.domain.ids import Cell, Mode, Origin


@unique
class Phase(StrEnum):
    """When a step of an activity is done."""

    PREPARE = "prepare"
    BUILD = "build"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One instruction of an activity."""

    phase: Phase
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One activity with every parameter of method section 4.1.

    Hours are per week, `setup_hours` once, `delay_weeks` (d_a) and `half_life_weeks` in weeks;
    `min_hours` is m_a, `max_hours` u_a, `half_hours` k_a, `fixed_hours` f_a, `auto_share` s_a.
    `goals` holds C_ag (sums to 1), `dimensions` q_a,dp (sums to 1), `fits` the multiplier by kind
    of business (1 where absent), `hours_rows` the share of its hours that falls on each hours
    question (sums to 1). `origins` says for each numeric field where it comes from.
    """

    id: str
    name: str
    short: str
    mode: Mode
    platforms: tuple[str, ...]
    min_hours: float
    half_hours: float
    max_hours: float
    fixed_hours: float
    setup_hours: float
    auto_share: float
    delay_weeks: float
    half_life_weeks: float
    trackable: float
    goals: Mapping[str, float]
    dimensions: Mapping[Cell, float]
    fits: Mapping[str, float]
    hours_rows: Mapping[str, float]
    kpis: tuple[str, ...]
    steps: tuple[Step, ...]
    basis: str
    origins: Mapping[str, Origin]
    evidence: tuple[str, ...] = ()

    def fit(self, kind: str) -> float:
        """Return the multiplier for a kind of business, 1.0 where the catalogue names none."""
        return self.fits.get(kind, 1.0)
