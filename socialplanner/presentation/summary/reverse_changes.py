"""A change of the reverse planner in words."""

from typing import assert_never

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.constraints import Rule
from socialplanner.domain.reverse_change import (
    AdMoney,
    Change,
    ChoiceLifted,
    KindHours,
    PersonTalks,
)
from socialplanner.domain.reverse_plan import ReversePlan
from socialplanner.presentation import formats, names

ROUNDING = 1e-6


def change_words(catalogue: Catalogue, found: ReversePlan, change: Change) -> str:
    """Return one change as a sentence."""
    match change:
        case KindHours():
            before = 0.0 if found.week is None else found.week.hours[change.kind]
            return _kind_words(names.question_short(catalogue, change.kind), before, change.hours)
        case PersonTalks():
            who = f"“{change.name}”" if change.name else "Who only makes things now"
            return f"{who} talks with people too."
        case ChoiceLifted():
            name = names.activity_short(catalogue, change.activity_id)
            was = "declined it" if change.rule is Rule.DECLINED else "kept it"
            return f"Leave “{name}” to the plan again; you had {was}."
        case AdMoney():
            amount = formats.money(change.amount, found.said.profile.currency)
            return f"Put {amount} a week into paid posts."
        case never:
            assert_never(never)


def _kind_words(name: str, before: float, more: float) -> str:
    after = before + more
    if not before:
        return f"Begin with “{name}”: {exact_hours(after)} a week."
    if after <= ROUNDING:
        return f"Stop “{name}”: {exact_hours(before)} a week now."
    return f"“{name}”: {exact_hours(after)} a week instead of {exact_hours(before)}."


def exact_hours(amount: float) -> str:
    """Return hours exactly: what was said need not lie on half-hours."""
    halves = 2 * amount
    if abs(halves - round(halves)) < ROUNDING:
        return formats.hours(amount)
    return f"{formats.number(amount)}{formats.SPACE}h"


def signed_exact(amount: float) -> str:
    """Return a difference in hours with its sign."""
    if abs(amount) < ROUNDING:
        return "as now"
    return f"{'+' if amount > 0 else chr(0x2212)}{exact_hours(abs(amount))}"
