"""The same question put to another sampler: emcee's affine-invariant ensemble.

It shares no line with the program's own: it knows the density alone, on the scale of logarithms
and logits, with every traced count in its own week.
"""

from dataclasses import dataclass

import emcee
import numpy as np

from socialplanner.domain.response import Floats
from socialplanner.domain.superposition import Belief, Counted

WALKERS = 40
STEPS = 5000
BURN_IN = 1000
SEED = 2013


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """Means of alpha, b and q in this order, with the error that sampling leaves."""

    means: Floats
    errors: Floats


def ensemble_moments(counted: Counted, belief: Belief, dispersion: float = 1.0) -> Moments:
    """Return the means by the ensemble; its error follows from its autocorrelation time."""
    start = np.concatenate(
        [
            np.log(belief.productivity),
            [np.log(belief.baseline)],
            np.log(belief.traced / belief.untraced),
        ]
    )
    rng = np.random.default_rng(SEED)
    sampler = emcee.EnsembleSampler(
        WALKERS,
        len(start),
        lambda points: _log_density(points, counted, belief, dispersion),
        vectorize=True,
    )
    sampler.random_state = np.random.RandomState(SEED).get_state()
    sampler.run_mcmc(start + 0.1 * rng.standard_normal((WALKERS, len(start))), STEPS)
    chain = sampler.get_chain(discard=BURN_IN, flat=False)
    natural = _natural(chain, len(belief.productivity))
    time = emcee.autocorr.integrated_time(natural, quiet=True)
    flat = natural.reshape(-1, natural.shape[-1])
    errors = flat.std(axis=0) * np.sqrt(time / len(flat))
    return Moments(means=flat.mean(axis=0), errors=errors)


def batch_moments(drawn: Floats, batches: int = 40) -> Moments:
    """Return means of draws in their order, with errors from the means of batches."""
    size = len(drawn) // batches
    parts = drawn[: size * batches].reshape(batches, size, -1).mean(axis=1)
    return Moments(means=parts.mean(axis=0), errors=parts.std(axis=0, ddof=1) / np.sqrt(batches))


def _natural(points: Floats, activities: int) -> Floats:
    """Return alpha, b and q from logarithms and logits."""
    result = np.exp(points)
    odds = result[..., activities + 1 :]
    result[..., activities + 1 :] = odds / (1 + odds)
    return result


def _log_density(points: Floats, counted: Counted, belief: Belief, dispersion: float) -> Floats:
    """Return the log density of each point, shape (walkers,), with the change of scale."""
    activities = len(belief.productivity)
    natural = _natural(points, activities)
    alpha, b, q = natural[:, :activities], natural[:, activities], natural[:, activities + 1 :]
    seen = q[:, counted.mode]
    hidden = (alpha * (1 - seen)) @ counted.doses.T + b[:, None]
    effect = alpha * counted.doses.sum(axis=0)
    likelihood = (
        (counted.traced * np.log(alpha * seen) - effect * seen).sum(axis=1)
        + (counted.untraced * np.log(hidden) - hidden).sum(axis=1)
    ) / dispersion
    rate = belief.weight / belief.productivity
    prior = (belief.weight * np.log(alpha) - rate * alpha).sum(axis=1)
    prior += belief.baseline_weight * (np.log(b) - b / belief.baseline)
    prior += (belief.traced * np.log(q) + belief.untraced * np.log1p(-q)).sum(axis=1)
    result: Floats = likelihood + prior
    return result
