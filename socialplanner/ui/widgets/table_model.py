"""Tables of words for a table view: as a grid, or as records where the place is narrow."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

Index = QModelIndex | QPersistentModelIndex
LABEL, VALUE = 0, 1


class Table(Protocol):
    """A table in words; `presentation.summary.parts.TextTable` is one."""

    @property
    def head(self) -> tuple[str, ...]:
        """Return the names of the columns."""

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Return the cells, row by row."""

    @property
    def figures(self) -> frozenset[int]:
        """Return the columns that hold numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTable:
    """A table that a widget makes itself."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class CellLook:
    """How a cell is written; `ends` says that a line is drawn below it."""

    is_strong: bool = False
    is_muted: bool = False
    is_figure: bool = False
    ends: bool = True


class GridModel(QAbstractTableModel):
    """The table as it is."""

    def __init__(self, table: Table, strong: Sequence[int], parent: QObject | None = None) -> None:
        """Show a table; `strong` are the columns in bold."""
        super().__init__(parent)
        self.head = tuple(table.head)
        self.cells = tuple(table.rows)
        self._figures = table.figures
        self._strong = frozenset(strong)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many rows there are."""
        del parent
        return len(self.cells)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many columns there are."""
        del parent
        return len(self.head)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.cells[index.row()][index.column()]
        return None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the name of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.head):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight
            side = side if section in self._figures else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignBottom
        return self.head[section] if role == Qt.ItemDataRole.DisplayRole else None

    def look(self, row: int, column: int) -> CellLook:
        """Return how a cell is written."""
        below = self.cells[row + 1] if row + 1 < len(self.cells) else ()
        return CellLook(
            is_strong=column in self._strong,
            is_figure=column in self._figures,
            ends=bool(below) and bool(below[0]),
        )


class RecordModel(QAbstractTableModel):
    """The table as records one below the other: the name of a column, and what stands in it."""

    def __init__(self, table: Table, title: int = 0, parent: QObject | None = None) -> None:
        """Show a table; the column `title` names each record."""
        super().__init__(parent)
        self._title = title
        self.cells: list[tuple[str, str]] = []
        self.titles: list[int] = []
        for row in table.rows:
            self._add(table.head, row)

    def _add(self, head: tuple[str, ...], row: tuple[str, ...]) -> None:
        if row[self._title]:
            self.titles.append(len(self.cells))
            self.cells.append((row[self._title], ""))
        self.cells += [
            (name, text)
            for place, (name, text) in enumerate(zip(head, row, strict=True))
            if text and place != self._title
        ]

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many lines there are."""
        del parent
        return len(self.cells)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return two: name and words."""
        del parent
        return 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.cells[index.row()][index.column()]
        return None

    def look(self, row: int, column: int) -> CellLook:
        """Return how a cell is written."""
        is_title = row in self.titles
        return CellLook(
            is_strong=is_title,
            is_muted=column == LABEL and not is_title,
            ends=row + 1 in self.titles,
        )


def as_tab_separated(table: Table) -> str:
    """Return a table as spreadsheets take it from the clipboard."""
    lines = [table.head, *table.rows] if any(table.head) else list(table.rows)
    return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)
