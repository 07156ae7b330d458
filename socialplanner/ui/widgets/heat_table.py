"""A table with heat cells: the value in each cell, on a ground of one hue, pale for little."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from socialplanner.presentation.heat import heat
from socialplanner.ui.context import Context
from socialplanner.ui.models.portfolio_model import (
    FIRST_SCORE,
    HALVES,
    NAME,
    OVERALL,
    Half,
    Index,
    PortfolioModel,
)
from socialplanner.ui.theme import Theme

ROW, PAD, HALF, GAP = 34, 9, 37, 2
LEAST_NAME, MOST_NAME, MOST_ROWS = 130, 320, 14
LONGEST: Final = 60
"""Letters of a cell that are measured: more never fit."""


class HeatDelegate(QStyledItemDelegate):
    """Paints heat cells in two halves, and all others as plain text in one line."""

    def __init__(self, theme: Theme) -> None:
        """Use the colours and sizes of a theme."""
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of a cell."""
        px = self._theme.px
        if FIRST_SCORE <= index.column() < OVERALL:
            return QSize(px(2 * HALF + 3 * GAP), px(ROW))
        text = str(index.data())[:LONGEST]
        width = QFontMetricsF(option.font).horizontalAdvance(text) + 2 * px(PAD) + 2
        return QSize(int(width), px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        rect: QRect = option.rect
        tokens, state = self._theme.tokens, option.state
        painter.save()
        painter.setFont(option.font)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens["selected"]))
        halves = index.data(HALVES)
        if halves is None:
            self._text(painter, rect, option, index)
        else:
            self._halves(painter, rect, halves)
        painter.setPen(QPen(QColor(tokens["border"]), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens["focus"]), 2))
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))
        painter.restore()

    def _text(
        self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, index: Index
    ) -> None:
        pad = self._theme.px(PAD)
        room = rect.adjusted(pad, 0, -pad, 0)
        text = str(index.data())[:300]
        shown = QFontMetricsF(option.font).elidedText(
            text, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setPen(QColor(self._theme.tokens["ink"]))
        side = index.data(Qt.ItemDataRole.TextAlignmentRole)
        painter.drawText(room, int(side) | Qt.TextFlag.TextSingleLine, shown)

    def _halves(self, painter: QPainter, rect: QRect, halves: tuple[Half, Half]) -> None:
        tokens, gap = self._theme.tokens, self._theme.px(GAP)
        width = (rect.width() - 3 * gap) // 2
        for place, half in enumerate(halves):
            left = rect.left() + gap + place * (width + gap)
            field = QRect(left, rect.top() + gap, width, rect.height() - 2 * gap)
            if half.share is not None:
                hue = heat(tokens["surface"], tokens["accent"], tokens["ink"], half.share)
                painter.fillRect(field, QColor(hue))
            painter.setPen(QColor(tokens["ink" if half.share is not None else "muted"]))
            painter.drawText(field, Qt.AlignmentFlag.AlignCenter, half.text)


class HeatTable(QTableView):
    """The clients; Enter or a double click opens one, `opened` has its row."""

    opened = Signal(int)

    def __init__(self, context: Context, model: PortfolioModel, name: str) -> None:
        """Show a model; `name` is said by screen readers."""
        super().__init__()
        self._context = context
        self._cells = HeatDelegate(context.theme)
        self.setModel(model)
        self.setItemDelegate(self._cells)
        self.setAccessibleName(name)
        self._dress()
        model.modelReset.connect(self.lay_out)
        self.doubleClicked.connect(self._open)
        context.theme.changed.connect(self.lay_out)

    def _dress(self) -> None:
        self.setProperty("role", "words")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(1)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)

    def lay_out(self) -> None:
        """Find widths and height: the name takes what the numbers leave."""
        px, model = self._context.theme.px, self.model()
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        others = 0
        for column in range(1, model.columnCount()):
            head = self.horizontalHeader().sectionSizeHint(column)
            width = max(self.sizeHintForColumn(column), head)
            self.setColumnWidth(column, width)
            others += width
        room = self.viewport().width() - others
        least, most = px(LEAST_NAME), px(MOST_NAME)
        self.setColumnWidth(NAME, max(least, room if room < most else max(most, room)))
        rows = max(1, min(MOST_ROWS, model.rowCount()))
        bar = self.horizontalScrollBar().sizeHint().height()
        head_height = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(rows * px(ROW) + head_height + bar + 4)

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001, N802 - Qt's name
        """Give the name the width there is."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.lay_out()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for little width: what does not fit scrolls within the table."""
        return QSize(120, self.height())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Begin at the first client."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, NAME))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open a client with Enter; other keys move from cell to cell."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _open(self, index: Index) -> None:
        if index.isValid():
            self.opened.emit(index.row())
