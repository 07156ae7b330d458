"""The shim sees its folder only, in every mode of SQLite, and leaves no trace behind."""

import gc
import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.faults.ledger import add_entry, count, new_ledger, opened
from tests.faults.operations import Kind, Operation
from tests.faults.watching import watched, why_not

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return new_ledger(tmp_path, entries=5)


def kinds_of(seen: list[Operation]) -> set[Kind]:
    return {operation.kind for operation in seen}


def test_neither_other_folders_nor_memory_nor_temporary_files_are_shown(tmp_path: Path) -> None:
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
    ledger, seen = new_ledger(tmp_path / "there"), list[Operation]()
    with watched(seen.append, tmp_path / "here"):
        with opened(ledger) as connection:
            add_entry(connection)
            connection.execute("CREATE TEMP TABLE aside AS SELECT * FROM entry")
        sqlite3.connect(":memory:").close()
    assert seen == []


def test_a_connection_from_before_is_not_shown_and_one_left_open_goes_on(ledger: Path) -> None:
    seen: list[Operation] = []
    with opened(ledger) as early:
        with watched(seen.append, ledger.parent):
            add_entry(early)
            assert seen == []
            late = sqlite3.connect(ledger, isolation_level=None)
            add_entry(late)
        assert seen != []
        seen.clear()
        add_entry(late)
        late.execute("PRAGMA journal_mode = DELETE")
        add_entry(late)
        late.close()
    assert seen == []
    assert count(ledger) == 9


def test_watching_twice_at_once_is_refused_and_the_first_watch_goes_on(ledger: Path) -> None:
    seen: list[Operation] = []
    with watched(seen.append, ledger.parent):
        with pytest.raises(RuntimeError, match="watched already"), watched(print, ledger.parent):
            pass
        assert count(ledger) == 5
    assert Kind.READ in kinds_of(seen)


def test_a_mapped_database_shows_its_reads_too(ledger: Path) -> None:
    seen: list[Operation] = []
    with watched(seen.append, ledger.parent), opened(ledger) as connection:
        connection.execute("PRAGMA mmap_size = 1000000")
        connection.execute("SELECT * FROM entry").fetchall()
    assert Kind.READ in kinds_of(seen)


def test_a_write_ahead_log_works_and_is_shown(ledger: Path) -> None:
    seen: list[Operation] = []
    with watched(seen.append, ledger.parent), opened(ledger, journal="WAL") as connection:
        add_entry(connection)
    assert any(each.path.name.endswith("-wal") and each.kind is Kind.WRITE for each in seen)
    assert count(ledger) == 6


def test_a_backup_shows_what_it_writes(ledger: Path) -> None:
    copy, seen = ledger.with_name("copy.db"), list[Operation]()
    with watched(seen.append, ledger.parent), opened(ledger) as connection, opened(copy) as target:
        connection.backup(target)
    assert any(each.path == copy and each.kind is Kind.WRITE for each in seen)
    assert count(copy) == 5


@pytest.mark.filterwarnings(
    "ignore:unclosed database",  # from 3.13 on
    "ignore::pytest.PytestUnraisableExceptionWarning",
)
def test_a_forgotten_connection_is_closed_by_the_collector_without_harm(ledger: Path) -> None:
    seen: list[Operation] = []
    with watched(seen.append, ledger.parent):
        cycle: list[object] = [sqlite3.connect(ledger)]
        cycle[0].execute("SELECT * FROM entry").fetchall()  # type: ignore[attr-defined]
        cycle.append(cycle)
        del cycle
        gc.collect()
    assert Kind.CLOSE in kinds_of(seen)


def test_threads_that_write_at_the_same_time_are_all_shown(tmp_path: Path) -> None:
    seen: list[Operation] = []
    ledgers = []
    for name in ("a", "b", "c"):
        (tmp_path / name).mkdir()
        ledgers.append(new_ledger(tmp_path / name))

    def write(path: Path) -> None:
        with opened(path, synchronous="OFF") as connection:
            for _ in range(30):
                add_entry(connection)

    with watched(seen.append, tmp_path):
        threads = [threading.Thread(target=write, args=(path,)) for path in ledgers]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert [count(path) for path in ledgers] == [30, 30, 30]
    written = {each.path for each in seen if each.kind is Kind.WRITE}
    assert set(ledgers) <= written


LEFT_OPEN = """
import sqlite3, sys, pathlib
from tests.faults.watching import watched
path = pathlib.Path(sys.argv[1])
watch = watched(lambda operation: None, path.parent)
watch.__enter__()
connection = sqlite3.connect(path, isolation_level=None)
connection.execute("BEGIN")
connection.execute("INSERT INTO entry (text) VALUES ('x')")
if sys.argv[2] == "left":
    watch.__exit__(None, None, None)
"""


@pytest.mark.parametrize("watch", ["left", "never left"])
def test_python_ends_in_peace_with_a_connection_still_open(ledger: Path, watch: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", LEFT_OPEN, str(ledger), watch],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert count(ledger) == 5
