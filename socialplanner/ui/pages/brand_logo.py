"""A logo: shown as it is printed, chosen from a picture, taken away."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from socialplanner.presentation.i18n import _
from socialplanner.ui.accessibility import announce
from socialplanner.ui.context import Context
from socialplanner.ui.file_choosing import FileChooser, Wanted
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import column

WIDTH: Final = 200
HEIGHT: Final = 60


class LogoField(QWidget):
    """Shows a logo; `wanted` has the picture that was chosen, `dropped` wants none."""

    wanted = Signal(object)
    dropped = Signal()

    def __init__(self, context: Context) -> None:
        """Begin without a logo."""
        super().__init__()
        self.setProperty("role", "clear")
        self._theme = context.theme
        self._image = QImage()
        self.chooser = FileChooser()
        self.picture = QLabel()
        self.picture.setAccessibleName(_("The logo as it is printed"))
        self.trouble = Label(role="danger")
        self.choose = Button(_("Choose a &logo …"))
        self.drop = Button(_("Without a logo"), role="quiet")
        buttons = FlowLayout(self.choose, self.drop)
        label = Label(_("Logo"), role="strong")
        self.setLayout(column(label, self.picture, self.trouble, buttons, spacing=6))
        self.choose.clicked.connect(self._choose)
        self.drop.clicked.connect(self.dropped)
        context.theme.changed.connect(self._paint)
        self.show_logo(None)
        self.say("")

    def show_logo(self, logo: bytes | None) -> None:
        """Show a logo, or that there is none."""
        self._image = QImage.fromData(logo) if logo else QImage()
        has_logo = not self._image.isNull()
        self.picture.setVisible(has_logo)
        self.drop.setVisible(has_logo)
        self._paint()

    def say(self, words: str) -> None:
        """Say what is wrong with a picture; "" takes it away."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        if words:
            announce(self, words)

    def _choose(self) -> None:
        pattern = _("Pictures (*.png *.jpg *.jpeg)")
        wanted = Wanted(title=_("Choose a logo"), start=Path.home(), pattern=pattern)
        path = self.chooser.to_open(self, wanted)
        if path is not None:
            self.wanted.emit(path)

    def _paint(self) -> None:
        if self._image.isNull():
            return
        px = self._theme.px
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode
        small = self._image.scaled(px(WIDTH), px(HEIGHT), keep, smooth.SmoothTransformation)
        self.picture.setPixmap(QPixmap.fromImage(small))
