"""The list of profiles: chosen by mouse or by keys, with a menu for each row."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy

from socialplanner.domain.listing import ProfileEntry
from socialplanner.presentation.i18n import _
from socialplanner.ui.models.profile_list import ENTRY, ProfileList
from socialplanner.ui.pages.home_rows import ProfileRow
from socialplanner.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class ProfileListView(QListView):
    """Rows of profiles; signals carry the entry, `menu_requested` also where it was asked for."""

    opened = Signal(object)
    deleted = Signal(object)
    menu_requested = Signal(object, QPoint)
    left_upwards = Signal()
    scrolled = Signal()

    def __init__(self, theme: Theme, profiles: ProfileList) -> None:
        """Show the rows of a model."""
        super().__init__()
        self.setProperty("role", "profiles")
        self.setModel(profiles)
        self._theme = theme
        self._profiles = profiles
        self._anchor = -1
        self.row = ProfileRow(theme, profiles, self)
        self.setItemDelegate(self.row)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Plans"))
        self.verticalScrollBar().valueChanged.connect(self.scrolled)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.scheduleDelayedItemsLayout()

    def chosen(self) -> ProfileEntry | None:
        """Return the entry of the row that the keys are on."""
        entry = self.currentIndex().data(ENTRY)
        return entry if isinstance(entry, ProfileEntry) else None

    def choose(self, row: int) -> None:
        """Put the keys on a row, the nearest there is."""
        last = self.model().rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self.model().index(min(max(0, row), last), 0))

    def entries_in_view(self) -> list[ProfileEntry]:
        """Return the entries of the rows that can be seen."""
        count = self.model().rowCount()
        height = max(1, self.sizeHintForRow(0)) if count else 1
        first = max(0, self.verticalScrollBar().value() // height)
        last = min(count, first + self.viewport().height() // height + 2)
        return [self.model().index(row, 0).data(ENTRY) for row in range(first, last)]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open with Enter, delete with Delete, go back to the search with Up from the first row.

        Space marks a row, Shift with an arrow the next one too, Ctrl+A all, Esc none.
        """
        if self._marks_by_key(event):
            return
        entry, key = self.chosen(), event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and entry is not None:
            self.opened.emit(entry)
        elif key == Qt.Key.Key_Delete and entry is not None:
            self.deleted.emit(entry)
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def _marks_by_key(self, event: QKeyEvent) -> bool:
        """Change marks by a key, and return whether that is what it is for."""
        row, key = self.currentIndex().row(), event.key()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._profiles.mark_all()
        elif key == Qt.Key.Key_Space:
            self._profiles.toggle(row)
            self._anchor = row
        elif key == Qt.Key.Key_Escape and self._profiles.marked:
            self._profiles.mark_none()
        elif event.modifiers() == Qt.KeyboardModifier.ShiftModifier and Qt.Key(key) in steps:
            self.choose(row + steps[Qt.Key(key)])
            self._profiles.mark_between(row, self.currentIndex().row())
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the row that the keys are on, where rows are marked."""
        if self._is_marking(event):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        else:
            super().mousePressEvent(event)

    def _is_marking(self, event: QMouseEvent) -> bool:
        """Return whether a press marks: with Ctrl or Shift, or on the box of a row."""
        modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.modifiers() & modifiers:
            return True
        spot = event.position().toPoint()
        box = self.row.box_area(self.visualRect(self.indexAt(spot)))
        return bool(self._profiles.marked) and box.contains(spot)

    def _mark(self, event: QMouseEvent, row: int) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            start = self._anchor if self._anchor >= 0 else self.currentIndex().row()
            self._profiles.mark_between(start, row)
        else:
            self._profiles.toggle(row)
            self._anchor = row
        self.choose(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the menu of a row: by the right button, the menu key, or Shift+F10."""
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if is_by_key else self.indexAt(event.pos())
        entry = index.data(ENTRY)
        if isinstance(entry, ProfileEntry):
            self.setCurrentIndex(index)
            area = self.row.menu_area(self.visualRect(index))
            where = area.center() if is_by_key else event.pos()
            self.menu_requested.emit(entry, self.viewport().mapToGlobal(where))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open the row that was clicked, or its menu where its dots were."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        entry = index.data(ENTRY)
        if event.button() != Qt.MouseButton.LeftButton or not isinstance(entry, ProfileEntry):
            return
        if self._is_marking(event):
            self._mark(event, index.row())
            return
        area = self.row.menu_area(self.visualRect(index))
        if area.contains(event.position().toPoint()):
            self.menu_requested.emit(entry, self.viewport().mapToGlobal(area.center()))
        else:
            self.opened.emit(entry)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Show a hand over rows: one click opens them."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            is_row = self.indexAt(event.position().toPoint()).isValid()
            shape = Qt.CursorShape.PointingHandCursor if is_row else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay the rows out anew: their height follows the width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self.scrolled.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Keep the row that the keys are on in sight."""
        super().currentChanged(current, previous)
        self.scrollTo(current)

    def whole_height(self) -> int:
        """Return the height that all rows take."""
        return max(1, self.sizeHintForRow(0)) * self.model().rowCount() + 2 * self.frameWidth()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for no more than a few rows: it grows with the room there is, and scrolls."""
        return QSize(self._theme.px(400), self.minimumHeight())
