"""What a cell, a header and a property can hold of a person's text."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final
from unicodedata import bidirectional

MOST: Final = 32_767
"""The most UTF-16 units in one cell."""

CUT: Final = " … [cut here: a cell holds no more]"
MOST_IN_HEADER: Final = 110
"""UTF-16 units of one text in a head or foot, which holds two of them and no more than 255."""

TAB: Final = 4
UNWRITABLE: Final = "\ufffd"
"""Stands for a character that a workbook cannot hold, so that none is lost unseen."""

_LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_DIRECTIONS: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CODE: Final = re.compile("_x[0-9a-fA-F]{4}(?=_)")
_FORMULA_STARTS: Final = ("=", "+", "-", "@")
_RICH: Final = ("<r>", "</r>")


def cell_text(text: str) -> str:
    """Return a text as a cell holds it.

    Line ends become plain ones and tabs spaces; a control character, a half of a character or one
    that XML has no room for becomes a box; marks that turn the direction of what follows go. What
    is too long is cut, and says so.
    """
    lines = _LINE_ENDS.sub("\n", text)
    return cut(_DIRECTIONS.sub("", _CONTROLS.sub(UNWRITABLE, lines)).expandtabs(TAB))


def cut(text: str) -> str:
    """Return a text that fits into a cell; one that was too long ends with words that say so."""
    if _units(text) <= MOST:
        return text
    kept = text.encode("utf-16-le")[: 2 * (MOST - _units(CUT))]
    return kept.decode("utf-16-le", "ignore") + CUT


def one_line(text: str) -> str:
    """Return a text in one line, for a header, a property or a chart."""
    return " ".join(cell_text(text).split())


def header_text(text: str) -> str:
    """Return a text for the head or foot of a page, where ``&`` begins a command."""
    shown = [each.replace("&", "&&") for each in one_line(text[: 4 * MOST_IN_HEADER])]
    if _units("".join(shown)) <= MOST_IN_HEADER:
        return "".join(shown)
    while _units("".join(shown)) >= MOST_IN_HEADER:
        shown.pop()
    return "".join(shown) + "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """What a cell has to know of its text to treat it well.

    A text that looks like a formula would become one once a person edits its cell.
    """

    looks_like_formula: bool = False
    is_right_to_left: bool = False


PLAIN_TEXT: Final = Sort()


def sort_of(text: str) -> Sort:
    """Return of which sort a text is; its first letter decides where it begins."""
    strong = (bidirectional(each) for each in text)
    first = next((each for each in strong if each in ("L", "R", "AL")), "L")
    return Sort(looks_like_formula=text.startswith(_FORMULA_STARTS), is_right_to_left=first != "L")


def pieces(text: str) -> tuple[str, ...]:
    """Return a text in the pieces it has to be written in so that it is read back as it is.

    A workbook writes ``_x0041_`` for “A”. XlsxWriter escapes a text that looks so where it stands
    alone, not where one begins inside another: each is then broken in two. It takes ``<r>…</r>``
    for markup of its own, unless that is broken too.
    """
    starts = [match.start() for match in _CODE.finditer(text)]
    is_nested = any(_CODE.match(text, start + len("_x0041")) for start in starts)
    breaks = [start + len("_x") for start in starts] if is_nested else []
    if text.startswith(_RICH[0]) and text.endswith(_RICH[1]):
        breaks = [len("<"), *(start + len("_x") for start in starts)]
    edges = [0, *breaks, len(text)]
    return tuple(text[one:other] for one, other in pairwise(edges))


def _units(text: str) -> int:
    return len(text) + sum(each > "\uffff" for each in text)
