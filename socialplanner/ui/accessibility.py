"""What screen readers are told beyond what Qt's own widgets say: headings, charts, the order.

Qt tells the parts of a widget in the order of making. What is made late, or put between others,
would be read in the wrong place: those parts are told as their layout shows them.
"""

from typing import Final, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QScrollArea, QWidget
from shiboken6.Shiboken import createdByPython

from socialplanner.ui.reading_order import parts_of

_ROLES: Final[dict[str, QAccessible.Role]] = {}
_KEPT: Final[dict[int, QAccessibleInterface]] = {}
PRESS: Final = "Press"
TOGGLE: Final = "Toggle"
"""What programs outside call it, whatever the language: `QAccessibleActionInterface`."""


def expose_as(class_name: str, role: QAccessible.Role) -> None:
    """Let all widgets of a class, and of those made from it, be known under a role."""
    _ROLES[class_name] = role


class InOrder(QAccessibleWidget):
    """Tells the parts of a widget in the order in which they are seen.

    Of what scrolls the ground alone is told. Qt tells the scroll bars as well, and ends the
    program where a screen reader asks for one that was hidden since it counted them.
    """

    def _parts(self) -> list[QWidget]:
        thing = self.object()
        if isinstance(thing, QScrollArea):
            return [thing.viewport()]
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


class Press(QAccessibleWidget):
    """A button that programs outside press as a person does.

    Qt's own turns a button over without saying that it was pressed, so an answer that was chosen
    from outside would not be given.
    """

    def button(self) -> QAbstractButton:
        """Return the button."""
        return cast("QAbstractButton", self.object())

    def role(self) -> QAccessible.Role:
        """Return what kind of button it is; it may be told so after it is known."""
        if not self.button().isCheckable():
            return QAccessible.Role.Button
        is_one = self.button().autoExclusive()
        return QAccessible.Role.RadioButton if is_one else QAccessible.Role.CheckBox

    def state(self) -> QAccessible.State:
        """Return the state of a widget, and whether the button is turned over."""
        state, button = super().state(), self.button()
        state.checkable, state.checked = button.isCheckable(), button.isChecked()
        return state

    def actionNames(self) -> list[str]:  # noqa: N802 - Qt's name
        """Offer to press it."""
        if not self.button().isEnabled():
            return []
        turns = [TOGGLE] if self.button().isCheckable() else []
        return [PRESS, *turns, *super().actionNames()]

    def doAction(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Press it, or do what every widget can."""
        if name in {PRESS, TOGGLE}:
            self.button().animateClick()
        else:
            super().doAction(name)

    def keyBindingsForAction(self, name: str) -> list[str]:  # noqa: N802 - Qt's name
        """Return the keys that press it from anywhere on the page."""
        keys = self.button().shortcut().toString() if name in {PRESS, TOGGLE} else ""
        return [keys] if keys else []


class Tab(Press):
    """A button that shows a page, and is selected while its page is shown."""

    def role(self) -> QAccessible.Role:
        """Be a tab."""
        return QAccessible.Role.PageTab

    def state(self) -> QAccessible.State:
        """Return the state of a button; a page is selected, not turned over."""
        state = super().state()
        state.checkable, state.checked = False, False
        state.selectable, state.selected = True, self.button().isChecked()
        return state


_INTERFACES: Final[dict[QAccessible.Role, type[QAccessibleWidget]]] = {
    QAccessible.Role.Button: Press,
    QAccessible.Role.PageTab: Tab,
    QAccessible.Role.Grouping: InOrder,
    QAccessible.Role.Client: InOrder,
}


def _interface(key: str, thing: QObject) -> QAccessibleInterface | None:
    del key
    if not isinstance(thing, QWidget) or not createdByPython(thing):
        return None  # what Qt puts into its own widgets is known to Python for a moment only
    role = _role_of(type(thing))
    if role is None:
        return None
    made = _INTERFACES.get(role, QAccessibleWidget)(thing, role)
    key_of_made = id(made)
    _KEPT[key_of_made] = made
    thing.destroyed.connect(lambda _=None: _KEPT.pop(key_of_made, None))
    return made


def _role_of(kind: type[QWidget]) -> QAccessible.Role | None:
    """Return a role of ours; what is no more than a ground for other widgets is a `Client`."""
    roles = (_ROLES[each.__name__] for each in kind.__mro__ if each.__name__ in _ROLES)
    made_by_qt = next(each for each in kind.__mro__ if each.__module__.startswith("PySide6"))
    is_ground = made_by_qt in {QWidget, QScrollArea}
    return next(roles, QAccessible.Role.Client if is_ground else None)


def install() -> None:
    """Tell Qt to ask us first; called once, before the first widget is made."""
    QAccessible.installFactory(_interface)


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say something that just happened."""
    event = QAccessibleAnnouncementEvent(widget, words)
    QAccessible.updateAccessibility(event)
