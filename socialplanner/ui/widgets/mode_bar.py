"""A thin bar in the colour of a chart, to stand before what belongs to it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from socialplanner.presentation.scenes.shapes import Colour
from socialplanner.ui.theme import Theme

WIDTH = 5


class ModeBar(QWidget):
    """Stands as high as the row it belongs to; words beside it say what the colour says."""

    def __init__(self, theme: Theme, colour: Colour) -> None:
        """Show a colour of the charts."""
        super().__init__()
        self._theme = theme
        self.colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFixedWidth(theme.px(WIDTH))
        theme.changed.connect(self._resize)

    def _resize(self) -> None:
        self.setFixedWidth(self._theme.px(WIDTH))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the bar."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.chart[self.colour]))
        half = self.width() / 2
        painter.drawRoundedRect(QRectF(self.rect()), half, half)
        painter.end()
