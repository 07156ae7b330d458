"""Where a log says more than the belief allows: more was traced than all that is believed to come.

The belief of section 5.2 counts as A0 outcomes, but as many weeks as it takes to bring these at
the rate that was guessed. A guess that was far too low therefore gives way slowly.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from socialplanner.domain.learning import Learning, Range
from socialplanner.domain.parameters import LearningParameters


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    """An activity whose traced outcomes lie above the range of all that it is believed to bring.

    `believed` are the outcomes of the weeks learnt from at the rates that are believed now, and
    `guess_weeks` are how many weeks of such a log the first guess counts as.
    """

    id: str
    traced: int
    believed: Range
    guess_weeks: float


def misfits(learning: Learning, parameters: LearningParameters) -> tuple[Misfit, ...]:
    """Return every activity that the log says more of than the belief allows."""
    return tuple(_misfits(learning, parameters))


def _misfits(learning: Learning, parameters: LearningParameters) -> Iterator[Misfit]:
    for each in learning.activities:
        if each.traced > each.worth.high * each.dose > 0:
            guessed = each.prior_mean * each.dose / learning.weeks / learning.dispersion
            yield Misfit(
                id=each.id,
                traced=each.traced,
                believed=Range(
                    mean=each.worth.mean * each.dose,
                    low=each.worth.low * each.dose,
                    high=each.worth.high * each.dose,
                ),
                guess_weeks=parameters.prior_weight / guessed,
            )
