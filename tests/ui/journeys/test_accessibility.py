"""Every page as it is read out, and as it is read with large letters or in a small window."""

from collections.abc import Iterator
from contextlib import suppress

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.theme import Theme
from tests.ui.journeys.pages import EVERY, ODD, show
from tests.ui.journeys.telling import (
    headings,
    mute_charts,
    not_plain,
    out_of_order,
    silent_marks,
    unlabelled,
    with_markup,
)
from tests.ui.journeys.walking import clipped, nameless, scrolled_sideways

ORDINARY = (1024, 700)
SMALLEST = (860, 560)


@pytest.fixture
def scale(theme: Theme) -> Iterator[Theme]:
    yield theme
    theme.apply(theme.appearance, 1.0)


@pytest.mark.parametrize("text", ["", ODD], ids=["usual", "odd"])
@pytest.mark.parametrize("key", EVERY)
def test_every_page_can_be_read_out_and_read_whatever_its_size(
    window: MainWindow, qtbot: QtBot, scale: Theme, key: str, text: str
) -> None:
    window.resize(*ORDINARY)
    page = show(window, qtbot, key, text)
    assert told_wrongly(window) == []
    assert len(headings(page, 1)) == 1
    assert seen_wrongly(window) == []
    window.resize(*SMALLEST)
    assert seen_wrongly(window) == []
    window.resize(*ORDINARY)
    scale.apply(scale.appearance, 2.0)
    # Results that come while the size changes are laid out one turn later.
    with suppress(QtBot.TimeoutError):
        qtbot.waitUntil(lambda: not seen_wrongly(window), timeout=3_000)
    assert seen_wrongly(window) == []


def told_wrongly(window: MainWindow) -> list[str]:
    """Return everything that a screen reader would not be told, or told as nobody says it."""
    root = window.centralWidget()
    assert root is not None
    return [
        *nameless(root),
        *unlabelled(root),
        *with_markup(root),
        *not_plain(root),
        *mute_charts(root),
        *silent_marks(root),
        *out_of_order(root),
    ]


def seen_wrongly(root: QWidget) -> list[str]:
    """Return the words that are cut, and where one would have to scroll sideways."""
    for _ in range(5):
        QApplication.processEvents()
    return [*clipped(root), *scrolled_sideways(root)]
