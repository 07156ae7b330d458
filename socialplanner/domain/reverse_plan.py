"""The reverse planner: the fewest changes that bring the week into the target band.

A set of changes reaches the band when, after it, the week by its kinds of work lies inside, and
so does the plan that the answers then give (solved exactly). Sets are tried by the number of
their changes over half-hours, so that what is offered first has the fewest there are.
"""

from bisect import bisect_left
from dataclasses import dataclass, replace
from enum import StrEnum, unique

from socialplanner.domain.answers import Answers
from socialplanner.domain.assessment import Standing
from socialplanner.domain.business import business_of
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.profile import Choices
from socialplanner.domain.reverse_change import PEOPLE, Change, WeekNow, changed, week_now
from socialplanner.domain.reverse_search import Found, Heard, Limits, Search, Stopped
from socialplanner.domain.reverse_world import outside

MOST_PROPOSALS = 3
MORE_HOURS_TRIED = 10
"""How many more hours are tried when those allowed do not suffice."""

__all__ = ["Heard", "Limits", "Proposal", "ReachState", "ReversePlan", "Stopped", "reverse_plan"]


@unique
class ReachState(StrEnum):
    """What came of the search."""

    NO_HOURS = "no_hours"
    ALREADY = "already"
    FOUND = "found"
    NONE = "none"


@unique
class MissReason(StrEnum):
    """What stands in the way: time, who talks, or what the plan may contain at all."""

    TIME = "time"
    TALKING = "talking"
    PLAN = "plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One way: what changes, the week after it, and what it takes.

    `extra_hours` is negative where the week gets shorter; `relative_value` is the modelled value
    of the best use of the hours after it, as part of that of the hours now, None where that is
    nothing; `instead` are kinds of work that could take the place of the first one changed alone.
    """

    changes: tuple[Change, ...]
    week: WeekNow
    extra_hours: float
    extra_money: float
    network_share: float
    relative_value: float | None
    instead: tuple[str, ...]
    answers: Answers
    choices: Choices


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """The nearest week there is, and why no nearer one; `needed_hours` where time alone lacks."""

    nearest: Proposal | None
    distance: float
    reason: MissReason
    needed_hours: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReversePlan:
    """The ways into the target band within the limits, those with the fewest changes first."""

    state: ReachState
    said: Standing
    limits: Limits
    week: WeekNow | None
    proposals: tuple[Proposal, ...] = ()
    miss: Miss | None = None


def reverse_plan(
    catalogue: Catalogue, said: Standing, limits: Limits, heard: Heard = lambda _done, _all: True
) -> ReversePlan:
    """Return the fewest changes that reach the target band; raises Stopped where told to stop."""
    week = week_now(catalogue, said)
    if week is None:
        return ReversePlan(state=ReachState.NO_HOURS, said=said, limits=limits, week=None)
    search = Search(catalogue, said, week, limits)
    if search.is_there():
        return ReversePlan(state=ReachState.ALREADY, said=said, limits=limits, week=week)
    found = sorted(search.found(heard), key=lambda each: each.order)
    if not found:
        miss = _miss(catalogue, search, heard)
        return ReversePlan(state=ReachState.NONE, said=said, limits=limits, week=week, miss=miss)
    return ReversePlan(
        state=ReachState.FOUND,
        said=said,
        limits=limits,
        week=week,
        proposals=tuple(_proposal(search, each) for each in found[:MOST_PROPOSALS]),
    )


def _proposal(search: Search, found: Found) -> Proposal:
    answers, choices = changed(search.said, search.week, found.changes)
    after = search.week.after(found.changes)
    return Proposal(
        changes=found.changes,
        week=after,
        extra_hours=after.total - search.week.total,
        extra_money=search.money_of(found.changes),
        network_share=after.network_share or 0.0,
        relative_value=search.relative_value(found.changes),
        instead=found.instead,
        answers=answers,
        choices=choices,
    )


def _miss(catalogue: Catalogue, search: Search, heard: Heard) -> Miss:
    nearest = search.nearest()
    share = search.week.network_share if nearest is None else nearest.share
    reason, needed = _reason(catalogue, search, heard)
    return Miss(
        nearest=None if nearest is None or not nearest.changes else _proposal(search, nearest),
        distance=outside(share, search.said.target),
        reason=reason,
        needed_hours=needed,
    )


def _reason(catalogue: Catalogue, search: Search, heard: Heard) -> tuple[MissReason, float | None]:
    """Return what lacks: the first of talking people and time of which more would do."""
    said, week, limits = search.said, search.week, search.limits

    def reaches(steps: int) -> bool:
        hours = limits.extra_hours + steps * search.grid
        more = Limits(extra_hours=hours, money=limits.money)
        return bool(Search(catalogue, said, week, more).found(heard, most=1))

    answers = {key: answer for key, answer in said.answers.items() if key != PEOPLE}
    anybody = replace(said, answers=answers, business=business_of(answers))
    if Search(catalogue, anybody, week, limits).found(heard, most=1):
        return MissReason.TALKING, None
    most = round(MORE_HOURS_TRIED / search.grid)
    if reaches(most):
        steps = bisect_left(range(most + 1), True, key=reaches)  # noqa: FBT003 - the wanted key
        return MissReason.TIME, limits.extra_hours + steps * search.grid
    return MissReason.PLAN, None
