"""What is asked before a file is made that needs more than a name: a calendar, or a locked PDF."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QRadioButton, QWidget

from socialplanner.domain.agenda import WeekTimes
from socialplanner.presentation.i18n import _
from socialplanner.ui.pages.home_panel import Panel, labelled, pressing, text_field
from socialplanner.ui.pages.report_times import TimesFields
from socialplanner.ui.ports.printing import Carried
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import column

SHORTEST: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Locking:
    """What a PDF has beside its pages; with `is_inside` the password is for what it carries."""

    password: str
    kind: Carried
    is_inside: bool


class CalendarPanel(Panel):
    """Asks for days and the hour at which a day begins; `wanted` has both."""

    wanted = Signal(object)

    def __init__(self, times: WeekTimes) -> None:
        """Begin with what the plan keeps."""
        super().__init__(
            _("Calendar file"),
            _(
                "The week’s blocks, the steps and the reviews, for any calendar program. "
                "When is a proposal: the plan says how many hours, not at which hour."
            ),
        )
        self.fields = TimesFields(times)
        self.write = pressing(Button(_("Sa&ve the calendar …")), self._take)
        self.content.addWidget(self.fields)
        self.put_buttons(self.write)

    def begin(self) -> None:
        """Put the keys on the first day."""
        self.fields.days[0].setFocus()

    def _take(self) -> None:
        times = self.fields.times
        self.say_trouble("" if times else _("Choose at least one day."))
        if times is not None:
            self.wanted.emit(times)


class LockedPanel(Panel):
    """Asks for a password and for what the PDF carries; `wanted` has a `Locking`.

    One password locks the pages or what is inside, or is asked for once for both.
    """

    wanted = Signal(object)

    def __init__(self) -> None:
        """Begin without a password, carrying nothing."""
        super().__init__(_("PDF with more"))
        self.carried = {
            Carried.NOTHING: QRadioButton(_("Only its pages")),
            Carried.WHOLE: QRadioButton(_("The whole plan too")),
            Carried.SCRUBBED: QRadioButton(_("The plan too, nobody named")),
        }
        self.password, self.again = text_field(hides=True), text_field(hides=True)
        self.shows = QCheckBox(_("Show what I type"))
        self.inside = QCheckBox(_("Lock only the plan inside"))
        for box in (self.shows, self.inside):
            box.setAccessibleName(box.text())
        self.write = pressing(Button(_("Sa&ve this PDF …")), self._take)
        self._place()
        self.shows.toggled.connect(self._fit)
        for value, button in self.carried.items():
            button.setAccessibleName(_("The file holds: {what}").format(what=button.text()))
            button.setChecked(value is Carried.NOTHING)
            button.toggled.connect(self._fit)
        self._fit()

    def _place(self) -> None:
        radios = column(Label(_("The file holds"), role="strong"), spacing=2)
        for button in self.carried.values():
            radios.addWidget(button)
        self._carries = Label(role="small")
        radios.addWidget(self._carries)
        self.content.addLayout(radios)
        self.content.addLayout(labelled(_("Password (optional)"), self.password))
        self._again = _part(_("The same again"), self.again)
        lost = _("It is not kept anywhere: one that is forgotten cannot be got back.")
        for widget in (self._again, self.shows, self.inside, Label(lost, role="small")):
            self.content.addWidget(widget)
        self.put_buttons(self.write)

    @property
    def kind(self) -> Carried:
        """Return what is carried."""
        return next(kind for kind, button in self.carried.items() if button.isChecked())

    def _fit(self) -> None:
        """Show what there is to fill in, and say what is carried."""
        is_shown, kind = self.shows.isChecked(), self.kind
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.password.setEchoMode(mode)
        self._again.setVisible(not is_shown)
        self.inside.setVisible(kind is not Carried.NOTHING)
        self._carries.setVisible(kind is not Carried.NOTHING)
        self._carries.setText(
            _(
                "Opened here, it is a plan to work on. "
                "Without a password whoever has it has all answers."
            )
            if kind is Carried.WHOLE
            else _("Names, money and notes are left out. A firm may be known by its figures alone.")
        )

    def _take(self) -> None:
        trouble = self._trouble()
        self.say_trouble(trouble)
        if not trouble:
            is_inside = self.kind is not Carried.NOTHING and self.inside.isChecked()
            self.wanted.emit(
                Locking(password=self.password.text(), kind=self.kind, is_inside=is_inside)
            )

    def _trouble(self) -> str:
        """Return what is wrong, "" where nothing is."""
        password = self.password.text()
        if not self.shows.isChecked() and password != self.again.text():
            return _("The two passwords are not the same. Type them again.")
        if password and len(password) < SHORTEST:
            return _("The password is too short. Take at least eight characters.")
        if not password and self.kind is Carried.NOTHING:
            return _("Type a password, or choose what else the file holds.")
        return ""


def _part(words: str, field: QLineEdit) -> QWidget:
    """Return a field under its label, to be hidden as a whole."""
    part = QWidget()
    part.setProperty("role", "clear")
    part.setLayout(labelled(words, field))
    return part
