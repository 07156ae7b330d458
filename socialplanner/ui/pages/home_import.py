"""A file that comes in: what it holds and would change is shown before anything is changed."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from socialplanner.domain.listing import ProfileEntry
from socialplanner.errors import UserError
from socialplanner.presentation.i18n import _, plural
from socialplanner.ui.context import Context
from socialplanner.ui.models.profile_words import exact
from socialplanner.ui.pages.home_merge import MergeView
from socialplanner.ui.pages.home_panel import Panel, dress, labelled, pressing, text_field
from socialplanner.ui.ports.importing import FileKind, Incoming, MergePreview
from socialplanner.ui.tasks import Task
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.labels import Label

TASK = "home.import"


class ImportPanel(Panel):
    """Asks what becomes of a file; `added` has the new profile's path, `merged` where it went."""

    task = TASK
    added = Signal(object)
    merged = Signal(object, str)

    def __init__(self, context: Context, path: Path, kind: FileKind) -> None:
        """Look at a file in the background; an encrypted one needs its passphrase first."""
        super().__init__(
            _("From the file “{name}”").format(name=path.name), _("Looking at the file …")
        )
        self._context = context
        self._path = path
        self.incoming: Incoming | None = None
        self._targets: list[Path] = []
        self.passphrase = text_field(hides=True)
        self._phrase_box = QWidget()
        self._phrase_box.setProperty("role", "clear")
        self._phrase_box.setLayout(labelled(_("Passphrase"), self.passphrase))
        self._phrase_box.hide()
        self.view = MergeView()
        self.target = QComboBox()
        self.target.setAccessibleName(_("Merge into"))
        self.add = pressing(Button(_("&Add as a new plan"), role="primary"), self._add)
        self.merge = pressing(Button(_("&Merge")), self._merge)
        self.unlock = pressing(Button(_("&Unlock"), role="primary"), self._look)
        self.put_buttons(self.unlock, self.merge, self.add)
        for button in (self.add, self.merge, self.unlock):
            button.hide()
        if kind is FileKind.LOCKED_BUNDLE:
            self._ask_passphrase()
        else:
            self._look()

    def _ask_passphrase(self) -> None:
        self.lead.setText(_("This file is locked. Type the passphrase it was made with."))
        self.content.addWidget(self._phrase_box)
        self._phrase_box.show()
        self.passphrase.returnPressed.connect(self._look)
        self.unlock.show()

    def _look(self) -> None:
        importing, path, phrase = (
            self._context.program.importing,
            self._path,
            self.passphrase.text(),
        )
        shelf = self._context.program.shelf
        self.unlock.setEnabled(False)
        self.say_trouble("")

        def work() -> tuple[Incoming, list[ProfileEntry]]:
            return importing.look_at(path, phrase), shelf.entries()

        task: Task[tuple[Incoming, list[ProfileEntry]]] = Task(work, self._show, self._refuse)
        self._context.tasks.run(TASK, task)

    def _refuse(self, error: UserError) -> None:
        self.unlock.setEnabled(True)
        self.lead.setVisible(self.unlock.isVisibleTo(self))
        self.say_trouble(str(error))
        self.passphrase.selectAll()

    def _show(self, found: tuple[Incoming, list[ProfileEntry]]) -> None:
        incoming, entries = found
        self.incoming = incoming
        self._phrase_box.hide()
        self.unlock.hide()
        self.lead.setText(incoming_words(incoming))
        self.lead.show()
        self.add.show()
        shelf = self._context.program.shelf
        if incoming.twin is not None:
            self._targets = [incoming.twin]
            self.add.setText(_("&Add as a separate plan"))
            self.add.setAccessibleName(_("Add as a separate plan"))
            dress(self.merge, "primary")
            dress(self.add, "")
            self._offer(same_words())
        elif incoming.kind is FileKind.ANSWERS:
            healthy = [each for each in entries if not each.trouble and not each.is_archived]
            self._targets = [shelf.path(each) for each in healthy]
            self._fill_targets(healthy, incoming)
        self.add.setFocus()

    def _fill_targets(self, entries: list[ProfileEntry], incoming: Incoming) -> None:
        """Offer to merge answers into a profile that is here; one of that name comes first."""
        if not entries:
            return
        self.target.addItem(_("Choose a plan …"))
        for entry in entries:
            self.target.addItem(entry.name)
        self.content.addLayout(labelled(_("Or merge the answers into"), self.target))
        self.target.activated.connect(self._choose)
        names = [entry.name.casefold() for entry in entries]
        wanted = incoming.record.profile.name.casefold()
        if wanted in names:
            self.target.setCurrentIndex(names.index(wanted) + 1)
            self._choose(self.target.currentIndex())

    def _choose(self, index: int) -> None:
        self.merge.setVisible(index > 0)
        self.view.hide()
        if index > 0:
            self._preview(self._targets[index - 1])

    def _offer(self, words: str) -> None:
        self.content.addWidget(Label(words))
        self._preview(self._targets[0])

    def _preview(self, into: Path) -> None:
        """Find out in the background what a merge would do."""
        importing, incoming = self._context.program.importing, self.incoming
        if incoming is None:
            return
        self.merge.setEnabled(False)
        task: Task[MergePreview] = Task(
            lambda: importing.preview(incoming, into), self._show_preview, self._refuse
        )
        self._context.tasks.run(TASK, task)

    def _show_preview(self, preview: MergePreview) -> None:
        if self.content.indexOf(self.view) < 0:
            self.content.addWidget(self.view)
        self.view.show_preview(preview)
        is_something = bool(preview.added or preview.conflicts)
        self.merge.show()
        self.merge.setEnabled(is_something)
        if is_something and self.incoming is not None and self.incoming.twin is not None:
            self.merge.setFocus()

    def _into(self) -> Path:
        index = self.target.currentIndex() - 1
        return self._targets[max(0, index)]

    def _add(self) -> None:
        incoming, importing = self.incoming, self._context.program.importing
        if incoming is None:
            return
        try:
            path = importing.add(incoming)
        except UserError as error:
            self.say_trouble(str(error))
        else:
            self.added.emit(path)

    def _merge(self) -> None:
        incoming, importing = self.incoming, self._context.program.importing
        if incoming is None:
            return
        into = self._into()
        try:
            record = importing.merge(incoming, into, takes_theirs=self.view.takes_theirs)
        except UserError as error:
            self.say_trouble(str(error))
        else:
            self.merged.emit(into, record.profile.name)


def incoming_words(incoming: Incoming) -> str:
    """Return what a file holds."""
    record = incoming.record
    answers = plural("{count} answer", "{count} answers", incoming.answers)
    if incoming.kind is FileKind.ANSWERS:
        parts = [
            _("An answers file of “{name}” with {answers}.").format(
                name=record.profile.name, answers=answers
            )
        ]
    else:
        parts = [
            _("The plan “{name}” with {answers}, last changed {when}.").format(
                name=record.profile.name, answers=answers, when=exact(record.changed_at)
            )
        ]
    if incoming.is_scrubbed:
        parts.append(_("Names and money were left out when it was exported."))
    if incoming.is_in_trash:
        parts.append(
            _(
                "The same plan lies in your trash. Take it back first to merge this into it, "
                "or add this as a separate plan."
            )
        )
    parts.append(_("Nothing is changed yet."))
    return " ".join(parts)


def same_words() -> str:
    """Return that the same profile is here, and what can be done about it."""
    return _(
        "The same plan is here already. Merging adds what is new and keeps what is here; "
        "as a separate plan it stands beside it and both go their own ways."
    )
