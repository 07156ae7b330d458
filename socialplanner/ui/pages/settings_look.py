"""Settings of the eye: appearance, text size, motion."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QSlider

from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.look import set_appearance, set_reduced_motion, set_scale
from socialplanner.ui.menu_lists import appearances
from socialplanner.ui.pages.settings_parts import SettingsCard
from socialplanner.ui.theme import LEAST_SCALE, MOST_SCALE, Appearance
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import column, row

PERCENT = 100
STEP = 10


class LookCard(SettingsCard):
    """Appearance, text size and motion; what the menus change is shown here too."""

    def __init__(self, context: Context) -> None:
        """Begin with what is set."""
        super().__init__(_("Appearance"))
        self._theme = context.theme
        self._settings = context.program.settings
        self.choices = {each: QRadioButton(words) for each, words in appearances().items()}
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.percent = Label()
        self.motion = QCheckBox(_("Reduce &motion"))
        self._build()
        self._show()
        self._connect()

    def _build(self) -> None:
        group = QButtonGroup(self)
        for choice in self.choices.values():
            group.addButton(choice)
        self.box.addLayout(FlowLayout(*self.choices.values(), spacing=16))
        self.slider.setRange(round(LEAST_SCALE * PERCENT), round(MOST_SCALE * PERCENT))
        self.slider.setSingleStep(STEP)
        self.slider.setPageStep(STEP)
        self.slider.setTickInterval(STEP)
        self.slider.setAccessibleName(_("Text size"))
        label = Label(_("Text size"), role="strong")
        label.setBuddy(self.slider)
        line = row(self.slider, self.percent, spacing=12)
        line.setStretch(0, 3)
        line.setStretch(1, 1)
        self.box.addWidget(label)
        self.box.addLayout(line)
        note = Label(_("Nothing slides or fades then."), role="small")
        self.box.addLayout(column(self.motion, note, spacing=2))

    def _connect(self) -> None:
        for appearance, choice in self.choices.items():
            choice.clicked.connect(lambda _=False, each=appearance: self._dress(each))
        self.slider.valueChanged.connect(self._resize)
        self.slider.sliderReleased.connect(self._resize)
        self.motion.toggled.connect(self._calm)
        self._theme.changed.connect(self._show)

    def _show(self) -> None:
        self.choices[self._theme.appearance].setChecked(True)
        if not self.slider.isSliderDown():
            self.slider.setValue(round(self._theme.scale * PERCENT))
        self.percent.setText(_("{percent}%").format(percent=self.slider.value()))
        self.motion.setChecked(self._theme.is_reduced_motion)

    def _dress(self, appearance: Appearance) -> None:
        set_appearance(self._theme, self._settings, appearance)

    def _resize(self) -> None:
        """Follow the slider, in steps; while it is dragged the words tell, and the page stays."""
        steps = round(self.slider.value() / STEP) * STEP
        self.percent.setText(_("{percent}%").format(percent=steps))
        if not self.slider.isSliderDown():
            set_scale(self._theme, self._settings, steps / PERCENT)
            self.slider.setValue(steps)

    def _calm(self, is_reduced: bool) -> None:  # noqa: FBT001 - a slot
        set_reduced_motion(self._theme, self._settings, is_reduced=is_reduced)
