"""What can be measured: KPI definitions (their choice for a plan is in `measurement`)."""

from dataclasses import dataclass
from enum import StrEnum, unique

from socialplanner.domain.ids import Mode

CONVERSATIONS = "conversations_started"
TRACED = {Mode.MEDIA: "leads_tagged", Mode.NETWORK: "leads_asked"}
"""Enquiries of a week whose source was seen, or named by those who enquired."""


@unique
class Stage(StrEnum):
    """Where a KPI stands on the chain from input to impact (method section 6.1)."""

    INPUT = "input"
    OUTPUT = "output"
    OUTTAKE = "outtake"
    OUTCOME = "outcome"
    IMPACT = "impact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kpi:
    """One definition; `modes` has one or both modes, `goals` is empty where it serves every goal.

    `difficulty` runs from 1 (read off) to 5 (needs an experiment); `lag_weeks` in weeks.
    """

    id: str
    name: str
    modes: frozenset[Mode]
    goals: tuple[str, ...]
    stage: Stage
    numerator: str
    denominator: str
    unit: str
    cadence: str
    source: str
    lag_weeks: float
    difficulty: int
    direct_response: bool
    pitfall: str
