"""A person at the window: finds things by their names, clicks where they are, types."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.exceptions import TimeoutError as TimedOut
from pytestqt.qtbot import QtBot

from socialplanner.ui.main_window import MainWindow
from tests.ui.journeys.walking import by_name, name_of, place_of, reveal, shown, texts

LONGEST_WAIT = 20_000
MOST_TABS = 400
STILL = 8
"""So many looks in a row, a hundredth of a second apart, at which nothing has moved."""


class Person:
    """Somebody who uses the window by mouse or by keyboard, and waits for what appears."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self._qtbot = qtbot

    def find(self, name: str) -> QWidget:
        """Wait for a widget of a name and return the first."""
        try:
            self._qtbot.waitUntil(lambda: bool(by_name(self.window, name)), timeout=LONGEST_WAIT)
        except TimedOut as error:
            names = sorted({name_of(each) for each in shown(self.window)} - {""})
            self.window.grab().save("/tmp/dbg.png")
            raise AssertionError(f"{name!r} never came; there are {names}") from error
        return by_name(self.window, name)[0]

    def sees(self, words: str) -> bool:
        """Tell whether words stand in the window now, in a label or as a name."""
        named = (name_of(each) for each in shown(self.window))
        return any(words in text for text in [*texts(self.window), *named])

    def waits_for(self, words: str) -> None:
        """Wait until words stand in the window."""
        self._qtbot.waitUntil(lambda: self.sees(words), timeout=LONGEST_WAIT)

    def waits_until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        self._qtbot.waitUntil(holds, timeout=LONGEST_WAIT)

    def clicks(self, name: str) -> None:
        """Click with the mouse on what has a name; what covers it would get the click."""
        widget = self.find(name)
        place = self._settled(widget)
        target = self.window.childAt(place)
        assert target is not None, f"nothing is at {name!r}"
        inside = target is widget or widget.isAncestorOf(target)
        assert inside, f"{name!r} is covered by {type(target).__name__} {name_of(target)!r}"
        local = target.mapFrom(self.window, place)
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=local)
        QApplication.processEvents()

    def _settled(self, widget: QWidget) -> QPoint:
        """Scroll to a widget and return where it is, once it has stopped moving."""
        places = [QPoint(-1, -1)]

        def is_still() -> bool:
            reveal(widget)
            places.append(place_of(widget, self.window))
            target = self.window.childAt(places[-1])
            is_there = target is not None and (target is widget or widget.isAncestorOf(target))
            return is_there and len(set(places[-STILL:])) == 1 and len(places) > STILL

        self._qtbot.waitUntil(is_still, timeout=LONGEST_WAIT)
        return places[-1]

    def presses(self, keys: str) -> None:
        """Press keys, written as in menus: "Ctrl+Z", "Tab", "3"."""
        combination = QKeySequence(keys)[0]
        QTest.keyClick(self.focus(), combination.key(), combination.keyboardModifiers())
        QApplication.processEvents()

    def types(self, text: str) -> None:
        """Type a text into what has the focus."""
        QTest.keyClicks(self.focus(), text)
        QApplication.processEvents()

    def focus(self) -> QWidget:
        """Return what the keyboard is at: a widget, else the window."""
        return QApplication.focusWidget() or self.window

    def tabs_to(self, name: str) -> None:
        """Press Tab until something of a name has the focus."""
        for _ in range(MOST_TABS):
            here = name_of(self.focus())
            if here == name or (name.endswith("…") and here.startswith(name[:-1])):
                return
            self.presses("Tab")
        names = [
            name_of(each)
            for each in shown(self.window)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        raise AssertionError(f"Tab never reaches {name!r}; it could be {names}")

    def fills(self, name: str, text: str) -> None:
        """Click into a field and type."""
        self.clicks(name)
        self.types(text)

    def centre(self) -> QPoint:
        """Return the middle of the window."""
        return self.window.rect().center()
