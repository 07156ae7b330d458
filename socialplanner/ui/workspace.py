"""The open profile: the rail, the page, the picture beside it, and the footer with the ways on."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QWidget

from socialplanner.presentation.i18n import _
from socialplanner.presentation.progress import estimate_words, progress_words
from socialplanner.ui.context import Context
from socialplanner.ui.live_pages import LivePages
from socialplanner.ui.log_steps import PLACE_LOGBOOK
from socialplanner.ui.pages.page import Page
from socialplanner.ui.profile_pages import Group, PageSpec, page_specs
from socialplanner.ui.reading_order import go_on
from socialplanner.ui.review_steps import HOMES
from socialplanner.ui.session import Session
from socialplanner.ui.steps import PLACE_CHOICES, PLACE_PROFILE
from socialplanner.ui.widgets.layouts import column, row
from socialplanner.ui.wizard.footer import Footer
from socialplanner.ui.wizard.journey import Journey
from socialplanner.ui.wizard.live_panel import WIDTH, LivePanel
from socialplanner.ui.wizard.question_page import QuestionPage, card_of
from socialplanner.ui.wizard.rail_side import RailSide
from socialplanner.ui.wizard.side_by_side import SideBySide

PANEL_SETTING: Final = "picture_shown"


class Workspace(QWidget):
    """One profile at work; `home_requested` when the person wants the list again."""

    home_requested = Signal()
    page_changed = Signal(str)
    name_changed = Signal(str)

    def __init__(self, context: Context, session: Session) -> None:
        """Begin without a page; `go` shows one."""
        super().__init__()
        self.session = session
        self._context = context
        self.specs: dict[str, PageSpec] = {spec.key: spec for spec in page_specs(context, session)}
        self._past: list[str] = []
        self._future: list[str] = []
        self.key = ""
        self.journey = Journey(session)
        self.rail_side = RailSide(context, tuple(self.specs.values()))
        self.rail = self.rail_side.rail
        stack = QStackedWidget()
        self.pages = LivePages(self.specs, stack)
        self.panel = LivePanel(context, session.catalogue)
        self._side = SideBySide(stack, self.panel)
        self.bar = QProgressBar()
        self.footer = Footer(context)
        self._is_picture_wanted = context.program.settings.flag(PANEL_SETTING, default=True)
        self.setLayout(self._layout())
        self._connect()
        self._show_saved()
        self._show_journey()
        self._resize()

    def _layout(self) -> QHBoxLayout:
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Questions answered"))
        right = column(self.bar, self._side, self.footer, spacing=0)
        right.setStretch(1, 1)
        box = row(self.rail_side, spacing=0)
        box.addLayout(right, 1)
        return box

    def _connect(self) -> None:
        self.rail_side.home.clicked.connect(self.home_requested)
        self.rail.chosen.connect(self.go)
        self.footer.back_wanted.connect(self.go_back)
        self.footer.on_wanted.connect(self.go_on)
        self.footer.next_wanted.connect(self.go_to_next_open)
        self.footer.panel_toggled.connect(self._want_picture)
        self.panel.closed.connect(self._close_picture)
        self._side.closed.connect(self._close_picture)
        self._side.room_changed.connect(self._show_picture)
        self.panel.question_wanted.connect(self.go_to_question)
        self.session.saved_changed.connect(self._show_saved)
        self.journey.changed.connect(self._show_journey)
        self._context.theme.changing.connect(self._make_light)
        self._context.theme.changed.connect(self._resize)

    # Moving.

    def go(self, key: str, place: str = "") -> None:
        """Show a page at a place; an unknown key shows the first one."""
        key = key if key in self.specs else next(iter(self.specs))
        if self.key and key != self.key:
            self._past.append(self.key)
            self._future.clear()
        self._show(key, place)

    def _show(self, key: str, place: str = "") -> None:
        is_first = not self.key
        if self.key and self.key != key:
            self.page.left()
        self.key = key
        self.rail.select(key)
        page = self.pages.show(key)
        page.entered(place)
        if is_first and not place:
            self.rail.step(key).setFocus()
            page.take_focus()
        keys = list(self.specs)
        self.footer.back.setEnabled(key != keys[0])
        self.footer.on.setVisible(key != keys[-1])
        self._show_picture()
        self._show_journey()
        self.page_changed.emit(key)

    @property
    def page(self) -> Page:
        """Return the page that is shown."""
        return self.pages[self.key]

    def go_back(self) -> None:
        """Show the page before this one in the rail: always safe, for everything is saved."""
        keys = list(self.specs)
        self.go(keys[max(0, keys.index(self.key) - 1)])

    def go_on(self) -> None:
        """Show the page after this one in the rail."""
        keys = list(self.specs)
        self.go(keys[min(len(keys) - 1, keys.index(self.key) + 1)])

    def go_past(self) -> None:
        """Show the page that was shown before, as in a browser."""
        if self._past:
            self._future.append(self.key)
            self._show(self._past.pop())

    def go_future(self) -> None:
        """Show again what was left by going back."""
        if self._future:
            self._past.append(self.key)
            self._show(self._future.pop())

    def go_to_question(self, question_id: str) -> None:
        """Show a question: on this page where it is asked here, else on that of its section."""
        page = self.pages.get(self.key)
        if isinstance(page, QuestionPage) and page.holds(question_id):
            page.entered(question_id)
        else:
            self.go(*self.journey.place_of(question_id))

    def go_to_next_open(self) -> None:
        """Show the next question that waits, behind the one that has the keyboard."""
        self.session.flush()
        card = card_of(self.focusWidget())
        here = self.session.assessment.position if card is None else card.question.id
        place = self.journey.next_place(here, self.key)
        if place is not None:
            self.go(*place)

    def undo(self) -> None:
        """Take the last step back and show where it was."""
        self._show_step(self.session.undo())

    def redo(self) -> None:
        """Do again what was taken back last and show where it is."""
        self._show_step(self.session.redo())

    def _show_step(self, place: str) -> None:
        if place in self.session.catalogue.questionnaire.by_id:
            self.go_to_question(place)
        elif place in HOMES or (place == PLACE_PROFILE and self.key != "report"):
            self.go(place)
        elif place == PLACE_CHOICES and self.specs[self.key].group is not Group.PLAN:
            self.go("week")
        elif place.startswith(PLACE_LOGBOOK):
            self.go(*place.split(":", 1))

    def leave(self) -> None:
        """Save what is being typed; the profile is about to be closed."""
        if self.key:
            self.page.left()

    def keep_unfinished(self) -> None:
        """Keep as notes what was typed and is no answer; the profile is about to be closed."""
        for page in self.pages:
            if isinstance(page, QuestionPage):
                page.keep_unfinished()

    # What stands around the page.

    def _show_saved(self) -> None:
        self.footer.show_saved(self.session.save_trouble, is_saved=self.session.is_saved)

    def _show_journey(self) -> None:
        found = self.journey.interview
        tally, seconds = found.tally(), found.seconds_left()
        self.bar.setRange(0, max(1, tally.questions))
        self.bar.setValue(tally.answered - tally.to_confirm)
        words = progress_words(tally, seconds)
        self.bar.setAccessibleDescription(words[0])
        self.footer.show_progress(words, estimate_words())
        self.footer.next.setVisible(not tally.is_done)
        name = self.session.record.profile.name
        self.rail_side.show_journey(self.journey, name)
        if self.panel.isVisible():
            self.panel.show_answers(self.journey.answers)
        self.name_changed.emit(name)

    def _show_picture(self) -> None:
        if not self.key:
            return
        is_asking = isinstance(self.page, QuestionPage)
        self.footer.panel.setVisible(is_asking)
        self.bar.setVisible(is_asking or self.specs[self.key].group is Group.QUESTIONS)
        is_wanted = is_asking and self._is_picture_wanted and self._side.is_roomy
        self._show_panel(is_wanted=is_wanted)

    def _show_panel(self, *, is_wanted: bool) -> None:
        if is_wanted:
            self.panel.show_answers(self.journey.answers)
        self._side.show_panel(is_wanted=is_wanted)
        self.footer.panel.setChecked(is_wanted)

    def _want_picture(self, is_wanted: bool) -> None:  # noqa: FBT001 - a slot
        if self._side.is_roomy:
            self._is_picture_wanted = is_wanted
            self._context.program.settings.put(PANEL_SETTING, is_wanted)
        self._show_panel(is_wanted=is_wanted)

    def _close_picture(self) -> None:
        self._want_picture(is_wanted=False)
        self.footer.panel.setFocus()

    def _make_light(self) -> None:
        """Keep the one page: the more there is, the longer another look takes."""
        self.pages.drop_hidden()

    def _resize(self) -> None:
        self.rail_side.fit(self.width())
        self._side.set_panel_width(self._context.theme.px(WIDTH))
        self._show_picture()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the page the room it needs: with large letters the rail shows its icons alone."""
        super().resizeEvent(event)
        self.rail_side.fit(self.width())

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001, N802 - Qt's names
        """Let the tab key go through everything as it is read."""
        return go_on(self.window(), is_next=next) or super().focusNextPrevChild(next)
