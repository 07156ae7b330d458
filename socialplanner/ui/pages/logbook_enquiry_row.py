"""One enquiry of a week, as it was noted, with the ways to change it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.record import Enquiry
from socialplanner.messages import quoted
from socialplanner.presentation import formats
from socialplanner.presentation.i18n import _
from socialplanner.presentation.log_words import source_name, trace_name
from socialplanner.ui.context import Context
from socialplanner.ui.pages.logbook_fields import SignButton
from socialplanner.ui.widgets.labels import Label, OneLine
from socialplanner.ui.widgets.layouts import column, row

SHORT = 40


class EnquiryRow(QWidget):
    """Shows an enquiry; the signals have it."""

    change_wanted = Signal(object)
    removal_wanted = Signal(object)

    def __init__(self, context: Context, catalogue: Catalogue, enquiry: Enquiry) -> None:
        """Show words, source and day."""
        super().__init__()
        self.enquiry = enquiry
        self.setProperty("role", "clear")
        source = enquiry_source(catalogue, enquiry)
        words = OneLine(quoted(enquiry.words) if enquiry.words else source, role="strong")
        small = [formats.short_day(enquiry.day)]
        if enquiry.words:
            small.insert(0, source)
        if enquiry.trace:
            small.append(trace_name(enquiry.trace).lower())
        if enquiry.way:
            contacts = [source_name(catalogue, key) for key in enquiry.way]
            small.append(_("met you by {contacts}").format(contacts=_(", then ").join(contacts)))
        name = (enquiry.words or source)[:SHORT]
        changing = _("Change the enquiry “{words}”").format(words=name)
        removing = _("Take out the enquiry “{words}”").format(words=name)
        self.change = SignButton(context, "pencil", changing)
        self.remove = SignButton(context, "trash-2", removing)
        self.change.clicked.connect(lambda: self.change_wanted.emit(self.enquiry))
        self.remove.clicked.connect(lambda: self.removal_wanted.emit(self.enquiry))
        text = column(words, Label(" · ".join(small), role="small"), spacing=0)
        line = row(spacing=6)
        line.addLayout(text, 1)
        for button in (self.change, self.remove):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)


def enquiry_source(catalogue: Catalogue, enquiry: Enquiry) -> str:
    """Return what an enquiry is said to come from, and whether anybody asked."""
    if enquiry.activity_id:
        return source_name(catalogue, enquiry.activity_id)
    if enquiry.trace:
        return _("Source not coded") if enquiry.words else source_name(catalogue, "")
    return _("Not coded") if enquiry.words else trace_name("")
