"""One part of the report: whether it is printed, where it stands, and a note on it."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QMenu, QWidget

from socialplanner.presentation.i18n import _
from socialplanner.ui.icons import icon
from socialplanner.ui.pages.written_text import WrittenText
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.buttons import IconButton, escaped
from socialplanner.ui.widgets.layouts import column, row

ICON: Final = 16
STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PartRow(QWidget):
    """A part; `switched` on or off, `moved` up (-1) or down (1), `noted` has another note."""

    switched = Signal()
    moved = Signal(int)
    noted = Signal()

    def __init__(self, theme: Theme, title: str) -> None:
        """Show a part."""
        super().__init__()
        self.setProperty("role", "clear")
        self._theme = theme
        self._title = title
        self._places = (1, 1)
        self._target: Qt.Edge | None = None
        self.grip = IconButton(icon("grip-vertical", theme, "muted"), "")
        self.grip.setCursor(Qt.CursorShape.PointingHandCursor)
        self.box = QCheckBox(escaped(title))
        self.box.setAccessibleName(title)
        self.box.setAccessibleDescription(_("Alt with the up or down arrow moves it."))
        self.note = IconButton(icon("pencil", theme, "muted"), "")
        self.note.setCheckable(True)
        for button in (self.grip, self.note):
            button.setProperty("tone", "tight")
        for stop in (self.grip, self.box, self.note):
            stop.installEventFilter(self)
        self.text = WrittenText(theme, _("Note on “{part}”").format(part=title))
        self.text.setPlaceholderText(_("Your own words, printed with this part"))
        self.text.hide()
        line = row(self.grip, self.box, self.note, spacing=0)
        line.setStretch(1, 1)
        self.setLayout(column(line, self.text, spacing=2))
        self._connect()
        self._dress()

    def _connect(self) -> None:
        self.grip.clicked.connect(self._offer)
        self.box.clicked.connect(self.switched)
        self.note.clicked.connect(self._open)
        self.text.given.connect(self.noted)
        self._theme.changed.connect(self._dress)

    def show_part(self, *, is_on: bool, note: str, place: int, count: int) -> None:
        """Show the part as it is now; a place of so many counts from one."""
        self.box.setChecked(is_on)
        self.text.show_text(note)
        self._places = (place, count)
        where = _("Move “{part}”, {place} of {count}")
        self.grip.rename(where.format(part=self._title, place=place, count=count))
        self._dress()

    def show_target(self, edge: Qt.Edge | None) -> None:
        """Show at which edge something would be dropped, if at any."""
        if edge is not self._target:
            self._target = edge
            self.update()

    def menu(self) -> QMenu:
        """Return the ways to move the part; it is deleted when it closes."""
        place, count = self._places
        menu = QMenu(self)
        menu.setAccessibleName(_("Move “{part}”").format(part=self._title))
        menu.aboutToHide.connect(menu.deleteLater)
        for words, step, can in (
            (_("Move up"), -1, place > 1),
            (_("Move down"), 1, place < count),
        ):
            action = QAction(words, menu)
            action.setEnabled(can)
            action.triggered.connect(lambda _checked=False, step=step: self.moved.emit(step))
            menu.addAction(action)
        return menu

    def _offer(self) -> None:
        self.menu().popup(self.grip.mapToGlobal(QPoint(0, self.grip.height())))

    def _open(self) -> None:
        is_open = self.note.isChecked()
        self.text.setVisible(is_open)
        if is_open:
            self.text.setFocus()
        else:
            self.text.commit()
        self._dress()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Move with Alt and an arrow: a button alone would hand the keyboard on."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        step = STEPS.get(Qt.Key(event.key()))
        if step is None or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return super().eventFilter(watched, event)
        self.moved.emit(step)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close a note with Esc."""
        if event.key() == Qt.Key.Key_Escape and self.note.isChecked():
            self.note.click()
            self.note.setFocus()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint a line where something would be dropped."""
        super().paintEvent(event)
        if self._target is not None:
            y = 1 if self._target is Qt.Edge.TopEdge else self.height() - 2
            painter = QPainter(self)
            painter.setPen(QPen(QColor(self._theme.tokens["focus"]), 3))
            painter.drawLine(0, y, self.width(), y)
            painter.end()

    def _dress(self) -> None:
        side = self._theme.px(ICON)
        for button in (self.grip, self.note):
            button.setIconSize(QSize(side, side))
        has_note = bool(self.text.text.strip())
        self.note.setIcon(icon("pencil", self._theme, "accent_text" if has_note else "muted"))
        words = _("Note on “{part}”, written") if has_note else _("Note on “{part}”")
        self.note.rename(words.format(part=self._title))
