"""Past weeks: planned against logged, the newest first; those that were missed without fuss."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from socialplanner.domain.logbook import SUNDAY, WEEK
from socialplanner.domain.moment import week_of
from socialplanner.presentation import formats
from socialplanner.presentation.i18n import _, plural
from socialplanner.presentation.log_words import FIRST_DAY, week_days
from socialplanner.ui.context import Context
from socialplanner.ui.pages.logbook_material import planned_hours
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.day_field import DayField
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, Hanging, clear, column, row

if TYPE_CHECKING:
    from socialplanner.domain.record import LoggedWeek, ProfileRecord

FIRST: Final = 8
MORE: Final = 26
"""So many lines are made at first, and so many more each time somebody asks."""

RUN: Final = 3
"""So many missed weeks in a row stand in one line."""

HANG: Final = 6
"""So far words within a link stand from its edge."""

LOWER: Final = 8
"""So far words are lowered to stand in line with those in a field beside them."""

RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class PastLine:
    """A line of the list: the week it opens, what it is called, and what was logged."""

    monday: date
    name: str
    words: str
    is_logged: bool


class PastCard(Card):
    """Lists weeks; `week_wanted` has the Monday of the one to open."""

    week_wanted = Signal(object)

    def __init__(self, context: Context, session: Session) -> None:
        """Begin with the newest weeks."""
        super().__init__(spacing=10)
        self._session = session
        self._most = FIRST
        self._lines: list[PastLine] = []
        self.links: list[Button] = []
        self._made: list[QWidget] = []
        self._rows = column(spacing=2)
        self.none = Label(_("Nothing is logged yet."), role="muted")
        self.none.hide()
        self.more = Button(_("Show ea&rlier weeks"), role="quiet")
        self.more.setIcon(context.icon("chevron-down", "muted"))
        self.more.hide()
        self.more.clicked.connect(self._show_more)
        today = session.program.today()
        self.day = DayField(context.theme, _("Any day of a week"), today)
        self.day.allow(FIRST_DAY, today)
        self.day.returnPressed.connect(self._open_day)
        self.trouble = Label(role="danger")
        self.trouble.hide()
        self.open = Button(_("Open its week"))
        self.open.clicked.connect(self._open_day)
        self._place()

    def _place(self) -> None:
        self.box.addWidget(Heading(_("Past weeks"), level=2))
        words = _("Planned against logged. A week that was missed needs no excuse.")
        self.box.addWidget(Label(words, role="muted"))
        self.box.addWidget(self.none)
        self.box.addLayout(self._rows)
        self.box.addLayout(FlowLayout(self.more, hang=HANG))
        any_day = Label(_("Any day of another week:"), role="small")
        any_day.setWordWrap(False)
        any_day.setBuddy(self.day)
        any_day.setContentsMargins(0, LOWER, 0, 0)
        self.box.addLayout(FlowLayout(any_day, self.day, self.open))
        self.box.addWidget(self.trouble)

    def show_weeks(self) -> None:
        """Show what is logged now."""
        today = self._session.program.today()
        self.day.allow(FIRST_DAY, today)
        lines, is_whole = self._take(self._most)
        self.more.setVisible(not is_whole)
        self.none.setVisible(not lines)
        if lines != self._lines:
            self._lines = lines
            self._make_rows()

    def _take(self, most: int) -> tuple[list[PastLine], bool]:
        """Return the newest lines, and whether these are all."""
        today = self._session.program.today()
        found: list[PastLine] = []
        for line in past_lines(self._session, today):
            if len(found) == most:
                return found, False
            found.append(line)
        return found, True

    def _make_rows(self) -> None:
        clear(self._rows)
        self.links = []
        self._made = [self._row(line) for line in self._lines]
        for each in self._made:
            self._rows.addWidget(each)

    def _row(self, line: PastLine) -> QWidget:
        link = Button(line.name, role="link")
        link.setAccessibleName(f"{line.name}, {line.words}")
        link.clicked.connect(lambda: self.week_wanted.emit(line.monday))
        self.links.append(link)
        words = Label(line.words, role="" if line.is_logged else "muted")
        words.setAlignment(RIGHT)
        made = QWidget()
        made.setProperty("role", "clear")
        box = row(Hanging(link, left=HANG), spacing=12)
        box.addWidget(words, 1)
        made.setLayout(box)
        return made

    def _show_more(self) -> None:
        begin = len(self._lines)
        self._most += MORE
        self.show_weeks()
        if begin < len(self.links):
            self._made[begin].show()  # else Qt would, after the focus is put there
            self.links[begin].setFocus()

    def _open_day(self) -> None:
        day, problem = self.day.day, self.day.problem()
        self.trouble.setText(problem)
        self.trouble.setVisible(bool(problem))
        if day is not None:
            self.week_wanted.emit(week_of(day))


def past_lines(session: Session, today: date) -> Iterator[PastLine]:
    """Yield a line for each past week from the newest back to the first that was logged."""
    record = session.record
    if not record.weeks:
        return
    logged = {week.monday: week for week in record.weeks}
    counts = _enquiries(record)
    monday, first = max(week_of(today), record.weeks[-1].monday), record.weeks[0].monday
    while monday >= first:
        week = logged.get(monday)
        if week is not None or counts.get(monday):
            hours = planned_hours(session, monday)
            whole = None if hours is None else sum(hours.values())
            yield _logged_line(monday, week, whole, counts.get(monday, 0))
            monday -= WEEK
            continue
        missed = _run(monday, logged, counts)
        if monday != week_of(today) or missed > 1:
            yield from _missed_lines(monday, missed)
        monday -= missed * WEEK


def _run(monday: date, logged: Mapping[date, object], counts: Mapping[date, int]) -> int:
    """Return how many weeks in a row were missed, from one on backwards."""
    length = 0
    while monday not in logged and not counts.get(monday):
        length, monday = length + 1, monday - WEEK
    return length


def _missed_lines(newest: date, length: int) -> Iterator[PastLine]:
    words = _("not logged")
    if length < RUN:
        for number in range(length):
            monday = newest - number * WEEK
            yield PastLine(monday, week_days(monday), words, is_logged=False)
        return
    oldest = newest - (length - 1) * WEEK
    name = f"{formats.day(oldest)} – {formats.day(newest + SUNDAY)}"
    words = plural("{count} week not logged", "{count} weeks not logged", length)
    yield PastLine(newest, name, words, is_logged=False)


def _logged_line(
    monday: date, week: "LoggedWeek | None", planned: float | None, enquiries: int
) -> PastLine:
    words = [_hours_words(week, planned)]
    if week is not None and week.outcomes:
        words.append(plural("{count} figure", "{count} figures", len(week.outcomes)))
    if enquiries:
        words.append(plural("{count} enquiry", "{count} enquiries", enquiries))
    if week is not None and week.is_odd:
        words.append(_("odd week"))
    is_logged = week is not None and bool(week.hours)
    return PastLine(monday, week_days(monday), _joined(words), is_logged=is_logged)


def _joined(words: list[str]) -> str:
    """Return words that break into lines between them alone."""
    return " · ".join(each.replace(" ", formats.SPACE) for each in words)


def _hours_words(week: "LoggedWeek | None", planned: float | None) -> str:
    if week is None or not week.hours:
        return _("hours not logged")
    hours = formats.number(sum(week.hours.values()))
    if planned is None:
        return _("{hours} h").format(hours=hours)
    words = _("{hours} h of {planned} h planned")
    return words.format(hours=hours, planned=formats.number(planned))


def _enquiries(record: "ProfileRecord") -> dict[date, int]:
    counts: dict[date, int] = {}
    for enquiry in record.enquiries:
        monday = week_of(enquiry.day)
        counts[monday] = counts.get(monday, 0) + 1
    return counts
