"""Learning from the log: what is believed of every activity after counting (sections 5.1 to 5.3).

Shapes of curves, delays and carry-over are never learnt, only how much an effective hour brings.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum, unique

import numpy as np

from socialplanner.domain.belief import mode_rows
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.counted_log import CountedWeek, asked_share
from socialplanner.domain.ids import Mode
from socialplanner.domain.learning_case import LearningCase
from socialplanner.domain.parameters import LearningParameters
from socialplanner.domain.response import Floats
from socialplanner.domain.superposition import (
    Belief,
    Counted,
    Counts,
    Draws,
    Sampling,
    sample,
)

LEAST_DOSE = 0.5
"""Effective hours over the whole log below which an activity was not done: nothing is its work."""


@unique
class Caution(StrEnum):
    """Why nothing, or nothing yet, can be concluded."""

    NO_WEEKS = "no_weeks"
    TOO_EARLY = "too_early"
    TOTALS_ONLY = "totals_only"
    TOO_FEW_ASKED = "too_few_asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A figure with the range that should hold the truth eight times in ten."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LearntActivity:
    """Outcomes an effective hour of one activity brings, as believed before and after counting.

    `deviation` and `prior_deviation` are standard deviations, `traced` the outcomes that were
    traced to it and `dose` its effective hours, carry-over included, in the weeks learnt from.
    """

    id: str
    mode: Mode
    prior_mean: float
    prior_deviation: float
    worth: Range
    deviation: float
    traced: int
    dose: float

    @property
    def remaining_doubt(self) -> float:
        """Return posterior over prior standard deviation: 1 where nothing was learnt."""
        return self.deviation / self.prior_deviation


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """Everything the log teaches, and why it may teach nothing.

    `network_share` is the networking share of the effect in the weeks learnt from, a range and
    never a point, None where nothing was done; `baseline` the outcomes a week that come anyway;
    `expected` the outcomes that were believed to come in these weeks before they were counted;
    `asked_share` the share of outcomes whose source was looked for; `dispersion` phi. The draws
    keep the order of `activities`.
    """

    activities: tuple[LearntActivity, ...]
    network_share: Range | None
    baseline: Range
    weeks: int
    outcomes: int
    expected: float
    traced: int
    asked_share: float | None
    dispersion: float
    cautions: tuple[Caution, ...]
    draws: Draws = field(repr=False, compare=False)

    @property
    def may_conclude(self) -> bool:
        """Return whether the log may move a plan at all."""
        return not self.cautions


def learn(case: LearningCase) -> Learning:
    """Return what the log teaches; the same log gives the same numbers to the last digit."""
    parameters = case.catalogue.parameters.learning
    used = np.array([week.is_learnt_from for week in case.weeks], dtype=bool)
    weeks = [week for week in case.weeks if week.is_learnt_from]
    cautions = cautions_of(case.catalogue, weeks)
    knows_sources = not {Caution.TOTALS_ONLY, Caution.TOO_FEW_ASKED}.intersection(cautions)
    belief = case.belief
    counted = _counted(case, case.doses()[used], weeks, uses_sources=knows_sources)
    dispersion = dispersion_of([week.total for week in weeks], parameters.dispersion_weeks)
    sampling = Sampling(sweeps=parameters.sweeps, burn_in=parameters.burn_in)
    draws = sample(counted, belief, dispersion, sampling)
    return Learning(
        activities=_learnt(case, counted, belief, draws),
        network_share=_network_share(counted, draws, parameters),
        baseline=range_of(draws.baseline, parameters),
        weeks=len(weeks),
        outcomes=sum(week.total for week in weeks),
        expected=_expected(counted, belief),
        traced=sum(sum(week.traced.values()) for week in weeks),
        asked_share=asked_share(weeks),
        dispersion=dispersion,
        cautions=cautions,
        draws=draws,
    )


def cautions_of(catalogue: Catalogue, weeks: Sequence[CountedWeek]) -> tuple[Caution, ...]:
    """Return why these weeks may not move a plan, nothing where they may."""
    review = catalogue.parameters.review
    if not weeks:
        return (Caution.NO_WEEKS,)
    found = []
    if sum(week.total for week in weeks) < review.min_outcomes:
        found.append(Caution.TOO_EARLY)
    share = asked_share(weeks)
    if share == 0:
        found.append(Caution.TOTALS_ONLY)
    elif share is not None and share < review.min_asked_share:
        found.append(Caution.TOO_FEW_ASKED)
    return tuple(found)


def dispersion_of(totals: Sequence[int], from_weeks: int) -> float:
    """Return phi: variance over mean of the weekly totals, at least 1, and 1 for few weeks."""
    if len(totals) < from_weeks or not sum(totals):
        return 1.0
    return max(1.0, float(np.var(totals, ddof=1) / np.mean(totals)))


def range_of(drawn: Floats, parameters: LearningParameters, mean: float | None = None) -> Range:
    """Return mean and range of some draws."""
    tail = (1 - parameters.range_share) / 2
    low, high = np.quantile(drawn, (tail, 1 - tail))
    return Range(
        mean=float(drawn.mean()) if mean is None else mean, low=float(low), high=float(high)
    )


def _counted(
    case: LearningCase, dose: Floats, weeks: Sequence[CountedWeek], *, uses_sources: bool
) -> Counted:
    """Return doses and counts; what was traced to an activity nobody worked on is untraced."""
    worked = dose.sum(axis=0) >= LEAST_DOSE
    ids = [activity.id for activity in case.activities]
    table = np.array([[week.traced.get(key, 0) for key in ids] for week in weeks], dtype=np.int64)
    traced = table.reshape(len(weeks), len(ids)) * (worked & uses_sources)
    totals = np.array([week.total for week in weeks], dtype=np.int64)
    untraced: Counts = totals - traced.sum(axis=1)
    return Counted(
        doses=dose,
        traced=traced.sum(axis=0),
        untraced=untraced,
        mode=mode_rows(case.activities),
        uses_sources=uses_sources,
    )


def _expected(counted: Counted, belief: Belief) -> float:
    effect = float(counted.doses.sum(axis=0) @ belief.productivity)
    return effect + len(counted.doses) * belief.baseline


def _learnt(
    case: LearningCase, counted: Counted, belief: Belief, draws: Draws
) -> tuple[LearntActivity, ...]:
    parameters = case.catalogue.parameters.learning
    dose = counted.doses.sum(axis=0)
    return tuple(
        LearntActivity(
            id=activity.id,
            mode=activity.mode,
            prior_mean=float(belief.productivity[place]),
            prior_deviation=float(belief.productivity[place] / np.sqrt(belief.weight)),
            worth=range_of(draws.productivity[:, place], parameters, float(draws.mean[place])),
            deviation=float(draws.deviation[place]),
            traced=int(counted.traced[place]),
            dose=float(dose[place]),
        )
        for place, activity in enumerate(case.activities)
    )


def _network_share(counted: Counted, draws: Draws, parameters: LearningParameters) -> Range | None:
    effect = draws.productivity * counted.doses.sum(axis=0)
    total = effect.sum(axis=1)
    if not total.all():
        return None
    is_network = counted.mode == list(Mode).index(Mode.NETWORK)
    return range_of(effect[:, is_network].sum(axis=1) / total, parameters)
