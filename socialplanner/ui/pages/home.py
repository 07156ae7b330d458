"""Home: all profiles, searched and chosen, and everything that can be done with one of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal

from socialplanner.domain.ids import Mode
from socialplanner.presentation.i18n import _
from socialplanner.ui.file_choosing import FileChooser
from socialplanner.ui.models.profile_list import ProfileList
from socialplanner.ui.models.profile_mixes import Mixes
from socialplanner.ui.pages.home_actions import HomeActions
from socialplanner.ui.pages.home_batch import HomeBatch
from socialplanner.ui.pages.home_contents import SAMPLE_MADE, HomeContents
from socialplanner.ui.pages.home_panels import HomePanels
from socialplanner.ui.pages.home_places import reassessed_at
from socialplanner.ui.pages.home_view import HomeView
from socialplanner.ui.pages.page import Page
from socialplanner.ui.tasks import Task
from socialplanner.ui.widgets.layouts import column

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent, QShowEvent

    from socialplanner.errors import UserError
    from socialplanner.ui.context import Context

HALF_YEAR: Final = "half_year_sample"
"""Names the setting that holds the id of the sample with half a year behind it."""


class HomePage(Page):
    """All profiles; `open_requested` has the path of one, `filled` tells that the list is there."""

    open_requested = Signal(object)
    file_requested = Signal()
    recent_requested = Signal(object)
    filled = Signal()

    def __init__(self, context: Context) -> None:
        """Begin without a list: it is fetched once the page is shown."""
        super().__init__("home", _("Home"))
        self._context = context
        self.chooser = FileChooser()
        self.contents = HomeContents(context, self)
        self.profiles = ProfileList(self.contents.wording, self)
        self.mixes = Mixes(context.program, context.tasks, self)
        self.profiles.mix = self.mixes.of
        self.actions_of = HomeActions(self, context)
        self.view = HomeView(context, self.profiles)
        self.panels = HomePanels(self, context)
        self.batch = HomeBatch(context, self)
        self._next = ""
        self._wants_focus = True
        self._wants_list = False
        self.setLayout(column(self.view))
        self._reassessed = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)
        self._connect()
        self.view.show_state(is_first=not context.program.settings.flag(SAMPLE_MADE))

    def _connect(self) -> None:
        view, actions = self.view, self.actions_of
        self.contents.changed.connect(self._fill)
        self.contents.refused.connect(self._say_trouble)
        self.mixes.found.connect(self._show_mixes)
        self.batch.changed.connect(self._show_batch)
        self.batch.show_wanted.connect(self._show_batch_whole)
        view.new_requested.connect(self.panels.show_new)
        view.sample_requested.connect(self._open_sample)
        view.half_year_requested.connect(self._open_half_year)
        view.file_requested.connect(self.file_requested)
        view.recent_requested.connect(self.recent_requested)
        view.trash_requested.connect(self.panels.show_trash)
        view.reports_requested.connect(self._make_reports)
        view.portfolio_requested.connect(self._show_portfolio)
        view.tools.changed.connect(self._look_for)
        view.tools.left_downwards.connect(self._go_down)
        view.tools.opened.connect(self._open_first)
        view.list.left_upwards.connect(view.tools.search.setFocus)
        view.list.scrolled.connect(self._want_mixes)
        view.list.opened.connect(actions.open)
        view.list.deleted.connect(actions.delete)
        view.list.menu_requested.connect(actions.show_menu)

    # The list.

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Want the list, but not before the page is seen."""
        super().showEvent(event)
        self._wants_focus = True
        self._wants_list = True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Fetch the list once the page is there: nobody waits for a window."""
        super().paintEvent(event)
        if self._wants_list:
            self._wants_list = False
            self._soon.start(0)

    def entered(self, place: str) -> None:
        """Show the list as it is now; a place may name a plan that is to be assessed anew."""
        self._reassessed = reassessed_at(place)
        self._soon.start(0)

    def refresh(self) -> None:
        """Fetch the list anew, in the background."""
        if self.isVisible():
            self.contents.fetch()

    def _fill(self) -> None:
        contents, chosen = self.contents, self.view.list.chosen()
        row = self.view.list.currentIndex().row()
        if contents.catalogue is not None:
            modes = contents.catalogue.modes
            self.view.list.row.mode_names = {mode: modes[mode].short for mode in Mode}
        self.profiles.set_entries(contents.now.entries, contents.wording)
        archived = sum(entry.is_archived for entry in contents.now.entries)
        self.view.tools.offer(self.profiles.tags, archived)
        self.show_state()
        self._choose_again(self._next or ("" if chosen is None else chosen.file), row)
        self._want_mixes()
        if self._wants_focus and self.panels.shown is None:
            self.view.take_focus()
        self._wants_focus = False
        self._reassess()
        self.filled.emit()

    def _reassess(self) -> None:
        """Ask about a new assessment of the plan that another page named, once it is listed."""
        wanted, self._reassessed = self._reassessed, ""
        found = next((e for e in self.contents.now.entries if wanted and e.id == wanted), None)
        if found is not None:
            self.actions_of.reassess(found)

    def _choose_again(self, file: str, row: int) -> None:
        found = self.profiles.row_of(file)
        if found >= 0 or row >= 0:
            self.view.list.choose(found if found >= 0 else row)
        self._next = self._next if found < 0 else ""

    def choose_next(self, path: Path) -> None:
        """Put the keys on a profile once the list is fetched anew."""
        self._next = path.name

    def show_state(self) -> None:
        """Show what fits what there is and what is being asked."""
        entries = self.contents.now.entries
        self.view.is_known = self.contents.is_known
        self.view.show_state(
            is_first=all(entry.is_sample for entry in entries),
            is_asking=self.panels.shown is not None,
            in_trash=self.contents.now.in_trash,
        )

    def _look_for(self, wanted: object) -> None:
        self.profiles.set_filter(wanted)  # type: ignore[arg-type]
        if self.contents.is_known:
            self.view.show_rows(is_asking=self.panels.shown is not None)
        self._want_mixes()

    def _want_mixes(self) -> None:
        if self.contents.catalogue is not None and self.isVisible():
            self.mixes.want(self.view.list.entries_in_view())

    def _show_mixes(self) -> None:
        self.profiles.touch()
        self._want_mixes()

    def _go_down(self) -> None:
        self.view.list.setFocus()
        self.view.list.choose(max(0, self.view.list.currentIndex().row()))

    def _open_first(self) -> None:
        if self.profiles.shown:
            self.actions_of.open(self.profiles.shown[0])

    def _make_reports(self) -> None:
        """Make reports of what is marked, or else of everything that is shown."""
        self.panels.show_reports(self.profiles.marked or list(self.profiles.shown))

    def _show_portfolio(self) -> None:
        """Show all clients side by side."""
        self._context.go("portfolio", "")

    def _show_batch(self) -> None:
        """Say how far reports are, where they are made while the list is shown."""
        self.view.show_batch(self.batch.words() if self.batch.is_running else "")

    def _show_batch_whole(self) -> None:
        self._context.go("home", "")
        self.panels.show_reports_run()

    def _open_sample(self) -> None:
        half_year = self._context.program.settings.text(HALF_YEAR)
        samples = [each for each in self.contents.now.entries if each.is_sample]
        samples.sort(key=lambda entry: entry.id == half_year)
        if samples:
            self.actions_of.open(samples[0])

    def _open_half_year(self) -> None:
        """Open the firm with half a year behind it, which is made when it is first asked for."""
        program = self._context.program
        kept = program.settings.text(HALF_YEAR)
        there = [each for each in self.contents.now.entries if kept and each.id == kept]
        if there:
            self.actions_of.open(there[0])
            return

        def work() -> Path:
            record = replace(program.importing.half_year(), id=program.new_id())
            program.settings.put(HALF_YEAR, record.id)
            return program.shelf.add(record)

        def refused(error: UserError) -> None:
            self._say_trouble(str(error))

        self._context.tasks.run(HALF_YEAR, Task(work, self._open_made, refused))

    def _open_made(self, path: Path) -> None:
        self.panels.open_path(path)

    def _say_trouble(self, words: str) -> None:
        self._context.messages.show_message(words, tone="danger")
