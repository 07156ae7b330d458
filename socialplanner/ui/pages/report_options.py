"""Paper and parts of the plan."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton

from socialplanner.presentation.i18n import _
from socialplanner.presentation.plan_options import ALL_PARTS, PlanOptions, PlanPart, part_title
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card

ABOVE_PARTS = 14


class PaperCard(Card):
    """What is printed, and on which paper; `chosen` tells that it is another now."""

    chosen = Signal()

    def __init__(self) -> None:
        """Offer everything; `show_options` says what is chosen."""
        self.papers = {
            "a4": QRadioButton(_("A&4")),
            "letter": QRadioButton(_("US Lette&r")),
        }
        group = QButtonGroup()
        for paper, button in self.papers.items():
            group.addButton(button)
            button.setAccessibleName(_("Paper: {name}").format(name=paper.capitalize()))
        self.boxes = {part: QCheckBox(part_title(part)) for part in ALL_PARTS}
        for part, box in self.boxes.items():
            box.setAccessibleName(part_title(part))
        self._least = Label(_("At least one part is printed."), role="danger")
        self._least.hide()
        note = _("Whose figures these are, and what is left out, is said in any case.")
        super().__init__(
            Heading(_("Paper"), level=2),
            *self.papers.values(),
            _parts_heading(),
            *self.boxes.values(),
            self._least,
            Label(note, role="small"),
            spacing=4,
        )
        group.setParent(self)
        for button in self.papers.values():
            button.clicked.connect(self.chosen)
        for box in self.boxes.values():
            box.clicked.connect(self._clicked)

    @property
    def paper(self) -> str:
        """Return the paper that is chosen."""
        return next(paper for paper, button in self.papers.items() if button.isChecked())

    @property
    def parts(self) -> tuple[PlanPart, ...]:
        """Return the parts that are chosen."""
        return tuple(part for part, box in self.boxes.items() if box.isChecked())

    def show_options(self, options: PlanOptions) -> None:
        """Show what is chosen."""
        for paper, button in self.papers.items():
            button.setChecked(paper == options.paper)
        for part, box in self.boxes.items():
            box.setChecked(part in options.parts)

    def _clicked(self) -> None:
        if not self.parts:
            box = self.sender()
            if isinstance(box, QCheckBox):
                box.setChecked(True)
            self._least.show()
            return
        self._least.hide()
        self.chosen.emit()


def _parts_heading() -> Heading:
    heading = Heading(_("Parts"), level=2)
    heading.setContentsMargins(0, ABOVE_PARTS, 0, 0)
    return heading
