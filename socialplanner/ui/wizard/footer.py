"""The footer: that all is saved, how far it is, and the ways back and on."""

from PySide6.QtCore import QDateTime, QLocale, QSize, Signal
from PySide6.QtGui import QIcon

from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.widgets.buttons import Button, IconButton
from socialplanner.ui.widgets.labels import OneLine, set_tip
from socialplanner.ui.widgets.layouts import Frame, column, row

NEXT_KEYS = "Ctrl+J"
PANEL_KEYS = "Ctrl+I"
NARROW = 640
"""Below so many pixels, at ordinary text size, words are shortened."""

TINY = 420
"""Below so many, an icon has to do."""


class Footer(Frame):
    """Buttons and two lines of words."""

    back_wanted = Signal()
    on_wanted = Signal()
    next_wanted = Signal()
    panel_toggled = Signal(bool)

    def __init__(self, context: Context) -> None:
        """Begin saved and without progress."""
        self._context = context
        self._words: tuple[str, ...] = ("",)
        self._saved_words: tuple[str, ...] = ("",)
        self._tip = ""
        self.progress = OneLine()
        self.saved = OneLine(role="small")
        self.back = Button(_("&Back"), icon=context.icon("chevron-left"))
        self.on = Button(_("&Continue"), role="primary")
        self.next = Button(_("&Next open question"), role="quiet")
        set_tip(self.next, f"{_('Next open question')} ({NEXT_KEYS})")
        self.panel = IconButton(context.icon("panel-right"), _("The picture so far"))
        set_tip(self.panel, f"{_('The picture so far')} ({PANEL_KEYS})")
        self.panel.setCheckable(True)
        words = column(self.progress, self.saved, spacing=0)
        box = row(words, self.next, self.panel, self.back, self.on, spacing=8)
        box.setStretch(0, 1)
        box.setContentsMargins(20, 8, 20, 8)
        super().__init__("footer", box)
        self.back.clicked.connect(self.back_wanted)
        self.on.clicked.connect(self.on_wanted)
        self.next.clicked.connect(self.next_wanted)
        self.panel.clicked.connect(self.panel_toggled)
        context.theme.changed.connect(self._fit)
        self._fit()

    def show_progress(self, words: tuple[str, ...], tip: str) -> None:
        """Show how far it is, in the first of these words for which there is room."""
        self._words, self._tip = words, tip
        self._fit_words()

    def show_saved(self, trouble: str, *, is_saved: bool) -> None:
        """Show the state of saving."""
        if trouble:
            self._saved_words = (_("Not saved yet: ") + trouble,)
        elif is_saved:
            time = QDateTime.currentDateTime().time()
            shown = QLocale().toString(time, QLocale.FormatType.ShortFormat)
            at_time = _("All changes saved at {time}").format(time=shown)
            self._saved_words = (at_time, _("All changes saved"), _("Saved"))
        else:
            self._saved_words = (_("Saving …"),)
        self._fit_words()

    def _fit(self) -> None:
        theme = self._context.theme
        self.panel.setIconSize(QSize(theme.px(18), theme.px(18)))
        is_narrow, is_tiny = (self.width() < theme.px(each) for each in (NARROW, TINY))
        self.next.setText(_("&Next open") if is_narrow else _("&Next open question"))
        if is_tiny:
            self.next.setText("")
        self.next.setIcon(self._context.icon("list-checks") if is_tiny else QIcon())
        self._fit_words()

    def _fit_words(self) -> None:
        room = self._room()
        for label, words in ((self.progress, self._words), (self.saved, self._saved_words)):
            measure = label.fontMetrics().horizontalAdvance
            label.set_whole(next((each for each in words if measure(each) <= room), words[-1]))
        set_tip(self.progress, f"{self._words[0]}. {self._tip}")

    def _room(self) -> int:
        """Return how wide the words may be: what the buttons leave."""
        shown = [b for b in (self.next, self.panel, self.back, self.on) if not b.isHidden()]
        return self.width() - 48 - sum(b.sizeHint().width() + 8 for b in shown)

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001, N802 - Qt's name
        """Choose the words for the room there is."""
        super().resizeEvent(event)
        self._fit()
