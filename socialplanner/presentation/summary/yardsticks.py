"""Two versions of the catalogue between two assessments: who moved, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor
from typing import Final

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.ids import CELLS, Mode
from socialplanner.domain.yardsticks import Movement, TwoYardsticks
from socialplanner.presentation import formats, names
from socialplanner.presentation.summary.moved import WORDS, Direction, direction_of
from socialplanner.presentation.summary.parts import TextTable, table

HEADLINE: Final = "Did you change, or the yardstick?"
HEAD: Final = ("Score", "Movement", "You changed", "Yardstick changed", "Your part")
LEAD: Final = (
    "The questions or their weights changed between the two, from version {then} to {now}. Both "
    "assessments are therefore scored by both versions. “You changed” is what other answers move "
    "by version {now}; “yardstick changed” is what version {now} makes of your old answers. The "
    "two add up to the movement, in points. Only the last column says whether your own "
    "part is more than its error."
)
NOT_ON_HAND: Final = (
    "The catalogue changed between the two, from version {then} to {now}, and version {then} is "
    "not on hand. Both are scored by version {now} here. What you read at the time may have been "
    "other figures, and how much of that was the yardstick cannot be told."
)
MINUS: Final = "\u2212"
TENTHS: Final = 10
UNKNOWN: Final = "not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class YardstickWords:
    """The movement split in two; the table is empty where the old version is not on hand."""

    headline: str
    lead: str
    split: TextTable


def yardstick_words(
    catalogue: Catalogue, then_version: str, found: TwoYardsticks | None
) -> YardstickWords:
    """Return the split in words; `found` is None where the old version is not on hand."""
    words = NOT_ON_HAND if found is None else LEAD
    rows = () if found is None else tuple(_rows(catalogue, found))
    return YardstickWords(
        headline=HEADLINE,
        lead=words.format(then=then_version, now=catalogue.version),
        split=table(HEAD, rows, figures=(1, 2, 3)),
    )


def tenths(movement: Movement) -> tuple[int, int, int] | None:
    """Return movement, own part and yardstick's part in tenths of a point, which add up.

    Where rounding alone would break the sum, the part that lies nearest to the next tenth gives
    way (largest remainder), so that none is more than a tenth from what it is.
    """
    you, yardstick = movement.you.difference, movement.yardstick
    if you is None or yardstick is None:
        return None
    whole = _rounded(TENTHS * (you + yardstick))
    own, other = _rounded(TENTHS * you), _rounded(TENTHS * yardstick)
    missing = whole - own - other
    if missing * (TENTHS * you - own) >= missing * (TENTHS * yardstick - other):
        own += missing
    else:
        other += missing
    return whole, own, other


def _rows(catalogue: Catalogue, found: TwoYardsticks) -> Iterator[tuple[str, ...]]:
    for cell in CELLS:
        yield _row(names.cell_name(catalogue, cell), found.cells[cell])
    for mode in Mode:
        yield _row(f"All of {names.mode_in_text(catalogue, mode)}", found.overall[mode])


def _row(name: str, movement: Movement) -> tuple[str, ...]:
    points = tenths(movement)
    if points is None:
        return (name, UNKNOWN, UNKNOWN, UNKNOWN, WORDS[Direction.UNKNOWN])
    shown = (_signed(each) for each in points)
    return (name, *shown, WORDS[direction_of(movement.you)])


def _signed(points: int) -> str:
    """Return tenths of a point as points with their sign, "+0.2"."""
    if not points:
        return "0"
    return f"{'+' if points > 0 else MINUS}{abs(points) / TENTHS:.1f}"


def _rounded(points: float) -> int:
    """Return a whole number, halves away from zero, so that a swap only turns the sign."""
    whole = floor(abs(points) + 0.5 + formats.NOISE)
    return whole if points > 0 else -whole
