"""A line as it is written into the file: each glyph at its place, in the order that copies well.

A PDF says where glyphs stand, not how a text reads; the programs that copy text find out again.
All take a line to be written as it is seen, and turn the words of right-to-left scripts round.
PDFium, of Chrome, Edge and our own window, does so by simple rules of its own; the others sort by
place. So the glyphs of a piece are written in that order of which PDFium's rules make the text
again, each at the place where it is seen.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Final, NamedTuple
from unicodedata import bidirectional, combining

from socialplanner.report.bidi import MIRRORS, visual_order
from socialplanner.report.fonts import Face
from socialplanner.report.lines import Run, Setting
from socialplanner.report.shaping import Cell

_LEFT: Final = "L"
_RIGHT: Final = "R"
_WEAK: Final = "W"
_NEUTRAL: Final = "N"
_CLASSES: Final = {
    "L": _LEFT,
    **dict.fromkeys(("R", "AL"), _RIGHT),
    **dict.fromkeys(("AN", "EN", "NSM", "CS", "ES", "ET", "BN"), _WEAK),
}


class Stroke(NamedTuple):
    """A code of the font and where its glyph begins, in thousandths of the size."""

    code: str
    x: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a line in one font that begins at x, in points from the start of the line.

    It has a text that is written as it is, or glyphs each at its place; boxes stand for a text
    that no font shows. Only plain text is spaced out where a style asks for it.
    """

    face: Face
    x: float
    text: str = ""
    glyphs: tuple[Stroke, ...] = ()
    boxes: bool = False
    spaced: bool = False


class _Part(NamedTuple):
    """Neighbours on a line in one font: runs, or the cells of shaped runs from left to right."""

    runs: tuple[Run, ...]
    start: int
    x: float
    cells: tuple[Cell, ...] = ()


def pieces(runs: Sequence[Run], setting: Setting) -> tuple[Piece, ...]:
    """Return the pieces of a line in the order of its text; the line begins at zero."""
    order = visual_order([run.level for run in runs])
    starts = _starts(runs)
    parts: list[_Part] = []
    x = -_hanging([runs[place] for place in order], setting)
    for place in order:
        run = runs[place]
        part = _part(run, starts[place], x)
        x += setting.width(run)
        if part.cells and parts and parts[-1].cells and parts[-1].runs[-1].face is run.face:
            before = parts.pop()
            start = min(before.start, part.start)
            part = _Part((*before.runs, run), start, before.x, _appended(before, part, setting))
        parts.append(part)
    return tuple(_Writer(setting.size, leftward=_reads_leftward(runs)).pieces(parts))


def _starts(runs: Iterable[Run]) -> list[int]:
    starts = [0]
    for run in runs:
        starts.append(starts[-1] + len(run.text))
    return starts


def _hanging(seen: Sequence[Run], setting: Setting) -> float:
    """Return the width of spaces that end a line on its left, where they are not seen."""
    width = 0.0
    for run in seen:
        bare = run.text.rstrip(" ")
        if run.level % 2 == 0 or bare == run.text:
            break
        width += setting.width(run._replace(text=run.text[len(bare) :]))
        if bare:
            break
    return width


def _part(run: Run, start: int, x: float) -> _Part:
    if run.face.shaper is None:
        text = run.text
        if run.level % 2:
            text = "".join(MIRRORS.get(sign, sign) for sign in reversed(text))
        return _Part((run._replace(text=text),), start, x)
    shaped = run.face.shaper.text(run.text, leftward=bool(run.level % 2))
    return _Part(
        (run,), start, x, tuple(cell._replace(place=cell.place + start) for cell in shaped.cells)
    )


def _appended(before: _Part, after: _Part, setting: Setting) -> tuple[Cell, ...]:
    shift = (after.x - before.x) * 1000 / setting.size
    return (*before.cells, *(cell._replace(x=cell.x + shift) for cell in after.cells))


def _reads_leftward(runs: Iterable[Run]) -> bool:
    """Tell whether PDFium takes the line for one that runs to the left: most words decide."""
    kinds = [kind for kind, _ in groupby("".join(run.text for run in runs), _class)]
    return kinds.count(_RIGHT) > kinds.count(_LEFT)


def _class(character: str) -> str:
    return _CLASSES.get(bidirectional(character), _NEUTRAL)


class _Writer:
    """Puts the glyphs of a line in order, as one who knows how it will be read."""

    def __init__(self, size: float, *, leftward: bool) -> None:
        """Begin a line that PDFium takes for one that runs to the left or to the right."""
        self._size = size
        self._leftward = leftward
        self._side = _RIGHT if leftward else _LEFT

    def pieces(self, parts: Sequence[_Part]) -> list[Piece]:
        """Return the pieces in the order of the text; the parts stand from left to right."""
        reading = parts[::-1] if self._leftward else parts
        found = [(part.start, tuple(self._pieces(part))) for part in reading]
        return [piece for _, group in sorted(found, key=itemgetter(0)) for piece in group]

    def _pieces(self, part: _Part) -> Iterator[Piece]:
        run = part.runs[0]
        if part.cells:
            for cells in self._stretches(part.cells):
                yield self._glyphs(run.face, cells, part.x)
            return
        for character in run.text:
            self._pass(_class(character))
        yield Piece(face=run.face, x=part.x, text=run.text, boxes=not run.shown, spaced=run.simple)

    def _pass(self, kind: str) -> None:
        if kind in {_LEFT, _RIGHT}:
            self._side = kind

    def _stretches(self, cells: Iterable[Cell]) -> Iterator[list[Cell]]:
        """Yield cells in the order in which they are written.

        In a line to the left, digits with a sign behind them are written by themselves: they have
        to go back, which other programs take for the beginning of something else.
        """
        groups = groupby(sorted(cells), lambda cell: _class(cell.character))
        written = [self._written(kind, list(group)) for kind, group in groups]
        if not self._leftward:
            yield [cell for group in written for cell in group]
            return
        for alone, groups_alike in groupby(written, _goes_back):
            stretch = list(groups_alike)
            if alone:
                yield from stretch
            else:
                yield [cell for group in reversed(stretch) for cell in group]

    def _written(self, kind: str, cells: list[Cell]) -> list[Cell]:
        """Return cells of one kind in the order in which they are written."""
        self._pass(kind)
        if kind == _RIGHT or (kind == _NEUTRAL and self._side == _RIGHT):
            return [
                cell._replace(character=MIRRORS.get(cell.character, cell.character))
                for cell in reversed(cells)
            ]
        return cells

    def _glyphs(self, face: Face, cells: Sequence[Cell], x: float) -> Piece:
        shaper, first = face.shaper, cells[0].x
        strokes = tuple(
            Stroke(shaper.code(cell.glyph, cell.character), cell.x - first, cell.width)
            for cell in cells
            if shaper is not None
        )
        return Piece(face=face, x=x + first * self._size / 1000, glyphs=strokes)


def _goes_back(cells: Sequence[Cell]) -> bool:
    """Tell whether digits and signs are written in another order than they stand; marks stay."""
    backward = any(after.x < before.x for before, after in pairwise(cells))
    return backward and not any(combining(cell.character) for cell in cells)
