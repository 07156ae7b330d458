"""The same plan by a plain NumPy dynamic programme, one instance at a time.

It is what one would write first from the method's text: a table of counts and half-hours for each
mode, filled activity by activity; both joined over every pair inside the band; and all of it once
more for every set of platforms where the first plan uses too many.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from socialplanner.domain.programme import Booleans, Programme
from socialplanner.domain.response import Floats

Steps = NDArray[np.intp]
NEAR = 1e-9


class Found(NamedTuple):
    """A plan in half-hours per activity, how far it lies from the band, and its value."""

    distance: float
    value: float
    steps: Steps


class Table(NamedTuple):
    """The best value by count and half-hours, and what the last activity took to reach it."""

    best: Floats
    taken: Steps


def best_plan(programme: Programme, values: Floats, low: float, high: float) -> Found:
    """Return the best plan for one version of the values, shape (A, S + 1)."""
    everything = np.ones(len(programme.activities), dtype=bool)
    network = table(programme, values, programme.is_network)
    free = joined(programme, table(programme, values, ~programme.is_network), network, (low, high))
    if any(np.all(run | (free.steps == 0)) for run in programme.runnable):
        return free
    plans = [
        joined(
            programme, table(programme, values, ~programme.is_network, run), network, (low, high)
        )
        for run in programme.runnable & everything
    ]
    return min(plans, key=lambda plan: (round(plan.distance, 9), -plan.value))


def table(
    programme: Programme, values: Floats, chosen: Booleans, run: Booleans | None = None
) -> Table:
    """Return the knapsack table of some activities; those not in `run` may take no hours."""
    counts, width = programme.most_activities + 1, programme.steps + 1
    best = np.full((counts, width), -np.inf)
    best[:, 0] = 0.0
    taken = np.zeros((len(programme.activities), counts, width), dtype=np.intp)
    for activity in np.flatnonzero(chosen):
        allowed = np.flatnonzero(programme.allowed[activity])
        if run is not None and not run[activity]:
            allowed = allowed[allowed == 0]
        after = np.full_like(best, -np.inf)
        for step in allowed:
            used = int(programme.is_counted[activity] and step > 0)
            source = best[: counts - used, : width - step] + values[activity, step]
            better = source > after[used:, step:]
            after[used:, step:][better] = source[better]
            taken[activity, used:, step:][better] = step
        best = after
    return Table(best, taken)


def joined(programme: Programme, media: Table, network: Table, band: tuple[float, float]) -> Found:
    """Return the best pair of the tables' cells among those nearest to the band."""
    pairs = media.best[:, :, None] + network.best[::-1, None, :]
    counts, value = pairs.argmax(axis=0), pairs.max(axis=0)
    steps = np.arange(programme.steps + 1)
    total = steps[:, None] + steps[None, :]
    value[(total == 0) | (total > programme.steps)] = -np.inf
    value[:, programme.network_steps + 1 :] = -np.inf
    share = steps[None, :] / np.maximum(total, 1)
    distance = np.maximum(0.0, np.maximum(band[0] - share, share - band[1]))
    distance[np.isneginf(value)] = np.inf
    nearest = np.where(distance <= distance.min() + NEAR, value, -np.inf)
    place = np.unravel_index(int(nearest.argmax()), nearest.shape)
    count, (media_steps, network_steps) = int(counts[place]), (int(place[0]), int(place[1]))
    plan = traced(programme, media, count, media_steps)
    other = programme.most_activities - count
    plan = plan + traced(programme, network, other, network_steps)
    return Found(float(distance[place]), float(value[place]), plan)


def traced(programme: Programme, found: Table, count: int, steps: int) -> Steps:
    """Return the half-hours of every activity along the table's back-pointers."""
    plan = np.zeros(len(programme.activities), dtype=np.intp)
    for activity in range(len(plan) - 1, -1, -1):
        plan[activity] = found.taken[activity, count, steps]
        steps -= int(plan[activity])
        count -= int(plan[activity] > 0 and programme.is_counted[activity])
    return plan
