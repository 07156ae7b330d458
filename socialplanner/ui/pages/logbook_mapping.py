"""A table that nobody knows: a person says which column has the days, and what others count."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.pages.home_panel import labelled, pressing
from socialplanner.ui.pages.logbook_incoming import narrow
from socialplanner.ui.ports.logbook import MappedColumns, UnknownTable
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.columns import ColumnsLayout
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import clear, column, row
from socialplanner.ui.widgets.wheelless import CalmChoice

if TYPE_CHECKING:
    from socialplanner.domain.catalogue import Catalogue

LONGEST_NAME: Final = 60
LINE: Final = 80
MOST_COLUMNS: Final = 12


class MappingForm(QWidget):
    """Asks what columns count; `given` has what was said once it is enough."""

    given = Signal(object)

    def __init__(self, context: Context, catalogue: "Catalogue") -> None:
        """Begin without columns."""
        super().__init__()
        self._context = context
        self._kpis = sorted(catalogue.kpis.values(), key=lambda kpi: kpi.name.casefold())
        self.setProperty("role", "clear")
        self.date = narrow(CalmChoice())
        self.kpis: dict[str, CalmChoice] = {}
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.trouble = Label(role="danger")
        self.trouble.hide()
        self.above = Label(role="muted")
        self._columns = ColumnsLayout(spacing=12)
        self.show_figures = pressing(Button(_("&Show its figures"), role="primary"), self._give)
        note = _("Optional: under a name it is known the next time.")
        self.setLayout(
            column(
                self.above,
                labelled(_("Column with the days"), self.date),
                self._columns,
                labelled(_("Keep this as"), self.name, note),
                self.trouble,
                row(self.show_figures, 1),
                spacing=12,
            )
        )

    def show_table(self, table: UnknownTable) -> None:
        """Ask about the columns of a table; what they may count is proposed."""
        self.above.setText(_("Above its columns stands “{line}”.").format(line=table.above[:LINE]))
        self.above.setVisible(bool(table.above))
        self.date.clear()
        self.date.addItem(_("None: the whole table is about one week"), "")
        for header in table.headers:
            self.date.addItem(header, header)
        if table.dates:
            self.date.setCurrentIndex(self.date.findData(table.dates[0]))
        clear(self._columns)
        self.kpis = {}
        for header in table.numbers[:MOST_COLUMNS]:
            choice = self._choice(table.kpis.get(header, ""))
            self.kpis[header] = choice
            box = QWidget()
            box.setProperty("role", "clear")
            box.setLayout(labelled(_("“{column}” counts").format(column=header), choice))
            self._columns.addWidget(box)

    def _choice(self, proposed: str) -> CalmChoice:
        choice = narrow(CalmChoice())
        choice.addItem(_("Do not use this column"), "")
        for kpi in self._kpis:
            choice.addItem(kpi.name, kpi.id)
        choice.setCurrentIndex(max(0, choice.findData(proposed)))
        return choice

    def take_focus(self) -> None:
        """Begin at the first question."""
        self.date.setFocus()

    def _give(self) -> None:
        said = {header: str(choice.currentData()) for header, choice in self.kpis.items()}
        counted = {header: kpi for header, kpi in said.items() if kpi}
        if not counted:
            self._say(_("Say of one column at least what it counts."))
            return
        self._say("")
        name = "".join(each for each in self.name.text() if each.isprintable())
        self.given.emit(
            MappedColumns(
                name=" ".join(name.split()), date=str(self.date.currentData()), kpis=counted
            )
        )

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
