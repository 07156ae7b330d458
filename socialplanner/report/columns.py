"""Blocks beside one another, cards, and tables: every cell holds a stack, every cell can split."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from socialplanner.presentation.scenes.shapes import Colour
from socialplanner.report.blocks import (
    Block,
    Fit,
    Parts,
    Stack,
    Together,
    draw_stack,
    height_of,
    place,
)
from socialplanner.report.pen import Pen, Stroke
from socialplanner.report.styles import GUTTER, Paint
from socialplanner.report.tags import Role, Tag

_COMPANY: Final = 3
_Rows = tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A stack in a column: `fixed` points wide, or a share of what is left by `weight`."""

    stack: tuple[Block, ...]
    fixed: float = 0.0
    weight: float = 1.0
    tag: Tag | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns(Block):
    """Stacks beside one another; they go on together on the next page.

    `padding` lies above and below, a line of colour `rule` at the foot. What is lower than
    `whole_below` is not split unless a page is too small for it.
    """

    cells: tuple[Cell, ...]
    gap: float = GUTTER
    padding: float = 0.0
    rule: Paint | None = None
    thickness: float = 0.5
    whole_below: float = 0.0
    _heights: dict[float, float] = field(
        init=False, default_factory=dict, repr=False, compare=False
    )

    def widths(self, width: float) -> list[float]:
        """Return the width of every cell."""
        fixed = sum(cell.fixed for cell in self.cells)
        free = max(0.0, width - fixed - self.gap * (len(self.cells) - 1))
        weights = sum(cell.weight for cell in self.cells if not cell.fixed) or 1.0
        return [cell.fixed or free * cell.weight / weights for cell in self.cells]

    def height(self, width: float) -> float:
        """Return the height of the tallest cell with the padding."""
        if width not in self._heights:
            pairs = zip(self.cells, self.widths(width), strict=True)
            tallest = max((height_of(cell.stack, own) for cell, own in pairs), default=0.0)
            self._heights[width] = tallest + 2 * self.padding
        return self._heights[width]

    def split(self, width: float, height: float, *, fresh: bool) -> Parts:
        """Split every cell at the same height; all of them must get something."""
        if not fresh and self.height(width) < self.whole_below:
            return None, self
        pairs = list(zip(self.cells, self.widths(width), strict=True))
        room = height - 2 * self.padding
        fits = [place(cell.stack, own, room, fresh=fresh) for cell, own in pairs]
        if any(fit.rest and not fit.placed for fit in fits):
            return None, self
        heads = [tuple(block for block, _ in fit.placed) for fit in fits]
        tails = [fit.rest for fit in fits]
        tail = self._with(tails, before=0.0) if any(tails) else None
        return self._with(heads, rule=None if tail else self.rule), tail

    def _with(self, stacks: Sequence[tuple[Block, ...]], **changes: object) -> "Columns":
        pairs = zip(self.cells, stacks, strict=True)
        cells = tuple(replace(cell, stack=stack) for cell, stack in pairs)
        return replace(self, cells=cells, **changes)  # type: ignore[arg-type]

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw every cell, then the line below."""
        left = x
        for cell, own in zip(self.cells, self.widths(width), strict=True):
            if cell.tag is not None:
                pen.enter(cell.tag)
            draw_stack(cell.stack, pen, left, top + self.padding, own)
            if cell.tag is not None:
                pen.leave()
            left += own + self.gap
        if self.rule is not None:
            y = top + self.height(width)
            pen.line(((x, y), (x + width, y)), Stroke(paint=self.rule, width=self.thickness))


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Block):
    """A stack on a tinted ground, with an optional bar of colour at its left."""

    stack: tuple[Block, ...]
    fill: Paint = Colour.PALE
    bar: Paint | None = None
    padding: float = 12.0

    def height(self, width: float) -> float:
        """Return the height of the stack with the padding."""
        return place(self.stack, width - 2 * self.padding).height + 2 * self.padding

    def split(self, width: float, height: float, *, fresh: bool) -> Parts:
        """Split the stack; both parts keep the ground."""
        inner = width - 2 * self.padding
        fit = place(self.stack, inner, height - 2 * self.padding, fresh=fresh)
        if not fit.placed:
            return None, self
        head = replace(self, stack=tuple(block for block, _ in fit.placed))
        return head, replace(self, stack=fit.rest, before=0.0) if fit.rest else None

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the ground, the bar and the stack."""
        height = self.height(width)
        pen.box(x, top, (width, height), self.fill)
        if self.bar is not None:
            pen.box(x, top, (2.5, height), self.bar)
        inner = width - 2 * self.padding
        draw_stack(self.stack, pen, x + self.padding, top + self.padding, inner)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Block):
    """Rows below a head that is repeated on every page."""

    head: Columns
    rows: tuple[Block, ...]
    is_continued: bool = False

    def height(self, width: float) -> float:
        """Return the height of the head and all rows."""
        return self.head.height(width) + place(self.rows, width).height

    def split(self, width: float, height: float, *, fresh: bool) -> Parts:
        """Split between rows, no low row left alone; a row taller than a page is split itself."""
        room = height - self.head.height(width)
        if fresh and room < height / 2:
            whole = Together(stack=(self.head, *self.rows), tag=self.tag)
            return whole.split(width, height, fresh=True)
        fit = place(self.rows, width, room, fresh=fresh)
        kept, rest = self._in_company(fit, width, fresh=fresh)
        if not kept:
            return None, self
        head = replace(self, rows=kept, after=0.0)
        if not rest:
            return head, None
        return head, replace(self, rows=rest, before=0.0, is_continued=True)

    def _in_company(self, fit: Fit, width: float, *, fresh: bool) -> tuple[_Rows, _Rows]:
        """Return the rows before and after the break, two or more on either side."""
        found = tuple(block for block, _ in fit.placed), fit.rest
        if len(self.rows) < _COMPANY or not all(found):
            return found
        kept, rest = found
        if self._is_alone(rest, width):
            kept, rest = self.rows[:-2], self.rows[-2:]
        if not self._is_alone(kept, width):
            return kept, rest
        return found if fresh else ((), self.rows)

    def _is_alone(self, rows: _Rows, width: float) -> bool:
        """Return whether this is one whole low row; a torn or tall row may stand by itself."""
        if len(rows) != 1 or not any(row is rows[0] for row in self.rows):
            return False
        (row,) = rows
        return not isinstance(row, Columns) or row.height(width) < row.whole_below

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the head and the rows."""
        if self.is_continued:
            with pen.artifact():
                self.head.draw(pen, x, top, width)
        else:
            self.head.draw(pen, x, top, width)
        draw_stack(self.rows, pen, x, top + self.head.height(width), width)


def beside(left: Stack, right: Stack, *, weights: tuple[float, float], gap: float) -> Columns:
    """Return two stacks beside one another."""
    cells = (
        Cell(stack=tuple(left), weight=weights[0], tag=Tag(Role.DIVISION)),
        Cell(stack=tuple(right), weight=weights[1], tag=Tag(Role.DIVISION)),
    )
    return Columns(cells=cells, gap=gap)
