"""The order of letters that run from right to left: the Unicode bidirectional algorithm.

Of UAX #9 all that a text without explicit embeddings needs: `normalise` takes those out of a
person's text. What has been resolved is a level for each character: even levels run to the right,
odd ones to the left.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final
from unicodedata import bidirectional, category

RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Characters without which no text needs the algorithm."""

_PAIRS: Final = (
    "()[]{}<>«»‹›≤≥⁅⁆⁽⁾₍₎⌈⌉⌊⌋⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⸢⸣⸤⸥⸦⸧⸨⸩〈〉《》「」『』【】〖〗〘〙〚〛"  # noqa: RUF001
    "❨❩❪❫❬❭❮❯❰❱❲❳❴❵〔〕（）［］｛｝｟｠｢｣＜＞"  # noqa: RUF001
)
MIRRORS: Final = {
    one: other
    for left, right in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)
    for one, other in ((left, right), (right, left))
}
"""Signs that face the other way among letters that run from right to left."""

_UNSEEN: Final = frozenset({"BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_NUMBERS: Final = frozenset({"EN", "AN"})
_NEUTRAL: Final = frozenset({"B", "S", "WS", "ON"})
_SIDES: Final = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
_MOST_OPEN: Final = 63


def levels(text: str) -> tuple[int, ...]:
    """Return the level of every character of one paragraph."""
    kinds = [bidirectional(character) or "L" for character in text]
    base = _base(kinds)
    seen = [index for index, kind in enumerate(kinds) if kind not in _UNSEEN]
    found = iter(_resolved([text[index] for index in seen], [kinds[index] for index in seen], base))
    result: list[int] = []
    for kind in kinds:
        before = result[-1] if result else base
        result.append(before if kind in _UNSEEN else next(found))
    while kinds and kinds[-1] in {"WS", *_UNSEEN}:
        result[len(kinds) - 1] = base
        kinds.pop()
    return tuple(result)


def visual_order(found: Sequence[int]) -> list[int]:
    """Return the places of a line's characters or runs from left to right, by their levels."""
    order = list(range(len(found)))
    for level in range(max(found, default=0), 0, -1):
        start = 0
        for turned, group in groupby(order.copy(), lambda place: found[place] >= level):  # noqa: B023
            end = start + len(list(group))
            if turned:
                order[start:end] = order[start:end][::-1]
            start = end
    return order


def _base(kinds: Sequence[str]) -> int:
    """Return the level of a paragraph: its first strong letter decides."""
    strong = next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L")
    return int(strong != "L")


def _resolved(text: Sequence[str], kinds: list[str], base: int) -> Iterator[int]:
    side = "R" if base else "L"
    marks = [kind == "NSM" for kind in kinds]
    _settle_marks_and_numbers(kinds, side)
    _settle_separators(kinds)
    _settle_digits_among_latin(kinds, side)
    _settle_brackets(text, kinds, marks, side)
    _settle_neutrals(kinds, side)
    steps = {"L": 1, "R": 0, "EN": 1, "AN": 1} if base else {"L": 0, "R": 1, "EN": 2, "AN": 2}
    return (base + steps[kind] for kind in kinds)


def _settle_marks_and_numbers(kinds: list[str], side: str) -> None:
    """Apply W1 to W3: marks follow their letter, digits after Arabic letters are Arabic."""
    before = strong = side
    for index, kind in enumerate(kinds):
        found = before if kind == "NSM" else kind
        if found in {"L", "R", "AL"}:
            strong = found
        if found == "EN" and strong == "AL":
            found = "AN"
        before = kind if kind != "NSM" else before
        kinds[index] = found
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]


def _settle_separators(kinds: list[str]) -> None:
    """Apply W4 to W6: one separator between two numbers, and signs beside them, are numbers."""
    for index in range(1, len(kinds) - 1):
        before, kind, after = kinds[index - 1 : index + 2]
        alike = before == after and before in _NUMBERS
        if alike and (kind == "CS" or (kind == "ES" and before == "EN")):
            kinds[index] = before
    for start, end, kind in _stretches(kinds):
        if kind == "ET" and "EN" in (*kinds[max(start - 1, 0) : start], *kinds[end : end + 1]):
            kinds[start:end] = ["EN"] * (end - start)
    kinds[:] = ["ON" if kind in {"ES", "ET", "CS"} else kind for kind in kinds]


def _settle_digits_among_latin(kinds: list[str], side: str) -> None:
    """Apply W7: digits after a Latin letter run with it."""
    strong = side
    for index, kind in enumerate(kinds):
        if kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"


def _stretches(kinds: Sequence[str]) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    start = 0
    for kind, group in groupby(kinds):
        end = start + len(list(group))
        found.append((start, end, kind))
        start = end
    return found


def _settle_brackets(
    text: Sequence[str], kinds: list[str], marks: Sequence[bool], side: str
) -> None:
    """Apply N0: both brackets of a pair run the same way."""
    for opening, closing in _bracket_pairs(text, kinds):
        inside = {_SIDES.get(kind) for kind in kinds[opening + 1 : closing]} - {None}
        if side in inside:
            found = side
        elif inside:
            before = (_SIDES[kind] for kind in reversed(kinds[:opening]) if kind in _SIDES)
            found = next(before, side)
        else:
            continue
        for place in (opening, closing):
            kinds[place] = found
            after = place + 1
            while after < len(kinds) and marks[after]:
                kinds[after] = found
                after += 1


def _bracket_pairs(text: Sequence[str], kinds: Sequence[str]) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for place, (sign, kind) in enumerate(zip(text, kinds, strict=True)):
        if kind != "ON" or sign not in MIRRORS:
            continue
        if category(sign) == "Ps":
            if len(waiting) == _MOST_OPEN:
                break
            waiting.append((MIRRORS[sign], place))
        elif category(sign) == "Pe":
            depth = next((d for d, (s, _) in enumerate(reversed(waiting), 1) if s == sign), 0)
            if depth:
                pairs.append((waiting[-depth][1], place))
                del waiting[-depth:]
    return sorted(pairs)


def _settle_neutrals(kinds: list[str], side: str) -> None:
    """Apply N1 and N2: spaces and signs run with their neighbours where both agree."""
    neutral = ["N" if kind in _NEUTRAL else kind for kind in kinds]
    for start, end, kind in _stretches(neutral):
        if kind == "N":
            before = _SIDES[neutral[start - 1]] if start else side
            after = _SIDES[neutral[end]] if end < len(neutral) else side
            kinds[start:end] = [before if before == after else side] * (end - start)
