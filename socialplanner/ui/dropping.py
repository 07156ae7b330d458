"""Files dropped on the window: one is opened, and the window shows that it would take it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from socialplanner.presentation.i18n import _
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import Frame, column

EDGE = 16


class Dropping(QObject):
    """Watches a window; `dropped` has the path of a file."""

    dropped = Signal(object)

    def __init__(self, window: QMainWindow) -> None:
        """Let the window take files."""
        super().__init__(window)
        self._window = window
        words = Label(_("Drop it here to open it"), role="heading")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        note = Label(
            _("A plan, a bundle, or an answers file. Nothing is changed before you agree.")
        )
        note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.overlay = Frame("drop", column(1, words, note, 1, spacing=6, margins=20))
        self.overlay.setParent(window)
        self.overlay.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.overlay.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take one file at a time; leave everything else to others."""
        del watched
        if isinstance(event, QDragEnterEvent) and file_in(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._show_overlay()
            return True
        if isinstance(event, QDragLeaveEvent):
            self.overlay.hide()
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            return self._drop(event)
        return False

    def _drop(self, event: QDropEvent) -> bool:
        self.overlay.hide()
        path = file_in(event.mimeData())
        if path is None:
            return False
        event.acceptProposedAction()
        self.dropped.emit(path)
        return True

    def _show_overlay(self) -> None:
        self.overlay.setGeometry(self._window.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE))
        self.overlay.show()
        self.overlay.raise_()


def file_in(data: QMimeData) -> Path | None:
    """Return the first file of what is dragged, None where there is none."""
    paths = (url.toLocalFile() for url in data.urls() if url.isLocalFile())
    return next((Path(path) for path in paths if path), None)
