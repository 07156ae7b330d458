"""Beside the page: the way back to all plans, which plan is open, and the rail."""

from typing import Final

from PySide6.QtWidgets import QWidget

from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.profile_pages import PageSpec
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.labels import OneLine, set_tip
from socialplanner.ui.widgets.layouts import Frame, column
from socialplanner.ui.widgets.step_rail import StepRail
from socialplanner.ui.wizard.journey import Journey
from socialplanner.ui.wizard.rail_states import fill_rail, show_rail

HOME_KEYS: Final = "Ctrl+W"
LEAST_PAGE: Final = 340
"""Pixels at ordinary text size that a page needs beside the rail."""

SIDE, TOP = 10, 10
"""Pixels around what stands above the rail, the same as around its steps."""


class RailSide(QWidget):
    """The rail of the pages, below the name of the plan and a button that leads home."""

    def __init__(self, context: Context, specs: tuple[PageSpec, ...]) -> None:
        """Show a step for each page; `show_journey` says how far each has come."""
        super().__init__()
        self._context = context
        self._specs = specs
        self._is_compact = False
        self.home = Button(_("All plans"), role="step", icon=context.icon("chevron-left", "muted"))
        set_tip(self.home, f"{_('All plans')} ({HOME_KEYS})")
        self.name = OneLine(role="plan")
        self.name.setContentsMargins(SIDE, 0, SIDE, 0)
        self.rail = StepRail(context.theme)
        fill_rail(self.rail, specs, context)
        head = column(self.home, self.name, spacing=6)
        head.setContentsMargins(SIDE, TOP, SIDE, 0)
        box = column(Frame("rail", head), self.rail, spacing=0)
        box.setStretch(1, 1)
        self.setLayout(box)

    def show_journey(self, journey: Journey, name: str) -> None:
        """Show how far every page has come, and what the plan is called now."""
        show_rail(self.rail, self._specs, journey)
        if name != self.name.whole:
            self.name.set_whole(name)

    def fit(self, whole: int) -> None:
        """Leave the page the room it needs of a width: then there are icons alone."""
        room = whole - self.rail.whole_width
        is_compact = room < self._context.theme.px(LEAST_PAGE)
        self.rail.show_compact(is_compact=is_compact)
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self.name.setVisible(not is_compact)
            self.home.setText("" if is_compact else _("All plans"))
