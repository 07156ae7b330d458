"""Prepare ReportLab once: our fonts everywhere, nothing that runs text, the same bytes each time.

Only this module and `pen` import ReportLab, and nothing of its parser, its flowables or its
charts is ever loaded.
"""

import logging
from dataclasses import dataclass
from enum import StrEnum, unique
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, pdfmetrics, ttfonts

from socialplanner.paths import fonts_dir
from socialplanner.report.harfbuzz import font_of_file, may_be_embedded
from socialplanner.report.shaping import DrawnShaper, Shaper

_LOG: Final = logging.getLogger(__name__)
_BOX: Final = 0x25A1
_PRIVATE: Final = 0xF0000
JOINERS: Final = frozenset("\u200c\u200d\u200e\u200f\u061c")
"""Characters without a picture that part, join or turn the letters beside them."""


@unique
class Font(StrEnum):
    """The fonts shipped with the program, by the name of their file."""

    SANS = "Inter-Regular"
    SANS_SEMI = "Inter-SemiBold"
    SANS_BOLD = "Inter-Bold"
    SANS_ITALIC = "Inter-Italic"
    TAB = "InterTab-Regular"
    TAB_SEMI = "InterTab-SemiBold"
    SERIF = "PlanSerif-Regular"
    SERIF_SEMI = "PlanSerif-SemiBold"
    ARABIC = "Vazirmatn-Regular"
    ARABIC_SEMI = "Vazirmatn-SemiBold"
    HEBREW = "NotoSansHebrew-Regular"
    HEBREW_SEMI = "NotoSansHebrew-SemiBold"
    EMOJI = "NotoEmoji-Regular"


_EMPTY: Final = Font.HEBREW
"""The smallest font: a frame for glyphs that are drawn."""

_JOINING: Final = (Font.ARABIC, Font.ARABIC_SEMI, Font.HEBREW, Font.HEBREW_SEMI)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Face:
    """What layout has to know of a font: its widths and which characters it can show.

    A font whose letters join, or carry marks, has a shaper.
    """

    name: str
    characters: frozenset[int]
    loaded: ttfonts.TTFont
    shaper: Shaper | None = None

    def width(self, text: str, size: float) -> float:
        """Return the width of a text in this font."""
        if self.shaper is None:
            return float(self.loaded.stringWidth(text, size))
        return self.shaper.width(text) * size / 1000

    def shows(self, text: str) -> bool:
        """Tell whether every character has a glyph of its own."""
        return self.characters.issuperset(map(ord, text))


class _EveryCharacter(dict[int, int]):
    """Glyph numbers that answer with a box for a character the font lacks.

    So a missing character keeps its own code in the file: it is seen as a box, and copied or
    searched as what it was.
    """

    def __contains__(self, key: object) -> bool:
        return True

    def __missing__(self, key: int) -> int:
        return self.get(_BOX, 0)


class _Font(ttfonts.TTFont):
    """A font that looks up a whole text at once where all its codes are known already."""

    def splitString(  # noqa: N802 - ReportLab's name
        self, text: str, doc: object, encoding: str = "utf-8"
    ) -> list[tuple[int, bytes]]:
        """Return the parts of a text by subset, as ReportLab writes them."""
        try:
            codes = self.state[doc].assignments  # type: ignore[attr-defined]
            return [(0, bytes(map(codes.__getitem__, map(ord, text))))] if text else []
        except (KeyError, ValueError):
            parts: list[tuple[int, bytes]] = super().splitString(text, doc, encoding)
            return parts


@cache
def prepare() -> None:
    """Configure ReportLab; later calls do nothing."""
    rl_config.useA85 = 0
    rl_config.shapeChecking = 0
    rl_config.trustedHosts = None
    rl_config.toColorCanUse = None  # type: ignore[assignment]
    if find_spec("_rl_accel") is None:
        _LOG.warning("ReportLab's accelerator is missing: install reportlab[accel] for speed.")
    _patch_streams()
    rl_config.canvas_basefontname = face(Font.SANS).name


@cache
def face(font: Font) -> Face:
    """Return a font, loaded and registered at its first use."""
    loaded = _Font(
        font.value, str(fonts_dir() / f"{font.value}.ttf"), asciiReadable=0, shapable=False
    )
    shape = loaded.face
    shape.hmetrics = _widths(shape)
    glyphs: dict[int, int] = shape.charToGlyph
    shape.charToGlyph = _EveryCharacter(glyphs)
    shape.defaultWidth = shape.charWidths.get(_BOX, shape.defaultWidth)
    pdfmetrics.registerFont(loaded)
    characters = frozenset(glyphs)
    if font not in _JOINING:
        return Face(name=font.value, characters=characters, loaded=loaded)
    shaper = Shaper(loaded)
    _SAID[font.value] = shaper.said
    characters |= frozenset(map(ord, JOINERS))
    return Face(name=font.value, characters=characters, loaded=loaded, shaper=shaper)


def drawn_face(name: str, path: Path, member: int) -> Face | None:
    """Return a font that takes its glyphs from a file, if that may be embedded in part."""
    font = font_of_file(path, member)
    if not may_be_embedded(font):
        _LOG.info("The maker of %s does not let it be embedded.", path.name)
        return None
    loaded = _Font(name, str(fonts_dir() / f"{_EMPTY}.ttf"), asciiReadable=0, shapable=False)
    shape = loaded.face
    shape.name = name.encode("ascii")
    shape.charToGlyph = {}
    del shape.table["name"], shape.table["OS/2"]
    pdfmetrics.registerFont(loaded)
    shaper = DrawnShaper(loaded, font)
    _SAID[name] = shaper.said
    characters = frozenset(code for code in font.face.unicodes if code < _PRIVATE)
    return Face(
        name=name, characters=characters | set(map(ord, JOINERS)), loaded=loaded, shaper=shaper
    )


def _widths(shape: ttfonts.TTFontFace) -> list[tuple[int, int]]:
    """Return widths and left sides of all glyphs in the font's own unit.

    A width that many glyphs share stands in the font once; ReportLab repeats it in thousandths,
    and the font in the file would then contradict the file.
    """
    said: list[tuple[int, int]] = shape.hmetrics
    full = int.from_bytes(shape.get_table("hhea")[34:36], "big")  # type: ignore[no-untyped-call]
    return [*said[:full], *((said[full - 1][0], side) for _, side in said[full:])]


def _patch_streams() -> None:
    """Mend two details of what ReportLab writes.

    A line ends before ``endstream``, as PDF/A asks; and the table that gives copied text its
    characters back knows those beyond U+FFFF and keeps to a hundred entries a block.
    """
    written = pdfdoc.PDFStream.format

    def with_line_end(stream: pdfdoc.PDFStream, document: pdfdoc.PDFDocument) -> bytes:
        text: bytes = written(stream, document)
        return text.removesuffix(b"endstream\n") + b"\nendstream\n"

    pdfdoc.PDFStream.format = with_line_end  # type: ignore[assignment,method-assign]
    ttfonts.makeToUnicodeCMap = to_unicode


def to_unicode(fontname: str, subset: list[int]) -> str:
    """Return the character map of a font subset: for each code the text it stands for."""
    said = _SAID.get(fontname.split("+")[1], {})
    pairs = [
        f"<{code:02X}> <{_utf16(said.get(point) or chr(point))}>"
        for code, point in enumerate(subset)
        if point
    ]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    framed = [(f"{len(block)} beginbfchar", *block, "endbfchar") for block in blocks]
    lines = [line for block in framed for line in block]
    return "\n".join((*_CMAP_HEAD, f"/CMapName /{fontname} def", *_CMAP_RANGE, *lines, *_CMAP_END))


def _utf16(text: str) -> str:
    return text.encode("utf-16-be", "surrogatepass").hex().upper()


_SAID: Final[dict[str, dict[int, str]]] = {}
"""What the codes of fonts with a shaper stand for, by the name within the font."""


_CMAP_HEAD: Final = (
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapType 2 def",
)
_CMAP_RANGE: Final = ("1 begincodespacerange", "<00> <FF>", "endcodespacerange")
_CMAP_END: Final = (
    "endcmap",
    "CMapName currentdict /CMap defineresource pop",
    "end",
    "end",
)
