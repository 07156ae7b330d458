"""The same re-plan written plainly: a sampler week by week, and plans one by one.

It is what one would write first from the method's text. The mathematics is the same; the draws are
others, so that means agree but for chance.
"""

from typing import NamedTuple

import numpy as np

from benchmarks.reference import best_plan
from socialplanner.domain.programme import Programme
from socialplanner.domain.response import Floats
from socialplanner.domain.superposition import Belief, Counted

SEED = 7


class Learnt(NamedTuple):
    """Draws of alpha after burning in, shape (n, A)."""

    productivity: Floats


def plain_sample(counted: Counted, belief: Belief, sweeps: int, burn_in: int) -> Learnt:
    """Return the draws of the method's three lines, without tempering."""
    rng = np.random.default_rng(SEED)
    weeks, activities = counted.doses.shape
    alpha, b = belief.productivity.copy(), belief.baseline
    q = belief.traced / (belief.traced + belief.untraced)
    draws = np.zeros((sweeps, activities))
    for sweep in range(sweeps):
        hidden = np.zeros(activities + 1)
        for week in range(weeks):
            rates = np.append((1 - q[counted.mode]) * alpha * counted.doses[week], b)
            hidden += rng.multinomial(counted.untraced[week], rates / rates.sum())
        for a in range(activities):
            shape = belief.weight + counted.traced[a] + hidden[a]
            rate = belief.weight / belief.productivity[a] + counted.doses[:, a].sum()
            alpha[a] = rng.gamma(shape, 1 / rate)
        rate = belief.baseline_weight / belief.baseline + weeks
        b = rng.gamma(belief.baseline_weight + hidden[-1], 1 / rate)
        for mode in range(len(q)):
            own = counted.mode == mode
            seen = belief.traced[mode] + counted.traced[own].sum()
            q[mode] = rng.beta(seen, belief.untraced[mode] + hidden[:-1][own].sum())
        draws[sweep] = alpha
    return Learnt(draws[burn_in:])


def plain_plans(programme: Programme, values: Floats, low: float, high: float) -> int:
    """Return how many plans were made, one after the other."""
    return len([best_plan(programme, version, low, high) for version in values])
