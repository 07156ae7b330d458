"""How long profiles take to be listed, searched, opened and saved, each beside a bare way."""

import os
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from benchmarks.timing import MILLISECONDS, interleaved_medians
from socialplanner.domain.editing import Now, new_record, with_answer, with_assessment
from socialplanner.domain.listing import ProfileEntry, Search, folded
from socialplanner.domain.profile import Profile
from socialplanner.domain.record import ProfileRecord
from socialplanner.store.library import Library

LISTED, SEARCHED, SAVES = 1_000, 10_000, 400
FIRST = "a1"
NOW = Now(
    moment=datetime(2027, 1, 31, 12, tzinfo=UTC), day=date(2027, 1, 31), catalogue_version="1"
)
LATER = datetime(2037, 1, 31, 12, tzinfo=UTC)
HEADINGS = ("what", "ms", "beside it", "ms", "ratio", "aim, ms")


def rows(rounds: int) -> list[list[str]]:
    """Return the table's rows: medians of interleaved rounds."""
    with tempfile.TemporaryDirectory() as folder:
        return [
            *_listing(Path(folder, "many"), rounds),
            *_searching(rounds),
            *_opening(Path(folder, "one"), rounds),
            *_saving(Path(folder, "saved")),
        ]


def _record(number: int, answers: int = 63) -> ProfileRecord:
    profile = Profile(name=f"Bäckerei Nummer {number} am Markt")
    record = with_assessment(new_record(f"{number:010x}", profile, NOW), FIRST, NOW)
    for question in range(answers):
        record = with_answer(record, FIRST, f"style.question_{question}", 3.0, NOW)
    return replace(record, tags=("shop", f"town {number % 97}"))


def _listing(folder: Path, rounds: int) -> list[list[str]]:
    """Compare the list of a thousand profiles with a bare SELECT of the same lines."""
    library = Library(folder, lambda: LATER)
    for number in range(LISTED):
        library.add(_record(number, 3))
    library.entries()
    index = folder / ".index.sqlite"

    def select() -> list[tuple[str, ...]]:
        with closing(sqlite3.connect(index)) as connection:
            return connection.execute("SELECT * FROM entry").fetchall()

    def bare() -> object:
        return [entry.stat() for entry in os.scandir(folder)], select()

    times = interleaved_medians(
        {"ours": library.entries, "select": select, "bare": bare}, max(rounds, 9)
    )
    return [
        _row(f"list {LISTED:,} profiles", times["ours"], "bare SELECT", times["select"], "150"),
        _row("the same", times["ours"], "SELECT and one stat a file", times["bare"], ""),
    ]


def _searching(rounds: int) -> list[list[str]]:
    """Compare a search of ten thousand profiles with a scan of a plain list of their names."""
    entries = [
        ProfileEntry(
            file=f"{number}", id=f"{number}", name=f"Bäckerei Nummer {number}", changed_at=LATER
        )
        for number in range(SEARCHED)
    ]
    search = Search(entries, {})
    names = [folded(entry.name) for entry in entries]

    def typed(search_for: Callable[[str], object]) -> Callable[[], None]:
        def type_all() -> None:
            for length in range(1, len(WORDS) + 1):
                search_for(WORDS[:length])

        return type_all

    def scan(text: str) -> list[int]:
        return [place for place, name in enumerate(names) if text in name]

    times = interleaved_medians(
        {"ours": typed(search.matching), "scan": typed(scan)}, max(rounds, 9)
    )
    each = {name: spent / len(WORDS) for name, spent in times.items()}
    what = f"search {SEARCHED:,} profiles, a key"
    return [_row(what, each["ours"], "plain list scan", each["scan"], "16")]


WORDS = "bäckerei nummer 77"


def _opening(folder: Path, rounds: int) -> list[list[str]]:
    """Compare opening a checked profile with reading all rows of its file unchecked."""
    library = Library(folder, lambda: LATER)
    path = library.add(_record(1))

    def bare() -> object:
        with closing(sqlite3.connect(path)) as connection:
            return [
                connection.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608 - fixed names
                for name in ("profile", "assessment", "answer", "change", "setting")
            ]

    def ours() -> None:
        library.open(path).close()

    times = interleaved_medians({"ours": ours, "bare": bare}, max(rounds, 9))
    return [_row("open, check and close one", times["ours"], "bare SELECTs", times["bare"], "")]


def _saving(folder: Path) -> list[list[str]]:
    """Compare saving an answer with one INSERT committed just as durably."""
    library = Library(folder, lambda: LATER)
    path = library.add(_record(2))
    bare = sqlite3.connect(folder / "bare", isolation_level=None)
    for pragma in ("journal_mode = TRUNCATE", "synchronous = EXTRA", "secure_delete = ON"):
        bare.execute(f"PRAGMA {pragma}")
    bare.execute("CREATE TABLE answer (question TEXT PRIMARY KEY, value TEXT)")
    ours, plain = list[float](), list[float]()
    with closing(bare), library.open(path) as profile:
        for number in range(SAVES):
            question, value = f"style.question_{number % 63}", float(number % 5)
            begin = perf_counter()
            profile.save(with_answer(profile.record, FIRST, question, value, NOW))
            middle = perf_counter()
            bare.execute("BEGIN IMMEDIATE")
            bare.execute("INSERT OR REPLACE INTO answer VALUES (?, ?)", (question, str(value)))
            bare.execute("COMMIT")
            ours.append((middle - begin) * MILLISECONDS)
            plain.append((perf_counter() - middle) * MILLISECONDS)
    return [
        _row(f"save an answer, {name}", _part(ours, part), "bare INSERT", _part(plain, part), aim)
        for name, part, aim in (("median", 50, ""), ("99th of 100", 99, "25"))
    ]


def _part(times: list[float], percent: int) -> float:
    return quantiles(times, n=100)[percent - 1]


def _row(what: str, ours: float, beside: str, theirs: float, aim: str) -> list[str]:
    return [what, f"{ours:.2f}", beside, f"{theirs:.2f}", f"{ours / theirs:.1f}", aim]
