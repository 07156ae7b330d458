"""Say in one short line what was found in a file, and what may stand there."""

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST_QUOTE = 60
MOST_NAMES = 20


def quoted(value: object) -> str:
    """Return a value as a message may show it: in one short line, whatever it is."""
    if isinstance(value, str):
        return f"“{shortened(value)}”"
    if isinstance(value, dict | list):
        return "a table" if isinstance(value, dict) else "a list"
    if isinstance(value, bool) or value is None:
        return str(value).lower() if value is not None else "null"
    is_long = isinstance(value, int) and abs(value) >= 10**LONGEST_QUOTE
    return "a very long number" if is_long else str(value)


def shortened(text: str) -> str:
    """Return a text in one line with unprintable characters written out, cut where it is long."""
    shown = visible(text[: LONGEST_QUOTE + 1])
    return shown if len(shown) <= LONGEST_QUOTE else f"{shown[:LONGEST_QUOTE]}…"


def visible(text: str) -> str:
    """Return a text in one line, with every unprintable character written out."""
    return "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in text)


def suggestion(name: str, allowed: Iterable[str]) -> str:
    """Return what was perhaps meant, and what is allowed."""
    names = tuple(map(visible, allowed))
    plain = name[:LONGEST_QUOTE].strip().lower().replace("-", "_").replace(" ", "_")
    near = get_close_matches(plain, names, n=1)
    meant = [f"Did you mean “{near[0]}”?"] if near else []
    return " ".join([*meant, f"Allowed: {listed(names)}."])


def listed(names: Iterable[str]) -> str:
    """Return the names in one line, cut where there are very many."""
    known = tuple(map(visible, names))
    more = len(known) - MOST_NAMES
    shown = ", ".join(known[:MOST_NAMES])
    return f"{shown} and {more} more" if more > 0 else shown or "nothing"


def counted(count: int, one: str, many: str) -> str:
    """Return a count with its noun, for example ``1 thing`` or ``3 things``."""
    return f"{count} {one if count == 1 else many}"
