"""Paint a chart scene with Qt, and measure its words."""

from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from socialplanner.presentation.scenes.shapes import (
    Anchor,
    Arc,
    Box,
    Colour,
    Dot,
    Label,
    Line,
    Point,
    Polygon,
    Scene,
    Shape,
    ring,
)
from socialplanner.ui.theme import FAMILY, FAMILY_BOLD, Theme


def measure(text: str, size: float, bold: bool) -> float:  # noqa: FBT001 - a Measure
    """Return the width of a text in points."""
    return QFontMetricsF(chart_font(size * 8, is_bold=bold)).horizontalAdvance(text) / 8


def chart_font(size: float, *, is_bold: bool) -> QFont:
    """Return the font of a chart; `size` in pixels."""
    font = QFont(FAMILY_BOLD if is_bold else FAMILY)
    font.setPixelSize(max(1, round(size)))
    return font


def paint_scene(painter: QPainter, scene: Scene, theme: Theme, unit: float) -> None:
    """Paint a scene from the painter's origin; `unit` is pixels a point."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(unit, unit)
    for shape in scene.shapes:
        _paint(painter, shape, theme, unit)
    painter.restore()


def _paint(painter: QPainter, shape: Shape, theme: Theme, unit: float) -> None:
    match shape:
        case Line():
            painter.setPen(_pen(shape.colour, shape.width, shape.dash, theme))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(_points(shape.points))
        case Polygon():
            _outline(painter, shape.stroke, shape.width, shape.dash, theme)
            _fill(painter, shape.fill, theme)
            painter.drawPolygon(_points(shape.points))
        case Box():
            painter.setPen(Qt.PenStyle.NoPen)
            _fill(painter, shape.fill, theme)
            painter.drawRect(QRectF(shape.x, shape.y, shape.width, shape.height))
        case Dot():
            _outline(painter, shape.stroke, shape.width, (), theme)
            _fill(painter, shape.fill, theme)
            painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
        case Arc():
            painter.setPen(Qt.PenStyle.NoPen)
            _fill(painter, shape.fill, theme)
            painter.drawPolygon(_points(ring(shape)))
        case Label():
            _write(painter, shape, theme, unit)
        case _:
            assert_never(shape)


def _write(painter: QPainter, label: Label, theme: Theme, unit: float) -> None:
    """Write in device pixels, where letters are spaced as they are meant to be."""
    painter.save()
    painter.scale(1 / unit, 1 / unit)
    font = chart_font(label.size * unit, is_bold=label.bold)
    painter.setFont(font)
    painter.setPen(QColor(theme.tokens.chart[label.colour]))
    width = QFontMetricsF(font).horizontalAdvance(label.text)
    shift = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[label.anchor]
    painter.drawText(QPointF(label.x * unit - shift, label.y * unit), label.text)
    painter.restore()


def _points(points: tuple[Point, ...]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _fill(painter: QPainter, colour: Colour | None, theme: Theme) -> None:
    if colour is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setBrush(QColor(theme.tokens.chart[colour]))


def _outline(
    painter: QPainter, colour: Colour | None, width: float, dash: tuple[float, ...], theme: Theme
) -> None:
    if colour is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(_pen(colour, width, dash, theme))


def _pen(colour: Colour, width: float, dash: tuple[float, ...], theme: Theme) -> QPen:
    pen = QPen(QColor(theme.tokens.chart[colour]), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if dash else Qt.PenCapStyle.RoundCap)
    if dash:
        pen.setDashPattern([length / width for length in dash])
    return pen
