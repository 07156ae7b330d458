"""Where the cells of a table question stand: side by side, or below one another."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from socialplanner.domain.questionnaire import ColumnKind, Question
from socialplanner.ui.questions.table_row import TableCells
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.labels import Label

LEAST: Final = 150
"""Pixels at a text size of 1 below which a column is no use."""

SHARES: Final = {ColumnKind.TEXT: 11, ColumnKind.NUMBER: 7, ColumnKind.CHOICE: 16}
BETWEEN: Final = 12


class TableShape:
    """Puts rows into a grid that fits the width."""

    def __init__(self, question: Question, theme: Theme, parent: QWidget) -> None:
        """Begin with headings alone."""
        self._columns = question.columns
        self._theme = theme
        self._is_narrow: bool | None = None
        self.headings = [Label(column.text, role="small") for column in question.columns]
        for heading, column in zip(self.headings, self._columns, strict=True):
            heading.setParent(parent)
            if column.kind is ColumnKind.NUMBER:
                heading.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(6)

    def fits(self, width: int) -> bool:
        """Return whether the cells stand as they should at a width."""
        return self._is_narrow == self._is_narrow_at(width)

    def arrange(self, rows: Sequence[TableCells], width: int) -> None:
        """Put rows into their places for a width."""
        self._is_narrow = self._is_narrow_at(width)
        while self.grid.takeAt(0) is not None:
            pass
        self._share_room()
        for place, heading in enumerate(self.headings):
            heading.setVisible(not self._is_narrow)
            if not self._is_narrow:
                self.grid.addWidget(heading, 0, place)
        for place, cells in enumerate(rows):
            if self._is_narrow:
                self._below(cells, place)
            else:
                self._beside(cells, place + 1)

    def _is_narrow_at(self, width: int) -> bool:
        return width < self._theme.px(LEAST) * len(self._columns)

    def _share_room(self) -> None:
        for place, column in enumerate(self._columns):
            share = int(place == 0) if self._is_narrow else SHARES[column.kind]
            self.grid.setColumnStretch(place, share)

    def _beside(self, cells: TableCells, line: int) -> None:
        for place, (caption, cell) in enumerate(zip(cells.captions, cells.cells, strict=True)):
            caption.hide()
            self.grid.addWidget(cell, line, place)
            cell.show()
        self.grid.addWidget(cells.remove, line, len(self._columns))
        cells.remove.show()

    def _below(self, cells: TableCells, place: int) -> None:
        first = 2 * len(self._columns) * place
        for step, (caption, cell) in enumerate(zip(cells.captions, cells.cells, strict=True)):
            gap = BETWEEN if place and not step else 0
            caption.setContentsMargins(0, gap, 0, 0)
            self.grid.addWidget(caption, first + 2 * step, 0)
            self.grid.addWidget(cell, first + 2 * step + 1, 0)
            caption.show()
            cell.show()
        self.grid.addWidget(cells.remove, first + 1, 1)
        cells.remove.show()
