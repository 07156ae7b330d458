"""An honest on/off test: how many weeks it needs, and what a finished one has shown (5.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique
from math import ceil, floor, sqrt
from statistics import NormalDist

import numpy as np

from socialplanner.domain.activity import Activity
from socialplanner.domain.binomial import ratio_range, two_sided
from socialplanner.domain.counted_log import CountedWeek
from socialplanner.domain.parameters import LearningParameters
from socialplanner.domain.roadmap import WEEK

EFFECTS = (0.2, 0.3, 0.5, 1.0)
RATES = (1.0, 2.0, 5.0, 10.0, 20.0, 50.0)
ROUNDING = 1e-9


@unique
class OnOffVerdict(StrEnum):
    """What a test has shown."""

    MORE = "more"
    LESS = "less"
    NOT_SHOWN = "not_shown"
    NOT_ENOUGH = "not_enough"


@dataclass(frozen=True, slots=True, kw_only=True)
class OnOffTest:
    """Weeks, by their Mondays, in which an activity was to be done and in which it was to rest.

    A week on had it with more than no hours, and with `least_hours` at least.
    """

    activity: Activity
    on: frozenset[date]
    off: frozenset[date]
    least_hours: float = 0.0

    def fits(self, week: CountedWeek) -> bool:
        """Return whether the hours of a week are those of its side."""
        hours = week.hours.get(self.activity.id, 0.0)
        if week.monday in self.off:
            return hours == 0
        return hours > 0 and hours >= self.least_hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """The weeks of one side that count, and their outcomes.

    `misfits` are logged weeks that do not count since their hours are not those of the side.
    """

    weeks: int
    outcomes: int
    misfits: int = 0

    @property
    def rate(self) -> float:
        """Return outcomes a week, 0 without weeks."""
        return self.outcomes / self.weeks if self.weeks else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class OnOffResult:
    """A finished test: `ratio` of the weekly outcomes on to off with its 95 % range.

    `chance` is the two-sided p, None where nothing could be compared. `smallest_effect` is what a
    test of these weeks would have found in four of five cases, as a part of the rate when off.
    `settling` are the weeks left out after each switch, while the old effect still works.
    """

    verdict: OnOffVerdict
    on: Arm
    off: Arm
    ratio: float | None
    low: float
    high: float
    chance: float | None
    smallest_effect: float | None
    settling: int


def weeks_per_arm(rate: float, effect: float, parameters: LearningParameters) -> int:
    """Return the weeks each side needs to show an effect: ``(2 + d) z^2 / (r d^2)``.

    `rate` r is outcomes a week when off, `effect` d a part of it (0.3 is 30 % more). z is the
    sum of both normal quantiles, for two Poisson counts of equal length. ValueError without a
    positive rate, or for an effect of nothing or of less than none at all.
    """
    if rate <= 0 or effect == 0 or effect < -1:
        raise ValueError(f"no test shows an effect of {effect} at {rate} a week")
    return ceil((2 + effect) * _z(parameters) ** 2 / (rate * effect**2) - ROUNDING)


def smallest_effect(rate: float, weeks: float, parameters: LearningParameters) -> float:
    """Return the increase that so many weeks a side would show: the inverse of `weeks_per_arm`."""
    z_squared, expected = _z(parameters) ** 2, rate * weeks
    return (z_squared + sqrt(z_squared**2 + 8 * expected * z_squared)) / (2 * expected)


def settling_weeks(activity: Activity, parameters: LearningParameters) -> int:
    """Return the weeks after a switch that do not count: the delay and three half-lives."""
    wait = parameters.settling_half_lives * activity.half_life_weeks
    return ceil(activity.delay_weeks + wait - ROUNDING)


def old_effect_left(activity: Activity, parameters: LearningParameters) -> float:
    """Return the share of the old effect that is at work in the first week that counts.

    By the weights of section 4.1 what was done is at work in full until the delay d is over, then
    less by half with every half-life h: ``2^(-(w + 1 - d) / h)`` after w whole weeks.
    """
    weeks = settling_weeks(activity, parameters) + 1 - activity.delay_weeks
    return float(2.0 ** (-weeks / activity.half_life_weeks))


def result_of(
    test: OnOffTest, weeks: Sequence[CountedWeek], parameters: LearningParameters
) -> OnOffResult:
    """Return what a test has shown, by the exact test of two Poisson rates.

    Odd weeks are left out, those whose hours are not those of their side, and those after a switch
    or after such a week, until the old effect has settled. Where weeks differ more than chance
    explains, both counts are divided by how much more, which makes the test harder to pass.
    """
    settling = settling_weeks(test.activity, parameters)
    misfits = {each.monday for each in weeks if each.is_logged and not test.fits(each)}
    usable = {each.monday: each.total for each in weeks if each.is_learnt_from}
    on, off = (
        [usable[day] for day in sorted(_settled(side - misfits, settling)) if day in usable]
        for side in (test.on, test.off)
    )
    arms = (
        Arm(weeks=len(on), outcomes=sum(on), misfits=len(test.on & misfits)),
        Arm(weeks=len(off), outcomes=sum(off), misfits=len(test.off & misfits)),
    )
    if not on or not off or not sum(on) + sum(off):
        return _nothing(arms, settling)
    return _compared(arms, (on, off), settling, parameters)


def _compared(
    arms: tuple[Arm, Arm],
    totals: tuple[list[int], list[int]],
    settling: int,
    parameters: LearningParameters,
) -> OnOffResult:
    on, off = totals
    excess = _excess(on, off, parameters)
    counts = floor(sum(on) / excess), floor(sum(off) / excess)
    chance = two_sided(counts, (len(on), len(off)))
    low, high = ratio_range(counts, (len(on), len(off)), parameters.test_level)
    length = 2 / (1 / len(on) + 1 / len(off)) / excess
    return OnOffResult(
        verdict=_verdict(arms, chance, parameters),
        on=arms[0],
        off=arms[1],
        ratio=arms[0].rate / arms[1].rate if arms[1].outcomes else None,
        low=low,
        high=high,
        chance=chance,
        smallest_effect=smallest_effect(arms[1].rate, length, parameters) if sum(off) else None,
        settling=settling,
    )


def _z(parameters: LearningParameters) -> float:
    normal = NormalDist()
    return normal.inv_cdf(1 - parameters.test_level / 2) + normal.inv_cdf(parameters.test_power)


def _settled(days: frozenset[date], settling: int) -> set[date]:
    """Return the weeks of one side before which it had lasted as long as settling takes."""
    earlier = [k * WEEK for k in range(1, settling + 1)]
    return {day for day in days if all(day - gap in days for gap in earlier)}


def _excess(on: Sequence[int], off: Sequence[int], parameters: LearningParameters) -> float:
    """Return how much more the weeks of each side differ than chance explains, at least 1."""
    freedom = len(on) + len(off) - 2
    if len(on) + len(off) < parameters.dispersion_weeks or freedom < 1:
        return 1.0
    spread = sum(
        float(np.sum((np.array(side) - np.mean(side)) ** 2) / np.mean(side))
        for side in (on, off)
        if sum(side)
    )
    return max(1.0, spread / freedom)


def _verdict(arms: tuple[Arm, Arm], chance: float, parameters: LearningParameters) -> OnOffVerdict:
    if chance > parameters.test_level:
        return OnOffVerdict.NOT_SHOWN
    return OnOffVerdict.MORE if arms[0].rate > arms[1].rate else OnOffVerdict.LESS


def _nothing(arms: tuple[Arm, Arm], settling: int) -> OnOffResult:
    return OnOffResult(
        verdict=OnOffVerdict.NOT_ENOUGH,
        on=arms[0],
        off=arms[1],
        ratio=None,
        low=0.0,
        high=float("inf"),
        chance=None,
        smallest_effect=None,
        settling=settling,
    )
