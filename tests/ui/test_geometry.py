"""Where the window stands: as it was left, but never where nobody can see it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from socialplanner.app.program import DesktopProgram
from socialplanner.ui import geometry

OPEN_AND_CLOSE = """
import sys
from pathlib import Path
from socialplanner.app.program import DesktopProgram
from socialplanner.ui.starting import MainWindow, chosen, made_application

folder, *wanted = sys.argv[1:]
program = DesktopProgram(Path(folder, "data"), Path(folder, "config"))
application = made_application()
window = MainWindow(program, chosen(application, program))
window.show()
application.processEvents()
print(*window.geometry().getRect())
if wanted:
    window.setGeometry(*map(int, wanted))
window.close()
"""

LEFT = QRect(0, 36, 1920, 1044)
RIGHT = QRect(1920, 36, 1280, 988)
SMALL = QRect(0, 36, 800, 564)


@pytest.mark.parametrize(
    ("wanted", "rooms", "found"),
    [
        (QRect(300, 100, 1240, 820), [LEFT], QRect(300, 100, 1240, 820)),
        (QRect(1500, 100, 1000, 700), [LEFT, RIGHT], QRect(1500, 100, 1000, 700)),
        (QRect(2000, 100, 1000, 700), [LEFT], QRect(920, 100, 1000, 700)),
        (QRect(5000, -900, 1000, 700), [LEFT], QRect(920, 36, 1000, 700)),
        (QRect(-4000, 3000, 1000, 700), [LEFT, RIGHT], QRect(0, 380, 1000, 700)),
        (QRect(2900, 100, 1000, 700), [LEFT, RIGHT], QRect(2200, 100, 1000, 700)),
        (QRect(10, 50, 1240, 820), [SMALL], QRect(0, 36, 800, 564)),
        (QRect(100, 0, 1000, 700), [LEFT], QRect(100, 36, 1000, 700)),
    ],
    ids=[
        "as it was",
        "across two screens",
        "unplugged screen",
        "far away",
        "far the other way",
        "half outside",
        "smaller screen",
        "title bar above the screen",
    ],
)
def test_a_window_comes_back_whole_and_as_near_as_the_screens_allow(
    wanted: QRect, rooms: list[QRect], found: QRect
) -> None:
    assert geometry.fitted(wanted, rooms) == found
    assert geometry.fitted(found, rooms) == found


@pytest.mark.parametrize(
    "kept", ["", "1 2 3", "a b c d", "1 2 0 0", "1 2 -5 900", "AdnQywADAAAAAAAKAAAA", "1e9 2 3 4"]
)
def test_what_is_no_place_counts_as_none(kept: str) -> None:
    assert geometry.read(kept.split()) is None


def window_of(qtbot: QtBot, program: DesktopProgram) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    geometry.restore(made, program.settings)
    return made


def test_the_first_window_stands_whole_on_the_screen(qtbot: QtBot, program: DesktopProgram) -> None:
    room = geometry.screen_rooms()[0]
    made = window_of(qtbot, program)
    assert room.contains(made.geometry())
    assert made.minimumWidth() <= room.width()


def test_a_window_is_kept_and_comes_back(qtbot: QtBot, program: DesktopProgram) -> None:
    first = window_of(qtbot, program)
    size = first.minimumSize()
    first.setGeometry(0, 41, size.width(), size.height())
    geometry.keep(first, program.settings)
    assert window_of(qtbot, program).geometry() == first.geometry()


def test_a_maximised_window_comes_back_so_and_remembers_its_size(
    qtbot: QtBot, program: DesktopProgram
) -> None:
    first = window_of(qtbot, program)
    before = first.geometry()
    first.showMaximized()
    geometry.keep(first, program.settings)
    again = window_of(qtbot, program)
    assert again.isMaximized()
    again.show()
    again.showNormal()
    assert again.geometry() == before


def opened_and_closed(folder: Path, screens: list[QRect], *wanted: int) -> list[int]:
    """Open a window in a process of its own that has these screens; move it before it closes."""
    named = [
        {"name": str(number), "x": r.x(), "y": r.y(), "width": r.width(), "height": r.height()}
        for number, r in enumerate(screens)
    ]
    for screen in named:
        screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    (folder / "screens.json").write_text(json.dumps({"screens": named}), "utf-8")
    platform = f"offscreen:configfile={folder / 'screens.json'}"
    done = subprocess.run(
        [sys.executable, "-c", OPEN_AND_CLOSE, str(folder), *map(str, wanted)],
        check=True,
        capture_output=True,
        env={**os.environ, "QT_QPA_PLATFORM": platform},
    )
    return [int(number) for number in done.stdout.split()]


def test_a_window_of_an_unplugged_screen_comes_to_the_one_that_is_left(tmp_path: Path) -> None:
    left, right = QRect(0, 0, 1920, 1080), QRect(1920, 0, 1920, 1080)
    wanted = (2200, 100, 1240, 820)
    opened_and_closed(tmp_path, [left, right], *wanted)
    assert opened_and_closed(tmp_path, [left, right]) == list(wanted)
    assert opened_and_closed(tmp_path, [left]) == [680, 100, 1240, 820]


def test_a_window_fits_a_screen_that_is_smaller_than_any_before(tmp_path: Path) -> None:
    opened_and_closed(tmp_path, [QRect(0, 0, 1920, 1080)], 600, 200, 1240, 820)
    x, y, width, height = opened_and_closed(tmp_path, [QRect(0, 0, 1024, 700)])
    frame = 2  # what Qt draws around a window where there is no screen
    assert (max(0, x - frame), width) == (0, 1024)
    assert y > 0
    assert y + height <= 700
