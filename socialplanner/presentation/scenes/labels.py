"""Make words fit into a chart: measuring, wrapping, shortening, keeping apart."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from socialplanner.presentation.scenes.shapes import Anchor, Colour, Label

Measure = Callable[[str, float, bool], float]
"""Gives the width of a text at a size, bold or not."""

LONGEST_LABEL: Final = 300
"""More characters than any place in a chart can show; the rows keep the whole text."""

_NARROW: Final = frozenset("iljtfrI.,:;'|![]() ")
_LAST_LATIN: Final = "\u024f"
_WIDE: Final = frozenset("mwMW@%—…")


def estimated_width(text: str, size: float, bold: bool) -> float:  # noqa: FBT001
    """Return a width that is rarely too small, for painters that cannot measure."""
    wide = sum(_character_width(character) for character in text)
    return wide * size * (1.06 if bold else 1.0)


def _character_width(character: str) -> float:
    if character in _NARROW:
        return 0.40
    if character in _WIDE or character > _LAST_LATIN:
        return 1.05
    return 0.78 if character.isupper() else 0.66


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Where a scene is made: the width there is, and how to measure text."""

    width: float = 499.0
    measure: Measure = estimated_width

    def width_of(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return the width of a text."""
        return self.measure(text, size, bold)

    def shorten(self, text: str, room: float, size: float, *, bold: bool = False) -> str:
        """Return the text, cut with an ellipsis where it is wider than the room."""
        whole = " ".join(text[:LONGEST_LABEL].split())
        if len(text) <= LONGEST_LABEL and self.measure(whole, size, bold) <= room:
            return whole
        fits, too_long = 0, len(whole) + 1
        while too_long - fits > 1:
            middle = (fits + too_long) // 2
            if self.measure(whole[:middle] + "…", size, bold) <= room:
                fits = middle
            else:
                too_long = middle
        return whole[:fits].rstrip() + "…"

    def wrap(
        self, text: str, room: float, size: float, *, bold: bool = False, limit: int = 2
    ) -> tuple[str, ...]:
        """Return the text in at most `limit` lines, the last one shortened if need be."""
        words = text[:LONGEST_LABEL].split()
        lines: list[str] = []
        while words and len(lines) < limit - 1:
            count = self._words_that_fit(words, room, size, bold=bold)
            lines.append(self.shorten(" ".join(words[:count]), room, size, bold=bold))
            words = words[count:]
        rest = " ".join(words) + ("…" if len(text) > LONGEST_LABEL else "")
        if rest:
            lines.append(self.shorten(rest, room, size, bold=bold))
        return tuple(lines) or ("",)

    def _words_that_fit(self, words: Sequence[str], room: float, size: float, *, bold: bool) -> int:
        count = 1
        while count < len(words):
            if self.measure(" ".join(words[: count + 1]), size, bold) > room:
                break
            count += 1
        return count


STAGE: Final = Stage()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """How a block of labels looks."""

    size: float = 8.5
    leading: float = 10.5
    colour: Colour = Colour.INK
    anchor: Anchor = Anchor.START
    bold: bool = False

    def block(self, lines: Sequence[str], x: float, first: float) -> tuple[Label, ...]:
        """Return one label a line; `first` is the baseline of the first line."""
        return tuple(
            Label(
                x=x,
                y=first + index * self.leading,
                text=line,
                size=self.size,
                colour=self.colour,
                anchor=self.anchor,
                bold=self.bold,
            )
            for index, line in enumerate(lines)
        )

    def centred(self, lines: Sequence[str], x: float, middle: float) -> tuple[Label, ...]:
        """Return one label a line, the block centred on a height."""
        first = middle + self.size * 0.36 - (len(lines) - 1) * self.leading / 2
        return self.block(lines, x, first)


NAME: Final = Lettering(bold=True)
FIGURE: Final = Lettering(size=8, colour=Colour.MUTED)
TICK: Final = Lettering(size=7, leading=8.5, colour=Colour.MUTED, anchor=Anchor.MIDDLE)


def spread(
    wanted: Sequence[float], sizes: Sequence[float], *, low: float, high: float, gap: float = 8
) -> list[float]:
    """Return middles near the wanted ones, so that things of these sizes do not touch.

    Where the room between the bounds is too small for all, the gap shrinks, even below 0.
    """
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    gap = min(gap, (high - low - sum(sizes)) / max(1, len(sizes) - 1))
    places = [0.0] * len(wanted)
    floor, ceiling = low, high
    for index in order:
        places[index] = max(wanted[index], floor + sizes[index] / 2)
        floor = places[index] + sizes[index] / 2 + gap
    for index in reversed(order):
        places[index] = min(places[index], ceiling - sizes[index] / 2)
        ceiling = places[index] - sizes[index] / 2 - gap
    return places


def extent(label: Label, measure: Measure) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a label."""
    width = measure(label.text, label.size, label.bold)
    shift = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[label.anchor]
    left = label.x - shift
    return (left, label.y - 0.78 * label.size, left + width, label.y + 0.24 * label.size)
