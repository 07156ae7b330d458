"""Each operation fails once in its turn, in both layers, until the action comes through."""

import errno
import json
import sqlite3
from pathlib import Path

import pytest

from tests.faults.full_disk import fill_levels
from tests.faults.injection import every_failure
from tests.faults.ledger import add_entry, count, new_ledger, opened
from tests.faults.operations import Kind, Layer
from tests.faults.watching import why_not

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())

ERRORS = [errno.ENOSPC, errno.EIO, errno.EACCES]


def ledger_of_five(folder: Path) -> Path:
    return new_ledger(folder, entries=5)


def save(path: Path) -> None:
    with opened(path) as connection:
        add_entry(connection)


def save_and_export(path: Path) -> None:
    save(path)
    path.with_name("export.txt").write_text("six", "utf-8")


@pytest.mark.parametrize("onwards", [False, True], ids=["once", "onwards"])
@pytest.mark.parametrize("error", ERRORS, ids=errno.errorcode.get)
def test_a_save_that_fails_anywhere_leaves_the_old_ledger_or_the_new_one(
    tmp_path: Path, error: int, *, onwards: bool
) -> None:
    trials = []
    for trial in every_failure(tmp_path, ledger_of_five, save, error=error, onwards=onwards):
        assert trial.error is None or isinstance(trial.error, sqlite3.OperationalError)
        found = count(trial.state)
        assert found == 6 if trial.error is None else found in {5, 6}
        trials.append(trial)
    assert [trial.n for trial in trials] == list(range(1, len(trials) + 1))
    assert [trial.fired is None for trial in trials] == [False] * (len(trials) - 1) + [True]
    assert len(trials) > 1


def test_a_full_disk_fails_every_write_from_then_on_and_lets_the_rest_pass(tmp_path: Path) -> None:
    for trial in every_failure(tmp_path, ledger_of_five, save, onwards=True):
        if trial.fired:
            assert trial.fired.kind in {Kind.OPEN, Kind.WRITE}
            assert isinstance(trial.error, sqlite3.OperationalError)
            assert count(trial.state) == 5


def test_both_layers_are_counted_together(tmp_path: Path) -> None:
    trials = list(every_failure(tmp_path, ledger_of_five, save_and_export))
    layers = [trial.fired.layer for trial in trials if trial.fired]
    assert layers == sorted(layers, key=[Layer.SQLITE, Layer.PYTHON].index)
    assert layers.count(Layer.PYTHON) == 2
    errors = [trial.error for trial in trials]
    assert [getattr(error, "errno", None) for error in errors[-3:]] == [28, 28, None]


def save_as_json(path: Path) -> None:
    path.write_text(json.dumps([1] * 5000), "utf-8")


def whole_json(folder: Path) -> Path:
    path = folder / "naive.json"
    save_as_json(path)
    return path


def is_whole(path: Path) -> bool:
    try:
        return bool(json.loads(path.read_text("utf-8")) == [1] * 5000)
    except json.JSONDecodeError:
        return False


def test_a_file_that_is_overwritten_in_its_place_is_found_destroyed(tmp_path: Path) -> None:
    found = [is_whole(trial.state) for trial in every_failure(tmp_path, whole_json, save_as_json)]
    assert found == [False, True]


def test_a_connection_may_be_opened_before_the_failures_begin(tmp_path: Path) -> None:
    def set_up(folder: Path) -> sqlite3.Connection:
        return sqlite3.connect(new_ledger(folder), isolation_level=None)

    trials = []
    for trial in every_failure(tmp_path, set_up, add_entry):
        trial.state.close()
        assert count(trial.folder / "ledger.db") == (0 if trial.error else 1)
        trials.append(trial)
    assert len(trials) > 5


def test_an_action_of_which_nothing_is_seen_is_an_error_and_no_proof(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    elsewhere = new_ledger(tmp_path / "elsewhere")
    with pytest.raises(RuntimeError, match="nothing can fail"):
        next(every_failure(tmp_path, lambda _: elsewhere, save))


def test_what_went_wrong_in_a_check_leaves_its_folder_to_look_at(tmp_path: Path) -> None:
    for trial in every_failure(tmp_path, whole_json, save_as_json):
        kept = trial.folder
        break
    assert kept.is_dir()


def test_steps_leave_operations_out(tmp_path: Path) -> None:
    trials = every_failure(tmp_path, ledger_of_five, save, error=errno.EIO, first=2, step=5)
    numbers = [trial.n for trial in trials]
    assert numbers == list(range(2, numbers[-1] + 1, 5))


def test_a_disk_that_fills_up_at_any_byte_loses_nothing_and_room_again_is_enough(
    tmp_path: Path,
) -> None:
    rooms = []
    for trial in fill_levels(tmp_path, ledger_of_five, save, count=60):
        assert isinstance(trial.error, sqlite3.OperationalError)
        assert trial.error.sqlite_errorcode == sqlite3.SQLITE_FULL
        assert count(trial.state) == 5
        save(trial.state)
        assert count(trial.state) == 6
        rooms.append(trial.n)
    assert rooms == sorted(rooms)
    assert rooms[0] == 0
    assert rooms[-1] > 1000


def test_a_disk_that_fills_up_breaks_a_write_off_in_its_middle(tmp_path: Path) -> None:
    def write(folder: Path) -> None:
        (folder / "file").write_bytes(b"x" * 1000)

    sizes = []
    for trial in fill_levels(tmp_path, lambda folder: folder, write, count=5):
        assert isinstance(trial.error, OSError)
        assert trial.error.errno == errno.ENOSPC
        sizes.append((trial.folder / "file").stat().st_size)
    assert sizes == [0, 249, 499, 749, 999]
