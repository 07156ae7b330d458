"""Menus whose entries come and go: recent files, pages of the profile, appearances."""

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from socialplanner.presentation.i18n import _
from socialplanner.ui.theme import Appearance
from socialplanner.ui.widgets.buttons import escaped

if TYPE_CHECKING:
    from socialplanner.ui.main_window import MainWindow

WITH_KEYS: Final = 9
"""Pages that have Ctrl and a digit."""


class RecentMenu(QMenu):
    """The files that were opened last; asked for anew whenever it is shown."""

    def __init__(self, window: "MainWindow") -> None:
        """Begin empty."""
        super().__init__(_("Open &recent"), window)
        self._window = window
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        from socialplanner.ui.opening import recent_files  # noqa: PLC0415 - when it is shown

        self.clear()
        for path in recent_files(self._window.program):
            action = self.addAction(escaped(path.name))
            action.setToolTip(escaped(str(path)))
            action.triggered.connect(lambda _=False, path=path: self._window.open_file(path))
        if self.isEmpty():
            self.addAction(_("Nothing was opened yet")).setEnabled(False)


class PagesMenu(QMenu):
    """The pages of the open profile; the first nine have keys."""

    def __init__(self, window: "MainWindow") -> None:
        """Begin as things are."""
        super().__init__(_("Go to &page"), window)
        self._window = window
        window.profile_opened.connect(self.fill)
        window.profile_closed.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """List the pages there are."""
        self.clear()
        workspace = self._window.workspace
        self.setEnabled(workspace is not None)
        for number, spec in enumerate(() if workspace is None else workspace.specs.values()):
            action = self.addAction(escaped(spec.title))
            if number < WITH_KEYS:
                action.setShortcut(QKeySequence(f"Ctrl+{number + 1}"))
            action.triggered.connect(lambda _=False, key=spec.key: self._window.go(key, ""))


class AppearanceMenu(QMenu):
    """Light, dark and the others; the one in use is marked."""

    def __init__(self, window: "MainWindow") -> None:
        """List them."""
        super().__init__(_("&Appearance"), window)
        self._window = window
        group = QActionGroup(self)
        self._entries: dict[Appearance, QAction] = {}
        for appearance, words in appearances().items():
            action = QAction(words, self)
            action.setCheckable(True)
            action.triggered.connect(
                lambda _=False, each=appearance: window.menus.commands.dress(each)
            )
            group.addAction(action)
            self.addAction(action)
            self._entries[appearance] = action
        window.theme.changed.connect(self._mark)
        self._mark()

    def _mark(self) -> None:
        self._entries[self._window.theme.appearance].setChecked(True)


def appearances() -> dict[Appearance, str]:
    """Return the names of the appearances."""
    return {
        Appearance.SYSTEM: _("As the system"),
        Appearance.LIGHT: _("Light"),
        Appearance.DARK: _("Dark"),
        Appearance.HIGH_CONTRAST: _("High contrast"),
    }
