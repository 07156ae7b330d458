"""The quick check: a few questions that are enough for a plan."""

from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.pages.page import Page
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.labels import Heading
from socialplanner.ui.widgets.layouts import ScrollPage, column


class QuickPage(Page):
    """The quick check."""

    def __init__(self, key: str, context: Context, session: Session) -> None:
        """Begin with what is answered."""
        super().__init__(key, _("Quick check"))
        self._context = context
        self._session = session
        page = ScrollPage()
        page.box.addWidget(Heading(self.title))
        self.setLayout(column(page))
