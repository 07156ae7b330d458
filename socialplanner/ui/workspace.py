"""The open profile: the rail, the page, and the footer with the way back and on."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.pages.page import Page
from socialplanner.ui.profile_pages import Group, PageSpec, page_specs
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.labels import OneLine
from socialplanner.ui.widgets.layouts import Frame, column, row
from socialplanner.ui.widgets.step_rail import StepRail

CAPTIONS: Final = {Group.QUESTIONS: "Questions", Group.PLAN: "Your plan"}


class Workspace(QWidget):
    """One profile at work; `home_requested` when the person wants the list again."""

    home_requested = Signal()
    page_changed = Signal(str)

    def __init__(self, context: Context, session: Session) -> None:
        """Show the first page that wants attention."""
        super().__init__()
        self.session = session
        self._context = context
        self.specs: dict[str, PageSpec] = {spec.key: spec for spec in page_specs(context, session)}
        self._pages: dict[str, Page] = {}
        self._past: list[str] = []
        self._future: list[str] = []
        self.key = ""
        self.rail = StepRail(context.theme)
        self._stack = QStackedWidget()
        self._saved = OneLine(role="small")
        self._back = Button(_("&Back"), icon=context.icon("chevron-left"))
        self._on = Button(_("&Continue"), role="primary")
        self._fill_rail()
        self.setLayout(self._layout())
        self._connect()
        self._show_saved()

    def _fill_rail(self) -> None:
        group = None
        for spec in self.specs.values():
            if spec.group is not group:
                group = spec.group
                self.rail.add_caption(_(CAPTIONS[group]))
            self.rail.add_step(spec.key, spec.title, self._context.icon(spec.icon, "muted"))
        self.rail.end()

    def _layout(self) -> QHBoxLayout:
        footer_row = row(self._saved, 1, self._back, self._on, spacing=10)
        footer_row.setContentsMargins(24, 10, 24, 10)
        footer = Frame("footer", footer_row)
        right = column(self._stack, footer, spacing=0)
        right.setStretch(0, 1)
        box = row(self.rail, spacing=0)
        box.addLayout(right, 1)
        return box

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go)
        self._back.clicked.connect(self.go_back)
        self._on.clicked.connect(self.go_on)
        self.session.saved_changed.connect(self._show_saved)

    def go(self, key: str, place: str = "") -> None:
        """Show a page at a place; an unknown key shows the first one."""
        key = key if key in self.specs else next(iter(self.specs))
        if self.key and key != self.key:
            self._past.append(self.key)
            self._future.clear()
        self._show(key, place)

    def _show(self, key: str, place: str = "") -> None:
        if self.key and self.key != key:
            self._pages[self.key].left()
        if key not in self._pages:
            page = self.specs[key].make()
            self._pages[key] = page
            self._stack.addWidget(page)
        self.key = key
        self.rail.select(key)
        self._stack.setCurrentWidget(self._pages[key])
        self._pages[key].entered(place)
        keys = list(self.specs)
        self._back.setEnabled(key != keys[0])
        self._on.setVisible(key != keys[-1])
        self.page_changed.emit(key)

    @property
    def page(self) -> Page:
        """Return the page that is shown."""
        return self._pages[self.key]

    def go_back(self) -> None:
        """Show the page before this one in the rail: always safe, for everything is saved."""
        keys = list(self.specs)
        self.go(keys[max(0, keys.index(self.key) - 1)])

    def go_on(self) -> None:
        """Show the page after this one in the rail."""
        keys = list(self.specs)
        self.go(keys[min(len(keys) - 1, keys.index(self.key) + 1)])

    def go_past(self) -> None:
        """Show the page that was shown before, as in a browser."""
        if self._past:
            self._future.append(self.key)
            self._show(self._past.pop())

    def go_future(self) -> None:
        """Show again what was left by going back."""
        if self._future:
            self._past.append(self.key)
            self._show(self._future.pop())

    def leave(self) -> None:
        """Save what is being typed; the profile is about to be closed."""
        if self.key:
            self._pages[self.key].left()

    def _show_saved(self) -> None:
        if self.session.save_trouble:
            self._saved.set_whole(_("Not saved yet: ") + self.session.save_trouble)
        elif self.session.is_saved:
            self._saved.set_whole(_("All changes saved"))
        else:
            self._saved.set_whole(_("Saving …"))
