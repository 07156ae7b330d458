"""A layout that puts items side by side and goes on in the next line where one ends."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Widgets in lines, like words."""

    def __init__(self, *widgets: QWidget, spacing: int = 8, hang: int = 0) -> None:
        """Begin with some widgets; lines hang out to the left by so many pixels.

        So the words of buttons without a frame stand in line with the words above them.
        """
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._hang = hang
        self._heights: dict[int, int] = {}
        self._sizes: dict[str, QSize] = {}
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Take an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Return an item, None where there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Take an item out, None where there is none."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Want no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Return that fewer pixels across take more down."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all lines at a width."""
        if width not in self._heights:
            room = QRect(-self._hang, 0, width + self._hang, 0)
            self._heights[width] = self._arrange(room, is_trial=True)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget what was measured: an item has changed."""
        self._heights.clear()
        self._sizes.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Put every item into its place."""
        super().setGeometry(rect)
        self._arrange(rect.adjusted(-self._hang, 0, 0, 0), is_trial=False)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for all items in one line."""
        if "hint" not in self._sizes:
            self._sizes["hint"] = self._hint()
        return self._sizes["hint"]

    def _hint(self) -> QSize:
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self.spacing() * max(
            0, len(shown) - 1
        )
        return QSize(width, max((item.sizeHint().height() for item in shown), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the widest item at least."""
        if "least" not in self._sizes:
            size = QSize()
            for item in self._shown():
                size = size.expandedTo(item.minimumSize())
            self._sizes["least"] = size
        return self._sizes["least"]

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, is_trial: bool) -> int:
        x, y, tallest = rect.x(), rect.y(), 0
        for item in self._shown():
            hint = item.sizeHint()
            width = min(hint.width(), rect.width())
            if x > rect.x() and x + width > rect.x() + rect.width():
                x, y, tallest = rect.x(), y + tallest + self.spacing(), 0
            height = item.heightForWidth(width) if item.hasHeightForWidth() else hint.height()
            if not is_trial:
                item.setGeometry(QRect(x, y, width, height))
            x += width + self.spacing()
            tallest = max(tallest, height)
        return y + tallest - rect.y()
