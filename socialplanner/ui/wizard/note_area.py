"""The note at a question: opened in place, saved after a pause."""

from PySide6.QtCore import QMimeData, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from socialplanner.domain.questionnaire import Question
from socialplanner.domain.record import LONGEST_NOTE
from socialplanner.presentation.i18n import _
from socialplanner.ui.accessibility import announce
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import column

PAUSE = 600
"""Milliseconds without a key after which a note is saved."""

LINES = 4
MOST_PASTED = 4 * LONGEST_NOTE
"""No note is so long; a book that is pasted by mistake shall not stop the window."""


class _NoteText(QPlainTextEdit):
    """Plain text that says when it is left."""

    left = Signal()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Take what is pasted, as far as it could be shown without a wait."""
        self.insertPlainText(source.text()[:MOST_PASTED])

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Say that the note is left."""
        super().focusOutEvent(event)
        self.left.emit()


class NoteArea(QWidget):
    """A text area for one note; `noted` has the text that is to be kept."""

    noted = Signal(str)

    def __init__(self, question: Question, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self._theme = theme
        self._kept = ""
        self._text = _NoteText()
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(
            _("Note at “{question}”").format(question=question.short or question.text)
        )
        self._text.setPlaceholderText(_("A note for yourself; it is kept with your answer."))
        self._trouble = Label(role="danger")
        self._trouble.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.save)
        self._text.textChanged.connect(self._typed)
        self._text.left.connect(self.save)
        self.setLayout(column(self._text, self._trouble, spacing=6))
        theme.changed.connect(self._resize)
        self._resize()

    @property
    def text(self) -> str:
        """Return the note as it stands there."""
        return self._text.toPlainText().replace("\0", "")

    def show_note(self, note: str) -> None:
        """Show what is kept, unless the same or something newer stands there."""
        if note in (self._kept, self.text.strip()):
            self._kept = note
            return
        self._kept = note
        self._text.blockSignals(True)  # noqa: FBT003 - Qt's own argument
        self._text.setPlainText(note)
        self._text.blockSignals(False)  # noqa: FBT003 - Qt's own argument
        self._say("")

    def take_focus(self) -> None:
        """Put the keyboard behind the last word."""
        self._text.setFocus()
        cursor = self._text.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self._text.setTextCursor(cursor)

    def save(self) -> None:
        """Have the note kept, where it is another one and not too long."""
        self._pause.stop()
        text = self.text.strip()
        if text != self._kept and len(text) <= LONGEST_NOTE:
            self._kept = text
            self.noted.emit(text)

    def _typed(self) -> None:
        self._pause.start()
        more = len(self.text.strip()) - LONGEST_NOTE
        words = _("A note holds up to {most} characters; this one has {more} too many to be saved.")
        self._say(words.format(most=f"{LONGEST_NOTE:,}", more=f"{more:,}") if more > 0 else "")

    def _say(self, words: str) -> None:
        if words and self._trouble.isHidden():
            announce(self, words)
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))

    def _resize(self) -> None:
        line = self._text.fontMetrics().lineSpacing()
        self._text.setFixedHeight(LINES * line + self._theme.px(24))
