"""A monkey at the window: clicks, keys, wheels and sizes at random, the same for the same seed."""

import random
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.pages.settings_look import LookCard
from tests.ui.journeys.walking import shown, turn

if TYPE_CHECKING:
    from collections.abc import Callable

KEYS: Final = (
    *(getattr(Qt.Key, f"Key_{digit}") for digit in range(10)),
    Qt.Key.Key_A,
    Qt.Key.Key_Z,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_F1,
    Qt.Key.Key_Menu,
)
WITH_CONTROL: Final = (
    *(getattr(Qt.Key, f"Key_{digit}") for digit in range(1, 10)),
    Qt.Key.Key_Z,
    Qt.Key.Key_Y,
    Qt.Key.Key_N,
    Qt.Key.Key_W,
    Qt.Key.Key_J,
    Qt.Key.Key_Comma,
    Qt.Key.Key_A,
)
LOOKS: Final = (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0)
"""With control these dress every widget anew, which takes its time: in torture alone."""
TEXTS: Final = ("<b>x</b>", "=1+1", "سلام", "🙂", "1,5", "-3", "x" * 300, "&File", "3")
SHEETS: Final = ("home", "settings", "about", "shortcuts", "guide")
SIZES: Final = ((860, 560), (1024, 700), (1240, 820), (1900, 1000))


class Monkey:
    """Does one thing after the other; `done` tells what, so that a failure can be read."""

    def __init__(self, window: MainWindow, seed: int, *, changes_looks: bool = False) -> None:
        self._window = window
        self._changes_looks = changes_looks
        self._random = random.Random(seed)  # noqa: S311 - a game
        self.done: list[str] = []

    def act(self) -> None:
        """Do one thing at random."""
        deeds: tuple[tuple[Callable[[], str], int], ...] = (
            (self._click, 40),
            (self._press_button, 20),
            (self._key, 25),
            (self._control_key, 6),
            (self._type, 5),
            (self._wheel, 5),
            (self._resize, 1),
            (self._go, 2),
        )
        deed = self._random.choices([d for d, _ in deeds], [weight for _, weight in deeds])[0]
        self.done.append(deed())
        self._close_menus()
        turn()

    def _widgets(self) -> list[QWidget]:
        return [
            each
            for each in shown(self._window)
            if each.width() > 1 and each.height() > 1 and not self._is_look(each)
        ]

    def _is_look(self, widget: QWidget | None) -> bool:
        """Return whether a widget would dress the window anew, which this monkey may not."""
        while widget is not None and not self._changes_looks:
            if isinstance(widget, LookCard):
                return True
            widget = widget.parentWidget()
        return False

    def _click(self) -> str:
        place = QPoint(
            self._random.randrange(self._window.width()),
            self._random.randrange(self._window.height()),
        )
        target = self._window.childAt(place)
        if target is None or self._is_look(target):
            return "nothing"
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(self._window, place))
        return f"click {type(target).__name__} at {place.toTuple()}"

    def _press_button(self) -> str:
        buttons = [e for e in self._widgets() if isinstance(e, QAbstractButton) and e.isEnabled()]
        if not buttons:
            return "nothing"
        button = self._random.choice(buttons)
        words = f"press {type(button).__name__} {button.accessibleName()[:40]!r}"
        button.setFocus()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return words

    def _key(self) -> str:
        return self._press(self._random.choice(KEYS), Qt.KeyboardModifier.NoModifier)

    def _control_key(self) -> str:
        keys = WITH_CONTROL + LOOKS if self._changes_looks else WITH_CONTROL
        return self._press(self._random.choice(keys), Qt.KeyboardModifier.ControlModifier)

    def _press(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> str:
        target = QApplication.focusWidget() or self._window
        if self._is_look(target):
            target = self._window
        words = f"{modifier.name} {key.name} at {type(target).__name__}"
        QTest.keyClick(target, key, modifier)
        return words

    def _type(self) -> str:
        text = self._random.choice(TEXTS)
        target = QApplication.focusWidget() or self._window
        for character in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
                QApplication.sendEvent(target, event)
        return f"type {text[:20]!r}"

    def _wheel(self) -> str:
        place = QPoint(
            self._random.randrange(self._window.width()),
            self._random.randrange(self._window.height()),
        )
        target = self._window.childAt(place) or self._window
        local = QPointF(target.mapFrom(self._window, place))
        turn = QPoint(0, self._random.choice((-120, 120, -480)))
        event = QWheelEvent(
            local,
            QPointF(self._window.mapToGlobal(place)),
            QPoint(),
            turn,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - Qt's own
        )
        QApplication.sendEvent(target, event)
        return f"wheel {type(target).__name__}"

    def _resize(self) -> str:
        width, height = self._random.choice(SIZES)
        self._window.resize(width, height)
        return f"resize {width} x {height}"

    def _go(self) -> str:
        workspace = self._window.workspace
        key = self._random.choice((*SHEETS, *(() if workspace is None else workspace.specs)))
        self._window.go(key, "")
        return f"go to {key}"

    def open_again(self) -> None:
        """Open a profile where none is, as somebody would who goes on working."""
        shelf = self._window.program.shelf
        paths = [shelf.path(each) for each in shelf.entries() if not each.trouble]
        if self._window.workspace is None and paths:
            self._window.open_profile(self._random.choice(paths))

    def _close_menus(self) -> None:
        popup = QApplication.activePopupWidget()
        while isinstance(popup, QMenu | QWidget) and popup.isVisible():
            popup.close()
            turn()
            again = QApplication.activePopupWidget()
            if again is popup:
                break
            popup = again
