"""Paragraphs or lines that a person writes: taken after a pause, and when the page is left."""

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from socialplanner.domain.record import LONGEST_NOTE
from socialplanner.ui.theme import Theme

PAUSE: Final = 800
"""Milliseconds without a key after which what is written is taken."""

ROOM: Final = 26
"""Pixels around the lines."""


class WrittenText(QPlainTextEdit):
    """Plain text that grows with its lines, up to some.

    `given` tells that it is another, `shortened` that it was longer than a text may be.
    """

    given = Signal()
    shortened = Signal()

    def __init__(self, theme: Theme, name: str, *, least: int = 2, most: int = 7) -> None:
        """Begin empty, with room for so many lines."""
        super().__init__()
        self._theme = theme
        self._lines = (least, most)
        self._taken = ""
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.commit)
        self.textChanged.connect(self._keep_short)
        self.textChanged.connect(self._pause.start)
        self.textChanged.connect(self._fit)
        theme.changed.connect(self._fit)
        self._fit()

    def _keep_short(self) -> None:
        """Take away what is more than a text may have; that can be undone like any typing."""
        if len(self.text) <= LONGEST_NOTE:
            return
        cursor, end = self.textCursor(), QTextCursor.MoveOperation
        cursor.movePosition(end.End)
        keep = QTextCursor.MoveMode.KeepAnchor
        cursor.movePosition(end.Left, keep, len(self.text) - LONGEST_NOTE)
        cursor.removeSelectedText()
        self.shortened.emit()

    @property
    def text(self) -> str:
        """Return what stands there."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Show a text that is kept; what is being written stays."""
        if self.hasFocus() or text == self._taken == self.text:
            return
        self._taken = text
        if text != self.text:
            self.setPlainText(text)
        self._pause.stop()

    def commit(self) -> None:
        """Tell of what is written, where it is another than before."""
        self._pause.stop()
        if self.text != self._taken:
            self._taken = self.text
            self.given.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Take what is written before anything else is done."""
        super().focusOutEvent(event)
        self.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Be as high as the lines are at this width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """Be as high as the lines that are written, up to the most."""
        least, most = self._lines
        lines, block = 0, self.document().firstBlock()
        while block.isValid() and lines < most:
            lines += max(1, block.layout().lineCount())
            block = block.next()
        lines = max(least, min(most, lines))
        height = self.fontMetrics().lineSpacing() * lines + self._theme.px(ROOM)
        self.setFixedHeight(height)
