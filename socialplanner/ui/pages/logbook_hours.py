"""The hours of a week: a line for each activity, and the sum against the plan."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal

from socialplanner.presentation import formats
from socialplanner.presentation.i18n import _
from socialplanner.presentation.log_words import source_name
from socialplanner.ui.context import Context
from socialplanner.ui.pages.logbook_fields import HoursLine, Part, caption
from socialplanner.ui.pages.logbook_incoming import narrow
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import column, drop, put
from socialplanner.ui.widgets.wheelless import CalmChoice


class HoursPart(Part):
    """Shows hours by activity; `given` has all of them once one is another."""

    given = Signal(object)

    def __init__(self, context: Context, session: Session) -> None:
        """Begin without activities."""
        super().__init__(context)
        self._context = context
        self._session = session
        self.lines: dict[str, HoursLine] = {}
        self.added: list[str] = []
        self._planned: Mapping[str, float] = {}
        self._tests: Mapping[str, bool] = {}
        self._is_logged = False
        self._rows = column(spacing=8)
        self.sum = Label(role="strong")
        self.more = narrow(CalmChoice())
        self.more.activated.connect(self._add)
        self.box.addWidget(caption(_("Hours given")))
        self.box.addLayout(self._rows)
        self.box.addWidget(self.sum)
        self.box.addWidget(self.more)
        self.box.addStretch(1)

    @property
    def hours(self) -> dict[str, float]:
        """Return what stands in the fields."""
        return {key: line.field.number or 0.0 for key, line in self.lines.items()}

    def show_hours(
        self,
        logged: Mapping[str, float],
        planned: Mapping[str, float],
        tests: Mapping[str, bool] | None = None,
    ) -> None:
        """Show what was logged of a week; where nothing was, the hours of the plan.

        `tests` are activities in an on/off test, and whether they are on.
        """
        self._planned, self._is_logged, self._tests = planned, bool(logged), tests or {}
        typed = [key for key, line in self.lines.items() if line.is_typed]
        wanted = list(dict.fromkeys([*planned, *logged, *self.added, *typed]))
        if wanted != list(self.lines) or not self.more.count():
            self._make_lines(wanted)
        for key, line in self.lines.items():
            amount = logged.get(key, 0.0) if logged else planned.get(key, 0.0)
            line.show_number(amount)
            line.show_suggested(is_suggested=not logged)
            note = _note(planned.get(key), is_logged=bool(logged))
            line.show_note(" · ".join(filter(None, (note, _test_note(self._tests.get(key))))))
        self._show_sum()

    def forget_added(self) -> None:
        """Show another week without the activities that were added to this one."""
        self.added.clear()

    def rest(self) -> None:
        """Keep what is being typed."""
        for line in self.lines.values():
            line.rest()

    def _make_lines(self, keys: Sequence[str]) -> None:
        before = self.lines
        self.lines = {key: before.get(key) or self._line(key) for key in keys}
        put(self._rows, *self.lines.values())
        drop(line for key, line in before.items() if key not in self.lines)
        self.more.clear()
        self.more.addItem(_("Another activity …") if keys else _("An activity …"))
        self.more.setAccessibleName(_("Another activity") if keys else _("An activity"))
        for activity in self._session.catalogue.activities:
            if activity.id not in self.lines:
                self.more.addItem(activity.short or activity.name, activity.id)

    def _line(self, key: str) -> HoursLine:
        line = HoursLine(self._context, key, source_name(self._session.catalogue, key))
        line.given.connect(self._give)
        return line

    def _add(self, index: int) -> None:
        key = self.more.itemData(index)
        if not key:
            return
        self.added.append(str(key))
        shown = self.hours
        self.show_hours(shown if self._is_logged else {}, self._planned, self._tests)
        self.lines[str(key)].steps.setFocus()
        self.lines[str(key)].steps.selectAll()

    def _give(self, _key: str, _number: object) -> None:
        self.given.emit(self.hours)

    def _show_sum(self) -> None:
        logged, planned = sum(self.hours.values()), sum(self._planned.values())
        self.sum.setVisible(bool(self.lines))
        of_plan = _(" of {planned} h planned").format(planned=formats.number(planned))
        if self._is_logged:
            words = _("{hours} h logged").format(hours=formats.number(logged))
            self.sum.setText(words + (of_plan if planned else ""))
        else:
            words = _("{planned} h planned, nothing logged yet")
            self.sum.setText(words.format(planned=formats.number(planned)))


def _test_note(is_on: bool | None) -> str:  # noqa: FBT001 - the state of a test, None without
    """Return whether an activity is to be done in this week of a test."""
    if is_on is None:
        return ""
    return _("test: on this week") if is_on else _("test: off this week")


def _note(planned: float | None, *, is_logged: bool) -> str:
    """Return what was planned for an activity."""
    if planned is None:
        return _("not in the plan")
    if not is_logged:
        return _("as planned")
    return _("planned: {hours} h").format(hours=formats.number(planned))
