"""Draws the parts of a row in a list: lines of text, bars and chips, in colours of the theme."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from socialplanner.ui.theme import FAMILY, FAMILY_BOLD, Theme
from socialplanner.ui.widgets.signs import TICK, paint_lines

NAME_SIZE, TEXT_SIZE, CHIP_SIZE = 15, 13, 12
BAR = 6


@dataclass(frozen=True, slots=True)
class Chip:
    """A word on a ground of its own."""

    words: str
    colour: str
    ground: str


def text_font(theme: Theme, size: int = TEXT_SIZE, *, bold: bool = False) -> QFont:
    """Return a font of the theme at a size that grows with the text size."""
    font = QFont(FAMILY_BOLD if bold else FAMILY)
    font.setPixelSize(theme.px(size))
    return font


def line_height(theme: Theme, size: int = TEXT_SIZE, *, bold: bool = False) -> int:
    """Return the height of a line of text."""
    return QFontMetrics(text_font(theme, size, bold=bold)).height()


class RowPen:
    """A painter that knows the theme; lengths are those at a text size of 1."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        """Draw with a painter."""
        self.painter = painter
        self.theme = theme
        self.px = theme.px

    def text(
        self,
        area: QRect,
        words: str,
        *,
        colour: str = "muted",
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        font: QFont | None = None,
    ) -> int:
        """Write a line, cut where it is too long, and return the width it took."""
        font = font or text_font(self.theme)
        metrics = QFontMetrics(font)
        plain = " ".join(words[:400].split())
        shown = metrics.elidedText(plain, Qt.TextElideMode.ElideRight, max(0, area.width()))
        self.painter.setFont(font)
        self.painter.setPen(QColor(self.theme.tokens[colour]))
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        self.painter.drawText(area, flags, shown)
        return metrics.horizontalAdvance(shown)

    def bar(self, area: QRect, code: str) -> None:
        """Fill a bar with round ends."""
        if area.width() <= 0:
            return
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(code))
        radius = min(area.height(), area.width()) / 2
        self.painter.drawRoundedRect(area, radius, radius)

    def part_of(self, area: QRect, part: float, code: str, track: str) -> None:
        """Draw a bar that is filled in part."""
        self.bar(area, track)
        if part > 0:
            width = max(area.height(), int(area.width() * part))
            self.bar(QRect(area.left(), area.top(), width, area.height()), code)

    def two_parts(self, area: QRect, first: float, codes: tuple[str, str]) -> None:
        """Draw a bar of two parts with a gap between."""
        gap = self.px(2)
        width = int((area.width() - gap) * first)
        self.bar(QRect(area.left(), area.top(), width, area.height()), codes[0])
        left = area.left() + width + gap
        self.bar(QRect(left, area.top(), area.right() - left + 1, area.height()), codes[1])

    def dots(self, middle: QPoint) -> None:
        """Draw three dots one below the other: there is a menu."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(self.theme.tokens["muted"]))
        radius = 1.6 * self.theme.scale
        for step in (-1, 0, 1):
            point = QPointF(middle.x() + 0.5, middle.y() + 0.5 + step * 5.5 * self.theme.scale)
            self.painter.drawEllipse(point, radius, radius)

    def box(self, middle: QPoint, *, is_marked: bool) -> None:
        """Draw a box, with a tick in it where something is marked."""
        tokens, side = self.theme.tokens, self.px(18)
        place = QRect(middle.x() - side // 2, middle.y() - side // 2, side, side)
        edge = QColor(tokens["accent" if is_marked else "control"])
        self.painter.setPen(QPen(edge, self.px(2)))
        self.painter.setBrush(edge if is_marked else QColor(tokens["surface"]))
        self.painter.drawRoundedRect(place, self.px(4), self.px(4))
        if is_marked:
            paint_lines(self.painter, place, QColor(tokens["on_accent"]), TICK)

    def chips_width(self, chips: list[Chip]) -> int:
        """Return the room that chips take in a row."""
        metrics = QFontMetrics(text_font(self.theme, CHIP_SIZE, bold=True))
        widths = [metrics.horizontalAdvance(chip.words) + self.px(16) for chip in chips]
        return sum(widths) + self.px(6) * max(0, len(chips) - 1)

    def chips(self, area: QRect, chips: list[Chip]) -> None:
        """Draw chips from the left as far as there is room; the last one may be cut."""
        font = text_font(self.theme, CHIP_SIZE, bold=True)
        metrics = QFontMetrics(font)
        left, height = area.left(), min(area.height(), metrics.height() + self.px(4))
        for chip in chips:
            width = min(metrics.horizontalAdvance(chip.words) + self.px(16), area.right() - left)
            if width < self.px(44):
                return
            box = QRect(left, area.center().y() - height // 2, width, height)
            self.bar(box, self.theme.tokens[chip.ground])
            inside = box.adjusted(self.px(8), 0, -self.px(8) + 1, 0)
            self.text(inside, chip.words, colour=chip.colour, font=font)
            left += width + self.px(6)
