"""Sizes at which words fit into a place, for programs that set the lines themselves.

Lines are reckoned as the plan's own fonts have them, which are a little wider than those that
office programs show, so that what fits here fits there.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from socialplanner.report import styles
from socialplanner.report.office_text import one_line
from socialplanner.report.text import plain

if TYPE_CHECKING:
    from socialplanner.report.styles import Style

PITCH: Final = 1.22
"""Lines of these fonts are so much higher than the letters are large."""

_WORDS: Final = styles.BODY
_STRONG: Final = styles.CELL_STRONG


def height_of(text: str, size: float, width: float, *, bold: bool = False) -> float:
    """Return how much room the lines of a text take."""
    return _lines(text, size, width, bold=bold) * size * PITCH


def fitting_size(
    text: str, sizes: Sequence[float], room: tuple[float, float], *, bold: bool = False
) -> float:
    """Return the first size at which a text fits into a width and a height, the last if none."""
    width, height = room
    fits = (size for size in sizes if height_of(text, size, width, bold=bold) <= height)
    return next(fits, sizes[-1])


def shortened(text: str, size: float, room: tuple[float, float], *, bold: bool = False) -> str:
    """Return the text on one line of words, cut with an ellipsis where its place is too small."""
    whole = one_line(text)
    width, height = room
    if height_of(whole, size, width, bold=bold) <= height:
        return whole
    fits, too_long = 0, len(whole)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        is_in = height_of(f"{whole[:middle]}…", size, width, bold=bold) <= height
        fits, too_long = (middle, too_long) if is_in else (fits, middle)
    return f"{whole[:fits].rstrip()}…"


def _lines(text: str, size: float, width: float, *, bold: bool) -> int:
    style: Style = _STRONG if bold else _WORDS
    return max(1, len(plain(text, replace(style, size=size, widest=width)).lines(width)))
