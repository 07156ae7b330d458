"""About: what the program is, its version, and the licences of all that it is made of."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPlainTextEdit

from socialplanner import APPLICATION_NAME, __version__, paths
from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.models.licences import components, how_to_replace_qt, shipped, text_of
from socialplanner.ui.pages.sheet import Sheet
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, column, row

ICON_SIZE = 64
LIST_WIDTH = 230
TEXT_HEIGHT = 380
LOW = 170
NARROW = 640


class AboutPage(Sheet):
    """About."""

    def __init__(self, context: Context) -> None:
        """Show the names; a licence is read when it is chosen."""
        super().__init__("about", _("About {program}").format(program=APPLICATION_NAME), context)
        self.components = tuple(each for each in components() if shipped(each))
        self.names = QListWidget()
        self.names.setProperty("role", "lines")
        self.text = QPlainTextEdit()
        self._beside = row(spacing=12)
        self.box.addWidget(Card(self._what()))
        self.box.addWidget(self._licences())
        self.box.addStretch(1)
        self.names.currentRowChanged.connect(self._show)
        context.theme.changed.connect(self._fit)
        self._fit()

    def _what(self) -> QHBoxLayout:
        version = Heading(
            _("{program} {version}").format(program=APPLICATION_NAME, version=__version__), level=2
        )
        version.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = column(
            version,
            Label(
                _(
                    "It balances what you publish online with the people you meet: from your "
                    "answers to a plan of hours for the next ninety days."
                )
            ),
            Label(
                _(
                    "It works without a network. What you enter stays on this machine, in files "
                    "of your own; nothing is sent, counted or looked up."
                ),
                role="muted",
            ),
        )
        icon = paths.application_icons_dir() / "socialplanner.svg"
        if not icon.is_file():
            return row(words)
        picture = _picture(icon)
        box = row(picture, words, spacing=20)
        box.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
        box.setStretch(1, 1)
        return box

    def _licences(self) -> Card:
        self.names.addItems([f"{each.name}  ·  {each.licence}" for each in self.components])
        self.names.setAccessibleName(_("Parts of the program"))
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self._beside.addWidget(self.names)
        self._beside.addWidget(self.text, 1)
        return Card(
            Heading(_("Licences"), level=2),
            Label(_("The program is free software, and stands on the work of others.")),
            self._beside,
            Label(how_to_replace_qt(), role="muted"),
        )

    def entered(self, place: str) -> None:
        """Show the first licence, unless one is chosen already."""
        super().entered(place)
        if self.names.currentRow() < 0:
            self.names.setCurrentRow(0)
            self.names.doItemsLayout()

    def _show(self, number: int) -> None:
        component = self.components[number]
        self.text.setPlainText(text_of(component))
        self.text.setAccessibleName(_("Licence of {name}").format(name=component.name))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show a licence below the names where there is no room beside them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        theme = self.context.theme
        is_narrow = self.width() < theme.px(NARROW)
        directions = QHBoxLayout.Direction
        self._beside.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        self.names.setFixedWidth(theme.px(LIST_WIDTH))
        self.names.setFixedHeight(theme.px(LOW if is_narrow else TEXT_HEIGHT))


def _picture(icon: Path) -> QLabel:
    picture = QLabel()
    picture.setAccessibleName(APPLICATION_NAME)
    picture.setPixmap(QIcon(str(icon)).pixmap(ICON_SIZE, ICON_SIZE))
    return picture
