"""Attribution by rules: whom the last, the first or every contact credits (sections 6.2, 6.3)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import assert_never

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.counted_log import traced_to
from socialplanner.domain.logbook import DECOY, ELSEWHERE
from socialplanner.domain.parameters import LearningParameters
from socialplanner.domain.record import Enquiry

PAIR = 2
ASKED = "asked"


@unique
class AttributionRule(StrEnum):
    """How a sale is credited to the contacts before it."""

    LAST = "last"
    FIRST = "first"
    LINEAR = "linear"
    POSITION = "position"
    TIME_DECAY = "time_decay"


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """One contact before a sale, and how many days before it."""

    source: str
    days_before: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """Answers to “how did you find us?” less what memory errs; `shares` sum to 1, or are empty.

    `memory_error` is the share of answers that named the channel that does not exist.
    """

    shares: Mapping[str, float]
    memory_error: float


def weights(
    rule: AttributionRule, days_before: Sequence[float], parameters: LearningParameters
) -> tuple[float, ...]:
    """Return the credit of each contact, first to last; they sum to 1."""
    count = len(days_before)
    if not count:
        return ()
    match rule:
        case AttributionRule.LAST:
            return (*[0.0] * (count - 1), 1.0)
        case AttributionRule.FIRST:
            return (1.0, *[0.0] * (count - 1))
        case AttributionRule.LINEAR:
            return (1 / count,) * count
        case AttributionRule.POSITION:
            return _by_position(count, parameters.position_end_share)
        case AttributionRule.TIME_DECAY:
            return _by_time(days_before, parameters.decay_days)
        case _:
            assert_never(rule)


def credits_of(
    rule: AttributionRule, journeys: Iterable[Sequence[Touch]], parameters: LearningParameters
) -> Mapping[str, float]:
    """Return how many sales each source is credited with; contacts are ordered by their days."""
    found: dict[str, float] = {}
    for journey in journeys:
        ordered = sorted(journey, key=lambda touch: -touch.days_before)
        shares = weights(rule, [touch.days_before for touch in ordered], parameters)
        for touch, share in zip(ordered, shares, strict=True):
            found[touch.source] = found.get(touch.source, 0.0) + share
    return found


def contacts_of(catalogue: Catalogue, enquiry: Enquiry) -> tuple[str, ...]:
    """Return the contacts before an enquiry, first to last, by the ids that sources have now.

    Where no way is noted it is what the enquiry is coded as, if that is known and exists.
    """
    if enquiry.way:
        return tuple(catalogue.renamed.get(key, key) for key in enquiry.way)
    if enquiry.trace and enquiry.activity_id in ELSEWHERE:
        return () if enquiry.activity_id == DECOY else (enquiry.activity_id,)
    traced = traced_to(catalogue, enquiry)
    return (traced,) if traced else ()


def side_by_side(
    journeys: Sequence[Sequence[Touch]], parameters: LearningParameters
) -> Mapping[AttributionRule, Mapping[str, float]]:
    """Return the credits by every rule: how far they lie apart is the message."""
    return {rule: credits_of(rule, journeys, parameters) for rule in AttributionRule}


def own_answers(enquiries: Iterable[Enquiry]) -> Mapping[str, int]:
    """Return how often each source was the customer's own answer, as it was coded; "" is none."""
    return Counter(each.activity_id for each in enquiries if each.trace == ASKED)


def without_memory_error(answers: Mapping[str, float], decoy: str) -> Corrected:
    """Return ``share_j' = max(0, share_j - f)``, rescaled to 1, f the share of the decoy.

    Crude: it takes as many false answers for every option as for the one that cannot be true.
    """
    total = sum(answers.values())
    if total <= 0:
        return Corrected(shares={}, memory_error=0.0)
    error = answers.get(decoy, 0.0) / total
    left = {key: count / total - error for key, count in answers.items() if key != decoy}
    kept = {key: share for key, share in left.items() if share > 0}
    whole = sum(kept.values())
    return Corrected(shares={key: share / whole for key, share in kept.items()}, memory_error=error)


def _by_position(count: int, end: float) -> tuple[float, ...]:
    """Return the ends' shares and the rest spread over the middle; two share alike."""
    if count <= PAIR:
        return (1 / count,) * count
    middle = (1 - 2 * end) / (count - PAIR)
    return (end, *[middle] * (count - PAIR), end)


def _by_time(days_before: Sequence[float], half_life: float) -> tuple[float, ...]:
    """Return credits that halve with every half-life before the sale."""
    nearest = min(days_before)
    fading = [2.0 ** ((nearest - days) / half_life) for days in days_before]
    total = sum(fading)
    return tuple(each / total for each in fading)
