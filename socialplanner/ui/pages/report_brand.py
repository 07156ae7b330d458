"""How the plan looks: colours, logo, and who it is from."""

from dataclasses import replace
from pathlib import Path
from re import fullmatch
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QColorDialog, QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget

from socialplanner.domain.record import Brand, ProfileRecord
from socialplanner.errors import UserError
from socialplanner.presentation.i18n import _
from socialplanner.presentation.plan_options import MOST_LINES, PlanOptions
from socialplanner.ui.context import Context
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, column, row

if TYPE_CHECKING:
    from collections.abc import Callable

DEFAULT_COLOURS: Final = ("#14365C", "#E4572E")
LONGEST_LINE: Final = 200
PAUSE: Final = 800
"""Milliseconds without a key after which lines are taken."""


class ColourField(QWidget):
    """A colour as a code, with a sample of it and a way to choose it by eye."""

    given = Signal()

    def __init__(self, context: Context, title: str) -> None:
        """Begin without a colour."""
        super().__init__()
        self._context = context
        self._title = title
        self.choose_colour: Callable[[QColor], QColor] = self._asked
        self.line = QLineEdit()
        self.line.setMaxLength(7)
        self.line.setAccessibleName(title)
        self.line.setAccessibleDescription(_("A colour as # and six digits"))
        self.line.editingFinished.connect(self.given)
        self._sample = QLabel()
        button = Button(_("Choose …"), role="quiet")
        button.setAccessibleName(_("Choose: {what}").format(what=title))
        button.clicked.connect(self._choose)
        label = Label(title, role="strong")
        label.setBuddy(self.line)
        line = row(self._sample, self.line, button, spacing=8)
        line.setStretch(1, 1)
        self.setLayout(column(label, line, spacing=4))
        context.theme.changed.connect(self._paint)

    @property
    def code(self) -> str:
        """Return the code, "" where what stands there is none."""
        text = self.line.text().strip()
        return text if fullmatch("#[0-9A-Fa-f]{6}", text) else ""

    def show_code(self, code: str) -> None:
        """Show a colour."""
        self.line.setText(code)
        self._paint()

    def _paint(self) -> None:
        side = self._context.theme.px(22)
        picture = QPixmap(side, side)
        picture.fill(QColor(self.code or "#FFFFFF"))
        self._sample.setPixmap(picture)
        self._sample.setFixedSize(side, side)

    def _choose(self) -> None:
        chosen = self.choose_colour(QColor(self.code or DEFAULT_COLOURS[0]))
        if chosen.isValid():
            self.show_code(chosen.name().upper())
            self.given.emit()

    def _asked(self, now: QColor) -> QColor:
        return QColorDialog.getColor(now, self, self._title)


class BrandCard(Card):
    """Colours, logo and sender of one profile; what it does not say is as in the settings."""

    def __init__(self, context: Context, session: Session) -> None:
        """Begin empty; `show_brand` fills it."""
        self._context = context
        self._session = session
        self.choose_picture: Callable[[], Path | None] = self._asked_picture
        self.colours = (
            ColourField(context, _("Brand colour")),
            ColourField(context, _("Accent colour")),
        )
        self.author = QLineEdit()
        self.lines = QPlainTextEdit()
        self._logo = QLabel()
        self._wrong = Label(role="danger")
        self._plain = Button(_("Usual look"), role="link")
        self.pick = Button(_("Choose a &logo …"))
        self.drop = Button(_("Without a logo"), role="link")
        super().__init__(*self._parts())
        self._connect()

    def _parts(self) -> tuple[QWidget, ...]:
        self.author.setMaxLength(LONGEST_LINE)
        self.author.setAccessibleName(_("Prepared by"))
        self.lines.setAccessibleName(_("Your lines on the cover"))
        self.lines.setTabChangesFocus(True)
        self.lines.setPlaceholderText(_("Address, telephone, website"))
        self._logo.setAccessibleName(_("The logo as it is printed"))
        self._wrong.hide()
        return (
            Heading(_("Look"), level=2),
            *self.colours,
            self._plain,
            self._logo,
            self.pick,
            self.drop,
            self._wrong,
            Label(_("Prepared by"), role="strong"),
            self.author,
            Label(_("Lines on the cover, {count} at most").format(count=MOST_LINES), role="strong"),
            self.lines,
        )

    def _connect(self) -> None:
        for field in self.colours:
            field.given.connect(self._take_colours)
        self.author.editingFinished.connect(self._take_author)
        self.pick.clicked.connect(self._take_logo)
        pause = QTimer(self)
        pause.setSingleShot(True)
        pause.setInterval(PAUSE)
        pause.timeout.connect(self._take_lines)
        self.lines.textChanged.connect(pause.start)
        self.drop.clicked.connect(lambda: self._change(logo=None))
        self._plain.clicked.connect(lambda: self._change(colours=()))
        self._context.theme.changed.connect(self._fit)

    def show_brand(self, options: PlanOptions) -> None:
        """Show how the plan looks now; what is being typed stays."""
        record = self._session.record
        for field, code in zip(self.colours, options.colours or DEFAULT_COLOURS, strict=False):
            if not field.line.hasFocus():
                field.show_code(code)
        self._plain.setVisible(bool(record.brand.colours))
        if not self.author.hasFocus():
            self.author.setText(record.profile.prepared_by)
        self.author.setPlaceholderText(options.sender)
        if not self.lines.hasFocus():
            self.lines.setPlainText("\n".join(options.lines))
        self._show_logo(options.logo)
        self.drop.setVisible(record.brand.logo is not None)
        self._fit()

    def _show_logo(self, logo: bytes | None) -> None:
        image = QImage.fromData(logo) if logo else QImage()
        self._logo.setVisible(not image.isNull())
        if not image.isNull():
            theme = self._context.theme
            room = image.size().scaled(
                theme.px(180), theme.px(56), Qt.AspectRatioMode.KeepAspectRatio
            )
            smooth = Qt.TransformationMode.SmoothTransformation
            small = image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, smooth)
            self._logo.setPixmap(QPixmap.fromImage(small))

    def _fit(self) -> None:
        margins = self._context.theme.px(28)
        self.lines.setFixedHeight(self.lines.fontMetrics().lineSpacing() * MOST_LINES + margins)

    # What the person gives.

    def commit(self) -> None:
        """Take what is being typed."""
        self._take_author()
        self._take_lines()
        self._take_colours()

    def _take_colours(self) -> None:
        codes = tuple(field.code for field in self.colours)
        if not all(codes):
            self._say(_("A colour is written as # and six digits, such as #2F6F5E."))
            return
        self._say("")
        house = self._context.program.printing.house().colours or DEFAULT_COLOURS
        now = self._session.record.brand.colours or house
        if tuple(map(str.upper, codes)) != tuple(map(str.upper, now)):
            self._change(colours=codes)

    def _take_author(self) -> None:
        profile = self._session.record.profile
        if self.author.text() != profile.prepared_by:
            self._session.set_profile(replace(profile, prepared_by=self.author.text()))

    def _take_lines(self) -> None:
        given = (line.strip()[:LONGEST_LINE] for line in self.lines.toPlainText().splitlines())
        lines = tuple(line for line in given if line)[:MOST_LINES]
        if lines != self._session.record.brand.lines:
            self._change(lines=lines)

    def _take_logo(self) -> None:
        path = self.choose_picture()
        if path is None:
            return
        try:
            logo = self._context.program.printing.read_logo(path)
        except UserError as error:
            self._say(str(error))
            return
        self._say("")
        self._change(logo=logo)

    def _change(self, **changes: object) -> None:
        def changed(record: ProfileRecord) -> ProfileRecord:
            brand: Brand = replace(record.brand, **changes)  # type: ignore[arg-type]
            return replace(record, brand=brand, changed_at=self._context.program.now().moment)

        self._session.edit(changed)

    def _say(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))

    def _asked_picture(self) -> Path | None:
        path, _kind = QFileDialog.getOpenFileName(
            self, _("Choose a logo"), "", _("Pictures (*.png *.jpg *.jpeg)")
        )
        return Path(path) if path else None
