"""Processes die by SIGKILL at the operation or line that was asked for."""

import sys
from pathlib import Path

import pytest

from tests.faults.kill import every_kill, killed_after, killed_at
from tests.faults.ledger import count, new_ledger
from tests.faults.watching import why_not
from tests.faults.workers import add_two, fail, idle, write_twice

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())


@pytest.mark.parametrize("torn", [False, True], ids=["before", "torn"])
def test_a_kill_at_any_change_leaves_whole_transactions(tmp_path: Path, *, torn: bool) -> None:
    found, deaths = [], []
    for death in every_kill(add_two, new_ledger, tmp_path, torn=torn):
        found.append(count(death.folder / "ledger.db"))
        deaths.append(death)
    assert set(found) == {0, 1, 2}
    assert found == sorted(found, key=str)
    assert [death.killed for death in deaths] == [True] * (len(deaths) - 1) + [False]
    assert deaths[-1].changes == len(deaths) - 1
    assert {death.error for death in deaths} == {""}


def test_a_kill_in_the_midst_of_a_write_lets_half_of_it_through(tmp_path: Path) -> None:
    sizes = []
    for n in (1, 2, 3, 4):
        place = tmp_path / str(n)
        place.mkdir()
        assert killed_at(write_twice, n, place, torn=True).killed == (n < 4)
        sizes.append(sum(path.stat().st_size for path in place.iterdir()))
    assert sizes == [0, 500, 1500, 2000]


def test_a_worker_with_a_fault_of_its_own_is_told_from_a_killed_one(tmp_path: Path) -> None:
    death = killed_at(fail, 1, tmp_path)
    assert not death.killed
    assert death.error == f"ValueError({tmp_path.name!r})"


def test_a_worker_that_changes_nothing_is_an_error_and_no_proof(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="changed nothing"):
        next(every_kill(idle, new_ledger, tmp_path))


def test_a_worker_that_cannot_be_imported_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="nursery ended"):
        killed_at(lambda folder: folder, 1, tmp_path)


def test_what_a_killed_program_had_said_is_true(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.faults.workers", str(tmp_path)]
    there = 0
    for lines in (1, 5, 12):
        killed = killed_after(command, lines=lines)
        said = [int(line) for line in killed.lines]
        found = count(tmp_path / "ledger.db") or 0
        assert killed.in_time
        assert len(said) >= lines
        assert said == list(range(there + 1, said[-1] + 1))
        assert said[-1] <= found <= said[-1] + 1
        there = found


def test_a_program_may_be_killed_by_the_clock_and_one_that_ends_by_itself_is_known() -> None:
    slow = killed_after([sys.executable, "-c", "import time; time.sleep(60)"], seconds=0.3)
    quick = killed_after([sys.executable, "-c", "print('a'); print('b', end='')"])
    assert (slow.in_time, slow.lines) == (True, ())
    assert (quick.in_time, quick.lines, quick.code) == (False, ("a",), 0)
