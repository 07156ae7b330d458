"""The one door for text: a person's words enter a page here, and are never read as markup."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum, unique
from functools import lru_cache
from math import inf
from typing import Final

from socialplanner.presentation.scenes.labels import Measure
from socialplanner.report.blocks import Block, Parts
from socialplanner.report.characters import normalise, paragraph_of, runs_of
from socialplanner.report.fonts import Font, face
from socialplanner.report.lines import (
    Line,
    Run,
    Setting,
    break_lines,
    narrowest,
    runs_leftward,
)
from socialplanner.report.metadata import Target
from socialplanner.report.pen import Pen, Written
from socialplanner.report.styles import Align, Style


@unique
class Emphasis(StrEnum):
    """How a part of our own sentence stands out."""

    PLAIN = "plain"
    BOLD = "bold"
    ITALIC = "italic"


Part = tuple[str, Emphasis]

_KEPT: Final = 600
"""Letters up to which a text is kept for the next plan; longer ones are a person's, and rare."""


@lru_cache(maxsize=4096)
def _label_width(text: str, size: float, bold: bool) -> float:  # noqa: FBT001
    font = Font.TAB_SEMI if bold else Font.TAB
    return sum(run.face.width(run.text, size) for run in runs_of(normalise(text), font))


MEASURE: Final[Measure] = _label_width
"""The width of a chart label as the painter will draw it."""


@lru_cache(maxsize=4096)
def _broken(
    runs: tuple[Run, ...],
    room: float,
    setting: Setting,
    balanced: bool,  # noqa: FBT001 - a part of the cache's key
) -> tuple[Line, ...]:
    """Return the lines of a paragraph; most are the catalogue's and come again in each plan."""
    return (narrowest if balanced else break_lines)(runs, room, setting)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Block):
    """Text in one style, broken into lines when its width is known."""

    paragraphs: tuple[tuple[Run, ...], ...]
    style: Style
    broken: tuple[Line, ...] | None = None
    target: Target | None = None
    _cache: dict[float, tuple[Line, ...]] = field(default_factory=dict, repr=False, compare=False)

    def lines(self, width: float) -> tuple[Line, ...]:
        """Return the lines at this width."""
        if self.broken is not None:
            return self.broken
        if width not in self._cache:
            setting = Setting(size=self.style.size, tracking=self.style.tracking)
            room = min(width, self.style.widest)
            broken = [_broken(runs, room, setting, self.style.balanced) for runs in self.paragraphs]
            parted = [*map(_parted, broken[:-1]), *broken[-1:]]
            self._cache[width] = tuple(line for lines in parted for line in lines)
        return self._cache[width]

    def height(self, width: float) -> float:
        """Return the height of all lines."""
        return len(self.lines(width)) * self.style.leading

    def split(self, width: float, height: float, *, fresh: bool) -> Parts:
        """Keep at least two lines on either side of a page break."""
        lines = self.lines(width)
        count = int((height + 0.01) / self.style.leading)
        if len(lines) - count == 1:
            count -= 1
        if fresh:
            count = max(count, 1)
        elif count < 2:  # noqa: PLR2004 - a lone first line
            return None, self
        if count >= len(lines):
            return self, None
        head = replace(self, broken=lines[:count], after=0.0)
        return head, replace(self, broken=lines[count:], before=0.0)

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Write the lines."""
        style = self.style
        first = top + (style.leading + 0.72 * style.size) / 2
        pen.write(
            (
                Written(
                    x=x + self._indent(line, width),
                    y=first + index * style.leading,
                    runs=line.runs,
                )
                for index, line in enumerate(self.lines(width))
            ),
            size=style.size,
            paint=style.colour,
            tracking=style.tracking,
        )
        if self.target is not None:
            self._link(self.target, pen, (x, top), width)

    def _indent(self, line: Line, width: float) -> float:
        """Return how far a line stands from the left."""
        style, space = self.style, width - line.width
        if line.leftward and style.align is Align.LEFT and self._begins_right(width):
            return max(min(width, style.widest) - line.width, 0.0)
        return {Align.LEFT: 0.0, Align.CENTRE: space / 2, Align.RIGHT: space}[style.align]

    def _begins_right(self, width: float) -> bool:
        """Tell whether what runs to the left begins on the right.

        A name in a heading, a cell or a label stands where its neighbours do; what is read line
        after line begins where its script begins.
        """
        lines = self.broken is not None or len(self.lines(width)) > 1
        return lines or (self.style.widest < inf and not self.style.balanced)

    def _link(self, target: Target, pen: Pen, place: tuple[float, float], width: float) -> None:
        """Let every line lead to the target."""
        for index, line in enumerate(self.lines(width)):
            left = place[0] + self._indent(line, width)
            top = place[1] + index * self.style.leading
            pen.link(target, left, top, (line.width, self.style.leading))


def _parted(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines of a paragraph, whose last word does not run into the next when read."""
    if not lines or not lines[-1].runs:
        return lines
    last = lines[-1]
    own = last.runs[-1].face
    space = Run(" ", own if own.shows(" ") else face(Font.SANS), level=int(last.leftward))
    return (*lines[:-1], replace(last, runs=(*last.runs, space)))


def plain(text: str, style: Style, *, before: float = 0, after: float = 0) -> Text:
    """Return any text as it is, line ends kept; nothing in it is interpreted."""
    return rich([(text, Emphasis.PLAIN)], style, before=before, after=after)


def rich(parts: Iterable[Part], style: Style, *, before: float = 0, after: float = 0) -> Text:
    """Return one text of several parts, each with its emphasis; nothing in it is interpreted."""
    said = tuple(parts)
    fonts = (style.font, style.bold, style.italic)
    is_short = sum(len(text) for text, _ in said) <= _KEPT
    make = _paragraphs if is_short else _paragraphs.__wrapped__
    return Text(paragraphs=make(said, fonts), style=style, before=before, after=after)


@lru_cache(maxsize=4096)
def _paragraphs(
    parts: tuple[Part, ...], fonts: tuple[Font, Font, Font]
) -> tuple[tuple[Run, ...], ...]:
    """Return paragraphs in fonts for plain, bold and italic; most come again in each plan."""
    paragraphs: list[list[tuple[str, Font]]] = [[]]
    chosen = dict(zip(Emphasis, fonts, strict=True))
    for text, emphasis in parts:
        for index, line in enumerate(normalise(text).split("\n")):
            if index:
                paragraphs.append([])
            if line:
                paragraphs[-1].append((line, chosen[emphasis]))
    return tuple(map(paragraph_of, paragraphs))


def capitals(text: str, style: Style, *, before: float = 0, after: float = 0) -> Text:
    """Return a label in spaced capitals."""
    return plain(text.upper(), style, before=before, after=after)


def one_line(text: str, style: Style, room: float) -> Line:
    """Return the text on one line, shortened with an ellipsis where it is too wide."""
    setting = Setting(size=style.size, tracking=style.tracking)
    whole = " ".join(normalise(text).split())
    runs = runs_of(whole, style.font)
    width = sum(setting.width(run) for run in runs)
    if width <= room:
        return Line(runs=runs, width=width, leftward=runs_leftward(runs))
    low, high = 0, len(whole) + 1
    while high - low > 1:
        middle = (low + high) // 2
        shown = whole if middle == len(whole) else whole[:middle].rstrip() + "…"
        fits = sum(setting.width(run) for run in runs_of(shown, style.font)) <= room
        low, high = (middle, high) if fits else (low, middle)
    shown = whole if low == len(whole) else whole[:low].rstrip() + "…"
    runs = runs_of(shown, style.font)
    width = sum(setting.width(run) for run in runs)
    return Line(runs=runs, width=width, leftward=runs_leftward(runs))
