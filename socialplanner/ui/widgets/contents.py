"""What a layout holds, told without asking it for its items."""

from PySide6.QtWidgets import QLayout, QWidget


def contents(layout: QLayout) -> list[QWidget | QLayout]:
    """Return what a layout holds, in its order; growing room is left out.

    No layout is asked for its items: PySide keeps what it made for an item after Qt has freed the
    item, takes the next thing at that address for it, and ends the program when that one goes.
    """
    parent = layout.parentWidget()
    widgets = [] if parent is None else parent.children()
    found = [
        (layout.indexOf(each), each)
        for each in (*widgets, *layout.children())
        if isinstance(each, QWidget | QLayout)
    ]
    return [each for place, each in sorted(found, key=lambda pair: pair[0]) if place >= 0]
