"""What is said of one client of a batch: why it has no report, or what to know of it."""

import traceback
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from socialplanner.errors import InputError, UserError
from socialplanner.messages import visible
from socialplanner.presentation.i18n import _

MOST_PROBLEMS: Final = 10
"""How many mistakes of one file are named; whoever mends those sees the others then."""

MOST_CHARACTERS: Final = 20


def told(error: UserError) -> str:
    """Return a refusal with the first of its problems, each on a line of its own."""
    lines = [str(error)]
    if isinstance(error, InputError):
        lines += [f"  {problem}" for problem in error.problems[:MOST_PROBLEMS]]
        more = len(error.problems) - MOST_PROBLEMS
        lines += [_("  and {count} more").format(count=more)] if more > 0 else []
    return "\n".join(lines)


def bug_in_short(error: Exception) -> str:
    """Return a bug in one line: what it is, and where in the program."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    return visible(f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}")


def unshown_words(characters: Iterable[str]) -> str:
    """Return which characters no font could show, "" for none."""
    found = sorted(characters)
    if not found:
        return ""
    shown = " ".join(f"{visible(each)} (U+{ord(each):04X})" for each in found[:MOST_CHARACTERS])
    return _("No font has {characters}; each is shown as a box.").format(characters=shown)
