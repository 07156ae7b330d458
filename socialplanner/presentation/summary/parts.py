"""The small values that a summary is made of: words and numbers, ready to be shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from socialplanner.domain.assessment import Assessment
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.ids import Mode
from socialplanner.presentation import names
from socialplanner.presentation.scenes import Colour

COLOURS = {Mode.MEDIA: Colour.MEDIA, Mode.NETWORK: Colour.NETWORK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What every section is drawn from."""

    catalogue: Catalogue
    assessment: Assessment

    @property
    def currency(self) -> str:
        """Return the currency as the profile gives it."""
        return self.assessment.profile.currency

    def short(self, activity_id: str) -> str:
        """Return the short name of an activity."""
        return names.activity_short(self.catalogue, activity_id)

    def mode(self, mode: Mode) -> str:
        """Return the name of a mode for the inside of a sentence."""
        return names.mode_in_text(self.catalogue, mode)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigure:
    """A figure that is seen before anything is read."""

    value: str
    label: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence to remember and the text that bears it out."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextTable:
    """A table in words; `figures` names the columns that hold numbers."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: frozenset[int] = frozenset()


def table(
    head: Sequence[str], rows: Sequence[Sequence[str]], figures: Sequence[int] = ()
) -> TextTable:
    """Return a table of words."""
    return TextTable(
        head=tuple(head), rows=tuple(tuple(row) for row in rows), figures=frozenset(figures)
    )
