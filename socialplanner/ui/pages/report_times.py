"""On which days, and from what hour on, the weekly sheet and a calendar have the week's work."""

from datetime import time
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from socialplanner.domain.agenda import WeekTimes
from socialplanner.presentation.i18n import _
from socialplanner.presentation.plan_options import USUAL_TIMES, PlanOptions
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.fold import FoldCard
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import column
from socialplanner.ui.widgets.wheelless import CalmChoice

CLOCK: Final = "%H:%M"


class TimesFields(QWidget):
    """Days and an hour; `changed` tells that they are others now."""

    changed = Signal()

    def __init__(self, times: WeekTimes = USUAL_TIMES) -> None:
        """Show some times."""
        super().__init__()
        self.setProperty("role", "clear")
        self._other = USUAL_TIMES.start
        self.days = [QCheckBox(short) for short, _name in day_names()]
        for box, (_short, name) in zip(self.days, day_names(), strict=True):
            box.setAccessibleName(name)
            box.clicked.connect(self.changed)
        self.start = CalmChoice()
        self.start.setAccessibleName(_("Not before"))
        for begin in _half_hours():
            self.start.addItem(begin.strftime(CLOCK), begin.strftime(CLOCK))
        self.start.activated.connect(self.changed)
        label = Label(_("Not before"), role="strong")
        label.setBuddy(self.start)
        boxes = FlowLayout(*self.days, spacing=10)
        self.setLayout(column(Label(_("Days"), role="strong"), boxes, label, self.start, spacing=6))
        self.show_times(times)

    @property
    def times(self) -> WeekTimes | None:
        """Return what is chosen, None where no day is."""
        days = tuple(number for number, box in enumerate(self.days) if box.isChecked())
        start = time.fromisoformat(str(self.start.currentData()))
        return WeekTimes(days=days, start=start) if days else None

    def show_times(self, times: WeekTimes) -> None:
        """Show what is chosen; an hour that is on no half-hour is offered as well."""
        for number, box in enumerate(self.days):
            box.setChecked(number in times.days)
        begin = times.start.strftime(CLOCK)
        if self.start.findData(begin) < 0:
            self.start.addItem(begin, begin)
        self.start.setCurrentIndex(self.start.findData(begin))


class TimesCard(FoldCard):
    """When the week's work lies; `chosen` has it by the name of the option."""

    chosen = Signal(dict)

    def __init__(self, theme: Theme) -> None:
        """Offer every day; `show_options` says what is chosen."""
        super().__init__(theme, _("Days and times"))
        self._kept = USUAL_TIMES
        self.fields = TimesFields()
        self.trouble = Label(_("Choose at least one day."), role="danger")
        self.trouble.hide()
        note = _("For the weekly sheet and the calendar. It is a proposal of when, nothing more.")
        self.fill(column(self.fields, self.trouble, Label(note, role="small"), spacing=8))
        self.fields.changed.connect(self._take)

    def show_options(self, options: PlanOptions) -> None:
        """Show what is chosen."""
        self._kept = options.times
        self.trouble.hide()
        self.fields.show_times(options.times)
        self.show_summary(times_words(options.times))

    def _take(self) -> None:
        times = self.fields.times
        if times is None:
            self.fields.show_times(self._kept)
        self.trouble.setVisible(times is None)
        if times is not None:
            self._kept = times
            self.chosen.emit({"times": times})


def times_words(times: WeekTimes) -> str:
    """Return days and hour in a line: "Mon, Tue, Wed, from 09:00"."""
    days = ", ".join(day_names()[number][0] for number in times.days)
    return _("{days}, from {time}").format(days=days, time=times.start.strftime(CLOCK))


def day_names() -> tuple[tuple[str, str], ...]:
    """Return the days of a week, each in short and in full."""
    return (
        (_("Mon"), _("Monday")),
        (_("Tue"), _("Tuesday")),
        (_("Wed"), _("Wednesday")),
        (_("Thu"), _("Thursday")),
        (_("Fri"), _("Friday")),
        (_("Sat"), _("Saturday")),
        (_("Sun"), _("Sunday")),
    )


def _half_hours() -> list[time]:
    """Return every half-hour of a day, the grid of the plan."""
    return [time(hour, minute) for hour in range(24) for minute in (0, 30)]
