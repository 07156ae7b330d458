"""Export of the open profile, on a page of its own."""

from PySide6.QtCore import Signal

from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.file_choosing import FileChooser
from socialplanner.ui.pages.home_export import ExportPanel
from socialplanner.ui.pages.page import Page
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.layouts import ScrollPage, column


class ExportPage(Page):
    """Asks how the open profile goes out; `finished` when the person goes back."""

    finished = Signal()

    def __init__(self, context: Context, session: Session, chooser: FileChooser) -> None:
        """Offer to write the profile as it is saved now."""
        super().__init__("export", _("Export"))
        session.flush()
        name = session.record.profile.name
        self.panel = ExportPanel(context, session.profile.path, name, chooser)
        self.panel.closed.connect(self.finished)
        self.panel.exported.connect(self._go_back)
        page = ScrollPage()
        page.box.addWidget(self.panel)
        self.setLayout(column(page))

    def entered(self, place: str) -> None:
        """Put the keys on the first thing to decide."""
        del place
        self.panel.begin()

    def _go_back(self) -> None:
        """Go back, unless the person has gone elsewhere while the file was written."""
        if self.isVisible():
            self.finished.emit()
