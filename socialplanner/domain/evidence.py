"""What is known from outside: the register of studies and surveys."""

from dataclasses import dataclass
from enum import StrEnum, unique


@unique
class Reading(StrEnum):
    """How we know a figure: read at its source, read in a quotation, or only remembered."""

    SEEN = "seen"
    SECOND_HAND = "second-hand"
    RECALLED = "recalled"


@unique
class Strength(StrEnum):
    """What kind of support a figure gives (method section 11)."""

    STUDY = "study"
    VENDOR = "vendor"
    PRACTICE = "practice"
    RULE = "rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One sourced figure; nothing with `reading` recalled is ever printed."""

    id: str
    topic: str
    figure: str
    year: int
    source: str
    address: str
    reading: Reading
    strength: Strength
    use: str
    caveat: str

    @property
    def is_printable(self) -> bool:
        """Return whether the figure may be shown to a person."""
        return self.reading is not Reading.RECALLED
