"""A page of the window that belongs to no profile: a way back, a title, and what it holds."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.pages.page import Page
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import ScrollPage, column, row

MARGIN: Final = 20


class Sheet(Page):
    """Settings, about, and their like; `box` takes the content below the title."""

    def __init__(self, key: str, title: str, context: Context, lead: str = "") -> None:
        """Begin with the way back, the title and a lead."""
        super().__init__(key, title)
        self.context = context
        self._part: QWidget | None = None
        self.area = ScrollPage()
        self.box = self.area.box
        self.back = Button(_("&Back"), role="quiet", icon=context.icon("chevron-left"))
        self.back.clicked.connect(self._go_back)
        self.box.addLayout(row(self.back, 1))
        head = column(Heading(title), spacing=6)
        if lead:
            head.addWidget(Label(lead, role="lead"))
        self.box.addLayout(head)
        self.setLayout(column(self.area))

    def show_part(self, part: QWidget) -> None:
        """Begin at a part of the page, once everything has its place."""
        self._part = part
        QTimer.singleShot(0, self, self._scroll)

    def _scroll(self) -> None:
        ground = self.area.widget()
        if self._part is not None and ground is not None:
            top = self._part.mapTo(ground, QPoint(0, 0)).y()
            self.area.verticalScrollBar().setValue(max(0, top - MARGIN))
            self._part = None

    def entered(self, place: str) -> None:
        """Begin at the top."""
        if not place:
            self.area.verticalScrollBar().setValue(0)
        self.back.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go back at Esc, where nothing on the page has a use for it."""
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        else:
            super().keyPressEvent(event)

    def _go_back(self) -> None:
        self.context.go("back", "")
