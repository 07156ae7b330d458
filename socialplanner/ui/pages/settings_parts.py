"""What the cards of the settings are made of."""

from PySide6.QtWidgets import QComboBox, QWidget

from socialplanner.ui.widgets.labels import Heading, Label, named
from socialplanner.ui.widgets.layouts import Card, column, row


class SettingsCard(Card):
    """One subject of the settings, with a heading and a line about it."""

    def __init__(self, title: str, words: str = "") -> None:
        """Begin with the heading."""
        super().__init__(Heading(title, level=2), spacing=12)
        if words:
            self.box.addWidget(Label(words, role="muted"))


def labelled(words: str, control: QWidget, hint: str = "") -> QWidget:
    """Return a control below its label, which names it for screen readers; a hint comes last."""
    named(control, words, hint)
    label = Label(words, role="strong")
    label.setBuddy(control)
    line = row(control, 2)
    line.setStretch(0, 3)
    box = column(label, line, spacing=6)
    if hint:
        box.addWidget(Label(hint, role="small"))
    whole = QWidget()
    whole.setProperty("role", "clear")
    whole.setLayout(box)
    return whole


class Choices(QComboBox):
    """A list of which one is chosen, each with a value of its own."""

    def __init__(self, choices: dict[str, str], chosen: str) -> None:
        """Offer words by value."""
        super().__init__()
        for value, words in choices.items():
            self.addItem(words, value)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    @property
    def value(self) -> str:
        """Return the value that is chosen."""
        return str(self.currentData())
