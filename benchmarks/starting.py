"""How long the window takes to be there and how much memory it holds, beside a bare Qt window.

Every figure is of a whole process, from its start to its end, in an empty home. Both windows have
the same size, are shown without a screen, and leave once the first paint is done and an event that
was posted behind it is answered.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.timing import MILLISECONDS

HEADINGS = ("a whole process", "ms", "to bare", "peak, MiB", "to bare", "aim")
KIB_PER_MIB = 1024
AIM = "1.6"
PROFILES = 100

BARE = """
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        behind = Qt.EventPriority.LowEventPriority.value
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), behind)

    def customEvent(self, event):
        self.close()

application = QApplication([])
window = Window()
window.resize(1240, 820)
window.show()
application.exec()
"""

FILLED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from socialplanner.app.program import DesktopProgram
from socialplanner.ui import starting

class Window(starting.MainWindow):
    def __init__(self, program, theme):
        super().__init__(program, theme)
        self.home.filled.connect(self.leave)

    def leave(self):
        QTimer.singleShot(0, self.close)

starting.MainWindow = Window
starting.show(DesktopProgram(Path(sys.argv[1])), starting.Opening())
"""

KEEP = """
import sys
from pathlib import Path
from socialplanner.app.program import DesktopProgram
from socialplanner.domain.beginning import begun
from socialplanner.domain.profile import Profile

program = DesktopProgram(Path(sys.argv[1]))
for number in range(int(sys.argv[2])):
    profile = Profile(name=f"Firm {number}")
    program.shelf.add(begun(profile, program.new_id(), program.new_id(), program.now()))
"""


@dataclass(frozen=True, slots=True)
class Taken:
    """What one process took."""

    milliseconds: float
    mebibytes: float


def rows(rounds: int) -> list[list[str]]:
    """Return a row for each contender; they take turns."""
    with tempfile.TemporaryDirectory() as folder:
        environment = clean_environment(Path(folder))
        data = str(Path(folder, "data"))
        measured((sys.executable, "-c", KEEP, data, str(PROFILES)), environment)
        taken = interleaved(contenders(data), environment, rounds)
    bare = next(iter(taken.values()))
    return [row(name, each, bare) for name, each in taken.items()]


def contenders(data: str) -> dict[str, Sequence[str]]:
    """Return the command of each contender, the bare one first."""
    program = str(Path(sys.executable).with_name("socialplanner"))
    leaves = ("--quit-when-ready", "--data-folder", data)
    return {
        "bare window": (sys.executable, "-c", BARE),
        "the program, painted and answering": (program, *leaves),
        f"and with its list of {PROFILES} profiles": (sys.executable, "-c", FILLED, data),
    }


def clean_environment(folder: Path) -> dict[str, str]:
    """Return an environment with a home of its own, without a screen, with compiled modules."""
    homes = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {
        **kept,
        **dict.fromkeys(homes, str(folder)),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "QT_QPA_PLATFORM": "offscreen",
    }


def interleaved(
    commands: Mapping[str, Sequence[str]], environment: Mapping[str, str], rounds: int
) -> dict[str, Taken]:
    """Return each contender's medians; a first round, which compiles, does not count."""
    found: dict[str, list[Taken]] = {name: [] for name in commands}
    for _ in range(rounds + 1):
        for name, command in commands.items():
            found[name].append(measured(command, environment))
    return {
        name: Taken(
            median(each.milliseconds for each in taken[1:]),
            median(each.mebibytes for each in taken[1:]),
        )
        for name, taken in found.items()
    }


def measured(command: Sequence[str], environment: Mapping[str, str]) -> Taken:
    """Return what a process took; one that fails is an error."""
    begin = perf_counter()
    with subprocess.Popen(command, env=environment) as process:
        _, status, usage = os.wait4(process.pid, 0)
        spent = (perf_counter() - begin) * MILLISECONDS
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"It ended with {process.returncode}: {' '.join(command)[:80]}")
    return Taken(spent, usage.ru_maxrss / KIB_PER_MIB)


def row(name: str, taken: Taken, bare: Taken) -> list[str]:
    """Return a row of the table."""
    is_bare = taken is bare
    return [
        name,
        f"{taken.milliseconds:.0f}",
        "" if is_bare else f"{taken.milliseconds / bare.milliseconds:.2f}",
        f"{taken.mebibytes:.0f}",
        "" if is_bare else f"{taken.mebibytes / bare.mebibytes:.2f}",
        AIM if name.startswith("the program") else "",
    ]
