"""The window under clicks and keys at random, each monkey in a process of its own.

`python -m tests.torture.monkeys SEED EVENTS` lets one loose and prints what it found, as JSON.
"""

import faulthandler
import json
import os
import subprocess
import sys
import tempfile
import traceback
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Final

from tests.house.sources import ROOT
from tests.torture.outcome import Outcome

LONGEST: Final = 0.5
"""Seconds an event may take at most before a monkey counts as hung, on a machine at work."""

OFFSCREEN: Final = "This plugin does not support"
"""Begins what is said where a window cannot come to the front, for there is no screen."""

LOOK_EVERY: Final = 250
OPEN_EVERY: Final = 25
SAMPLES: Final = ("cafe", "tax_adviser", "plumber", "charity", "web_shop", "half-year")


def monkeys(count: int, events: int, seed: int) -> Outcome:
    """Let monkeys loose, one after the other."""
    failures = list[str]()
    done, longest = 0, 0.0
    for number in range(seed, seed + count):
        found = _let_loose(number, events)
        done += found.done
        longest = max(longest, found.longest)
        failures += [f"monkey {number}: {each}" for each in found.failures]
    return Outcome(
        fault="F13",
        what=f"{count} monkeys at the window, {events:,} events each",
        tries=done,
        figures={"longest wait for the window": f"{longest:.2f} s"},
        failures=tuple(failures),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Frolic:
    """What a monkey came to: events done, the longest wait in seconds, and what went wrong."""

    done: int = 0
    longest: float = 0.0
    failures: tuple[str, ...] = ()


def _let_loose(seed: int, events: int) -> Frolic:
    asked = [sys.executable, "-m", "tests.torture.monkeys", str(seed), str(events)]
    place = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    try:
        told = subprocess.run(
            asked,
            capture_output=True,
            text=True,
            check=False,
            env=place,
            timeout=60 + events * LONGEST,
        )
    except subprocess.TimeoutExpired:
        return Frolic(failures=("hangs",))
    lines = told.stdout.splitlines()
    if told.returncode or not lines:
        ending = f"ended with {told.returncode}: {told.stderr[-2000:]}"
        return Frolic(failures=(ending,))
    found = json.loads(lines[-1])
    return Frolic(**{**found, "failures": tuple(found["failures"])})


class Complaints:
    """Everything Python and Qt complain of while a monkey is loose."""

    def __init__(self) -> None:
        """Hear of it from now on."""
        from PySide6.QtCore import qInstallMessageHandler  # noqa: PLC0415 - not in the runner

        self.heard: list[str] = []
        sys.excepthook = self._hear
        sys.unraisablehook = lambda told: self.heard.append(f"unraisable: {told.exc_value!r}")
        qInstallMessageHandler(lambda _kind, _place, words: self._hear_qt(words))

    def _hear_qt(self, words: str) -> None:
        if not words.startswith(OFFSCREEN):
            self.heard.append(f"Qt: {words}")

    def _hear(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        words = "".join(traceback.format_exception(kind, error, trace))
        self.heard.append(words[-3000:])
        sys.stderr.write(words)


def main() -> int:
    """Let one monkey loose and print what it found."""
    faulthandler.enable()
    seed, events = map(int, sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(json.dumps(asdict(frolic(Path(folder), seed, events))) + "\n")
        sys.stdout.flush()
    return 0


def frolic(folder: Path, seed: int, events: int) -> Frolic:
    """Let one monkey loose in a folder and return what it found."""
    from tests.ui.journeys.agreement import disagreements  # noqa: PLC0415 - not in the runner
    from tests.ui.journeys.choosers import choosers_closed  # noqa: PLC0415 - the same
    from tests.ui.journeys.monkey import Monkey  # noqa: PLC0415 - the same
    from tests.ui.journeys.watchdog import Watchdog  # noqa: PLC0415 - the same
    from tests.ui.journeys.windows import sample_window  # noqa: PLC0415 - the same

    window = sample_window(folder, SAMPLES[seed % len(SAMPLES)])
    complaints = Complaints()
    monkey = Monkey(window, seed, changes_looks=True)
    with Watchdog() as dog, choosers_closed(folder / "chosen", seed):
        while len(monkey.done) < events and not complaints.heard:
            monkey.act()
            if len(monkey.done) % OPEN_EVERY == 0:
                monkey.open_again()
            if len(monkey.done) % LOOK_EVERY == 0:
                complaints.heard += disagreements(window)
        window.close()
    last = "; ".join(monkey.done[-12:])
    return Frolic(
        done=len(monkey.done),
        longest=dog.figures.busy,
        failures=tuple(f"{each} (after {len(monkey.done)}: {last})" for each in complaints.heard),
    )


if __name__ == "__main__":
    sys.exit(main())
