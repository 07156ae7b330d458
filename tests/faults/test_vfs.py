"""The shim shows each operation of SQLite, fails it as told, and leaves no trace."""

import errno
import sqlite3
from pathlib import Path

import pytest

from tests.faults.ledger import add_entry, count, new_ledger, opened, rewrite_entries
from tests.faults.operations import Answer, Kind, Operation, Torn, failing
from tests.faults.watching import watched, why_not

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return new_ledger(tmp_path, entries=5)


def kinds_of(seen: list[Operation]) -> set[Kind]:
    return {operation.kind for operation in seen}


def test_a_commit_shows_its_journal_its_writes_and_their_syncs_in_order(ledger: Path) -> None:
    seen: list[Operation] = []
    with watched(seen.append, ledger.parent), opened(ledger) as connection:
        seen.clear()
        add_entry(connection)
        steps = [(each.kind, each.path.name) for each in seen if each.mutates]
    journal = f"{ledger.name}-journal"
    assert steps[0] == (Kind.WRITE, journal)
    assert steps[-2:] == [(Kind.TRUNCATE, journal), (Kind.SYNC, journal)]
    synced = steps.index((Kind.SYNC, journal))
    assert synced < steps.index((Kind.WRITE, ledger.name)) < steps.index((Kind.SYNC, ledger.name))


def test_the_data_shown_are_the_bytes_that_the_file_holds_afterwards(ledger: Path) -> None:
    seen: list[Operation] = []
    with watched(seen.append, ledger.parent), opened(ledger) as connection:
        rewrite_entries(connection)
    content = ledger.read_bytes()
    writes = [each for each in seen if each.kind is Kind.WRITE and each.path == ledger]
    assert writes
    assert all(content[each.offset :].startswith(each.data) for each in writes)


def test_a_deleted_journal_tells_whether_its_folder_is_synced(ledger: Path) -> None:
    flags = []
    for synchronous in ("FULL", "EXTRA"):
        seen: list[Operation] = []
        with (
            watched(seen.append, ledger.parent),
            opened(ledger, journal="DELETE", synchronous=synchronous) as connection,
        ):
            add_entry(connection)
        flags += [each.flags for each in seen if each.kind is Kind.DELETE]
    assert flags == [0, 1]


@pytest.mark.parametrize(
    ("kind", "error", "code"),
    [
        (Kind.OPEN, errno.EACCES, sqlite3.SQLITE_CANTOPEN),
        (Kind.READ, errno.EIO, sqlite3.SQLITE_IOERR_READ),
        (Kind.WRITE, errno.EIO, sqlite3.SQLITE_IOERR_WRITE),
        (Kind.WRITE, errno.ENOSPC, sqlite3.SQLITE_FULL),
        (Kind.TRUNCATE, errno.EIO, sqlite3.SQLITE_IOERR_TRUNCATE),
        (Kind.SYNC, errno.EIO, sqlite3.SQLITE_IOERR_FSYNC),
        (Kind.DELETE, errno.EIO, sqlite3.SQLITE_IOERR_DELETE),
        (Kind.ACCESS, errno.EIO, sqlite3.SQLITE_IOERR_ACCESS),
    ],
)
def test_each_kind_of_operation_fails_with_the_code_that_was_answered(
    ledger: Path, kind: Kind, error: int, code: int
) -> None:
    def observer(operation: Operation) -> Answer:
        return failing(operation, error) if operation.kind is kind else None

    journal = "DELETE" if kind is Kind.DELETE else "TRUNCATE"
    with (
        watched(observer, ledger.parent),
        pytest.raises(sqlite3.OperationalError) as raised,
        opened(ledger, journal=journal) as connection,
    ):
        add_entry(connection)
    assert raised.value.sqlite_errorcode == code
    assert count(ledger) in {5, 6}


def test_a_connection_goes_on_once_its_disk_works_again(ledger: Path) -> None:
    broken = False
    with (
        watched(lambda each: failing(each, errno.EIO) if broken else None, ledger.parent),
        opened(ledger) as connection,
    ):
        broken = True
        with pytest.raises(sqlite3.OperationalError):
            add_entry(connection)
        broken = False
        add_entry(connection)
    assert count(ledger) == 6


def test_a_torn_write_puts_its_first_bytes_and_no_more(ledger: Path) -> None:
    before, torn = ledger.read_bytes(), list[Operation]()

    def observer(operation: Operation) -> Answer:
        if operation.kind is Kind.WRITE and operation.path == ledger and not torn:
            torn.append(operation)
            seen.append(ledger.read_bytes())
            return Torn(kept=100, code=sqlite3.SQLITE_FULL)
        if torn and operation.kind is Kind.READ:
            seen.append(ledger.read_bytes())
        return None

    seen: list[bytes] = []
    with (
        watched(observer, ledger.parent),
        opened(ledger) as connection,
        pytest.raises(sqlite3.OperationalError, match="full"),
    ):
        add_entry(connection)
    place = slice(torn[0].offset, torn[0].offset + 100)
    assert seen[0] == before
    assert seen[1][place] == torn[0].data[:100]
    assert seen[1][place.stop :] == before[place.stop :]
    assert count(ledger) == 5


def test_what_goes_wrong_in_the_observer_comes_out_and_not_sqlites_word_for_it(
    ledger: Path,
) -> None:
    def observer(operation: Operation) -> Answer:
        raise ZeroDivisionError(operation.kind)

    with pytest.raises(ZeroDivisionError), watched(observer, ledger.parent), opened(ledger):
        pass
    assert count(ledger) == 5
