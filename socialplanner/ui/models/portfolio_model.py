"""The clients of the portfolio as a table model: names, scores, gap, hours and review."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from socialplanner.domain.ids import Dimension, Mode
from socialplanner.presentation.i18n import _
from socialplanner.presentation.portfolio import ClientRow, spoken_half
from socialplanner.ui.widgets.labels import plain_tip

if TYPE_CHECKING:
    from socialplanner.domain.catalogue import Catalogue
    from socialplanner.domain.portfolio import Client

Index = QModelIndex | QPersistentModelIndex
HALVES: Final = Qt.ItemDataRole.UserRole.value
"""Both scores of a dimension, 0..1 or None with their words; None for any other cell."""

FIRST_SCORE: Final = 1
DIMENSIONS: Final = tuple(Dimension)
NAME, OVERALL, GAP, HOURS, REVIEW = 0, 6, 7, 8, 9


@dataclass(frozen=True, slots=True)
class Half:
    """One score of a heat cell."""

    share: float | None
    text: str


class PortfolioModel(QAbstractTableModel):
    """One row a client, one column a dimension with both modes in it."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.rows: tuple[ClientRow, ...] = ()
        self._catalogue: Catalogue | None = None

    def set_rows(self, catalogue: "Catalogue", rows: Sequence[ClientRow]) -> None:
        """Show other clients."""
        self.beginResetModel()
        self._catalogue = catalogue
        self.rows = tuple(rows)
        self.endResetModel()

    def client(self, row: int) -> "Client":
        """Return the client of a row."""
        return self.rows[row].client

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many clients there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return ten: name, five dimensions, overall, gap, hours, review."""
        return 0 if parent is not None and parent.isValid() else REVIEW + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, says, or is painted with."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self._spoken(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row.name if column == NAME else self._spoken(row, column))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column in (OVERALL, GAP) else None
            return (side or Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
        return _halves(row, column) if role == HALVES else None

    def _text(self, row: ClientRow, column: int) -> str:
        if FIRST_SCORE <= column < OVERALL:
            return " · ".join(row.halves[column - FIRST_SCORE])
        texts = {NAME: " ".join(row.name.split()), OVERALL: row.overall, GAP: row.gap}
        return {**texts, HOURS: row.hours, REVIEW: row.review}[column]

    def _spoken(self, row: ClientRow, column: int) -> str:
        """Return a cell as it is read out: whose it is, what it is, and its value."""
        if FIRST_SCORE <= column < OVERALL and self._catalogue is not None:
            said = spoken_half(self._catalogue, row.client, DIMENSIONS[column - FIRST_SCORE])
        elif column == NAME:
            return row.name
        else:
            said = f"{self._head(column)}: {self._text(row, column)}"
        return f"{row.name}. {said}"

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column, or of a client."""
        is_across = orientation is Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            return self._two_lines(section) if is_across else self.rows[section].name
        if role == Qt.ItemDataRole.AccessibleTextRole and is_across:
            return self._spoken_head(section)
        if role == Qt.ItemDataRole.TextAlignmentRole and is_across:
            side = Qt.AlignmentFlag.AlignLeft
            side = Qt.AlignmentFlag.AlignRight if section in (OVERALL, GAP) else side
            middle = Qt.AlignmentFlag.AlignHCenter
            side = middle if FIRST_SCORE <= section < OVERALL else side
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _two_lines(self, column: int) -> str:
        """Return the name of a column, below that of a dimension which half is which."""
        if FIRST_SCORE <= column < OVERALL and self._catalogue is not None:
            return f"{self._head(column)}\n{pair_head(self._catalogue)}"
        return self._head(column)

    def _spoken_head(self, column: int) -> str:
        if FIRST_SCORE <= column < OVERALL and self._catalogue is not None:
            modes = [each.short for each in self._catalogue.modes.values()]
            return f"{self._head(column)}: {', '.join(modes)}"
        return self._head(column)

    def _head(self, column: int) -> str:
        if FIRST_SCORE <= column < OVERALL and self._catalogue is not None:
            return self._catalogue.dimensions[DIMENSIONS[column - FIRST_SCORE]].short
        return {
            NAME: _("Client"),
            OVERALL: _("Overall"),
            GAP: _("Gap"),
            HOURS: _("Hours"),
            REVIEW: _("Review"),
        }.get(column, "")


def pair_head(catalogue: "Catalogue") -> str:
    """Return what stands over the two halves of a cell: the first letters of both modes."""
    return " · ".join(each.short[:1] for each in catalogue.modes.values())


def _halves(row: ClientRow, column: int) -> tuple[Half, Half] | None:
    if not FIRST_SCORE <= column < OVERALL:
        return None
    place = column - FIRST_SCORE
    values = [row.client.scores[DIMENSIONS[place], mode] for mode in Mode]
    shares = [None if value is None else value / 100 for value in values]
    media, network = row.halves[place]
    return Half(shares[0], media), Half(shares[1], network)
