"""The cells of a table of words: measured, wrapped at any letter if need be, and painted."""

import re
from collections.abc import Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from socialplanner.ui.theme import BASE_SIZE, FAMILY, FAMILY_BOLD, Theme
from socialplanner.ui.widgets.table_model import CellLook, GridModel, Index, RecordModel

PAD_X: Final = 8
PAD_Y: Final = 7
LONGEST_WORD: Final = 150
"""A longer word, an address perhaps, may be broken anywhere."""

BREAKS: Final = re.compile(r"[ \t\n]+")
"""Where lines may end; a space that keeps its words together is none."""

READABLE: Final = 118
"""A column of sentences is not made narrower than this; below, the table becomes records."""


class CellDelegate(QStyledItemDelegate):
    """Paints plain text over several lines, with a thin line below each row."""

    def __init__(self, theme: Theme, readable: int = READABLE) -> None:
        """Use the colours and sizes of a theme; no column of sentences is narrower than so much."""
        super().__init__()
        self._theme = theme
        self._readable = readable

    def font(self, look: CellLook) -> QFont:
        """Return the font of a cell."""
        font = QFont(FAMILY_BOLD if look.is_strong else FAMILY)
        font.setPixelSize(max(1, round((BASE_SIZE - 0.5) * self._theme.scale)))
        return font

    def natural_width(self, text: str, look: CellLook) -> float:
        """Return the width of a cell in one line."""
        metrics = QFontMetricsF(self.font(look))
        return metrics.horizontalAdvance(text[:400]) + 2 * self._pad_x + 1

    def least_width(self, text: str, look: CellLook) -> float:
        """Return the width below which a cell is hard to read."""
        metrics = QFontMetricsF(self.font(look))
        word = max((metrics.horizontalAdvance(w[:200]) for w in text.split()), default=0.0)
        least = min(word, self._theme.px(LONGEST_WORD)) + 2 * self._pad_x + 1
        return max(least, min(self.natural_width(text, look), self._theme.px(self._readable)))

    def whole_width(self, text: str, look: CellLook) -> float:
        """Return the width below which a part is broken that belongs together, such as a day."""
        metrics = QFontMetricsF(self.font(look))
        parts = (metrics.horizontalAdvance(each[:200]) for each in BREAKS.split(text))
        return min(max(parts), self._theme.px(LONGEST_WORD)) + 2 * self._pad_x + 1

    def height(self, text: str, look: CellLook, width: int) -> int:
        """Return the height of a cell at a width."""
        layout = _laid_out(text, self.font(look), width - 2 * self._pad_x, look)
        return ceil(layout.boundingRect().height()) + 2 * self._pad_y

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of a cell at its width."""
        text, look = _cell(index)
        width = max(_rect(option).width(), 20)
        return QSize(width, self.height(text, look, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        text, look = _cell(index)
        rect, tokens = _rect(option), self._theme.tokens
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens["selected"]))
        layout = _laid_out(text, self.font(look), rect.width() - 2 * self._pad_x, look)
        painter.save()
        painter.setPen(QColor(tokens["muted" if look.is_muted else "ink"]))
        layout.draw(painter, QPointF(rect.x() + self._pad_x, rect.y() + self._pad_y))
        if look.ends:
            painter.setPen(QPen(QColor(tokens["border"]), 1))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens["focus"]), 2))
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))
        painter.restore()

    @property
    def _pad_x(self) -> int:
        return self._theme.px(PAD_X)

    @property
    def _pad_y(self) -> int:
        return self._theme.px(PAD_Y)


def shared_out(room: int, least: Sequence[float], natural: Sequence[float]) -> list[int]:
    """Return the widths of columns that fill a room, each at least what it needs."""
    spare = room - sum(least)
    wishes = [max(0.0, wide - low) ** 0.75 for wide, low in zip(natural, least, strict=True)]
    if sum(natural) <= room:
        widths = [float(width) for width in natural]
        widths[max(range(len(widths)), key=lambda place: natural[place])] += room - sum(natural)
    elif sum(wishes):
        widths = [low + spare * wish / sum(wishes) for low, wish in zip(least, wishes, strict=True)]
    else:
        widths = list(least)
    whole = [int(width) for width in widths]
    whole[-1] += room - sum(whole)
    return whole


def _cell(index: Index) -> tuple[str, CellLook]:
    model = index.model()
    if not isinstance(model, GridModel | RecordModel):
        raise TypeError("a table of words shows words only")
    return model.cells[index.row()][index.column()], model.look(index.row(), index.column())


def _rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect


def _laid_out(text: str, font: QFont, width: float, look: CellLook) -> QTextLayout:
    side = Qt.AlignmentFlag.AlignRight if look.is_figure else Qt.AlignmentFlag.AlignLeft
    choice = QTextOption(side)
    choice.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setTextOption(choice)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 12.0))
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout
