"""The pages of a PDF below one another: drawn only where they are seen, sharp on every screen."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea

from socialplanner.presentation.i18n import _
from socialplanner.ui.accessibility import expose_as
from socialplanner.ui.ports.printing import PrintedPage
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.page_pictures import PagePictures
from socialplanner.ui.widgets.page_stack import MARGIN, ZOOM_STEP, Fit, PageStack

PAUSE: Final = 30
"""Milliseconds of quiet before a page is asked for, so that scrolling past asks for nothing."""

KEPT_AROUND: Final = 2
"""Pages before and after those seen whose pictures are kept."""

SHARPEST: Final = 6.0
"""The most pixels to a point: a page then takes about 70 MB."""


class PdfView(QAbstractScrollArea):
    """Shows pages. Who owns it answers `picture_wanted(page, pixels to a point)` by `set_picture`.

    `moved` tells that another page is the current one, or that the size is another.
    """

    picture_wanted = Signal(int, float)
    moved = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        """Begin without pages; `name` is what screen readers say."""
        super().__init__()
        self._theme = theme
        self._pages: tuple[PrintedPage, ...] = ()
        self._pictures = PagePictures()
        self.stack = PageStack()
        self._current = -1
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._ask)
        self.setProperty("role", "pages")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)
        theme.changed.connect(self.viewport().update)

    # What is shown.

    @property
    def pages(self) -> tuple[PrintedPage, ...]:
        """Return the pages that are shown."""
        return self._pages

    def set_pages(self, pages: Sequence[PrintedPage]) -> None:
        """Show other pages at the same place; the old pictures stay until there are new ones."""
        self._pages = tuple(pages)
        self._pictures.grow_old(len(self._pages))
        self._lay_out()
        self._tell()

    def set_picture(self, page: int, scale: float, image: QImage) -> None:
        """Take the picture of a page that was asked for, and ask for the next one."""
        self._pictures.put(page, scale, image)
        self.viewport().update()
        self._pause.start(0)

    def is_sharp(self, page: int) -> bool:
        """Return whether the picture of a page is there in the size it is shown in."""
        return self._pictures.is_sharp(page, self._scale())

    def _scale(self) -> float:
        return min(SHARPEST, self.stack.unit * self.devicePixelRatioF())

    def _seen(self) -> tuple[int, ...]:
        return self.stack.seen(self.verticalScrollBar().value(), self.viewport().height())

    def _ask(self) -> None:
        """Ask for the first page that is seen and not sharp; forget those far away."""
        seen = self._seen()
        if not seen or not self.isVisible():
            return
        self._pictures.keep(range(seen[0] - KEPT_AROUND, seen[-1] + KEPT_AROUND + 1))
        first = next((page for page in seen if not self.is_sharp(page)), None)
        if first is not None:
            self.picture_wanted.emit(first, self._scale())

    # Size and place.

    def set_fit(self, fit: Fit) -> None:
        """Let the pages follow the width or the height of the view."""
        self.stack.fit = fit
        self._keeping_place()

    def zoom_in(self) -> None:
        """Show the pages larger."""
        self._zoom(ZOOM_STEP)

    def zoom_out(self) -> None:
        """Show the pages smaller."""
        self._zoom(1 / ZOOM_STEP)

    def _zoom(self, factor: float) -> None:
        page, share = self._place()
        self.stack.zoomed(factor)
        self._set_bars()
        self._go(page, share)

    @property
    def current(self) -> int:
        """Return the page at the upper third of the view, counted from 0."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if bar.maximum() and bar.value() == bar.maximum():
            return max(0, len(self._pages) - 1)
        return self.stack.page_at(bar.value() + height / 3)

    def go_to(self, page: int) -> None:
        """Show a page from its top."""
        self._go(min(max(0, page), max(0, len(self._pages) - 1)), 0.0)

    def _place(self) -> tuple[int, float]:
        """Return the page at the top of the view, and how much of it lies above."""
        if not self.stack.spots:
            return 0, 0.0
        top = self.verticalScrollBar().value() + MARGIN
        page = self.stack.page_at(top)
        spot = self.stack.spots[page]
        return page, (top - spot.top) / spot.height

    def _go(self, page: int, share: float) -> None:
        if self.stack.spots:
            spot = self.stack.spots[page]
            self.verticalScrollBar().setValue(round(spot.top + share * spot.height - MARGIN))
        self._scrolled()

    def _keeping_place(self) -> None:
        page, share = self._place()
        self._lay_out()
        self._go(min(page, max(0, len(self._pages) - 1)), share)

    def _lay_out(self) -> None:
        room = self.viewport().size()
        sizes = [(page.width, page.height) for page in self._pages]
        self.stack.lay_out(sizes, (room.width(), room.height()))
        self._set_bars()
        self._scrolled()

    def _set_bars(self) -> None:
        room = self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, self.stack.height - room.height()))
        down.setPageStep(room.height())
        down.setSingleStep(self._theme.px(48))
        across.setRange(0, max(0, self.stack.width - room.width()))
        across.setPageStep(room.width())
        across.setSingleStep(self._theme.px(48))

    def _scrolled(self) -> None:
        self.viewport().update()
        self._pause.start(PAUSE)
        if self.current != self._current:
            self._tell()
        else:
            self.moved.emit()

    def _tell(self) -> None:
        self._current = self.current
        self.setAccessibleDescription(self._description())
        self.moved.emit()

    def _description(self) -> str:
        if not self._pages:
            return ""
        place = _("Page {page} of {pages}").format(page=self._current + 1, pages=len(self._pages))
        return f"{place}\n{self._pages[self._current].text}"

    # What Qt tells.

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Place the pages anew."""
        super().resizeEvent(event)
        self._keeping_place()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll, or change the size while Ctrl is held."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(ZOOM_STEP if event.angleDelta().y() > 0 else 1 / ZOOM_STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go through the pages, or change their size."""
        down = self.verticalScrollBar()
        keys = {Qt.Key.Key_Home: down.minimum(), Qt.Key.Key_End: down.maximum()}
        if event.matches(QKeySequence.StandardKey.ZoomIn) or event.text() == "+":
            self.zoom_in()
        elif event.matches(QKeySequence.StandardKey.ZoomOut) or event.text() == "-":
            self.zoom_out()
        elif event.key() in keys:
            down.setValue(keys[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_Space):
            down.setValue(down.value() + round(0.9 * down.pageStep()))
        elif event.key() == Qt.Key.Key_PageUp:
            down.setValue(down.value() - round(0.9 * down.pageStep()))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what is seen of the pages."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.tokens["sunken"]))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        for page in self._seen():
            self._paint_page(painter, page)
        painter.end()

    def _paint_page(self, painter: QPainter, page: int) -> None:
        spot = self.stack.spots[page]
        place = QRectF(spot.left, spot.top, spot.width, spot.height)
        painter.fillRect(place, QColor(Qt.GlobalColor.white))
        image = self._pictures.image(page)
        if image is not None:
            painter.drawImage(place, image)
        painter.setPen(QPen(QColor(self._theme.tokens["border"]), 1))
        painter.drawRect(place)


expose_as("PdfView", QAccessible.Role.Document)
