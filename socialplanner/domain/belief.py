"""What is believed before anything is counted: alpha0, b0 and q (section 5.2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeGuard

import numpy as np
from numpy.typing import NDArray

from socialplanner.domain.activity import Activity
from socialplanner.domain.answers import Answer
from socialplanner.domain.business import Business
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.dose import effective_hours, hours_table
from socialplanner.domain.ids import Mode
from socialplanner.domain.response import Circumstances, Floats, productivity
from socialplanner.domain.superposition import Belief

LEAST_A_WEEK = 0.25
"""Nobody is believed to get less than an enquiry a month: no belief can grow out of nothing."""
LAST_ENQUIRIES = "business.last_ten_enquiries"
WORK, ANYWAY = "work", "anyway"
MOST_REMEMBERED = 10.0
LEAST_FIT = 0.05
"""What is logged although the catalogue says that it does not fit at all is given this much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """How things stood when the log began.

    `hours` a week by activity; `enquiries` a week, None where the owner did not say or had none,
    and then the log's own mean stands in; `effort_share` phi0, the share of them that is believed
    to come from these hours, `remembered` how many enquiries of the owner's memory it rests on.
    """

    hours: Mapping[str, float]
    enquiries: float | None
    effort_share: float
    remembered: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """The last enquiries as far as the owner knows what led to them, together at most ten."""

    work: float = 0.0
    anyway: float = 0.0

    @property
    def total(self) -> float:
        """Return how many are known of."""
        return self.work + self.anyway


def present_of(
    catalogue: Catalogue,
    business: Business,
    hours: Mapping[str, float],
    remembered: Remembered = Remembered(),
) -> Present:
    """Return how things stand.

    The share believed is pulled towards what the owner remembers, as if our guess were ten more.
    """
    learning, month = catalogue.parameters.learning, catalogue.parameters.money.weeks_per_month
    monthly = business.enquiries_per_month
    total, weight = remembered.total, learning.remembered_weight
    return Present(
        hours=hours,
        enquiries=max(monthly / month, LEAST_A_WEEK) if monthly else None,
        effort_share=(weight * learning.effort_share + remembered.work) / (weight + total),
        remembered=total,
    )


def remembered_of(answer: Answer | None) -> Remembered:
    """Return what the rows of “last ten enquiries” say; a row without a cause says nothing.

    Who counts more than ten is taken to say shares of ten.
    """
    counts = {WORK: 0.0, ANYWAY: 0.0}
    for row in answer if isinstance(answer, tuple) else ():
        if isinstance(row, Mapping) and (cause := row.get("cause")) in counts:
            count = row.get("count")
            counts[str(cause)] += max(0.0, float(count)) if _is_number(count) else 0.0
    scale = min(1.0, MOST_REMEMBERED / (sum(counts.values()) or 1.0))
    return Remembered(work=scale * counts[WORK], anyway=scale * counts[ANYWAY])


def belief_of(
    activities: Sequence[Activity],
    circumstances: Circumstances,
    present: Present,
    catalogue: Catalogue,
) -> Belief:
    """Return the belief: alpha0 as the tempered P_a, on the scale of the present enquiries.

    ``sum_a alpha0_a x_a(present hours) = phi0 x present enquiries``, and b0 is the rest. Where the
    present hours do nothing, an hour spread over all activities stands in for them.
    """
    allocation, learning = catalogue.parameters.allocation, catalogue.parameters.learning
    fits = np.array([[max(a.fit(circumstances.kind), LEAST_FIT) for a in activities]])
    shape = productivity(activities, [circumstances], fits, allocation)[0]
    hours = hours_table(activities, [present.hours])
    dose = effective_hours(activities, hours, circumstances.tools, allocation)[0]
    if not dose.any():
        dose = np.full(len(activities), 1.0 / len(activities))
    enquiries = present.enquiries or LEAST_A_WEEK
    scale = present.effort_share * enquiries / float(shape @ dose)
    return Belief(
        productivity=shape * scale,
        baseline=(1.0 - present.effort_share) * enquiries,
        weight=learning.prior_weight,
        baseline_weight=learning.baseline_weight,
        traced=_by_mode(learning.traced),
        untraced=_by_mode(learning.untraced),
    )


def mode_rows(activities: Sequence[Activity]) -> NDArray[np.intp]:
    """Return the row of q that each activity belongs to, shape (A,)."""
    modes = list(Mode)
    return np.array([modes.index(activity.mode) for activity in activities], dtype=np.intp)


def _by_mode(counts: Mapping[str, float]) -> Floats:
    return np.array([counts[mode] for mode in Mode])


def _is_number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool)
