"""Knapsack tables over half-hours and counts, one mode at a time (section 4.2, step 1)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from socialplanner.domain.programme import Booleans, Programme
from socialplanner.domain.response import Floats

Indices = NDArray[np.intp]

TIE = 1e-14
"""Sums that differ by less are equal but for rounding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """B of shape (n, C+1, T+1), and the steps each activity takes, (A, n, C+1, T+1)."""

    best: Floats
    choice: NDArray[np.int8]
    counted: Booleans


def knapsack(programme: Programme, values: Floats, chosen: Booleans) -> Table:
    """Return the table of the chosen activities; the others take no hours."""
    shape = (len(values), programme.most_activities + 1, programme.steps + 1)
    best = np.full(shape, -np.inf)
    best[:, :, 0] = 0.0
    choice = np.zeros((len(programme.activities), *shape), dtype=np.int8)
    allowed = np.where(programme.allowed, values, -np.inf)
    for activity in np.flatnonzero(chosen):
        best = _with_activity(
            programme, best, allowed[:, activity], choice[activity], int(activity)
        )
    return Table(best=best, choice=choice, counted=programme.is_counted)


def _with_activity(
    programme: Programme,
    best: Floats,
    values: Floats,
    choice: NDArray[np.int8],
    activity: int,
) -> Floats:
    """Return the table with one more activity; fewer steps win a tie: earlier ones keep theirs."""
    result = np.full_like(best, -np.inf)
    counted = int(programme.is_counted[activity])
    for steps in np.flatnonzero(programme.allowed[activity]):
        shift = counted if steps else 0
        source = best[:, : best.shape[1] - shift, : best.shape[2] - steps]
        candidate = source + values[:, steps, None, None]
        target = result[:, shift:, steps:]
        better = candidate > target + TIE
        np.copyto(target, candidate, where=better)
        np.copyto(choice[:, shift:, steps:], np.int8(steps), where=better)
    return result


def trace(table: Table, rows: Indices, counts: Indices, steps: Indices) -> Indices:
    """Return the steps of every activity along the back-pointers, shape (n, A)."""
    counts, steps = counts.copy(), steps.copy()
    result = np.zeros((len(rows), len(table.choice)), dtype=np.intp)
    for activity in range(len(table.choice) - 1, -1, -1):
        taken = table.choice[activity, rows, counts, steps].astype(np.intp)
        result[:, activity] = taken
        steps -= taken
        counts -= (taken > 0) & table.counted[activity]
    return result
