"""Where the window stood: kept as plain numbers, and checked against the screens there are now."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from socialplanner.ui.ports import Settings

KEPT: Final = "window_geometry"
FIRST: Final = QSize(1240, 820)
LEAST: Final = QSize(860, 560)
FRAME: Final = 36
"""Pixels that a title bar needs above a window."""

MAXIMISED: Final = "maximised"
NUMBERS: Final = 4


def restore(window: QMainWindow, settings: "Settings") -> None:
    """Put a window where it stood last, as far as the screens allow; at first, in the middle."""
    rooms = screen_rooms()
    smallest = QSize(min(r.width() for r in rooms), min(r.height() for r in rooms))
    window.setMinimumSize(LEAST.boundedTo(smallest))
    words = settings.text(KEPT).split()
    window.setGeometry(fitted(read(words) or middle(rooms[0]), rooms))
    if MAXIMISED in words:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def keep(window: QMainWindow, settings: "Settings") -> None:
    """Keep where a window stands, or would stand were it not maximised."""
    state = Qt.WindowState
    is_large = bool(window.windowState() & (state.WindowMaximized | state.WindowFullScreen))
    stands = window.normalGeometry() if is_large else window.geometry()
    numbers = f"{stands.x()} {stands.y()} {stands.width()} {stands.height()}"
    settings.put(KEPT, f"{numbers} {MAXIMISED}" if window.isMaximized() else numbers)


def read(words: Sequence[str]) -> QRect | None:
    """Return the rectangle that words say; None where they say none."""
    try:
        x, y, width, height = map(int, words[:NUMBERS])
    except ValueError:
        return None
    rectangle = QRect(x, y, width, height)
    return rectangle if rectangle.isValid() else None


def middle(room: QRect) -> QRect:
    """Return where a window stands that never stood anywhere."""
    rectangle = QRect(QPoint(), FIRST.boundedTo(room.size()))
    rectangle.moveCenter(room.center())
    return rectangle


def fitted(wanted: QRect, rooms: Sequence[QRect]) -> QRect:
    """Return a rectangle that the screens show whole: the one wanted where they do, else near it.

    What stands on no screen any more comes to the first.
    """
    shown = [room.intersected(wanted) for room in rooms]
    if sum(map(area, shown)) == area(wanted):
        return wanted
    room = max(rooms, key=lambda each: area(each.intersected(wanted)))
    found = QRect(wanted.topLeft(), wanted.size().boundedTo(room.size()))
    found.moveLeft(max(room.left(), min(found.left(), room.right() + 1 - found.width())))
    found.moveTop(max(room.top(), min(found.top(), room.bottom() + 1 - found.height())))
    return found


def screen_rooms() -> list[QRect]:
    """Return what each screen leaves free for windows below their title bars, the first first."""
    first = QGuiApplication.primaryScreen()
    screens = sorted(QGuiApplication.screens(), key=lambda each: each is not first)
    return [each.availableGeometry().adjusted(0, FRAME, 0, 0) for each in screens]


def area(rectangle: QRect) -> int:
    """Return how many pixels a rectangle covers."""
    return max(0, rectangle.width()) * max(0, rectangle.height())
