"""Judge a JSON file as a whole: its format, then every field, and all that is wrong at once."""

from collections.abc import Callable
from typing import TypeVar

from socialplanner.errors import InputError, Problem
from socialplanner.exchange.document import Document
from socialplanner.exchange.spot import Spot
from socialplanner.exchange.strict_json import parse_json
from socialplanner.messages import counted, quoted

MOST_PROBLEMS = 100
"""As many are listed as a person may read; a hostile file could hold millions."""

Read = TypeVar("Read")


class _EnoughError(Exception):
    """Raised where so much is wrong that the rest need not be read."""


class _Problems(list[Problem]):
    """Problems found until now, which end the reading when there are very many."""

    def append(self, problem: Problem) -> None:
        super().append(problem)
        if len(self) == MOST_PROBLEMS:
            raise _EnoughError


def judged(data: bytes, name: str, known: int, read: Callable[[Spot, object], Read]) -> Read:
    """Return what `read` makes of a JSON file of format 1 to `known`.

    Raise InputError with all that is wrong, or with the one reason why it cannot be read at all.
    """
    content = parse_json(data, name)
    if not isinstance(content, dict):
        reason = f"This file must hold one table, not {quoted(content)}."
        raise InputError(f"{name} cannot be read.", [Problem(name, "", "", reason)])
    _check_format(content.get("format"), known, name)
    problems = _Problems()
    try:
        found = read(Spot(Document(name=name, content=content), problems), content)
    except _EnoughError:
        raise _refusal(name, problems, "at least ") from None
    if problems:
        raise _refusal(name, problems)
    return found


def _check_format(found: object, known: int, name: str) -> None:
    """Raise InputError where a file's layout is not one that this version reads."""
    if isinstance(found, int) and not isinstance(found, bool) and 1 <= found <= known:
        return
    if isinstance(found, int) and found > known:
        reason = "This was made by a newer version of SocialPlanner; install that version first."
    else:
        reason = f"This must be a number from 1 to {known}, not {quoted(found)}."
    raise InputError(f"{name} cannot be read.", [Problem(name, "", "format", reason)])


def _refusal(name: str, problems: list[Problem], prefix: str = "") -> InputError:
    wrong = counted(len(problems), "thing is", "things are")
    return InputError(f"{name} cannot be used: {prefix}{wrong} wrong.", problems)
