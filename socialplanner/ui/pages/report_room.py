"""Options beside the pages; where there is no room for both they take turns."""

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from socialplanner.presentation.i18n import _
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.labels import Heading
from socialplanner.ui.widgets.layouts import column, row

OPTIONS_WIDTH: Final = 316
LEAST_VIEW: Final = 380
"""Pixels at ordinary text size."""

BAR: Final = 10
"""Pixels of the scroll bar beside the options, whatever the text size."""

GAP: Final = 20
SIDES: Final = 28
WIDEST: Final = 16_777_215
"""Qt's own word for no limit."""


class ReportRoom(QWidget):
    """A title with what can be done, options at the left, pages at the right."""

    def __init__(self, theme: Theme, title: str, side: QWidget, pages: QWidget) -> None:
        """Place the parts."""
        super().__init__()
        self._theme = theme
        self._side = side
        self._pages = pages
        self.turn = Button(_("Show the p&ages"))
        self.turn.setCheckable(True)
        self.turn.clicked.connect(self.arrange)
        self._head = row(row(Heading(title), 1, self.turn), spacing=8)
        self._head.setStretch(0, 1)
        self.setLayout(self._layout())
        theme.changed.connect(self.arrange)

    def _layout(self) -> QLayout:
        body = QWidget()
        beside = row(self._side, self._pages, spacing=GAP)
        beside.setStretch(1, 1)
        body.setLayout(beside)
        box = column(self._head, body, spacing=14)
        box.setContentsMargins(SIDES, 20, SIDES, 16)
        box.setStretch(1, 1)
        return box

    def put_ways(self, ways: QWidget) -> None:
        """Take what can be done beside the title."""
        self._head.addWidget(ways)

    def show_options(self) -> None:
        """Show the options where they take turns with the pages."""
        self.turn.setChecked(False)
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Place the parts anew."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Show both, or one of them."""
        needed = self._theme.px(OPTIONS_WIDTH + LEAST_VIEW) + BAR + GAP + 2 * SIDES
        is_narrow = self.width() < needed
        shows_pages = self.turn.isChecked()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._head.setDirection(down if is_narrow else across)
        self.turn.setVisible(is_narrow)
        self.turn.setText(_("Show the opt&ions") if shows_pages else _("Show the p&ages"))
        self.turn.setAccessibleName(_("Show the options") if shows_pages else _("Show the pages"))
        self._side.setVisible(not is_narrow or not shows_pages)
        self._pages.setVisible(not is_narrow or shows_pages)
        width = self._theme.px(OPTIONS_WIDTH) + BAR
        self._side.setMinimumWidth(0 if is_narrow else width)
        self._side.setMaximumWidth(WIDEST if is_narrow else width)
