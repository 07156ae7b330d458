"""The line above the clients: tag, order, and the way out into a file."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from socialplanner.domain.portfolio import Ranking
from socialplanner.presentation.i18n import _
from socialplanner.presentation.portfolio import ranking_names
from socialplanner.ui.context import Context
from socialplanner.ui.file_choosing import FileChooser, Wanted
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.wheelless import CalmChoice

ORDER: Final = "portfolio_order"


class PortfolioTools(QWidget):
    """What of the portfolio is looked at; `changed` tells of another choice."""

    changed = Signal()
    export_wanted = Signal()

    def __init__(self, context: Context) -> None:
        """Look at all clients, in the order that was used last."""
        super().__init__()
        self.setProperty("role", "clear")
        self._settings = context.program.settings
        self.tag, self.order = CalmChoice(), CalmChoice()
        self.tag.setAccessibleName(_("Tag"))
        self.order.setAccessibleName(_("Order"))
        for ranking, name in ranking_names().items():
            self.order.addItem(name, ranking)
        self.order.setCurrentIndex(max(0, self.order.findData(self._settings.text(ORDER))))
        self.aliases = QCheckBox(_("With &aliases instead of names"))
        self.aliases.setAccessibleName(_("Export with aliases instead of names"))
        self.export = Button(_("E&xport …"), icon=context.icon("download"))
        self.setLayout(FlowLayout(self.tag, self.order, self.export, self.aliases, spacing=12))
        self.offer([])
        self.tag.currentIndexChanged.connect(self.changed)
        self.order.activated.connect(self._keep_order)
        self.export.clicked.connect(self.export_wanted)

    @property
    def tags(self) -> tuple[str, ...]:
        """Return the tag that is looked for, none for all."""
        chosen = self.tag.currentData()
        return (chosen,) if chosen else ()

    @property
    def ranking(self) -> Ranking:
        """Return the order."""
        return Ranking(self.order.currentData())

    @property
    def is_nameless(self) -> bool:
        """Return whether a file shall hold aliases."""
        return self.aliases.isChecked()

    def offer(self, tags: list[str]) -> None:
        """Offer the tags there are; the chosen one stays chosen."""
        chosen = self.tag.currentData() or ""
        self.tag.blockSignals(True)  # noqa: FBT003 - Qt's own way
        self.tag.clear()
        self.tag.addItem(_("All tags"), "")
        for tag in tags:
            self.tag.addItem(tag, tag)
        self.tag.setCurrentIndex(max(0, self.tag.findData(chosen)))
        self.tag.blockSignals(False)  # noqa: FBT003 - Qt's own way
        self.tag.setVisible(bool(tags))

    def ask_for_target(self, parent: QWidget, chooser: FileChooser) -> Path | None:
        """Ask for the file to write; without an ending it becomes a workbook."""
        wanted = Wanted(
            title=_("Export the portfolio"),
            start=Path.home() / "portfolio.xlsx",
            pattern=_("Workbook (*.xlsx);;Comma-separated values (*.csv)"),
        )
        target = chooser.to_save(parent, wanted)
        if target is None or target.suffix:
            return target
        return target.with_name(f"{target.name}.xlsx")

    def _keep_order(self) -> None:
        self._settings.put(ORDER, str(self.order.currentData()))
        self.changed.emit()
