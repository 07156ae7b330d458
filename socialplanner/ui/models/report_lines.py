"""What became of each client of a batch of reports, a line each."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from socialplanner.presentation.i18n import _
from socialplanner.ui.ports.batch import Outcome, ReportLine
from socialplanner.ui.widgets.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
LINE: Final = Qt.ItemDataRole.UserRole.value
SIGNS: Final = {
    Outcome.DONE: ("circle-check", "success"),
    Outcome.SKIPPED: ("minus", "muted"),
    Outcome.FAILED: ("triangle-alert", "danger"),
}


class ReportLines(QAbstractListModel):
    """Lines in the order they came; `LINE` is the role of a line itself."""

    def __init__(self, icon: Callable[[str, str], QIcon], parent: QObject) -> None:
        """Begin empty; `icon` gives an icon in a colour."""
        super().__init__(parent)
        self._icon = icon
        self._lines: list[ReportLine] = []
        self._shown: list[ReportLine] = []
        self._only_failed = False

    @property
    def lines(self) -> Sequence[ReportLine]:
        """Return all lines, shown or not."""
        return self._lines

    def count(self, outcome: Outcome) -> int:
        """Return of how many clients this became."""
        return sum(line.outcome is outcome for line in self._lines)

    def add(self, lines: Sequence[ReportLine]) -> None:
        """Take lines that came."""
        self._lines += lines
        shown = [line for line in lines if self._is_wanted(line)]
        if shown:
            first = len(self._shown)
            self.beginInsertRows(QModelIndex(), first, first + len(shown) - 1)
            self._shown += shown
            self.endInsertRows()

    def show_only_failed(self, *, only: bool) -> None:
        """Show the clients that failed alone, or all."""
        self.beginResetModel()
        self._only_failed = only
        self._shown = [line for line in self._lines if self._is_wanted(line)]
        self.endResetModel()

    def _is_wanted(self, line: ReportLine) -> bool:
        return not self._only_failed or line.outcome is Outcome.FAILED

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        """Return how many lines are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a line is in a role."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        line = self._shown[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(*SIGNS[line.outcome])
        return _in_words(line, role)


def _in_words(line: ReportLine, role: int) -> str | None:
    """Return a line as it is read, read out, or told in a tip."""
    words = line_words(line)
    return {
        Qt.ItemDataRole.DisplayRole.value: words,
        Qt.ItemDataRole.AccessibleTextRole.value: f"{_outcome(line.outcome)}: {words}",
        Qt.ItemDataRole.ToolTipRole.value: plain_tip(line_words(line, is_whole=True)),
    }.get(role)


def line_words(line: ReportLine, *, is_whole: bool = False) -> str:
    """Return a client with its files, or with the sentence why there are none."""
    what = line.words or ", ".join(line.files) or _outcome(line.outcome)
    said = what if is_whole else next(iter(what.splitlines()), "").strip()
    return f"{' '.join(line.label.split())} – {said}"


def _outcome(outcome: Outcome) -> str:
    return {
        Outcome.DONE: _("Done"),
        Outcome.SKIPPED: _("Was there already"),
        Outcome.FAILED: _("Not made"),
    }[outcome]
