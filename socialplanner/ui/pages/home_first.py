"""What a person sees who has never been here: what this is, and that nothing leaves the machine."""

from PySide6.QtCore import Signal

from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.pages.home_panel import pressing
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, column, row


class FirstStart(Card):
    """Three sentences and three ways to begin."""

    new_requested = Signal()
    sample_requested = Signal()
    half_year_requested = Signal()

    def __init__(self, context: Context) -> None:
        """Show the sentences."""
        super().__init__(spacing=14, margins=28)
        self.box.addWidget(Heading(_("Plan your hours on social media"), level=1, role="display"))
        words = column(*(Label(each, role="lead") for each in _sentences()), spacing=14)
        beside = row(words, 1)
        beside.setStretch(0, 4)
        self.box.addLayout(beside)
        self.box.addSpacing(4)
        self.new = Button(_("&New plan"), role="primary", icon=context.icon("plus", "on_accent"))
        self.sample = Button(_("Look at the &sample"))
        self.half_year = Button(_("Look at half a &year"))
        self.box.addLayout(
            FlowLayout(
                pressing(self.new, self.new_requested.emit),
                pressing(self.sample, self.sample_requested.emit),
                pressing(self.half_year, self.half_year_requested.emit),
                spacing=12,
            )
        )


def _sentences() -> tuple[str, ...]:
    """Return what it is, what it shows, and that nothing leaves the machine."""
    return (
        _(
            "SocialPlanner asks plain questions about your business and the hours you have, "
            "and makes a plan of them for the next 90 days."
        ),
        _(
            "It shows how your work is split between publishing and talking with people, "
            "which split would fit your goals, and how sure it is of that."
        ),
        _("Everything stays on this computer: there is no account, and nothing is sent anywhere."),
    )
