"""The page “Logbook”: a week in a minute, its enquiries, past weeks, and figures from files."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from socialplanner.domain.logbook import week_to_log
from socialplanner.domain.moment import week_of
from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.file_choosing import FileChooser, Wanted
from socialplanner.ui.pages.logbook_enquiries import EnquiriesCard
from socialplanner.ui.pages.logbook_needed import NeededCard
from socialplanner.ui.pages.logbook_past import PastCard
from socialplanner.ui.pages.logbook_platform import PlatformPanel
from socialplanner.ui.pages.logbook_week import WeekCard
from socialplanner.ui.pages.logbook_workbook import WorkbookPanel
from socialplanner.ui.pages.page import Page
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, ScrollPage, column

if TYPE_CHECKING:
    from socialplanner.ui.pages.logbook_incoming import IncomingPanel

TABLES = "CSV, XLSX, XLS (*.csv *.tsv *.txt *.xlsx *.xls)"
WORKBOOKS = "XLSX (*.xlsx)"


class LogbookPage(Page):
    """“Logbook”; everything is saved as it is given and can be taken back."""

    def __init__(self, key: str, context: Context, session: Session) -> None:
        """Begin with the week to log."""
        super().__init__(key, _("Logbook"))
        self._context = context
        self._session = session
        self._is_shown = False
        self.chooser = FileChooser()
        self.panel: IncomingPanel | None = None
        self.area = ScrollPage()
        self.needed = NeededCard(context, session)
        self.week = WeekCard(context, session)
        self.enquiries = EnquiriesCard(context, session)
        self.past = PastCard(context, session)
        self.from_platform = Button(_("Figures from a &platform …"), icon=context.icon("upload"))
        self.from_workbook = Button(_("A &workbook filled in …"), icon=context.icon("table-2"))
        self._place()
        self.week.week_wanted.connect(self._open_week)
        self.past.week_wanted.connect(self._open_week)
        self.from_platform.clicked.connect(self._choose_table)
        self.from_workbook.clicked.connect(self._choose_workbook)
        session.answers_changed.connect(self._refresh)
        session.results_changed.connect(self._refresh)

    def _place(self) -> None:
        lead = _("A minute a week: what you did, and what came of it.")
        box = self.area.box
        box.addLayout(column(Heading(self.title), Label(lead, role="lead"), spacing=6))
        self._panels = column(spacing=16)
        box.addLayout(self._panels)
        box.addWidget(self.needed)
        box.addWidget(self.week)
        box.addWidget(self.enquiries)
        box.addWidget(self.past)
        files = Card(Heading(_("From files"), level=2))
        words = _(
            "A table that a platform exported, or the workbook of your plan once it is filled in. "
            "You see first what would come in, beside what is logged."
        )
        files.box.addWidget(Label(words, role="muted"))
        files.box.addLayout(FlowLayout(self.from_platform, self.from_workbook, spacing=10))
        box.addWidget(files)
        self.setLayout(column(self.area))

    def entered(self, place: str) -> None:
        """Show the week to log, or the one that a place names."""
        self._is_shown = True
        self._session.want_results()
        monday = None
        with suppress(ValueError):
            monday = week_of(date.fromisoformat(place)) if place else None
        today = self._session.program.today()
        self.week.show_week(monday or week_to_log(self._session.record, today))
        self._refresh()
        if not place:
            self.area.verticalScrollBar().setValue(0)

    def take_focus(self) -> None:
        """Begin with the week."""
        self.week.take_focus()

    def left(self) -> None:
        """Keep what is being typed."""
        self.week.rest()
        self.enquiries.rest()
        self._drop_panel()
        self._is_shown = False

    @property
    def is_unfinished(self) -> bool:
        """Return whether words of an enquiry stand there that were not kept."""
        return self.enquiries.is_unfinished

    def _refresh(self) -> None:
        """Show what there is now; a plan that is still being made is waited for."""
        if not self._is_shown:
            return
        if self._session.results is None:
            self._session.want_results()
        self.week.refresh()
        self.needed.refresh()
        planned = self.week.material.planned
        self.enquiries.show_week(self.week.monday, (*planned, *self.week.logged_hours))
        if self.week.material.is_known:  # each past week is told beside what is planned
            self.past.show_weeks()

    def _open_week(self, monday: object) -> None:
        """Show another week; the keyboard is nowhere that a second press would log it."""
        if not isinstance(monday, date):
            return
        self.enquiries.rest()
        self.week.show_week(monday)
        self._refresh()
        self.area.ensureWidgetVisible(self.week.heading)
        self.week.tell_week()

    # Files.

    def _choose_table(self) -> None:
        path = self._chosen(_("Figures from a platform"), TABLES)
        if path is not None:
            self._drop_panel()  # before: it forgets what is being looked at
            self._show_panel(PlatformPanel(self._context, self._session, path))

    def _choose_workbook(self) -> None:
        path = self._chosen(_("A workbook filled in"), WORKBOOKS)
        if path is not None:
            self._drop_panel()
            self._show_panel(WorkbookPanel(self._context, self._session, path))

    def _chosen(self, title: str, pattern: str) -> Path | None:
        wanted = Wanted(title=title, start=Path.home(), pattern=pattern)
        return self.chooser.to_open(self, wanted)

    def _show_panel(self, panel: PlatformPanel | WorkbookPanel) -> None:
        """Show what a file would bring, above the week."""
        self.panel = panel
        panel.closed.connect(self.close_panel)
        panel.taken.connect(self._taken)
        self._panels.addWidget(panel)
        self.area.verticalScrollBar().setValue(0)
        panel.begin()

    def close_panel(self) -> None:
        """Take the panel away and go back to the buttons."""
        if self.panel is not None:
            opener = self.from_platform
            if isinstance(self.panel, WorkbookPanel):
                opener = self.from_workbook
            self._drop_panel()
            opener.setFocus()

    def _drop_panel(self) -> None:
        """Take the panel away; what it was looking at is not told any more."""
        if self.panel is None:
            return
        self._context.tasks.forget(self.panel.task)
        self.panel.hide()
        self._panels.removeWidget(self.panel)
        self.panel.deleteLater()
        self.panel = None

    def _taken(self, words: str) -> None:
        self.close_panel()
        self._context.messages.show_message(words, tone="success")
