"""What becomes of a person's characters: cleaned, and given to fonts that can show them."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final
from unicodedata import combining, normalize

from socialplanner.report.bidi import RIGHT_TO_LEFT, levels
from socialplanner.report.fonts import JOINERS, Face, Font, face
from socialplanner.report.lines import Run
from socialplanner.report.scripts import face_for

LONGEST: Final = 1_000_000
"""Characters in one text beyond which an ellipsis is shown."""

_LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # without a picture of their own
    "\u200b\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"  # directions, variants
    "\ud800-\udfff\U000e0000-\U000e0fff]"  # halves of characters, tags
)
_JOINED: Final = "\u0610-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc"
_JOINERS: Final = re.compile("[\u200c-\u200f\u061c]")
_IDLE_JOINERS: Final = re.compile(
    f"(?<![{_JOINED}])(?:\u200c|\u200d(?![{_JOINED}]))"  # they part or join letters that join
    "|[\u200e\u200f\u061c](?=[\u200e\u200f\u061c])"  # one mark of direction is enough
)
_KANA: Final = re.compile("[\u3041-\u30ff]")
_DIRECTIONS: Final = re.compile("[\u200e\u200f\u061c]")
_FALLBACKS: Final = {
    Font.SERIF: (Font.SANS,),
    Font.SERIF_SEMI: (Font.SANS_SEMI, Font.SANS),
}
_STRONG: Final = frozenset({Font.SANS_SEMI, Font.SANS_BOLD, Font.TAB_SEMI, Font.SERIF_SEMI})


def normalise(text: str) -> str:
    """Return the text composed, with plain line ends and without characters that show nothing.

    What joins or parts letters stays where letters join: Persian cannot be written without.
    """
    if text.isascii() and text.isprintable():
        composed = text
    else:
        composed = _UNSEEN.sub("", _LINE_ENDS.sub("\n", text)).expandtabs(4)
        if _JOINERS.search(composed):
            composed = _with_joiners_in_use(composed)
        composed = normalize("NFC", composed)
    return composed if len(composed) <= LONGEST else composed[:LONGEST] + "…"


def _with_joiners_in_use(text: str) -> str:
    if not RIGHT_TO_LEFT.search(text):
        text = _DIRECTIONS.sub("", text)
    return _IDLE_JOINERS.sub("", text)


def runs_of(text: str, font: Font) -> tuple[Run, ...]:
    """Return the text in as few fonts as can show it; what none can show becomes boxes."""
    return paragraph_of([(text, font)])


def paragraph_of(parts: Sequence[tuple[str, Font]]) -> tuple[Run, ...]:
    """Return one paragraph of several parts, each in its font; directions are of the whole."""
    runs: list[Run] = []
    for text, font in parts:
        first = face(font)
        if not first.shows(text):
            return _set_apart(parts)
        runs.append(Run(text, first))
    return tuple(runs)


def _set_apart(parts: Sequence[tuple[str, Font]]) -> tuple[Run, ...]:
    """Return a paragraph that takes more fonts than its own."""
    whole = "".join(text for text, _ in parts)
    found = levels(whole) if RIGHT_TO_LEFT.search(whole) else (0,) * len(whole)
    runs: list[Run] = []
    start = 0
    for text, font in parts:
        end = start + len(text)
        runs += _runs(text, found[start:end], font)
        start = end
    return tuple(runs)


def _runs(text: str, found: Sequence[int], font: Font) -> Iterator[Run]:
    """Yield runs of one font and one level each."""
    chosen = zip(_faces(text, found, font), found, text, strict=True)
    for (one, level), group in groupby(chosen, lambda entry: entry[:2]):
        shown = "".join(character for _, _, character in group)
        yield Run(shown, one or face(Font.SANS), one is not None, level)


def _faces(text: str, found: Sequence[int], font: Font) -> Iterator[Face | None]:
    """Yield a font for each character.

    Spaces, digits and signs are taken from the font of the letters that they stand among, so that
    a line of one script is in one font.
    """
    letters = [_of_leftward_letter(character, font) for character in text]
    near = next((one for one in letters if one), None)
    before = near
    japanese = bool(_KANA.search(text))
    for character, level, letter in zip(text, found, letters, strict=True):
        near = letter or near
        beside = near if level % 2 else before if level or _joins(character) else None
        if beside is None or ord(character) not in beside.characters:
            beside = _chosen(character, font, japanese=japanese)
        yield beside
        before = beside


def _of_leftward_letter(character: str, font: Font) -> Face | None:
    if RIGHT_TO_LEFT.match(character) and character.isalpha():
        return face_for(ord(character), strong=font in _STRONG)
    return None


def _joins(character: str) -> bool:
    return bool(combining(character)) or character in JOINERS


def _chosen(character: str, font: Font, *, japanese: bool) -> Face | None:
    code = ord(character)
    for one in (font, *_FALLBACKS.get(font, (Font.SANS,)), Font.SERIF):
        if code in face(one).characters:
            return face(one)
    return face_for(code, strong=font in _STRONG, japanese=japanese)


def missing(text: str) -> frozenset[str]:
    """Return the characters that no font can show."""
    runs = runs_of(normalise(text).replace("\n", " "), Font.SANS)
    return frozenset(character for run in runs if not run.shown for character in run.text)
