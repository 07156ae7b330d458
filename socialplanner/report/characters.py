"""What becomes of a person's characters: cleaned, and given to fonts that can show them."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final
from unicodedata import normalize

from socialplanner.report.fonts import Face, Font, face
from socialplanner.report.lines import Run

LONGEST: Final = 1_000_000
"""Characters in one text beyond which an ellipsis is shown."""

_LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # without a picture of their own
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"  # joiners, directions, variants
    "\ud800-\udfff\U000e0000-\U000e0fff]"  # halves of characters, tags
)
_FALLBACKS: Final = {
    Font.SERIF: (Font.SANS,),
    Font.SERIF_SEMI: (Font.SANS_SEMI, Font.SANS),
}


def normalise(text: str) -> str:
    """Return the text composed, with plain line ends and without characters that show nothing."""
    if text.isascii() and text.isprintable():
        composed = text
    else:
        composed = _UNSEEN.sub("", _LINE_ENDS.sub("\n", text)).expandtabs(4)
        composed = normalize("NFC", composed)
    return composed if len(composed) <= LONGEST else composed[:LONGEST] + "…"


def runs_of(text: str, font: Font) -> tuple[Run, ...]:
    """Return the text in as few fonts as can show it; what none can show becomes boxes."""
    first = face(font)
    if first.shows(text):
        return (Run(text, first),)
    others = [face(other) for other in (*_FALLBACKS.get(font, (Font.SANS,)), Font.SERIF)]
    chosen = groupby(text, lambda character: _chosen(ord(character), (first, *others)))
    return tuple(
        Run("".join(characters), found or others[0], found is not None)
        for found, characters in chosen
    )


def _chosen(character: int, faces: Sequence[Face]) -> Face | None:
    return next((one for one in faces if character in one.characters), None)


def missing(text: str) -> frozenset[str]:
    """Return the characters that no font can show."""
    runs = runs_of(normalise(text).replace("\n", " "), Font.SANS)
    return frozenset(character for run in runs if not run.shown for character in run.text)
