"""Forecast: how many outcomes the coming weeks should bring, and whether they did (section 5.4)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from socialplanner.domain.counted_log import CountedWeek
from socialplanner.domain.learning import Learning, learn
from socialplanner.domain.learning_case import LearningCase
from socialplanner.domain.response import Floats
from socialplanner.domain.roadmap import WEEK

Planned = Callable[[date], Mapping[str, float]]
"""Gives the hours by activity that are to be worked in the week of a Monday."""

SEED = 1968
"""Fixed, so that a forecast can be made again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The range that should hold the outcomes of so many weeks eight times in ten, both ends in.

    `counted` is the KPI of the outcomes, "" for enquiries.
    """

    first: date
    weeks: int
    mean: float
    low: int
    high: int
    counted: str = ""

    @property
    def after(self) -> date:
        """Return the Monday after its last week."""
        return self.first + self.weeks * WEEK


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """How many of the forecasts that could be judged held: “5 of 6 inside”."""

    inside: int
    judged: int


def forecast(
    case: LearningCase, learning: Learning, planned: Planned, first: date
) -> Forecast | None:
    """Return the forecast of the weeks from a Monday on; None without a log.

    Weeks that are not logged yet are taken to get the hours that are planned for them. Every draw
    gives the weeks a rate, and chance does the rest: Poisson, or as much wider as the log's own
    weeks are (a gamma mixture of Poissons of variance phi times the mean).
    """
    if not case.weeks:
        return None
    parameters = case.catalogue.parameters
    weeks, draws = parameters.review.review_every_weeks, learning.draws
    between = max(0, (first - case.weeks[-1].monday) // WEEK - 1)
    mondays = [case.weeks[-1].monday + k * WEEK for k in range(1, between + weeks + 1)]
    dose = case.doses([planned(monday) for monday in mondays])[-weeks:].sum(axis=0)
    rate = draws.productivity @ dose + weeks * draws.baseline
    counts = _counts(rate, learning.dispersion)
    tail = (1 - parameters.learning.range_share) / 2
    return Forecast(
        first=case.weeks[-1].monday + (between + 1) * WEEK,
        weeks=weeks,
        mean=float(rate.mean()),
        low=int(np.quantile(counts, tail, method="lower")),
        high=int(np.quantile(counts, 1 - tail, method="higher")),
    )


def forecasts_made(case: LearningCase, planned: Planned) -> tuple[Forecast, ...]:
    """Return the forecasts that reviews every four weeks would have made, each from its own past.

    For a log whose forecasts were not kept; they are the same as those made at the time, as long
    as neither log nor hours were changed since.
    """
    every = case.catalogue.parameters.review.review_every_weeks
    pasts = (
        replace(case, weeks=case.weeks[:count])
        for count in range(every, len(case.weeks) + 1, every)
    )
    made = (forecast(past, learn(past), planned, past.weeks[-1].monday + WEEK) for past in pasts)
    return tuple(each for each in made if each is not None)


def over(made: Iterable[Forecast], today: date) -> tuple[Forecast, ...]:
    """Return the forecasts whose last Sunday has passed."""
    return tuple(each for each in made if each.after <= today)


def is_inside(made: Forecast, weeks: Iterable[CountedWeek]) -> bool | None:
    """Return whether a forecast held; None while a week of it is missing, or where one was odd."""
    within = [each for each in weeks if made.first <= each.monday < made.after]
    if len(within) < made.weeks or not all(each.is_learnt_from for each in within):
        return None
    return made.low <= sum(each.total for each in within) <= made.high


def hits(made: Sequence[Forecast], weeks: Sequence[CountedWeek]) -> Hits:
    """Return how many forecasts held, of those that can be judged."""
    judged = [found for each in made if (found := is_inside(each, weeks)) is not None]
    return Hits(inside=sum(judged), judged=len(judged))


def _counts(rate: Floats, dispersion: float) -> Floats:
    rng = np.random.default_rng(SEED)
    extra = dispersion - 1
    if extra > 0:
        rate = rng.standard_gamma(rate / extra) * extra
    return rng.poisson(rate).astype(np.float64)
