"""A person at the window: finds things by their names, clicks where they are, types."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.exceptions import TimeoutError as TimedOut
from pytestqt.qtbot import QtBot

from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.widgets.buttons import named_after
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
        """Click with the mouse on what has a name, once it has stopped moving."""
        place = self._settled(name)
        target = self.window.childAt(place)
        assert target is not None, f"nothing is at {name!r}"
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(self.window, place))
        QApplication.processEvents()

    def _settled(self, name: str) -> QPoint:
        """Scroll to what has a name and return where it is; what covers it would get the click."""
        places = [QPoint(-1, -1)]

        def is_still() -> bool:
            widget = self.find(name)
            reveal(widget)
            places.append(place_of(widget, self.window))
            target = self.window.childAt(places[-1])
            is_there = target is not None and (target is widget or widget.isAncestorOf(target))
            return is_there and len(set(places[-STILL:])) == 1 and len(places) > STILL

        try:
            self._qtbot.waitUntil(is_still, timeout=LONGEST_WAIT)
        except TimedOut as error:
            target = self.window.childAt(places[-1])
            over = f"{type(target).__name__} {name_of(target)!r}" if target else "nothing"
            raise AssertionError(f"{name!r} does not settle: {over} is at its place") from error
        return places[-1]

    def presses(self, keys: str) -> None:
        """Press keys, written as in menus: "Ctrl+Z", "Tab", "3"."""
        QTest.keySequence(self.focus(), QKeySequence(keys))
        QApplication.processEvents()

    def chooses(self, name: str) -> None:
        """Choose an entry of the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu is open"
        action = next(each for each in menu.actions() if named_after(each.text()) == name)
        place = menu.actionGeometry(action).center()
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
        QApplication.processEvents()

    def types(self, text: str) -> None:
        """Type a text into what has the focus, in whatever script."""
        for sign in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign)
                QApplication.sendEvent(self.focus(), event)
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
