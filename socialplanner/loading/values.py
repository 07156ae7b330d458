"""Readers of texts, labels, ids and choices."""

import re
from enum import StrEnum
from typing import TypeVar

from socialplanner.loading.reader import Reader, refused
from socialplanner.messages import quoted, suggestion

E = TypeVar("E", bound=StrEnum)

LONGEST_SHORT = 24
ID = re.compile(r"[A-Za-z0-9]+(_[A-Za-z0-9]+)*")
QUESTION_ID = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*\.[a-z0-9]+(_[a-z0-9]+)*")
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""Characters that break the line or turn the direction of writing round."""


def text(value: object) -> str:
    """Return the value if it is a text that can be shown in one line."""
    if not isinstance(value, str):
        raise refused(f"This must be a text in quotes, not {quoted(value)}.")
    if not value.strip():
        raise refused("This text is empty.")
    if value != value.strip():
        raise refused("This text begins or ends with a space.")
    if CONTROLS.search(value):
        raise refused(f"This text has a line break or a control character: {quoted(value)}.")
    return value


def short_text(value: object) -> str:
    """Return the value if it is a text that fits under a chart."""
    found = text(value)
    if len(found) > LONGEST_SHORT:
        raise refused(f"This has {len(found)} characters; a label has at most {LONGEST_SHORT}.")
    return found


def identifier(pattern: re.Pattern[str] = ID) -> Reader[str]:
    """Return a reader of ids: letters, digits and single underscores."""

    def read(value: object) -> str:
        found = text(value)
        if not pattern.fullmatch(found):
            raise refused(f"An id has only a–z, 0–9 and single underscores, not {quoted(found)}.")
        return found

    return read


def yes_or_no(value: object) -> bool:
    """Return the value if it is true or false."""
    if not isinstance(value, bool):
        raise refused(f"This must be true or false, not {quoted(value)}.")
    return value


def one_of(kind: type[E]) -> Reader[E]:
    """Return a reader of the members of an enumeration."""
    members = {str(member): member for member in kind}

    def read(value: object) -> E:
        found = text(value)
        if found not in members:
            raise refused(f"{quoted(found)} is not possible here. {suggestion(found, members)}")
        return members[found]

    return read
