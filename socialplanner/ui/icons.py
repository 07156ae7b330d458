"""Icons: line drawings in the colour of the theme, sharp at every size."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap

from socialplanner import paths
from socialplanner.ui.theme import Theme

_DISABLED = 0.6
_DISABLED_COLOUR = "muted"


@lru_cache(maxsize=256)
def drawing(name: str) -> str:
    """Return the text of an icon's file."""
    return (paths.icons_dir() / f"{name}.svg").read_text(encoding="utf-8")


class _Engine(QIconEngine):
    """Draws an icon in the colour that the theme has at that moment.

    Where it is given more width than height, the room that is left lies between it and the words.
    """

    def __init__(self, name: str, theme: Theme, colour: str) -> None:
        super().__init__()
        self._name = name
        self._theme = theme
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon into a rectangle."""
        del state
        from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - after the first paint

        is_disabled = mode == QIcon.Mode.Disabled
        code = self._theme.tokens[_DISABLED_COLOUR if is_disabled else self._colour]
        data = drawing(self._name).replace("currentColor", code)
        painter.save()
        painter.setOpacity(_DISABLED if is_disabled else 1.0)
        renderer = QSvgRenderer(QByteArray(data.encode()))
        renderer.render(painter, QRectF(_leading_square(rect)))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon as a picture."""
        pixmap = QPixmap(size)
        pixmap.fill(QColor(Qt.GlobalColor.transparent))
        painter = QPainter(pixmap)
        self.paint(painter, pixmap.rect(), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        """Return another engine that draws the same."""
        return _Engine(self._name, self._theme, self._colour)


def _leading_square(rect: QRect) -> QRect:
    """Return the part of a rectangle that is drawn in: a square where the reading begins."""
    side = min(rect.width(), rect.height())
    is_mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    left = rect.right() + 1 - side if is_mirrored else rect.left()
    return QRect(left, rect.top() + (rect.height() - side) // 2, side, side)


def icon(name: str, theme: Theme, colour: str = "ink") -> QIcon:
    """Return an icon of resources/icons/ui; `colour` is one of the window's colours."""
    return QIcon(_Engine(name, theme, colour))
