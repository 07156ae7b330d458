"""Boxes: columns, rows, cards and pages that scroll, without a style sheet at hand."""

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from socialplanner.ui.accessibility import expose_as

Box = TypeVar("Box", bound=QBoxLayout)


def column(*items: QWidget | QLayout | int, spacing: int = 8, margins: int = 0) -> QVBoxLayout:
    """Return items one below the other; a number is room that grows with that weight, 0 a gap."""
    return _filled(QVBoxLayout(), items, spacing, margins)


def row(*items: QWidget | QLayout | int, spacing: int = 8, margins: int = 0) -> QHBoxLayout:
    """Return items side by side; a number is room that grows with that weight."""
    return _filled(QHBoxLayout(), items, spacing, margins)


def _filled(box: Box, items: Iterable[QWidget | QLayout | int], spacing: int, margins: int) -> Box:
    box.setSpacing(spacing)
    box.setContentsMargins(margins, margins, margins, margins)
    for item in items:
        add(box, item)
    return box


def add(box: QBoxLayout, item: QWidget | QLayout | int, stretch: int = 0) -> None:
    """Add a widget, a layout or growing room to a box."""
    if isinstance(item, int):
        box.addStretch(item)
    elif isinstance(item, QWidget):
        box.addWidget(item, stretch)
    else:
        box.addLayout(item, stretch)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout; its widgets are deleted."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def put(box: QBoxLayout, *lines: QWidget) -> None:
    """Let a box hold these lines alone; the keyboard can be put on them at once.

    Qt would show them a turn of events later, and until then nothing of them can have the focus:
    who typed on at speed would write elsewhere. `drop` takes away what a box held before.
    """
    for line in lines:
        box.removeWidget(line)
        box.addWidget(line)
    parent = box.parentWidget()
    whole = box if parent is None else parent.layout() or box
    whole.setEnabled(False)  # else every single line would have the whole page laid out anew
    for line in lines:
        line.show()
    whole.setEnabled(True)


def drop(lines: Iterable[QWidget]) -> None:
    """Take lines away for good."""
    for line in lines:
        line.hide()
        line.setParent(None)
        line.deleteLater()


class Hanging(QVBoxLayout):
    """A column that hangs out at its sides by some pixels, at ordinary text size.

    So what has room around it that nobody sees stands in line with what stands above it.
    """

    def __init__(self, *widgets: QWidget, left: int = 0, right: int = 0) -> None:
        """Hold widgets one below the other."""
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self._left, self._right = left, right
        for widget in widgets:
            self.addWidget(widget)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Take the room beside it, too."""
        super().setGeometry(rect.adjusted(-self._left, 0, self._right, 0))

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height at the width that is really taken."""
        return super().heightForWidth(width + self._left + self._right)

    def minimumHeightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the least height at the width that is really taken."""
        return super().minimumHeightForWidth(width + self._left + self._right)


class Frame(QFrame):
    """A frame with a look: "card", "panel", "bar", "footer", "rail", "line" or "clear"."""

    def __init__(self, role: str, layout: QLayout | None = None) -> None:
        """Show a layout in a frame."""
        super().__init__()
        self.setProperty("role", role)
        if layout is not None:
            self.setLayout(layout)


class Card(Frame):
    """A surface that holds what belongs together; `box` takes its content."""

    def __init__(
        self, *items: QWidget | QLayout | int, spacing: int = 10, margins: int = 20
    ) -> None:
        """Show items one below the other on a surface."""
        self.box = column(*items, spacing=spacing, margins=margins)
        super().__init__("card", self.box)


class _Ground(QWidget):
    """What scrolls: as high as its width makes it, not as its narrowest width would."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for little height: the scroll area asks for the height at its own width."""
        return QSize(super().minimumSizeHint().width(), 0)


class ScrollPage(QScrollArea):
    """A page that scrolls down and keeps its lines at a readable width; `box` takes its content."""

    def __init__(self, *, widest: int = 1040, margins: int = 28, spacing: int = 16) -> None:
        """Begin empty."""
        super().__init__()
        self.setProperty("role", "clear")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.box = column(spacing=spacing)
        middle = QWidget()
        middle.setProperty("role", "clear")
        middle.setLayout(self.box)
        middle.setMaximumWidth(widest)
        middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        ground = _Ground()
        ground.setProperty("role", "clear")
        outer = row(spacing=0, margins=margins)
        outer.addWidget(middle, 1, Qt.AlignmentFlag.AlignTop)
        ground.setLayout(outer)
        self.setWidget(ground)


def page_of(widget: QWidget) -> QScrollArea | None:
    """Return what a widget scrolls in, None where nothing does."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent


class Line(Frame):
    """A thin line across."""

    def __init__(self) -> None:
        """Show it."""
        super().__init__("line")


def line() -> Line:
    """Return a thin line across."""
    return Line()


def lay_out_now(widget: QWidget) -> None:
    """Give all that a widget is in the size it asks for, up to what scrolls, before it is seen."""
    area = page_of(widget)
    ground = None if area is None else area.widget()
    around: QWidget | None = widget
    while ground is not None and around is not None:
        layout = around.layout()
        if layout is not None:
            layout.activate()
        if around is ground:
            QCoreApplication.sendEvent(ground, QEvent(QEvent.Type.LayoutRequest))
            break
        around = around.parentWidget()


expose_as("Frame", QAccessible.Role.Grouping)
expose_as("Line", QAccessible.Role.Separator)
