"""All clients of a consultant side by side: scores, gaps, reviews, hours, common weak points."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum, unique
from typing import TYPE_CHECKING, Final

from socialplanner.domain.ids import Cell, Mode
from socialplanner.domain.listing import folded
from socialplanner.domain.moment import plan_start
from socialplanner.domain.roadmap import WEEK

if TYPE_CHECKING:
    from socialplanner.domain.catalogue import Catalogue
    from socialplanner.domain.record import LoggedWeek

FEWEST_CLIENTS: Final = 5
"""A weak point of fewer clients than these is theirs, and not common."""

WEAK_LEVEL: Final = 1.0
"""The two lowest levels of five count as weak."""

MOST_WEAK: Final = 10
REVIEW_BEFORE: Final = timedelta(days=3)
"""A review is on the Friday before the Monday on which the next four weeks begin."""


@unique
class Ranking(StrEnum):
    """In which order clients stand."""

    BEST = "best"
    GAP = "gap"
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientHours:
    """Hours a week: there are so many, the last plan asks for so many, so many were logged.

    `logged` is the mean of the logged weeks among the last four, None where there are none.
    """

    available: float | None = None
    planned: float | None = None
    logged: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """One client; `level` is the mean of both overall scores, `gap` the mean distance to targets.

    `levels` are the answers to scored questions. `due` is the review that has come and was
    followed by nothing yet, or where the plan `has_ended` the day on which it did; `next_review`
    is the one to come. Without a plan there is neither.
    """

    id: str
    file: str
    name: str
    tags: tuple[str, ...] = ()
    scores: Mapping[Cell, float | None]
    overall: Mapping[Mode, float | None]
    level: float | None = None
    gap: float | None = None
    levels: Mapping[str, float]
    hours: ClientHours = ClientHours()
    due: date | None = None
    next_review: date | None = None
    has_ended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WeakPoint:
    """A question on whose lowest levels many stand: `weak` of the `answered` clients."""

    question_id: str
    weak: int
    answered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Hours a week of all clients together, each with the number of clients it is known of."""

    clients: int
    available: float
    available_of: int
    planned: float
    planned_of: int
    logged: float
    logged_of: int
    due: int


def ranked(clients: Iterable[Client], ranking: Ranking) -> tuple[Client, ...]:
    """Return clients in an order; those of whom it is not known come last, ties by id."""
    if ranking is Ranking.NAME:
        return tuple(sorted(clients, key=lambda each: (folded(each.name), each.id, each.file)))

    def place(client: Client) -> tuple[bool, float, str, str]:
        amount = client.level if ranking is Ranking.BEST else client.gap
        return (amount is None, -(amount or 0.0), client.id, client.file)

    return tuple(sorted(clients, key=place))


def tagged(clients: Iterable[Client], tags: Sequence[str]) -> tuple[Client, ...]:
    """Return the clients that have one of the tags, all where none is named."""
    wanted = {folded(tag) for tag in tags}
    return tuple(
        each for each in clients if not wanted or wanted & {folded(tag) for tag in each.tags}
    )


def weak_points(catalogue: "Catalogue", clients: Sequence[Client]) -> tuple[WeakPoint, ...]:
    """Return the questions on which at least five clients are weak, the largest share first."""
    found = []
    for question in catalogue.questionnaire:
        given = [each.levels[question.id] for each in clients if question.id in each.levels]
        weak = sum(level <= WEAK_LEVEL for level in given)
        if weak >= FEWEST_CLIENTS:
            found.append(WeakPoint(question_id=question.id, weak=weak, answered=len(given)))
    found.sort(key=lambda point: (-point.weak / point.answered, -point.weak))
    return tuple(found[:MOST_WEAK])


def totals(clients: Sequence[Client]) -> Totals:
    """Return the hours of all clients together."""
    available = _known(each.hours.available for each in clients)
    planned = _known(each.hours.planned for each in clients)
    logged = _known(each.hours.logged for each in clients)
    return Totals(
        clients=len(clients),
        available=sum(available),
        available_of=len(available),
        planned=sum(planned),
        planned_of=len(planned),
        logged=sum(logged),
        logged_of=len(logged),
        due=sum(each.due is not None for each in clients),
    )


def review_days(
    planned_on: date, seen_on: date, today: date, every_weeks: int
) -> tuple[date | None, date]:
    """Return the review that is due, if one is, and the next one to come.

    Reviews are every so many weeks after the first Monday from the day of the plan. One that has
    come is due until something newer than it is there: `seen_on` is the last day on which answers
    were taken, a plan was made or a review was held.
    """
    start = plan_start(planned_on)
    every = every_weeks * WEEK
    passed = max(0, (today - start + REVIEW_BEFORE) // every)
    last = start + passed * every - REVIEW_BEFORE
    is_due = passed > 0 and seen_on < last
    return (last if is_due else None), start + (passed + 1) * every - REVIEW_BEFORE


def logged_a_week(weeks: Sequence["LoggedWeek"], today: date) -> float | None:
    """Return the mean hours of the weeks logged among the last four that are over."""
    counted = [
        sum(week.hours.values())
        for week in weeks
        if week.hours and not week.is_odd and week.monday + WEEK <= today < week.monday + 5 * WEEK
    ]
    return sum(counted) / len(counted) if counted else None


def _known(amounts: Iterable[float | None]) -> list[float]:
    return [amount for amount in amounts if amount is not None]
