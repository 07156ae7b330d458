"""A firm in the laboratory: what its work truly brings is known, and logs are drawn from it.

Optimistic, as the method says of its own: curves, delays and carry-over are taken to be known, and
the truth is drawn from what is believed.
"""

from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

import numpy as np

from socialplanner.domain.allocation import FREE, band, solve
from socialplanner.domain.belief import Present, belief_of, mode_rows
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.dose import doses, effective_hours
from socialplanner.domain.ids import Mode
from socialplanner.domain.response import Curves, Floats, overhead, patience, saving
from socialplanner.domain.superposition import Belief, Counted, Counts
from tests.domain.builders import BUSINESS, Instance, instance_of, shipped_catalogue

IDS = (
    "linkedin_posts",
    "articles",
    "newsletter",
    "linkedin_dialogue",
    "local_events",
    "referral_circle",
)
WEEKLY_HOURS = 14.0
UNEVEN = 0.3
"""Log-sd of the hours from week to week: nobody keeps a plan to the minute."""
NETWORK = list(Mode).index(Mode.NETWORK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What a log is drawn under.

    `enquiries` a week, of which `effort_share` come from the six activities; `traceable` is q by
    mode, drawn from the belief where it is None; `noise` the spread of whole weeks as part of their
    mean; `network_times` multiplies what networking truly brings.
    """

    enquiries: float = 9.0
    weeks: int = 26
    effort_share: float = 0.4
    traceable: tuple[float, float] | None = None
    noise: float = 0.0
    uses_sources: bool = True
    network_times: float = 1.0


class Truth(NamedTuple):
    """What nobody knows outside the laboratory: alpha, b and q."""

    productivity: Floats
    baseline: float
    traceable: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """The firm: six activities to which 14 hours a week go in equal parts, more or less."""

    catalogue: Catalogue
    instance: Instance

    @property
    def mode(self) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
        """Return the row of q of each activity."""
        return mode_rows(self.instance.offered)

    @property
    def kept(self) -> Floats:
        """Return D_a, shape (1, A)."""
        half_lives = np.array([[a.half_life_weeks for a in self.instance.offered]])
        discount = self.instance.circumstances.weekly_discount
        return patience(self.instance.offered, half_lives, discount)

    def effective(self, hours: Floats) -> Floats:
        """Return g(e)."""
        instance = self.instance
        tools = instance.circumstances.tools
        return effective_hours(instance.offered, hours, tools, instance.parameters)

    def belief(self, conditions: Conditions) -> Belief:
        """Return what is believed before counting."""
        offered = self.instance.offered
        present = Present(
            hours={a.id: WEEKLY_HOURS / len(offered) for a in offered},
            enquiries=conditions.enquiries,
            effort_share=conditions.effort_share,
        )
        return belief_of(offered, self.instance.circumstances, present, self.catalogue)

    def plan(self, productivity: Floats) -> Floats:
        """Return the best hours for one version of alpha, shape (A,)."""
        instance, programme = self.instance, self.instance.programme
        tools = instance.circumstances.tools
        made = Curves(
            scale=productivity[None, :] * self.kept,
            half_hours=np.array([[a.half_hours for a in instance.offered]]),
            overhead=overhead(instance.offered, instance.parameters),
            saving=np.array([saving(a, tools, instance.parameters) for a in instance.offered]),
        )
        values = made.values(programme.longest, programme.grid)
        hours: Floats = solve(programme, values, band(*FREE)).hours[0]
        return hours

    def worth(self, hours: Floats, productivity: Floats) -> Floats:
        """Return F of some hours for one or many versions of alpha."""
        result: Floats = productivity @ (self.kept[0] * self.effective(hours))
        return result


@cache
def bench() -> Bench:
    """Return the firm, made once."""
    catalogue = shipped_catalogue()
    business = replace(
        BUSINESS,
        kind="b2b_services",
        goals=("leads", "referrals", "awareness"),
        hours_per_week=WEEKLY_HOURS,
        platforms=frozenset({"linkedin"}),
    )
    activities = [catalogue.activity(key) for key in IDS]
    return Bench(catalogue=catalogue, instance=instance_of(*activities, business=business))


def drawn_truth(conditions: Conditions, rng: np.random.Generator) -> Truth:
    """Return a truth that what is believed allows."""
    belief, times = bench().belief(conditions), conditions.network_times
    productivity = rng.gamma(belief.weight, belief.productivity / belief.weight)
    baseline = float(rng.gamma(belief.baseline_weight, belief.baseline / belief.baseline_weight))
    drawn = rng.beta(belief.traced, belief.untraced)
    given = conditions.traceable
    return Truth(
        productivity=productivity * np.where(bench().mode == NETWORK, times, 1.0),
        baseline=baseline,
        traceable=drawn if given is None else np.array(given),
    )


def drawn_log(
    conditions: Conditions, truth: Truth, rng: np.random.Generator
) -> tuple[Counted, Counts]:
    """Return the counts of a log, and its weekly totals."""
    firm, weeks = bench(), conditions.weeks
    usual = np.full(len(IDS), WEEKLY_HOURS / len(IDS))
    hours = usual * rng.lognormal(0.0, UNEVEN, (weeks, len(IDS)))
    dose = doses(firm.instance.offered, firm.effective(hours), firm.effective(usual))
    luck = _luck(conditions.noise, weeks, rng)
    effect = dose * truth.productivity * luck[:, None]
    seen = truth.traceable[firm.mode]
    traced = rng.poisson(effect * seen)
    hidden = rng.poisson(truth.baseline * luck + (effect * (1 - seen)).sum(axis=1))
    totals = traced.sum(axis=1) + hidden
    is_known = conditions.uses_sources
    counted = Counted(
        doses=dose,
        traced=traced.sum(axis=0) * is_known,
        untraced=hidden if is_known else totals,
        mode=firm.mode,
        uses_sources=is_known,
    )
    return counted, totals


def _luck(noise: float, weeks: int, rng: np.random.Generator) -> Floats:
    """Return what multiplies whole weeks, 1 on average."""
    log_sd = np.sqrt(np.log1p(noise**2))
    result: Floats = np.exp(log_sd * rng.standard_normal(weeks) - log_sd**2 / 2)
    return result
