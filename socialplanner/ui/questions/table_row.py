"""One row of a table question: a cell for each column, and a way to take the row out."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from socialplanner.domain.answers import TableRow
from socialplanner.domain.questionnaire import Column, ColumnKind, Question
from socialplanner.presentation.i18n import _
from socialplanner.ui.icons import icon
from socialplanner.ui.questions.choice_box import ChoiceBox
from socialplanner.ui.questions.number_field import NumberField, Span
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.buttons import IconButton
from socialplanner.ui.widgets.labels import Label

ICON: Final = 16
PASSING: Final = frozenset(
    {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
)

Cell = QLineEdit | ChoiceBox


class TableCells(QObject):
    """The widgets of a row. `edited` comes while it is typed in, `ended` once a cell is done.

    `rested` comes when the keyboard leaves a cell. `left` asks for the row to be taken out;
    `entered` says that Enter was pressed in it, and `stepped` has a cell and how many rows down an
    arrow goes from it.
    """

    edited = Signal()
    ended = Signal()
    rested = Signal()
    left = Signal()
    entered = Signal()
    stepped = Signal(QWidget, int)

    def __init__(self, question: Question, theme: Theme, parent: QWidget) -> None:
        """Begin with an empty row."""
        super().__init__(parent)
        self._theme = theme
        self.columns = question.columns
        self._is_edited = False
        self._is_showing = False
        self.cells: tuple[Cell, ...] = tuple(self._cell(column) for column in question.columns)
        self.captions = tuple(Label(column.text, role="small") for column in question.columns)
        self.remove = IconButton(icon("x", theme), "")
        self.remove.clicked.connect(self.left)
        self.remove.installEventFilter(self)
        for widget in (*self.captions, *self.widgets()):
            widget.setParent(parent)
        theme.changed.connect(self._resize)
        self._resize()

    def widgets(self) -> tuple[QWidget, ...]:
        """Return everything that is seen of the row, in the order of the tab key."""
        return (*self.cells, self.remove)

    def _cell(self, column: Column) -> Cell:
        if column.kind is ColumnKind.CHOICE:
            box = ChoiceBox(column)
            box.activated.connect(self._choose)
            box.installEventFilter(self)
            return box
        is_number = column.kind is ColumnKind.NUMBER
        number = NumberField(self._theme, number_span(column), width=0) if is_number else None
        field = number or QLineEdit()
        field.installEventFilter(self)
        if number is not None:
            number.edited.connect(self._edit)
            number.ended.connect(self._end)
        else:
            field.textChanged.connect(self._type)
            field.editingFinished.connect(self._end)
        return field

    def show_place(self, place: int, count: int) -> None:
        """Name every cell by its column and its row."""
        for column, cell in zip(self.columns, self.cells, strict=True):
            cell.setAccessibleName(
                _("{column}, row {place} of {count}").format(
                    column=column.text, place=place, count=count
                )
            )
        self.remove.rename(_("Take out row {place}").format(place=place))

    def discard(self) -> None:
        """Take the row's widgets away for ever; a cell that loses the keyboard says nothing."""
        self.blockSignals(True)  # noqa: FBT003 - Qt takes it by its place
        for widget in (*self.captions, *self.widgets()):
            widget.hide()
            widget.deleteLater()
        self.deleteLater()

    def has_focus(self) -> bool:
        """Return whether the keyboard is in the row."""
        return any(widget.hasFocus() for widget in self.widgets())

    # What stands in it.

    def show_values(self, values: TableRow) -> None:
        """Show a row."""
        self._is_showing = True
        for column, cell in zip(self.columns, self.cells, strict=True):
            value = values.get(column.id)
            if isinstance(cell, ChoiceBox):
                cell.setCurrentIndex(-1 if value is None else cell.findData(value))
            elif isinstance(cell, NumberField):
                cell.show_number(float(value) if isinstance(value, int | float) else None)
            else:
                cell.setText("" if value is None else str(value))
                cell.setCursorPosition(0)
        self._is_showing = False

    def is_blank(self) -> bool:
        """Return whether nothing was put into any cell."""
        return not any(
            cell.currentIndex() >= 0 if isinstance(cell, ChoiceBox) else cell.text().strip()
            for cell in self.cells
        )

    def values(self) -> dict[str, str | float]:
        """Return what stands in the row, without the cells that are still open."""
        found: dict[str, str | float] = {}
        for column, cell in zip(self.columns, self.cells, strict=True):
            if isinstance(cell, ChoiceBox):
                value = cell.currentData()
            else:
                value = cell.number if isinstance(cell, NumberField) else cell.text()
            if value is not None:
                found[column.id] = value
        return found

    def words(self) -> str:
        """Return what stands in the row as it was typed."""
        texts = (
            each.currentText() if isinstance(each, ChoiceBox) else each.text()
            for each in self.cells
        )
        return ", ".join(filter(None, map(str.strip, texts)))

    def is_whole(self) -> bool:
        """Return whether something stands in the row and nothing is missing."""
        return not self.is_blank() and not self._missing()

    def _missing(self) -> list[Column]:
        """Return the columns without which a row is not kept, and that are still open."""
        known = self.values()
        return [each for each in self.columns if each.id not in known and not each.optional]

    def problem(self) -> str:
        """Return what cannot be taken of the row, or what it still lacks; "" where all is well."""
        for cell in self.cells:
            if isinstance(cell, NumberField) and (problem := cell.problem()):
                return problem
        if self.is_blank() or self.is_whole():
            return ""
        missing = self._missing()[0].text
        return _("It is kept once “{column}” is filled in as well.").format(column=missing)

    # What is done in it.

    def _type(self) -> None:
        """Take a text that changed, whoever wrote it: a person, or a program for them."""
        if not self._is_showing:
            self._edit()

    def _edit(self) -> None:
        self._is_edited = True
        self.edited.emit()

    def _end(self) -> None:
        if self._is_edited:
            self._is_edited = False
            self.ended.emit()

    def _choose(self) -> None:
        self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go on with Enter and the arrows, take the row out with Delete."""
        if isinstance(event, QFocusEvent):
            if event.lostFocus() and event.reason() not in PASSING:
                self.rested.emit()
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return isinstance(watched, QWidget) and self._press(watched, event)
        return False

    def _press(self, cell: QWidget, event: QKeyEvent) -> bool:
        """Return whether a key meant the row, and not the cell."""
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and cell is not self.remove:
            if isinstance(cell, QLineEdit):
                cell.editingFinished.emit()
            self.entered.emit()
        elif key == Qt.Key.Key_Delete and self._takes_row_out(cell, event):
            self.left.emit()
        elif step is not None and isinstance(cell, QLineEdit):
            self.stepped.emit(cell, step)
        else:
            return False
        return True

    def _takes_row_out(self, cell: QWidget, event: QKeyEvent) -> bool:
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return with_control or not isinstance(cell, QLineEdit) or self.is_blank()

    def _resize(self) -> None:
        side = self._theme.px(ICON)
        self.remove.setIconSize(QSize(side, side))


def number_span(column: Column) -> Span:
    """Return what a column of numbers takes; its heading says the unit."""
    return Span(unit=column.text.lower(), low=0)
