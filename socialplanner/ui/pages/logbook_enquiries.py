"""The enquiries of a week: in the customer's own words, and coded with one press."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from socialplanner.domain.logbook import ASKED, NOT_ASKED, enquiries_of
from socialplanner.domain.record import LONGEST_NOTE, Enquiry
from socialplanner.presentation.i18n import _
from socialplanner.ui.accessibility import announce
from socialplanner.ui.context import Context
from socialplanner.ui.log_steps import noting_enquiry, removing_enquiry
from socialplanner.ui.pages.home_panel import labelled
from socialplanner.ui.pages.logbook_enquiry_row import EnquiryRow
from socialplanner.ui.pages.logbook_how import KNOWN_BY, HowPart
from socialplanner.ui.pages.logbook_sources import NOBODY_ASKED, UNKNOWN, SourceChips
from socialplanner.ui.pages.logbook_way import HANG, WayPart
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, Hanging, clear, column

if TYPE_CHECKING:
    from collections.abc import Iterable

SUNDAY: Final = timedelta(days=6)


class EnquiriesCard(Card):
    """Notes enquiries: a press on a source keeps what was typed with it, the return key alone."""

    def __init__(self, context: Context, session: Session) -> None:
        """Begin with the week of today."""
        super().__init__(spacing=12)
        self._context = context
        self._session = session
        self._monday = session.program.today()
        self._shown: tuple[Enquiry, ...] | None = None
        self._changing: Enquiry | None = None
        self.words = QLineEdit()
        self.words.setMaxLength(LONGEST_NOTE)
        self.words.setPlaceholderText(_("“I saw your post about the oven”"))
        self.words.returnPressed.connect(self._keep_words)
        self.how = HowPart()
        self.way = WayPart(context, session.catalogue)
        self.sources = SourceChips(session.catalogue)
        self.sources.chosen.connect(self._code)
        self._rows = column(spacing=6)
        self.state = Label(role="small")
        self.stop = Button(_("Leave it as it was"), role="quiet")
        self.stop.clicked.connect(self._leave)
        self._place()

    def _place(self) -> None:
        self.box.addWidget(Heading(_("Enquiries of this week"), level=2))
        words = _("Ask everybody “How did you find us?”, and note it in their own words.")
        self.box.addWidget(Label(words, role="muted"))
        self.box.addLayout(labelled(_("In their own words"), self.words))
        self.box.addWidget(self.how)
        self.box.addLayout(Hanging(self.way, left=HANG))
        keep = Label(_("Press what they named; that keeps the enquiry."), role="small")
        self.box.addLayout(column(keep, self.sources, spacing=6))
        self.box.addLayout(column(self.state, FlowLayout(self.stop, hang=HANG), spacing=2))
        decoy = _(
            "“Cinema advert” is there on purpose: if you never had one, the share who name it "
            "shows how far memory can be trusted."
        )
        self.box.addWidget(Label(decoy, role="small"))
        self.box.addLayout(self._rows)
        self._show_state()

    @property
    def chips(self) -> dict[str, Button]:
        """Return the chip of each source."""
        return self.sources.chips

    def show_week(self, monday: date, activities: "Iterable[str]") -> None:
        """Show the enquiries of a week, with the activities of its plan and log to choose from.

        What was typed for another week is kept in that one first.
        """
        if monday != self._monday:
            self.rest()
            self._monday = monday
            self._stop()
        if self.sources.offer(activities):
            self.way.offer_sources(self.sources.contacts, self.sources.others)
        found = enquiries_of(self._session.record, monday)
        if found != self._shown:
            self._shown = found
            self._make_rows()

    def _make_rows(self) -> None:
        clear(self._rows)
        for enquiry in self._shown or ():
            row = EnquiryRow(self._context, self._session.catalogue, enquiry)
            row.change_wanted.connect(self.change)
            row.removal_wanted.connect(self._remove)
            self._rows.addWidget(row)

    def _code(self, source: str) -> None:
        """Keep what was typed, as what was pressed."""
        if source == NOBODY_ASKED:
            self._keep(UNKNOWN, NOT_ASKED)
        else:
            self._keep(source, self.how.chosen)
        self.words.setFocus()

    def _keep_words(self) -> None:
        """Keep words as they are; another time they can be coded."""
        if self._changing is not None:
            self._keep(self._changing.activity_id, self._trace_of(self._changing))
        elif self.is_unfinished:
            self._keep(UNKNOWN, self.how.chosen)
        self.words.setFocus()

    def _trace_of(self, before: Enquiry) -> str:
        """Return how an enquiry is known that is changed: "not asked" has no chip to choose."""
        is_shown = before.trace in KNOWN_BY or self.how.chosen != ASKED
        return self.how.chosen if is_shown else before.trace

    def _keep(self, source: str, trace: str) -> None:
        program, before = self._session.program, self._changing
        now = program.now()
        enquiry = Enquiry(
            id=program.new_id() if before is None else before.id,
            day=self._day(now.day) if before is None else before.day,
            changed_at=now.moment,
            words=self.words.text().strip(),
            activity_id=source,
            trace=trace,
            note="" if before is None else before.note,
            way=self.way.contacts,
        )
        self._stop()
        self._session.do(*noting_enquiry(self._session, enquiry))
        announce(self, _("Enquiry kept"))

    def _day(self, today: date) -> date:
        """Return the day an enquiry of this week is noted under: today, or its last."""
        return max(self._monday, min(today, self._monday + SUNDAY))

    def change(self, enquiry: Enquiry) -> None:
        """Put an enquiry back into the field, to be worded or coded anew."""
        if self._changing is None or self._changing.id != enquiry.id:
            self.rest()
            self._begin(enquiry)
        self.words.setFocus()

    def _begin(self, enquiry: Enquiry) -> None:
        self._changing = enquiry
        self.words.setText(enquiry.words)
        self.way.show_contacts(enquiry.way)
        self.how.choose(enquiry.trace)
        self._show_state()

    def _remove(self, enquiry: Enquiry) -> None:
        if self._changing is not None and self._changing.id == enquiry.id:
            self._stop()
        else:
            self.rest()
        self._session.do(*removing_enquiry(self._session, enquiry))
        words = _("The enquiry was taken out. Undo brings it back.")
        self._context.messages.show_message(words)
        self.words.setFocus()

    def _leave(self) -> None:
        """Leave an enquiry as it was, and the keyboard where the next one is typed."""
        self._stop()
        self.words.setFocus()
        announce(self, _("The enquiry stays as it was."))

    def _stop(self) -> None:
        """Change nothing any more, and begin with an empty field."""
        self._changing = None
        self.words.clear()
        self.way.show_contacts(())
        self.how.choose(ASKED)
        self._show_state()

    def _show_state(self) -> None:
        is_changing = self._changing is not None
        self.state.setText(
            _("Changing an enquiry: press a source, or return to keep it. Esc leaves it.")
        )
        self.state.setVisible(is_changing)
        self.stop.setVisible(is_changing)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave an enquiry as it was at Esc."""
        if event.key() == Qt.Key.Key_Escape and self._changing is not None:
            self._leave()
        else:
            super().keyPressEvent(event)

    @property
    def is_unfinished(self) -> bool:
        """Return whether words or contacts stand there that were not kept."""
        words, contacts = self.words.text().strip(), self.way.contacts
        if (before := self._changing) is None:
            return bool(words or contacts)
        is_other = (words, contacts) != (before.words, before.way)
        return is_other and bool(words or contacts)

    def rest(self) -> None:
        """Keep what was typed and not coded, when the page is left or another week is shown."""
        if not self.is_unfinished:
            return
        if (before := self._changing) is None:
            self._keep(UNKNOWN, self.how.chosen)
        else:
            self._keep(before.activity_id, self._trace_of(before))

    def first_field(self) -> QWidget:
        """Return where the keyboard begins."""
        return self.words
