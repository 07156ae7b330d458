"""Menus and keys: everything that can be done, by name, with a mnemonic and a shortcut."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from socialplanner.presentation.i18n import _

if TYPE_CHECKING:
    from socialplanner.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One entry of a menu; `needs` says when it can be used: "" always, "profile" with one open."""

    name: str
    text: str
    keys: str
    run: Callable[[], None]
    needs: str = ""


class Menus:
    """The menu bar of a window; `actions` has every command by its name."""

    def __init__(self, window: "MainWindow") -> None:
        """Fill the menu bar."""
        self._window = window
        self.actions: dict[str, QAction] = {}
        self._needs: dict[str, str] = {}
        for title, commands in self._menus():
            self._fill(window.menuBar().addMenu(title), commands)
        self.refresh()

    def _menus(self) -> tuple[tuple[str, tuple[Command | None, ...]], ...]:
        return (
            (_("&File"), self._file()),
            (_("&Edit"), self._edit()),
            (_("&View"), self._view()),
        )

    def _file(self) -> tuple[Command | None, ...]:
        window = self._window
        return (
            Command(
                name="home",
                text=_("Close the profile"),
                keys="Ctrl+W",
                run=lambda: window.go("home"),
                needs="profile",
            ),
            Command(
                name="settings",
                text=_("&Settings"),
                keys="Ctrl+,",
                run=lambda: window.go("settings"),
            ),
            None,
            Command(name="quit", text=_("&Quit"), keys="Ctrl+Q", run=lambda: _close(window)),
        )

    def _edit(self) -> tuple[Command | None, ...]:
        return (
            Command(name="undo", text=_("&Undo"), keys="Ctrl+Z", run=self._undo, needs="undo"),
            Command(
                name="redo", text=_("&Redo"), keys="Ctrl+Shift+Z", run=self._redo, needs="redo"
            ),
        )

    def _view(self) -> tuple[Command | None, ...]:
        return (
            Command(
                name="past",
                text=_("The page before"),
                keys="Alt+Left",
                run=lambda: self._move(-1),
                needs="profile",
            ),
            Command(
                name="future",
                text=_("The page after"),
                keys="Alt+Right",
                run=lambda: self._move(1),
                needs="profile",
            ),
        )

    def _fill(self, menu: QMenu, commands: tuple[Command | None, ...]) -> None:
        for command in commands:
            if command is None:
                menu.addSeparator()
                continue
            action = QAction(command.text, self._window)
            action.setShortcut(QKeySequence(command.keys))
            action.triggered.connect(lambda _=False, run=command.run: run())
            menu.addAction(action)
            self.actions[command.name] = action
            self._needs[command.name] = command.needs

    def refresh(self) -> None:
        """Let each command be used or not, as things are now."""
        workspace = self._window.workspace
        state = {
            "": True,
            "profile": workspace is not None,
            "undo": workspace is not None and workspace.session.can_undo,
            "redo": workspace is not None and workspace.session.can_redo,
        }
        for name, action in self.actions.items():
            action.setEnabled(state[self._needs[name]])

    def _undo(self) -> None:
        if self._window.workspace is not None:
            self._window.workspace.session.undo()

    def _redo(self) -> None:
        if self._window.workspace is not None:
            self._window.workspace.session.redo()

    def _move(self, step: int) -> None:
        workspace = self._window.workspace
        if workspace is not None:
            if step < 0:
                workspace.go_past()
            else:
                workspace.go_future()


def _close(window: "MainWindow") -> None:
    window.close()
