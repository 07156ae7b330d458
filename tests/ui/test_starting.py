"""Starting: when the window is ready, what it has imported by then, and how it ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from socialplanner import DESKTOP_ID, paths
from socialplanner.app.program import DesktopProgram
from socialplanner.ui.interruption import SIGNALS, Interruption
from socialplanner.ui.main_window import MainWindow
from socialplanner.ui.single_instance import place_of
from socialplanner.ui.starting import Opening, Starting
from socialplanner.ui.theme import Theme

HEAVY = (
    "PIL",
    "PySide6.QtNetwork",
    "PySide6.QtTest",
    "asyncio",
    "babel",
    "cryptography",
    "email",
    "fontTools",
    "highspy",
    "http",
    "hypothesis",
    "icalendar",
    "importlib.metadata",
    "numpy",
    "openpyxl",
    "pypdfium2",
    "reportlab",
    "sqlcipher3",
    "socialplanner.cli.arguments",
    "socialplanner.cli.profiles",
    "socialplanner.domain.assessment",
    "socialplanner.presentation.summary",
    "socialplanner.report",
    "xlrd",
    "xlsxwriter",
)
"""What takes time or memory, and has no work to do before a person does something."""

STARTED = """
import sys
from socialplanner.cli import main
code = main(sys.argv[1:])
print("\\n".join(sorted(sys.modules)))
raise SystemExit(code)
"""


class Seen(QObject):
    """Keeps the order in which a window is painted and said to be ready."""

    def __init__(self) -> None:
        super().__init__()
        self.happened: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        del watched
        if event.type() == QEvent.Type.Paint:
            self.happened.append("painted")
        return False

    def be_ready(self) -> None:
        self.happened.append("ready")


def modules_at_start(folder: Path) -> set[str]:
    """Return what a whole start has imported, in a process of its own."""
    arguments = ["--quit-when-ready", "--data-folder", str(folder)]
    done = subprocess.run(
        [sys.executable, "-c", STARTED, *arguments], check=True, capture_output=True, text=True
    )
    assert done.stderr == ""
    return set(done.stdout.split())


def test_nothing_heavy_is_imported_before_somebody_needs_it(tmp_path: Path) -> None:
    modules = modules_at_start(tmp_path / "data")
    assert {"PySide6.QtWidgets", "socialplanner.ui.main_window"} <= modules
    assert [name for name in HEAVY if name in modules] == []


def test_a_window_is_ready_once_it_is_painted_and_answers_events(
    qtbot: QtBot, program: DesktopProgram, theme: Theme
) -> None:
    window = MainWindow(program, theme)
    qtbot.addWidget(window)
    seen = Seen()
    starting = Starting(window, Opening())
    window.installEventFilter(seen)
    starting.ready.connect(seen.be_ready)
    with qtbot.waitSignal(starting.ready):
        window.show()
    starting.end()
    assert seen.happened[0] == "painted"
    assert seen.happened.count("ready") == 1


def test_a_window_that_quits_when_ready_shows_its_page_first_and_then_is_gone(
    qtbot: QtBot, program: DesktopProgram, theme: Theme
) -> None:
    window = MainWindow(program, theme)
    qtbot.addWidget(window)
    Starting(window, Opening(quits_when_ready=True))
    window.show()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert window.tasks.is_idle


def test_the_window_wears_the_programs_icon_under_the_desktops_name(
    qtbot: QtBot, program: DesktopProgram, theme: Theme
) -> None:
    window = MainWindow(program, theme)
    qtbot.addWidget(window)
    starting = Starting(window, Opening())
    with qtbot.waitSignal(starting.ready):
        window.show()
    starting.end()
    assert window.windowIcon().availableSizes() != []
    assert list(paths.desktop_dir().glob(f"{DESKTOP_ID}.*")) != []


def test_a_whole_start_says_nothing_and_ends_well(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "socialplanner", "--quit-when-ready"]
    done = subprocess.run(
        [*command, "--data-folder", str(tmp_path / "data")],
        check=False,
        capture_output=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.skipif(os.name != "posix", reason="such signals are Unix's")
def test_signals_do_afterwards_what_they_did_before(qtbot: QtBot) -> None:
    del qtbot
    before = [signal.getsignal(getattr(signal, name)) for name in SIGNALS]
    parent = QObject()
    interruption = Interruption(parent)
    interruption.end()
    interruption.end()
    assert [signal.getsignal(getattr(signal, name)) for name in SIGNALS] == before
    assert signal.set_wakeup_fd(-1) == -1


@pytest.mark.skipif(os.name != "posix", reason="such signals are Unix's")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_the_systems_wish_that_it_ends_closes_the_window_properly(
    name: str, tmp_path: Path, qtbot: QtBot
) -> None:
    command = [sys.executable, "-m", "socialplanner", "--data-folder", str(tmp_path / "data")]
    socket = Path(f"{place_of(tmp_path / 'data')}.socket")
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        qtbot.waitUntil(socket.exists, timeout=30_000)
        process.send_signal(getattr(signal, name))
        assert process.wait(30) == 0
        assert process.communicate()[1] == b""
    assert not socket.exists()
    QCoreApplication.processEvents()
