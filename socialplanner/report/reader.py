"""What PDFium, which most people read a PDF with, takes characters and lines for."""

from itertools import groupby
from typing import Final
from unicodedata import bidirectional

LEFT: Final = "L"
"""Letters that run to the right, beginning on the left."""
RIGHT: Final = "R"
WEAK: Final = "W"
NEUTRAL: Final = "N"
_KINDS: Final = {
    "L": LEFT,
    **dict.fromkeys(("R", "AL"), RIGHT),
    **dict.fromkeys(("AN", "EN", "NSM", "CS", "ES", "ET", "BN"), WEAK),
}


def kind_of(character: str) -> str:
    """Return how a character is counted."""
    return _KINDS.get(bidirectional(character), NEUTRAL)


def reads_leftward(line: str) -> bool:
    """Tell whether a line is taken for one that runs to the left: most words decide."""
    kinds = [kind for kind, _ in groupby(line, kind_of)]
    return kinds.count(RIGHT) > kinds.count(LEFT)
