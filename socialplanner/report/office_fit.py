"""Sizes at which words fit into a place, for programs that set the lines themselves.

Lines are reckoned with the plan's own fonts and some air, so that what fits here fits there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from socialplanner.report import styles
from socialplanner.report.office_text import one_line
from socialplanner.report.text import plain

if TYPE_CHECKING:
    from socialplanner.report.styles import Style

PITCH: Final = 1.22
"""Lines of these fonts are so much higher than the letters are large."""

_WORST_TITLE, _WORST = 1.07, 1.05
"""The same for Noto, which many systems take instead: measured 1.05 and 1.04."""

_TITLE, _LEAD, _TEXT = 0.96, 0.9, 0.89
"""Letters of Cambria and Calibri against our own, and some air: measured 0.93, 0.86 and 0.86."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """Which letters a text is set in."""

    is_bold: bool = False
    is_heading: bool = False

    @property
    def style(self) -> "Style":
        """Return the style of our own whose letters are as wide, or a little wider."""
        if self.is_heading:
            return styles.HEADLINE if self.is_bold else styles.LEAD
        return styles.CELL_STRONG if self.is_bold else styles.BODY

    @property
    def share(self) -> float:
        """Return how wide the letters of office programs are, against those of our own."""
        if self.is_heading:
            return _TITLE if self.is_bold else _LEAD
        return _TEXT

    @property
    def worst(self) -> float:
        """Return how wide letters are where neither those fonts nor their like are installed."""
        return _WORST_TITLE if self.is_heading else _WORST


PLAIN: Final = Face()
TITLE: Final = Face(is_bold=True, is_heading=True)


def height_of(
    text: str, size: float, width: float, face: Face = PLAIN, *, at_worst: bool = False
) -> float:
    """Return how much room the lines of a text take; at worst where the right letters lack."""
    room = width / (face.worst if at_worst else face.share)
    style = replace(face.style, size=size, widest=room, balanced=False)
    return max(1, len(plain(text, style).lines(room))) * size * PITCH


def fitting_size(
    text: str, sizes: Sequence[float], room: tuple[float, float], face: Face = TITLE
) -> float:
    """Return the first size at which a text fits at worst into a room, the last if none does."""
    width, height = room
    heights = ((size, height_of(text, size, width, face, at_worst=True)) for size in sizes)
    return next((size for size, high in heights if high <= height), sizes[-1])


def shortened(text: str, size: float, room: tuple[float, float], face: Face = PLAIN) -> str:
    """Return the text without line ends, cut with an ellipsis where its place is too small."""
    whole = one_line(text)
    width, height = room
    if height_of(whole, size, width, face) <= height:
        return whole
    fits, too_long = 0, len(whole)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        is_in = height_of(f"{whole[:middle]}…", size, width, face) <= height
        fits, too_long = (middle, too_long) if is_in else (fits, middle)
    return f"{whole[:fits].rstrip()}…"
