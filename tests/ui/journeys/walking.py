"""Walk through a window: its widgets, and what screen readers are told of them."""

from collections.abc import Iterator

from PySide6.QtCore import QEventLoop, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QLabel,
    QScrollArea,
    QWidget,
)

from socialplanner.ui.widgets.buttons import Button


def turn() -> None:
    """Let the window live for a moment in a loop of its own, as the program does.

    Outside a loop Qt handles events but frees nothing of what was let go of.
    """
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()


def shown(root: QWidget) -> Iterator[QWidget]:
    """Yield every widget that is not hidden, outer ones first."""
    if root.isVisible():
        yield root
        for child in root.children():
            if isinstance(child, QWidget) and not child.isWindow():
                yield from shown(child)


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def role_of(widget: QWidget) -> QAccessible.Role:
    """Return what a screen reader takes a widget for."""
    return QAccessible.queryAccessibleInterface(widget).role()


def by_name(root: QWidget, name: str, *, enabled: bool = True) -> list[QWidget]:
    """Return what takes the focus and has a name, or one that begins so where it ends with “…”."""
    found = [each for each in shown(root) if each.focusPolicy() != Qt.FocusPolicy.NoFocus]
    if enabled:
        found = [each for each in found if each.isEnabled()]
    if name.endswith("…"):
        return [each for each in found if name_of(each).startswith(name[:-1])]
    return [each for each in found if name_of(each) == name]


def texts(root: QWidget) -> list[str]:
    """Return the words of all labels that are shown."""
    return [each.text() for each in shown(root) if isinstance(each, QLabel) and each.text()]


def focusable(root: QWidget) -> Iterator[QWidget]:
    """Yield every shown widget that the keyboard can reach."""
    for widget in shown(root):
        if isinstance(widget.parent(), QAbstractSpinBox):
            continue  # its line is a part of it, for the keyboard and for screen readers
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isEnabled():
            yield widget


def nameless(root: QWidget) -> list[str]:
    """Return the widgets the keyboard reaches of which a screen reader cannot say what they are."""
    silent = {QAccessible.Role.NoRole, QAccessible.Role.Client}
    return [
        f"{type(each).__name__} in {type(each.parent()).__name__}: role {role_of(each)}"
        for each in focusable(root)
        if not name_of(each).strip() or role_of(each) in silent
    ]


def reveal(widget: QWidget) -> None:
    """Scroll so that a widget can be seen, as a person would before pressing it."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, 20, 20)
        parent = parent.parentWidget()
    QApplication.processEvents()


def place_of(widget: QWidget, window: QWidget) -> QPoint:
    """Return the middle of what can be seen of a widget, in the window."""
    seen = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        seen &= QRect(parent.mapTo(window, QPoint(0, 0)), parent.size())
        parent = parent.parentWidget()
    return seen.center()


def clipped(root: QWidget) -> list[str]:
    """Return the labels whose words need more height than they have, and buttons cut at a side."""
    found = [
        f"{each.text()[:60]!r}: {each.width()} of {each.sizeHint().width()} px across"
        for each in shown(root)
        if isinstance(each, Button) and each.width() < each.sizeHint().width()
    ]
    for label in shown(root):
        if not isinstance(label, QLabel) or not label.text() or label.pixmap().width():
            continue
        needed = (
            label.heightForWidth(label.width())
            if label.wordWrap()
            else label.minimumSizeHint().height()
        )
        if needed > label.height() + 2:
            found.append(f"{label.text()[:60]!r}: {label.height()} of {needed} px")
    return found


def scrolled_sideways(root: QWidget) -> list[str]:
    """Return the areas of the window in which one has to scroll sideways."""
    return [
        f"{type(each).__name__}: {each.horizontalScrollBar().maximum()} px"
        for each in shown(root)
        if isinstance(each, QAbstractScrollArea)
        and each.horizontalScrollBar().maximum() > 0
        and isinstance(each, QScrollArea)
    ]
