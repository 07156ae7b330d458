"""What the pages of the plan are put together from: key figures, and lists of figures with whys."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from socialplanner.ui.context import Context
from socialplanner.ui.widgets.columns import ColumnsLayout
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import Card, Frame, Hanging, column, line, row
from socialplanner.ui.widgets.why import WhyButton

if TYPE_CHECKING:
    from socialplanner.presentation.why import Reason

TILE, NARROW, LIST, DETAIL = 230, 340, 420, 640
"""Widths in pixels at a text size of 1."""

WHY_SIDE = 7
"""Pixels by which the words of a button “Why?” lie inside of it."""

WHY_TOP = 3
"""Pixels by which the words of a button “Why?” lie below its upper edge."""

SHORT = 34
"""A value of so many letters stands in one line; a longer one breaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with its name, and why it is what it is; `detail` stands below in small letters."""

    name: str
    value: str = ""
    detail: str = ""
    why: "Callable[[], Reason] | None" = None
    asked: str = ""

    @property
    def question(self) -> str:
        """Return what “why?” asks about: the number, or its name where it stands alone."""
        return self.asked or (f"{self.name}: {self.value}" if self.value else self.name)


class Tile(QWidget):
    """A key figure: large, with its label and a note."""

    def __init__(self, context: Context) -> None:
        """Begin empty."""
        super().__init__()
        self.setProperty("role", "clear")
        self._context = context
        self.value = Label(role="figure")
        self.name = Label(role="strong")
        self.note = Label(role="small")
        for label in (self.value, self.name, self.note):
            label.setContentsMargins(context.theme.px(WHY_SIDE), 0, 0, 0)
        self.why: WhyButton | None = None
        self._foot = row(1, spacing=0)
        self.box = column(self.value, self.name, self.note, self._foot, 1, spacing=2)
        self.setLayout(self.box)

    def show_figure(self, figure: Figure, place: QVBoxLayout) -> None:
        """Show a figure; its explanation opens at a place below all tiles."""
        self.value.setText(figure.value)
        self.name.setText(figure.name)
        self.note.setText(figure.detail)
        if figure.why is None:
            return
        if self.why is None:
            self.why = WhyButton(self._context, figure.question, figure.why)
            self.why.open_in(place)
            self._foot.insertWidget(0, self.why)
        else:
            self.why.set_reason(figure.question, figure.why)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the width of a tile, whatever is written on it."""
        width = self._context.theme.px(TILE)
        return QSize(width, self.box.heightForWidth(width))


class KeyFigures(Card):
    """Key figures side by side, or one below the other."""

    def __init__(self, context: Context, *, most: int = 3) -> None:
        """Begin empty."""
        super().__init__(spacing=12)
        self._context = context
        self._tiles: list[Tile] = []
        self._line = ColumnsLayout(most=most, spacing=24)
        self._place = column(spacing=12)
        outer = Hanging(left=context.theme.px(WHY_SIDE))
        outer.addLayout(self._line)
        self.box.addLayout(outer)
        self.box.addLayout(self._place)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show these figures."""
        while len(self._tiles) < len(figures):
            tile = Tile(self._context)
            self._tiles.append(tile)
            self._line.addWidget(tile)
        for place, tile in enumerate(self._tiles):
            tile.setVisible(place < len(figures))
            if place < len(figures):
                tile.show_figure(figures[place], self._place)


class FigureRow(QWidget):
    """One figure in a list: name and number in a line, why, and what stands below."""

    def __init__(self, context: Context, place: QVBoxLayout | None = None) -> None:
        """Begin empty; the explanation opens in the row, or at a place."""
        super().__init__()
        self.setProperty("role", "clear")
        self._context = context
        self.name = Label(role="strong")
        self.value = Label()
        self.name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        for label in (self.name, self.value):
            label.setContentsMargins(0, WHY_TOP, 0, 0)
        self.detail = Label(role="muted")
        self.why: WhyButton | None = None
        self._texts = row(self.name, self.value, spacing=12)
        self._texts.setStretch(0, 1)
        self._head = row(self._texts, spacing=12)
        self._head.setStretch(0, 1)
        self.box = column(self._head, self.detail, spacing=4)
        self._place = place or self.box
        self.setLayout(self.box)

    def show_figure(self, figure: Figure) -> None:
        """Show a figure."""
        self.name.setText(figure.name)
        self.value.setText(figure.value)
        self.value.setWordWrap(len(figure.value) > SHORT)
        self._texts.setStretch(1, 1 if len(figure.value) > SHORT else 0)
        self.value.setVisible(bool(figure.value))
        self.detail.setText(figure.detail)
        self.detail.setVisible(bool(figure.detail))
        if figure.why is None:
            return
        if self.why is None:
            self.why = WhyButton(self._context, figure.question, figure.why)
            self.why.open_in(self._place)
            self._head.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)
        else:
            self.why.set_reason(figure.question, figure.why)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the number below its name where there is little width."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < self._context.theme.px(NARROW)
        ways, side = QBoxLayout.Direction, Qt.AlignmentFlag
        way = ways.TopToBottom if is_narrow else ways.LeftToRight
        if way is not self._texts.direction():
            self._texts.setDirection(way)
            self._texts.setSpacing(0 if is_narrow else 12)
            self.value.setAlignment(
                (side.AlignLeft if is_narrow else side.AlignRight) | side.AlignTop
            )


class FigureList(QWidget):
    """Figures one below the other, thin lines between them."""

    def __init__(
        self,
        context: Context,
        *,
        title: str = "",
        width: int = LIST,
        place: QVBoxLayout | None = None,
    ) -> None:
        """Begin empty; a list with a title shows it above.

        Explanations open in their row, or at a `place` that has more width.
        """
        super().__init__()
        self.setProperty("role", "clear")
        self._context = context
        self._width = width
        self._place = place
        self._rows: list[FigureRow] = []
        self._rules: list[Frame] = []
        self._box = column(spacing=8)
        self.title = Label(title, role="kicker")
        self._whole = column(self.title, self._box, 1, spacing=8)
        self.setLayout(self._whole)
        self.title.setVisible(bool(title))

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show these figures; rows that are there are used again."""
        while len(self._rows) < len(figures):
            if self._rows:
                self._rules.append(line())
                self._box.addWidget(self._rules[-1])
            found = FigureRow(self._context, self._place)
            self._rows.append(found)
            self._box.addWidget(found)
        for place, each in enumerate(self._rows):
            if place < len(figures):
                each.show_figure(figures[place])
            self._show(place, is_wanted=place < len(figures))

    def _show(self, place: int, *, is_wanted: bool) -> None:
        self._rows[place].setVisible(is_wanted)
        if place:
            self._rules[place - 1].setVisible(is_wanted)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the width of a list, whatever is written in it."""
        width = self._context.theme.px(self._width)
        return QSize(width, self._whole.heightForWidth(width))
