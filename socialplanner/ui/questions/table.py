"""Questions whose answer is a small table: cells to type in, rows to add and to take out."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QWidget

from socialplanner.domain.answers import Answer, TableRow
from socialplanner.domain.questionnaire import Column, ColumnKind, Question
from socialplanner.presentation import names
from socialplanner.presentation.i18n import _
from socialplanner.ui.accessibility import announce, expose_as
from socialplanner.ui.icons import icon
from socialplanner.ui.questions.table_row import TableCells
from socialplanner.ui.questions.table_shape import TableShape
from socialplanner.ui.questions.widget import QuestionWidget
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import column, row


class TableQuestion(QuestionWidget):
    """Rows of cells. Enter goes to the next row, and adds one at the end; empty rows are no answer.

    A row that lacks something stays as it was typed, and is given once nothing is missing.
    """

    def __init__(self, question: Question, theme: Theme) -> None:
        """Begin with one empty row."""
        super().__init__(question)
        self._theme = theme
        self._answer: tuple[TableRow, ...] | None = None
        self.rows: list[TableCells] = []
        self._shape = TableShape(question, theme, self)
        self.add = Button(_("Add a row"), role="quiet", icon=icon("plus", theme))
        self.add.setAccessibleDescription(question.text)
        self.add.clicked.connect(self._add_and_go)
        self.total = Label(role="muted")
        self.total.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        below = row(self.add, self.total)
        below.setStretch(1, 1)
        self.setLayout(column(self._shape.grid, below, spacing=8))
        self.show_answer(None)

    @property
    def answer(self) -> Answer | None:
        """Return all rows that are whole, None while there are none."""
        return self._answer

    def show_answer(self, answer: Answer | None) -> None:
        """Show rows; what is being typed stays where it means the same."""
        rows = _rows(answer)
        is_same = bool(self.rows) and (rows or ()) == self._whole_rows()
        self._answer = rows
        if not is_same:
            self._show_rows(rows)

    def _show_rows(self, rows: tuple[TableRow, ...] | None) -> None:
        self._answer = rows
        for old in self.rows:
            old.discard()
        self.rows.clear()
        for values in rows or ({},):
            self._append().show_values(values)
        self._lay_out()

    def clear(self) -> None:
        """Leave one empty row."""
        self._show_rows(None)

    def unfinished(self) -> str:
        """Return the rows that lack something, or hold what cannot be taken."""
        return "; ".join(cells.words() for cells in self.rows if cells.problem())

    def take_focus(self) -> None:
        """Go to the first cell."""
        self.rows[0].cells[0].setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the cells below one another where there is little room."""
        super().resizeEvent(event)
        if not self._shape.fits(self.width()):
            self._lay_out()

    # Rows.

    def _append(self) -> TableCells:
        cells = TableCells(self.question, self._theme, self)
        cells.edited.connect(self._edited)
        cells.ended.connect(self._ended)
        cells.rested.connect(self._say_problem)
        cells.left.connect(self._take_out)
        cells.entered.connect(self._go_on)
        cells.stepped.connect(self._step)
        self.rows.append(cells)
        return cells

    def _lay_out(self) -> None:
        self._shape.arrange(self.rows, self.width())
        for place, cells in enumerate(self.rows, 1):
            cells.show_place(place, len(self.rows))
        self.order_tabs()
        self._show_total()

    def stops(self) -> list[QWidget]:
        """Return the cells row by row, and the button below them.

        The button leads as well: it alone keeps its place among the other widgets of a page.
        """
        cells = [widget for each in self.rows for widget in each.widgets()]
        return [self.add, *cells, self.add]

    def _add_and_go(self) -> None:
        """Add a row, unless the last is still empty, and go there."""
        if not self.rows[-1].is_blank():
            self._append()
            self._lay_out()
        self._go_to(len(self.rows) - 1)

    def _go_to(self, place: int, column_place: int = 0) -> None:
        if 0 <= place < len(self.rows):
            self.rows[place].cells[column_place].setFocus(Qt.FocusReason.TabFocusReason)

    def _go_on(self) -> None:
        place = self._place_of(self.sender())
        if place == len(self.rows) - 1:
            self._add_and_go()
        else:
            self._go_to(place + 1)

    def _step(self, cell: QWidget, step: int) -> None:
        place = self._place_of(self.sender())
        columns = [index for index, each in enumerate(self.rows[place].cells) if each is cell]
        self._go_to(place + step, columns[0] if columns else 0)

    def _take_out(self) -> None:
        place = self._place_of(self.sender())
        self.rows.pop(place).discard()
        if not self.rows:
            self._append()
        self._lay_out()
        announce(self, _("Row {place} is taken out.").format(place=place + 1))
        self._go_to(min(place, len(self.rows) - 1))
        self._ended()

    def _place_of(self, cells: object) -> int:
        return next(index for index, each in enumerate(self.rows) if each is cells)

    # What is said.

    def _take(self) -> None:
        self._answer = self._whole_rows() or None
        self._show_total()

    def _whole_rows(self) -> tuple[TableRow, ...]:
        return tuple(cells.values() for cells in self.rows if cells.is_whole())

    def _edited(self) -> None:
        self._take()
        if not self._problem():
            self.refused.emit("")
        self.typed.emit(self._answer)

    def _ended(self) -> None:
        self._take()
        self._say_problem()
        self.given.emit(self._answer)

    def _say_problem(self) -> None:
        self.refused.emit(self._problem())

    def _problem(self) -> str:
        """Return what is wrong in the first row that is, leaving out the one being filled in."""
        for place, cells in enumerate(self.rows, 1):
            problem = "" if cells.has_focus() else cells.problem()
            if problem:
                words = _("Row {place}: {problem}")
                return words.format(place=place, problem=problem) if self.rows[1:] else problem
        return ""

    def _show_total(self) -> None:
        numbers = [each for each in self.question.columns if each.kind is ColumnKind.NUMBER]
        words = [self._sum(each) for each in numbers]
        self.total.setText(", ".join(filter(None, words)))

    def _sum(self, of: Column) -> str:
        """Return the sum of a column in words, "" where it has no number yet."""
        values = [cells.values().get(of.id) for cells in self.rows]
        amounts = [each for each in values if isinstance(each, float)]
        if not amounts:
            return ""
        unit = of.text.lower() if of.id == HOURS else ""
        return _("Together: {sum}").format(sum=names.with_unit(sum(amounts), unit, ""))


HOURS = "hours"
"""The column whose heading is its unit, as in `presentation.names`."""


def _rows(answer: Answer | None) -> tuple[TableRow, ...] | None:
    if not isinstance(answer, tuple):
        return None
    return tuple(each for each in answer if isinstance(each, Mapping))


expose_as("TableQuestion", QAccessible.Role.Grouping)
