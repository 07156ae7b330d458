"""The consultant's brand: a name, two colours and a logo, with which new plans begin."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QColorDialog, QLabel, QLineEdit, QWidget

from socialplanner import APPLICATION_NAME
from socialplanner.errors import UserError
from socialplanner.presentation.contrast import READABLE, contrast, is_colour, rgb
from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.file_choosing import FileChooser, Wanted
from socialplanner.ui.pages.settings_parts import SettingsCard, labelled
from socialplanner.ui.tasks import Task
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Label, named
from socialplanner.ui.widgets.layouts import column, row

WHITE: Final = "#FFFFFF"
USUAL: Final = "#14365C"
USUAL_ACCENT: Final = "#E4572E"
"""The colours of report/styles.py, with which plans are made where none is set."""

SWATCH: Final = 34
LOGO_HEIGHT: Final = 72
LOGO_WIDTH: Final = 240
NAME_LENGTH: Final = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a colour field is called, what its button says, and the colour where none is set."""

    name: str
    button: str
    usual: str


class ColourField(QWidget):
    """A colour as a code, with its swatch and how well it is read; "" is the usual colour."""

    chosen = Signal(str)

    def __init__(self, context: Context, words: Words, code: str) -> None:
        """Begin with a colour."""
        super().__init__()
        self._usual = words.usual
        self.setProperty("role", "clear")
        self._theme = context.theme
        self.ask_for_colour = _ask_for_colour
        self.code = QLineEdit(code)
        self.code.setPlaceholderText(_("The usual colour"))
        self.code.setMaxLength(7)
        self.swatch = QLabel()
        self.hint = Label(role="small")
        self.button = Button(words.button)
        self.button.setAccessibleName(
            _("{button}: {colour}").format(button=words.button, colour=words.name)
        )
        line = row(self.swatch, self.code, self.button, 2)
        line.setStretch(1, 2)
        named(self.code, words.name, _("A colour such as #2f6f5e"))
        label = Label(words.name, role="strong")
        label.setBuddy(self.code)
        self.setLayout(column(label, line, self.hint, spacing=6))
        self.code.textChanged.connect(self._typed)
        self.button.clicked.connect(self._choose)
        context.theme.changed.connect(self._show)
        self._show()

    def set_code(self, code: str) -> None:
        """Show and keep another colour."""
        self.code.setText(code)

    def _typed(self) -> None:
        code = self.code.text().strip()
        self._show()
        if not code or is_colour(code):
            self.chosen.emit(code)

    def _choose(self) -> None:
        found = self.ask_for_colour(self, self.code.text().strip())
        if found:
            self.set_code(found)

    def _show(self) -> None:
        code = self.code.text().strip()
        is_good = is_colour(code)
        side = self._theme.px(SWATCH)
        self.swatch.setFixedSize(side, side)
        picture = QPixmap(side, side)
        picture.fill(QColor(code if is_good else self._usual))
        self.swatch.setPixmap(picture)
        self.code.setProperty("wrong", "true" if code and not is_good else "false")
        self.code.style().polish(self.code)
        self.hint.setText(colour_hint(code))


def colour_hint(code: str) -> str:
    """Return how a colour will do on paper, or how one is written."""
    if not code:
        return _("Plans take the colour of {program}.").format(program=APPLICATION_NAME)
    if not is_colour(code):
        return _("Write a colour as # and six digits or letters a to f, such as #2f6f5e.")
    ratio = contrast(rgb(code), rgb(WHITE))
    if ratio >= READABLE:
        return _("Well readable on white paper ({ratio} : 1).").format(ratio=f"{ratio:.1f}")
    return _(
        "Pale on white paper ({ratio} : 1); where words are written in it, it is darkened."
    ).format(ratio=f"{ratio:.1f}")


def _ask_for_colour(parent: QWidget, code: str) -> str:
    start = QColor(code) if is_colour(code) else QColor(WHITE)
    found = QColorDialog.getColor(start, parent, _("Choose a colour"))
    return found.name() if found.isValid() else ""


class BrandCard(SettingsCard):
    """The brand that plans carry unless a profile has one of its own."""

    def __init__(self, context: Context) -> None:
        """Begin with what is set."""
        super().__init__(
            _("Your brand"),
            _("For consultants: new plans begin with it. Each may have a brand of its own."),
        )
        self._context = context
        self._settings = context.program.settings
        self.chooser = FileChooser()
        self.name = QLineEdit(self._settings.text("brand_name"))
        self.name.setMaxLength(NAME_LENGTH)
        first = Words(name=_("First colour"), button=_("Choose …"), usual=USUAL)
        second = Words(name=_("Second colour"), button=_("Choose …"), usual=USUAL_ACCENT)
        self.colour = self._colour("brand_colour", first)
        self.accent = self._colour("brand_accent", second)
        self.logo = QLabel()
        self.trouble = Label(role="danger")
        self.choose_logo = Button(_("Choose a &logo …"))
        self.remove_logo = Button(_("&Remove the logo"), role="quiet")
        self._build()
        self._show_logo()

    def _colour(self, name: str, words: Words) -> ColourField:
        field = ColourField(self._context, words, self._settings.text(name))
        field.chosen.connect(lambda code: self._settings.put(name, code))
        return field

    def _build(self) -> None:
        self.box.addWidget(labelled(_("Name on the cover"), self.name))
        self.box.addWidget(self.colour)
        self.box.addWidget(self.accent)
        self.box.addWidget(Label(_("Logo"), role="strong"))
        self.box.addWidget(self.logo)
        self.box.addWidget(self.trouble)
        self.box.addLayout(FlowLayout(self.choose_logo, self.remove_logo))
        self.trouble.hide()
        self.name.editingFinished.connect(self._keep_name)
        self.choose_logo.clicked.connect(self._choose_logo)
        self.remove_logo.clicked.connect(self._remove_logo)

    def _keep_name(self) -> None:
        self._settings.put("brand_name", self.name.text().strip())

    def _choose_logo(self) -> None:
        pattern = _("Pictures (*.png *.jpg *.jpeg)")
        wanted = Wanted(title=_("Choose a logo"), start=Path.home(), pattern=pattern)
        source = self.chooser.to_open(self, wanted)
        if source is not None:
            self.take_logo(source)

    def take_logo(self, source: Path) -> None:
        """Check a picture in the background and keep it."""
        keeping = self._context.program.keeping
        task = Task(lambda: keeping.keep_logo(source), self._took_logo, self._refused_logo)
        self._context.tasks.run("logo", task)

    def _took_logo(self, path: Path) -> None:
        self._settings.put("brand_logo", str(path))
        self._show_logo()

    def _refused_logo(self, error: UserError) -> None:
        self.trouble.setText(str(error))
        self.trouble.show()

    def _remove_logo(self) -> None:
        self._settings.put("brand_logo", "")
        self._show_logo()

    def _show_logo(self) -> None:
        kept = self._settings.text("brand_logo")
        picture = QPixmap(kept) if kept and Path(kept).is_file() else QPixmap()
        has_logo = not picture.isNull()
        if has_logo:
            keep = Qt.AspectRatioMode.KeepAspectRatio
            smooth = Qt.TransformationMode.SmoothTransformation
            self.logo.setPixmap(picture.scaled(LOGO_WIDTH, LOGO_HEIGHT, keep, smooth))
            self.logo.setAccessibleName(_("Your logo"))
        self.logo.setVisible(has_logo)
        self.remove_logo.setVisible(has_logo)
        self.trouble.hide()
