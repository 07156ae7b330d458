"""Backups of all profiles in one file, and profiles of which nothing but backups is left."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from socialplanner import COMMAND_NAME
from socialplanner.errors import UserError
from socialplanner.presentation.i18n import _, plural
from socialplanner.ui.context import Context
from socialplanner.ui.file_choosing import FileChooser, Wanted
from socialplanner.ui.models.backup_words import (
    backed_up_words,
    moment_words,
    preview_words,
    put_back_words,
)
from socialplanner.ui.pages.settings_parts import SettingsCard
from socialplanner.ui.ports.keeping import LostProfile, Moved
from socialplanner.ui.tasks import Task
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.labels import Heading, Label
from socialplanner.ui.widgets.layouts import clear, row

Result = TypeVar("Result")


class AllBackupsCard(SettingsCard):
    """Back up all profiles, put such a backup back, bring lost profiles back."""

    profiles_changed = Signal()

    def __init__(self, context: Context) -> None:
        """Begin without having looked for lost profiles."""
        super().__init__(
            _("All plans in one file"),
            _(
                "For another disk or another machine. Putting one back adds what is not here; it "
                "replaces nothing."
            ),
        )
        self._context = context
        self._keeping = context.program.keeping
        self._source: Path | None = None
        self.chooser = FileChooser()
        self.make = Button(_("Back &all plans up …"))
        self.put_back = Button(_("Put a backup ba&ck …"))
        self.found = Label()
        self.go_on = Button(_("A&dd these plans"), role="primary")
        self.stop = Button(_("Leave it"), role="quiet")
        self._lost = QVBoxLayout()
        self._build()

    def _build(self) -> None:
        self.box.addLayout(FlowLayout(self.make, self.put_back))
        self.box.addWidget(self.found)
        self.box.addLayout(FlowLayout(self.go_on, self.stop))
        self.box.addLayout(self._lost)
        self._ask(None)
        self.make.clicked.connect(self._choose_target)
        self.put_back.clicked.connect(self._choose_source)
        self.go_on.clicked.connect(self._put_back)
        self.stop.clicked.connect(lambda: self._ask(None))

    def _ask(self, moved: Moved | None) -> None:
        """Show what a backup would do, and ask; None shows nothing."""
        self.found.setText("" if moved is None else preview_words(moved))
        for part in (self.found, self.stop):
            part.setVisible(moved is not None)
        self.go_on.setVisible(moved is not None and bool(moved.done))

    # A backup of all.

    def _choose_target(self) -> None:
        suffix = self._keeping.library_suffix
        day = self._context.program.today().isoformat()
        start = Path.home() / f"{COMMAND_NAME}-{day}{suffix}"
        pattern = _("Backups of all plans (*{suffix})").format(suffix=suffix)
        wanted = Wanted(title=_("Back all plans up"), start=start, pattern=pattern)
        target = self.chooser.to_save(self, wanted)
        if target is not None:
            self.back_up_to(target)

    def back_up_to(self, target: Path) -> None:
        """Write all profiles into a file, in the background."""

        def told(moved: Moved) -> None:
            tone = "warning" if moved.refused else "success"
            self._context.messages.show_message(backed_up_words(moved, str(target)), tone=tone)

        self._run(Task(lambda: self._keeping.back_up_all(target), told, self._refused))

    def _choose_source(self) -> None:
        pattern = _("Backups of all plans (*{suffix})")
        wanted = Wanted(
            title=_("Put a backup back"),
            start=Path.home(),
            pattern=pattern.format(suffix=self._keeping.library_suffix),
        )
        source = self.chooser.to_open(self, wanted)
        if source is not None:
            self.look_into(source)

    def look_into(self, source: Path) -> None:
        """Show what putting a backup back would do."""
        self._source = source
        work = self._keeping.put_back_all
        self._run(Task(lambda: work(source, is_preview=True), self._ask, self._refused))

    def _put_back(self) -> None:
        source, work = self._source, self._keeping.put_back_all
        if source is not None:
            self._run(
                Task(lambda: work(source, is_preview=False), self._was_put_back, self._refused)
            )
        self._ask(None)

    def _was_put_back(self, moved: Moved) -> None:
        tone = "warning" if moved.refused else "success"
        self._context.messages.show_message(put_back_words(moved), tone=tone)
        self.profiles_changed.emit()

    # Lost profiles.

    def look_for_lost(self) -> None:
        """Look for profiles of which there are backups alone, in the background."""
        task = Task(self._keeping.lost, self._show_lost, self._refused)
        self._context.tasks.run("lost profiles", task)

    def _show_lost(self, lost: tuple[LostProfile, ...]) -> None:
        clear(self._lost)
        if not lost:
            return
        words = plural(
            "Of one plan only backups are left:",
            "Of {count} plans only backups are left:",
            len(lost),
        )
        self._lost.addWidget(Heading(words, level=3))
        for each in lost:
            self._lost.addLayout(self._lost_row(each))

    def lost_buttons(self) -> list[Button]:
        """Return the buttons that bring a profile back, in the order they are shown."""
        return [each for each in self.findChildren(Button) if each.property("brings_back")]

    def _lost_row(self, lost: LostProfile) -> QHBoxLayout:
        said = _("{name}, as it was on {when}").format(
            name=lost.name, when=moment_words(lost.moment)
        )
        button = Button(_("Bring it back"))
        button.setProperty("brings_back", True)  # noqa: FBT003 - Qt's own
        button.setAccessibleName(_("Bring {name} back").format(name=lost.name))
        button.clicked.connect(lambda: self._bring_back(lost))
        line = row(Label(said), button)
        line.setStretch(0, 1)
        return line

    def _bring_back(self, lost: LostProfile) -> None:
        def told(_path: Path) -> None:
            words = _("{name} is back.").format(name=lost.name)
            self._context.messages.show_message(words, tone="success")
            self.profiles_changed.emit()
            self.look_for_lost()

        self._run(Task(lambda: self._keeping.bring_back(lost), told, self._refused))

    def _run(self, task: Task[Result]) -> None:
        self._context.tasks.run("backup of all", task)

    def _refused(self, error: UserError) -> None:
        self._context.messages.show_message(str(error), tone="danger")
