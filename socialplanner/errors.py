"""What a person can put right: sentences to show as written, and lists of problems in a file."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file, and where: `id` and `key` may be empty."""

    file: str
    id: str
    key: str
    message: str

    def __str__(self) -> str:
        """Return the problem as ``file › id › key: message``."""
        place = " › ".join(part for part in (self.file, self.id, self.key) if part)
        return f"{place}: {self.message}"


class UserError(Exception):
    """A problem the person can solve; its text is a full sentence with cause and remedy."""


class InputError(UserError):
    """Input that was judged and refused, with every problem found in it."""

    def __init__(self, message: str, problems: Iterable[Problem]) -> None:
        """Keep the sentence and all problems, in the order found."""
        super().__init__(message)
        self.problems = tuple(problems)
