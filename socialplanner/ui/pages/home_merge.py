"""What a merge would do: additions, and each place in which both say something else."""

from PySide6.QtWidgets import QRadioButton, QWidget

from socialplanner.presentation.i18n import _, plural
from socialplanner.ui.ports.importing import Conflict, MergePreview
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import clear, column

MOST = 12


class MergeView(QWidget):
    """Shows a preview; where both differ, one choice holds for all places."""

    def __init__(self) -> None:
        """Begin empty and hidden."""
        super().__init__()
        self.setProperty("role", "clear")
        self._words = Label()
        self._places = column(spacing=8)
        self.mine = QRadioButton(_("&Keep what is here in these places"))
        self.theirs = QRadioButton(_("Take what the file &says in these places"))
        self.mine.setChecked(True)
        self.setLayout(column(self._words, self._places, self.mine, self.theirs, spacing=8))
        self.hide()

    @property
    def takes_theirs(self) -> bool:
        """Return whether what comes in wins where both differ."""
        return self.theirs.isChecked()

    def show_preview(self, preview: MergePreview) -> None:
        """Show what a merge would do."""
        clear(self._places)
        self._words.setText(merge_words(preview))
        for conflict in preview.conflicts[:MOST]:
            self._places.addWidget(_conflict(conflict))
        more = len(preview.conflicts) - MOST
        if more > 0:
            words = plural("And {count} more place.", "And {count} more places.", more)
            self._places.addWidget(Label(words, role="small"))
        for choice in (self.mine, self.theirs):
            choice.setVisible(bool(preview.conflicts))
        self.mine.setChecked(True)
        self.show()


def _conflict(conflict: Conflict) -> QWidget:
    widget = QWidget()
    widget.setProperty("role", "clear")
    both = _("Here: {mine}. In the file: {theirs}.").format(
        mine=conflict.mine, theirs=conflict.theirs
    )
    widget.setLayout(column(Label(conflict.place, role="strong"), Label(both), spacing=2))
    return widget


def merge_words(preview: MergePreview) -> str:
    """Return how much a merge would add, and in how many places somebody has to choose."""
    if not preview.added and not preview.conflicts:
        return _("“{name}” has all of it already: a merge would change nothing.").format(
            name=preview.name
        )
    added = plural(
        "A merge into “{{name}}” adds {count} thing.",
        "A merge into “{{name}}” adds {count} things.",
        preview.added,
    ).format(name=preview.name)
    if not preview.conflicts:
        return added
    differ = plural(
        "In {count} place both say something else:",
        "In {count} places both say something else:",
        len(preview.conflicts),
    )
    return f"{added} {differ}"
