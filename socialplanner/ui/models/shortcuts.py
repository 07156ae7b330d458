"""The keys of a menu, as a sheet shows them."""

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from socialplanner.ui.widgets.buttons import named_after


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcut:
    """One line of the sheet of shortcuts: what it does, and the keys as this system names them."""

    words: str
    keys: tuple[str, ...]


def shortcuts_of(menu: QMenu) -> tuple[Shortcut, ...]:
    """Return the entries of a menu that have keys, those of menus within it in their place."""
    found = list[Shortcut]()
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            found += shortcuts_of(inner)
        elif action.shortcuts():
            native = QKeySequence.SequenceFormat.NativeText
            keys = tuple(each.toString(native) for each in action.shortcuts())
            found.append(Shortcut(words=named_after(action.text()), keys=keys))
    return tuple(found)
