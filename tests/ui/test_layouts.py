"""What layouts hold, told without asking them for their items."""

from PySide6.QtWidgets import QLabel, QLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from socialplanner.ui.widgets.contents import contents
from socialplanner.ui.widgets.flow import FlowLayout
from socialplanner.ui.widgets.layouts import column, row


def told(layout: QLayout) -> list[object]:
    """Return the words of a layout's labels, those of a layout within it as a list."""
    return [
        each.text() if isinstance(each, QLabel) else told(each)
        for each in contents(layout)
        if isinstance(each, QLabel | QLayout)
    ]


def test_what_a_layout_holds_is_told_in_its_order_whenever_it_was_put_there(qtbot: QtBot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    box = column(QLabel("first"), row(QLabel("left"), 1, QLabel("right")), QLabel("last"))
    ground.setLayout(box)
    box.insertLayout(1, FlowLayout(QLabel("a"), QLabel("b")))
    box.insertWidget(0, QLabel("late"))
    assert told(box) == ["late", "first", ["a", "b"], ["left", "right"], "last"]


def test_what_left_a_layout_is_told_no_more(qtbot: QtBot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    box = QVBoxLayout(ground)
    stays, goes = QLabel("stays"), QLabel("goes")
    for each in (goes, stays):
        box.addWidget(each)
    assert told(box) == ["goes", "stays"]
    goes.setParent(None)
    assert told(box) == ["stays"]


def test_a_layout_without_a_widget_tells_the_layouts_in_it_alone() -> None:
    inner = QVBoxLayout()
    assert contents(column(inner)) == [inner]
