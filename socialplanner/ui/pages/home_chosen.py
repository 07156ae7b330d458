"""The line above the list while plans are marked: how many, and what to do with them."""

from PySide6.QtCore import Signal

from socialplanner.presentation.i18n import _
from socialplanner.ui.accessibility import announce
from socialplanner.ui.models.profile_list import ProfileList
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import Frame, column

RISE = 8
"""Room above and below the words, which stand in line with those on the buttons."""


class ChosenBar(Frame):
    """Says how many are marked; `reports_wanted` asks for their reports."""

    reports_wanted = Signal()

    def __init__(self, profiles: ProfileList) -> None:
        """Follow the marks of a list."""
        self._profiles = profiles
        self.words = Label(role="strong")
        self.make = Button(_("Make repor&ts …"))
        self.all = Button(_("Choose all"), role="quiet")
        self.none = Button(_("Choose none"), role="quiet")
        self.words.setWordWrap(False)
        self.words.setContentsMargins(0, RISE, 8, RISE)
        flow = FlowLayout(self.words, self.make, self.all, self.none)
        super().__init__("inset", column(flow, margins=10))
        self._is_asking = False
        self.make.clicked.connect(self.reports_wanted)
        self.all.clicked.connect(profiles.mark_all)
        self.none.clicked.connect(profiles.mark_none)
        profiles.marked_changed.connect(self._show)
        self._show()

    def show_state(self, *, is_asking: bool) -> None:
        """Give way to a question, and come back after it."""
        self._is_asking = is_asking
        self._show()

    def _show(self) -> None:
        count, shown = len(self._profiles.marked), len(self._profiles.shown)
        said = _("{count} of {all} chosen").format(count=f"{count:,}", all=f"{shown:,}")
        is_other = said != self.words.text()
        self.words.setText(said)
        self.all.setEnabled(count < shown)
        self.setVisible(count > 0 and not self._is_asking)
        if is_other and self.isVisible():
            announce(self, said)
