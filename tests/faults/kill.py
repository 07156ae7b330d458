"""Kill -9, at the n-th change of a file or in the middle of a running program.

for death in every_kill(migrate, set_up, tmp_path):   # migrate(folder), in a child process
    check(death.folder)

got = killed_after([sys.executable, "-m", "…"], lines=5)   # got.lines: what it had said
"""

import itertools
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0
"""No program of ours is silent for so long."""

Worker = Callable[[Path], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Death:
    """One run of a worker: `killed` tells whether it got as far as its n-th change.

    Otherwise `changes` says how many it made, and `error` what it raised ("" for nothing).
    """

    n: int
    folder: Path
    killed: bool
    changes: int
    error: str


class Nursery:
    """A small process that has the worker loaded, and forks a child for each run of it.

    The worker is a function of a module that can be imported from the project's folder. Each
    change counts: a write, truncation, sync, deletion, creation, renaming of SQLite or Python.
    """

    def __init__(self, worker: Worker) -> None:
        """Start the process."""
        name = f"{worker.__module__}:{worker.__qualname__}"
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.nursery", name],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tools")))},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the process."""
        self._process.communicate()

    def killed_at(self, n: int, folder: Path, *, torn: bool = False) -> Death:
        """Run the worker on a folder and kill it just before its n-th change below that folder.

        With `torn`, half of the bytes get through first where that change is a write.
        """
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            raise RuntimeError("the nursery has no pipes")
        with suppress(BrokenPipeError):
            stdin.write(json.dumps({"n": n, "folder": str(folder), "torn": torn}) + "\n")
            stdin.flush()
        if not (line := stdout.readline()):
            raise RuntimeError(f"the nursery ended with code {self._process.wait()}; see above")
        answer = json.loads(line)
        return Death(
            n=n,
            folder=folder,
            killed=answer["killed"],
            changes=answer["changes"],
            error=answer["error"],
        )


def killed_at(worker: Worker, n: int, folder: Path, *, torn: bool = False) -> Death:
    """Run a worker once in a process of its own, killed just before its n-th change."""
    with Nursery(worker) as nursery:
        return nursery.killed_at(n, folder, torn=torn)


def every_kill(  # noqa: PLR0913 - each is named at the call
    worker: Worker,
    set_up: Callable[[Path], object],
    base: Path,
    *,
    torn: bool = False,
    first: int = 1,
    step: int = 1,
) -> Iterator[Death]:
    """Yield the remains of a kill at each change; the last one is the run that came through.

    `set_up(folder)` makes fresh state in this process; the folder goes after the check.
    """
    with Nursery(worker) as nursery:
        for n in itertools.count(first, step):
            folder = base / f"death-{n}"
            folder.mkdir(parents=True)
            set_up(folder)
            death = nursery.killed_at(n, folder, torn=torn)
            if n == 1 and not death.killed and not death.error:
                raise RuntimeError("the worker changed nothing in its folder: nowhere to kill it")
            yield death
            shutil.rmtree(folder, ignore_errors=True)
            if not death.killed:
                return


@dataclass(frozen=True, slots=True, kw_only=True)
class Killed:
    """What a program had said in whole lines; `in_time` is false where it had ended by itself."""

    lines: tuple[str, ...]
    in_time: bool
    code: int


def killed_after(
    command: Sequence[str],
    *,
    lines: int | None = None,
    seconds: float = PATIENCE,
    env: Mapping[str, str] | None = None,
    cwd: Path = ROOT,
) -> Killed:
    """Start a program and kill it, with its children, after some lines or seconds.

    All whole lines that it had written before are returned, also those behind the awaited one: a
    line on the pipe before the kill is an acknowledgement that somebody may have read.
    """
    process = subprocess.Popen(
        command,
        cwd=cwd,
        env={**os.environ, "PYTHONUNBUFFERED": "1", **(env or {})},
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    timer = threading.Timer(seconds, _kill, (process,))
    timer.start()
    try:
        received = _heard(process, lines)
    finally:
        timer.cancel()
        _kill(process)
    code = process.wait()
    return Killed(lines=received, in_time=code == -signal.SIGKILL, code=code)


def _heard(process: subprocess.Popen[bytes], lines: int | None) -> tuple[str, ...]:
    """Return the whole lines up to the end of the output, and kill once there are enough."""
    if process.stdout is None:
        raise RuntimeError("the program has no output")
    received: list[str] = []
    with process.stdout as output:
        while line := output.readline():
            if line.endswith(b"\n"):
                received.append(line.decode().rstrip("\n"))
            if lines is not None and len(received) == lines:
                _kill(process)
    return tuple(received)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill a program that we started as the first of its session, and its children."""
    if process.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
