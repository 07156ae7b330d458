"""Read numbers as tables write them: a grammar of our own, for two ways of writing."""

import re
from collections.abc import Mapping
from functools import lru_cache

from socialplanner.domain.table_layout import NumberStyle
from socialplanner.exchange.platforms.grid import REMEMBERED

LARGEST = 1e12
LONGEST = 30
NO_FIGURE = frozenset(
    {"", "-", "–", "—", "--", "n/a", "na", "#n/a", "null", "none", "k. a.", "k.a."}
)
"""What tables write where they have no figure; that is not the same as 0."""

_SPACES = "\u0020\u00a0\u2009\u202f"
_WHOLE = r"(?:\d{{1,15}}|[1-9]\d{{0,2}}(?P<group>[{groups}])\d{{3}}(?:(?P=group)\d{{3}})*)"
_SHAPES = {
    style: re.compile(
        rf"(?P<sign>[+\-\u2212])?(?P<whole>{_WHOLE.format(groups=groups)})"
        rf"(?:{re.escape(mark)}(?P<decimals>\d{{1,15}}))?",
        re.ASCII,
    )
    for style, groups, mark in (
        (NumberStyle.POINT, f",'\u2019{_SPACES}", "."),
        (NumberStyle.COMMA, f".'\u2019{_SPACES}", ","),
    )
}
_NO_DIGITS = re.compile(r"[^0-9]")


def is_no_figure(text: str) -> bool:
    """Return whether a cell says that there is no figure."""
    return text.strip().lower() in NO_FIGURE


def number_of(text: str, style: NumberStyle) -> float | None:
    """Return the number that a text is in this way of writing, a per cent sign aside, or None.

    Only the digits 0 to 9 count. Groups have three digits, one sign between all of them, and do
    not begin with 0.
    """
    plain = text.strip().removesuffix("%").rstrip(_SPACES)
    found = _SHAPES[style].fullmatch(plain) if len(plain) <= LONGEST else None
    if found is None:
        return None
    whole, decimals = _NO_DIGITS.sub("", found["whole"]), found["decimals"] or "0"
    number = float(f"{whole}.{decimals}")
    if number > LARGEST:
        return None
    return -number if found["sign"] in {"-", "\u2212"} and number else number


def whole_readings(text: str) -> Mapping[NumberStyle, float]:
    """Return what a text is in each way of writing in which it is a whole number."""
    readings = number_readings(text)
    return {style: number for style, number in readings.items() if number.is_integer()}


@lru_cache(maxsize=REMEMBERED)
def number_readings(text: str) -> Mapping[NumberStyle, float]:
    """Return what a text is in each way of writing in which it is a number."""
    readings = {style: number_of(text, style) for style in _SHAPES}
    return {style: number for style, number in readings.items() if number is not None}
