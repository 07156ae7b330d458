"""Blocks of a page, and how stacks of them fill it: measure, split, draw.

A block never changes. Whatever its length, a stack can be set over as many pages as it needs.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Optional

from socialplanner.presentation.scenes.shapes import Colour
from socialplanner.report.pen import Pen, Stroke
from socialplanner.report.styles import Paint
from socialplanner.report.tags import Tag

Parts = tuple[Optional["Block"], Optional["Block"]]
"""What stands on this page, and what goes on to the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(ABC):
    """Something that stands on a page; between two blocks lies the larger of their spaces."""

    before: float = 0.0
    after: float = 0.0
    keep_next: bool = False
    tag: Tag | None = None

    @abstractmethod
    def height(self, width: float) -> float:
        """Return the height at this width."""

    @abstractmethod
    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw what is seen at this place."""

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw at this place, as the piece of the document that it is."""
        if self.tag is None:
            self.paint(pen, x, top, width)
            return
        pen.enter(self.tag)
        self.paint(pen, x, top, width)
        pen.leave()

    def split(self, width: float, height: float, *, fresh: bool) -> Parts:
        """Return what fits into the height, and the rest.

        `fresh` says that no page will offer more room, so something has to be taken.
        """
        del width, height
        return (self, None) if fresh else (None, self)


Stack = Sequence[Block]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """The blocks of a stack that fit, with their places, the height used, and the rest."""

    placed: tuple[tuple[Block, float], ...]
    height: float
    rest: tuple[Block, ...]


def place(stack: Stack, width: float, room: float = inf, *, fresh: bool = True) -> Fit:
    """Put blocks one below another until the room is used; the last one may be split."""
    placed: list[tuple[Block, float]] = []
    y = space = 0.0
    for index, block in enumerate(stack):
        top = y + max(space, block.before) if placed else y
        height = block.height(width)
        if top + height > room + 0.01:
            left = room - top
            head, tail = block.split(width, left, fresh=fresh and not placed)
            if head is None and fresh and not placed:
                head, tail = block, None
            if head is None:
                return _held_back(placed, (block, *stack[index + 1 :]), width, fresh=fresh)
            placed.append((head, top))
            rest = (*((tail,) if tail else ()), *stack[index + 1 :])
            return Fit(placed=tuple(placed), height=top + head.height(width), rest=rest)
        placed.append((block, top))
        y, space = top + height, block.after
    return Fit(placed=tuple(placed), height=y, rest=())


def _held_back(placed: list[tuple[Block, float]], rest: Stack, width: float, *, fresh: bool) -> Fit:
    """Move headings at the end of the page to the text that follows them."""
    keep = len(placed)
    while keep and placed[keep - 1][0].keep_next:
        keep -= 1
    if not keep and fresh:
        keep = len(placed)
    moved = tuple(block for block, _ in placed[keep:])
    height = max((top + block.height(width) for block, top in placed[:keep]), default=0.0)
    return Fit(placed=tuple(placed[:keep]), height=height, rest=(*moved, *rest))


def height_of(stack: Stack, width: float) -> float:
    """Return the height of a whole stack."""
    return stack[0].height(width) if len(stack) == 1 else place(stack, width).height


def draw_stack(stack: Stack, pen: Pen, x: float, top: float, width: float) -> None:
    """Draw a stack that is known to fit."""
    for block, y in place(stack, width).placed:
        block.draw(pen, x, top + y, width)


@dataclass(frozen=True, slots=True, kw_only=True)
class Space(Block):
    """Empty height."""

    points: float

    def height(self, width: float) -> float:
        """Return the height, whatever the width."""
        del width
        return self.points

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Block):
    """A line across, or as long as `length`."""

    colour: Paint = Colour.RULE
    thickness: float = 0.5
    length: float = 0.0

    def height(self, width: float) -> float:
        """Return the thickness."""
        del width
        return self.thickness

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the line."""
        middle = top + self.thickness / 2
        stroke = Stroke(paint=self.colour, width=self.thickness)
        pen.line(((x, middle), (x + (self.length or width), middle)), stroke)


@dataclass(frozen=True, slots=True, kw_only=True)
class Box(Block):
    """An empty square, to tick by hand."""

    side: float = 8.0
    line: float = 12.5

    def height(self, width: float) -> float:
        """Return the height of the line it stands in."""
        del width
        return self.line

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the square."""
        del width
        y = top + (self.line - self.side) / 2
        corners = ((x, y), (x + self.side, y), (x + self.side, y + self.side), (x, y + self.side))
        pen.polygon(corners, stroke=Stroke(paint=Colour.MUTED, width=0.7))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlined(Block):
    """A block that has an entry in the document's outline."""

    block: Block
    title: str
    level: int = 0

    def height(self, width: float) -> float:
        """Return the height of the block."""
        return self.block.height(width)

    def split(self, width: float, height: float, *, fresh: bool) -> Parts:
        """Keep the entry with the first part."""
        head, tail = self.block.split(width, height, fresh=fresh)
        return (replace(self, block=head), tail) if head else (None, self)

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Add the entry and draw the block."""
        pen.outline(self.title, level=self.level, top=max(0.0, top - 12))
        self.block.draw(pen, x, top, width)


@dataclass(frozen=True, slots=True, kw_only=True)
class Together(Block):
    """Blocks that stay on one page as long as a page can hold them."""

    stack: tuple[Block, ...]

    def height(self, width: float) -> float:
        """Return the height of all."""
        return place(self.stack, width).height

    def split(self, width: float, height: float, *, fresh: bool) -> Parts:
        """Split only where a whole page is too small."""
        if not fresh:
            return None, self
        fit = place(self.stack, width, height)
        tail = Together(stack=fit.rest, tag=self.tag) if fit.rest else None
        return replace(self, stack=tuple(block for block, _ in fit.placed)), tail

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw one below another."""
        draw_stack(self.stack, pen, x, top, width)
