"""A layout that puts as many columns side by side as there is room for."""

from collections.abc import Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QStyle, QWidget

from socialplanner.ui.widgets.flow import FlowLayout

ANY: Final = 99
"""So many columns are never reached: only the room decides."""

HINTED: Final = 3
"""So many columns are asked for; more are made where there is room."""


class ColumnsLayout(FlowLayout):
    """Widgets in columns of one width, filled row by row; each row is as high as it needs.

    A column is as wide as the widest hint among its widgets, or wider; where not even one fits,
    there is one column, and its widgets wrap their text.
    """

    def __init__(self, *widgets: QWidget, most: int = ANY, spacing: int = 8) -> None:
        """Begin with some widgets, in at most so many columns."""
        super().__init__(*widgets, spacing=spacing)
        self._most = most

    def show_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Hold these widgets in this order; those that are not among them leave."""
        while self.takeAt(0) is not None:
            pass
        for widget in widgets:
            self.addWidget(widget)
        self.invalidate()

    def _hint(self) -> QSize:
        """Return the room in which a few columns stand side by side."""
        columns = max(1, min(HINTED, self._most, len(self._shown())))
        width = columns * (self._widest() + self.spacing()) - self.spacing()
        return QSize(width, self.heightForWidth(width))

    def columns_at(self, width: int) -> int:
        """Return how many columns there are at a width: no more than the rows need."""
        count = len(self._shown())
        room = (width + self.spacing()) // (self._widest() + self.spacing())
        columns = max(1, min(room, self._most, count))
        return ceil(count / ceil(count / columns)) if count else 1

    def _arrange(self, rect: QRect, *, is_trial: bool) -> int:
        """Put everything in its place, unless it is only tried, and return the height."""
        columns = self.columns_at(rect.width())
        width = max(1, (rect.width() - self.spacing() * (columns - 1)) // columns)
        items, top = self._shown(), rect.top()
        for start in range(0, len(items), columns):
            line = items[start : start + columns]
            height = max(_height(item, width) for item in line)
            if not is_trial:
                self._place(line, rect, QRect(rect.left(), top, width, height))
            top += height + self.spacing()
        return max(0, top - rect.top() - self.spacing())

    def _place(self, line: list[QLayoutItem], rect: QRect, first: QRect) -> None:
        """Put a row in its place, mirrored where the language is written from the right."""
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        for place, item in enumerate(line):
            cell = first.translated(place * (first.width() + self.spacing()), 0)
            item.setGeometry(QStyle.visualRect(direction, rect, cell))

    def _widest(self) -> int:
        if "widest" not in self._sizes:
            widest = max((item.sizeHint().width() for item in self._shown()), default=1)
            self._sizes["widest"] = QSize(widest, 0)
        return self._sizes["widest"].width()


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
