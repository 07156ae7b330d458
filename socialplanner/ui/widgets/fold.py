"""A card that is folded to its title and a line about what it holds, until somebody opens it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtWidgets import QLayout, QWidget

from socialplanner.presentation.i18n import _
from socialplanner.ui.accessibility import expose_as
from socialplanner.ui.icons import icon
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.buttons import IconButton
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, column, row

SIGN = 18


class FoldCard(Card):
    """A card with a title that shows its content or a summary of it; `opened` tells which."""

    opened = Signal(bool)

    def __init__(self, theme: Theme, title: str) -> None:
        """Begin folded and empty; `body` takes the content."""
        self._theme = theme
        self._title = title
        self.head = _Head()
        self.sign = IconButton(icon("chevron-down", theme, "muted"), "")
        self.sign.setCheckable(True)
        self.sign.setProperty("tone", "swap")
        self.summary = Label(role="small")
        self.heading = Heading(title, level=2)
        top = row(self.heading, self.sign, spacing=4)
        top.setStretch(0, 1)
        self.head.setLayout(column(top, self.summary, spacing=2))
        self.body = QWidget()
        self.body.setProperty("role", "clear")
        self.body.hide()
        super().__init__(self.head, self.body, spacing=10, margins=20)
        self.box.setContentsMargins(20, 14, 14, 14)
        self.head.pressed.connect(self.sign.click)
        self.sign.clicked.connect(self._turn)
        theme.changed.connect(self._dress)
        self._dress()

    def fill(self, layout: QLayout) -> None:
        """Take the content."""
        margins = layout.contentsMargins()
        layout.setContentsMargins(margins.left(), margins.top(), 6, 6)
        self.body.setLayout(layout)

    def rename(self, title: str) -> None:
        """Show another title."""
        self._title = title
        self.heading.setText(title)
        self._dress()

    @property
    def is_open(self) -> bool:
        """Return whether the content is shown."""
        return self.sign.isChecked()

    def set_open(self, *, is_open: bool) -> None:
        """Show the content, or the summary alone."""
        self.sign.setChecked(is_open)
        self.body.setVisible(is_open)
        self._dress()

    def show_summary(self, words: str) -> None:
        """Say what stands in the card while it is folded."""
        self.summary.setText(words)
        self._dress()

    def _turn(self) -> None:
        self.set_open(is_open=self.sign.isChecked())
        self.opened.emit(self.is_open)

    def _dress(self) -> None:
        side = self._theme.px(SIGN)
        self.sign.setIconSize(QSize(side, side))
        self.sign.setIcon(icon("chevron-up" if self.is_open else "chevron-down", self._theme))
        words = _("Fold: {title}") if self.is_open else _("Open: {title}")
        self.sign.rename(words.format(title=self._title))
        self.summary.setVisible(not self.is_open and bool(self.summary.text()))


class _Head(QWidget):
    """The title: a press anywhere on it opens the card."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take a press of the left button that ends here."""
        is_here = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and is_here:
            self.pressed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the press, so that its release arrives here."""
        event.accept()


expose_as("FoldCard", QAccessible.Role.Grouping)
