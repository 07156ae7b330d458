"""Letters that join, and marks that sit on them: HarfBuzz, with the tables of the font itself.

Each character keeps a glyph of its own, so that copied text has every one of them. A glyph is
written by a code in a private area, which stands for one glyph and one character.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import count, groupby
from typing import Any, Final, NamedTuple, Protocol
from unicodedata import combining

from socialplanner.report.bidi import RIGHT_TO_LEFT
from socialplanner.report.glyphs import Loaded, Part, add_glyph
from socialplanner.report.harfbuzz import font_of_data, harfbuzz
from socialplanner.report.outlines import OutlinePen, add_outline

_FIRST: Final = 0xF0000
_LONGEST_KEPT: Final = 40
_IGNORED: Final = frozenset("\u200c\u200d\u200e\u200f\u061c")
_WORDS: Final = re.compile(" |[^ ]+")


class LoadedFont(Protocol):
    """What is used of a font loaded by ReportLab."""

    face: Any


class Cell(NamedTuple):
    """A character, its glyph, where that begins on its line, and how wide it is: in thousandths.

    `place` is the place of the character in its run.
    """

    place: int
    character: str
    glyph: int
    x: float
    width: float


class Shaped(NamedTuple):
    """The cells of a text from left to right, and its width, in thousandths of the size."""

    cells: tuple[Cell, ...]
    width: float


class _Glyph(NamedTuple):
    number: int
    cluster: int
    x: int
    y: int
    advance: int


class Shaper:
    """Shapes words in one font; what was shaped once is kept."""

    def __init__(self, loaded: LoadedFont, font: Any = None) -> None:  # noqa: ANN401 - HarfBuzz's
        """Take a font that ReportLab has loaded; HarfBuzz may know more of it."""
        self._face: Any = loaded.face
        self.said: dict[int, str] = {}
        self._borrowed: dict[bytes, dict[str, int]] = {}
        self._codes: dict[tuple[int, str], int] = {}
        self._free = count(_FIRST)
        self._font = font or font_of_data(self._face._ttf_data)  # noqa: SLF001 - the file is there
        self._em: int = self._font.face.upem
        self._advance = lru_cache(maxsize=8192)(self._advance_of)
        self._known_word = lru_cache(maxsize=4096)(self._word)
        self._made = cache(self._make)

    def text(self, text: str, *, leftward: bool) -> Shaped:
        """Return a text of one direction, with each word shaped by itself."""
        cells: list[Cell] = []
        width = 0.0
        words = [(match.start(), match.group()) for match in _WORDS.finditer(text)]
        for start, word in reversed(words) if leftward else words:
            shaped = self._shaped(word, leftward=leftward)
            cells += (
                cell._replace(place=cell.place + start, x=cell.x + width) for cell in shaped.cells
            )
            width += shaped.width
        return Shaped(tuple(cells), width)

    def width(self, text: str) -> float:
        """Return the width of a text of one direction in thousandths of the size."""
        leftward = bool(RIGHT_TO_LEFT.search(text))
        advance = sum(self._advance(word, leftward) for word in _WORDS.findall(text))
        return advance * 1000 / self._em

    def _shaped(self, word: str, *, leftward: bool) -> Shaped:
        """Return a word shaped; what is too long to be one is not kept."""
        if len(word) > _LONGEST_KEPT:
            return self._word(word, leftward)
        return self._known_word(word, leftward)

    def code(self, glyph: int, said: str) -> str:
        """Return the code under which a glyph is written that stands for a character."""
        known = self._codes.get((glyph, said))
        if known is None:
            known = self._codes[glyph, said] = next(self._free)
            self.said[known] = said
            self._face.charToGlyph[known] = glyph
            self._face.charWidths[known] = self._own_width(glyph)
        return chr(known)

    def borrowed(self, loaded: LoadedFont, character: str) -> int:
        """Return the number of a glyph that another font has, drawn into this one."""
        glyphs = self._borrowed.setdefault(loaded.face.name, {})
        if character not in glyphs:
            font = _other(loaded.face._ttf_data)  # noqa: SLF001 - ReportLab keeps the file here
            glyph = font.get_nominal_glyph(ord(character)) or 0
            scale = self._face.unitsPerEm / font.face.upem
            glyphs[character] = self._draw(font, glyph, scale)
        return glyphs[character]

    def _draw(self, font: Any, glyph: int, scale: float) -> int:  # noqa: ANN401 - HarfBuzz's
        pen = OutlinePen(scale)
        font.draw_glyph_with_pen(glyph, pen)
        width = round(font.get_glyph_h_advance(glyph) * scale)
        return add_outline(self._face, pen.contours, width)

    def _own_width(self, glyph: int) -> float:
        return float(self._face._pdfScale(self._face.hmetrics[glyph][0]))  # noqa: SLF001 - ReportLab's

    def _make(self, parts: tuple[Part, ...], width: int) -> int:
        loaded: Loaded = self._face
        return add_glyph(loaded, parts, width if parts else 0)

    def _word(self, word: str, leftward: bool) -> Shaped:  # noqa: FBT001 - the cache's key
        glyphs = self._glyphs(word, leftward=leftward)
        starts = sorted({glyph.cluster for glyph in glyphs})
        ends = dict(zip(starts, [*starts[1:], len(word)], strict=True))
        cells: list[Cell] = []
        pen = 0
        for start, group in groupby(glyphs, lambda glyph: glyph.cluster):
            cluster = tuple(group)
            places = range(start, ends[start])
            order = places[::-1] if leftward else places
            cells += self._cells([(place, word[place]) for place in order], cluster, pen)
            pen += sum(glyph.advance for glyph in cluster)
        return Shaped(tuple(cells), pen * 1000 / self._em)

    def _advance_of(self, word: str, leftward: bool) -> int:  # noqa: FBT001 - the cache's key
        places = self._buffer(word, leftward=leftward).glyph_positions
        return sum(place.x_advance for place in places)

    def _glyphs(self, word: str, *, leftward: bool) -> Sequence[_Glyph]:
        buffer = self._buffer(word, leftward=leftward)
        return [
            _Glyph(info.codepoint, info.cluster, place.x_offset, place.y_offset, place.x_advance)
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]

    def _buffer(self, word: str, *, leftward: bool) -> Any:  # noqa: ANN401 - HarfBuzz's
        library = harfbuzz()
        buffer = library.Buffer()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if leftward else "ltr"
        buffer.cluster_level = library.BufferClusterLevel.MONOTONE_CHARACTERS
        library.shape(self._font, buffer)
        return buffer

    def _cells(
        self, characters: Sequence[tuple[int, str]], glyphs: Sequence[_Glyph], pen: int
    ) -> Iterator[Cell]:
        """Yield one cell for each character of a cluster, from left to right.

        Where characters have no glyphs of their own, the letter on the left shows what all look
        like together, and the others are empty places beside it.
        """
        parts: list[tuple[tuple[_Glyph, ...], int]]
        if len(glyphs) == len(characters):
            parts = [((glyph,), glyph.advance) for glyph in glyphs]
        else:
            whole = (tuple(glyphs), sum(glyph.advance for glyph in glyphs))
            parts = [((), 0)] * len(characters)
            shown = (index for index, (_, said) in enumerate(characters) if not combining(said))
            parts[next(shown, 0)] = whole
        for number, ((place, said), (made_of, advance)) in enumerate(
            zip(characters, parts, strict=True)
        ):
            glyph = self._looking_like(() if said in _IGNORED else made_of, advance, number)
            yield Cell(place, said, glyph, pen * 1000 / self._em, self._own_width(glyph))
            pen += advance

    def _looking_like(self, glyphs: Sequence[_Glyph], advance: int, number: int) -> int:
        """Return one glyph that looks as several; one that needs no change stays itself.

        Empty glyphs have numbers, because the same code twice in one place is read once.
        """
        if not glyphs:
            return self._made((), number)
        if len(glyphs) == 1 and not (glyphs[0].x or glyphs[0].y):
            return self._embedded(glyphs[0].number)
        parts: list[Part] = []
        pen = 0
        for glyph in glyphs:
            x, y = self._measured(pen + glyph.x), self._measured(glyph.y)
            parts.append(Part(self._embedded(glyph.number), x, y))
            pen += glyph.advance
        return self._made(tuple(parts), self._measured(advance))

    def _embedded(self, glyph: int) -> int:
        """Return the number of a glyph in the font that is embedded."""
        return glyph

    def _measured(self, length: int) -> int:
        """Return a length in the units of the font that is embedded."""
        return length


class DrawnShaper(Shaper):
    """Shapes with a font that is not embedded: its glyphs are drawn into one that is."""

    def __init__(self, loaded: LoadedFont, font: Any) -> None:  # noqa: ANN401 - HarfBuzz's
        """Take an empty font that ReportLab has loaded, and one that HarfBuzz can draw."""
        super().__init__(loaded, font)
        self._scale: float = self._face.unitsPerEm / self._em
        self._drawn: dict[int, int] = {}

    def _embedded(self, glyph: int) -> int:
        if glyph not in self._drawn:
            self._drawn[glyph] = self._draw(self._font, glyph, self._scale)
        return self._drawn[glyph]

    def _measured(self, length: int) -> int:
        return round(length * self._scale)


@lru_cache(maxsize=16)
def _other(data: bytes) -> Any:  # noqa: ANN401 - HarfBuzz's
    return font_of_data(data)
