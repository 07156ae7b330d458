"""The trash: what was deleted in the last thirty days, to be taken back or erased for good."""

from PySide6.QtCore import Signal

from socialplanner.presentation import formats
from socialplanner.presentation.i18n import _, plural
from socialplanner.ui.context import Context
from socialplanner.ui.models.profile_words import changed
from socialplanner.ui.pages.home_panel import Panel, pressing
from socialplanner.ui.ports.shelf import TrashedProfile
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.labels import Label, OneLine
from socialplanner.ui.widgets.layouts import Frame, clear, column, row

MOST = 50


class TrashPanel(Panel):
    """Lists what lies in the trash; its signals carry one of those profiles."""

    back_wanted = Signal(object)
    erase_wanted = Signal(object)

    def __init__(self, context: Context, trashed: list[TrashedProfile]) -> None:
        """Show what there is."""
        super().__init__(
            _("Trash"),
            _("What you delete can be taken back for 30 days. After that it is erased."),
        )
        self._context = context
        self.rows: list[TrashRow] = []
        self._list = column(spacing=8)
        self.content.addLayout(self._list)
        self.put_buttons(cancel=_("Close the trash"))
        self.show_trashed(trashed)

    def show_trashed(self, trashed: list[TrashedProfile]) -> None:
        """Show what there is now."""
        clear(self._list)
        self.rows = [TrashRow(self._context, each) for each in trashed[:MOST]]
        for each in self.rows:
            each.back_wanted.connect(self.back_wanted)
            each.erase_wanted.connect(self.erase_wanted)
            self._list.addWidget(each)
        if not trashed:
            self._list.addWidget(Label(_("The trash is empty.")))
        more = len(trashed) - MOST
        if more > 0:
            words = plural(
                "{count} older one is there, too.", "{count} older are there, too.", more
            )
            self._list.addWidget(Label(words, role="small"))


class TrashRow(Frame):
    """One profile in the trash; erasing it is asked for once more, in the same place."""

    back_wanted = Signal(object)
    erase_wanted = Signal(object)

    def __init__(self, context: Context, trashed: TrashedProfile) -> None:
        """Show its name and until when it is kept."""
        super().__init__("clear")
        self.trashed = trashed
        self.back = Button(_("Take back"), icon=context.icon("undo-2"))
        self.back.setAccessibleName(_("Take back {name}").format(name=trashed.name))
        self.erase = Button(_("Erase …"), role="quiet")
        self.erase.setAccessibleName(_("Erase {name} for good").format(name=trashed.name))
        self.sure = Button(_("Erase for good"), role="danger")
        self.keep = Button(_("Keep it"), role="quiet")
        self._question = Label(
            _(
                "Erase it for good, with its backups unless another file needs them? This cannot "
                "be taken back. Plans and bundles you exported, and backups of the whole library, "
                "are not touched."
            ),
            role="small",
        )
        self._place(context)
        pressing(self.back, lambda: self.back_wanted.emit(trashed))
        pressing(self.sure, lambda: self.erase_wanted.emit(trashed))
        pressing(self.erase, lambda: self._ask(is_asking=True))
        pressing(self.keep, lambda: self._ask(is_asking=False))
        self._ask(is_asking=False)

    def _place(self, context: Context) -> None:
        trashed = self.trashed
        words = _("deleted {when}, kept until {until}").format(
            when=changed(trashed.deleted_at, context.program.today()),
            until=formats.day(trashed.erased_after.astimezone().date()),
        )
        names = column(
            OneLine(trashed.name, role="strong"), OneLine(words, role="small"), spacing=2
        )
        line = row(spacing=10)
        line.addLayout(names, 1)
        for button in (self.back, self.erase):
            line.addWidget(button)
        self.setLayout(column(line, self._question, row(self.sure, self.keep, 1), spacing=6))

    def _ask(self, *, is_asking: bool) -> None:
        for widget in (self._question, self.sure, self.keep):
            widget.setVisible(is_asking)
        for widget in (self.back, self.erase):
            widget.setVisible(not is_asking)
        if self.isVisible():
            (self.keep if is_asking else self.erase).setFocus()
