"""A chart in the window: painted from a scene, read by keyboard and by screen readers."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from socialplanner.presentation.scenes.description import as_text, row_text
from socialplanner.presentation.scenes.labels import Stage
from socialplanner.presentation.scenes.shapes import Scene
from socialplanner.ui.accessibility import announce, expose_as
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.scene_painter import chart_font, measure, paint_scene

PIXELS_PER_POINT: Final = 1.42
"""At this size the smallest label of a chart has ten pixels."""

LEAST_WIDTH: Final = 220.0
"""Points; where there is less room, a chart is drawn smaller instead of narrower."""

SceneMaker = Callable[[Stage], Scene]


class ChartView(QWidget):
    """Shows a chart that is laid out anew for every width; arrow keys read it row by row."""

    def __init__(self, theme: Theme, make: SceneMaker) -> None:
        """Show the chart that `make` returns for a stage."""
        super().__init__()
        self._theme = theme
        self._make = make
        self._row = 0
        self.scene = make(self._stage(499.0))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        theme.changed.connect(self.lay_out)
        self._name()

    def set_maker(self, make: SceneMaker) -> None:
        """Show another chart in the same place."""
        self._make = make
        self._row = 0
        self.lay_out()

    def lay_out(self) -> None:
        """Make the scene for the width there is."""
        width = max(LEAST_WIDTH, self.width() / self._unit)
        self.scene = self._make(self._stage(width))
        self.setFixedHeight(self._needed())
        self._name()
        self.update()

    @property
    def _unit(self) -> float:
        """Return pixels a point: as the text size asks, less where the place is too narrow."""
        return min(PIXELS_PER_POINT * self._theme.scale, max(self.width(), 1) / LEAST_WIDTH)

    def _needed(self) -> int:
        return int(self.scene.height * self._unit) + 6

    def _stage(self, width: float) -> Stage:
        return Stage(width=width, measure=measure)

    def _name(self) -> None:
        self.setAccessibleName(self.scene.title)
        self.setAccessibleDescription(as_text(self.scene))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the width of a printed chart and the height it then takes."""
        return QSize(int(499 * self._unit), self._needed())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for no more than a narrow column."""
        return QSize(int(220 * PIXELS_PER_POINT), self._needed())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay the chart out for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Read the row before or after the last one that was read."""
        steps = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or len(self.scene.rows) <= 1:
            super().keyPressEvent(event)
            return
        self._row = min(len(self.scene.rows) - 1, max(1, self._row + step))
        announce(self, self.current_row())
        self.setToolTip("")
        self.update()

    def current_row(self) -> str:
        """Return the row that is being read, "" where none is."""
        if not 0 < self._row < len(self.scene.rows):
            return ""
        return row_text(self.scene, self._row)

    def focusOutEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001, N802 - Qt's name
        """Stop reading."""
        self._row = 0
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the chart, and around it what shows that it has the focus."""
        del event
        painter = QPainter(self)
        paint_scene(painter, self.scene, self._theme, self._unit)
        if self.hasFocus():
            self._paint_focus(painter)
        painter.end()

    def _paint_focus(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens["focus"]), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        words = self.current_row()
        if not words:
            return
        font = chart_font(9.0 * self._unit, is_bold=True)
        metrics = QFontMetricsF(font)
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, self.width() - 40)
        box = QRectF(8, 8, metrics.horizontalAdvance(words) + 24, metrics.height() + 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens["ink"]))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(QColor(tokens["window"]))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def as_tab_separated(scene: Scene) -> str:
    """Return a chart as a table that spreadsheets take from the clipboard."""
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in scene.rows)


expose_as("ChartView", QAccessible.Role.Chart)
