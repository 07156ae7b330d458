"""A table of words: as high as its content, read cell by cell, copied with Ctrl+C."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QFrame,
    QHeaderView,
    QMenu,
    QTableView,
)

from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.theme import FAMILY_BOLD
from socialplanner.ui.widgets.layouts import page_of
from socialplanner.ui.widgets.table_cells import READABLE, CellDelegate, shared_out
from socialplanner.ui.widgets.table_model import (
    LABEL,
    GridModel,
    Index,
    RecordModel,
    Table,
    as_tab_separated,
)


class TextTableView(QTableView):
    """Shows a table of words without a scroll bar of its own; where it is narrow, as records."""

    readable = READABLE

    def __init__(
        self, context: Context, table: Table, *, name: str, strong: Sequence[int] = (0,)
    ) -> None:
        """Show a table; `name` is said by screen readers, `strong` are the columns in bold."""
        super().__init__()
        self._context = context
        self._strong = tuple(strong)
        self._cells = CellDelegate(context.theme, self.readable)
        self._laid_out_for = -1
        self._records: RecordModel | None = None
        self._grid = GridModel(table, strong, self)
        self._dress()
        self.setAccessibleName(name)
        self.setItemDelegate(self._cells)
        context.theme.changed.connect(self.lay_out)
        self.set_table(table)

    def _dress(self) -> None:
        self.setProperty("role", "words")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAutoScroll(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(1)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)

    @property
    def is_as_records(self) -> bool:
        """Return whether each row stands as a record of its own, for want of width."""
        return isinstance(self.model(), RecordModel)

    def set_table(self, table: Table) -> None:
        """Show another table in the same place."""
        self.table = table
        old, self._grid = self._grid, GridModel(table, self._strong, self)
        self._least = self._widths(least=True)
        self._natural = self._widths(least=False)
        self.lay_out()
        old.deleteLater()

    def lay_out(self) -> None:
        """Find columns and lines for the width there is."""
        if self.sender() is self._context.theme:
            self._least, self._natural = self._widths(least=True), self._widths(least=False)
        room = self.viewport().width()
        self._laid_out_for = room
        if sum(self._least) > room and len(self.table.head) > 1 and any(self.table.head):
            self._show_records(room)
        else:
            self._show_grid(room)
        self._fit_height()

    def _widths(self, *, least: bool) -> list[float]:
        measure = self._cells.least_width if least else self._cells.natural_width
        model = self._grid
        widths = []
        for column, title in enumerate(model.head):
            cells = [
                measure(row[column], model.look(place, column))
                for place, row in enumerate(model.cells)
            ]
            widths.append(max([self._head_width(title), *cells]))
        return widths

    def _head_width(self, title: str) -> float:
        return QFontMetricsF(self._head_font()).horizontalAdvance(
            title
        ) + 2 * self._context.theme.px(9)

    def _head_font(self) -> QFont:
        font = QFont(FAMILY_BOLD)
        font.setPixelSize(self._context.theme.px(14))
        return font

    def _show_grid(self, room: int) -> None:
        if self.model() is not self._grid:
            self._use(self._grid)
        widths = shared_out(room, self._least, self._natural)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        for row, cells in enumerate(self._grid.cells):
            heights = [
                self._cells.height(text, self._grid.look(row, column), widths[column])
                for column, text in enumerate(cells)
            ]
            self.setRowHeight(row, max(heights))
        self.horizontalHeader().setVisible(any(self.table.head))

    def _show_records(self, room: int) -> None:
        records = RecordModel(self.table, self._strong[0] if self._strong else 0, self)
        self._use(records)
        names = [name for row, (name, _) in enumerate(records.cells) if row not in records.titles]
        look = records.look(-1, LABEL)
        widest = max((self._cells.least_width(name, look) for name in names), default=0.0)
        whole = max((self._cells.whole_width(name, look) for name in names), default=0.0)
        first = int(min(max(whole, min(widest, room * 0.4)), room * 0.6))
        self.setColumnWidth(0, first)
        self.setColumnWidth(1, room - first)
        for row, (name, words) in enumerate(records.cells):
            is_title = row in records.titles
            if is_title:
                self.setSpan(row, 0, 1, 2)
            label = self._cells.height(name, records.look(row, 0), room if is_title else first)
            value = self._cells.height(words, records.look(row, 1), room - first)
            self.setRowHeight(row, label if is_title else max(label, value))
        self.horizontalHeader().hide()

    def _use(self, model: GridModel | RecordModel) -> None:
        self.clearSpans()
        if self._records is not None and self._records is not model:
            self._records.deleteLater()
        self._records = model if isinstance(model, RecordModel) else None
        self.setModel(model)

    def _fit_height(self) -> None:
        rows = sum(self.rowHeight(row) for row in range(self.model().rowCount()))
        self._head_height = 0
        if self.horizontalHeader().isVisibleTo(self):
            self._head_height = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(rows + self._head_height + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for little width: what does not fit side by side goes one below the other."""
        return QSize(120, self.height())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the width of the whole table in single lines, within reason."""
        return QSize(int(min(sum(self._natural), 900.0)), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Find columns and lines anew."""
        super().resizeEvent(event)
        if self.viewport().width() != self._laid_out_for:
            self.lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave scrolling to the page."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Begin to read at the first cell."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.selectionModel().setCurrentIndex(
                self.model().index(0, 0), self.selectionModel().SelectionFlag.NoUpdate
            )

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Take the marks away that a reader left."""
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.clearSelection()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Keep the cell that is read in sight."""
        super().currentChanged(current, previous)
        page = page_of(self)
        ground = None if page is None else page.widget()
        if page is not None and ground is not None and self.hasFocus():
            middle = self.viewport().mapTo(ground, self.visualRect(current).center())
            page.ensureVisible(middle.x(), middle.y(), 10, 80)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Copy; other keys move from cell to cell."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put what is marked on the clipboard, or the whole table where no more than a cell is."""
        marked = sorted(
            self.selectionModel().selectedIndexes(), key=lambda cell: (cell.row(), cell.column())
        )
        if len(marked) > 1:
            rows: dict[int, list[str]] = {}
            for cell in marked:
                rows.setdefault(cell.row(), []).append(" ".join(str(cell.data()).split()))
            text = "\n".join("\t".join(row) for row in rows.values())
        else:
            text = as_tab_separated(self.table)
        QGuiApplication.clipboard().setText(text)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer to copy."""
        menu = QMenu(self)
        menu.addAction(self._context.icon("copy"), _("Copy table"), self.copy)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
