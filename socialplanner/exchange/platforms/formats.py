"""Settle how a file writes days and numbers, by what can be read in one way only."""

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

from socialplanner.domain.figures import Formats, Settled
from socialplanner.domain.table_layout import DateOrder, NumberStyle
from socialplanner.exchange.platforms.date_text import day_readings
from socialplanner.exchange.platforms.number_text import is_no_figure, number_readings

Way = TypeVar("Way", DateOrder, NumberStyle)


def settled_formats(
    dates: Iterable[str],
    numbers: Iterable[str],
    order: DateOrder | None,
    style: NumberStyle | None,
) -> Formats:
    """Return the formats of the texts; what was said stands above what they show."""
    found_order, order_settled = _settled(map(day_readings, dates), order)
    readings = (number_readings(each) for each in numbers if not is_no_figure(each))
    found_style, style_settled = _settled(readings, style)
    return Formats(
        dates=found_order,
        dates_settled=order_settled,
        numbers=found_style,
        numbers_settled=style_settled,
    )


def _settled(
    readings: Iterable[Mapping[Way, Hashable]], said: Way | None
) -> tuple[Way | None, Settled]:
    """Return the way to read all texts, and how it is known.

    A text that can be read in one way speaks for it; one that gives the same in all ways says
    nothing; one that gives something else in each leaves it open, unless another speaks.
    """
    if said is not None:
        return said, Settled.CALLER
    speaking: set[Way] = set()
    is_open = False
    for each in readings:
        if len(each) == 1:
            speaking.update(each)
        elif len(set(each.values())) > 1:
            is_open = True
    if len(speaking) == 1:
        return speaking.pop(), Settled.FILE
    return None, Settled.OPEN if is_open or speaking else Settled.ALIKE
