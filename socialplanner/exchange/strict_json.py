"""Parse JSON that anybody may have made, and write JSON that is always the same.

What Python's own reader lets pass, and what would do harm later, is refused here: keys that stand
twice, numbers that are none, half characters, and nesting that runs out of stack.
"""

import json
import re
from itertools import accumulate
from math import isfinite
from typing import NoReturn

from socialplanner.errors import InputError, Problem
from socialplanner.messages import quoted, visible

LARGEST_JSON = 20_000_000
"""The most bytes that are read."""

DEEPEST = 32
MOST_TABLES = 1_000_000
"""The most tables and lists in one file; each costs memory, however little it holds."""

MOST_DIGITS = 19
LARGEST_WHOLE = 2**63 - 1
"""Beyond this SQLite keeps no whole number."""

# The last quote is optional: a text that never ends is passed over once, not from each quote in it.
_STRING = re.compile(r'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
_BRACKET = re.compile(r"[\[\]{}]")
_STEPS = {"[": 1, "{": 1, "]": -1, "}": -1}
_HALF_CHARACTER = re.compile(r"\\u[dD][89a-fA-F]")


def parse_json(data: bytes, name: str) -> object:
    """Return what the bytes say, or raise InputError with the one reason why they say nothing."""
    if len(data) > LARGEST_JSON:
        raise _unusable(name, f"This is larger than {LARGEST_JSON:,} bytes; is it the right file?")
    try:
        text = data.decode()
        _check_nesting(text)
        content: object = _parse(text)
        if _HALF_CHARACTER.search(text):
            canonical_json(content)
    except UnicodeDecodeError as error:
        raise _unusable(name, f"This is not UTF-8 text (byte {error.start + 1}).") from error
    except UnicodeEncodeError as error:
        reason = "A text in it holds half of a character (a lone surrogate)."
        raise _unusable(name, reason) from error
    except ValueError as error:
        reason = visible(str(error)).removesuffix(".")
        raise _unusable(name, f"This is not valid JSON: {reason}.") from error
    return content


def canonical_json(value: object) -> bytes:
    """Return a value as JSON in UTF-8; equal values give equal bytes.

    Raises ValueError for a number that is not finite and for a lone surrogate.
    """
    text = json.dumps(
        value, ensure_ascii=False, sort_keys=True, allow_nan=False, separators=(",", ":")
    )
    return f"{text}\n".encode()


def _check_nesting(text: str) -> None:
    """Raise ValueError where brackets outside of texts are too deep or too many."""
    brackets = _BRACKET.findall(_STRING.sub("", text))
    if len(brackets) > 2 * MOST_TABLES:
        raise ValueError(f"it holds more than {MOST_TABLES:,} tables and lists")
    if max(accumulate(map(_STEPS.__getitem__, brackets)), default=0) > DEEPEST:
        raise ValueError(f"it is nested more than {DEEPEST} levels deep")


def _parse(text: str) -> object:
    content: object = json.loads(
        text,
        object_pairs_hook=_table,
        parse_int=_whole,
        parse_float=_number,
        parse_constant=_refuse_constant,
    )
    return content


def _table(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    if len(table) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise ValueError(f"{quoted(key)} stands twice in the same table")
            seen.add(key)
    return table


def _whole(digits: str) -> int:
    if len(digits.removeprefix("-")) > MOST_DIGITS or abs(int(digits)) > LARGEST_WHOLE:
        raise ValueError("a whole number in it is too long to be kept")
    return int(digits)


def _number(digits: str) -> float:
    number = float(digits)
    if not isfinite(number):
        raise ValueError("a number in it is too large to be reckoned with")
    return number


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _unusable(name: str, reason: str) -> InputError:
    return InputError(f"{name} cannot be read.", [Problem(name, "", "", reason)])
