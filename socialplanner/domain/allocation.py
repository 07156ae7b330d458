"""Exact allocation of weekly hours by dynamic programming (section 4.2).

Per mode a knapsack table ``B[count, steps]`` holds the best value of exactly that many grid steps
with at most that many counted activities; the two tables are joined over every pair of steps and
counts inside the band, which is exact because the band depends on the two sums alone. Many
versions of the values (draws of the catalogue, changed answers) are solved as one array.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from socialplanner.domain.knapsack import TIE, Indices, Table, knapsack, trace
from socialplanner.domain.programme import Booleans, Programme
from socialplanner.domain.response import Floats

IN_BAND = 1e-9
ROWS_AT_ONCE = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The wanted network share of the planned hours: `low` and `high`, shape (n,) each."""

    low: Floats
    high: Floats

    def rows(self, chosen: slice | Indices) -> "Band":
        """Return the band of some of the versions."""
        return Band(low=self.low[chosen], high=self.high[chosen])


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """The best plans of n versions: hours a week, shape (n, A), and their value, shape (n,).

    `is_feasible` is False where no plan meets the constraints; its hours are then 0.
    """

    hours: Floats
    value: Floats
    is_feasible: Booleans


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cells:
    """Where each version's plan stands: steps per mode, the media count, its value; shape (n,)."""

    media: Indices
    network: Indices
    count: Indices
    value: Floats


def band(low: float, high: float, versions: int = 1) -> Band:
    """Return the same band for n versions."""
    return Band(low=np.full(versions, low), high=np.full(versions, high))


FREE = (-1.0, 2.0)
"""Bounds that no share can leave: the programme without its band."""


def solve(programme: Programme, values: Floats, wanted: Band) -> Solution:
    """Return the best plan for each version of the values, shape (n, A, S + 1).

    Plans inside the band are best by value; where none is inside, those nearest to it are, and
    among them the best by value. Of equal plans the one with more of earlier activities is taken.
    """
    steps = np.arange(programme.longest + 1)
    wished = values + programme.preference[None, :, None] * steps
    parts = [
        _solve(programme, wished[rows], wanted.rows(rows))
        for start in range(0, len(values), ROWS_AT_ONCE)
        for rows in [slice(start, start + ROWS_AT_ONCE)]
    ]
    hours = np.concatenate([part.hours for part in parts])
    return Solution(
        hours=hours,
        value=_value(programme, values, hours),
        is_feasible=np.concatenate([part.is_feasible for part in parts]),
    )


def frontier(programme: Programme, values: Floats) -> Floats:
    """Return the best value for every pair of media and network steps of the first version.

    Shape (T + 1, T + 1), -inf where no plan has these hours; all constraints but the band hold.
    """
    best = _media_tables(programme, values[:1], programme.runnable).best
    media: Floats = best.max(axis=0, keepdims=True)
    network = knapsack(programme, values[:1], programme.is_network)
    joint: Floats = _join(programme, media, network.best)[0][0]
    return joint


def _value(programme: Programme, values: Floats, hours: Floats) -> Floats:
    """Return F of each plan, shape (n,)."""
    steps = np.rint(hours / programme.grid).astype(np.intp)
    result: Floats = np.take_along_axis(values, steps[:, :, None], axis=2).sum(axis=(1, 2))
    return result


def _solve(programme: Programme, values: Floats, wanted: Band) -> Solution:
    """Return the plans without the platform limit, and with it only where they break it."""
    first = _solve_runs(programme, values, wanted, np.ones((1, len(programme.activities)), bool))
    broken = np.flatnonzero(~_runs_somewhere(programme, first.hours))
    if not len(broken):
        return first
    width = max(1, ROWS_AT_ONCE * 4 // len(programme.runnable))
    hours, value, feasible = first.hours, first.value, first.is_feasible
    for start in range(0, len(broken), width):
        rows = broken[start : start + width]
        again = _solve_runs(programme, values[rows], wanted.rows(rows), programme.runnable)
        hours[rows], value[rows], feasible[rows] = again.hours, again.value, again.is_feasible
    return Solution(hours=hours, value=value, is_feasible=feasible)


def _solve_runs(programme: Programme, values: Floats, wanted: Band, runs: Booleans) -> Solution:
    """Return the plans when media is bound to one of the platform sets `runs`, shape (J, A)."""
    count, sets = len(values), len(runs)
    media = _media_tables(programme, values, runs)
    network = knapsack(programme, values, programme.is_network)
    best = media.best.reshape(count, sets, *media.best.shape[1:])
    joint, split = _join(programme, best.max(axis=1), network.best)
    cells = _choose(joint, split, _distance(programme, wanted))
    rows = np.arange(count)
    which = best[rows, :, cells.count, cells.media].argmax(axis=1)
    feasible = np.isfinite(cells.value)
    other = programme.most_activities - cells.count
    hours = trace(media, rows * sets + which, cells.count, cells.media)
    hours = hours + trace(network, rows, other, cells.network)
    return Solution(
        hours=np.where(feasible[:, None], hours * programme.grid, 0.0),
        value=np.where(feasible, cells.value, 0.0),
        is_feasible=feasible,
    )


def _media_tables(programme: Programme, values: Floats, runs: Booleans) -> Table:
    """Return one table for each version and platform set, versions outermost."""
    bound = np.repeat(values, len(runs), axis=0)
    stopped = np.tile(~runs, (len(values), 1))
    bound[stopped, 1:] = -np.inf
    return knapsack(programme, bound, ~programme.is_network)


def _join(programme: Programme, media: Floats, network: Floats) -> tuple[Floats, NDArray[np.int8]]:
    """Return the best value per pair of steps, (n, T + 1, T + 1), and its media count."""
    most = programme.most_activities
    shape = (len(media), programme.steps + 1, programme.steps + 1)
    joint, split = np.full(shape, -np.inf), np.zeros(shape, dtype=np.int8)
    for count in range(most + 1):
        candidate = media[:, count, :, None] + network[:, most - count, None, :]
        better = candidate > joint + TIE
        np.copyto(joint, candidate, where=better)
        np.copyto(split, np.int8(count), where=better)
    steps = np.arange(programme.steps + 1)
    beyond = steps[:, None] + steps[None, :] > programme.steps
    joint[:, beyond] = -np.inf
    joint[:, :, programme.network_steps + 1 :] = -np.inf
    joint[:, 0, 0] = -np.inf
    return joint, split


def _distance(programme: Programme, wanted: Band) -> Floats:
    """Return how far each pair's share lies outside the band, shape (n, T + 1, T + 1)."""
    steps = np.arange(programme.steps + 1)
    total = np.maximum(1, steps[:, None] + steps[None, :])
    share = steps[None, :] / total
    below = wanted.low[:, None, None] - share
    above = share - wanted.high[:, None, None]
    outside = np.maximum(below, above)
    result: Floats = np.where(outside > IN_BAND, outside, 0.0)
    return result


def _choose(joint: Floats, split: NDArray[np.int8], distance: Floats) -> _Cells:
    """Return the best pair of steps among those nearest to the band."""
    flat, far = joint.reshape(len(joint), -1), distance.reshape(len(joint), -1)
    far = np.where(np.isfinite(flat), far, np.inf)
    nearest = far.min(axis=1, keepdims=True)
    masked = np.where(far <= nearest + IN_BAND, flat, -np.inf)
    top = masked.max(axis=1)
    place = (masked >= top[:, None] - TIE).argmax(axis=1)
    media, network = np.divmod(place, joint.shape[2])
    count = split.reshape(len(joint), -1)[np.arange(len(joint)), place]
    return _Cells(media=media, network=network, count=count.astype(np.intp), value=top)


def _runs_somewhere(programme: Programme, hours: Floats) -> Booleans:
    """Return whether each plan runs on one of the allowed platform sets, shape (n,)."""
    runs = (hours <= 0)[:, None, :] | programme.runnable[None, :, :]
    result: Booleans = np.any(np.all(runs, axis=2), axis=1)
    return result
