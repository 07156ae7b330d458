"""The page “Next 90 days”."""

from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.pages.page import Page
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.labels import Heading
from socialplanner.ui.widgets.layouts import ScrollPage, column


class DaysPage(Page):
    """“Next 90 days”."""

    def __init__(self, key: str, context: Context, session: Session) -> None:
        """Begin with what there is."""
        super().__init__(key, _("Next 90 days"))
        self._context = context
        self._session = session
        page = ScrollPage()
        page.box.addWidget(Heading(self.title))
        self.setLayout(column(page))
