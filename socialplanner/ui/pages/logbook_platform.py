"""Figures out of a platform's table: recognised, asked about where it is open, then shown."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from socialplanner.domain.figures import Figure, FigureChoices, FigurePreview, Settled
from socialplanner.domain.logbook import SUNDAY
from socialplanner.domain.moment import week_of
from socialplanner.domain.table_layout import DateOrder, NumberStyle
from socialplanner.errors import UserError
from socialplanner.presentation import formats
from socialplanner.presentation.figure_words import nothing_words, origin_words
from socialplanner.presentation.i18n import _, plural
from socialplanner.presentation.log_words import FIRST_DAY
from socialplanner.ui.context import Context
from socialplanner.ui.log_steps import taking_weeks
from socialplanner.ui.models.incoming_words import came_in, fate, order_words
from socialplanner.ui.pages.home_panel import labelled
from socialplanner.ui.pages.logbook_incoming import TASK, IncomingPanel, figure_text, narrow
from socialplanner.ui.pages.logbook_mapping import MappingForm
from socialplanner.ui.ports.logbook import MappedColumns, PlatformTable, SaidOfTable
from socialplanner.ui.session import Session
from socialplanner.ui.tasks import Task
from socialplanner.ui.widgets.day_field import DayField
from socialplanner.ui.widgets.wheelless import CalmChoice

ORDERS: Final = (DateOrder.DMY, DateOrder.MDY)
STYLES: Final = (NumberStyle.POINT, NumberStyle.COMMA)


class PlatformPanel(IncomingPanel):
    """Shows a platform's figures by week beside those logged; `taken` says how many came in."""

    taken = Signal(str)

    def __init__(self, context: Context, session: Session, path: Path) -> None:
        """Look at a file in the background."""
        super().__init__(context, _("Figures from “{name}”").format(name=path.name))
        self._session = session
        self._table: PlatformTable | None = None
        self._keep_as = ""
        self._asks_week = False
        self.preview: FigurePreview | None = None
        self.mapping = MappingForm(context, session.catalogue)
        self.mapping.given.connect(self._map)
        self.dates = _choice(_("How days are written"), self._look_again)
        self.numbers = _choice(_("How numbers are written"), self._look_again)
        today = session.program.today()
        name = _("Which week is it about?")
        self.week = DayField(context.theme, name, today - timedelta(weeks=1))
        self.week.allow(FIRST_DAY, today)
        self.week.editingFinished.connect(self._look_again)
        note = _("Any day of it. The table sums one week up and does not say which.")
        self._asked: dict[str, QWidget] = {
            "dates": _box(labelled(_("How days are written"), self.dates)),
            "numbers": _box(labelled(_("How numbers are written"), self.numbers)),
            "week": _box(labelled(name, self.week, note)),
        }
        for each in (self.mapping, *self._asked.values()):
            self.questions.addWidget(each)
            each.hide()
        logbook, record = session.program.logbook, session.record
        task = Task(lambda: logbook.open_table(path, record), self._opened, self._give_up)
        context.tasks.run(TASK, task)

    def _give_up(self, error: UserError) -> None:
        self.give_up(str(error))

    def _refuse(self, error: UserError) -> None:
        """Say why nothing is shown; where something was asked, it may be said otherwise."""
        if any(each.isVisible() for each in self._asked.values()):
            self.lead.hide()
            self.say_trouble(str(error))
        else:
            self.give_up(str(error))

    def _opened(self, table: PlatformTable) -> None:
        self._table = table
        if table.unknown is None:
            self._look()
            return
        if not table.unknown.numbers:
            self.give_up(
                _("This table is not known here, and no column of it holds numbers to take in.")
            )
            return
        self.lead.setText(_("This table is not known here. Say what its columns count."))
        self.mapping.show_table(table.unknown)
        self.mapping.show()
        self.mapping.take_focus()

    def _map(self, columns: MappedColumns) -> None:
        if self._table is None:
            return
        try:
            self._table = self._table.mapped(columns)
        except UserError as error:
            self.say_trouble(str(error))
            return
        self._keep_as = columns.name
        self.mapping.hide()
        self._look()

    def _look_again(self) -> None:
        if self._asks_week and self.week.problem():
            self.say_trouble(self.week.problem())
        elif self._table is not None and self._table.unknown is None:
            self._look()

    def _look(self) -> None:
        """Read the rows in the background, as they are said to be written."""
        table, record = self._table, self._session.record
        if table is None:
            return
        self.say_trouble("")
        said = SaidOfTable(
            dates=self.dates.currentData(),
            numbers=self.numbers.currentData(),
            period=self._period(),
        )
        task = Task(lambda: table.preview(said, record), self._show, self._refuse)
        self.context.tasks.run(TASK, task)

    def _period(self) -> tuple[date, date] | None:
        """Return the week that was named, where the table asks for one."""
        if not self._asks_week or self.week.day is None:
            return None
        monday = week_of(self.week.day)
        return monday, monday + SUNDAY

    def _show(self, preview: FigurePreview) -> None:
        self.preview = preview
        self._ask(preview)
        self.lead.setText(self._lead(preview))
        self.lead.show()
        if preview.is_ready:
            self.show_choices()
            self.show_refused(preview.refused)
            self.go_on()
        else:
            self.hide_preview()
            self._go_to_question()

    def _go_to_question(self) -> None:
        """Put the keyboard where something has to be said."""
        for field in (self.dates, self.numbers, self.week):
            if field.isVisible() and not (field is self.dates and self.dates.currentData()):
                field.setFocus()
                return

    def _ask(self, preview: FigurePreview) -> None:
        """Ask for what the file leaves open; what was said can be said otherwise."""
        found = preview.formats
        days = {key: order_words(key, found.dates_example) for key in ORDERS}
        _offer(self.dates, found.dates_settled, days, _("Choose how days are written …"))
        styles = {key: str(key) for key in STYLES}
        _offer(self.numbers, found.numbers_settled, styles, _("Choose how numbers are written …"))
        self._asks_week = self._asks_week or preview.needs_period
        self._asked["week"].setVisible(self._asks_week)
        self._asked["dates"].setVisible(self.dates.count() > 0)
        self._asked["numbers"].setVisible(self.numbers.count() > 0)

    def _lead(self, preview: FigurePreview) -> str:
        label = "" if self._table is None else self._table.label
        parts = [f"{preview.layout.name} ({label})."]
        if not preview.is_ready:
            return " ".join([*parts, _("Something has to be said first; nothing is changed yet.")])
        if preview.period is not None:
            first, last = map(formats.day, preview.period)
            parts.append(_("{first} to {last}.").format(first=first, last=last))
        rows = plural("{count} row was read.", "{count} rows were read.", preview.accepted)
        return " ".join([*parts, rows, _("Nothing is changed yet.")])

    @property
    def choices(self) -> FigureChoices:
        """Return what is decided about the figures."""
        return FigureChoices(
            replaces_all=self.replace.isChecked(), takes_partial=self.partial.isChecked()
        )

    def _chosen(self) -> list[Figure]:
        figures = () if self.preview is None else self.preview.figures
        return [each for each in figures if self.choices.takes(each)]

    def show_choices(self) -> None:
        """Show what becomes of each figure as things are decided now."""
        preview = self.preview
        if preview is None:
            return
        figures, choices = preview.figures, self.choices
        self.replace.setVisible(any(each.differs for each in figures))
        self.partial.setVisible(any(each.is_partial and not each.is_same for each in figures))
        nothing = nothing_words(preview, self._chosen())
        self.show_notes([*filter(None, [nothing]), *origin_words(self._session.catalogue, preview)])
        kpis = self._session.catalogue.kpis
        rows = [
            (
                formats.day(each.monday),
                kpis[each.kpi].name,
                figure_text(each.value),
                figure_text(each.logged),
                fate(each, choices),
            )
            for each in figures
        ]
        self.show_rows(rows, len(self._chosen()))

    def take_in(self) -> None:
        """Take the chosen figures in, all in one step that can be taken back."""
        preview, chosen = self.preview, self._chosen()
        if preview is None or not chosen:
            return
        edit = self._session.program.logbook.taking_figures(preview, self.choices, self._keep_as)
        mondays = dict.fromkeys(each.monday for each in chosen)
        self._session.do(*taking_weeks(self._session, mondays, edit))
        self.taken.emit(came_in(len(chosen), len(mondays)))


def _choice(name: str, changed: Callable[[], None]) -> CalmChoice:
    choice = narrow(CalmChoice())
    choice.setAccessibleName(name)
    choice.activated.connect(lambda _index: changed())
    return choice


def _box(layout: QLayout) -> QWidget:
    made = QWidget()
    made.setProperty("role", "clear")
    made.setLayout(layout)
    return made


def _offer(
    choice: CalmChoice,
    settled: Settled,
    ways: Mapping[DateOrder, str] | Mapping[NumberStyle, str],
    prompt: str,
) -> None:
    """Offer ways to read a file, once it has left them open."""
    if settled is Settled.OPEN and not choice.count():
        choice.addItem(prompt, None)
        for key, words in ways.items():
            choice.addItem(words, key)
