"""Which font shows a character that the fonts of the plan itself lack."""

from functools import lru_cache
from typing import Final, NamedTuple

from socialplanner.report.fonts import JOINERS, Face, Font, face
from socialplanner.report.installed import installed_face


class _Shipped(NamedTuple):
    plain: Font
    strong: Font


_ARABIC: Final = _Shipped(Font.ARABIC, Font.ARABIC_SEMI)
_HEBREW: Final = _Shipped(Font.HEBREW, Font.HEBREW_SEMI)
_EMOJI: Final = _Shipped(Font.EMOJI, Font.EMOJI)
_SHIPPED: Final = (
    (range(0x0590, 0x0600), _HEBREW),
    (range(0x0600, 0x0900), _ARABIC),
    (range(0x2300, 0x2C00), _EMOJI),
    (range(0xFB1D, 0xFB50), _HEBREW),
    (range(0xFB50, 0xFF00), _ARABIC),
    (range(0x1F000, 0x20000), _EMOJI),
)
_JOINERS: Final = frozenset(map(ord, JOINERS))


@lru_cache(maxsize=4096)
def face_for(code: int, *, strong: bool, japanese: bool = False) -> Face | None:
    """Return a font that shows a character: one of ours, else one of the system, else none."""
    if code in _JOINERS:
        return face(_ARABIC.strong if strong else _ARABIC.plain)
    for codes, fonts in _SHIPPED:
        if code in codes:
            found = face(fonts.strong if strong else fonts.plain)
            if code in found.characters:
                return found
    return installed_face(code, strong=strong, japanese=japanese)
