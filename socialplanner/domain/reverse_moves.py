"""How the hours of one mode may move: one kind of work up, or the fewest kinds down."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import floor

from socialplanner.domain.ids import Mode
from socialplanner.domain.reverse_change import KindHours, WeekNow

NEARLY = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """So many hours more for one mode, fewer where negative, as the fewest changes of kinds.

    `instead` are other kinds of work that could take the same hours alone.
    """

    hours: float
    changes: tuple[KindHours, ...] = ()
    instead: tuple[str, ...] = ()

    @property
    def direction(self) -> int:
        """Return 1 for more hours, -1 for fewer and 0 for as many as now."""
        return (self.hours > 0) - (self.hours < 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How far kinds of work can move: at most to `capacity`, best the way of `planned`."""

    week: WeekNow
    capacity: Mapping[str, float]
    planned: Mapping[str, float]
    grid: float

    def moves(self, mode: Mode, most: float) -> Iterator[Move]:
        """Yield every move of a mode by whole grid steps: none, up to `most` up, all the way down.

        More than one kind up, or some up and some down, would be more changes for the same week.
        """
        yield Move(hours=0.0)
        yield from self._ups(mode, most)
        yield from self._downs(mode)

    def _ups(self, mode: Mode, most: float) -> Iterator[Move]:
        kinds = sorted(self._kinds(mode), key=self._surplus)
        for steps in range(1, floor(most / self.grid + NEARLY) + 1):
            hours = steps * self.grid
            able = [k for k in kinds if self.can_take(k, hours)]
            if not able:
                return
            change = KindHours(kind=able[0], hours=hours)
            yield Move(hours=hours, changes=(change,), instead=tuple(able[1:]))

    def can_take(self, kind: str, hours: float) -> bool:
        """Return whether some plan has room for so many more hours of a kind of work."""
        return self.week.hours[kind] + hours <= self.capacity.get(kind, 0.0) + NEARLY

    def _downs(self, mode: Mode) -> Iterator[Move]:
        whole = self.week.of(mode)
        amounts = [s * self.grid for s in range(1, floor(whole / self.grid + NEARLY) + 1)]
        if whole > 0 and (not amounts or whole - amounts[-1] > NEARLY):
            amounts.append(whole)
        for hours in amounts:
            chosen = self._fewest(mode, hours)
            changes = tuple(self._taken(chosen, hours))
            able = [k for k in self._kinds(mode) if self.week.hours[k] >= hours - NEARLY]
            instead = tuple(k for k in able if k not in chosen) if len(chosen) == 1 else ()
            yield Move(hours=-hours, changes=changes, instead=instead)

    def _fewest(self, mode: Mode, hours: float) -> tuple[str, ...]:
        """Return the fewest kinds that can give so many hours, those the plan needs least."""
        kinds = [kind for kind in self._kinds(mode) if self.week.hours[kind] > 0]
        for size in range(1, len(kinds) + 1):
            able = [
                chosen
                for chosen in combinations(kinds, size)
                if sum(self.week.hours[kind] for kind in chosen) >= hours - NEARLY
            ]
            if able:
                return max(able, key=lambda chosen: sum(map(self._surplus, chosen)))
        return ()

    def _taken(self, chosen: tuple[str, ...], hours: float) -> Iterator[KindHours]:
        for kind in sorted(chosen, key=lambda each: -self._surplus(each)):
            taken = min(hours, self.week.hours[kind])
            hours -= taken
            yield KindHours(kind=kind, hours=-taken)

    def _kinds(self, mode: Mode) -> list[str]:
        return [kind for kind, of in self.week.modes.items() if of is mode]

    def _surplus(self, kind: str) -> float:
        """Return how many hours now go beyond the plan's."""
        return self.week.hours[kind] - self.planned[kind]
