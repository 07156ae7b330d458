"""A card that is chosen: its text wraps, and a mark says that it is chosen, not colour alone."""

from enum import Enum, auto, unique
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle

from socialplanner.ui.accessibility import expose_as
from socialplanner.ui.theme import FAMILY_BOLD, Theme
from socialplanner.ui.widgets.signs import PLUS, TICK, paint_lines
from socialplanner.ui.widgets.wrapped_text import wrapped

PADDING: Final = 12
RISE: Final = 9
"""Room above and below the text."""

MARK: Final = 20
BADGE: Final = 24
GAP: Final = 10
LEAST_TEXT: Final = 60
WIDEST_HINT: Final = 240
LEAST_HEIGHT: Final = 40
RING: Final = 3
"""Pixels around a card for its focus ring."""


@unique
class Mark(Enum):
    """What stands before the text."""

    RADIO = auto()
    CHECK = auto()
    NUMBER = auto()
    PLUS = auto()


class ChoiceCard(QAbstractButton):
    """One thing that can be chosen; of RADIO and NUMBER cards side by side, one alone.

    Keys that do not press the card are left to the widget around it.
    """

    def __init__(self, text: str, theme: Theme, mark: Mark, *, number: int = 0) -> None:
        """Show a text; `number` stands in the badge of a NUMBER card."""
        super().__init__()
        self.words = text
        self.number = number
        self._theme = theme
        self._mark = mark
        self._has_ring = True
        self._heights: dict[int, int] = {}
        self.setCheckable(mark is not Mark.PLUS)
        self.setAutoExclusive(mark in {Mark.RADIO, Mark.NUMBER})
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)

    def set_chosen(self, *, is_chosen: bool) -> None:
        """Show whether the card is chosen, without saying so."""
        exclusive = self.autoExclusive()
        self.setAutoExclusive(False)
        self.setChecked(is_chosen)
        self.setAutoExclusive(exclusive)

    def is_chosen(self) -> bool:
        """Return whether the card looks chosen."""
        return self.isChecked()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Press with Enter as with Space, but take no single choice back; leave other keys."""
        self._has_ring = True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not (self.autoExclusive() and self.isChecked()):
                self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the focus, unless the mouse brought it: then the pressed card is in sight."""
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._has_ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def hand_focus_to(self, other: "ChoiceCard") -> None:
        """Give the keyboard to another card, which shows the focus if this one did."""
        reason = Qt.FocusReason
        other.setFocus(reason.OtherFocusReason if self._has_ring else reason.MouseFocusReason)

    # How much room it takes.

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that a narrower card is higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height that the wrapped text needs."""
        self.ensurePolished()
        if width not in self._heights:
            text = ceil(self._wrapped(width - self._beside_text()).boundingRect().height())
            px = self._theme.px
            self._heights[width] = max(px(LEAST_HEIGHT), text + 2 * px(RISE))
        return self._heights[width]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for one line, or for a width at which a long text is well read."""
        self.ensurePolished()
        line = self.fontMetrics().horizontalAdvance(self.words[:200]) + 4
        width = min(line + self._beside_text(), self._theme.px(WIDEST_HINT))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least width at which a text can be read."""
        return QSize(self._theme.px(LEAST_TEXT) + self._beside_text(), self._theme.px(LEAST_HEIGHT))

    def _wrapped(self, width: int) -> QTextLayout:
        return wrapped(self.words, self.font(), width, self.layoutDirection())

    def _beside_text(self) -> int:
        px = self._theme.px
        return 2 * px(PADDING) + px(GAP) + self._mark_size() + self._trailing()

    def _mark_size(self) -> int:
        return self._theme.px(BADGE if self._mark is Mark.NUMBER else MARK)

    def _trailing(self) -> int:
        return self._theme.px(MARK + GAP) if self._mark is Mark.NUMBER else 0

    def _restyle(self) -> None:
        self._heights.clear()
        self.updateGeometry()
        self.update()

    # How it looks.

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground, the mark and the text."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        px, size = self._theme.px, self._mark_size()
        inner = self.rect().adjusted(px(PADDING), 0, -px(PADDING), 0)
        mark = QRect(inner.left(), (self.height() - size) // 2, size, size)
        self._paint_mark(painter, self._placed(mark))
        text = inner.adjusted(size + px(GAP), 0, -self._trailing(), 0)
        self._paint_words(painter, self._placed(text))
        if self._trailing() and self.is_chosen():
            side = px(MARK)
            end = QRect(inner.right() - side, (self.height() - side) // 2, side, side)
            self.paint_end(painter, self._placed(end))
        painter.end()

    def paint_end(self, painter: QPainter, place: QRect) -> None:
        """Paint what stands at the end of a chosen card."""
        self._paint_tick(painter, place, "accent")

    def _paint_words(self, painter: QPainter, place: QRect) -> None:
        words = self._wrapped(place.width())
        rise = (place.height() - words.boundingRect().height()) / 2
        painter.setPen(self.colour("ink" if self.isEnabled() else "muted"))
        words.draw(painter, QPointF(place.left(), place.top() + rise))

    def _placed(self, rect: QRect) -> QRect:
        """Return a place, mirrored where the language is written from the right."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def colour(self, name: str) -> QColor:
        """Return a colour of the theme."""
        return QColor(self._theme.tokens[name])

    def _paint_ground(self, painter: QPainter) -> None:
        is_chosen = self.is_chosen()
        width = 2.0 if is_chosen else 1.0
        edge = self.colour("accent" if is_chosen else "control")
        if not self.isEnabled():
            edge = self.colour("border")
        inset = RING + width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        radius = self._theme.px(8)
        painter.setPen(QPen(edge, width))
        painter.setBrush(self.colour(self._ground()))
        painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus() and self._has_ring:
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.setPen(QPen(self.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ring, radius + 2, radius + 2)

    def _ground(self) -> str:
        if not self.isEnabled():
            return "sunken"
        if self.is_chosen() or self.isDown():
            return "selected"
        return "hover" if self.underMouse() else "surface"

    def _paint_mark(self, painter: QPainter, place: QRect) -> None:
        is_chosen = self.is_chosen()
        edge = "accent" if is_chosen else "control"
        box = QRectF(place).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(self.colour(edge), 2 if self._mark is not Mark.NUMBER else 1))
        filled = is_chosen and self._mark is not Mark.RADIO
        painter.setBrush(self.colour("accent" if filled else "surface"))
        radius = box.width() / 2 if self._mark is Mark.RADIO else self._theme.px(5)
        if self._mark is not Mark.PLUS:
            painter.drawRoundedRect(box, radius, radius)
        if self._mark is Mark.NUMBER:
            self._paint_number(painter, place)
        elif self._mark is Mark.PLUS:
            colour = self.colour("accent_text" if self.isEnabled() else "muted")
            paint_lines(painter, place, colour, PLUS)
        elif self._mark is Mark.CHECK and is_chosen:
            self._paint_tick(painter, place, "on_accent")
        elif is_chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colour("accent"))
            painter.drawEllipse(box.center(), box.width() / 4, box.width() / 4)

    def _paint_number(self, painter: QPainter, place: QRect) -> None:
        font = QFont(FAMILY_BOLD)
        font.setPixelSize(self._theme.px(13))
        painter.setFont(font)
        painter.setPen(self.colour("on_accent" if self.is_chosen() else "muted"))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), str(self.number))

    def _paint_tick(self, painter: QPainter, place: QRect, colour: str) -> None:
        paint_lines(painter, place, self.colour(colour), TICK)


expose_as("ChoiceCard", QAccessible.Role.Button)
