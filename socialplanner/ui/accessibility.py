"""What screen readers are told beyond what Qt's own widgets say: headings and charts."""

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLES: Final[dict[str, QAccessible.Role]] = {}
_KEPT: Final[dict[int, QAccessibleInterface]] = {}


def expose_as(class_name: str, role: QAccessible.Role) -> None:
    """Let all widgets of a class be known under a role; called once a class, at import."""
    _ROLES[class_name] = role


def _interface(key: str, thing: QObject) -> QAccessibleInterface | None:
    del key
    role = _ROLES.get(type(thing).__name__)
    if role is None or not isinstance(thing, QWidget):
        return None
    made = QAccessibleWidget(thing, role, thing.accessibleName())
    key_of_thing = id(thing)
    _KEPT[key_of_thing] = made
    thing.destroyed.connect(lambda _=None: _KEPT.pop(key_of_thing, None))
    return made


def install() -> None:
    """Tell Qt to ask us first; called once, before the first widget is made."""
    QAccessible.installFactory(_interface)


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say something that just happened."""
    event = QAccessibleAnnouncementEvent(widget, words)
    QAccessible.updateAccessibility(event)
