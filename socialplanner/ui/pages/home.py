"""Home: all profiles."""

from PySide6.QtCore import Signal

from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.pages.page import Page
from socialplanner.ui.widgets.labels import Heading
from socialplanner.ui.widgets.layouts import ScrollPage, column


class HomePage(Page):
    """All profiles; `open_requested` has the path of one."""

    open_requested = Signal(object)

    def __init__(self, context: Context) -> None:
        """Begin without a list."""
        super().__init__("home", _("Home"))
        self._context = context
        page = ScrollPage()
        page.box.addWidget(Heading(self.title))
        self.setLayout(column(page))
