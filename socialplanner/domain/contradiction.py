"""What two answers can contradict each other in, and how a rule reads answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum, unique
from typing import Final

from socialplanner.domain.answers import Answers

HIGH_LEVEL: Final = 3.0
"""From this level of 0 to 4 on, an answer says that something is done regularly."""

TALKING_AIMS: Final = frozenset({"referrals", "relationships"})


@unique
class Contradiction(StrEnum):
    """What does not go together."""

    TALKING_AIM_NO_HOURS = "talking_aim_no_hours"
    TALKING_AIM_NOBODY = "talking_aim_nobody"
    PEOPLE_HOURS = "people_hours"
    HOURS_NOW = "hours_now"
    RHYTHM_NO_HOURS = "rhythm_no_hours"
    HOURS_NO_RHYTHM = "hours_no_rhythm"
    REPLIES_NO_HOURS = "replies_no_hours"
    JOINING_NO_HOURS = "joining_no_hours"
    FOLLOW_UP_NO_HOURS = "follow_up_no_hours"
    RESULTS_NO_HOURS = "results_no_hours"
    PERSONAL_WORDS_NO_HOURS = "personal_words_no_hours"
    PERSONAL_HOURS_NO_WORDS = "personal_hours_no_words"
    ADS_NO_MONEY = "ads_no_money"
    TOOL_NOT_NAMED = "tool_not_named"
    REPEAT_NO_ORDERS = "repeat_no_orders"
    PATIENCE_SHORT = "patience_short"
    TOO_MANY_ENQUIRIES = "too_many_enquiries"
    SAME_ANSWERS = "same_answers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Answers that do not go together: their questions, the first to look at first, and figures."""

    kind: Contradiction
    question_ids: tuple[str, ...]
    figures: Mapping[str, float] = field(default_factory=dict)


def number_of(answers: Answers, key: str) -> float | None:
    """Return a number or level, None where none was given."""
    value = answers.get(key)
    return float(value) if isinstance(value, int | float) else None


def sum_of(answers: Answers, keys: tuple[str, ...]) -> float | None:
    """Return the sum of numbers, None where one of them is not known."""
    known = [value for key in keys if (value := number_of(answers, key)) is not None]
    return sum(known) if len(known) == len(keys) else None


def chosen_of(answers: Answers, key: str) -> frozenset[str] | None:
    """Return the ids that were chosen, None where the question is open."""
    value = answers.get(key)
    if not isinstance(value, tuple):
        return None
    return frozenset(each for each in value if isinstance(each, str))


def is_high(answers: Answers, key: str) -> bool:
    """Return whether an answer says that something is done regularly."""
    return (number_of(answers, key) or 0.0) >= HIGH_LEVEL
