"""Every contact that is known of before somebody asked, first to last, where there were several."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from socialplanner.domain.catalogue import Catalogue
from socialplanner.presentation.i18n import _
from socialplanner.presentation.log_words import MOST_CONTACTS, source_name
from socialplanner.ui.accessibility import announce
from socialplanner.ui.context import Context
from socialplanner.ui.pages.logbook_sources import put_sources
from socialplanner.ui.widgets.buttons import Button, escaped
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import clear, column

HANG = 10
"""So far the sign of a quiet button stands from its edge: the part hangs out by that much."""


class WayPart(QWidget):
    """Gathers contacts: a menu adds one at the end, a press on one takes it out."""

    def __init__(self, context: Context, catalogue: Catalogue) -> None:
        """Begin with no contact."""
        super().__init__()
        self._catalogue = catalogue
        self._sources: tuple[str, ...] = ()
        self._others: tuple[str, ...] = ()
        self.contacts: tuple[str, ...] = ()
        self.setProperty("role", "clear")
        self.add = Button("", role="quiet", icon=context.icon("route", "muted"))
        self.add.clicked.connect(self._offer)
        self.chips: list[Button] = []
        self._chip_row = FlowLayout(spacing=8)
        self.hint = Label(role="small")
        contacts = column(self.hint, self._chip_row, spacing=6)
        contacts.setContentsMargins(HANG, 0, 0, 0)
        self.setLayout(column(contacts, FlowLayout(self.add), spacing=6))
        self.show_contacts(())

    def offer_sources(self, sources: Iterable[str], others: Iterable[str] = ()) -> None:
        """Take other sources to choose from; `others` stand in a menu of their own."""
        self._sources, self._others = tuple(sources), tuple(others)

    def show_contacts(self, contacts: tuple[str, ...]) -> None:
        """Show contacts, first to last."""
        self.contacts = contacts
        clear(self._chip_row)
        self.chips = [self._chip(place, key) for place, key in enumerate(contacts, 1)]
        for chip in self.chips:
            self._chip_row.addWidget(chip)
        words = _("The contacts you know of, first to last. A press takes one out.")
        self.hint.setText(words)
        self.hint.setVisible(bool(contacts))
        text = _("One more contact …") if contacts else _("Several contacts …")
        self.add.setText(text)
        self.add.setAccessibleName(text)
        self.add.setEnabled(len(contacts) < MOST_CONTACTS)

    def _chip(self, place: int, key: str) -> Button:
        name = source_name(self._catalogue, key)
        chip = Button(escaped(f"{place}. {name}"), role="chip")
        removing = _("Take out contact {place}: {source}")
        chip.setAccessibleName(removing.format(place=place, source=name))
        chip.clicked.connect(lambda: self._take_out(place - 1))
        return chip

    def menu(self) -> QMenu:
        """Return the sources to choose from; the menu is deleted when it closes."""
        menu = QMenu(self)
        menu.setAccessibleName(_("Where they met you"))
        menu.aboutToHide.connect(menu.deleteLater)
        put_sources(menu, self._catalogue, self._sources, self.take)
        if self._others:
            more = menu.addMenu(_("Another activity"))
            put_sources(more, self._catalogue, self._others, self.take)
        return menu

    def take(self, key: str) -> None:
        """Put a contact at the end."""
        self.show_contacts((*self.contacts, key))
        announce(self, self.chips[-1].text())
        self.add.setFocus()

    def _take_out(self, index: int) -> None:
        self.show_contacts((*self.contacts[:index], *self.contacts[index + 1 :]))
        self.add.setFocus()

    def _offer(self) -> None:
        self.menu().popup(self.add.mapToGlobal(QPoint(0, self.add.height())))
