"""Where each card of a review stands: in groups, with links to them, and some of it folded."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QWidget

from socialplanner.presentation.i18n import _
from socialplanner.ui.widgets.buttons import Button, escaped
from socialplanner.ui.widgets.columns import ColumnsLayout
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.fold import FoldCard
from socialplanner.ui.widgets.labels import Heading
from socialplanner.ui.widgets.layouts import Card, column, lay_out_now, page_of
from socialplanner.ui.widgets.text_table import TextTableView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

    from socialplanner.ui.context import Context
    from socialplanner.ui.theme import Theme

GAP: Final = 20
ABOVE: Final = 16
HALF_WIDTH: Final = 440
"""Two cards stand side by side where each gets as much, at letters of the usual size."""

WIDE: Final = 6
"""A table of so many columns is given a row of full width: in half of it, it becomes records."""

ROWS: Final = {
    "came": (("returns",), ("ledgers", "credited")),
    "hours": (("kept", "weeks"),),
    "agreed": (("forecasts", "coming"), ("rules",)),
    "taught": (("learnt", "intervals"), ("limits",)),
    "trials": (("tests", "planner"),),
    "rest": (),
}
"""The groups in the order of reading; what stands in one row is side by side where it fits."""

FOLDED: Final = frozenset({"ledgers", "credited", "limits", "planner"})
"""Cards that show their title alone until somebody opens them."""


def group_titles() -> dict[str, str]:
    """Return what the groups are called."""
    return {
        "came": _("What came back"),
        "hours": _("Hours kept"),
        "agreed": _("Forecasts and rules"),
        "taught": _("What the log has taught"),
        "trials": _("Tests"),
    }


class Place(QWidget):
    """Holds one card; it is there while the card is, and asks for half a page at most."""

    def __init__(self, theme: "Theme", card: QWidget) -> None:
        """Hold a card."""
        super().__init__()
        self.setProperty("role", "clear")
        self._theme, self.card = theme, card
        if isinstance(card, Card):
            card.box.addStretch(1)  # beside a taller card the words stay at the top
        self.setLayout(column(card))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for no more than half a page, so that two find room side by side."""
        hint = super().sizeHint()
        return QSize(min(hint.width(), self._theme.px(HALF_WIDTH)), hint.height())

    @property
    def is_wanted(self) -> bool:
        """Return whether the card has anything to say."""
        return not self.card.isHidden()

    def settle(self) -> None:
        """Be there while the card is."""
        self.setVisible(self.is_wanted)


class Folded(Place):
    """Holds a card folded to its title; the title follows that of the card."""

    def __init__(self, theme: "Theme", card: QWidget, heading: Heading) -> None:
        """Hold a card, whose own heading is told by the fold."""
        self.fold = FoldCard(theme, heading.text())
        super().__init__(theme, self.fold)
        self._inner, self._heading = card, heading
        card.setProperty("role", "clear")
        self.fold.fill(column(card))
        self.fold.opened.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for a whole page while a wide table is open."""
        hint = super().sizeHint()
        is_wide = self.fold.is_open and self._is_wide
        return QSize(2 * self._theme.px(HALF_WIDTH) + GAP, hint.height()) if is_wide else hint

    @property
    def _is_wide(self) -> bool:
        tables = self._inner.findChildren(TextTableView)
        return any(len(each.table.head) >= WIDE for each in tables if not each.isHidden())

    @property
    def is_wanted(self) -> bool:
        """Return whether the card within has anything to say."""
        return not self._inner.isHidden()

    def settle(self) -> None:
        """Follow the card within."""
        self._heading.hide()
        self.fold.rename(self._heading.text())
        super().settle()


class Group(QWidget):
    """Rows of cards under a heading."""

    def __init__(self, title: str, rows: tuple[tuple[str, ...], ...]) -> None:
        """Begin empty."""
        super().__init__()
        self.setProperty("role", "clear")
        self.heading = Heading(title, level=2, role="plan")
        if not title:
            self.heading.hide()  # never shown here: without a parent yet, it would be a window
        self.places: dict[str, Place] = {}
        self._layouts: dict[str, QLayout] = {}
        self._box = column(self.heading, spacing=GAP)
        for row in rows:
            layout = ColumnsLayout(most=2, spacing=GAP) if len(row) > 1 else column(spacing=GAP)
            self._layouts.update(dict.fromkeys(row, layout))
            self._box.addLayout(layout)
        self.setLayout(self._box)
        self.hide()

    def put(self, key: str, place: Place) -> None:
        """Put a card into its row, below the others where it has none."""
        self.places[key] = place
        self._layouts.get(key, self._box).addWidget(place)

    def settle(self) -> None:
        """Be there while any of the cards is."""
        for place in self.places.values():
            place.settle()
        self.setVisible(any(place.is_wanted for place in self.places.values()))


class ReviewGroups(QWidget):
    """All groups of a review; `links` leads to each."""

    def __init__(self, context: "Context") -> None:
        """Begin empty."""
        super().__init__()
        self.setProperty("role", "clear")
        self._theme = context.theme
        titles = group_titles()
        self.groups = {key: Group(titles.get(key, ""), rows) for key, rows in ROWS.items()}
        self._group_of = {each: key for key, rows in ROWS.items() for row in rows for each in row}
        self.links = {key: self._link(key, title) for key, title in titles.items()}
        self.contents = QWidget()
        self.contents.setProperty("role", "clear")
        self.contents.setLayout(FlowLayout(*self.links.values(), spacing=12))
        self.setLayout(column(*self.groups.values(), spacing=GAP + 12))
        self.settle()

    def _link(self, key: str, title: str) -> Button:
        link = Button(escaped(title), role="link")
        link.setAccessibleName(_("Go to: {part}").format(part=title))
        link.clicked.connect(lambda: self.come_to(key))
        return link

    def put(self, key: str, card: QWidget, heading: Heading) -> None:
        """Put a card into its place."""
        heading.level = 3
        is_folded = key in FOLDED
        place = Folded(self._theme, card, heading) if is_folded else Place(self._theme, card)
        self.groups[self._group_of.get(key, "rest")].put(key, place)

    def settle(self) -> None:
        """Show what has something to say, and the links to it."""
        for key, group in self.groups.items():
            group.settle()
            if key in self.links:
                self.links[key].setVisible(not group.isHidden())

    def come_to(self, key: str) -> None:
        """Bring a group to the top of the page, and the keyboard to its heading."""
        heading = self.groups[key].heading
        lay_out_now(self)
        heading.setFocus()
        area = page_of(self)
        ground = None if area is None else area.widget()
        if area is not None and ground is not None:
            area.verticalScrollBar().setValue(heading.mapTo(ground, QPoint(0, 0)).y() - ABOVE)
