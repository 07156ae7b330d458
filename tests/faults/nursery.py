"""The process behind `kill.Nursery`: `python -m tests.faults.nursery module:function`.

Reads one order per line (n, folder, torn) and answers each with one line, as JSON.
"""

import importlib
import json
import os
import signal
import sys
from collections.abc import Callable
from operator import attrgetter
from pathlib import Path
from typing import TextIO

from tests.faults.operations import Answer, Kind, Operation, Torn
from tests.faults.vfs import the_shim
from tests.faults.watching import watched

PATIENCE = 60
"""Seconds after which a worker that hangs is ended, which is reported as its error."""


class Executioner:
    """Kills this process just before, or in the midst of, its n-th change of a file."""

    def __init__(self, n: int, *, torn: bool) -> None:
        """Count from one."""
        self.n, self.torn, self.changes = n, torn, 0

    def __call__(self, operation: Operation) -> Answer:
        """Count a change, and kill if its time has come."""
        if not operation.mutates:
            return None
        self.changes += 1
        if self.changes != self.n:
            return None
        if self.torn and operation.kind is Kind.WRITE:
            return Torn(kept=len(operation.data) // 2)
        os.kill(os.getpid(), signal.SIGKILL)
        return None


def main() -> None:
    """Serve orders until there are no more."""
    module, _, name = sys.argv[1].partition(":")
    worker = attrgetter(name)(importlib.import_module(module))
    the_shim()
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a worker prints is no answer
    for line in sys.stdin:
        answers.write(json.dumps(_run(worker, json.loads(line))) + "\n")
        answers.flush()


def _run(worker: Callable[[Path], object], order: dict[str, object]) -> dict[str, object]:
    """Run the worker in a child, and return how that ended."""
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        os.close(reading)
        _live(worker, order, os.fdopen(writing, "w"))
    os.close(writing)
    with os.fdopen(reading) as report:
        said = report.read()
    _, status = os.waitpid(child, 0)
    killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    if killed:
        return {"killed": True, "changes": order["n"], "error": ""}
    return {"killed": False, "changes": 0, "error": f"status {status}", **json.loads(said or "{}")}


def _live(worker: Callable[[Path], object], order: dict[str, object], report: TextIO) -> None:
    """Be the child: do the work, report, and leave without any tidying."""
    signal.alarm(PATIENCE)
    executioner = Executioner(int(str(order["n"])), torn=bool(order["torn"]))
    folder, error = Path(str(order["folder"])), ""
    try:
        with watched(executioner, folder):
            worker(folder)
    except BaseException as raised:  # noqa: BLE001 - the test judges it
        error = repr(raised)
    report.write(json.dumps({"changes": executioner.changes, "error": error}))
    report.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
