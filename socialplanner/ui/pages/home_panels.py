"""The questions of the home page: one at a time, in place, each in a panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from socialplanner.errors import UserError
from socialplanner.presentation.i18n import _

if TYPE_CHECKING:
    from pathlib import Path

    from socialplanner.domain.listing import ProfileEntry
    from socialplanner.ui.context import Context
    from socialplanner.ui.pages.home import HomePage
    from socialplanner.ui.pages.home_panel import Panel
    from socialplanner.ui.ports.batch import ReportOrder
    from socialplanner.ui.ports.importing import FileKind


class HomePanels(QObject):
    """Shows panels on a home page; `shown` is the one that is there."""

    def __init__(self, home: HomePage, context: Context) -> None:
        """Ask nothing yet."""
        super().__init__(home)
        self._home = home
        self._context = context
        self.shown: Panel | None = None

    def show(self, panel: Panel) -> None:
        """Ask something in place; another question gives way to it."""
        self.close()
        self.shown = panel
        panel.closed.connect(self.close)
        self._home.view.put_panel(panel)
        panel.begin()
        self._home.show_state()

    def close(self) -> None:
        """Take the question away; nobody is told any more of what it was waiting for."""
        if self.shown is None:
            return
        panel, self.shown = self.shown, None
        if panel.task:
            self._context.tasks.forget(panel.task)
        focus = QApplication.focusWidget()
        had_focus = focus is not None and panel.isAncestorOf(focus)
        panel.hide()
        panel.deleteLater()
        self._home.show_state()
        if had_focus:
            self._home.view.take_focus()

    def show_new(self) -> None:
        """Ask who a new plan is for."""
        from socialplanner.ui.pages.home_new import NewPanel  # noqa: PLC0415 - on use

        panel = NewPanel(self._context.program.settings.text("currency"))
        panel.wanted.connect(self._home.actions_of.create)
        self.show(panel)

    def show_reports(self, entries: list[ProfileEntry]) -> None:
        """Ask how reports of some plans are made; while some are, show how far they are."""
        from socialplanner.ui.pages.home_reports import ReportsPanel  # noqa: PLC0415 - on use

        if self._home.batch.is_running:
            self.show_reports_run()
        elif entries:
            panel = ReportsPanel(self._context, entries)
            panel.wanted.connect(self._make_reports)
            self.show(panel)

    def _make_reports(self, order: ReportOrder) -> None:
        self._home.batch.start(order)
        self.show_reports_run()

    def show_reports_run(self) -> None:
        """Show how far the reports are, and what became of each plan."""
        from socialplanner.ui.pages.home_reports_run import RunPanel  # noqa: PLC0415 - on use

        panel = RunPanel(self._context, self._home.batch)
        panel.open_wanted.connect(self.open_path)
        self.show(panel)

    def show_trash(self) -> None:
        """Show what lies in the trash."""
        from socialplanner.ui.pages.home_trash import TrashPanel  # noqa: PLC0415 - on use

        shelf, actions = self._context.program.shelf, self._home.actions_of
        panel = TrashPanel(self._context, shelf.trashed())
        panel.back_wanted.connect(lambda each: actions.take_back(each.path))
        panel.erase_wanted.connect(lambda each: actions.erase(each.path))
        for wanted in (panel.back_wanted, panel.erase_wanted):
            wanted.connect(lambda _each: panel.show_trashed(shelf.trashed()))
        self.show(panel)

    def show_import(self, path: Path, kind: FileKind) -> None:
        """Show what a bundle or an answers file would do."""
        from socialplanner.ui.pages.home_import import ImportPanel  # noqa: PLC0415 - on use

        panel = ImportPanel(self._context, path, kind)
        panel.added.connect(self.leave_for)
        panel.merged.connect(self._say_merged)
        self.show(panel)

    def _say_merged(self, path: Path, name: str) -> None:
        self.close()
        self._home.choose_next(path)
        self._home.refresh()
        self._context.messages.show_message(
            _("Merged into “{name}”. A backup holds how it was before.").format(name=name),
            tone="success",
            actions=((_("Open it"), lambda: self._home.open_requested.emit(path)),),
        )

    def open_path(self, path: Path, entry: ProfileEntry | None = None) -> None:
        """Open a profile; a damaged or locked one is asked about first."""
        shelf = self._context.program.shelf
        entry = entry or shelf.entry(path)
        if entry.trouble == "damaged":
            self._show_damaged(path, entry.name or path.stem)
        elif shelf.is_locked(path):
            self._show_locked(path, entry.name or path.stem)
        else:
            self.leave_for(path)

    def _show_damaged(self, path: Path, name: str) -> None:
        from socialplanner.ui.pages.home_recover import RecoverPanel  # noqa: PLC0415 - on use

        panel = RecoverPanel(self._context, name, path)
        panel.recovered.connect(lambda: self.leave_for(path))
        self.show(panel)

    def _show_locked(self, path: Path, name: str) -> None:
        from socialplanner.ui.pages.home_details import UnlockPanel  # noqa: PLC0415 - on use

        def unlock(passphrase: str) -> None:
            if not passphrase:
                raise UserError(_("Type the passphrase of this plan."))
            self._context.program.shelf.unlock(path, passphrase)

        panel = UnlockPanel(name, unlock)
        panel.unlocked.connect(lambda: self.leave_for(path))
        self.show(panel)

    def leave_for(self, path: Path) -> None:
        """Open a profile that is known to be there."""
        self.close()
        self._home.open_requested.emit(path)
