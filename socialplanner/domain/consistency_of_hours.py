"""Hours of an ordinary week against what else was answered (method section 7)."""

from collections.abc import Callable
from typing import Final

from socialplanner.domain.answers import Answers
from socialplanner.domain.contradiction import (
    HIGH_LEVEL,
    TALKING_AIMS,
    Contradiction,
    Doubt,
    chosen_of,
    is_high,
    number_of,
    sum_of,
)

HOURS_NOW_RATIO: Final = 3.0
HOURS_NOW_MARGIN: Final = 5.0
"""Hours spent now may be three times the hours to give, and five more: then one of them is off."""

IDLE_HOURS: Final = 3.0
"""Weekly hours of making from which on something should have been published."""

FEW_PERSONAL: Final = 0.10
MANY_PERSONAL: Final = 0.50
LEAST_WRITING: Final = 2.0
"""Shares of the hours spent writing that go to persons, where they come to so many hours."""

MAKING_ROWS: Final = ("hours.making", "hours.publishing")
PERSONAL_ROWS: Final = ("hours.replying", "hours.joining")
TALKING_ROWS: Final = (*PERSONAL_ROWS, "hours.meeting", "hours.following_up")


def _talking_aim_no_hours(answers: Answers) -> Doubt | None:
    aims = chosen_of(answers, "business.goals") or frozenset()
    if aims & TALKING_AIMS and sum_of(answers, TALKING_ROWS) == 0:
        ids = ("business.goals", *TALKING_ROWS)
        return Doubt(kind=Contradiction.TALKING_AIM_NO_HOURS, question_ids=ids)
    return None


def _hours_now(answers: Answers) -> Doubt | None:
    week = number_of(answers, "business.hours_per_week")
    rows = [key for key in answers if key.startswith("hours.")]
    now = sum(number_of(answers, key) or 0.0 for key in sorted(rows))
    if week is None or now <= max(HOURS_NOW_RATIO * week, week + HOURS_NOW_MARGIN):
        return None
    return Doubt(
        kind=Contradiction.HOURS_NOW,
        question_ids=("business.hours_per_week", *sorted(rows)),
        figures={"now": now, "week": week},
    )


def _hours_no_rhythm(answers: Answers) -> Doubt | None:
    hours = sum_of(answers, MAKING_ROWS)
    if hours is None or hours < IDLE_HOURS or number_of(answers, "style.publishing_rhythm") != 0:
        return None
    return Doubt(
        kind=Contradiction.HOURS_NO_RHYTHM,
        question_ids=("style.publishing_rhythm", *MAKING_ROWS),
        figures={"hours": hours},
    )


def _high_without_hours(
    kind: Contradiction, key: str, rows: tuple[str, ...]
) -> Callable[[Answers], Doubt | None]:
    """Return a rule: what is said to be done regularly takes more than no time at all."""

    def rule(answers: Answers) -> Doubt | None:
        if is_high(answers, key) and sum_of(answers, rows) == 0:
            return Doubt(kind=kind, question_ids=(key, *rows))
        return None

    return rule


def _personal_address(answers: Answers) -> Doubt | None:
    """Compare the share of words meant for one person with the share of hours spent on them."""
    personal, made = sum_of(answers, PERSONAL_ROWS), sum_of(answers, MAKING_ROWS)
    level = number_of(answers, "style.personal_address")
    if personal is None or made is None or level is None or personal + made < LEAST_WRITING:
        return None
    share = personal / (personal + made)
    ids = ("style.personal_address", *PERSONAL_ROWS, *MAKING_ROWS)
    if level >= HIGH_LEVEL and share <= FEW_PERSONAL:
        kind = Contradiction.PERSONAL_WORDS_NO_HOURS
    elif level == 0 and share >= MANY_PERSONAL:
        kind = Contradiction.PERSONAL_HOURS_NO_WORDS
    else:
        return None
    return Doubt(kind=kind, question_ids=ids, figures={"share": share})


HOURS_RULES: Final[tuple[Callable[[Answers], Doubt | None], ...]] = (
    _talking_aim_no_hours,
    _hours_now,
    _high_without_hours(Contradiction.RHYTHM_NO_HOURS, "style.publishing_rhythm", MAKING_ROWS),
    _hours_no_rhythm,
    _high_without_hours(Contradiction.REPLIES_NO_HOURS, "style.replying", ("hours.replying",)),
    _high_without_hours(
        Contradiction.JOINING_NO_HOURS, "style.joining_in", ("hours.joining", "hours.meeting")
    ),
    _high_without_hours(
        Contradiction.FOLLOW_UP_NO_HOURS, "effort.follow_up", ("hours.following_up",)
    ),
    _high_without_hours(
        Contradiction.RESULTS_NO_HOURS, "roi.acting_on_results", ("hours.reporting",)
    ),
    _personal_address,
)
"""In the order in which they are told."""
