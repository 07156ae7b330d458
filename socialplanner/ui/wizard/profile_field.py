"""One line about who it is for: its name, a field, and what cannot stand there."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from socialplanner.domain.record import LONGEST_NOTE
from socialplanner.ui.accessibility import announce
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import column

PAUSE = 600
"""Milliseconds without a key after which a line is saved."""


class BuddyLabel(QLabel):
    """A name of ours with a mnemonic: words of a person never stand in it."""

    def __init__(self, text: str) -> None:
        """Show a name."""
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "strong")


class ProfileField(QWidget):
    """A field with a mnemonic in its label; `paused` when what was typed may be kept."""

    paused = Signal()

    def __init__(self, label: str, hint: str, placeholder: str = "") -> None:
        """Begin empty; "&" in the label marks the mnemonic."""
        super().__init__()
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST_NOTE)
        self.line.setPlaceholderText(placeholder)
        title = BuddyLabel(label)
        title.setBuddy(self.line)
        self._hint = Label(hint, role="small")
        self._trouble = Label(role="danger")
        self._trouble.hide()
        self.line.setAccessibleName(label.replace("&", ""))
        self.line.setAccessibleDescription(hint)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.paused)
        self._is_showing = False
        self.line.textChanged.connect(self._typed)
        self.line.editingFinished.connect(self._finished)
        self.setLayout(column(title, self.line, self._trouble, self._hint, spacing=5))

    @property
    def text(self) -> str:
        """Return what stands there, without room around it."""
        return self.line.text().replace("\0", "").strip()

    def show_text(self, text: str) -> None:
        """Show what is kept; what is being typed stays."""
        if text != self.text and not self._pause.isActive():
            self._is_showing = True
            self.line.setText(text)
            self.line.setCursorPosition(0)
            self._is_showing = False

    def say(self, trouble: str) -> None:
        """Say what cannot be kept, or "" where all is well."""
        if trouble and trouble != self._trouble.text():
            announce(self, trouble)
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        self.line.setAccessibleDescription(trouble or self._hint.text())
        if self.line.property("wrong") is not bool(trouble):
            self.line.setProperty("wrong", bool(trouble))
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)

    def _typed(self) -> None:
        """Wait for a pause, whoever types: a person, or a program that takes dictation."""
        if not self._is_showing:
            self._pause.start()

    def rest(self) -> None:
        """Wait for nothing any more: what stands there was kept, or is left."""
        self._pause.stop()

    def _finished(self) -> None:
        self.rest()
        self.paused.emit()
