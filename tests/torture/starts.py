"""F6: three starts at once, and a start after the holder was killed."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from socialplanner.store.library import Library
from tests.house.sources import ROOT
from tests.store.makers import begun
from tests.torture.outcome import Outcome

HOLDER = """
import sys
from pathlib import Path
from socialplanner.store.library import Library
from socialplanner.store.trouble import InUseError
path = Path(sys.argv[1])
library = Library(path.parent)
for line in sys.stdin:
    try:
        profile = library.open(path)
    except InUseError:
        print("in use", flush=True)
        continue
    print("won", flush=True)
    sys.stdin.readline()
    profile.close()
    print("closed", flush=True)
"""


class Holder:
    """A process that opens a profile when it is told to, and holds it until told again."""

    def __init__(self, path: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", HOLDER, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )

    def tell(self) -> None:
        """Let it take the next step."""
        assert self._process.stdin
        self._process.stdin.write("next\n")
        self._process.stdin.flush()

    def answer(self) -> str:
        """Wait for what it says."""
        assert self._process.stdout
        return self._process.stdout.readline().strip()

    def kill(self) -> None:
        """End it without a word."""
        self._process.send_signal(signal.SIGKILL)
        self._process.communicate()


def triple_starts(tries: int) -> Outcome:
    """Let three processes open one profile at once, again and again."""
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        path = Library(Path(folder, "data")).add(begun())
        holders = [Holder(path) for _ in range(3)]
        for number in range(tries):
            for holder in holders:
                holder.tell()
            answers = [holder.answer() for holder in holders]
            if sorted(answers) != ["in use", "in use", "won"]:
                failures.append(f"start {number}: {answers}")
            for holder, answer in zip(holders, answers, strict=True):
                if answer == "won":
                    holder.tell()
                    holder.answer()
        for holder in holders:
            holder.kill()
    figures = {"one winner each": f"{tries - len(failures)} of {tries}"}
    return Outcome(
        fault="F6",
        what="three starts at once",
        tries=tries,
        figures=figures,
        failures=tuple(failures),
    )


def restarts(tries: int) -> Outcome:
    """Kill the process that has a profile open, and open it in the next, with no other step."""
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        path = Library(Path(folder, "data")).add(begun())
        for number in range(tries):
            holder = Holder(path)
            holder.tell()
            if (answer := holder.answer()) != "won":
                failures.append(f"restart {number}: {answer}")
            holder.kill()
    figures = {"opened again without a manual step": f"{tries - len(failures)} of {tries}"}
    return Outcome(
        fault="F6",
        what="start after kill -9 of the holder",
        tries=tries,
        figures=figures,
        failures=tuple(failures),
    )
