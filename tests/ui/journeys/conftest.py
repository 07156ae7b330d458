"""What journeys get: somebody at the window, a watchdog, and nothing outside that opens."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from socialplanner.ui.main_window import MainWindow
from tests.ui.journeys.person import Person
from tests.ui.journeys.watchdog import Watchdog


class Outside(QObject):
    """Takes what would be opened in another program."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url)


@pytest.fixture(autouse=True)
def outside() -> Iterator[Outside]:
    """Let no test open another program; what would be opened is noted."""
    taker = Outside()
    for scheme in ("file", "http", "https", "mailto"):
        QDesktopServices.setUrlHandler(scheme, taker, "take")  # type: ignore[arg-type]  # a str
    yield taker
    for scheme in ("file", "http", "https", "mailto"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def person(window: MainWindow, qtbot: QtBot) -> Person:
    """Put somebody at the window."""
    return Person(window, qtbot)


@pytest.fixture
def watchdog(window: MainWindow) -> Iterator[Watchdog]:
    """Watch whether the window answers, and fail where it does not.

    What earlier tests left in memory is not the window's to tidy up.
    """
    del window
    gc.collect()
    gc.freeze()
    with Watchdog() as dog:
        yield dog
    gc.unfreeze()
    assert not dog.complaint(), dog.complaint()
