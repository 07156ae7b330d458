"""The headline of the plan: which mode gets more hours than now, and which less."""

from socialplanner.domain.ids import Mode
from socialplanner.presentation import formats
from socialplanner.presentation.summary.fit import Fit, fit_of
from socialplanner.presentation.summary.parts import Source

ON = {Mode.MEDIA: "on what you publish", Mode.NETWORK: "with people"}
TO = {Mode.MEDIA: "what you publish", Mode.NETWORK: "people"}


def plan_headline(source: Source) -> str:
    """Return what the plan does with the week, as a conclusion."""
    now = source.assessment.present.hours_network_share
    if now is None:
        return _division(source)
    if fit_of(source, now) is Fit.INSIDE:
        return (
            "Your hours are already split as your aims call for; the plan chooses what fills them"
        )
    return _moves(source)


def _division(source: Source) -> str:
    """Return how the plan divides the week, where nothing is known to compare it with."""
    plan = source.assessment.plan
    hours = formats.hours_in_words(plan.hours_per_week)
    for mode in Mode:
        if plan.hours_of(mode) == plan.hours_per_week:
            return f"The whole plan, {hours} a week, goes to {TO[mode]}"
    share = formats.percent(plan.network_share)
    return f"Of {hours} a week, give {share} to people and the rest to what you publish"


def _moves(source: Source) -> str:
    """Return what moves in each mode, gains first."""
    moves = sorted(((_change(source, mode), mode) for mode in Mode), key=lambda move: -move[0])
    (first, gaining), (last, losing) = moves
    if not first and not last:
        return "Keep your hours nearly as they are; the plan chooses what fills them"
    if first and last:
        return f"Spend {_by(first)} {ON[gaining]} and {_by(last, '')} {ON[losing]}"
    (change, moved), (_, kept) = moves if first else reversed(moves)
    return f"Spend {_by(change)} {ON[moved]}, and as much as now {ON[kept]}"


def _change(source: Source, mode: Mode) -> float:
    """Return the planned hours of a mode less those spent now, in half-hours."""
    now = sum(row.now or 0.0 for row in source.assessment.hours.rows if row.mode is mode)
    return source.assessment.plan.hours_of(mode) - formats.to_half_hours(now)


def _by(change: float, often: str = " a week") -> str:
    return f"{formats.hours_in_words(abs(change))}{often} {'more' if change > 0 else 'less'}"
