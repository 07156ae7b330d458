"""Trials in the laboratory: plans from what was learnt, put to the truth; ranks of the truth."""

from dataclasses import dataclass, fields

import numpy as np

from socialplanner.domain.learning import dispersion_of
from socialplanner.domain.response import Floats
from socialplanner.domain.superposition import Belief, Counted, Draws, Sampling, sample
from tests.calibration.laboratory import NETWORK, Conditions, Truth, bench, drawn_log, drawn_truth

SEED = 20_270_131
TAILS = (0.1, 0.9)
THIN = 20
RANKS = 99
LEAST = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One log learnt from, or the averages of many; shares are 0..1.

    `doubt` is posterior over prior sd, `error` the squared error of the means before and after as
    parts of the belief, the regrets what plans lose against the best, `covered` the share of 80 %
    ranges that hold the truth, `proposed` whether a change was proposed, `right` whether it was
    better (no number where none was), `share_sd` the doubt left about the network share.
    """

    doubt: float
    error_before: float
    error_after: float
    regret_before: float
    regret_after: float
    regret_traced: float
    covered: float
    proposed: float
    right: float
    share_sd: float


def trial(conditions: Conditions, number: int) -> Trial:
    """Return how one log did; the same number gives the same log."""
    rng = np.random.default_rng((SEED, number))
    truth = drawn_truth(conditions, rng)
    counted, totals = drawn_log(conditions, truth, rng)
    parameters = bench().catalogue.parameters.learning
    sampling = Sampling(sweeps=parameters.sweeps, burn_in=parameters.burn_in)
    belief = bench().belief(conditions)
    phi = dispersion_of([int(total) for total in totals], parameters.dispersion_weeks)
    return _judged(truth, counted, belief, sample(counted, belief, phi, sampling))


def averages(conditions: Conditions, trials: int) -> Trial:
    """Return the averages of many trials, without those that have no number."""
    made = [trial(conditions, number) for number in range(trials)]
    return Trial(
        **{each.name: _mean([getattr(t, each.name) for t in made]) for each in fields(Trial)}
    )


def ranks(conditions: Conditions, trials: int) -> Floats:
    """Return the rank of every true number among 99 draws, shape (trials, numbers).

    Simulation-based calibration: if the sampler is right, all ranks from 0 to 99 are equally likely
    (Talts and others, 2018). The numbers are alpha of each activity, b, and q of each mode.
    """
    sampling = Sampling(sweeps=THIN * (RANKS + 5), burn_in=THIN * 5)
    found = []
    for number in range(trials):
        rng = np.random.default_rng((SEED, 1, number))
        truth = drawn_truth(conditions, rng)
        counted, _ = drawn_log(conditions, truth, rng)
        drawn = sample(counted, bench().belief(conditions), 1.0, sampling)
        table = np.column_stack([drawn.productivity, drawn.baseline, drawn.traceable])
        true = np.concatenate([truth.productivity, [truth.baseline], truth.traceable])
        found.append((table[THIN - 1 :: THIN] < true).sum(axis=0))
    return np.array(found, dtype=np.float64)


def unevenness(ranked: Floats, bins: int) -> Floats:
    """Return chi-squared of the ranks of each number against equal bins, shape (numbers,)."""
    edges = np.linspace(0, RANKS + 1, bins + 1)
    counts = [np.histogram(column, edges)[0] for column in ranked.T]
    expected = len(ranked) / bins
    result: Floats = ((np.array(counts) - expected) ** 2 / expected).sum(axis=1)
    return result


def _judged(truth: Truth, counted: Counted, belief: Belief, draws: Draws) -> Trial:
    firm, real = bench(), truth.productivity
    old, new = firm.plan(belief.productivity), firm.plan(draws.mean)
    by_count = firm.plan(counted.traced / counted.doses.sum(axis=0) + LEAST)
    best = firm.worth(firm.plan(real), real)
    better = firm.worth(new, draws.productivity) > firm.worth(old, draws.productivity)
    gain = firm.worth(new, draws.mean) / firm.worth(old, draws.mean) - 1
    rule = firm.catalogue.parameters.learning
    is_proposed = bool(better.mean() >= rule.sure_share and gain >= rule.min_gain)
    low, high = np.quantile(draws.productivity, TAILS, axis=0)
    effect = draws.productivity * counted.doses.sum(axis=0)
    shares = effect[:, firm.mode == NETWORK].sum(axis=1) / effect.sum(axis=1)
    is_right = float(firm.worth(new, real) > firm.worth(old, real))
    return Trial(
        doubt=float(np.mean(draws.deviation * np.sqrt(belief.weight) / belief.productivity)),
        error_before=float(np.mean((1 - real / belief.productivity) ** 2)),
        error_after=float(np.mean(((draws.mean - real) / belief.productivity) ** 2)),
        regret_before=float(1 - firm.worth(old, real) / best),
        regret_after=float(1 - firm.worth(new, real) / best),
        regret_traced=float(1 - firm.worth(by_count, real) / best),
        covered=float(np.mean((low <= real) & (real <= high))),
        proposed=float(is_proposed),
        right=is_right if is_proposed else float("nan"),
        share_sd=float(shares.std()),
    )


def _mean(values: list[float]) -> float:
    known = [value for value in values if value == value]  # noqa: PLR0124 - nan is not itself
    return sum(known) / len(known) if known else float("nan")
