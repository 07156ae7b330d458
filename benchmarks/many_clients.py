"""Reports for many clients: how many a second, what they hold, and that nobody is lost.

Five hundred answers files are made by varying the samples, twenty-five of them broken in every way
that is known to happen. They go through the command `report` by one process, by two, and by two
commands that share the clients; each time it is counted who has a report and who is named.

    python -m benchmarks.many_clients [clients broken]
"""

import os
import re
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter, sleep

from benchmarks.memory import KIB_PER_MIB
from socialplanner.paths import catalogue_dir, samples_dir

DATE = "2026-11-23"
CLIENTS, BROKEN = 500, 25
PAUSE = 0.05
RENAMED = re.compile(r'^name = ".*"$', re.MULTILINE)
HOURS = re.compile(r"^hours_per_week = .*$", re.MULTILINE)


@dataclass
class Run:
    """What one command, or several at once, came to."""

    seconds: float = 0.0
    processor: float = 0.0
    named: int = 0
    codes: tuple[int, ...] = ()
    held: dict[int, list[float]] = field(default_factory=dict)

    @property
    def peak(self) -> float:
        """Return the most that one process held, in MiB."""
        return max((max(each) for each in self.held.values()), default=0.0)

    @property
    def growth(self) -> float:
        """Return by how much a process that made reports grew in its last three quarters."""
        busy = [each for each in self.held.values() if max(each) >= self.peak / 2]
        return max((max(each) - max(each[: len(each) // 4 + 1]) for each in busy), default=0.0)


def make(folder: Path, clients: int, broken: int) -> None:
    """Write the answers of so many clients, so many of them broken."""
    texts = [each.read_text("utf-8") for each in sorted(samples_dir().glob("*.toml"))]
    folder.mkdir()
    every = clients // broken if broken else clients + 1
    faults = _faults(texts[0])
    for number in range(clients):
        path = folder / f"client {number:04}.toml"
        if number % every == every - 1 and number // every < broken:
            fault = faults[number // every % len(faults)]
            path.mkdir() if fault is None else path.write_bytes(fault)
            continue
        text = RENAMED.sub(f'name = "Client {number}, Ltd"', texts[number % len(texts)], count=1)
        hours = 3 + number % 10
        path.write_text(HOURS.sub(f"hours_per_week = {hours}", text, count=1), "utf-8")


def _faults(text: str) -> tuple[bytes | None, ...]:
    """Return files that cannot become a plan; None is a folder in the place of one."""
    ids = re.findall(r'^id = "(\w+)"$', _activities(), re.MULTILINE)
    return (
        b"[profile\nname = ",
        b"",
        HOURS.sub("", text, count=1).encode(),
        f"{text}\n[choices]\npinned = {ids}\n".encode(),
        b"\x00\xff\xfe\x81" * 500,
        text.encode("utf-16"),
        b"{" * 5_000,
        b"# " + b"x" * 3_000_000,
        None,
        text.replace('kind = "', 'kind = "no_').encode(),
    )


def _activities() -> str:
    folder = catalogue_dir() / "activities"
    return "".join(each.read_text("utf-8") for each in sorted(folder.glob("*.toml")))


def run(commands: Sequence[Sequence[str]]) -> Run:
    """Run commands at once and return what they came to."""
    found = Run()
    begin, before = perf_counter(), _processor_seconds()
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "socialplanner", "report", *words],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for words in commands
    ]
    watch = threading.Thread(target=_watch, args=([each.pid for each in started], found))
    watch.start()
    complaints = [each.communicate()[1] for each in started]
    found.seconds = perf_counter() - begin
    found.processor = _processor_seconds() - before
    watch.join()
    found.codes = tuple(each.returncode for each in started)
    lines = "".join(complaints).splitlines()
    found.named = sum(not line.startswith(" ") for line in lines)
    return found


def _processor_seconds() -> float:
    """Return what processors spent on processes that are over, whoever else used them."""
    spent = os.times()
    return spent.children_user + spent.children_system


def _watch(pids: Sequence[int], found: Run) -> None:
    """Note what each process and its children hold until they are gone."""
    while any(_held(pid) for pid in pids):
        for pid in (*pids, *(child for each in pids for child in _children(each))):
            if held := _held(pid):
                found.held.setdefault(pid, []).append(held)
        sleep(PAUSE)


def _children(pid: int) -> list[int]:
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii")
    except OSError:
        return []
    return [int(each) for each in text.split()]


def _held(pid: int) -> float:
    """Return the MiB that a process holds, 0 for one that is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text("ascii", errors="replace").splitlines()
    except OSError:
        return 0.0
    found = next((line for line in lines if line.startswith("VmRSS:")), "")
    return int(found.split()[1]) / KIB_PER_MIB if found else 0.0


def main() -> None:
    """Measure, and end with 1 where anybody was lost."""
    typed = [int(each) for each in sys.argv[1:]]
    clients, broken = typed or (CLIENTS, BROKEN)
    usual = ("--date", DATE, "--jobs")
    is_whole = True
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        make(folder / "in", clients, broken)
        ways: dict[str, list[tuple[str, ...]]] = {
            "two processes": [("2",)],
            "one process": [("1",)],
            "two commands": [("1", "--shard", "1/2"), ("1", "--shard", "2/2")],
        }
        for name, shares in ways.items():
            out = folder / name.replace(" ", "-")
            words = [str(folder / "in"), "--output", str(out), *usual]
            found = run([[*words, *share] for share in shares])
            made = sum(each.suffix == ".pdf" for each in out.iterdir())
            is_whole &= (made, found.named) == (clients - broken, broken)
            sys.stdout.write(
                f"{name:14} {made} reports, {found.named} named, codes {found.codes}: "
                f"{found.seconds:6.1f} s, {made / found.seconds:5.1f} a second, "
                f"{1000 * found.processor / made:4.0f} ms of processor each, "
                f"{found.peak:4.0f} MiB at most, {found.growth:4.1f} MiB growth, "
                f"load {os.getloadavg()[0]:.1f}\n"
            )
            sys.stdout.flush()
    sys.exit(not is_whole)


if __name__ == "__main__":
    main()
