"""One ranked option: its place, its text, and how it is moved."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from socialplanner.presentation.i18n import _
from socialplanner.ui.icons import icon
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.buttons import IconButton
from socialplanner.ui.widgets.choice_card import ChoiceCard, Mark
from socialplanner.ui.widgets.layouts import row
from socialplanner.ui.widgets.signs import CROSS, paint_lines

ICON = 16
NARROW = 280


class RankCard(ChoiceCard):
    """A card that is chosen as long as it is seen, and is taken out by a press."""

    def __init__(self, text: str, theme: Theme) -> None:
        """Show a text behind its place."""
        super().__init__(text, theme, Mark.NUMBER)
        self.setCheckable(False)
        self.setAutoExclusive(False)

    def is_chosen(self) -> bool:
        """Say yes: it would not be seen otherwise."""
        return True

    def paint_end(self, painter: QPainter, place: QRect) -> None:
        """Paint that a press takes it out."""
        paint_lines(painter, place, self.colour("muted"), CROSS)


class RankRow(QWidget):
    """`moved` has -1 or 1; `left` says that the option is to be taken out."""

    moved = Signal(int)
    left = Signal()

    def __init__(self, text: str, theme: Theme) -> None:
        """Show an option with its arrows."""
        super().__init__()
        self._theme = theme
        self._text = text
        self._target: Qt.Edge | None = None
        self.setProperty("role", "clear")
        self.card = RankCard(text, theme)
        self.up = IconButton(icon("arrow-up", theme), _("Move “{name}” up").format(name=text))
        self.down = IconButton(icon("arrow-down", theme), _("Move “{name}” down").format(name=text))
        self.up.clicked.connect(self._raise)
        self.down.clicked.connect(self._lower)
        self._arrows = row(self.up, self.down, spacing=2)
        box = row(self.card, self._arrows, spacing=2)
        box.setStretch(0, 1)
        self.setLayout(box)
        theme.changed.connect(self._resize)
        self._resize()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room in which the arrows stand one above the other."""
        card, arrow = self.card.minimumSizeHint(), self.up.minimumSizeHint()
        return QSize(card.width() + arrow.width() + 2, max(card.height(), arrow.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the arrows one above the other where there is little room."""
        super().resizeEvent(event)
        is_narrow = self.width() < self._theme.px(NARROW)
        direction = QBoxLayout.Direction
        self._arrows.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def show_place(self, place: int, count: int) -> None:
        """Show the place of the option among those that are ranked."""
        self.card.number = place
        self.card.setAccessibleName(
            _("{place} of {count}: {name}").format(place=place, count=count, name=self._text)
        )
        self.card.setAccessibleDescription(
            _("Press to take it out. Alt with the up or down arrow moves it.")
        )
        self.up.setEnabled(place > 1)
        self.down.setEnabled(place < count)
        self.card.update()

    def stops(self) -> tuple[QWidget, ...]:
        """Return where the tab key stops in the row."""
        return self.card, self.up, self.down

    def keep_focus(self) -> None:
        """Keep the keyboard in the row where an arrow has just lost its use."""
        if not any(stop.hasFocus() for stop in self.stops()):
            self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_target(self, edge: Qt.Edge | None) -> None:
        """Show at which edge something would be dropped, if at any."""
        if edge is not self._target:
            self._target = edge
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move with Alt and an arrow, take out with Delete."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint a line where something would be dropped."""
        super().paintEvent(event)
        if self._target is not None:
            y = 1 if self._target is Qt.Edge.TopEdge else self.height() - 2
            painter = QPainter(self)
            painter.setPen(QPen(self.card.colour("focus"), 3))
            painter.drawLine(0, y, self.width(), y)
            painter.end()

    def _raise(self) -> None:
        self.moved.emit(-1)

    def _lower(self) -> None:
        self.moved.emit(1)

    def _resize(self) -> None:
        side = self._theme.px(ICON)
        for button in (self.up, self.down):
            button.setIconSize(QSize(side, side))
