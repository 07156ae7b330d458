"""Words for files of office programs: cleaned, and cut where the direction of writing changes."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final
from unicodedata import bidirectional, normalize

from socialplanner.report.characters import LONGEST

_LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNWANTED: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # controls, which XML forbids or advises against
    "\u202a-\u202e\u2066-\u2069"  # what turns the direction of all that follows
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"  # halves of characters, and no characters at all
)
_TO_LEFT: Final = frozenset({"R", "AL"})


def clean(text: str) -> str:
    """Return the text composed, with plain line ends and without what XML cannot hold.

    Joiners and variants stay: the program that shows the file knows how to write them.
    """
    if text.isascii() and text.isprintable():
        composed = text
    else:
        composed = _UNWANTED.sub("", _LINE_ENDS.sub("\n", text)).expandtabs(4)
        composed = normalize("NFC", composed)
    return composed if len(composed) <= LONGEST else composed[:LONGEST] + "…"


def one_line(text: str) -> str:
    """Return the text cleaned and on one line."""
    return " ".join(clean(text).split())


def paragraphs_of(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text, cleaned: lines between blank ones, of one direction each."""
    lines = groupby(clean(text).split("\n"), lambda line: (bool(line.strip()), is_to_left(line)))
    return tuple("\n".join(group) for (is_said, _), group in lines if is_said) or ("",)


def without_orphan(text: str) -> str:
    """Return a headline whose last word never stands alone on a line."""
    words = text.rsplit(" ", 2)
    return f"{words[0]} {words[1]}\u00a0{words[2]}" if len(words) > 2 else text  # noqa: PLR2004


def is_to_left(text: str) -> bool:
    """Return whether a text is written from right to left: its first letter decides."""
    return next((kind in _TO_LEFT for kind in _strong(text)), False)


def _strong(text: str) -> Iterator[str]:
    kinds = map(bidirectional, text)
    return (kind for kind in kinds if kind == "L" or kind in _TO_LEFT)


def pieces(text: str) -> tuple[tuple[str, bool], ...]:
    """Return the text in pieces of one direction each, and whether that is from right to left.

    What has no direction of its own goes with what stands on both sides of it; where these differ,
    with the whole.
    """
    if text.isascii():
        return ((text, False),) if text else ()
    found = zip(text, _directions(text), strict=True)
    return tuple(
        ("".join(letter for letter, _ in group), to_left)
        for to_left, group in groupby(found, lambda each: each[1])
    )


def _directions(text: str) -> list[bool]:
    """Return of each character whether it is written from right to left."""
    whole = is_to_left(text)
    said = [_direction(character) for character in text]
    before = [whole if one is None else one for one in _carried(said)]
    after = [whole if one is None else one for one in reversed(_carried(said[::-1]))]
    return [left if left == right else whole for left, right in zip(before, after, strict=True)]


def _direction(character: str) -> bool | None:
    kind = bidirectional(character)
    return kind in _TO_LEFT if kind == "L" or kind in _TO_LEFT else None


def _carried(said: list[bool | None]) -> list[bool | None]:
    """Return of each place the last direction said up to it."""
    carried: list[bool | None] = []
    last: bool | None = None
    for one in said:
        last = last if one is None else one
        carried.append(last)
    return carried
