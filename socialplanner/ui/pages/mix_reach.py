"""“How could I reach the target?”: the fewest changes within so much more time and money."""

from threading import Event
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from socialplanner.presentation.i18n import _
from socialplanner.ui.accessibility import announce
from socialplanner.ui.context import Context
from socialplanner.ui.pages.mix_way import WayPart
from socialplanner.ui.session import Session
from socialplanner.ui.tasks import Task
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, clear, column, page_of, row
from socialplanner.ui.widgets.text_table import TextTableView
from socialplanner.ui.widgets.wheelless import CalmSpin

if TYPE_CHECKING:
    from socialplanner.errors import UserError
    from socialplanner.presentation.summary.reverse import Reach

REACH: Final = "reach"
ABOVE: Final = 16
"""Pixels above what was found that are seen as well when the page comes to it."""

LOOKS: Final = 12
PAUSE: Final = 25
"""So often, so many milliseconds apart, it is looked whether the page is long enough by now."""

MOST_HOURS: Final = 40.0
MOST_MONEY: Final = 1_000_000.0
USUAL_HOURS: Final = 2.0


class ReachCard(Card):
    """Asks for limits, searches in the background, and shows the ways there are."""

    _progress = Signal(int, int)

    def __init__(self, context: Context, session: Session) -> None:
        """Begin with nothing searched."""
        super().__init__(spacing=12)
        self._context, self._session = context, session
        self._stop: Event | None = None
        self._made_of: object = None
        self.hours = _spin(MOST_HOURS, 0.5, _("More hours a week than now"))
        self.hours.setSuffix(_(" h"))
        self.hours.setValue(USUAL_HOURS)
        self.money = _spin(MOST_MONEY, 5.0, _("More money a week for paid posts"))
        self.search = Button(_("Find &ways"), icon=context.icon("sliders-horizontal"))
        self.search.clicked.connect(self._search)
        self.stop_button = Button(_("&Stop searching"), role="quiet")
        self.stop_button.clicked.connect(self.stop)
        self.state = Label(role="muted")
        self.headline: Heading | None = None
        self.ways: list[WayPart] = []
        self._scroll = QTimer(self)
        self._scroll.setSingleShot(True)
        self._scroll.setInterval(PAUSE)
        self._looks = 0
        self._scroll.timeout.connect(self._show_headline)
        self.found = column(spacing=12)
        self._place()
        self._progress.connect(self._show_progress)
        for spin in (self.hours, self.money):
            spin.valueChanged.connect(self.forget)

    def _place(self) -> None:
        self.box.addWidget(Heading(_("How could I reach the target?"), level=2))
        lead = _("Say how much more you could give, and see the fewest changes that would do.")
        self.box.addWidget(Label(lead, role="muted"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        lines = ((_("More ho&urs a week"), self.hours), (_("More mone&y a week"), self.money))
        for place, (words, spin) in enumerate(lines):
            label = QLabel(words)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setBuddy(spin)
            label.setWordWrap(True)
            grid.addWidget(label, place, 0)
            grid.addLayout(row(spin, 1), place, 1)
        self.box.addLayout(grid)
        commands = QWidget()
        commands.setProperty("role", "clear")
        commands.setLayout(FlowLayout(self.search, self.stop_button))
        self.box.addWidget(commands)
        self.box.addWidget(self.state)
        self.box.addLayout(self.found)
        self.stop_button.hide()
        self.state.hide()

    # What there is.

    def follow(self) -> None:
        """Take away what was found for other answers; follow the currency."""
        said = self._said()
        if said != self._made_of:
            self._made_of = said
            self.forget()
        currency = self._session.record.profile.currency
        blocker = QSignalBlocker(self.money)
        self.money.setSuffix(f" {currency}" if currency else "")
        blocker.unblock()

    def _said(self) -> tuple[object, ...]:
        session = self._session
        return session.record.profile, dict(session.answers), session.choices

    def forget(self) -> None:
        """Show nothing, and search no more."""
        self.stop()
        self._clear()
        self.state.hide()

    def _clear(self) -> None:
        clear(self.found)
        self.headline, self.ways = None, []

    # Searching.

    def _search(self) -> None:
        self.forget()
        session, stop = self._session, Event()
        self._stop = stop
        said = (session.record.profile, session.answers, session.choices)
        limits = (self.hours.value(), self.money.value())
        planning, told = session.program.planning, self._progress.emit

        def heard(done: int, whole: int) -> bool:
            told(done, whole)
            return not stop.is_set()

        self._show_searching(is_searching=True)
        self._tell(_("Searching …"))
        task = Task(lambda: planning.reach(said, limits, heard), self._show, self._refused)
        self._context.tasks.run(REACH, task)

    def stop(self) -> None:
        """Search no more."""
        if self._stop is None:
            return
        self._stop.set()
        self._stop = None
        self._context.tasks.forget(REACH)
        had_keyboard = self.stop_button.hasFocus()
        self._show_searching(is_searching=False)
        self._tell(_("Stopped. Nothing was changed."))
        if had_keyboard:
            self.search.setFocus()

    def _show_progress(self, done: int, whole: int) -> None:
        if self._stop is not None and whole > 1:
            words = _("Searching … {done} of {whole} conditions looked at.")
            self.state.setText(words.format(done=done, whole=whole))

    def _show_searching(self, *, is_searching: bool) -> None:
        self.search.setEnabled(not is_searching)
        self.stop_button.setVisible(is_searching)
        if is_searching:
            self.stop_button.setFocus()

    def _refused(self, error: "UserError") -> None:
        self._end()
        self._tell(str(error))

    def _end(self) -> None:
        had_keyboard = self.stop_button.hasFocus()
        self._stop = None
        self._show_searching(is_searching=False)
        if had_keyboard:
            self.search.setFocus()

    def _tell(self, words: str) -> None:
        self.state.setText(words)
        self.state.show()
        announce(self, words)

    # Showing.

    def _show(self, reach: "Reach | None") -> None:
        had_keyboard = self.stop_button.hasFocus()
        self._end()
        if reach is None:
            return
        self.state.hide()
        self._clear()
        self.headline = Heading(reach.headline, level=3)
        self.found.addWidget(self.headline)
        self.found.addWidget(Label(reach.lead))
        if reach.ways:
            name = _("The ways side by side")
            self.found.addWidget(TextTableView(self._context, reach.table, name=name))
        for way in reach.ways:
            self.ways.append(WayPart(self._context, self._session, way))
            self.found.addWidget(self.ways[-1])
        if reach.note:
            self.found.addWidget(Label(reach.note, role="small"))
        if had_keyboard:
            self._come_to(self.headline)
        announce(self, f"{reach.headline}. {reach.lead}")

    def _come_to(self, headline: Heading) -> None:
        """Bring what was found to the top of the page, and the keyboard to it."""
        headline.show()
        headline.setFocus()
        self._looks = LOOKS
        self._scroll.start()  # once the page is as long as what was found makes it

    def _show_headline(self) -> None:
        area = page_of(self)
        ground = None if area is None else area.widget()
        if area is not None and ground is not None and self.headline is not None:
            place, bar = (
                self.headline.mapTo(ground, QPoint(0, 0)).y() - ABOVE,
                area.verticalScrollBar(),
            )
            bar.setValue(place)
            self._looks -= 1
            if self._looks and bar.value() != place:
                self._scroll.start()


def _spin(most: float, step: float, name: str) -> CalmSpin:
    spin = CalmSpin()
    spin.setRange(0.0, most)
    spin.setSingleStep(step)
    spin.setGroupSeparatorShown(True)
    spin.setAccessibleName(name)
    spin.lineEdit().setAccessibleName(name)
    return spin
