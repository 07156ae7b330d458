"""What can be done with a profile of the list, each from its menu; refusals are said in place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from socialplanner.errors import UserError
from socialplanner.presentation.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from socialplanner.domain.listing import ProfileEntry
    from socialplanner.domain.profile import Profile
    from socialplanner.domain.record import ProfileRecord
    from socialplanner.ui.context import Context
    from socialplanner.ui.pages.home import HomePage


class HomeActions(QObject):
    """Does what a person wants of a profile, and lets home show what came of it."""

    def __init__(self, home: HomePage, context: Context) -> None:
        """Act for a home page."""
        super().__init__(home)
        self._home = home
        self._context = context
        self._program = context.program

    def menu(self, entry: ProfileEntry) -> QMenu:
        """Return the menu of a row; it is deleted when it closes."""
        menu = QMenu(self._home)
        menu.setAccessibleName(_("Actions"))
        menu.aboutToHide.connect(menu.deleteLater)
        for title, icon, act in self._offers(entry):
            action = QAction(self._context.icon(icon), title, menu)
            action.triggered.connect(lambda _checked=False, act=act: act(entry))
            menu.addAction(action)
        return menu

    def show_menu(self, entry: ProfileEntry, where: QPoint) -> None:
        """Show the menu of a row."""
        self.menu(entry).popup(where)

    def _offers(self, entry: ProfileEntry) -> list[tuple[str, str, Callable[[ProfileEntry], None]]]:
        path = self._program.shelf.path(entry)
        delete = (_("&Delete"), "trash-2", self.delete)
        if entry.trouble == "damaged":
            return [(_("See what can be got &back …"), "history", self.open), delete]
        if entry.trouble == "protected" and self._program.shelf.is_locked(path):
            return [(_("&Unlock …"), "lock", self.open), delete]
        if entry.trouble and entry.trouble != "protected":
            return [(_("&Open"), "folder-open", self.open), delete]
        archive = (_("&Archive"), "archive", self.archive)
        back = (_("Bring back from the &archive"), "archive-restore", self.unarchive)
        return [
            (_("&Open"), "folder-open", self.open),
            (_("&Name and tags …"), "tag", self.rename),
            (_("Make a &copy …"), "copy", self.duplicate),
            (_("Begin a new a&ssessment …"), "refresh-cw", self.reassess),
            (_("&Export …"), "upload", self.export),
            (_("Make a &report …"), "layers", self.report),
            back if entry.is_archived else archive,
            delete,
        ]

    # Opening.

    def open(self, entry: ProfileEntry) -> None:
        """Open a profile, or show what stands in the way."""
        self._home.panels.open_path(self._program.shelf.path(entry), entry)

    # Changing.

    def _attempt(self, act: Callable[[], object]) -> bool:
        """Do something that the disk, or another window, may refuse; then say so."""
        try:
            act()
        except UserError as error:
            self._context.messages.show_message(str(error), tone="danger")
            return False
        return True

    def _change(self, entry: ProfileEntry, edit: Callable[[ProfileRecord], ProfileRecord]) -> bool:
        path = self._program.shelf.path(entry)
        done = self._attempt(lambda: self._program.shelf.change(path, edit))
        self._home.refresh()
        return done

    def rename(self, entry: ProfileEntry) -> None:
        """Ask for another name and other tags."""
        from socialplanner.ui.pages.home_details import NamePanel  # noqa: PLC0415 - on use

        record = self._record(entry)
        if record is None:
            return
        title = _("Name and tags of “{name}”").format(name=record.profile.name)
        panel = NamePanel(title, record.profile.name, _("S&ave"), tags=record.tags)

        def named(name: str, tags: tuple[str, ...]) -> None:
            moment = self._program.now().moment

            def edit(old: ProfileRecord) -> ProfileRecord:
                profile = replace(old.profile, name=name)
                return replace(old, profile=profile, tags=tags, changed_at=moment)

            if self._change(entry, edit):
                self._home.panels.close()

        panel.named.connect(named)
        self._home.panels.show(panel)

    def archive(self, entry: ProfileEntry) -> None:
        """Put a profile out of sight; that can be taken back."""
        if self._set_archived(entry, is_archived=True):
            self._context.messages.show_message(
                _("“{name}” is in the archive.").format(name=entry.name),
                tone="success",
                actions=((_("Undo"), lambda: self.unarchive(entry)),),
            )

    def unarchive(self, entry: ProfileEntry) -> None:
        """Bring a profile back into sight."""
        self._set_archived(entry, is_archived=False)

    def _set_archived(self, entry: ProfileEntry, *, is_archived: bool) -> bool:
        moment = self._program.now().moment
        return self._change(
            entry, lambda old: replace(old, is_archived=is_archived, changed_at=moment)
        )

    def delete(self, entry: ProfileEntry) -> None:
        """Move a profile into the trash; that can be taken back."""
        shelf = self._program.shelf
        trashed: list[Path] = []
        if self._attempt(lambda: trashed.append(shelf.delete(shelf.path(entry)))):
            self._context.messages.show_message(
                _("Deleted “{name}”. It stays in the trash for 30 days.").format(name=entry.name),
                actions=((_("Undo"), lambda: self.take_back(trashed[0])),),
            )
        self._home.refresh()

    def take_back(self, trashed: Path) -> None:
        """Move a profile back out of the trash."""
        self._attempt(lambda: self._program.shelf.take_back(trashed))
        self._home.refresh()

    def erase(self, trashed: Path) -> None:
        """Erase a profile of the trash for good."""
        self._attempt(lambda: self._program.shelf.erase(trashed))
        self._home.refresh()

    # New profiles.

    def create(self, profile: Profile) -> None:
        """Keep a new profile and open it."""
        program = self._program

        def make() -> None:
            from socialplanner.domain.beginning import begun  # noqa: PLC0415 - on use

            record = begun(profile, program.new_id(), program.new_id(), program.now())
            self._home.panels.leave_for(program.shelf.add(record))

        self._attempt(make)

    def duplicate(self, entry: ProfileEntry) -> None:
        """Ask for the name of a copy."""
        from socialplanner.ui.pages.home_details import NamePanel  # noqa: PLC0415 - on use

        record = self._record(entry)
        if record is None:
            return
        title = _("A copy of “{name}”").format(name=record.profile.name)
        suggested = _("{name}, a copy").format(name=record.profile.name)
        panel = NamePanel(title, suggested, _("&Make the copy"))

        def named(name: str, tags: tuple[str, ...]) -> None:
            del tags
            from socialplanner.domain.editing import duplicated  # noqa: PLC0415 - on use

            program = self._program
            copy = duplicated(record, program.new_id(), name, program.now())
            like = program.shelf.path(entry)
            if self._attempt(lambda: self._home.choose_next(program.shelf.add(copy, like))):
                self._home.panels.close()
            self._home.refresh()

        panel.named.connect(named)
        self._home.panels.show(panel)

    def reassess(self, entry: ProfileEntry) -> None:
        """Say what a new assessment is, and begin it once that is agreed to."""
        from socialplanner.domain.beginning import reassessed  # noqa: PLC0415 - on use
        from socialplanner.ui.pages.home_details import ReassessPanel  # noqa: PLC0415 - on use

        panel = ReassessPanel(entry.name, entry.answered)
        program = self._program

        def agreed() -> None:
            now, renamed = program.now(), program.catalogue.renamed
            if self._change(entry, lambda old: reassessed(old, program.new_id(), renamed, now)):
                self._home.panels.leave_for(program.shelf.path(entry))

        panel.agreed.connect(agreed)
        self._home.panels.show(panel)

    def export(self, entry: ProfileEntry) -> None:
        """Ask how a profile goes out."""
        from socialplanner.ui.pages.home_export import ExportPanel  # noqa: PLC0415 - on use

        path = self._program.shelf.path(entry)
        panel = ExportPanel(self._context, path, entry.name, self._home.chooser)
        panel.exported.connect(lambda _target: self._home.panels.close())
        self._home.panels.show(panel)

    def report(self, entry: ProfileEntry) -> None:
        """Ask how a report is made, without opening the profile."""
        self._home.panels.show_reports([entry])

    def _record(self, entry: ProfileEntry) -> ProfileRecord | None:
        """Return what a profile holds, None where that was refused, which is then said."""
        found: list[ProfileRecord] = []
        path = self._program.shelf.path(entry)
        self._attempt(lambda: found.append(self._program.shelf.read(path)))
        return found[0] if found else None
