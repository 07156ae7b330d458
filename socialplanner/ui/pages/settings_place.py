"""Where profiles are kept: shown, opened, and changed for the next start; nothing is moved."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from socialplanner.errors import UserError
from socialplanner.presentation.i18n import _, plural
from socialplanner.ui.context import Context
from socialplanner.ui.outside import open_outside
from socialplanner.ui.pages.settings_parts import SettingsCard
from socialplanner.ui.tasks import Task
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Label

SETTING = "data_folder"


class PlaceCard(SettingsCard):
    """The data folder."""

    def __init__(self, context: Context) -> None:
        """Begin with the folder in use."""
        super().__init__(_("Where plans are kept"))
        self._context = context
        self._settings = context.program.settings
        self.open_outside = open_outside
        self.ask_for_folder = _ask_for_folder
        self.folder = Label(str(context.program.shelf.folder), role="strong")
        self.warning = Label(role="badge", tone="warning")
        self.next = Label()
        self.open = Button(_("O&pen the folder"))
        self.change = Button(_("Chan&ge the folder …"))
        self.usual = Button(_("Use the &usual folder"), role="quiet")
        self._build()
        self._show()

    def _build(self) -> None:
        for part in (self.folder, self.warning, self.next):
            self.box.addWidget(part)
        self.box.addLayout(FlowLayout(self.open, self.change, self.usual))
        hint = _("Another folder is used from the next start on. Nothing is moved or deleted.")
        self.box.addWidget(Label(hint, role="small"))
        self.open.clicked.connect(self._open)
        self.change.clicked.connect(self._change)
        self.usual.clicked.connect(self._use_usual)

    def _show(self) -> None:
        folder = self._context.program.shelf.folder
        kept = self._settings.text(SETTING)
        warning = self._context.program.keeping.place_warning(Path(kept) if kept else folder)
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))
        self.usual.setVisible(bool(kept))
        if not kept or Path(kept) == folder:
            self.next.hide()

    def _open(self) -> None:
        folder = self._context.program.shelf.folder
        if not self.open_outside(folder):
            words = _("The folder {folder} could not be opened from here.")
            self._context.messages.show_message(words.format(folder=folder), tone="warning")

    def _change(self) -> None:
        chosen = self.ask_for_folder(self, self._context.program.shelf.folder)
        if chosen is not None:
            self.take(chosen)

    def take(self, folder: Path) -> None:
        """Look whether a folder will do, and keep profiles there from the next start on."""
        keeping = self._context.program.keeping

        def told(count: int) -> None:
            self._take(folder, count)

        task = Task(lambda: keeping.check_place(folder), told, self._refused)
        self._context.tasks.run("place", task)

    def _take(self, folder: Path, count: int) -> None:
        self._settings.put(SETTING, str(folder))
        there = plural("There is {count} plan in it.", "There are {count} plans in it.", count)
        words = _(
            "From the next start on: {folder}. {there} The plans of the present folder stay "
            "where they are; to take them along, back all of them up here and put the backup "
            "back after the start."
        )
        self.next.setText(words.format(folder=folder, there=there))
        self.next.show()
        self._show()

    def _refused(self, error: UserError) -> None:
        self._context.messages.show_message(str(error), tone="danger")

    def _use_usual(self) -> None:
        self._settings.put(SETTING, "")
        self.next.setText(_("From the next start on the usual folder is used again."))
        self._show()
        self.next.show()


def _ask_for_folder(parent: QWidget, start: Path) -> Path | None:
    name = QFileDialog.getExistingDirectory(parent, _("Choose a folder for plans"), str(start))
    return Path(name) if name else None
