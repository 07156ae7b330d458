"""Read a day as people write it in files and on the command line."""

import re
from datetime import date

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2999, 12, 31)
"""Days outside are slips of the hand."""

DAY_WORDS = f"a day like 2027-01-31, from {FIRST_DAY} to {LAST_DAY}"

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def day_of(text: str) -> date | None:
    """Return the day that a text like ``2027-01-31`` names, None where it names none we take."""
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
    return day if day and FIRST_DAY <= day <= LAST_DAY else None
