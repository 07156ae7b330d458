"""What the tests of killing let die."""

import sys
from pathlib import Path

from tests.faults.ledger import add_entry, count, new_ledger, opened


def add_two(folder: Path) -> None:
    """Add two entries to the ledger in a folder, and say so."""
    with opened(folder / "ledger.db") as connection:
        for _ in range(2):
            add_entry(connection)
            print("added")  # noqa: T201 - a worker may speak, and disturbs nobody


def write_twice(folder: Path) -> None:
    """Write a file in two parts."""
    with (folder / "file").open("wb", buffering=0) as file:
        file.write(b"x" * 1000)
        file.write(b"y" * 1000)


def fail(folder: Path) -> None:
    """Have a fault of one's own."""
    raise ValueError(folder.name)


def idle(folder: Path) -> None:
    """Look, and change nothing."""
    list(folder.iterdir())


def add_for_ever(folder: Path) -> None:
    """Add entries, and say after each how many there are."""
    path = folder / "ledger.db"
    number = count(path) or 0
    with opened(path) as connection:
        while True:
            add_entry(connection)
            number += 1
            print(number, flush=True)  # noqa: T201 - the acknowledgement


if __name__ == "__main__":
    place = Path(sys.argv[1])
    if not (place / "ledger.db").exists():
        new_ledger(place)
    add_for_ever(place)
