"""A brand's two colours as they are chosen, and as they will be printed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QColorDialog, QLabel, QLineEdit, QWidget

from socialplanner.presentation.brand_colours import (
    USUAL,
    accent_sentence,
    brand_colours,
    brand_sentence,
)
from socialplanner.presentation.contrast import RGB, is_colour
from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.brand_preview import COLOURS, BrandPreview
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.labels import Label, named
from socialplanner.ui.widgets.layouts import column, row

SWATCH: Final = 34
CODE_LENGTH: Final = 7
CODE_WIDTH: Final = 200
PREVIEW_WIDTH: Final = 520
MOST: Final = 100
"""The weight of what takes all the room there is, up to its own limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a colour field is called, and the sentence about what is done to a colour."""

    name: str
    sentence: Callable[[str], str]


class ColourField(QWidget):
    """A colour as a code, with its swatch and what becomes of it; "" is the usual colour."""

    chosen = Signal(str)

    def __init__(self, context: Context, words: Words, code: str = "") -> None:
        """Begin with a colour."""
        super().__init__()
        self._sentence = words.sentence
        self._usual = USUAL[0]
        self.setProperty("role", "clear")
        self._theme = context.theme
        self.ask_for_colour = _ask_for_colour
        self.code = QLineEdit(code)
        self.code.setMaxLength(CODE_LENGTH)
        self.swatch = QLabel()
        self.hint = Label(role="small")
        self.button = Button(_("Choose …"))
        self.button.setAccessibleName(
            _("{button}: {colour}").format(button=_("Choose …"), colour=words.name)
        )
        named(self.code, words.name, _("A colour such as #2f6f5e"))
        label = Label(words.name, role="strong")
        label.setBuddy(self.code)
        line = row(self.swatch, self.code, self.button, 1)
        line.setStretch(1, MOST)
        self.setLayout(column(label, line, self.hint, spacing=6))
        self.code.textChanged.connect(self._typed)
        self.button.clicked.connect(self._choose)
        context.theme.changed.connect(self._show)
        self._show()

    @property
    def given(self) -> str:
        """Return the colour that was given, "" where what stands there is none."""
        code = self.code.text().strip()
        return code if is_colour(code) else ""

    @property
    def shown(self) -> str:
        """Return the colour that is printed: the given one, or else the usual one."""
        return self.given or self._usual

    def set_code(self, code: str) -> None:
        """Show and keep another colour."""
        self.code.setText(code)

    def show_code(self, code: str, usual: str) -> None:
        """Show a colour without telling of it, and which is usual; what is being typed stays."""
        self._usual = usual
        self.code.setPlaceholderText(usual)
        if not self.code.hasFocus():
            was_blocked = self.code.blockSignals(True)  # noqa: FBT003 - Qt's own way
            self.code.setText(code)
            self.code.blockSignals(was_blocked)
        self._show()

    def _typed(self) -> None:
        code = self.code.text().strip()
        self._show()
        if not code or is_colour(code):
            self.chosen.emit(code)

    def _choose(self) -> None:
        found = self.ask_for_colour(self, self.shown)
        if found:
            self.set_code(found)

    def _show(self) -> None:
        code = self.code.text().strip()
        self.code.setMaximumWidth(self._theme.px(CODE_WIDTH))
        _fill(self.swatch, self.shown, self._theme)
        self.code.setProperty("wrong", "true" if code and not self.given else "false")
        self.code.style().polish(self.code)
        how = _("Write a colour as # and six digits or letters a to f, such as #2f6f5e.")
        self.hint.setText(how if code and not self.given else self._sentence(self.shown))


class ColourPair(QWidget):
    """The brand's colour and its accent, with a picture of what the plan makes of them."""

    chosen = Signal()

    def __init__(self, context: Context) -> None:
        """Begin with the usual colours."""
        super().__init__()
        self.setProperty("role", "clear")
        self.first = ColourField(context, Words(name=_("Brand colour"), sentence=brand_sentence))
        self.second = ColourField(context, Words(name=_("Accent colour"), sentence=accent_sentence))
        self.preview = BrandPreview(context.theme)
        self._name = ""
        self._theme = context.theme
        picture = row(self.preview, 1)
        picture.setStretch(0, MOST)
        self.setLayout(column(picture, self.first, self.second, spacing=12))
        context.theme.changed.connect(self._show)
        for field in self.fields:
            field.chosen.connect(self._tell)
            field.code.textChanged.connect(self._show)

    @property
    def fields(self) -> tuple[ColourField, ColourField]:
        """Return both fields."""
        return self.first, self.second

    @property
    def given(self) -> tuple[str, str]:
        """Return what was given, "" for each usual colour."""
        return self.first.given, self.second.given

    @property
    def shown(self) -> tuple[str, str]:
        """Return the colours that are printed."""
        return self.first.shown, self.second.shown

    def show_colours(self, codes: Sequence[str], usual: Sequence[str], name: str) -> None:
        """Show colours, none for the usual ones, and the name on the cover."""
        self._name = name
        given = (*codes, "", "")
        for field, code, other in zip(
            self.fields, given, (*usual, *USUAL[len(usual) :]), strict=False
        ):
            field.show_code(code, other)
        self._show()

    def _tell(self, _code: str) -> None:
        self.chosen.emit()

    def _show(self) -> None:
        self.preview.setMaximumWidth(self._theme.px(PREVIEW_WIDTH))
        made = brand_colours(*self.shown)
        colours = {name: code_of(getattr(made, name)) for name in COLOURS}
        words = f"{self.first.hint.text()} {self.second.hint.text()}"
        self.preview.show_brand(self._name or _("Your client"), colours, words)


def code_of(colour: RGB) -> str:
    """Return the code of a colour, such as ``#14365c``."""
    return QColor.fromRgbF(*colour).name()


def _fill(swatch: QLabel, code: str, theme: Theme) -> None:
    side = theme.px(SWATCH)
    swatch.setFixedSize(side, side)
    picture = QPixmap(side, side)
    picture.fill(QColor(code))
    swatch.setPixmap(picture)


def _ask_for_colour(parent: QWidget, code: str) -> str:
    found = QColorDialog.getColor(QColor(code), parent, _("Choose a colour"))
    return found.name() if found.isValid() else ""
