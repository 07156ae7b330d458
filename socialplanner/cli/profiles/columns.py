"""A table on the terminal: columns as wide as what they hold, and no line wider than the screen."""

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence

from socialplanner import COMMAND_NAME
from socialplanner.cli import streams
from socialplanner.messages import visible

LONGEST_CELL = 40
LEAST_WIDTH = 7
GAP = "  "
CUT = "…"
_MARKS = frozenset({"Mn", "Me"})
_JAMO = range(0x1160, 0x1200)
"""Vowels and endings of Hangul: they stand in the square of the letter before."""


def table(
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    most: int | None = None,
    whole: Collection[str] = (),
) -> str:
    """Return rows under their heads; every cell is one line of printable characters.

    Where the screen has only `most` columns, the widest columns of the table are cut until a line
    fits, but for those whose heads are in `whole`.
    """
    cells = [tuple(heads), *(tuple(map(visible, row)) for row in rows)]
    widths = [min(LONGEST_CELL, max(map(width, column))) for column in zip(*cells, strict=True)]
    _narrow(widths, most, [head not in whole for head in heads])
    lines = (GAP.join(map(_padded, line, widths)).rstrip() for line in cells)
    return "".join(f"{line}\n" for line in lines)


def width(text: str) -> int:
    """Return how many columns a text takes: wide signs take two, marks on others none."""
    return sum(map(_sign_width, text))


def prose(text: str) -> str:
    """Return lines wrapped for the screen; one with a command stays whole, to be copied."""
    most = streams.screen_width()
    return "".join(
        f"{piece}\n"
        for line in text.splitlines()
        for piece in wrapped(line, None if COMMAND_NAME in line else most)
    )


def wrapped(line: str, most: int | None) -> Iterator[str]:
    """Yield a line in pieces no longer than the screen is wide, each below where its text began."""
    if most is None or width(line) <= most:
        yield line
        return
    import re  # noqa: PLC0415 - only for long lines
    import textwrap  # noqa: PLC0415

    head = re.match(r"\s*(?:\S+\s{2,})?", line)
    below = " " * (len(head[0]) if head else 0)
    yield from textwrap.wrap(
        line, most, subsequent_indent=below, break_long_words=False, break_on_hyphens=False
    )


def _narrow(widths: list[int], most: int | None, may_be_cut: Sequence[bool]) -> None:
    """Make columns narrower until they fit into a line, unless there is no room at all."""
    while most is not None and sum(widths) + len(GAP) * (len(widths) - 1) > most:
        widest = max(range(len(widths)), key=lambda place: widths[place] * may_be_cut[place])
        if widths[widest] <= LEAST_WIDTH:
            return
        widths[widest] -= 1


def _padded(text: str, most: int) -> str:
    shown = _cut(text, most)
    return shown + " " * (most - width(shown))


def _cut(text: str, most: int) -> str:
    """Return as much of a text as fits; marks stay on the letter that carries them."""
    if width(text) <= most:
        return text
    kept, room = "", most - 1
    for sign in text:
        room -= _sign_width(sign)
        if room < 0:
            break
        kept += sign
    return f"{kept}{CUT}"


def _sign_width(sign: str) -> int:
    if unicodedata.category(sign) in _MARKS or ord(sign) in _JAMO:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
