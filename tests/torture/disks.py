"""F4 and F5: disks that are full, and drives that fail at the n-th call."""

import errno
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from socialplanner.store.library import Library
from tests.faults.full_disk import fill_levels
from tests.faults.injection import every_failure
from tests.store.makers import Clock
from tests.torture.deeds import BEFORE, Deed, Scene, problems
from tests.torture.outcome import Outcome

SIZE_KB = 2_000
"""The size of the small disk: room for a few profiles of 90 kB and their backups."""


def failing_calls(deed: Deed, error: int, *, onwards: bool, step: int = 1) -> Outcome:
    """Let each file operation of a deed fail in turn, and look at what is left."""
    tries, failures = 0, list[str]()
    with tempfile.TemporaryDirectory() as base:
        trials = every_failure(
            Path(base), deed.set_up, deed.act, error=error, onwards=onwards, step=step
        )
        for trial in trials:
            tries += 1
            place = f"{deed.name}, {errno.errorcode[error]} at call {trial.n}"
            is_drive_gone = onwards and error == errno.EIO
            found = problems(deed, trial.state, trial.error, is_drive_gone=is_drive_gone)
            failures += [f"{place}: {each}" for each in found]
    spoken = "from the n-th call on" if onwards else "at the n-th call"
    return Outcome(
        fault="F4" if error == errno.ENOSPC else "F5",
        what=f"{errno.errorcode[error]} {spoken}: {deed.name}",
        tries=tries,
        figures={"lost, damaged, not told in a sentence, or not going on": str(len(failures))},
        failures=tuple(failures),
    )


def can_mount() -> bool:
    """Return whether a small disk can be mounted here."""
    if os.name != "posix" or os.geteuid() != 0:
        return False
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder],  # noqa: S607 - the system's
            check=False,
            capture_output=True,
        )
        if done.returncode == 0:
            subprocess.run(["umount", folder], check=True)  # noqa: S607 - the system's
        return done.returncode == 0


@contextmanager
def small_disk() -> Iterator[Path]:
    """Give a disk that is soon full."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE_KB}k,mode=700", "tmpfs", folder]
        subprocess.run(command, check=True)
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", "--lazy", folder], check=True)  # noqa: S607 - the system's


def full_disks(deed: Deed, levels: int) -> Outcome:
    """Try a deed on a disk with ever less room, then make room and try it again."""
    failures, refused, slowest = list[str](), 0, 0.0
    for level in range(levels):
        with small_disk() as disk:
            folder = disk / "data"
            folder.mkdir()
            found = deed.set_up(folder)
            ballast = _fill(disk, left=level * 4096)
            begin = perf_counter()
            error = _tried(deed, found)
            refused += error is not None
            slowest = max(slowest, perf_counter() - begin)
            ballast.unlink()
            failures += [f"{deed.name}, level {level}: {e}" for e in problems(deed, found, error)]
    outcome = _full(f"a full disk (a real one of 2 MB): {deed.name}", levels, refused, failures)
    return replace(outcome, figures={**outcome.figures, SLOWEST: f"{slowest * 1000:.0f}"})


def reading_when_full(tries: int) -> Outcome:
    """Read a profile on a disk that has no byte left."""
    failures = []
    for number in range(tries):
        with small_disk() as disk:
            library = Library(disk / "data", Clock())
            path = library.add(BEFORE)
            _fill(disk, left=0)
            if library.read(path) != BEFORE or len(library.entries()) != 1:
                failures.append(f"try {number}")
    return Outcome(
        fault="F4",
        what="read and list with no byte left",
        tries=tries,
        figures={"read": f"{tries - len(failures)} of {tries}"},
        failures=tuple(failures),
    )


def _tried(deed: Deed, found: Scene) -> Exception | None:
    try:
        deed.act(found)
    except Exception as error:  # noqa: BLE001 - the check judges it
        return error
    return None


def _fill(disk: Path, *, left: int) -> Path:
    """Fill a disk up to so many bytes, and return what fills it."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)) == 4096:
                pass
        except OSError:
            pass
        file.truncate(max(0, file.tell() - left))
    return ballast


SLOWEST = "slowest to end or to be told, ms"


def filled_disks(deed: Deed, levels: int) -> Outcome:
    """Try a deed on a disk with ever less room: a real one where one can be mounted."""
    return full_disks(deed, levels) if can_mount() else simulated_full_disks(deed, levels)


def simulated_full_disks(deed: Deed, levels: int) -> Outcome:
    """Try a deed on a disk that grants so many bytes and then breaks a write off."""
    failures, refused = list[str](), 0
    with tempfile.TemporaryDirectory() as base:
        for trial in fill_levels(Path(base), deed.set_up, deed.act, count=levels):
            refused += trial.error is not None
            place = f"{deed.name}, {trial.n} bytes free"
            failures += [f"{place}: {each}" for each in problems(deed, trial.state, trial.error)]
    return _full(f"a full disk (simulated): {deed.name}", levels, refused, failures)


def _full(what: str, levels: int, refused: int, failures: list[str]) -> Outcome:
    figures = {
        "refused in a sentence": str(refused),
        "lost, damaged, or not going on once there was room": str(len(failures)),
    }
    return Outcome(fault="F4", what=what, tries=levels, figures=figures, failures=tuple(failures))


BAD_DRIVES = ((errno.ENOSPC, True), (errno.EIO, False), (errno.EIO, True), (errno.EACCES, False))
"""What the n-th call answers, and whether all later ones do so too."""
