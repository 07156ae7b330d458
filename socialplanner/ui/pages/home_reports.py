"""Reports for several plans at once: which kind, as which files, into which folder."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from socialplanner.domain.listing import ProfileEntry
from socialplanner.presentation.i18n import _, plural
from socialplanner.presentation.plan_formats import EDITED, Format, format_title
from socialplanner.presentation.report_presets import Preset, preset_text, preset_title
from socialplanner.ui.context import Context
from socialplanner.ui.pages.home_panel import Panel, pressing
from socialplanner.ui.ports.batch import ReportOrder
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Label, OneLine
from socialplanner.ui.widgets.layouts import column, row
from socialplanner.ui.widgets.wheelless import CalmChoice

FOLDER_KEPT: Final = "reports_folder"
MOST_NAMED: Final = 4
LONGEST_NAMED: Final = 60
AS_KEPT: Final = ""


class ReportsPanel(Panel):
    """Asks for what is needed to make reports of some plans; `wanted` has the order."""

    wanted = Signal(object)

    def __init__(self, context: Context, entries: Sequence[ProfileEntry]) -> None:
        """Offer reports of these plans."""
        count = len(entries)
        super().__init__(
            plural("Report for {count} plan", "Reports for {count} plans", count), _named(entries)
        )
        self._context = context
        self._settings = context.program.settings
        self._places = tuple(context.program.shelf.path(entry) for entry in entries)
        self.choose_folder: Callable[[Path], Path | None] = lambda start: asked_folder(self, start)
        self._folder = _folder(self._settings.text(FOLDER_KEPT))
        self.preset = _preset_choice()
        self.what = Label(role="small")
        self.formats = {kind: QCheckBox(format_title(kind)) for kind in Format}
        self.where = OneLine(str(self._folder))
        self.choose = pressing(Button(_("Choose another …")), self._choose)
        self.anonymous = _box(_("Name nobody, in reports and file names"))
        self.missing = _box(_("Only those that are not there yet"))
        self.replace = _box(_("Replace Word documents, slides and workbooks that were changed"))
        self.make = pressing(Button(_("&Make the reports"), role="primary"), self._take)
        self._place()
        self._show()

    def _place(self) -> None:
        for kind, box in self.formats.items():
            box.setAccessibleName(_("As: {kind}").format(kind=format_title(kind)))
            box.setChecked(kind is Format.PDF)
            box.clicked.connect(self._show)
        self.preset.activated.connect(self._show)
        self.choose.setAccessibleName(_("Choose another folder …"))
        folder = row(self.where, self.choose, spacing=10)
        folder.setStretch(0, 1)
        kinds = row(self.preset, 1)
        kinds.setStretch(0, 2)
        for layout in (
            column(Label(_("Kind of report"), role="strong"), kinds, self.what, spacing=4),
            column(
                Label(_("Kinds of file"), role="strong"),
                FlowLayout(*self.formats.values(), spacing=12),
                spacing=4,
            ),
            column(Label(_("Into the folder"), role="strong"), folder, spacing=4),
            column(self.anonymous, self.missing, self.replace, spacing=2),
        ):
            self.content.addLayout(layout)
        self.put_buttons(self.make)

    def begin(self) -> None:
        """Put the keys on the kind of report."""
        self.preset.setFocus()

    @property
    def kinds(self) -> tuple[Format, ...]:
        """Return the kinds of file that are chosen."""
        return tuple(kind for kind, box in self.formats.items() if box.isChecked())

    def _show(self) -> None:
        value = str(self.preset.currentData())
        kept = _("Parts, order and words as each plan has them.")
        self.what.setText(kept if value == AS_KEPT else preset_text(Preset(value)))
        self.replace.setVisible(bool(EDITED.intersection(self.kinds)))

    def _choose(self) -> None:
        folder = self.choose_folder(self._folder)
        if folder is not None:
            self._folder = folder
            self.where.set_whole(str(folder))

    def _take(self) -> None:
        if not self.kinds:
            self.say_trouble(_("Choose at least one kind of file."))
            return
        self.say_trouble("")
        self._settings.put(FOLDER_KEPT, str(self._folder))
        self.wanted.emit(
            ReportOrder(
                places=self._places,
                folder=self._folder,
                formats=self.kinds,
                preset=str(self.preset.currentData()),
                is_anonymous=self.anonymous.isChecked(),
                only_missing=self.missing.isChecked(),
                may_replace=self.replace.isChecked(),
            )
        )


def asked_folder(window: QWidget, start: Path) -> Path | None:
    """Return the folder the person wants, None where they would rather not."""
    found = QFileDialog.getExistingDirectory(window, _("Folder for the reports"), str(start))
    return Path(found) if found else None


def _preset_choice() -> CalmChoice:
    choice = CalmChoice()
    choice.setAccessibleName(_("Kind of report"))
    choice.addItem(_("As each plan keeps it"), AS_KEPT)
    for preset in Preset:
        choice.addItem(preset_title(preset), preset.value)
    choice.setSizeAdjustPolicy(CalmChoice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return choice


def _box(words: str) -> QCheckBox:
    box = QCheckBox(words)
    box.setAccessibleName(words)
    return box


def _named(entries: Sequence[ProfileEntry]) -> str:
    """Return whose reports are to be made, the first few by name."""
    names = [" ".join(entry.name.split())[:LONGEST_NAMED] for entry in entries[:MOST_NAMED]]
    more = len(entries) - len(names)
    named = ", ".join(names)
    if more <= 0:
        return named
    return _("{names} and {count} more").format(names=named, count=f"{more:,}")


def _folder(kept: str) -> Path:
    """Return the folder of the last time, or one of its own among the person's documents."""
    if kept:
        return Path(kept)
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place)) / "SocialPlanner"
