"""The simulator loses what careless settings would lose, and nothing of what careful ones keep."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from tests.faults.disk import SECTOR, Disk, Node, Renaming, Resize, Write
from tests.faults.ledger import add_entry, count, new_ledger, opened, rewrite_entries
from tests.faults.power import Recording, crash_states, recorded
from tests.faults.watching import why_not

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())

STATES = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    corrupt: int = 0
    lost: int = 0


def saved(folder: Path, journal: str, synchronous: str) -> Recording:
    path = new_ledger(folder)
    with (
        recorded(folder) as recording,
        opened(path, journal=journal, synchronous=synchronous) as connection,
    ):
        connection.execute("PRAGMA wal_autocheckpoint = 10")
        for number in range(1, 31):
            add_entry(connection)
            recording.acknowledge(number)
            if number % 7 == 0:
                rewrite_entries(connection)
    return recording


def toll(tmp_path: Path, journal: str, synchronous: str, states: int = STATES) -> Toll:
    (tmp_path / "work").mkdir()
    recording = saved(tmp_path / "work", journal, synchronous)
    corrupt = lost = 0
    for state in crash_states(recording, states, seed=1, into=tmp_path / "states"):
        found = count(state.folder / "ledger.db")
        corrupt += found is None
        lost += found is not None and found < state.acknowledged
    return Toll(corrupt=corrupt, lost=lost)


@pytest.mark.parametrize(
    ("journal", "synchronous"),
    [("TRUNCATE", "EXTRA"), ("TRUNCATE", "FULL"), ("DELETE", "EXTRA"), ("WAL", "FULL")],
)
def test_careful_settings_lose_nothing_that_was_said_to_be_saved(
    tmp_path: Path, journal: str, synchronous: str
) -> None:
    assert toll(tmp_path, journal, synchronous) == Toll()


@pytest.mark.parametrize(("journal", "synchronous"), [("TRUNCATE", "OFF"), ("MEMORY", "FULL")])
def test_a_database_without_syncs_or_without_a_journal_is_corrupt_in_many_states(
    tmp_path: Path, journal: str, synchronous: str
) -> None:
    assert toll(tmp_path, journal, synchronous).corrupt > STATES // 5


@pytest.mark.parametrize(("journal", "synchronous"), [("DELETE", "FULL"), ("WAL", "NORMAL")])
def test_a_deletion_or_a_log_that_was_not_synced_loses_answers_and_corrupts_nothing(
    tmp_path: Path, journal: str, synchronous: str
) -> None:
    found = toll(tmp_path, journal, synchronous)
    assert found.corrupt == 0
    assert found.lost > STATES // 40


def fates(node: Node, times: int) -> set[bytes]:
    return {node.after_power_loss(Random(seed)) for seed in range(times)}  # noqa: S311 - repeatable


def replaced(folder: Path, number: int, *, synced: bool, named: bool) -> None:
    new = folder / "new.tmp"
    with new.open("wb") as file:
        file.write(b"%4d" % number * 1000)
        file.flush()
        if synced:
            os.fsync(file.fileno())
    new.replace(folder / "file")
    if named:
        handle = os.open(folder, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)


def overwritten(folder: Path, number: int) -> None:
    (folder / "file").write_bytes(b"%4d" % number * 1000)


def file_toll(tmp_path: Path, save: Callable[[Path, int], None]) -> Toll:
    (tmp_path / "work").mkdir()
    replaced(tmp_path / "work", 0, synced=True, named=True)
    with recorded(tmp_path / "work") as recording:
        for number in range(1, 20):
            save(tmp_path / "work", number)
            recording.acknowledge(number)
    corrupt = lost = 0
    for state in crash_states(recording, 200, seed=2, into=tmp_path / "states"):
        content = (state.folder / "file").read_bytes()
        whole = len(content) == 4000 and content == content[:4] * 1000
        corrupt += not whole
        lost += whole and int(content[:4]) < state.acknowledged
    return Toll(corrupt=corrupt, lost=lost)


def test_a_file_that_is_synced_renamed_and_its_folder_synced_is_never_lost(tmp_path: Path) -> None:
    def save(folder: Path, number: int) -> None:
        replaced(folder, number, synced=True, named=True)

    assert file_toll(tmp_path, save) == Toll()


def test_a_file_whose_new_name_was_not_synced_is_whole_but_may_be_the_old_one(
    tmp_path: Path,
) -> None:
    def save(folder: Path, number: int) -> None:
        replaced(folder, number, synced=True, named=False)

    found = file_toll(tmp_path, save)
    assert found.corrupt == 0
    assert found.lost > 50


def test_a_file_that_was_renamed_without_a_sync_may_be_torn(tmp_path: Path) -> None:
    def save(folder: Path, number: int) -> None:
        replaced(folder, number, synced=False, named=True)

    assert file_toll(tmp_path, save).corrupt > 50


def test_a_file_that_is_overwritten_in_its_place_is_torn_almost_always(tmp_path: Path) -> None:
    assert file_toll(tmp_path, overwritten).corrupt > 150


def test_the_same_seed_gives_the_same_states_and_another_seed_others(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    recording = saved(tmp_path / "work", "TRUNCATE", "EXTRA")

    def states(seed: int) -> list[tuple[int, int, bytes]]:
        return [
            (state.cut, state.acknowledged, (state.folder / "ledger.db").read_bytes())
            for state in crash_states(recording, 20, seed=seed, into=tmp_path / str(seed))
        ]

    first = states(1)
    assert states(1) == first
    assert states(2) != first


def test_a_state_with_all_that_was_recorded_and_synced_is_what_lies_in_the_folder(
    tmp_path: Path,
) -> None:
    work = tmp_path / "work"
    work.mkdir()
    with recorded(work) as recording:
        (work / "inner").mkdir()
        for name in ("a", "b", "c"):
            replaced(work / "inner", ord(name), synced=True, named=True)
            os.link(work / "inner" / "file", work / "inner" / name)
        (work / "inner" / "b").unlink()
        for folder in (work / "inner", work):
            handle = os.open(folder, os.O_RDONLY)
            os.fsync(handle)
            os.close(handle)
    ends = [
        state
        for state in crash_states(recording, 300, seed=3, into=tmp_path / "s", keep=True)
        if state.cut == len(recording.log)
    ]
    expected = {path.name: path.read_bytes() for path in (work / "inner").iterdir()}
    assert ends
    for state in ends:
        inner = state.folder / "inner"
        assert {path.name: path.read_bytes() for path in inner.iterdir()} == expected


def test_a_write_that_was_not_synced_survives_by_sectors_on_either_side() -> None:
    node = Node(content=bytearray(b"a" * 2000))
    node.pending.append(Write(offset=300, data=b"b" * 1500))
    found = fates(node, 200)
    bounds = [300, SECTOR, 2 * SECTOR, 3 * SECTOR, 1800]
    assert len(found) == 16
    for content in found:
        assert content[:300] + content[1800:] == b"a" * 500
        assert all(len(set(content[start:end])) == 1 for start, end in pairwise(bounds))


def test_a_synced_node_has_one_content_and_an_unsynced_write_and_cut_have_three() -> None:
    node = Node(content=bytearray(b"abc"))
    node.pending += [Write(offset=5, data=b"x"), Resize(size=4)]
    assert fates(node, 50) == {b"abc", b"abc\0", b"abc\0\0x"}
    node.sync()
    assert fates(node, 50) == {b"abc\0"}


def test_an_unsynced_renaming_happens_as_a_whole_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"1")
    disk = Disk(tmp_path)
    disk.rename(Renaming(source=tmp_path / "old", target=tmp_path / "new"))
    randoms = [Random(seed) for seed in range(50)]  # noqa: S311 - repeatable
    names = {tuple(map(str, disk.after_power_loss(random))) for random in randoms}
    assert names == {("old",), ("new",)}
    disk.sync_folder(tmp_path)
    assert list(disk.after_power_loss(randoms[0])) == [Path("new")]


def test_a_recording_of_nothing_is_an_error_and_no_proof(tmp_path: Path) -> None:
    path = new_ledger(tmp_path)
    with opened(path) as early, recorded(tmp_path) as recording:
        add_entry(early)
        recording.acknowledge(1)
    with pytest.raises(RuntimeError, match="nothing was recorded"):
        next(crash_states(recording, 1, seed=1, into=tmp_path / "states"))


def test_a_file_that_the_recording_did_not_see_come_is_named_and_not_guessed_at(
    tmp_path: Path,
) -> None:
    work = tmp_path / "work"
    work.mkdir()
    with recorded(work) as recording:
        os.mknod(work / "strange")
        (work / "strange").write_bytes(b"x")
    with pytest.raises(LookupError, match="strange"):
        list(crash_states(recording, 50, seed=1, into=tmp_path / "states"))
