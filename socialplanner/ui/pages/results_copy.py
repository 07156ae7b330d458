"""Words that are there to be copied: a link in a line, a question to ask."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import Frame, column, row


class CopyLine(QWidget):
    """A text in one line, with its name above and a button that copies it."""

    def __init__(self, context: Context, name: str, text: str) -> None:
        """Show a text."""
        super().__init__()
        self.setProperty("role", "clear")
        self._context = context
        self.text = QLineEdit(text)
        self.text.setReadOnly(True)
        self.text.setCursorPosition(0)
        self.text.setAccessibleName(name)
        self.button = Button(_("Copy"), icon=context.icon("copy"))
        self.button.setAccessibleName(_("Copy the link: {name}").format(name=name))
        self.button.clicked.connect(self.copy)
        beside = row(self.text, self.button)
        beside.setStretch(0, 1)
        self.setLayout(column(Label(name, role="strong"), beside, spacing=4))

    def copy(self) -> None:
        """Put the text on the clipboard."""
        QGuiApplication.clipboard().setText(self.text.text())
        self._context.messages.show_message(_("The link was copied."), tone="success")


class CopyWords(QWidget):
    """A question to ask others, and what to note of the answer."""

    def __init__(self, context: Context) -> None:
        """Begin empty."""
        super().__init__()
        self.setProperty("role", "clear")
        self._context = context
        self.lead = Label(role="muted")
        self.words = Label(role="question")
        self.codes = Label()
        self.button = Button(_("Copy"), icon=context.icon("copy"))
        self.button.setAccessibleName(_("Copy the question"))
        self.button.clicked.connect(self.copy)
        inner = row(self.words, self.button, spacing=12, margins=14)
        inner.setStretch(0, 1)
        self.setLayout(column(self.lead, Frame("why", inner), self.codes, spacing=10))

    def show_words(self, lead: str, words: str, codes: str) -> None:
        """Show a question."""
        self.lead.setText(lead)
        self.words.setText(words)
        self.codes.setText(codes)

    def copy(self) -> None:
        """Put the question on the clipboard, without its quotation marks."""
        QGuiApplication.clipboard().setText(self.words.text().strip("“”"))
        self._context.messages.show_message(_("The question was copied."), tone="success")
