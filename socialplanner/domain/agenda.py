"""The planned hours as blocks in a week: whole half-hours, at most two hours, spread over days.

A proposal of when and nothing more: the method knows hours a week, not hours of a day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from math import ceil
from typing import Final

from socialplanner.domain.catalogue import Catalogue

HALF_HOUR: Final = 30
"""The grid in minutes, as that of the plan."""
LONGEST: Final = 4
"""The most half-hours of one block."""
AT_A_STRETCH: Final = 8
"""The most half-hours without a pause, where the day is long enough for one."""
PAUSE: Final = 60
DAY: Final = 24 * 60
DAYS_A_WEEK: Final = 7
STEADY_ROWS: Final = frozenset({"hours.listening", "hours.replying"})
"""Work that is done a little on most days: reading what people say, and answering them."""
STEADY_SHARE: Final = 0.5

Piece = tuple[str, int]
"""Half-hours of one activity."""


class NoRoomError(Exception):
    """The planned hours do not fit into the days and times chosen."""

    def __init__(self, hours: float, room: float) -> None:
        """Keep the hours planned and those there is room for."""
        super().__init__(f"{hours} hours do not fit into {room}")
        self.hours = hours
        self.room = room


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekTimes:
    """On which days and from what time on a person works at the plan; ValueError for no day.

    `days` run from 0, Monday, to 6, Sunday. `zone` is the IANA name of the time zone, "" where
    it is not known.
    """

    days: tuple[int, ...] = (0, 1, 2, 3, 4)
    start: time = time(9)
    zone: str = ""

    def __post_init__(self) -> None:
        """Refuse what is no choice of days."""
        known = set(self.days) <= set(range(DAYS_A_WEEK))
        if not self.days or len(set(self.days)) < len(self.days) or not known:
            raise ValueError("There is at least one day from 0 to 6, and each once.")

    @property
    def begin(self) -> int:
        """Return the earliest time in minutes after midnight."""
        return 60 * self.start.hour + self.start.minute

    @property
    def steps_a_day(self) -> int:
        """Return the half-hours from the earliest time to midnight."""
        return (DAY - self.begin) // HALF_HOUR

    @property
    def room(self) -> float:
        """Return the most hours a week that fit."""
        return len(self.days) * self.steps_a_day / 2


ROUND_THE_CLOCK: Final = WeekTimes(days=tuple(range(DAYS_A_WEEK)), start=time(0))
"""Every hour that a week has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of one activity; `place` counts its blocks in the week from 1.

    `weekday` runs from 0, Monday; `begin` is in minutes after midnight.
    """

    activity_id: str
    place: int
    weekday: int
    begin: int
    minutes: int

    @property
    def end(self) -> int:
        """Return its end in minutes after midnight of the same day."""
        return self.begin + self.minutes


def week_blocks(
    catalogue: Catalogue, hours: Mapping[str, float], times: WeekTimes
) -> tuple[Block, ...]:
    """Return the blocks of a week, in the order of the week; NoRoomError where they do not fit.

    The blocks of an activity add up to its hours. Work that is steady by the catalogue comes in
    short blocks on as many days as it can, before everything else; other work in few long ones.
    """
    steps = {key: max(1, round(2 * amount)) for key, amount in hours.items()}
    if sum(steps.values()) > len(times.days) * times.steps_a_day:
        raise NoRoomError(sum(steps.values()) / 2, times.room)
    steady = {key for key in steps if is_steady(catalogue, key)}
    ordered = sorted(steps, key=lambda key: key not in steady)
    days = _balanced({key: steps[key] for key in ordered}, steady, len(times.days))
    if any(_length(day) > times.steps_a_day for day in days):
        days = _end_to_end({key: steps[key] for key in ordered}, len(times.days))
    return _numbered(days, times)


def is_steady(catalogue: Catalogue, activity_id: str) -> bool:
    """Return whether most of an activity is work for most days."""
    rows = catalogue.activity(activity_id).hours_rows
    return sum(share for row, share in rows.items() if row in STEADY_ROWS) >= STEADY_SHARE


def _pieces(steps: int, days: int, *, is_steady: bool) -> list[int]:
    """Return the lengths of the blocks of one activity, as even as they can be."""
    fewest = ceil(steps / LONGEST)
    count = max(fewest, min(steps, days)) if is_steady else fewest
    each, more = divmod(steps, count)
    return [each + (place < more) for place in range(count)]


def _balanced(steps: Mapping[str, int], steady: set[str], days: int) -> list[list[Piece]]:
    """Return what each day holds: evenly spaced days, turned to where least is, longest first."""
    pieces = {key: _pieces(steps[key], days, is_steady=key in steady) for key in steps}
    chosen: dict[str, list[int]] = {}
    loads = [0] * days
    for key in sorted(pieces, key=lambda key: -pieces[key][0]):
        chosen[key] = _spread(pieces[key], loads)
        for day, length in zip(chosen[key], pieces[key], strict=True):
            loads[day] += length
    week: list[list[Piece]] = [[] for _ in range(days)]
    for key in steps:
        for day, length in zip(chosen[key], pieces[key], strict=True):
            week[day].append((key, length))
    return week


def _spread(pieces: Sequence[int], loads: Sequence[int]) -> list[int]:
    """Return a day for each piece, evenly spaced, so that the longest days stay short."""
    days, count = len(loads), len(pieces)

    def days_of(turn: int) -> list[int]:
        return [((2 * p + 1) * days // (2 * count) + turn) % days for p in range(count)]

    def longest(turn: int) -> list[int]:
        after = list(loads)
        for day, length in zip(days_of(turn), pieces, strict=True):
            after[day] += length
        return sorted(after, reverse=True)

    return days_of(min(range(days), key=longest))


def _end_to_end(steps: Mapping[str, int], days: int) -> list[list[Piece]]:
    """Return days of one length, filled one after the other: this fits wherever anything fits."""
    length = ceil(sum(steps.values()) / days)
    week: list[list[Piece]] = [[]]
    for key, amount in steps.items():
        left = amount
        while left:
            if _length(week[-1]) == length:
                week.append([])
            piece = min(left, LONGEST, length - _length(week[-1]))
            week[-1].append((key, piece))
            left -= piece
    return week


def _length(day: Sequence[Piece]) -> int:
    return sum(length for _, length in day)


def _numbered(week: Sequence[Sequence[Piece]], times: WeekTimes) -> tuple[Block, ...]:
    counts: dict[str, int] = {}
    blocks = []
    for weekday, day in zip(sorted(times.days), week, strict=False):
        for (key, length), begin in zip(day, _begins(day, times), strict=True):
            counts[key] = counts.get(key, 0) + 1
            blocks.append(
                Block(
                    activity_id=key,
                    place=counts[key],
                    weekday=weekday,
                    begin=begin,
                    minutes=length * HALF_HOUR,
                )
            )
    return tuple(blocks)


def _begins(day: Sequence[Piece], times: WeekTimes) -> list[int]:
    """Return when the blocks of a day begin; a long day has pauses, if it has room for them."""
    paused = _one_after_another(day, times.begin, PAUSE)
    if not day or paused[-1] + day[-1][1] * HALF_HOUR <= DAY:
        return paused
    return _one_after_another(day, times.begin, 0)


def _one_after_another(day: Sequence[Piece], begin: int, pause: int) -> list[int]:
    begins: list[int] = []
    stretch = 0
    for _, length in day:
        if stretch + length > AT_A_STRETCH:
            begin += pause
            stretch = 0
        begins.append(begin)
        begin += length * HALF_HOUR
        stretch += length
    return begins
