"""F8: files that are damaged in five ways, and what is noticed and got back of them."""

import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from socialplanner.store.library import Library
from socialplanner.store.trouble import StoreError
from tests.faults.damage import Kind, damage
from tests.store.makers import Clock
from tests.torture.brands import of_years, said
from tests.torture.outcome import Outcome


@dataclass
class Tally:
    """What was counted over the tries of one kind."""

    counts: Counter[str] = field(default_factory=Counter)
    salvaged: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def damaged_files(kind: Kind, tries: int, seed: int) -> Outcome:
    """Damage a profile again and again, and count what is noticed and what comes back."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder, "data"), Clock())
        path = library.add(of_years())
        with library.open(path) as profile:
            profile.back_up()
        sound = path.read_bytes()
        for number in range(tries):
            path.write_bytes(sound)
            damage(path, kind, seed + number)
            try:
                _try(library, path, path.read_bytes(), tally)
            except Exception as error:  # noqa: BLE001 - any at all is what is looked for
                tally.failures.append(f"{kind}, try {number}: {type(error).__name__}: {error}")
    return _outcome(kind, tries, tally)


def _try(library: Library, path: Path, data: bytes, tally: Tally) -> None:
    """Read a damaged file, then get it back without and with its backup."""
    original = of_years()
    try:
        record = library.read(path)
    except StoreError:
        tally.counts["noticed"] += 1
    else:
        tally.counts["harmless" if record == original else "missed"] += 1
        return
    if path.read_bytes() != data:
        tally.failures.append("the original was changed by looking at it")
    _salvage_alone(library, path, tally)
    recovery = library.recover(path)
    if library.read(path) != recovery.record or said(recovery.record) != said(original):
        tally.failures.append("with its backup the profile did not come back whole")
    if data not in [kept.read_bytes() for kept in library.damaged.glob(f"*/{path.name}")]:
        tally.failures.append("the damaged file was not kept")
    shutil.rmtree(library.damaged)


def _salvage_alone(library: Library, path: Path, tally: Tally) -> None:
    """Count the answers that come back where there is no backup."""
    backups = library.folder / "backups"
    hidden = backups.rename(library.folder / "hidden")
    try:
        found = said(library.recoverable(path).record)
    except StoreError:
        found = {}
    finally:
        hidden.rename(backups)
    expected = said(of_years())
    right = sum(found.get(key) == value for key, value in expected.items())
    if any(found[key] != expected.get(key) for key in found):
        tally.failures.append("an answer came back that was never given")
    tally.salvaged.append(right / len(expected))


def _outcome(kind: Kind, tries: int, tally: Tally) -> Outcome:
    noticed, missed = tally.counts["noticed"], tally.counts["missed"]
    figures = {
        "changed what the file says": str(noticed + missed),
        "noticed": str(noticed),
        "missed": str(missed),
        "answers got back without a backup, median": f"{median(tally.salvaged or [1]) * 100:.1f} %",
        "worst": f"{min(tally.salvaged, default=1) * 100:.1f} %",
        "with the backup": "100 %" if not tally.failures else "see failures",
    }
    return Outcome(
        fault="F8", what=kind, tries=tries, figures=figures, failures=tuple(tally.failures)
    )
