"""The rail shows the step of the page that is shown, in a small window and in large letters."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from pytestqt.qtbot import QtBot

from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.theme import Theme


@pytest.fixture
def scale(theme: Theme) -> Iterator[Theme]:
    yield theme
    theme.apply(theme.appearance, 1.0)


def is_in_sight(window: MainWindow) -> bool:
    assert window.workspace is not None
    step = window.workspace.rail.step(window.workspace.key)
    ground = step.parentWidget()
    port = None if ground is None else ground.parentWidget()
    assert port is not None
    return port.rect().contains(QRect(step.mapTo(port, QPoint(0, 0)), step.size()))


def test_the_current_step_is_scrolled_to_however_one_comes_to_it(
    qtbot: QtBot, window: MainWindow, scale: Theme, sample_profile: Callable[[str], Path]
) -> None:
    window.resize(1024, 700)
    window.open_profile(sample_profile("cafe"), "compare")
    qtbot.waitUntil(lambda: is_in_sight(window))
    for key in ("profile", "review", "logbook"):
        window.go(key)
        qtbot.waitUntil(lambda: is_in_sight(window))
    scale.apply(scale.appearance, 2.0)
    qtbot.waitUntil(lambda: is_in_sight(window))
    window.resize(860, 560)
    qtbot.waitUntil(lambda: is_in_sight(window))
    qtbot.waitUntil(lambda: window.tasks.is_idle, timeout=20_000)
