"""Messages in the window: said where the person is looking, never in a box that blocks."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socialplanner.presentation.i18n import _
from socialplanner.ui.accessibility import announce
from socialplanner.ui.icons import icon
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.buttons import Button, IconButton
from socialplanner.ui.widgets.contents import contents
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import Frame, row

MOST = 3
SHORT_LIFE = 8_000
"""Milliseconds after which a message goes by itself, where nothing has to be done about it."""

Action = tuple[str, Callable[[], None]]


class Message(Frame):
    """One message with what can be done about it."""

    def __init__(self, theme: Theme, words: str, tone: str, actions: tuple[Action, ...]) -> None:
        """Show a message; `tone` is "info", "success", "warning" or "danger"."""
        self.words = words
        label = Label(words)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = [self._button(name, act) for name, act in actions]
        close = IconButton(icon("x", theme), _("Close this message"))
        close.clicked.connect(self.dismiss)
        box = row(label, *buttons, close, spacing=10)
        box.setContentsMargins(16, 8, 8, 8)
        box.setStretch(0, 1)
        super().__init__("message", box)
        self.setProperty("tone", tone)

    def _button(self, name: str, act: Callable[[], None]) -> Button:
        button = Button(name)

        def pressed() -> None:
            self.dismiss()
            act()

        button.clicked.connect(pressed)
        return button

    def dismiss(self) -> None:
        """Take the message away."""
        self.hide()
        self.setParent(None)
        self.deleteLater()


class MessageBar(QWidget):
    """Holds the messages, the newest first."""

    def __init__(self, theme: Theme) -> None:
        """Begin without any."""
        super().__init__()
        self._theme = theme
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)

    def show_message(
        self, words: str, *, tone: str = "info", actions: tuple[Action, ...] = ()
    ) -> Message:
        """Say something; what is harmless and needs no answer goes by itself."""
        for same in [each for each in self.messages() if each.words == words]:
            same.dismiss()
        message = Message(self._theme, words, tone, actions)
        self._box.insertWidget(0, message)
        for old in self.messages()[MOST:]:
            old.dismiss()
        announce(self, words)
        if tone in {"info", "success"} and not actions:
            timer = QTimer(message)
            timer.setSingleShot(True)
            timer.timeout.connect(message.dismiss)
            timer.start(SHORT_LIFE)
        return message

    def show_trouble(self, words: str) -> None:
        """Say what went wrong; Qt forgets this receiver as soon as the window is gone."""
        self.show_message(words, tone="danger")

    def messages(self) -> list[Message]:
        """Return the messages that are shown, the newest first."""
        return [each for each in contents(self._box) if isinstance(each, Message)]

    def clear_calm(self) -> None:
        """Take away what is good to know and no trouble: the person went on to something else."""
        for message in self.messages():
            if message.property("tone") in {"info", "success"}:
                message.dismiss()

    def clear(self) -> None:
        """Take all messages away."""
        for message in self.messages():
            message.dismiss()
