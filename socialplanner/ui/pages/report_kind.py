"""What one asks for first: which kind of report, on which paper, and how much is said."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from socialplanner.presentation.i18n import _
from socialplanner.presentation.plan_options import PlanOptions, Verbosity
from socialplanner.presentation.report_presets import (
    Preset,
    preset_of,
    preset_text,
    preset_title,
)
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.buttons import named_after
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, column
from socialplanner.ui.widgets.wheelless import CalmChoice

NAME_WIDTH: Final = 62
LINE_HEIGHT: Final = 30
OWN: Final = ""
"""The value of what is no preset."""


class KindCard(Card):
    """Preset, paper and length; `chosen` has what is to be another, by the names of options."""

    chosen = Signal(dict)
    preset_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Offer everything; `show_options` says what is chosen."""
        self.preset = CalmChoice()
        self.preset.setAccessibleName(_("Kind of report"))
        self.preset.setSizeAdjustPolicy(
            CalmChoice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for preset in Preset:
            self.preset.addItem(preset_title(preset), preset.value)
        self.what = Label(role="small")
        self.papers = _Radios(theme, _("Paper"), {"a4": _("A&4"), "letter": _("US Lette&r")})
        full, brief = _("Full"), _("In brief")
        self.length = _Radios(theme, _("Length"), {Verbosity.FULL: full, Verbosity.BRIEF: brief})
        heading = Heading(_("Kind of report"), level=2)
        choice = column(self.preset, self.what, spacing=6)
        super().__init__(heading, choice, self.papers, self.length, spacing=10)
        self.preset.activated.connect(self._take_preset)
        self.papers.chosen.connect(self._take_radios)
        self.length.chosen.connect(self._take_radios)

    def show_options(self, options: PlanOptions) -> None:
        """Show what is chosen."""
        preset = preset_of(options)
        place = self.preset.findData(OWN)
        if preset is None and place < 0:
            self.preset.addItem(_("Your own choice"), OWN)
        elif preset is not None and place >= 0:
            self.preset.removeItem(place)
        self.preset.setCurrentIndex(self.preset.findData(OWN if preset is None else preset.value))
        self.what.setText(preset_text(preset))
        self.papers.show_value(options.paper)
        self.length.show_value(options.verbosity)

    def _take_preset(self) -> None:
        value = self.preset.currentData()
        if value != OWN:
            self.preset_chosen.emit(Preset(value))

    def _take_radios(self) -> None:
        verbosity = Verbosity(self.length.value)
        self.chosen.emit({"paper": self.papers.value, "verbosity": verbosity})


class _Radios(QWidget):
    """A few buttons behind a name, of which one is chosen."""

    chosen = Signal()

    def __init__(self, theme: Theme, name: str, words: dict[str, str]) -> None:
        """Offer words by value; "&" marks their mnemonics."""
        super().__init__()
        self.setProperty("role", "clear")
        self.buttons = {value: QRadioButton(text) for value, text in words.items()}
        group = QButtonGroup(self)
        for value, button in self.buttons.items():
            group.addButton(button)
            spoken = _("{what}: {name}").format(what=name, name=named_after(words[value]))
            button.setAccessibleName(spoken)
            button.clicked.connect(self.chosen)
        self._theme = theme
        self._label = Label(name, role="strong")
        self._label.setWordWrap(False)
        self.setLayout(FlowLayout(self._label, *self.buttons.values()))
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Let the buttons of several such lines stand below each other."""
        height = max(LINE_HEIGHT, self._theme.px(LINE_HEIGHT))
        self._label.setFixedSize(self._theme.px(NAME_WIDTH), height)

    @property
    def value(self) -> str:
        """Return the value that is chosen."""
        return next(value for value, button in self.buttons.items() if button.isChecked())

    def show_value(self, value: str) -> None:
        """Show what is chosen."""
        for each, button in self.buttons.items():
            button.setChecked(each == value)
