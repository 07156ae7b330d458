"""The parts of the report: on and off, in order, each with a note."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from socialplanner.presentation.i18n import _
from socialplanner.presentation.plan_options import PlanOptions, PlanPart, part_title
from socialplanner.ui.accessibility import announce
from socialplanner.ui.pages.report_part_row import PartRow
from socialplanner.ui.questions.dragging import Dragging
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card

INDENT: Final = 13
"""Pixels by which rows begin to the left of words, and end to the right of them."""


class PartsCard(Card):
    """Parts in the order they are printed in; `chosen` tells of parts, `noted` of a note.

    The order is changed by dragging, with Alt and an arrow key, or from the menu of a grip.
    """

    chosen = Signal()
    noted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Offer every part; `show_options` says what is chosen."""
        self.rows = {part: PartRow(theme, part_title(part)) for part in PlanPart}
        self.order = list(PlanPart)
        self._lane = QVBoxLayout()
        self._lane.setSpacing(0)
        self._lane.setContentsMargins(0, 0, 0, 0)
        self._least = Label(_("At least one part is printed."), role="danger")
        self._least.hide()
        note = _("Whose figures these are, and what is left out, is said in any case.")
        words = (Heading(_("Parts"), level=2), self._least, Label(note, role="small"))
        for label in words:
            label.setContentsMargins(INDENT, 0, INDENT, 0)
        super().__init__(words[0], self._lane, *words[1:])
        self.box.setContentsMargins(20 - INDENT, 20, 20 - INDENT, 20)
        self._dragging = Dragging(self)
        self._join()
        self._lay()

    def _join(self) -> None:
        for row in self.rows.values():
            row.switched.connect(self._switched)
            row.moved.connect(self._moved)
            row.noted.connect(self.noted)
            self._dragging.watch(row.grip)
            self._dragging.watch(row.box)
        self._dragging.moved.connect(self._drag)
        self._dragging.dropped.connect(self._drop)
        self._dragging.ended.connect(self._show_no_place)

    @property
    def boxes(self) -> dict[PlanPart, QCheckBox]:
        """Return the box of each part."""
        return {part: row.box for part, row in self.rows.items()}

    @property
    def parts(self) -> tuple[PlanPart, ...]:
        """Return the parts that are chosen, in their order."""
        return tuple(part for part in self.order if self.rows[part].box.isChecked())

    @property
    def notes(self) -> dict[PlanPart, str]:
        """Return what is written on parts."""
        return {part: row.text.text for part, row in self.rows.items() if row.text.text.strip()}

    def commit(self) -> None:
        """Take notes that are being written."""
        for row in self.rows.values():
            row.text.commit()

    def show_options(self, options: PlanOptions) -> None:
        """Show what is chosen; parts that are not stay where they were, or where they belong."""
        if tuple(part for part in self.order if part in options.parts) != options.parts:
            self.order = whole_order(options.parts)
            self._lay()
        for place, part in enumerate(self.order, 1):
            self.rows[part].show_part(
                is_on=part in options.parts,
                note=options.notes.get(part, ""),
                place=place,
                count=len(self.order),
            )

    def _lay(self) -> None:
        while self._lane.takeAt(0) is not None:
            pass
        for part in self.order:
            self._lane.addWidget(self.rows[part])

    # What a person does.

    def _switched(self) -> None:
        if not self.parts:
            self._row_of(self.sender()).box.setChecked(True)
            self._least.show()
            return
        self._least.hide()
        self.chosen.emit()

    def _moved(self, step: int) -> None:
        part = self._part_of(self.sender())
        self._put(part, self.order.index(part) + step)

    def _put(self, part: PlanPart, place: int) -> None:
        """Put a part in a place, counted without itself."""
        rest = [each for each in self.order if each is not part]
        place = max(0, min(place, len(rest)))
        order = [*rest[:place], part, *rest[place:]]
        if order == self.order:
            return
        self.order = order
        self._lay()
        words = _("{part} is now {place} of {count}.")
        where = words.format(part=part_title(part), place=place + 1, count=len(order))
        announce(self, where)
        self.chosen.emit()

    def _part_of(self, widget: object) -> PlanPart:
        """Return the part to which a row, or what stands in one, belongs."""
        for part, row in self.rows.items():
            if widget in {row, row.grip, row.box}:
                return part
        raise LookupError("a row of another list")

    def _row_of(self, widget: object) -> PartRow:
        return self.rows[self._part_of(widget)]

    # Dragging.

    def _drag(self, widget: QWidget, spot: QPoint) -> None:
        part = self._part_of(widget)
        place = self._place_at(part, spot)
        self._show_no_place()
        others = self._others(part)
        if place is not None and place < len(others):
            others[place].show_target(Qt.Edge.TopEdge)
        elif place is not None:
            others[-1].show_target(Qt.Edge.BottomEdge)

    def _drop(self, widget: QWidget, spot: QPoint) -> None:
        part = self._part_of(widget)
        place = self._place_at(part, spot)
        if place is not None:
            self._put(part, place)

    def _place_at(self, part: PlanPart, spot: QPoint) -> int | None:
        """Return the place that a spot of the screen means, None outside of the card."""
        here = self.mapFromGlobal(spot)
        if not self.rect().contains(here):
            return None
        return sum(row.geometry().center().y() < here.y() for row in self._others(part))

    def _others(self, part: PlanPart) -> list[PartRow]:
        """Return the rows among which a part is put."""
        return [self.rows[each] for each in self.order if each is not part]

    def _show_no_place(self) -> None:
        for row in self.rows.values():
            row.show_target(None)


def whole_order(parts: Sequence[PlanPart]) -> list[PlanPart]:
    """Return all parts: these in their order, the others behind the one they usually follow."""
    order = list(parts)
    before: PlanPart | None = None
    for part in PlanPart:
        if part not in parts:
            order.insert(0 if before is None else order.index(before) + 1, part)
        before = part
    return order
