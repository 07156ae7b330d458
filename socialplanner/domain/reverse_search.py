"""The search of the reverse planner: sets of changes by their number, each checked exactly."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from socialplanner.domain.assessment import Standing
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.comparison import planned_rows
from socialplanner.domain.ids import Mode
from socialplanner.domain.reverse_change import (
    AdMoney,
    Change,
    Circumstance,
    KindHours,
    WeekNow,
    circumstances_of,
)
from socialplanner.domain.reverse_moves import NEARLY, Move, Room
from socialplanner.domain.reverse_world import World, Worlds, outside

MOST_CHANGES = 4
MOST_CIRCUMSTANCES = 2

Heard = Callable[[int, int], bool]
"""Hears how many of how many circumstances are searched; returns whether to go on."""

Order = tuple[int, float, float]
Way = tuple[int, int, frozenset[str]]


class Stopped(Exception):  # noqa: N818 - nothing went wrong
    """The search was told to stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most extra hours and the most money for paid posts, a week."""

    extra_hours: float
    money: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A set of changes, with the network share of the week after it.

    `order` is the number of changes, how far the week gets longer or shorter, and the hours moved;
    `way` is what kind of set it is: which mode gets more or less, which circumstances change.
    """

    changes: tuple[Change, ...]
    share: float | None
    order: Order
    way: Way
    instead: tuple[str, ...]


class Search:
    """Everything that is searched within some limits."""

    def __init__(self, catalogue: Catalogue, said: Standing, week: WeekNow, limits: Limits) -> None:
        """Begin with nothing searched."""
        self.said, self.week, self.limits = said, week, limits
        self.grid = catalogue.parameters.allocation.grid_hours
        self._worlds = Worlds(catalogue, said, week)
        self._planned = planned_rows(catalogue, self._worlds.after(()).planned)
        self._circumstances = circumstances_of(said, limits.money)

    def is_there(self) -> bool:
        """Return whether the week and the plan lie inside the band as they are."""
        return self.reaches(())

    # Whether it reaches.

    def reaches(self, changes: tuple[Change, ...]) -> bool:
        """Return whether changes within the limits bring both week and plan into the band."""
        share = self.week.after(changes).network_share
        return not outside(share, self.said.target) and self._is_possible(changes)

    def _is_possible(self, changes: tuple[Change, ...]) -> bool:
        """Return whether limits, people and plans allow the week after a set of changes."""
        after = self.week.after(changes)
        if after.total - self.week.total > self.limits.extra_hours + NEARLY:
            return False
        world = self._worlds.after(changes)
        talking = world.business.talking_hours
        network = after.of(Mode.NETWORK)
        is_more = talking is not None and network > self.week.of(Mode.NETWORK)
        if is_more and network > (talking or 0.0) + NEARLY:
            return False
        room = self._room(world)
        return world.is_reached and all(
            room.can_take(each.kind, each.hours)
            for each in changes
            if isinstance(each, KindHours) and each.hours > 0
        )

    def _is_minimal(self, changes: tuple[Change, ...]) -> bool:
        """Return whether no smaller set of the same changes reaches the band."""
        return not any(
            self.reaches(fewer)
            for size in range(len(changes))
            for fewer in combinations(changes, size)
        )

    def money_of(self, changes: Iterable[Change]) -> float:
        """Return the extra money a week of a set of changes."""
        return sum(each.amount for each in changes if isinstance(each, AdMoney))

    def relative_value(self, changes: tuple[Change, ...]) -> float | None:
        """Return the best value of the hours after a set of changes, as part of the value now."""
        now = self._worlds.value(())
        return self._worlds.value(changes) / now if now > 0 else None

    # What there is to try.

    def found(self, heard: Heard, most: int = MOST_CIRCUMSTANCES) -> list[Found]:
        """Return the best set of each way: fewest changes, then least time more or less."""
        best: dict[Way, Found] = {}
        sets = list(self._sets(most))
        for done, chosen in enumerate(sets):
            if not heard(done, len(sets)):
                raise Stopped
            if len(chosen) > 1 and best and min(e.order for e in best.values())[0] <= len(chosen):
                break
            for each in self._best_of(chosen):
                if each.way not in best or each.order < best[each.way].order:
                    best[each.way] = each
        return list(best.values())

    def nearest(self) -> Found | None:
        """Return the possible set whose week comes nearest to the band, with fewest changes."""
        tried = [each for chosen in self._sets(1) for each in self._candidates(chosen)]
        tried.sort(key=lambda each: (round(outside(each.share, self.said.target), 9), each.order))
        return next((each for each in tried if self._is_possible(each.changes)), None)

    def _sets(self, most: int) -> Iterator[tuple[Circumstance, ...]]:
        for size in range(most + 1):
            yield from combinations(self._circumstances, size)

    def _best_of(self, chosen: tuple[Circumstance, ...]) -> Iterator[Found]:
        """Yield the best set of each way under some circumstances."""
        inside = self._candidates(chosen, is_inside=True)
        ways = dict.fromkeys(each.way for each in inside)
        for way in ways:
            yield from self._first([each for each in inside if each.way == way])

    def _first(self, candidates: Sequence[Found]) -> list[Found]:
        """Return of the lowest candidates that reach the one worth most, or nothing."""
        ordered = sorted(candidates, key=lambda each: each.order)
        for _, equal in groupby(ordered, key=lambda each: each.order):
            able = [e for e in equal if self.reaches(e.changes) and self._is_minimal(e.changes)]
            if able:
                return [max(able, key=lambda each: self._worlds.value(each.changes))]
        return []

    def _candidates(
        self, chosen: tuple[Circumstance, ...], *, is_inside: bool = False
    ) -> list[Found]:
        """Return every set of changes under some circumstances, within hours and number."""
        room = self._room(self._worlds.after(chosen))
        most = self.limits.extra_hours
        media, network = (
            list(room.moves(mode, most + self.week.of(other)))
            for mode, other in ((Mode.MEDIA, Mode.NETWORK), (Mode.NETWORK, Mode.MEDIA))
        )
        return [
            _candidate(chosen, first, second, share)
            for first in media
            for second in network
            if first.hours + second.hours <= most + NEARLY
            and len(chosen) + len(first.changes) + len(second.changes) <= MOST_CHANGES
            for share in [self._share(first, second)]
            if not (is_inside and outside(share, self.said.target))
        ]

    def _share(self, media: Move, network: Move) -> float | None:
        total = self.week.total + media.hours + network.hours
        talked = self.week.of(Mode.NETWORK) + network.hours
        return talked / total if total > NEARLY else None

    def _room(self, world: World) -> Room:
        return Room(week=self.week, capacity=world.capacity, planned=self._planned, grid=self.grid)


def _candidate(
    chosen: tuple[Circumstance, ...], media: Move, network: Move, share: float | None
) -> Found:
    changes = (*network.changes, *media.changes, *chosen)
    alone = network if network.changes else media
    extra, moved = media.hours + network.hours, abs(media.hours) + abs(network.hours)
    kinds = frozenset(type(each).__name__ for each in chosen)
    return Found(
        changes=changes,
        share=share,
        order=(len(changes), round(abs(extra), 6), round(moved, 6)),
        way=(media.direction, network.direction, kinds),
        instead=alone.instead,
    )
