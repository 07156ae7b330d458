"""A page with a panel at its side: beside it where there is room, above it where there is not."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

LEAST_MAIN: Final = 480
"""Pixels that are left for the page at ordinary text size; with fewer the panel lies above it."""


class SideBySide(QWidget):
    """Lays out a main widget and a panel.

    `closed` when a panel that lay above was closed, `room_changed` when there is room beside the
    page, or no longer.
    """

    closed = Signal()
    room_changed = Signal()

    def __init__(self, main: QWidget, panel: QWidget) -> None:
        """Show the main widget alone at first."""
        super().__init__()
        self._main = main
        self._panel = panel
        main.setParent(self)
        panel.setParent(self)
        panel.hide()
        self._width = 0
        self._is_wanted = False
        self._was_roomy = False

    @property
    def is_roomy(self) -> bool:
        """Return whether the panel has room beside the page."""
        return self.width() - self._width >= LEAST_MAIN

    def set_panel_width(self, width: int) -> None:
        """Give the panel another width."""
        self._width = width
        self._arrange()

    def show_panel(self, *, is_wanted: bool) -> None:
        """Show the panel or take it away."""
        self._is_wanted = is_wanted
        self._panel.setVisible(is_wanted)
        self._arrange()

    def _arrange(self) -> None:
        whole = self.rect()
        panel = QRect(whole)
        panel.setLeft(max(0, whole.width() - self._width))
        beside = self._is_wanted and self.is_roomy
        if beside:
            whole.setWidth(whole.width() - self._width)
        self._main.setGeometry(whole)
        self._panel.setGeometry(panel)
        self._panel.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay out anew."""
        super().resizeEvent(event)
        self._arrange()
        if self.is_roomy != self._was_roomy:
            self._was_roomy = self.is_roomy
            self.room_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close a panel that lies above the page with Escape."""
        is_above = self._is_wanted and not self.is_roomy
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape and is_above:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
