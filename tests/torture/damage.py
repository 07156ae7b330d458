"""F8: files that are damaged in five ways, and what is noticed and got back of them."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median

from socialplanner.store.library import Library
from socialplanner.store.trouble import StoreError
from tests.store.makers import Clock
from tests.torture.brands import of_years, said
from tests.torture.outcome import Outcome

PAGE, SECTOR = 4096, 512

Damage = Callable[[bytearray, Random], None]


def flip_a_bit(data: bytearray, random: Random) -> None:
    """Flip one bit."""
    data[random.randrange(len(data))] ^= 1 << random.randrange(8)


def zero_a_sector(data: bytearray, random: Random) -> None:
    """Overwrite one sector with zeros."""
    place = random.randrange(len(data) // SECTOR) * SECTOR
    data[place : place + SECTOR] = bytes(SECTOR)


def zero_a_page(data: bytearray, random: Random) -> None:
    """Overwrite one page with zeros."""
    place = random.randrange(len(data) // PAGE) * PAGE
    data[place : place + PAGE] = bytes(PAGE)


def truncate(data: bytearray, random: Random) -> None:
    """Cut the end off."""
    del data[random.randrange(len(data)) :]


def swap_pages(data: bytearray, random: Random) -> None:
    """Exchange two pages."""
    one, two = (place * PAGE for place in random.sample(range(len(data) // PAGE), 2))
    data[one : one + PAGE], data[two : two + PAGE] = data[two : two + PAGE], data[one : one + PAGE]


KINDS: dict[str, Damage] = {
    "one bit flipped": flip_a_bit,
    "a sector zeroed": zero_a_sector,
    "a page zeroed": zero_a_page,
    "the end cut off": truncate,
    "two pages swapped": swap_pages,
}


@dataclass
class Tally:
    """What was counted over the tries of one kind."""

    counts: Counter[str] = field(default_factory=Counter)
    salvaged: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def damaged_files(kind: str, tries: int, seed: int) -> Outcome:
    """Damage a profile again and again, and count what is noticed and what comes back."""
    random, tally = Random(f"{kind}{seed}"), Tally()  # noqa: S311 - no secrets here
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder, "data"), Clock())
        path = library.add(of_years())
        with library.open(path) as profile:
            profile.back_up()
        sound = path.read_bytes()
        for number in range(tries):
            data = bytearray(sound)
            KINDS[kind](data, random)
            path.write_bytes(data)
            try:
                _try(library, path, bytes(data), tally)
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


def _outcome(kind: str, tries: int, tally: Tally) -> Outcome:
    noticed, missed = tally.counts["noticed"], tally.counts["missed"]
    figures = {
        "changed what the file says": str(noticed + missed),
        "noticed": str(noticed),
        "missed": str(missed),
        "answers got back without a backup, median": f"{median(tally.salvaged or [1]):.1%}",
        "worst": f"{min(tally.salvaged, default=1):.1%}",
        "with the backup": "100 %" if not tally.failures else "see failures",
    }
    return Outcome(
        fault="F8", what=kind, tries=tries, figures=figures, failures=tuple(tally.failures)
    )
