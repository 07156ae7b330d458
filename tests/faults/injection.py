"""Let the n-th file operation fail, for n = 1, 2, 3 … until a run comes through untouched.

    for trial in every_failure(tmp_path, set_up, save, error=errno.ENOSPC):
        assert trial.error is None or isinstance(trial.error, StoreError)
        check(trial.folder)

`set_up(folder)` makes fresh state in a folder of its own, in which nothing fails yet; it may open
connections. `save(state)` is what is tried, with SQLite's and Python's operations below that
folder counted together.
"""

import errno
import itertools
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from tests.faults.operations import Answer, Observer, Operation, can_fail, failing
from tests.faults.watching import watched

State = TypeVar("State")

LIMIT = 5000
"""No action of ours has as many operations: one that does will not end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial(Generic[State]):
    """One run: the n-th operation failed; `fired` is None for the last run, in which none did.

    `error` is what the action raised, None where it went through (it may have coped with it).
    `failures` counts the operations that failed: 0 or 1, or more from the n-th on.
    """

    n: int
    folder: Path
    state: State
    fired: Operation | None
    failures: int
    error: Exception | None


class Counting(Protocol):
    """An observer that knows which operation it let fail first, and how many in all."""

    fired: Operation | None
    failures: int

    def __call__(self, operation: Operation) -> Answer:
        """Answer as an observer does."""


class Saboteur:
    """Refuses the n-th of the operations that can fail with an error, and perhaps all later."""

    def __init__(self, n: int, error: int, *, onwards: bool = False) -> None:
        """Count from one."""
        self.n, self.error, self.onwards = n, error, onwards
        self.count = 0
        self.failures = 0
        self.fired: Operation | None = None

    def __call__(self, operation: Operation) -> Answer:
        """Count an operation, and let it fail if its time has come."""
        if not can_fail(operation, self.error):
            return None
        self.count += 1
        if self.count != self.n and not (self.onwards and self.count > self.n):
            return None
        self.fired = self.fired or operation
        self.failures += 1
        return failing(operation, self.error)


class Phase:
    """Keeps an observer out until the action begins, and knows whether it saw anything then."""

    def __init__(self, observer: Observer) -> None:
        """Let everything pass at first."""
        self.observer = observer
        self.begun = self.seen = False

    def __call__(self, operation: Operation) -> Answer:
        """Ask the observer once the action has begun."""
        if not self.begun:
            return None
        self.seen = True
        return self.observer(operation)


def every_failure(  # noqa: PLR0913 - each is named at the call
    base: Path,
    set_up: Callable[[Path], State],
    action: Callable[[State], object],
    *,
    error: int = errno.ENOSPC,
    onwards: bool = False,
    first: int = 1,
    step: int = 1,
) -> Iterator[Trial[State]]:
    """Yield a trial for each n, the one in which nothing failed last.

    ENOSPC fails what takes room: writes, new files, folders and links (reading, shrinking,
    deleting, renaming go on). EACCES fails what needs a permission: opening, deleting, renaming,
    new folders and modes. EIO fails anything, reading too. With `onwards` all such operations
    fail from the n-th on: a disk that stays full, a drive that is gone. When the trial has been
    checked its folder goes, unless the check raised.
    """
    for n in itertools.count(first, step):
        if n > LIMIT:
            raise RuntimeError(f"more than {LIMIT} operations: this does not end")
        folder = base / f"trial-{n}"
        folder.mkdir(parents=True)
        trial = tried(n, folder, set_up, action, Saboteur(n, error, onwards=onwards))
        yield trial
        with suppress(OSError):
            shutil.rmtree(folder)
        if trial.fired is None:
            return


def tried(
    n: int,
    folder: Path,
    set_up: Callable[[Path], State],
    action: Callable[[State], object],
    saboteur: Counting,
) -> Trial[State]:
    """Run the action once under an observer that counts its failures."""
    phase = Phase(saboteur)
    raised: Exception | None = None
    with watched(phase, folder):
        state = set_up(folder)
        phase.begun = True
        try:
            action(state)
        except Exception as error:  # noqa: BLE001 - the caller judges it
            raised = error
    if not phase.seen and raised is None:
        raise RuntimeError("the action did nothing to files of its folder: nothing can fail")
    return Trial(
        n=n,
        folder=folder,
        state=state,
        fired=saboteur.fired,
        failures=saboteur.failures,
        error=raised,
    )
