"""Files that come in and go out, as the window asks for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, unique
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from socialplanner.domain.record import ProfileRecord


@unique
class FileKind(StrEnum):
    """What a file is that a person opens or drops."""

    PROFILE = "profile"
    BUNDLE = "bundle"
    LOCKED_BUNDLE = "locked_bundle"
    ANSWERS = "answers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A profile out of a file; `twin` is the file that holds the same profile here, or None.

    `is_in_trash` tells that the same profile lies in the trash; `answers` counts what its newest
    assessment has.
    """

    path: Path
    kind: FileKind
    record: ProfileRecord
    answers: int
    is_scrubbed: bool = False
    twin: Path | None = None
    is_in_trash: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A place in which a profile here and the one that comes in really say different things."""

    key: str
    place: str
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePreview:
    """What a merge would do: so many additions, and places in which somebody has to choose."""

    name: str
    added: int
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """How a profile goes out: under which name, encrypted or not, with names and money or not."""

    target: Path
    passphrase: str = ""
    is_scrubbed: bool = False


class Importing(Protocol):
    """Reads what a person opens or drops, and writes what they hand over; all may be slow."""

    def kind(self, path: Path) -> FileKind:
        """Return what a file is; UserError says what it is instead, and where it belongs."""

    def look_at(self, path: Path, passphrase: str = "") -> Incoming:
        """Return the profile that a bundle or an answers file holds; nothing is changed."""

    def preview(self, incoming: Incoming, into: Path) -> MergePreview:
        """Return what a merge into a profile would do; nothing is changed."""

    def add(self, incoming: Incoming) -> Path:
        """Add what came in as a new profile, beside one of the same id if there is one."""

    def merge(self, incoming: Incoming, into: Path, *, takes_theirs: bool) -> ProfileRecord:
        """Merge what came in into a profile; where both differ, theirs wins only if asked."""

    def export(self, profile: Path, export: Export) -> None:
        """Write a profile as a bundle."""

    def sample(self) -> ProfileRecord:
        """Return an invented firm to look at, marked as a sample; it is not kept yet."""

    def half_year(self) -> ProfileRecord:
        """Return an invented firm with half a year of weeks behind it; it is not kept yet."""
