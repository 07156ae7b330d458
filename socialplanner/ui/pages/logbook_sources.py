"""Whom an enquiry can be credited to: a chip for each, and a menu of all other activities."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.logbook import DECOY, ELSEWHERE, NOT_ASKED
from socialplanner.presentation.i18n import _
from socialplanner.presentation.log_words import source_name, trace_name
from socialplanner.ui.widgets.buttons import Button, escaped
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.layouts import clear

UNKNOWN: Final = ""
NOBODY_ASKED: Final = "not asked"
NO_CONTACT: Final = (DECOY, UNKNOWN, NOBODY_ASKED)


class SourceChips(QWidget):
    """Shows the sources of a week; `chosen` has the key of the one that was pressed."""

    chosen = Signal(str)

    def __init__(self, catalogue: Catalogue) -> None:
        """Begin without a week."""
        super().__init__()
        self.setProperty("role", "clear")
        self._catalogue = catalogue
        self._activities: tuple[str, ...] | None = None
        self.chips: dict[str, Button] = {}
        self.another = Button("")
        self._row = FlowLayout(spacing=8)
        self.setLayout(self._row)

    def offer(self, activities: Iterable[str]) -> bool:
        """Offer these activities and what is elsewhere; tell whether it is another offer."""
        offered = tuple(dict.fromkeys(activities))
        if offered == self._activities:
            return False
        self._activities = offered
        clear(self._row)
        self.chips = {}
        for key in offered:
            self._add(key)
        self.another = self._chip(_("Another activity …"), _("another activity"))
        self.another.clicked.connect(self._show_menu)
        self._row.addWidget(self.another)
        self.another.setVisible(bool(self.others))
        for key in (*ELSEWHERE, UNKNOWN, NOBODY_ASKED):
            self._add(key)
        return True

    @property
    def contacts(self) -> tuple[str, ...]:
        """Return what can have met somebody, in the order of the chips."""
        return tuple(key for key in self.chips if key not in NO_CONTACT)

    @property
    def others(self) -> tuple[str, ...]:
        """Return the activities of the catalogue that have no chip."""
        known = (each.id for each in self._catalogue.activities)
        return tuple(key for key in known if key not in (self._activities or ()))

    def menu(self) -> QMenu:
        """Return the other activities to choose from; the menu is deleted when it closes."""
        menu = QMenu(self)
        menu.setAccessibleName(_("Another activity"))
        menu.aboutToHide.connect(menu.deleteLater)
        put_sources(menu, self._catalogue, self.others, self.chosen.emit)
        return menu

    def _add(self, key: str) -> None:
        is_asked = key != NOBODY_ASKED
        name = source_name(self._catalogue, key) if is_asked else trace_name(NOT_ASKED)
        chip = self._chip(name, name)
        chip.clicked.connect(lambda: self.chosen.emit(key))
        self.chips[key] = chip
        self._row.addWidget(chip)

    def _chip(self, text: str, name: str) -> Button:
        chip = Button(escaped(text), role="chip")
        chip.setAccessibleName(_("Keep as: {source}").format(source=name))
        return chip

    def _show_menu(self) -> None:
        self.menu().popup(self.another.mapToGlobal(QPoint(0, self.another.height())))


def put_sources(
    menu: QMenu, catalogue: Catalogue, keys: Sequence[str], take: Callable[[str], object]
) -> None:
    """Put sources into a menu; `take` gets the key of the one that is chosen."""
    for key in keys:
        action = QAction(escaped(source_name(catalogue, key)), menu)
        action.triggered.connect(lambda _checked=False, chosen=key: take(chosen))
        menu.addAction(action)
