"""The look: colours of a theme, fonts, and one style sheet that grows with the text size."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, unique
from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QScrollArea, QStyleFactory

from socialplanner import paths

if TYPE_CHECKING:
    from socialplanner.presentation.scenes.shapes import Colour

FAMILY: Final = "Inter Regular"
FAMILY_BOLD: Final = "Inter SemiBold"
FONT_FILES: Final = ("Inter-Regular", "Inter-SemiBold", "PlanSerif-SemiBold")
BASE_SIZE: Final = 14
"""Pixels of ordinary text at a scale of 1."""

LEAST_SCALE: Final = 0.9
MOST_SCALE: Final = 2.0
_LENGTH = re.compile(r"@(\d+)\b")
_COLOUR = re.compile(r"@([a-z_]+)")


@unique
class Appearance(StrEnum):
    """What the person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The colours of one theme: of the window by name, and of charts.

    `chart` is asked by `Colour`, whose members are texts: the charts' module is not needed to
    read a theme, and is imported with the first chart.
    """

    name: str
    colours: Mapping[str, str]
    chart: "Mapping[Colour, str]"

    def __getitem__(self, name: str) -> str:
        """Return the code of a colour of the window."""
        return self.colours[name]


@cache
def read_tokens(name: str) -> Tokens:
    """Return a theme of resources/styles."""
    content = json.loads((paths.styles_dir() / f"{name}.json").read_text(encoding="utf-8"))
    chart = content.pop("chart")
    return Tokens(name=name, colours=content, chart=chart)


def style_sheet(template: str, tokens: Tokens, scale: float) -> str:
    """Return the template with colours and lengths filled in."""
    scaled = _LENGTH.sub(lambda found: f"{max(1, round(int(found[1]) * scale))}px", template)
    return _COLOUR.sub(lambda found: tokens[found[1]], scaled)


class Theme(QObject):
    """The theme in use; `changed` tells painters to take their colours again.

    `changing` comes before: what nobody sees had better go, for every widget is dressed anew.
    """

    changing = Signal()
    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        """Prepare; nothing is applied yet."""
        super().__init__()
        self._application = application
        self._template = (paths.styles_dir() / "app.qss").read_text(encoding="utf-8")
        self.appearance = Appearance.SYSTEM
        self.scale = 1.0
        self.is_reduced_motion = False
        self.tokens = read_tokens(Appearance.LIGHT)
        _load_fonts()
        application.setStyle(QStyleFactory.create("Fusion"))
        application.styleHints().colorSchemeChanged.connect(self._follow_system)

    def apply(self, appearance: Appearance, scale: float = 1.0) -> None:
        """Dress the whole program."""
        self.choose(appearance, scale)
        self.dress()

    def choose(self, appearance: Appearance, scale: float = 1.0) -> None:
        """Choose colours and sizes without the style sheet.

        A window that is made before `dress` is polished once, not once for each layout in it.
        """
        self.appearance = appearance
        self.scale = min(MOST_SCALE, max(LEAST_SCALE, scale))
        self.tokens = read_tokens(_theme_name(appearance))
        application = self._application
        font = QFont(FAMILY)
        font.setPixelSize(round(BASE_SIZE * self.scale))
        application.setFont(font)
        application.setPalette(_palette(self.tokens))

    def dress(self) -> None:
        """Lay the style sheet over everything there is."""
        self.changing.emit()
        QDir.setSearchPaths("marks", [str(paths.styles_dir() / "marks" / self.tokens.name)])
        sheet = style_sheet(self._template, self.tokens, self.scale)
        areas = _resizable_areas()
        for area in areas:  # else each measures its content again for every widget in it
            area.setWidgetResizable(False)
        # Laid over an earlier one, a style sheet takes four times as long as after none.
        self._application.setStyleSheet("")
        self._application.setStyleSheet(sheet)
        self.changed.emit()
        for area in areas:
            area.setWidgetResizable(True)

    def px(self, length: float) -> int:
        """Return a length that grows with the text size."""
        return max(1, round(length * self.scale))

    def _follow_system(self) -> None:
        if self.appearance is Appearance.SYSTEM:
            self.apply(self.appearance, self.scale)


def _theme_name(appearance: Appearance) -> str:
    if appearance is not Appearance.SYSTEM:
        return appearance.value
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return Appearance.HIGH_CONTRAST.value
    is_dark = hints.colorScheme() == Qt.ColorScheme.Dark
    return Appearance.DARK.value if is_dark else Appearance.LIGHT.value


def _resizable_areas() -> list[QScrollArea]:
    """Return all areas that keep their content as large as it asks to be."""
    found = (w.findChildren(QScrollArea) for w in QApplication.topLevelWidgets())
    return [area for areas in found for area in areas if area.widgetResizable()]


def _load_fonts() -> None:
    if FAMILY in QFontDatabase.families():
        return
    for name in FONT_FILES:
        QFontDatabase.addApplicationFont(str(paths.fonts_dir() / f"{name}.ttf"))


def _palette(tokens: Tokens) -> QPalette:
    """Return what widgets and popups take that no rule of the style sheet reaches."""
    role = QPalette.ColorRole
    named = {
        role.Window: "window",
        role.WindowText: "ink",
        role.Base: "surface",
        role.AlternateBase: "sunken",
        role.Text: "ink",
        role.Button: "surface",
        role.ButtonText: "ink",
        role.BrightText: "danger",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.PlaceholderText: "muted",
        role.ToolTipBase: "ink",
        role.ToolTipText: "window",
        role.Link: "accent_text",
        role.Mid: "control",
        role.Dark: "control",
        role.Light: "surface",
    }
    palette = QPalette()
    for each, name in named.items():
        palette.setColor(each, QColor(tokens[name]))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(tokens["muted"]))
    return palette
