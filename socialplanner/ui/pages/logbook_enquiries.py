"""The enquiries of a week: in the customer's own words, and coded with one press."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from socialplanner.domain.logbook import (
    ASKED,
    CODE,
    DECOY,
    ELSEWHERE,
    NOT_ASKED,
    TAG,
    enquiries_of,
)
from socialplanner.domain.record import LONGEST_NOTE, Enquiry
from socialplanner.presentation.i18n import _
from socialplanner.presentation.log_words import source_name, trace_name
from socialplanner.ui.accessibility import announce
from socialplanner.ui.context import Context
from socialplanner.ui.log_steps import noting_enquiry, removing_enquiry
from socialplanner.ui.pages.home_panel import labelled
from socialplanner.ui.pages.logbook_enquiry_row import EnquiryRow
from socialplanner.ui.pages.logbook_way import HANG, WayPart
from socialplanner.ui.session import Session
from socialplanner.ui.widgets.buttons import Button, escaped
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import Card, Hanging, clear, column

if TYPE_CHECKING:
    from collections.abc import Iterable

UNKNOWN: Final = ""
NOBODY_ASKED: Final = "not asked"
KNOWN_BY: Final = (ASKED, TAG, CODE)
NO_CONTACT: Final = (DECOY, NOBODY_ASKED)
LOWER: Final = 3
"""So far words are lowered to stand in line with those in buttons beside them."""

SUNDAY: Final = timedelta(days=6)


class EnquiriesCard(Card):
    """Notes enquiries: a press on a source keeps what was typed with it, the return key alone."""

    def __init__(self, context: Context, session: Session) -> None:
        """Begin with the week of today."""
        super().__init__(spacing=12)
        self._context = context
        self._session = session
        self._monday = session.program.today()
        self._sources: list[str] = []
        self._shown: tuple[Enquiry, ...] | None = None
        self._changing: Enquiry | None = None
        self.words = QLineEdit()
        self.words.setMaxLength(LONGEST_NOTE)
        self.words.setPlaceholderText(_("“I saw your post about the oven”"))
        self.words.returnPressed.connect(self._keep_words)
        self.traces = {key: self._trace(key) for key in KNOWN_BY}
        self.way = WayPart(context, session.catalogue)
        self.chips: dict[str, Button] = {}
        self._chip_row = FlowLayout(spacing=8)
        self._rows = column(spacing=6)
        self.state = Label(role="small")
        self.stop = Button(_("Leave it as it was"), role="quiet")
        self.stop.clicked.connect(self._stop)
        self._place()

    def _trace(self, key: str) -> Button:
        chip = Button(trace_name(key), role="chip")
        chip.setCheckable(True)
        chip.setAccessibleName(_("How it is known: {how}").format(how=trace_name(key)))
        return chip

    def _place(self) -> None:
        group = QButtonGroup(self)
        for chip in self.traces.values():
            group.addButton(chip)
        self.traces[ASKED].setChecked(True)
        self.box.addWidget(Heading(_("Enquiries of this week"), level=2))
        words = _("Ask everybody “How did you find us?”, and note it in their own words.")
        self.box.addWidget(Label(words, role="muted"))
        self.box.addLayout(labelled(_("In their own words"), self.words))
        how = FlowLayout(_in_line(_("How it is known:")), *self.traces.values())
        self.box.addLayout(how)
        self.box.addLayout(Hanging(self.way, left=HANG))
        keep = Label(_("Press what they named; that keeps the enquiry."), role="small")
        self.box.addLayout(column(keep, self._chip_row, spacing=6))
        self.box.addLayout(FlowLayout(self.state, self.stop))
        decoy = _(
            "“Cinema advert” is there on purpose: if you never had one, the share who name it "
            "shows how far memory can be trusted."
        )
        self.box.addWidget(Label(decoy, role="small"))
        self.box.addLayout(self._rows)
        self._show_state()

    def show_week(self, monday: date, planned: "Iterable[str]") -> None:
        """Show the enquiries of a week, with the activities of its plan to choose from."""
        if monday != self._monday:
            self._monday = monday
            self._stop()
        sources = [*planned, *ELSEWHERE, UNKNOWN, NOBODY_ASKED]
        if sources != self._sources:
            self._sources = sources
            self.way.offer_sources(key for key in sources if key and key not in NO_CONTACT)
            self._make_chips()
        found = enquiries_of(self._session.record, monday)
        if found != self._shown:
            self._shown = found
            self._make_rows()

    def _make_chips(self) -> None:
        clear(self._chip_row)
        self.chips = {}
        for key in self._sources:
            asked = key != NOBODY_ASKED
            name = source_name(self._session.catalogue, key) if asked else trace_name(NOT_ASKED)
            chip = Button(escaped(name), role="chip")
            chip.setAccessibleName(_("Keep as: {source}").format(source=name))
            chip.clicked.connect(lambda _checked=False, chosen=key: self._code(chosen))
            self.chips[key] = chip
            self._chip_row.addWidget(chip)

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
            self._keep("", NOT_ASKED)
        else:
            self._keep(source, self._trace_chosen())

    def _trace_chosen(self) -> str:
        return next(key for key, chip in self.traces.items() if chip.isChecked())

    def _keep_words(self) -> None:
        """Keep words as they are; another time they can be coded."""
        if self._changing is not None:
            self._keep(self._changing.activity_id, self._changing.trace)
        elif self.is_unfinished:
            self._keep("", self._trace_chosen())

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
        self.words.setFocus()

    def _day(self, today: date) -> date:
        """Return the day an enquiry of this week is noted under: today, or its last."""
        return max(self._monday, min(today, self._monday + SUNDAY))

    def change(self, enquiry: Enquiry) -> None:
        """Put an enquiry back into the field, to be worded or coded anew."""
        self._changing = enquiry
        self.words.setText(enquiry.words)
        self.way.show_contacts(enquiry.way)
        self.traces[enquiry.trace if enquiry.trace in KNOWN_BY else ASKED].setChecked(True)
        self._show_state()
        self.words.setFocus()

    def _remove(self, enquiry: Enquiry) -> None:
        self._stop()
        self._session.do(*removing_enquiry(self._session, enquiry))
        words = _("The enquiry was taken out. Undo brings it back.")
        self._context.messages.show_message(words)
        self.words.setFocus()

    def _stop(self) -> None:
        """Change nothing any more, and begin with an empty field."""
        self._changing = None
        self.words.clear()
        self.way.show_contacts(())
        self.traces[ASKED].setChecked(True)
        self._show_state()

    def _show_state(self) -> None:
        is_changing = self._changing is not None
        self.state.setText(_("Changing an enquiry: press a source, or return to keep it."))
        self.state.setVisible(is_changing)
        self.stop.setVisible(is_changing)

    @property
    def is_unfinished(self) -> bool:
        """Return whether words stand there that were not kept."""
        return self._changing is None and bool(self.words.text().strip() or self.way.contacts)

    def rest(self) -> None:
        """Keep words that were typed and not coded, when the page is left."""
        if self.is_unfinished:
            self._keep_words()

    def first_field(self) -> QWidget:
        """Return where the keyboard begins."""
        return self.words


def _in_line(text: str) -> Label:
    """Return words that stand in one line with buttons."""
    label = Label(text, role="small")
    label.setWordWrap(False)
    label.setContentsMargins(0, LOWER, 0, 0)
    return label
