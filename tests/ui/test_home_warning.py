"""A folder that a cloud service copies is warned of at home, once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from socialplanner.app.program import DesktopProgram
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.theme import Theme
from tests.ui.homes import listed, named, said


@pytest.fixture
def program(tmp_path: Path) -> DesktopProgram:
    made = DesktopProgram(tmp_path / "Dropbox" / "data", tmp_path / "config")
    made.settings.put("sample_made", True)  # noqa: FBT003 - a setting like any other
    made.shelf.add(named(made, "Bakery"))
    return made


@pytest.fixture
def again(program: DesktopProgram, theme: Theme, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(program, theme)
    qtbot.addWidget(made)
    yield made
    made.close()


def test_a_folder_in_a_cloud_is_warned_of_at_the_first_start_and_not_at_the_next(
    window: MainWindow, again: MainWindow, qtbot: QtBot
) -> None:
    listed(window, qtbot)
    qtbot.waitUntil(lambda: bool(window.messages.messages()))
    assert "is copied by a cloud service (Dropbox)" in said(window)
    assert "socialplanner " not in said(window)
    window.close()
    again.show()
    listed(again, qtbot)
    qtbot.waitUntil(lambda: again.home.contents.catalogue is not None)
    assert again.messages.messages() == []
