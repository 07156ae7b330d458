"""Poisson-gamma superposition: which activity the counts came from (section 5.2).

    traced   Y_a,t ~ Poisson( q_c alpha_a x_a,t )
    untraced U_t   ~ Poisson( b + sum_a (1 - q_c) alpha_a x_a,t )

with gamma beliefs on alpha and b and beta beliefs on q: a Gibbs sampler in which every step is
drawn from a known distribution. `dispersion` phi >= 1 tempers counts and doses.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from socialplanner.domain.response import Floats

Counts = NDArray[np.int64]

SEED = 1965
"""Fixed, so that a report can be reproduced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What was counted in T weeks of A activities.

    `doses` is x of shape (T, A), `traced` the sum of Y over the weeks, shape (A,), `untraced` U of
    shape (T,), `mode` the row of q of each activity. Without `uses_sources` nothing is known of
    sources at all: q is 0, and all outcomes have to be in `untraced`.
    """

    doses: Floats
    traced: Counts
    untraced: Counts
    mode: NDArray[np.intp]
    uses_sources: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """What is believed before any count: alpha0 of shape (A,), b0, and q's two counts by mode.

    `weight` is A0, which leaves a spread of ``1/sqrt(A0)``, and `baseline_weight` that of b.
    """

    productivity: Floats
    baseline: float
    weight: float
    baseline_weight: float
    traced: Floats
    untraced: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampling:
    """How the sampler runs; only `sweeps - burn_in` draws are kept."""

    sweeps: int
    burn_in: int
    seed: int = SEED


@dataclass(frozen=True, slots=True, kw_only=True)
class Draws:
    """n draws from what is believed after counting: alpha (n, A), b (n,) and q (n, modes).

    `mean` and `deviation` of alpha, shape (A,), are averages of exact conditional moments over the
    draws (Rao-Blackwell): with nothing counted they are those of the belief itself.
    """

    productivity: Floats
    baseline: Floats
    traceable: Floats
    mean: Floats
    deviation: Floats


def sample(counted: Counted, belief: Belief, dispersion: float, sampling: Sampling) -> Draws:
    """Return draws of productivity, baseline and traceable share, the same for the same input."""
    rng = np.random.default_rng(sampling.seed)
    kept = sampling.sweeps - sampling.burn_in
    state = _State(counted, belief, dispersion)
    productivity = np.empty((kept, len(belief.productivity)))
    shapes = np.empty_like(productivity)
    baseline, traceable = np.empty(kept), np.empty((kept, len(belief.traced)))
    for sweep in range(-sampling.burn_in, kept):
        state.sweep(rng)
        if sweep >= 0:
            productivity[sweep], shapes[sweep] = state.productivity, state.shape
            baseline[sweep], traceable[sweep] = state.baseline, state.traceable
    variance = (shapes.mean(axis=0) + shapes.var(axis=0)) / state.rate**2
    return Draws(
        productivity=productivity,
        baseline=baseline,
        traceable=traceable,
        mean=shapes.mean(axis=0) / state.rate,
        deviation=np.sqrt(variance),
    )


def mode_shares(draws: Draws, doses: Floats, mode: NDArray[np.intp]) -> Floats:
    """Return whose an untraced outcome is, by week and draw; shape (T, n, modes + 1), sums are 1.

    ``(1 - q_c) alpha_a x_a,t`` summed over the activities of each mode, and last the baseline.
    """
    unseen = (1.0 - draws.traceable[:, mode]) * draws.productivity
    parts = np.empty((len(doses), len(unseen), draws.traceable.shape[1] + 1))
    for place in range(parts.shape[-1] - 1):
        parts[:, :, place] = (doses * (mode == place)) @ unseen.T
    parts[:, :, -1] = draws.baseline
    result: Floats = parts / parts.sum(axis=-1, keepdims=True)
    return result


def allocated(untraced: Counts, shares: Floats, seed: int) -> Counts:
    """Return the untraced outcomes of all weeks shared out by chance, a row for each draw.

    `shares` are those of `mode_shares`; the result has the shape (n, modes + 1).
    """
    rng = np.random.default_rng(seed)
    result: Counts = rng.multinomial(untraced[:, None], shares).sum(axis=0)
    return result


class _State:
    """Where the sampler stands, with everything that does not change made ready once."""

    def __init__(self, counted: Counted, belief: Belief, dispersion: float) -> None:
        self.belief, self.phi, self.mode = belief, dispersion, counted.mode
        self.uses_sources = counted.uses_sources
        some = counted.untraced > 0
        self.untraced, self.doses = counted.untraced[some], counted.doses[some]
        self.parts = np.empty((len(self.doses), self.doses.shape[1] + 1))
        self.base_shape = belief.weight + counted.traced / dispersion
        self.rate = belief.weight / belief.productivity + counted.doses.sum(axis=0) / dispersion
        weeks = len(counted.doses)
        self.baseline_rate = belief.baseline_weight / belief.baseline + weeks / dispersion
        self.traced = belief.traced + self._by_mode(counted.traced) / dispersion
        self.productivity, self.shape = belief.productivity.copy(), self.base_shape
        self.baseline = belief.baseline
        prior = belief.traced / (belief.traced + belief.untraced)
        self.traceable = prior if counted.uses_sources else np.zeros_like(prior)

    def sweep(self, rng: np.random.Generator) -> None:
        """Draw where the untraced came from, then alpha, b and q given that."""
        hidden = self._hidden(rng)
        self.shape = self.base_shape + hidden[:-1] / self.phi
        self.productivity = rng.standard_gamma(self.shape) / self.rate
        shape = self.belief.baseline_weight + hidden[-1] / self.phi
        self.baseline = float(rng.standard_gamma(shape)) / self.baseline_rate
        if self.uses_sources:
            missed = self.belief.untraced + self._by_mode(hidden[:-1]) / self.phi
            self.traceable = rng.beta(self.traced, missed)

    def _hidden(self, rng: np.random.Generator) -> Counts:
        """Return how many of the untraced each activity, and last the baseline, gets; (A + 1,)."""
        unseen = (1.0 - self.traceable[self.mode]) * self.productivity
        np.multiply(self.doses, unseen, out=self.parts[:, :-1])
        self.parts[:, -1] = self.baseline
        shares = self.parts / self.parts.sum(axis=1, keepdims=True)
        result: Counts = rng.multinomial(self.untraced, shares).sum(axis=0)
        return result

    def _by_mode(self, counts: Counts) -> Floats:
        size = len(self.belief.traced)
        return np.bincount(self.mode, weights=counts, minlength=size).astype(np.float64)
