"""The line above the list: search, tag, order, and whether archived profiles are shown."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QToolButton, QWidget

from socialplanner.presentation.i18n import _, plural
from socialplanner.ui.context import Context
from socialplanner.ui.models.profile_list import Filter, Order
from socialplanner.ui.widgets.layouts import column, row
from socialplanner.ui.widgets.wheelless import CalmChoice

ORDER = "home_order"


class HomeTools(QWidget):
    """What is looked for; `changed` has the filter, `left_downwards` when Down was pressed."""

    changed = Signal(object)
    left_downwards = Signal()
    opened = Signal()

    def __init__(self, context: Context) -> None:
        """Look for nothing in particular, in the order that was used last."""
        super().__init__()
        self.setProperty("role", "clear")
        self._settings = context.program.settings
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search name, kind of business or tag"))
        self.search.setAccessibleName(_("Search plans"))
        self.search.setClearButtonEnabled(True)
        for clear in self.search.findChildren(QToolButton):
            clear.setAccessibleName(_("Clear the search"))
        position = QLineEdit.ActionPosition.LeadingPosition
        sign = self.search.addAction(context.icon("search", "muted"), position)
        sign.setText(_("Search"))
        self.search.installEventFilter(self)
        self.tag = CalmChoice()
        self.tag.setAccessibleName(_("Tag"))
        self.order = CalmChoice()
        self.order.setAccessibleName(_("Order"))
        self.archived = QCheckBox()
        self._fill_order()
        self.search.textChanged.connect(self._tell)
        self.tag.currentIndexChanged.connect(self._tell)
        self.order.activated.connect(self._keep_order)
        self.archived.toggled.connect(self._tell)
        line = row(self.search, self.tag, self.order, spacing=10)
        line.setStretch(0, 1)
        self.setLayout(column(line, self.archived, spacing=4))
        self.offer([], 0)

    def _fill_order(self) -> None:
        self.order.addItem(_("Last change first"), Order.CHANGED)
        self.order.addItem(_("By name"), Order.NAME)
        self.order.addItem(_("Needs review first"), Order.REVIEW)
        kept = self.order.findData(self._settings.text(ORDER))
        self.order.setCurrentIndex(max(0, kept))

    def _keep_order(self) -> None:
        self._settings.put(ORDER, str(self.order.currentData()))
        self._tell()

    def offer(self, tags: list[str], archived: int) -> None:
        """Offer the tags there are, and archived profiles where there are any."""
        chosen = self.tag.currentData() or ""
        self.tag.blockSignals(True)  # noqa: FBT003 - Qt's own way
        self.tag.clear()
        self.tag.addItem(_("All tags"), "")
        for tag in tags:
            self.tag.addItem(tag, tag)
        self.tag.setCurrentIndex(max(0, self.tag.findData(chosen)))
        self.tag.blockSignals(False)  # noqa: FBT003 - Qt's own way
        self.tag.setVisible(bool(tags))
        words = plural("Show {count} archived plan", "Show {count} archived plans", archived)
        self.archived.setText(words)
        self.archived.setAccessibleName(words)
        self.archived.setVisible(archived > 0)
        self._tell()

    @property
    def filter(self) -> Filter:
        """Return what is looked for."""
        return Filter(
            text=self.search.text(),
            tag=self.tag.currentData() or "",
            shows_archived=self.archived.isChecked(),
            order=Order(self.order.currentData()),
        )

    def _tell(self) -> None:
        self.changed.emit(self.filter)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go to the list with Down, and open its first row with Enter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.left_downwards.emit()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.opened.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)
