"""The card of one week: hours, figures, money, and the ways to the weeks beside it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import cast

from PySide6.QtCore import Signal

from socialplanner.domain.logbook import WEEK, logged_week, next_to_log
from socialplanner.domain.moment import week_of
from socialplanner.domain.record import LoggedWeek
from socialplanner.presentation import formats
from socialplanner.presentation.i18n import _
from socialplanner.presentation.log_words import FIRST_DAY, week_days, week_name
from socialplanner.ui.accessibility import announce
from socialplanner.ui.context import Context
from socialplanner.ui.log_steps import logging_week, removing_week
from socialplanner.ui.pages.home_panel import dress
from socialplanner.ui.pages.logbook_fields import PromptButton, SignButton
from socialplanner.ui.pages.logbook_figures import FiguresPart
from socialplanner.ui.pages.logbook_hours import HoursPart
from socialplanner.ui.pages.logbook_material import Material, material_of
from socialplanner.ui.session import Session
from socialplanner.ui.telling import offer_undo
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.columns import ColumnsLayout
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, column, row


class WeekCard(Card):
    """Shows a week and keeps what is given; `week_wanted` asks for another one by its Monday."""

    week_wanted = Signal(object)

    def __init__(self, context: Context, session: Session) -> None:
        """Begin with the week of today."""
        super().__init__(spacing=16)
        self._context = context
        self._session = session
        self.monday = week_of(session.program.today())
        self.material = Material(is_known=False)
        self.heading = Heading(level=2)
        self.badge = Label(role="badge")
        self.before = SignButton(context, "chevron-left", _("The week before"))
        self.after = SignButton(context, "chevron-right", _("The week after"))
        self.as_planned = PromptButton(_("Log &as planned"), role="primary")
        self.go_on = PromptButton("")
        self.remove = Button(_("Take this week out"), role="quiet")
        self.waiting = Label(_("Working it out …"), role="muted")
        self.hours = HoursPart(context, session)
        self.figures = FiguresPart(context, session)
        self._place()
        self._connect()

    def _place(self) -> None:
        self.badge.setWordWrap(False)
        head = row(self.heading, self.before, self.after, spacing=8)
        head.setStretch(0, 1)
        self.lead = Label(role="muted")
        self.box.addLayout(column(head, FlowLayout(self.badge), self.lead, spacing=8))
        self.box.addWidget(self.waiting)
        self.box.addLayout(ColumnsLayout(self.hours, self.figures, most=2, spacing=36))
        self.box.addLayout(FlowLayout(self.as_planned, self.go_on, self.remove, spacing=10))

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.week_wanted.emit(self.monday - WEEK))
        self.after.clicked.connect(lambda: self.week_wanted.emit(self.monday + WEEK))
        self.as_planned.clicked.connect(self._take_plan)
        self.go_on.clicked.connect(self._go_on)
        self.remove.clicked.connect(self._remove)
        self.hours.given.connect(self._give_hours)
        self.figures.outcome_given.connect(self._give_outcome)
        self.figures.money_given.connect(self._give_money)
        self.figures.odd_given.connect(self._give_odd)
        self.figures.note_given.connect(self._give_note)

    @property
    def week(self) -> LoggedWeek:
        """Return the week as it is logged, or one that says nothing."""
        found = logged_week(self._session.record, self.monday)
        now = self._session.program.now().moment
        return found or LoggedWeek(monday=self.monday, changed_at=now)

    def show_week(self, monday: date) -> None:
        """Show a week; what is being typed in another one is kept first."""
        if monday != self.monday:
            self.rest()
            self.hours.forget_added()
            self.monday = monday
        self.refresh()

    def refresh(self) -> None:
        """Show what there is of the week now."""
        self.material = material_of(self._session, self.monday)
        week = logged_week(self._session.record, self.monday)
        is_there = self.material.is_known
        self.waiting.setVisible(not is_there)
        for part in (self.hours, self.figures):
            part.setVisible(is_there)
        if is_there:  # else all would be made twice, and nobody would see the first of it
            self.hours.show_hours(self._hours_now(week), self.material.planned, self.material.tests)
            self.figures.show_figures(week, self.material)
        self._show_head(week)
        self._show_ways(week)

    @property
    def logged_hours(self) -> Mapping[str, float]:
        """Return the hours that are logged of the week, by the ids that activities have now."""
        return self._hours_now(logged_week(self._session.record, self.monday))

    def _hours_now(self, week: LoggedWeek | None) -> Mapping[str, float]:
        """Return logged hours by the ids that activities have now."""
        renamed = self._session.catalogue.renamed
        hours = {} if week is None else week.hours
        return {renamed.get(key, key): amount for key, amount in hours.items()}

    def _show_head(self, week: LoggedWeek | None) -> None:
        self.heading.setText(week_name(self.monday))
        is_logged = week is not None and bool(week.hours)
        is_this = self.monday == week_of(self._session.program.today())
        state = _("Logged") if is_logged else _open_state(week)
        self.badge.setText(state)
        tone = "success" if is_logged else "info"
        if self.badge.property("tone") != tone:
            self.badge.setProperty("tone", tone)
            self.badge.style().unpolish(self.badge)
            self.badge.style().polish(self.badge)
        self.lead.setText(_lead(self.material, is_logged=is_logged, is_this=is_this))
        self.setAccessibleName(f"{week_name(self.monday)}, {state}")

    def _show_ways(self, week: LoggedWeek | None) -> None:
        today = self._session.program.today()
        self.before.setEnabled(self.monday > FIRST_DAY)
        self.after.setEnabled(self.monday < week_of(today))
        is_logged = week is not None and bool(week.hours)
        self.as_planned.setVisible(self.material.is_known and bool(self.material.planned))
        dress(self.as_planned, "" if is_logged else "primary")
        following = next_to_log(self._session.record, self.monday, today)
        self.go_on.setVisible(following is not None)
        if following is not None:
            words = _("&Go on to {days}").format(days=week_days(following))
            self.go_on.setText(words)
            self.go_on.setAccessibleName(words.replace("&", ""))
            dress(self.go_on, "primary" if is_logged else "")
        self.remove.setVisible(week is not None)

    def take_focus(self) -> None:
        """Put the keyboard where the week begins."""
        lines = list(self.hours.lines.values())
        if self.as_planned.isVisibleTo(self):
            self.as_planned.setFocus()
        elif lines and lines[0].isVisibleTo(self):
            lines[0].steps.setFocus()

    def tell_week(self) -> None:
        """Say which week is shown; the keyboard stays where weeks are turned, else it is here."""
        if not any(each.hasFocus() and each.isEnabled() for each in (self.before, self.after)):
            self.heading.setFocus()
        announce(self, self.accessibleName())

    def rest(self) -> None:
        """Keep what is being typed."""
        self.hours.rest()
        self.figures.rest()

    def _keep(self, week: LoggedWeek) -> None:
        self._session.do(*logging_week(self._session, week))

    def _take_plan(self) -> None:
        self._keep(replace(self.week, hours=dict(self.material.planned)))
        self.figures.first_field().setFocus()
        words = _("{week} is logged as planned.").format(week=week_name(self.monday))
        offer_undo(self._context.messages, self._session, words)

    def _go_on(self) -> None:
        self.rest()
        today = self._session.program.today()
        self.week_wanted.emit(next_to_log(self._session.record, self.monday, today))

    def _remove(self) -> None:
        self._session.do(*removing_week(self._session, self.monday))
        self._context.messages.show_message(
            _("{week} was taken out. Undo brings it back.").format(week=week_name(self.monday))
        )
        self.heading.setFocus()

    def _give_hours(self, hours: object) -> None:
        self._keep(replace(self.week, hours=cast("dict[str, float]", hours)))

    def _give_outcome(self, key: str, number: object) -> None:
        week = self.week
        outcomes = {name: amount for name, amount in week.outcomes.items() if name != key}
        if isinstance(number, float):
            outcomes[key] = number
        self._keep(replace(week, outcomes=outcomes))

    def _give_money(self, number: object) -> None:
        self._keep(replace(self.week, money=number if isinstance(number, float) else None))

    def _give_odd(self, is_odd: bool) -> None:  # noqa: FBT001 - a slot
        self._keep(replace(self.week, is_odd=is_odd))

    def _give_note(self, note: str) -> None:
        self._keep(replace(self.week, note=note))


def _open_state(week: LoggedWeek | None) -> str:
    """Return what is known of a week without hours; a file may have brought its figures."""
    if week is not None and week.outcomes:
        return _("Figures logged, hours not yet")
    return _("Not logged yet")


def _lead(material: Material, *, is_logged: bool, is_this: bool) -> str:
    """Return what to do with a week."""
    if is_logged:
        return _("Everything is saved as you give it. Change what you like.")
    if not material.is_known:
        return ""
    if material.begins is not None and not material.planned:
        words = _("Your plan begins on {day}. Hours of any activity can be logged before.")
        return words.format(day=formats.day(material.begins))
    if not material.planned:
        return _("There is no plan for this week. Hours of any activity can be logged.")
    rest = _("Change what was different, or take the hours as they were planned.")
    if is_this:
        return _("The week is still running. ") + rest
    return rest
