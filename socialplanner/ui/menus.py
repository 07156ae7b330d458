"""Menus and keys: everything that can be done, by name, with a mnemonic and a shortcut."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from socialplanner import APPLICATION_NAME
from socialplanner.presentation.i18n import _
from socialplanner.ui.commands import Commands
from socialplanner.ui.menu_lists import AppearanceMenu, PagesMenu, RecentMenu
from socialplanner.ui.models.shortcuts import Shortcut, shortcuts_of
from socialplanner.ui.widgets.buttons import named_after
from socialplanner.ui.wizard.footer import NEXT_KEYS, PANEL_KEYS

if TYPE_CHECKING:
    from socialplanner.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Command:
    """One entry of a menu; `needs` says when it can be used: "" always, "profile" with one open."""

    name: str
    text: str
    run: Callable[[], None]
    keys: tuple[str, ...] = ()
    needs: str = field(default="", kw_only=True)
    role: QAction.MenuRole = field(default=QAction.MenuRole.NoRole, kw_only=True)


PROFILE: Final = "profile"

Entry = Command | QMenu | None
"""A line between entries is None."""


class Menus:
    """The menu bar of a window; `actions` has every command by its name."""

    def __init__(self, window: "MainWindow") -> None:
        """Fill the menu bar."""
        self._window = window
        self.commands = Commands(window)
        self.actions: dict[str, QAction] = {}
        self._needs: dict[str, str] = {}
        self._menus: list[QMenu] = []
        for title, entries in (
            (_("&File"), self._file()),
            (_("&Edit"), self._edit()),
            (_("&View"), self._view()),
            (_("&Help"), self._help()),
        ):
            menu = window.menuBar().addMenu(title)
            self._menus.append(menu)
            self._fill(menu, entries)
        self.refresh()

    def _file(self) -> tuple[Entry, ...]:
        return (*self._file_opening(), None, *self._file_plan(), None, *self._file_program())

    def _file_opening(self) -> tuple[Entry, ...]:
        window = self._window
        return (
            Command("new", _("&New plan"), window.new_profile, ("Ctrl+N",)),
            Command("open", _("&Open …"), window.ask_for_file, ("Ctrl+O",)),
            RecentMenu(window),
        )

    def _file_plan(self) -> tuple[Entry, ...]:
        do, export = self.commands, self._window.export_profile
        return (
            Command("export", _("&Export …"), export, needs=PROFILE),
            Command("save", _("&Save the plan as a PDF …"), do.save, ("Ctrl+S",)),
            Command("print", _("&Print the plan …"), do.print_plan, ("Ctrl+P",), needs=PROFILE),
        )

    def _file_program(self) -> tuple[Entry, ...]:
        do, role = self.commands, QAction.MenuRole
        return (
            Command("home", _("&Close the plan"), do.go_home, ("Ctrl+W",), needs=PROFILE),
            Command(
                "settings", _("Se&ttings"), do.settings, ("Ctrl+,",), role=role.PreferencesRole
            ),
            Command("quit", _("&Quit"), do.close_window, ("Ctrl+Q",), role=role.QuitRole),
        )

    def _edit(self) -> tuple[Entry, ...]:
        do = self.commands
        return (
            Command("undo", _("&Undo"), do.undo, ("Ctrl+Z",), needs="undo"),
            Command("redo", _("&Redo"), do.redo, ("Ctrl+Shift+Z", "Ctrl+Y"), needs="redo"),
        )

    def _view(self) -> tuple[Entry, ...]:
        do = self.commands
        return (
            PagesMenu(self._window),
            Command("past", _("The page &before"), do.past, ("Alt+Left",), needs="past"),
            Command("future", _("The page a&fter"), do.future, ("Alt+Right",), needs=PROFILE),
            Command("next", _("&Next open question"), do.next_open, (NEXT_KEYS,), needs=PROFILE),
            Command("panel", _("The p&icture so far"), do.side_panel, (PANEL_KEYS,), needs=PROFILE),
            None,
            Command("larger", _("&Larger text"), do.larger_text, ("Ctrl++", "Ctrl+=")),
            Command("smaller", _("&Smaller text"), do.smaller_text, ("Ctrl+-",)),
            Command("normal", _("Text in the &usual size"), do.normal_text, ("Ctrl+0",)),
            AppearanceMenu(self._window),
        )

    def _help(self) -> tuple[Entry, ...]:
        do, role = self.commands, QAction.MenuRole.AboutRole
        about = _("&About {program}").format(program=APPLICATION_NAME)
        return (
            Command("guide", _("&Help for this page"), do.help, ("F1",)),
            Command("shortcuts", _("&Keyboard shortcuts"), do.shortcuts, ("F2", "Ctrl+?")),
            None,
            Command("log", _("Open the &log folder"), do.open_log),
            Command("about", about, do.about, role=role),
        )

    def _fill(self, menu: QMenu, entries: tuple[Entry, ...]) -> None:
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            elif isinstance(entry, QMenu):
                menu.addMenu(entry)
            else:
                menu.addAction(self._action(entry))

    def _action(self, command: Command) -> QAction:
        action = QAction(command.text, self._window)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setMenuRole(command.role)
        action.triggered.connect(lambda _=False, run=command.run: run())
        self.actions[command.name] = action
        self._needs[command.name] = command.needs
        return action

    def refresh(self) -> None:
        """Let each command be used or not, as things are now."""
        workspace = self._window.workspace
        state = {
            "": True,
            PROFILE: workspace is not None,
            "past": workspace is not None or not self._window.home.isVisible(),
            "undo": workspace is not None and workspace.session.can_undo,
            "redo": workspace is not None and workspace.session.can_redo,
        }
        for name, action in self.actions.items():
            action.setEnabled(state[self._needs[name]])

    def shortcuts(self) -> tuple[tuple[str, tuple[Shortcut, ...]], ...]:
        """Return each menu with those of its entries that have keys."""
        return tuple((named_after(menu.title()), shortcuts_of(menu)) for menu in self._menus)
