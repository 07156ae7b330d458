"""What screen readers are told beyond what Qt's own widgets say: headings, charts, the order.

Qt tells the parts of a widget in the order of making. What is made late, or put between others,
would be read in the wrong place: those parts are told as their layout shows them.
"""

from functools import cache
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

from socialplanner.ui.reading_order import parts_of

_ROLES: Final[dict[str, QAccessible.Role]] = {}
_KEPT: Final[dict[int, QAccessibleInterface]] = {}
_OF_QT: Final = "qt_"
"""So begin the names of what Qt puts into its own widgets."""

PRESS: Final = "Press"
"""What programs outside call it, whatever the language: `QAccessibleActionInterface`."""


def expose_as(class_name: str, role: QAccessible.Role) -> None:
    """Let all widgets of a class, and of those made from it, be known under a role."""
    _ROLES[class_name] = role


class InOrder(QAccessibleWidget):
    """Tells the parts of a widget in the order in which they are seen."""

    def _parts(self) -> list[QWidget]:
        thing = self.object()
        return parts_of(thing) if isinstance(thing, QWidget) else []

    def childCount(self) -> int:  # noqa: N802 - Qt's name
        """Return how many parts there are."""
        return len(self._parts())

    def child(self, index: int) -> QAccessibleInterface:
        """Return a part; Qt's own answer for an index that is none."""
        parts = self._parts()
        if 0 <= index < len(parts):
            return QAccessible.queryAccessibleInterface(parts[index])
        return super().child(-1)

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802 - Qt's name
        """Return where a part stands, -1 where it is none."""
        thing, parts = child.object(), self._parts()
        return next((place for place, part in enumerate(parts) if part is thing), -1)


class Tab(QAccessibleWidget):
    """A button that shows a page: pressed like a button, and selected while its page is shown."""

    def state(self) -> QAccessible.State:
        """Return the state of a widget, and whether its page is shown."""
        state, button = super().state(), self.object()
        state.selectable = True  # type: ignore[assignment]  # a field of bits in C++
        state.selected = isinstance(button, QAbstractButton) and button.isChecked()  # type: ignore[assignment]
        return state

    def actionNames(self) -> list[str]:  # noqa: N802 - Qt's name
        """Offer to press it."""
        return [PRESS, *super().actionNames()]

    def doAction(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Press it, or do what every widget can."""
        button = self.object()
        if name == PRESS and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().doAction(name)


_INTERFACES: Final = {
    QAccessible.Role.PageTab: Tab,
    QAccessible.Role.Grouping: InOrder,
    QAccessible.Role.Client: InOrder,
}


def _interface(key: str, thing: QObject) -> QAccessibleInterface | None:
    del key
    if not isinstance(thing, QWidget) or thing.objectName().startswith(_OF_QT):
        return None
    role = _role_of(type(thing))
    if role is None:
        return None
    made = _INTERFACES.get(role, QAccessibleWidget)(thing, role, thing.accessibleName())
    key_of_thing = id(thing)
    _KEPT[key_of_thing] = made
    thing.destroyed.connect(lambda _=None: _KEPT.pop(key_of_thing, None))
    return made


@cache
def _role_of(kind: type[QWidget]) -> QAccessible.Role | None:
    """Return a role of ours; what is no more than a ground for other widgets is a `Client`."""
    roles = (_ROLES[each.__name__] for each in kind.__mro__ if each.__name__ in _ROLES)
    made_by_qt = next(each for each in kind.__mro__ if each.__module__.startswith("PySide6"))
    return next(roles, QAccessible.Role.Client if made_by_qt is QWidget else None)


def install() -> None:
    """Tell Qt to ask us first; called once, before the first widget is made."""
    QAccessible.installFactory(_interface)


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say something that just happened."""
    event = QAccessibleAnnouncementEvent(widget, words)
    QAccessible.updateAccessibility(event)
