"""A real X screen: the window comes up on it, dressed in its own fonts."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

LARGE = "1280x900x24"

FONT = """
from PySide6.QtGui import QFontDatabase, QFontInfo, QFont
from PySide6.QtWidgets import QApplication
from socialplanner.ui.theme import FAMILY, FAMILY_BOLD, Appearance, Theme

application = QApplication([])
Theme(application).apply(Appearance.LIGHT)
print(application.platformName(), QFontInfo(QFont(FAMILY)).family() == FAMILY,
      QFontInfo(QFont(FAMILY_BOLD)).family() == FAMILY_BOLD)
"""


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """Give the name of a screen nobody looks at."""
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("Xvfb is not installed here")
    reads, writes = os.pipe()
    command = [server, "-displayfd", str(writes), "-screen", "0", LARGE, "-nolisten", "tcp"]
    with subprocess.Popen(
        command, pass_fds=(writes,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as running:
        os.close(writes)
        with os.fdopen(reads) as told:
            name = told.readline().strip()
        yield f":{name}"
        running.terminate()


def on(screen: str, *command: str) -> "subprocess.CompletedProcess[str]":
    """Run a program on a screen, without any that the tests have set."""
    environment = {**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}
    return subprocess.run(
        [sys.executable, *command],
        check=False,
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
    )


def test_the_window_comes_up_on_a_real_screen_and_says_nothing(screen: str, tmp_path: Path) -> None:
    data = str(tmp_path / "data")
    done = on(screen, "-m", "socialplanner", "--quit-when-ready", "--data-folder", data)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_where_the_system_has_no_fonts_the_programs_own_are_used(screen: str) -> None:
    done = on(screen, "-c", FONT)
    assert done.stdout.split() == ["xcb", "True", "True"]
