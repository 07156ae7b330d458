"""The order in which the tab key goes: as the page is read, whenever its parts were made.

Qt goes by the order of making. Cards are made while the page is shown already, notes and help when
they are asked for, so that order would lead a person through the page criss-cross.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLayout,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from socialplanner.ui.widgets.contents import contents


def reading_order(root: QWidget) -> list[QWidget]:
    """Return everything at which the tab key stops, in the order of reading."""
    return list(_stops(root))


def go_on(root: QWidget, *, is_next: bool) -> bool:
    """Move the keyboard to the next stop or the one before; False where it stands at none."""
    now = QApplication.focusWidget()
    stops = list(_stops(root, now))
    if now not in stops or len(stops) == 1:
        return False
    place = stops.index(now) + (1 if is_next else -1)
    target = stops[place % len(stops)]
    reason = Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    _bring_into_sight(target)
    return True


def _stops(widget: QWidget, now: QWidget | None = None) -> Iterator[QWidget]:
    """Yield every stop, and what has the keyboard `now` though the tab key does not stop there."""
    if not widget.isVisible() or not widget.isEnabled():
        return
    is_stop = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    if (is_stop and widget.focusProxy() is None) or widget is now:
        yield widget
    for part in parts_of(widget):
        yield from _stops(part, now)


def parts_of(widget: QWidget) -> list[QWidget]:
    """Return what a widget holds, in the order of its layout where it has one."""
    if isinstance(widget, QMainWindow):
        return _one(widget.centralWidget())
    if isinstance(widget, QScrollArea):
        return _one(widget.widget())
    if isinstance(widget, QStackedWidget):
        return _one(widget.currentWidget())
    layout = widget.layout()
    laid_out = [] if layout is None else list(_laid_out(layout))
    children = (child for child in widget.children() if isinstance(child, QWidget))
    others = [child for child in children if not child.isWindow() and child not in laid_out]
    return laid_out + others


def _one(widget: QWidget | None) -> list[QWidget]:
    return [] if widget is None else [widget]


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for part in contents(layout):
        if isinstance(part, QWidget):
            yield part
        else:
            yield from _laid_out(part)


def _bring_into_sight(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, widget.fontMetrics().height())
        above = above.parentWidget()
