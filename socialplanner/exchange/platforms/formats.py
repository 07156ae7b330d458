"""Settle how a file writes days and numbers, by what can be read in one way only."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from socialplanner.domain.figures import Formats, Settled
from socialplanner.domain.table_layout import DateOrder, NumberStyle
from socialplanner.exchange.platforms.date_text import day_readings
from socialplanner.exchange.platforms.number_text import (
    is_no_figure,
    number_readings,
    whole_readings,
)

Way = TypeVar("Way", DateOrder, NumberStyle)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How days and numbers are written, as far as somebody knows."""

    dates: DateOrder | None = None
    numbers: NumberStyle | None = None


def settled_formats(
    dates: Iterable[str],
    numbers: Iterable[str],
    said: Ways,
    usual: Ways,
    *,
    are_counts: bool = False,
) -> Formats:
    """Return the formats of the texts; what was said stands above what they show.

    Numbers that are counts can only be meant in a way in which they are whole.
    """
    days = _settled(dates, day_readings, said.dates, usual.dates)
    figures = (each for each in numbers if not is_no_figure(each))
    read = whole_readings if are_counts else number_readings
    found = _settled(figures, read, said.numbers, usual.numbers)
    return Formats(
        dates=days.way,
        dates_settled=days.settled,
        dates_example=days.example,
        numbers=found.way,
        numbers_settled=found.settled,
        numbers_example=found.example,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found(Generic[Way]):
    """The way to read all texts, how it is known, and while it is not, a text that shows why."""

    way: Way | None
    settled: Settled
    example: str = ""


def _settled(
    texts: Iterable[str],
    read: Callable[[str], Mapping[Way, Hashable]],
    said: Way | None,
    usual: Way | None,
) -> _Found[Way]:
    """Return how to read all texts.

    A text that can be read in one way speaks for it; one that gives the same in all ways says
    nothing; one that gives something else in each leaves it open, unless another speaks. Where a
    text speaks against what is usual, it may be the one that is wrong: that stays open, too.
    """
    if said is not None:
        return _Found(way=said, settled=Settled.CALLER)
    speaking: dict[Way, str] = {}
    doubtful = ""
    for text in texts:
        readings = read(text)
        if len(readings) == 1:
            speaking.setdefault(next(iter(readings)), text)
        elif not doubtful and len(set(readings.values())) > 1:
            doubtful = text
    way = next(iter(speaking)) if len(speaking) == 1 else None
    if way is not None and (not doubtful or usual in (None, way)):
        return _Found(way=way, settled=Settled.FILE)
    example = doubtful or " / ".join(speaking.values())
    return _Found(way=None, settled=Settled.OPEN if example else Settled.ALIKE, example=example)
