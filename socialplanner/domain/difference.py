"""Differences between two copies of a record as values, for a preview and for choosing."""

from dataclasses import dataclass
from enum import StrEnum, unique


@unique
class DifferenceKind(StrEnum):
    """What becomes of a difference: theirs is added, both were really said, or theirs is empty."""

    ADDED = "added"
    CHANGED = "changed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing of which two copies say different things; `key` names it for people and code.

    For an answer the values are answers, for a new part `mine` is None and `theirs` the part.
    """

    key: str
    mine: object
    theirs: object
    kind: DifferenceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All differences between two copies, in the order of a record; equal things have none."""

    differences: tuple[Difference, ...]

    @property
    def added(self) -> int:
        """Return how much a merge adds by itself."""
        return self._count(DifferenceKind.ADDED)

    @property
    def changed(self) -> int:
        """Return in how many places somebody has to choose; unless they do, mine stays."""
        return self._count(DifferenceKind.CHANGED)

    @property
    def skipped(self) -> int:
        """Return in how many places theirs says nothing and mine stays."""
        return self._count(DifferenceKind.SKIPPED)

    @property
    def conflicts(self) -> tuple[str, ...]:
        """Return the keys that somebody may take."""
        changed = DifferenceKind.CHANGED
        return tuple(each.key for each in self.differences if each.kind is changed)

    def _count(self, kind: DifferenceKind) -> int:
        return sum(each.kind is kind for each in self.differences)
