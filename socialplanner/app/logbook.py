"""Files into the logbook, as the window wants them."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from socialplanner.app.incoming import file_data
from socialplanner.app.platform_tables import known_layouts
from socialplanner.domain.figures import FigureChoices, FigurePreview, with_kept_layout
from socialplanner.domain.filed_weeks import beside_logged
from socialplanner.domain.record import ProfileRecord
from socialplanner.domain.table_layout import RowKind
from socialplanner.errors import UserError
from socialplanner.exchange.filled_workbook import filled_log, read_filled
from socialplanner.exchange.platforms.columns import Found
from socialplanner.exchange.platforms.importing import against, imported
from socialplanner.exchange.platforms.opening import with_layout
from socialplanner.exchange.platforms.own_layout import Mapped, own_layout
from socialplanner.exchange.platforms.preview import Said, previewed
from socialplanner.exchange.platforms.recognition import Guess
from socialplanner.loading.kept_layouts import layout_text
from socialplanner.messages import visible
from socialplanner.presentation.figure_words import may_be_below_zero
from socialplanner.ui.ports.logbook import (
    FilledWorkbook,
    MappedColumns,
    SaidOfTable,
    UnknownTable,
)
from socialplanner.ui.ports.shelf import Edit

if TYPE_CHECKING:
    from socialplanner.app.program import DesktopProgram


class FilesIntoLogbook:
    """Satisfies `ui.ports.Logbook`."""

    def __init__(self, program: "DesktopProgram") -> None:
        """Work for a program."""
        self._program = program

    def open_table(self, path: Path, record: ProfileRecord) -> "OpenedTable":
        """Return a platform's table; UserError where a file is none."""
        program, data, name = self._program, file_data(path), visible(path.name)
        if filled_log(data, name, program.catalogue, program.today()) is not None:
            raise UserError(
                f"{name} is the workbook of a plan, not a table of a platform; nothing was "
                f"changed. Choose “A workbook filled in …” for it."
            )
        known = known_layouts(record, program.catalogue)
        return OpenedTable(program=program, table=known.opened(data, name), name=name)

    def taking_figures(
        self, preview: FigurePreview, choices: FigureChoices, keep_as: str = ""
    ) -> Edit:
        """Return the edit that takes the chosen figures in, all at once."""

        def edit(record: ProfileRecord) -> ProfileRecord:
            now = self._program.now()
            after = imported(record, preview, choices, now)
            if keep_as:
                after = with_kept_layout(after, keep_as, layout_text(preview.layout), now)
            return after

        return edit

    def open_workbook(self, path: Path, record: ProfileRecord) -> FilledWorkbook:
        """Return the weeks of a filled-in workbook beside those that are logged."""
        program = self._program
        found = read_filled(file_data(path), visible(path.name), program.catalogue, program.today())
        return FilledWorkbook(
            weeks=beside_logged(found.weeks, record),
            refused=found.refused,
            passed_over=found.passed_over,
            is_of_another=found.is_of_another(record.id),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedTable:
    """Satisfies `ui.ports.logbook.PlatformTable`."""

    program: "DesktopProgram"
    table: Found | Guess
    name: str

    @property
    def label(self) -> str:
        """Return how the file was read: encoding, sign, sheet."""
        return self.table.grid.label

    @property
    def unknown(self) -> UnknownTable | None:
        """Return what the table has where nobody knows it, None where it is known."""
        if isinstance(self.table, Found):
            return None
        guess = self.table
        known = self.program.catalogue.kpis
        return UnknownTable(
            headers=guess.headers,
            dates=guess.dates,
            numbers=guess.numbers,
            kpis={header: kpi for header, kpi in guess.kpis if kpi in known},
            above=guess.above,
        )

    def mapped(self, columns: MappedColumns) -> "OpenedTable":
        """Return the table as a person says it is; InputError where that cannot be."""
        if isinstance(self.table, Found):
            return self
        said = Mapped(
            name=columns.name,
            rows=RowKind.DAYS if columns.date else RowKind.PERIOD,
            date=columns.date,
            kpis=columns.kpis,
        )
        layout = own_layout(self.table, said, self.program.catalogue.kpis)
        found = with_layout(self.table, layout)
        if found is None:
            raise UserError(f"{self.name} does not have these columns; nothing was changed.")
        return OpenedTable(program=self.program, table=found, name=self.name)

    def preview(self, said: SaidOfTable, record: ProfileRecord) -> FigurePreview:
        """Return what would come of it, beside what is logged; UserError where nothing can."""
        if isinstance(self.table, Guess):
            raise UserError(f"{self.name} is no table that is known here; nothing was changed.")
        today = self.program.today()
        stated = Said(
            today=today,
            below_zero=may_be_below_zero(self.program.catalogue),
            dates=said.dates,
            numbers=said.numbers,
            period=said.period,
        )
        return against(previewed(self.table, stated), record)
