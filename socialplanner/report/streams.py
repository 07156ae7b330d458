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
from typing import NamedTuple
from unicodedata import combining

from socialplanner.report.bidi import MIRRORS, visual_order
from socialplanner.report.fonts import Face
from socialplanner.report.lines import Run, Setting
from socialplanner.report.reader import LEFT, NEUTRAL, RIGHT, kind_of, reads_leftward
from socialplanner.report.shaping import Cell


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
    """A run, or the cells of neighbours on a line in one font, from left to right."""

    run: Run
    face: Face
    start: int
    x: float
    cells: tuple[Cell, ...] = ()


def pieces(runs: Sequence[Run], setting: Setting) -> tuple[Piece, ...]:
    """Return the pieces of a line in the order of its text; the line begins at zero."""
    order = visual_order([run.level for run in runs])
    starts = _starts(runs)
    line = _Line(setting, reads_leftward("".join(run.text for run in runs)), _host(runs))
    parts: list[_Part] = []
    x = -_hanging([runs[place] for place in order], setting)
    for place in order:
        run = runs[place]
        part = line.part(run, starts[place], x)
        x += setting.width(run)
        if part.cells and parts and parts[-1].cells and parts[-1].face is part.face:
            before = parts.pop()
            start = min(before.start, part.start)
            part = before._replace(start=start, cells=_appended(before, part, setting))
        parts.append(part)
    return tuple(_Writer(line).pieces(parts))


def _host(runs: Sequence[Run]) -> Face | None:
    """Return the font in which a whole line is written that PDFium would read in another order.

    It sorts what is in different fonts by place, and so cannot be told otherwise: neither that a
    line begins at the other end, nor that a number belongs to the Latin word before it.
    """
    words = [run for run in runs if run.text.strip()]
    hosts = {run.face for run in words if run.face.shaper}
    leftward = reads_leftward("".join(run.text for run in runs))
    is_mistaken = leftward is not all(run.level for run in words)
    is_parted = leftward and any(
        one.level == other.level and not one.level % 2 for one, other in pairwise(runs)
    )
    if (is_mistaken or is_parted) and len(hosts) == 1 and all(run.shown for run in runs):
        return hosts.pop()
    return None


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


class _Line(NamedTuple):
    """What is known of a line: its setting, how PDFium takes it, and the font of all of it."""

    setting: Setting
    leftward: bool
    host: Face | None

    def part(self, run: Run, start: int, x: float) -> _Part:
        """Return a run as it is seen."""
        if run.face.shaper is not None:
            shaped = run.face.shaper.text(run.text, leftward=bool(run.level % 2))
            cells = (cell._replace(place=cell.place + start) for cell in shaped.cells)
            return _Part(run, run.face, start, x, tuple(cells))
        if self.host is None and run.level % 2:
            text = "".join(MIRRORS.get(sign, sign) for sign in reversed(run.text))
            return _Part(run._replace(text=text), run.face, start, x)
        if self.host or (self.leftward and run.level and len({*map(kind_of, run.text)}) > 1):
            return _Part(run, self.host or run.face, start, x, tuple(self._cells(run, start)))
        return _Part(run, run.face, start, x)

    def _cells(self, run: Run, start: int) -> Iterator[Cell]:
        """Yield the characters of words that do not join."""
        shaper = self.host.shaper if self.host else None
        space = self.setting.tracking * 1000 / self.setting.size if run.simple else 0.0
        places = range(len(run.text))
        x = 0.0
        for place in reversed(places) if run.level % 2 else places:
            character = run.text[place]
            seen = MIRRORS.get(character, character) if run.level % 2 else character
            width = run.face.width(seen, 1000)
            glyph = shaper.borrowed(run.face.loaded, seen) if shaper else 0
            yield Cell(place + start, character, glyph, x, width)
            x += width + space


def _appended(before: _Part, after: _Part, setting: Setting) -> tuple[Cell, ...]:
    shift = (after.x - before.x) * 1000 / setting.size
    return (*before.cells, *(cell._replace(x=cell.x + shift) for cell in after.cells))


class _Writer:
    """Puts the glyphs of a line in order, as one who knows how it will be read."""

    def __init__(self, line: _Line) -> None:
        """Begin a line."""
        self._size = line.setting.size
        self._leftward = line.leftward
        self._is_one = line.host is not None
        self._side = RIGHT if line.leftward else LEFT

    def pieces(self, parts: Sequence[_Part]) -> list[Piece]:
        """Return the pieces in the order of the text; the parts stand from left to right."""
        reading = parts[::-1] if self._leftward else parts
        found = [(part.start, tuple(self._pieces(part))) for part in reading]
        return [piece for _, group in sorted(found, key=itemgetter(0)) for piece in group]

    def _pieces(self, part: _Part) -> Iterator[Piece]:
        run = part.run
        if part.cells:
            for cells in self._stretches(part.cells):
                yield self._glyphs(part.face, cells, part.x)
            return
        for character in run.text:
            self._pass(kind_of(character))
        yield Piece(face=run.face, x=part.x, text=run.text, boxes=not run.shown, spaced=run.simple)

    def _pass(self, kind: str) -> None:
        if kind in {LEFT, RIGHT}:
            self._side = kind

    def _stretches(self, cells: Iterable[Cell]) -> Iterator[list[Cell]]:
        """Yield cells in the order in which they are written.

        In a line to the left, digits with a sign behind them are written by themselves: they have
        to go back, which other programs take for the beginning of something else.
        """
        groups = groupby(sorted(cells), lambda cell: kind_of(cell.character))
        written = [self._written(kind, list(group)) for kind, group in groups]
        if not self._leftward:
            yield [cell for group in written for cell in group]
            return
        for alone, groups_alike in groupby(written, self._stands_alone):
            stretch = list(groups_alike)
            if alone:
                yield from stretch
            else:
                yield [cell for group in reversed(stretch) for cell in group]

    def _stands_alone(self, cells: Sequence[Cell]) -> bool:
        return not self._is_one and _goes_back(cells)

    def _written(self, kind: str, cells: list[Cell]) -> list[Cell]:
        """Return cells of one kind in the order in which they are written."""
        self._pass(kind)
        if kind == RIGHT or (kind == NEUTRAL and self._side == RIGHT):
            return [
                cell._replace(character=MIRRORS.get(cell.character, cell.character))
                for cell in reversed(cells)
            ]
        return cells

    def _glyphs(self, face: Face, cells: Sequence[Cell], x: float) -> Piece:
        shaper, first = face.shaper, cells[0].x
        strokes = tuple(
            Stroke(
                shaper.code(cell.glyph, cell.character) if shaper else cell.character,
                cell.x - first,
                cell.width,
            )
            for cell in cells
        )
        return Piece(face=face, x=x + first * self._size / 1000, glyphs=strokes)


def _goes_back(cells: Sequence[Cell]) -> bool:
    """Tell whether digits and signs are written in another order than they stand; marks stay."""
    backward = any(after.x < before.x for before, after in pairwise(cells))
    return backward and not any(combining(cell.character) for cell in cells)
