"""A workbook that was filled in: its weeks beside those that are logged, then taken in."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from socialplanner.domain.filed_weeks import (
    HOURS,
    MONEY,
    NOTE,
    ODD,
    OUTCOME,
    Entry,
    FiledWeek,
    Said,
    said_of,
    with_filed,
)
from socialplanner.errors import UserError
from socialplanner.presentation import formats
from socialplanner.presentation.i18n import _, plural
from socialplanner.presentation.log_words import source_name
from socialplanner.ui.context import Context
from socialplanner.ui.log_steps import taking_weeks
from socialplanner.ui.models.incoming_words import came_in
from socialplanner.ui.pages.logbook_incoming import TASK, IncomingPanel, figure_text
from socialplanner.ui.ports.logbook import FilledWorkbook
from socialplanner.ui.session import Session
from socialplanner.ui.tasks import Task

SHORT: Final = 60


class WorkbookPanel(IncomingPanel):
    """Shows what a workbook says that the logbook does not; `taken` says how much came in."""

    taken = Signal(str)

    def __init__(self, context: Context, session: Session, path: Path) -> None:
        """Look at a file in the background."""
        super().__init__(context, _("The workbook “{name}”").format(name=path.name))
        self._session = session
        self.other = QCheckBox(_("It is of &another plan: take it in all the same"))
        self.other.clicked.connect(self.show_choices)
        self.questions.addWidget(self.other)
        self.other.hide()
        self.found: FilledWorkbook | None = None
        logbook, record = session.program.logbook, session.record
        task = Task(lambda: logbook.open_workbook(path, record), self._show, self._refuse)
        context.tasks.run(TASK, task)

    def _refuse(self, error: UserError) -> None:
        self.give_up(str(error))

    def _show(self, found: FilledWorkbook) -> None:
        self.found = found
        self.other.setVisible(found.is_of_another)
        if found.is_of_another:
            self.say_trouble(_("This workbook was made for another plan."))
        same = sum(len(w.said) - len(w.new) - len(w.differing) for w in found.weeks)
        parts = [_("Nothing is changed yet. What the workbook leaves empty stays as it is.")]
        if same:
            parts.append(
                plural("{count} entry is the same already.", "{count} are the same already.", same)
            )
        if found.passed_over:
            columns = ", ".join(f"“{each[:SHORT]}”" for each in found.passed_over)
            words = _("Columns that nothing here is called by were passed over: {columns}.")
            parts.append(words.format(columns=columns))
        self.lead.setText(" ".join(parts))
        self.show_choices()
        self.show_refused(found.refused)
        self.go_on()

    def _rows(self, week: FiledWeek) -> list[tuple[str, ...]]:
        here = said_of(week.logged)
        keys = {*week.new, *week.differing}
        return [
            (
                formats.day(week.monday),
                self._name(key),
                self._text(key, value),
                self._text(key, here.get(key)),
                self._fate(key, week),
            )
            for key, value in week.said.items()
            if key in keys
        ]

    def _name(self, entry: Entry) -> str:
        kind, key = entry
        names = {MONEY: _("Money spent"), ODD: _("Odd week"), NOTE: _("Note")}
        if kind == HOURS:
            name = source_name(self._session.catalogue, key)
            return _("Hours: {name}").format(name=name)
        return self._session.catalogue.kpis[key].name if kind == OUTCOME else names[kind]

    def _text(self, entry: Entry, value: Said | None) -> str:
        if entry[0] == ODD:
            return _("no") if value is None else _("yes")
        return figure_text(value)[: 2 * SHORT]

    def _fate(self, entry: Entry, week: FiledWeek) -> str:
        if entry in week.new:
            return _("new")
        if self.replace.isChecked():
            return _("replaces what is logged")
        return _("differs; what is logged stays")

    def show_choices(self) -> None:
        """Show what becomes of each entry as things are decided now."""
        found = self.found
        if found is None:
            return
        self.replace.setVisible(any(week.differing for week in found.weeks))
        rows = [line for week in found.weeks for line in self._rows(week)]
        self.show_rows(rows, self._count())
        if not rows:
            self.show_notes([self._nothing(found)])

    def _nothing(self, found: FilledWorkbook) -> str:
        if found.weeks:
            return _("Nothing to take in: all of it is in the logbook already.")
        return _("Nothing to take in: no week of the log has an entry that can be taken.")

    def _taken(self) -> list[FiledWeek]:
        weeks = () if self.found is None else self.found.weeks
        if self.found is not None and self.found.is_of_another and not self.other.isChecked():
            return []
        replaces = self.replace.isChecked()
        return [week for week in weeks if week.new or (replaces and week.differing)]

    def _count(self) -> int:
        replaces = self.replace.isChecked()
        return sum(len(w.new) + (len(w.differing) if replaces else 0) for w in self._taken())

    def take_in(self) -> None:
        """Take the chosen entries in, all in one step that can be taken back."""
        weeks, count, replaces = self._taken(), self._count(), self.replace.isChecked()
        if not weeks:
            return
        now = self._session.program.now
        step = taking_weeks(
            self._session,
            [week.monday for week in weeks],
            lambda record: with_filed(record, weeks, now(), replaces=replaces),
        )
        self._session.do(*step)
        self.taken.emit(came_in(count, len(weeks)))
