"""Put into words what is wrong: values as they can be shown, and what was perhaps meant."""

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST_QUOTE = 40
MOST_NAMES = 12


def suggestion(name: str, allowed: Iterable[str]) -> str:
    """Return what was perhaps meant, and what is allowed."""
    names = tuple(map(visible, allowed))
    near = get_close_matches(name[:LONGEST_QUOTE], names, n=1)
    meant = [f"Did you mean “{near[0]}”?"] if near else []
    return " ".join([*meant, f"Allowed: {listed(names)}."])


def listed(names: Iterable[str]) -> str:
    """Return the names in one line, cut after a dozen."""
    known = tuple(map(visible, names))
    shown = ", ".join(known[:MOST_NAMES])
    more = len(known) - MOST_NAMES
    return f"{shown} and {more} more" if more > 0 else shown or "nothing"


def quoted(value: object) -> str:
    """Return a value as a message may show it: in one short line, whatever it is."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, str):
        return f"“{_shortened(visible(value))}”"
    return f"{value}" if isinstance(value, float) or _is_short(value) else "a very long number"


def visible(text: str) -> str:
    """Return a text with every unprintable character written out."""
    return "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in text)


def _shortened(text: str) -> str:
    """Return a text cut to what a message has room for."""
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…"


def _is_short(value: object) -> bool:
    """Return whether a value that is no text can be written in a few characters."""
    return not isinstance(value, int) or abs(value) < 10**LONGEST_QUOTE
