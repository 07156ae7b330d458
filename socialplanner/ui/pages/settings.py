"""Settings: how the program looks, speaks and keeps."""

from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.pages.page import Page
from socialplanner.ui.widgets.labels import Heading
from socialplanner.ui.widgets.layouts import ScrollPage, column


class SettingsPage(Page):
    """Settings, each in force at once."""

    def __init__(self, context: Context) -> None:
        """Begin with what is set."""
        super().__init__("settings", _("Settings"))
        self._context = context
        page = ScrollPage()
        page.box.addWidget(Heading(self.title))
        self.setLayout(column(page))
