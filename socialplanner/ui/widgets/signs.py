"""Small signs of round lines that widgets paint themselves: a tick, a plus, a cross."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

Stroke = tuple[tuple[float, float], ...]
TICK: Final[tuple[Stroke, ...]] = (((0.27, 0.52), (0.44, 0.68), (0.74, 0.34)),)
PLUS: Final[tuple[Stroke, ...]] = (((0.5, 0.22), (0.5, 0.78)), ((0.22, 0.5), (0.78, 0.5)))
CROSS: Final[tuple[Stroke, ...]] = (((0.3, 0.3), (0.7, 0.7)), ((0.7, 0.3), (0.3, 0.7)))


def paint_lines(
    painter: QPainter, place: QRect, colour: QColor, strokes: tuple[Stroke, ...]
) -> None:
    """Paint a small sign of round lines into a square."""
    pen = QPen(colour, max(1.8, place.width() / 10))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    side = place.width()
    for stroke in strokes:
        points = [QPointF(place.left() + x * side, place.top() + y * side) for x, y in stroke]
        painter.drawPolyline(points)
