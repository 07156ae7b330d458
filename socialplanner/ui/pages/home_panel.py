"""A panel of the home page: asks or shows one thing in place, and closes with Esc."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from socialplanner.presentation.i18n import _
from socialplanner.ui.accessibility import announce
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, add, column, row


class Panel(Card):
    """A card with a heading, content, a line for what is wrong, and buttons."""

    task = ""
    """The name of its work in the background, of which nobody is told once it is closed."""

    closed = Signal()

    def __init__(self, title: str, lead: str = "") -> None:
        """Show a heading and a sentence."""
        super().__init__(spacing=12)
        self.setAccessibleName(title)
        self.box.addWidget(Heading(title, level=2))
        self.lead = Label(lead, role="muted")
        self.box.addWidget(self.lead)
        if not lead:
            self.lead.hide()
        self.content = column(spacing=12)
        self.box.addLayout(self.content)
        self.trouble = Label(role="danger")
        self.trouble.hide()
        self.box.addWidget(self.trouble)
        self._buttons = row(spacing=10)
        self.box.addLayout(self._buttons)
        cancel = QShortcut(QKeySequence("Esc"), self)
        cancel.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        cancel.activated.connect(self.closed)

    def put_buttons(self, *buttons: Button, cancel: str = "") -> None:
        """Show buttons in the last line, behind them one that closes the panel."""
        for button in buttons:
            self._buttons.addWidget(button)
        self.close_button = Button(cancel or _("Cancel"), role="quiet")
        self.close_button.clicked.connect(self.closed)
        self._buttons.addWidget(self.close_button)
        self._buttons.addStretch(1)

    def say_trouble(self, words: str) -> None:
        """Say what is wrong, where the person is looking; "" takes it away."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        if words:
            announce(self, words)

    def begin(self) -> None:
        """Put the keys where the person goes on."""
        for field in self.findChildren(QLineEdit):
            if field.isVisibleTo(self):
                field.setFocus()
                field.selectAll()
                return
        for button in self.findChildren(Button):
            if button.isEnabled() and button.isVisibleTo(self):
                button.setFocus()
                return


def labelled(text: str, field: QWidget, note: str = "") -> QVBoxLayout:
    """Return a field under its label; the label is its name."""
    label = Label(text, role="strong")
    label.setBuddy(field)
    field.setAccessibleName(text)
    field.setAccessibleDescription(note)
    box = column(label, field, spacing=4)
    if note:
        add(box, Label(note, role="small"))
    return box


def text_field(text: str = "", *, hides: bool = False) -> QLineEdit:
    """Return a line to type in; one that hides shows dots."""
    field = QLineEdit(text)
    if hides:
        field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


def dress(button: Button, role: str) -> None:
    """Give a button another look, also where it is shown already."""
    button.setProperty("role", role)
    button.style().unpolish(button)
    button.style().polish(button)


def pressing(button: Button, call: Callable[[], None]) -> Button:
    """Return a button that makes a call."""
    button.clicked.connect(lambda _checked=False: call())
    return button
