"""The order of the Tab key: as things are read, whenever they came to the page."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def set_reading_order(root: QWidget) -> None:
    """Let the Tab key go through everything below a widget as its layouts place it."""
    found = list(in_reading_order(root))
    for before, after in pairwise(found):
        QWidget.setTabOrder(before, after)


def in_reading_order(root: QWidget) -> Iterator[QWidget]:
    """Yield what the Tab key can reach below a widget, in the order of its layouts."""
    layout = root.layout()
    if layout is not None:
        yield from _reached(layout)


def _reached(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        nested, widget = (None, None) if item is None else (item.layout(), item.widget())
        if nested is not None:
            yield from _reached(nested)
        elif widget is not None:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield widget
            yield from in_reading_order(widget)
