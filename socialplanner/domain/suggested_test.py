"""Whether an on/off test of an activity is worth its weeks, before it is suggested (section 5.4).

A test of n weeks a side that count finds an effect of ``(2 + d) z^2 / (r d^2) = n`` in four of five
cases, r being the rate when off. It is suggested only where the activity is believed to make at
least that difference, and where the whole test, the weeks of settling among it, is no longer than
about half a year.
"""

from dataclasses import dataclass

from socialplanner.domain.activity import Activity
from socialplanner.domain.learning import Learning
from socialplanner.domain.on_off_test import old_effect_left, settling_weeks, smallest_effect
from socialplanner.domain.parameters import LearningParameters

LEAST_WEEKS = 4
"""Weeks of each side that count, at least (section 5.4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProbeLength:
    """A test of an activity: `counted` weeks of each side after `settling` ones.

    `believed` is what the activity makes by our belief, `smallest` what such a test could find,
    both as a part of the rate without it. `left` is the share of the old effect in the first week
    that counts.
    """

    activity_id: str
    counted: int
    settling: int
    left: float
    believed: float
    smallest: float
    is_short: bool

    @property
    def weeks(self) -> int:
        """Return the weeks of each side."""
        return self.counted + self.settling

    @property
    def is_worth_it(self) -> bool:
        """Return whether the test would tell, and within about half a year."""
        return self.is_short and self.believed >= self.smallest


def length_of_test(
    learning: Learning, activity: Activity, parameters: LearningParameters
) -> ProbeLength | None:
    """Return the shortest test that would tell, else the longest sensible one; None without counts.

    Where weeks jump more than chance explains, a test needs as many more of them.
    """
    part = believed_part(learning, activity.id)
    if not learning.weeks or not learning.outcomes or part is None:
        return None
    settling = settling_weeks(activity, parameters)
    longest = parameters.longest_test_weeks // 2 - settling
    rate = learning.outcomes / learning.weeks * (1 - part) / learning.dispersion
    believed = part / (1 - part)
    lengths = range(LEAST_WEEKS, max(LEAST_WEEKS, longest) + 1)
    enough = (n for n in lengths if smallest_effect(rate, n, parameters) <= believed)
    counted = next(enough, lengths[-1])
    return ProbeLength(
        activity_id=activity.id,
        counted=counted,
        settling=settling,
        left=old_effect_left(activity, parameters),
        believed=believed,
        smallest=smallest_effect(rate, counted, parameters),
        is_short=longest >= LEAST_WEEKS,
    )


def believed_part(learning: Learning, activity_id: str) -> float | None:
    """Return the part of all outcomes that an activity is believed to make, None if not done."""
    doses = {each.id: each.worth.mean * each.dose for each in learning.activities}
    every = sum(doses.values()) + learning.weeks * learning.baseline.mean
    own = doses.get(activity_id, 0.0)
    return own / every if own > 0 else None
