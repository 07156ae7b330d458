"""The ways out of the report, beside its title: print, open, save, and other kinds of file."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from socialplanner.presentation.i18n import _
from socialplanner.presentation.plan_formats import Format
from socialplanner.ui.context import Context
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.flow import FlowLayout

LOCKED = "locked"
"""What the menu asks for beside kinds of file: a PDF with a password, or one that carries."""


class ReportWays(QWidget):
    """Buttons; `other_wanted` has a kind of file, or `LOCKED`."""

    other_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        """Offer everything."""
        super().__init__()
        self._context = context
        self.save = Button(_("&Save as PDF …"), role="primary")
        self.other = Button(_("Other &kinds of file"), icon=context.icon("chevron-down"))
        self.open = Button(_("&Open"), icon=context.icon("external-link"))
        self.print = Button(_("&Print …"), icon=context.icon("printer"))
        self.other.clicked.connect(self._offer)
        self.setLayout(FlowLayout(self.print, self.open, self.other, self.save))

    def let(self, *, can: bool) -> None:
        """Let everything be pressed, or nothing."""
        for button in (self.save, self.other, self.open, self.print):
            button.setEnabled(can)

    def menu(self) -> QMenu:
        """Return the other kinds of file; the menu is deleted when it closes."""
        menu = QMenu(self)
        menu.setAccessibleName(_("Other kinds of file"))
        menu.aboutToHide.connect(menu.deleteLater)
        for words, icon, value in _kinds():
            action = QAction(self._context.icon(icon), words, menu)
            action.triggered.connect(self._wanting(value))
            menu.addAction(action)
        menu.addSeparator()
        words = _("PDF with a password, or carrying the plan …")
        action = QAction(self._context.icon("lock"), words, menu)
        action.triggered.connect(self._wanting(LOCKED))
        menu.addAction(action)
        return menu

    def _wanting(self, value: str) -> Callable[[bool], None]:
        return lambda _checked: self.other_wanted.emit(value)

    def _offer(self) -> None:
        self.menu().popup(self.other.mapToGlobal(self.other.rect().bottomLeft()))


def _kinds() -> tuple[tuple[str, str, str], ...]:
    return (
        (_("Word document, to edit …"), "file-text", Format.DOCX),
        (_("Slides, to present …"), "monitor", Format.PPTX),
        (_("Workbook, to reckon and log …"), "table-2", Format.XLSX),
        (_("Calendar of the week and the steps …"), "calendar-days", Format.ICS),
    )
