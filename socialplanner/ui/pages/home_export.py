"""Hand a profile over: as one file, encrypted or not, with names and money or without."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox
from shiboken6 import isValid

from socialplanner.errors import UserError
from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.file_choosing import FileChooser, Wanted
from socialplanner.ui.pages.home_panel import Panel, labelled, pressing, text_field
from socialplanner.ui.ports.importing import Export
from socialplanner.ui.tasks import Task
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import row

TASK = "home.export"
SUFFIX = ".socialplan-bundle"
SHORTEST = 8


class ExportPanel(Panel):
    """Asks how a profile goes out and writes it; `exported` has the file."""

    exported = Signal(object)

    def __init__(self, context: Context, path: Path, name: str, chooser: FileChooser) -> None:
        """Offer to write the profile of a file as it is."""
        super().__init__(
            _("Export “{name}”").format(name=name),
            _(
                "One file with everything in it, for another computer or another person. "
                "It can be opened in SocialPlanner and merged with what is there."
            ),
        )
        self._context = context
        self._path = path
        self._name = name
        self._chooser = chooser
        self.scrubs = QCheckBox(_("&Leave out names, money, notes and the logo"))
        self.scrubs.setAccessibleName(_("Leave out names, money, notes and the logo"))
        self._scrub_note = Label(
            _(
                "Look at it before you pass it on: a firm may be known by its figures alone. "
                "It becomes a plan of its own, which cannot be merged back."
            ),
            role="small",
        )
        self._scrub_note.hide()
        self.scrubs.toggled.connect(self._scrub_note.setVisible)
        self.passphrase = text_field(hides=True)
        self.again = text_field(hides=True)
        self.write = pressing(Button(_("&Write the file …"), role="primary"), self.write_file)
        self._place()

    def _place(self) -> None:
        self.content.addWidget(self.scrubs)
        self.content.addWidget(self._scrub_note)
        fields = row(spacing=16)
        fields.addLayout(labelled(_("Passphrase (optional)"), self.passphrase), 1)
        fields.addLayout(labelled(_("The same again"), self.again), 1)
        self.content.addLayout(fields)
        self.content.addWidget(Label(self._note(), role="small"))
        self.put_buttons(self.write)

    def _note(self) -> str:
        without = _("Without a passphrase, whoever has the file can read it.")
        lost = _("A passphrase that is forgotten cannot be got back by anybody.")
        return f"{without} {lost}"

    def write_file(self) -> None:
        """Ask where to, and write in the background; say what is wrong with the passphrase."""
        passphrase = self.passphrase.text()
        if passphrase != self.again.text():
            self.say_trouble(_("The two passphrases are not the same. Type them again."))
            return
        if passphrase and len(passphrase) < SHORTEST:
            self.say_trouble(_("The passphrase is too short. Take at least eight characters."))
            return
        self.say_trouble("")
        wanted = Wanted(
            title=_("Export the plan"),
            start=Path.home() / f"{file_stem(self._name)}{SUFFIX}",
            pattern=_("Bundles of SocialPlanner") + f" (*{SUFFIX})",
        )
        target = self._chooser.to_save(self, wanted)
        if target is not None:
            self._start(target if target.suffix else target.with_name(target.name + SUFFIX))

    def _start(self, target: Path) -> None:
        self.write.setEnabled(False)
        self.write.setText(_("Writing …"))
        export = Export(
            target=target,
            passphrase=self.passphrase.text(),
            is_scrubbed=self.scrubs.isChecked(),
        )
        importing = self._context.program.importing
        work: Task[None] = Task(
            lambda: importing.export(self._path, export),
            lambda _nothing: self._done(target),
            self._refuse,
        )
        self._context.tasks.run(TASK, work)

    def _done(self, target: Path) -> None:
        """Say where the file is, also to somebody who has gone on meanwhile."""
        words = _("The plan is in {file}.").format(file=str(target))
        self._context.messages.show_message(words, tone="success")
        if isValid(self):
            self.exported.emit(target)

    def _refuse(self, error: UserError) -> None:
        if not isValid(self):
            self._context.messages.show_message(str(error), tone="danger")
            return
        self.write.setEnabled(True)
        self.write.setText(_("&Write the file …"))
        self.say_trouble(str(error))


def file_stem(name: str) -> str:
    """Return a name that every system takes for a file."""
    words = "".join(each if each.isalnum() else " " for each in name).split()
    return "-".join(words)[:60] or "profile"
