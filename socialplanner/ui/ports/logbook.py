"""Files that come into the logbook, as the window asks for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from socialplanner.domain.figures import FigureChoices, FigurePreview, RefusedRow
    from socialplanner.domain.filed_weeks import FiledWeek
    from socialplanner.domain.record import ProfileRecord
    from socialplanner.domain.table_layout import DateOrder, NumberStyle
    from socialplanner.ui.ports.shelf import Edit


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidOfTable:
    """What a person says of a table where the file leaves it open."""

    dates: DateOrder | None = None
    numbers: NumberStyle | None = None
    period: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownTable:
    """What a table has that no layout knows; `kpis` are proposals by header.

    `above` is the line above its columns, which may say what they count.
    """

    headers: tuple[str, ...]
    dates: tuple[str, ...]
    numbers: tuple[str, ...]
    kpis: Mapping[str, str]
    above: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedColumns:
    """What a person says an unknown table has: its column of days, and KPIs by header."""

    name: str
    date: str
    kpis: Mapping[str, str]


class PlatformTable(Protocol):
    """A table that was opened; its rows are read when it is previewed."""

    @property
    def label(self) -> str:
        """Return how the file was read: encoding, sign, sheet."""

    @property
    def unknown(self) -> UnknownTable | None:
        """Return what the table has where nobody knows it, None where it is known."""

    def mapped(self, columns: MappedColumns) -> PlatformTable:
        """Return the table as a person says it is; InputError where that cannot be."""

    def preview(self, said: SaidOfTable, record: ProfileRecord) -> FigurePreview:
        """Return what would come of it, beside what is logged; UserError where nothing can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledWorkbook:
    """What a filled-in workbook says; `passed_over` are columns that nothing is called by.

    One that `is_of_another` says that it was made for another plan.
    """

    weeks: tuple[FiledWeek, ...]
    refused: tuple[RefusedRow, ...]
    passed_over: tuple[str, ...]
    is_of_another: bool = False


class Logbook(Protocol):
    """Reads what comes into the logbook from files; opening and previewing may be slow."""

    def open_table(self, path: Path, record: ProfileRecord) -> PlatformTable:
        """Return a platform's table; UserError where a file is none."""

    def taking_figures(
        self, preview: FigurePreview, choices: FigureChoices, keep_as: str = ""
    ) -> Edit:
        """Return the edit that takes the chosen figures in, all at once.

        Under a name, what the table looks like is kept for the next of its kind.
        """

    def open_workbook(self, path: Path, record: ProfileRecord) -> FilledWorkbook:
        """Return the weeks of a filled-in workbook beside those that are logged."""
