"""Dragging within one widget: presses become drags once the mouse has moved far enough."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget


class Dragging(QObject):
    """Watches buttons. `moved` and `dropped` have the button and a spot of the screen.

    `ended` comes after every drag, dropped or given up with Escape. A button that was dragged is
    not clicked.
    """

    moved = Signal(QWidget, QPoint)
    dropped = Signal(QWidget, QPoint)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        """Watch nothing yet."""
        super().__init__(parent)
        self._start: QPoint | None = None
        self._is_dragged = False
        self._is_given_up = False

    def watch(self, button: QAbstractButton) -> None:
        """Let a button be dragged."""
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the mouse from a press to its release."""
        if not isinstance(watched, QAbstractButton):
            return False
        if isinstance(event, QMouseEvent):
            return self._mouse(watched, event)
        is_given_up = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if self._is_dragged and is_given_up:
            self._end(watched)
            self._is_given_up = True
            return True
        return False

    def _mouse(self, button: QAbstractButton, event: QMouseEvent) -> bool:
        spot = event.globalPosition().toPoint()
        if self._is_given_up:
            self._is_given_up = event.type() != QEvent.Type.MouseButtonRelease
            return True
        if event.type() == QEvent.Type.MouseButtonPress:
            is_left = event.button() == Qt.MouseButton.LeftButton
            self._start = spot if is_left else None
        elif event.type() == QEvent.Type.MouseMove and self._start is not None:
            return self._follow(button, spot)
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._start = None
            if self._is_dragged:
                self._end(button)
                self.dropped.emit(button, spot)
                return True
        return False

    def _follow(self, button: QAbstractButton, spot: QPoint) -> bool:
        start = self._start or spot
        if not self._is_dragged:
            far = QApplication.startDragDistance()
            self._is_dragged = (spot - start).manhattanLength() >= far
            if self._is_dragged:
                button.setDown(False)
                button.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._is_dragged:
            self.moved.emit(button, spot)
        return self._is_dragged

    def _end(self, button: QAbstractButton) -> None:
        self._is_dragged = False
        self._start = None
        button.setDown(False)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.ended.emit()
