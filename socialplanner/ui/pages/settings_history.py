"""The backups of one profile: what each would change, and putting one back."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from socialplanner.errors import UserError
from socialplanner.presentation.i18n import _
from socialplanner.ui.context import Context
from socialplanner.ui.models.backup_words import backup_words, changes_words, moment_words
from socialplanner.ui.pages.settings_parts import Choices, SettingsCard, labelled
from socialplanner.ui.ports.keeping import BackupLine, Change
from socialplanner.ui.tasks import Task
from socialplanner.ui.widgets.buttons import Button
from socialplanner.ui.widgets.labels import Label
from socialplanner.ui.widgets.layouts import row

LIST_HEIGHT: Final = 190
MOST_SHOWN: Final = 200


class HistoryCard(SettingsCard):
    """Backups of a profile; `release` closes the profile that is open, so that it can change."""

    def __init__(self, context: Context, release: Callable[[], None]) -> None:
        """Begin without a profile."""
        super().__init__(
            _("Backups of a plan"),
            _("They are made by themselves, each half-hour of work and when a plan is closed."),
        )
        self._context = context
        self._keeping = context.program.keeping
        self._release = release
        self._backups: tuple[BackupLine, ...] = ()
        self.profiles = Choices({}, "")
        self.list = QListWidget()
        self.list.setProperty("role", "lines")
        self.words = Label()
        self.put_back = Button(_("Put this backup bac&k"))
        self._build()

    def _build(self) -> None:
        self.list.setAccessibleName(_("Backups, the newest first"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.box.addWidget(labelled(_("Plan"), self.profiles))
        self.box.addWidget(self.list)
        line = row(self.words, self.put_back, spacing=12)
        line.setStretch(0, 1)
        self.box.addLayout(line)
        kept = _("The present state is kept as a backup first, so this can be taken back.")
        self.kept = Label(kept, role="small")
        self.box.addWidget(self.kept)
        self.profiles.currentIndexChanged.connect(self._ask_for_backups)
        self.list.currentRowChanged.connect(self._ask_for_changes)
        self.put_back.clicked.connect(self._put_back)
        self._context.theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.list.setFixedHeight(self._context.theme.px(LIST_HEIGHT))

    def refresh(self) -> None:
        """List the profiles there are now; the one that was chosen stays."""
        shelf, chosen = self._context.program.shelf, self.profiles.currentData()
        try:
            entries = {str(shelf.path(each)): each.name or each.file for each in shelf.entries()}
        except UserError as error:
            self._refused(error)
            return
        self.profiles.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.profiles.clear()
        for path, name in entries.items():
            self.profiles.addItem(name, path)
        self.profiles.setCurrentIndex(max(0, self.profiles.findData(chosen)))
        self.profiles.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.setVisible(bool(entries))
        self._ask_for_backups()

    @property
    def _path(self) -> Path | None:
        chosen = self.profiles.currentData()
        return Path(chosen) if chosen else None

    def _ask_for_backups(self) -> None:
        self._show_backups(())
        path = self._path
        if path is not None:
            work = self._keeping.backups
            task = Task(lambda: work(path), self._show_backups, self._refused)
            self._context.tasks.run("backups", task)

    def _show_backups(self, backups: tuple[BackupLine, ...]) -> None:
        self._backups = backups[:MOST_SHOWN]
        self.list.clear()
        for backup in self._backups:
            item = QListWidgetItem(backup_words(backup))
            item.setToolTip(backup.trouble)
            self.list.addItem(item)
        self.words.setText(
            _("Choose a backup to see what it would change.")
            if backups
            else _("There is no backup of this plan yet.")
        )
        for each in (self.list, self.put_back, self.kept):
            each.setVisible(bool(backups))
        self.put_back.setEnabled(False)

    @property
    def _chosen(self) -> BackupLine | None:
        number = self.list.currentRow()
        return self._backups[number] if 0 <= number < len(self._backups) else None

    def _ask_for_changes(self) -> None:
        path, backup = self._path, self._chosen
        self.put_back.setEnabled(False)
        if path is None or backup is None:
            return
        if backup.trouble:
            self.words.setText(backup.trouble)
            return
        work = self._keeping.changes
        task = Task(lambda: work(path, backup.path), self._show_changes, self._refused)
        self._context.tasks.run("changes", task)

    def _show_changes(self, changes: tuple[Change, ...] | None) -> None:
        self.words.setText(changes_words(changes))
        self.put_back.setEnabled(changes is None or bool(changes))

    def _put_back(self) -> None:
        path, backup = self._path, self._chosen
        if path is None or backup is None:
            return
        self._release()
        work = self._keeping.restore

        def told(_nothing: None) -> None:
            words = _("{name} is as it was on {when}; its last state is in a backup.")
            said = words.format(name=backup.name, when=moment_words(backup.moment))
            self._context.messages.show_message(said, tone="success")
            self.refresh()

        task = Task(lambda: work(path, backup.path), told, self._refused)
        self._context.tasks.run("restore", task)

    def _refused(self, error: UserError) -> None:
        self._context.messages.show_message(str(error), tone="danger")
