"""A table on the terminal: columns as wide as what they hold, long texts cut."""

import unicodedata
from collections.abc import Iterable, Sequence

from socialplanner.messages import visible

LONGEST_CELL = 40
GAP = "  "


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return rows under their heads; every cell is one line of printable characters."""
    cells = [tuple(heads), *(tuple(_cut(visible(cell)) for cell in row) for row in rows)]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    lines = (GAP.join(map(_padded, line, widths)).rstrip() for line in cells)
    return "".join(f"{line}\n" for line in lines)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else f"{text[: LONGEST_CELL - 1]}…"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    """Return how many columns a text takes: wide signs take two, combining ones none."""
    return sum(map(_sign_width, text))


def _sign_width(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
