"""The Qt that is installed here can carry a window for hours."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QSettings
from PySide6.QtGui import QColor, QPainterPath
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

CALLS = 1_000
SLACK = 50  # other parts of the interpreter come and go by a few references


def calls(label: QLabel, field: QLineEdit) -> dict[str, Callable[[], object]]:
    """Return calls of Qt's three libraries that answer None, or take it, by name."""
    parent, path, colour, settings = QObject(), QPainterPath(), QColor(), QSettings("a", "b")
    return {
        "core: setObjectName": lambda: parent.setObjectName("name"),
        "core: property": lambda: parent.property("absent"),
        "core: setProperty": lambda: parent.setProperty("kept", None),
        "core: setX": lambda: QPoint().setX(3),
        "core: value": lambda: settings.value("absent"),
        "gui: moveTo": lambda: path.moveTo(1.0, 2.0),
        "gui: setRgb": lambda: colour.setRgb(1, 2, 3),
        "widgets: setText": lambda: label.setText("text"),
        "widgets: resize": lambda: label.resize(10, 20),
        "widgets: parent": label.parent,
        "widgets: clear": field.clear,
        "widgets: validator": field.validator,
    }


def test_no_call_of_qt_takes_a_reference_to_none_away(qtbot: QtBot) -> None:
    label, field = QLabel(), QLineEdit()
    qtbot.addWidget(label)
    qtbot.addWidget(field)
    lost = {name: references_lost(call) for name, call in calls(label, field).items()}
    assert {name: count for name, count in lost.items() if count > SLACK} == {}


def references_lost(call: Callable[[], object]) -> int:
    """Return how many references to None are gone after many calls."""
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    return before - sys.getrefcount(None)
