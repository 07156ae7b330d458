"""How it is known where an enquiry came from: one of three chips, told as radio buttons."""

from typing import Final

from PySide6.QtWidgets import QWidget

from socialplanner.domain.logbook import ASKED, CODE, TAG
from socialplanner.presentation.i18n import _
from socialplanner.presentation.log_words import trace_name
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Label

KNOWN_BY: Final = (ASKED, TAG, CODE)
LOWER: Final = 3
"""So far words are lowered to stand in line with those in buttons beside them."""


class HowPart(QWidget):
    """Holds one way of knowing; the tab key comes to it, arrows choose another."""

    def __init__(self) -> None:
        """Begin with somebody who was asked."""
        super().__init__()
        self.setProperty("role", "clear")
        self.chips = {key: _chip(key, place) for place, key in enumerate(KNOWN_BY, 1)}
        self.setLayout(FlowLayout(_in_line(_("How it is known:")), *self.chips.values()))
        self.choose(ASKED)

    @property
    def chosen(self) -> str:
        """Return how it is known."""
        return next(key for key, chip in self.chips.items() if chip.isChecked())

    def choose(self, key: str) -> None:
        """Choose a way; one that is none of these is somebody who was asked."""
        self.chips[key if key in KNOWN_BY else ASKED].setChecked(True)


def _chip(key: str, place: int) -> Button:
    name = trace_name(key)
    chip = Button(name, role="chip")
    chip.setCheckable(True)
    chip.setAutoExclusive(True)
    chip.setAccessibleName(_("How it is known: {how}").format(how=name))
    words = _("{place} of {count}").format(place=place, count=len(KNOWN_BY))
    chip.setAccessibleDescription(words)
    return chip


def _in_line(text: str) -> Label:
    """Return words that stand in one line with buttons."""
    label = Label(text, role="small")
    label.setWordWrap(False)
    label.setContentsMargins(0, LOWER, 0, 0)
    return label
