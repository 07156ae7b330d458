"""A small picture of what a brand's colours become on paper: the cover, and words beside it."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from socialplanner.presentation.i18n import _
from socialplanner.ui.accessibility import expose_as
from socialplanner.ui.theme import FAMILY, FAMILY_BOLD, Theme

HEIGHT: Final = 128
LEAST: Final = 220
COVER: Final = 0.5
NAME_SIZE: Final = 15
NAME_LINES: Final = 1.7
"""How many lines of a name stand there, less what is lost where they break."""
EDGE: Final = 12
CORNER: Final = 6
SERIF: Final = "Plan Serif SemiBold"
PAPER: Final = "#FFFFFF"
QUIET: Final = "#5C6875"
COLOURS: Final = ("field", "on_field", "words", "bars", "accent", "accent_words")


class BrandPreview(QWidget):
    """Shows colours, given as codes by the names in `COLOURS`, and whose plan it is."""

    def __init__(self, theme: Theme) -> None:
        """Begin black on white."""
        super().__init__()
        self._theme = theme
        self._name = ""
        self._colours: Mapping[str, QColor] = dict.fromkeys(COLOURS, QColor("#000000"))
        self._logo = QImage()
        self.setAccessibleName(_("How it is printed"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_brand(self, name: str, colours: Mapping[str, str], words: str) -> None:
        """Show a name in colours; `words` say what is done to them, for those who do not see."""
        self._name = " ".join(name.split())
        self._colours = {each: QColor(code) for each, code in colours.items()}
        self.setAccessibleDescription(words)
        self.update()

    def show_logo(self, logo: bytes | None) -> None:
        """Show a logo on the cover, or none."""
        self._logo = QImage.fromData(logo) if logo else QImage()
        self.update()

    def colour(self, name: str) -> QColor:
        """Return a colour as it is painted."""
        return self._colours[name]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for a picture that grows with the text."""
        return QSize(self._theme.px(LEAST), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for no more width than a narrow window has."""
        return QSize(1, self._theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the sheet: paper is white whatever the theme."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        frame = QPainterPath()
        frame.addRoundedRect(sheet, CORNER, CORNER)
        painter.setClipPath(frame)
        painter.fillRect(sheet, QColor(PAPER))
        cover = QRectF(sheet.topLeft(), QSize(round(sheet.width() * COVER), round(sheet.height())))
        painter.fillRect(cover, self._colours["field"])
        self._cover(painter, cover)
        self._page(painter, sheet.adjusted(cover.width(), 0, 0, 0))
        painter.setClipping(False)
        painter.setPen(QPen(QColor(self._theme.tokens["border"]), 1))
        painter.drawPath(frame)
        painter.end()

    def _cover(self, painter: QPainter, cover: QRectF) -> None:
        px = self._theme.px
        inner = cover.adjusted(px(EDGE), px(EDGE), -px(EDGE), -px(EDGE))
        if not self._logo.isNull():
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode
            room = QSize(round(inner.width()), px(26))
            small = self._logo.scaled(room, keep, smooth.SmoothTransformation)
            painter.drawImage(inner.topLeft(), small)
        ink = self._colours["on_field"]
        self._write_name(painter, inner.adjusted(0, px(24), 0, -px(42)))
        painter.fillRect(
            QRectF(inner.left(), inner.top() + px(68), px(34), px(3)), self._colours["accent"]
        )
        below = inner.adjusted(0, px(80), 0, 0)
        _write(painter, below, _("Plan"), _font(FAMILY, px(12)), ink)

    def _write_name(self, painter: QPainter, room: QRectF) -> None:
        """Write the name above the line, in two lines at most."""
        font = _font(SERIF, self._theme.px(NAME_SIZE))
        cut, flags = Qt.TextElideMode.ElideRight, Qt.AlignmentFlag
        width = room.width() * (NAME_LINES if " " in self._name else 1)
        painter.setFont(font)
        painter.setPen(self._colours["on_field"])
        where = flags.AlignLeft.value | flags.AlignBottom.value | Qt.TextFlag.TextWordWrap.value
        painter.drawText(room, where, QFontMetricsF(font).elidedText(self._name, cut, width))

    def _page(self, painter: QPainter, page: QRectF) -> None:
        px = self._theme.px
        inner = page.adjusted(px(EDGE), px(EDGE), -px(EDGE), -px(EDGE))
        label, heading = _font(FAMILY_BOLD, px(11)), _font(SERIF, px(16))
        _write(painter, inner, _("Accent"), label, self._colours["accent_words"])
        _write(
            painter,
            inner.adjusted(0, px(18), 0, 0),
            _("A heading"),
            heading,
            self._colours["words"],
        )
        _write(
            painter,
            inner.adjusted(0, px(43), 0, 0),
            _("Text"),
            _font(FAMILY, px(12)),
            QColor(QUIET),
        )
        for place, (name, share) in enumerate((("bars", 0.9), ("accent", 0.55))):
            top = inner.top() + px(68 + 16 * place)
            painter.fillRect(
                QRectF(inner.left(), top, inner.width() * share, px(9)), self._colours[name]
            )


def _font(family: str, pixels: int) -> QFont:
    font = QFont(family)
    font.setPixelSize(pixels)
    return font


def _write(painter: QPainter, room: QRectF, words: str, font: QFont, ink: QColor) -> None:
    """Write one line at the top of a room, cut where it does not fit."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(font)
    painter.setPen(ink)
    line = QRectF(room.left(), room.top(), room.width(), metrics.height())
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


expose_as("BrandPreview", QAccessible.Role.Graphic)
