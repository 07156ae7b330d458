"""A review with what it was made of, for whoever puts it in words: nothing here concludes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import exp, lgamma, log

from socialplanner.domain.counted_log import CountedWeek, counted_weeks, last_counted
from socialplanner.domain.earlier_currency import EarlierCurrency
from socialplanner.domain.followed import FollowedHours
from socialplanner.domain.forecast import Forecast, is_inside
from socialplanner.domain.kept_test import KeptTest
from socialplanner.domain.learning import LearntActivity, Range
from socialplanner.domain.moment import week_of
from socialplanner.domain.on_off_test import OnOffResult, OnOffTest, result_of
from socialplanner.domain.parameters import LearningParameters
from socialplanner.domain.review import Review, ReviewCase, review
from socialplanner.domain.roadmap import WEEK

STEPS = 60
TERMS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedForecast:
    """A forecast beside what came; `came` is None while a week of it is missing, or was odd."""

    made: Forecast
    came: int | None
    is_inside: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedTest:
    """An on/off test beside what it shows so far; `is_over` once its last week counts."""

    kept: KeptTest
    result: OnOffResult
    is_over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """A review, its case, every week of the log, and what reviews left behind.

    `agreed` are hours that were taken over and begin with a week that does not count yet; `done`
    the days on which decision rules were marked as done; `currency` tells that money was given in
    another one before.
    """

    case: ReviewCase
    found: Review
    weeks: tuple[CountedWeek, ...]
    forecasts: tuple[JudgedForecast, ...]
    tests: tuple[JudgedTest, ...]
    agreed: FollowedHours | None = None
    done: Mapping[str, date] = field(default_factory=dict)
    currency: EarlierCurrency | None = None

    @property
    def next_monday(self) -> date:
        """Return the Monday from which anything agreed now holds."""
        return week_of(self.case.today) + WEEK

    @property
    def proposed(self) -> FollowedHours:
        """Return the hours of the proposal, from the next Monday on."""
        hours = {key: amount for key, amount in self.found.proposal.hours.items() if amount > 0}
        return FollowedHours(monday=self.next_monday, hours=hours)


def reviewed(
    case: ReviewCase, tests: Sequence[KeptTest] = (), followed: Sequence[FollowedHours] = ()
) -> Reviewed:
    """Return the review of a case, with its forecasts and tests judged."""
    coming = [each for each in followed if each.monday > last_counted(case.today)]
    weeks = counted_weeks(case.catalogue, case.log, case.today)
    known = {activity.id for activity in case.catalogue.activities}
    return Reviewed(
        case=case,
        found=review(case),
        weeks=weeks,
        forecasts=tuple(_judged(each, weeks, case.today) for each in case.forecasts),
        tests=tuple(_tested(case, each, weeks) for each in tests if each.activity_id in known),
        agreed=coming[-1] if coming else None,
    )


def prior_range(activity: LearntActivity, parameters: LearningParameters) -> Range:
    """Return the range of an activity's worth before anything was counted."""
    tail = (1 - parameters.range_share) / 2
    shape, mean = parameters.prior_weight, activity.prior_mean
    low, high = (mean * gamma_quantile(shape, share) / shape for share in (tail, 1 - tail))
    return Range(mean=mean, low=low, high=high)


def gamma_quantile(shape: float, share: float) -> float:
    """Return below which value a Gamma variable of scale 1 lies in that share of cases."""
    low, high = 0.0, 10.0 * shape + 50.0
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if _gamma_share(shape, middle) < share else (low, middle)
    return (low + high) / 2


def _gamma_share(shape: float, value: float) -> float:
    """Return the lower incomplete gamma function, regularised, by its series."""
    if value <= 0:
        return 0.0
    term = exp(shape * log(value) - value - lgamma(shape + 1))
    total = term
    for count in range(1, TERMS):
        term *= value / (shape + count)
        total += term
    return min(1.0, total)


def _judged(made: Forecast, weeks: Sequence[CountedWeek], today: date) -> JudgedForecast:
    inside = is_inside(made, weeks) if made.after <= today else None
    within = [each.total for each in weeks if made.first <= each.monday < made.after]
    return JudgedForecast(made=made, came=None if inside is None else sum(within), is_inside=inside)


def _tested(case: ReviewCase, kept: KeptTest, weeks: Sequence[CountedWeek]) -> JudgedTest:
    """Return a test judged by what it was planned to be judged by, whatever is counted now."""
    share = case.catalogue.parameters.review.kept_hours_share
    test = OnOffTest(
        activity=case.catalogue.activity(kept.activity_id),
        on=kept.on,
        off=kept.off,
        least_hours=share * (kept.hours or case.hours.get(kept.activity_id, 0.0)),
    )
    if kept.counted != case.log.total_kpi:
        log = replace(case.log, total_kpi=kept.counted)
        weeks = counted_weeks(case.catalogue, log, case.today)
    result = result_of(test, weeks, case.catalogue.parameters.learning)
    is_over = bool(weeks) and weeks[-1].monday + WEEK >= kept.after
    return JudgedTest(kept=kept, result=result, is_over=is_over)
