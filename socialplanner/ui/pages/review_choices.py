"""What can be said to a review: what is to be counted, and which rules were acted on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from socialplanner.domain.primary_outcome import PrimaryOutcome
from socialplanner.presentation.i18n import _
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, clear, column, row
from socialplanner.ui.widgets.wheelless import CalmChoice

if TYPE_CHECKING:
    from socialplanner.presentation.summary.counted import WhatCounts
    from socialplanner.presentation.summary.judged import JudgedRules


class CountedCard(Card):
    """Says what is counted, and lets one choose; `chosen` has the choice."""

    chosen = Signal(PrimaryOutcome)

    def __init__(self) -> None:
        """Begin with enquiries."""
        super().__init__(spacing=10)
        self.choice = CalmChoice()
        self.choice.setAccessibleName(_("What is counted"))
        self.choice.addItem(_("Enquiries"), PrimaryOutcome.ENQUIRIES)
        self.choice.addItem(_("Conversations of two turns"), PrimaryOutcome.CONVERSATIONS)
        self.choice.activated.connect(self._choose)
        self.text, self.advice = Label(), Label()
        self.box.addWidget(Heading(_("What is counted"), level=2))
        self.box.addLayout(row(self.choice, 1))
        self.box.addWidget(self.text)
        self.box.addWidget(self.advice)

    def show_counted(self, counted: "WhatCounts") -> None:
        """Show what a review counts."""
        with QSignalBlocker(self.choice):
            self.choice.setCurrentIndex(self.choice.findData(counted.chosen))
        self.text.setText(counted.lead)
        self.advice.setText(counted.advice)
        self.advice.setVisible(bool(counted.advice))

    def _choose(self, place: int) -> None:
        self.chosen.emit(PrimaryOutcome(self.choice.itemData(place)))


class OpenRules(QWidget):
    """The rules that ask for what was agreed, each to be marked as done; `done` has its key."""

    done = Signal(str)

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.setProperty("role", "clear")
        self.buttons: dict[str, Button] = {}
        self._rows = column(spacing=10)
        self.setLayout(self._rows)

    def show_rules(self, rules: "JudgedRules", heading: Heading) -> None:
        """Show a line for each rule that is due and not done.

        Where the keyboard was here, it comes to the same rule, to the next one, or to the heading.
        """
        wanted = self._wanted()
        if wanted:
            heading.setFocus()
        clear(self._rows)
        self.buttons = {}
        for rule in rules.fired:
            button = Button(_("Mark as done"))
            button.setAccessibleName(_("Mark as done: {rule}").format(rule=rule.text))
            button.clicked.connect(lambda _checked=False, key=rule.key: self.done.emit(key))
            self.buttons[rule.key] = button
            self._rows.addLayout(column(Label(rule.text), row(button, 1), spacing=4))
        self.setVisible(bool(rules.fired))
        if found := next((key for key in wanted if key in self.buttons), ""):
            self.buttons[found].show()  # else it waits for its turn, and takes no keyboard
            self.buttons[found].setFocus()

    def _wanted(self) -> list[str]:
        """Return rules in the order in which they would have the keyboard; none has it now: []."""
        keys = list(self.buttons)
        held = [place for place, key in enumerate(keys) if self.buttons[key].hasFocus()]
        return [*keys[held[0] :], *reversed(keys[: held[0]])] if held else []
