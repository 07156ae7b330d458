"""What screen readers are told of a window, and what they should not be told."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from socialplanner.ui.widgets.chart_view import ChartView
from socialplanner.ui.widgets.labels import Heading
from tests.ui.journeys.walking import shown

ROLE = QAccessible.Role
TEXT = QAccessible.Text


def told(root: QWidget) -> list[QAccessibleInterface]:
    """Return everything that is told of a widget, as it is read from the first to the last."""
    return list(_told(QAccessible.queryAccessibleInterface(root)))


def _told(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    if node.state().invisible:
        return
    yield node
    for index in range(node.childCount()):
        yield from _told(node.child(index))


def with_markup(root: QWidget) -> list[str]:
    """Return what would be read out with signs of markup that nobody wrote."""
    words = [node.text(kind) for node in told(root) for kind in (TEXT.Name, TEXT.Description)]
    return [each for each in words if "<qt>" in each or "&lt;" in each]


def not_plain(root: QWidget) -> list[str]:
    """Return the labels and tips in which a person's text would be taken for markup."""
    labels = [
        each.text()[:60]
        for each in shown(root)
        if isinstance(each, QLabel) and each.textFormat() != Qt.TextFormat.PlainText and each.text()
    ]
    tips = [
        each.toolTip()[:60]
        for each in shown(root)
        if "<" in each.toolTip().removeprefix("<qt>").removesuffix("</qt>")
    ]
    return labels + tips


def unlabelled(root: QWidget) -> list[str]:
    """Return the choices of which, on Linux, nobody is told what is chosen there."""
    return [
        f"{type(each).__name__}: {each.currentText()[:40]!r}"
        for each in shown(root)
        if isinstance(each, QComboBox) and not _label_of(each)
    ]


def _label_of(box: QComboBox) -> str:
    found = QAccessible.queryAccessibleInterface(box).relations(QAccessible.RelationFlag.Label)
    return next((node.text(TEXT.Name) for node, _relation in found), "")


def out_of_order(root: QWidget) -> list[str]:
    """Return what is told before something that stands above it, in one column of a page."""
    wrong = []
    for node in told(root):
        parts = [node.child(index) for index in range(node.childCount())]
        seen = [part for part in parts if not part.state().invisible and part.rect().height()]
        for before, after in pairwise(seen):
            if _is_above(after.rect(), before.rect()):
                first, then = (part.text(TEXT.Name)[:40] for part in (before, after))
                wrong.append(f"{then!r} after {first!r}")
    return wrong


def _is_above(one: QRect, other: QRect) -> bool:
    """Tell whether one stands above the other, and not in a column beside it."""
    is_beside = one.left() > other.right() or one.right() < other.left()
    return not is_beside and one.bottom() < other.top()


def mute_charts(root: QWidget) -> list[str]:
    """Return the charts that do not say what stands in them."""
    wrong = []
    for chart in (each for each in shown(root) if isinstance(each, ChartView)):
        node = QAccessible.queryAccessibleInterface(chart)
        said = node.text(TEXT.Description)
        rows = [row[0] for row in chart.scene.rows[1:]]
        if node.role() != ROLE.Chart or not rows or not all(row in said for row in rows):
            wrong.append(node.text(TEXT.Name))
    return wrong


def headings(root: QWidget, level: int) -> list[str]:
    """Return the headings of a level, as they are told."""
    found = [each for each in shown(root) if isinstance(each, Heading) and each.level == level]
    nodes = [QAccessible.queryAccessibleInterface(each) for each in found]
    assert all(node.role() == ROLE.Heading for node in nodes)
    return [node.text(TEXT.Name) for node in nodes]


def silent_marks(root: QWidget) -> list[str]:
    """Return what can be turned over without a screen reader being told whether it is."""
    wrong = []
    for node in told(root):
        thing = node.object()
        if (
            not isinstance(thing, QWidget)
            or not thing.property("checkable")
            or node.role() == ROLE.PageTab
        ):
            continue
        state = node.state()
        if not state.checkable or bool(state.checked) != bool(thing.property("checked")):
            wrong.append(node.text(TEXT.Name))
    return wrong
