"""The profiles of the home page as a list model: filtered, sorted, and read out in words."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from socialplanner.domain.listing import ProfileEntry, Search, folded
from socialplanner.presentation.i18n import _
from socialplanner.ui.models.profile_words import Wording, exact, remedy, spoken
from socialplanner.ui.widgets.labels import plain_tip

if TYPE_CHECKING:
    from socialplanner.ui.models.profile_mixes import RowMix

ENTRY: Final = Qt.ItemDataRole.UserRole.value

Index = QModelIndex | QPersistentModelIndex


@unique
class Order(StrEnum):
    """In which order profiles stand."""

    CHANGED = "changed"
    NAME = "name"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What is looked for."""

    text: str = ""
    tag: str = ""
    shows_archived: bool = False
    order: Order = Order.CHANGED


class ProfileList(QAbstractListModel):
    """The entries that match a filter; `ENTRY` is the role of the entry itself.

    Some of them may be marked, to do something with several at once; `marked_changed` tells when.
    What is marked and not shown does not count.
    """

    marked_changed = Signal()

    def __init__(self, wording: Wording, parent: QObject) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.wording = wording
        self.filter = Filter()
        self.shown: list[ProfileEntry] = []
        self.mix: Callable[[ProfileEntry], RowMix | None] = _unknown
        self._entries: Sequence[ProfileEntry] = ()
        self._search = Search((), {})
        self._doubled: frozenset[str] = frozenset()
        self._marked: set[str] = set()

    def set_entries(self, entries: Sequence[ProfileEntry], wording: Wording) -> None:
        """Take other entries, and the words for them."""
        self._entries = entries
        counts = Counter(entry.id for entry in entries if entry.id)
        self._doubled = frozenset(key for key, count in counts.items() if count > 1)
        self.wording = wording
        self._search = Search(entries, wording.kinds)
        self._show()

    def set_filter(self, wanted: Filter) -> None:
        """Look for something else."""
        self.filter = wanted
        self._show()

    def _show(self) -> None:
        shown = self._matching()
        if shown == self.shown:
            self.touch()
            return
        self.beginResetModel()
        self.shown = shown
        self.endResetModel()
        self.marked_changed.emit()

    def _matching(self) -> list[ProfileEntry]:
        wanted = self.filter
        found = [
            entry
            for entry in self._search.matching(wanted.text)
            if (wanted.shows_archived or not entry.is_archived)
            and (not wanted.tag or wanted.tag in entry.tags)
        ]
        if wanted.order is not Order.NAME:
            found.sort(key=lambda entry: entry.changed_at, reverse=True)
        if wanted.order is Order.REVIEW:
            found.sort(key=lambda entry: not (entry.trouble or entry.reviews(self.wording.today)))
        return found

    @property
    def entries(self) -> Sequence[ProfileEntry]:
        """Return all entries, found or not."""
        return self._entries

    def is_doubled(self, entry: ProfileEntry) -> bool:
        """Return whether another file holds the same profile, as cloud services leave behind."""
        return entry.id in self._doubled

    @property
    def tags(self) -> list[str]:
        """Return every tag there is, once, in the order of the alphabet."""
        return sorted({tag for entry in self._entries for tag in entry.tags}, key=folded)

    # Marks.

    @property
    def marked(self) -> list[ProfileEntry]:
        """Return the entries that are marked and shown, as they stand."""
        return [entry for entry in self.shown if entry.file in self._marked]

    def is_marked(self, row: int) -> bool:
        """Return whether a row is marked."""
        return 0 <= row < len(self.shown) and self.shown[row].file in self._marked

    def toggle(self, row: int) -> None:
        """Mark a row, or no longer."""
        if 0 <= row < len(self.shown):
            self._mark(self._marked ^ {self.shown[row].file})

    def mark_between(self, one: int, other: int) -> None:
        """Mark all rows from one to another."""
        first, last = sorted((max(0, one), max(0, other)))
        self._mark(self._marked | {entry.file for entry in self.shown[first : last + 1]})

    def mark_all(self) -> None:
        """Mark everything that is shown."""
        self._mark({entry.file for entry in self.shown})

    def mark_none(self) -> None:
        """Take all marks away."""
        self._mark(set())

    def _mark(self, files: set[str]) -> None:
        if files != self._marked:
            self._marked = files
            self.touch()
            self.marked_changed.emit()

    def touch(self) -> None:
        """Tell that something about the rows is known now that was not."""
        if self.shown:
            self.dataChanged.emit(self.index(0), self.index(len(self.shown) - 1))

    def row_of(self, file: str) -> int:
        """Return the row of a file, -1 where it is not shown."""
        files = [entry.file for entry in self.shown]
        return files.index(file) if file in files else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row is in a role."""
        if not index.isValid() or index.row() >= len(self.shown):
            return None
        entry = self.shown[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._check(entry)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{entry.name}; {self._spoken(entry)}"
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(entry)
            case _:
                return entry if role == ENTRY else None

    def _check(self, entry: ProfileEntry) -> Qt.CheckState | None:
        """Return whether an entry is marked, while any is."""
        if not self.marked:
            return None
        is_marked = entry.file in self._marked
        return Qt.CheckState.Checked if is_marked else Qt.CheckState.Unchecked

    def _tip(self, entry: ProfileEntry) -> str:
        mix = self.mix(entry)
        when = _("Changed {when}").format(when=exact(entry.changed_at))
        twice = _("Another file holds the same plan; keep one of them")
        double = twice if self.is_doubled(entry) else ""
        lines = (entry.name, remedy(entry), double, "" if mix is None else mix.words, when)
        return plain_tip(". ".join(line for line in lines if line))

    def _spoken(self, entry: ProfileEntry) -> str:
        mix = self.mix(entry)
        words = "" if mix is None else mix.words
        if self.is_doubled(entry):
            words = "; ".join(part for part in (_("the same plan twice"), words) if part)
        return spoken(entry, self.wording, words)


def _unknown(entry: ProfileEntry) -> None:
    """Know no mix yet."""
    del entry
