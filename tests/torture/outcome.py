"""What a torture came to: how often it was tried, what was counted, and what went wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The figures of one fault: `failures` says in words what broke a promise; none may.

    `figures` are words by what they tell, as the table prints them.
    """

    fault: str
    what: str
    tries: int
    figures: Mapping[str, str] = field(default_factory=dict)
    failures: tuple[str, ...] = ()
