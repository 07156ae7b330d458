"""Backups are made by the schedule, checked, thinned, and put back."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from socialplanner.domain.editing import with_answer
from socialplanner.store.backups import Backups, read_backup
from socialplanner.store.library import Library
from socialplanner.store.open_profile import OpenProfile
from socialplanner.store.profile_file import read_profile
from socialplanner.store.trouble import DamagedError, StoreError
from tests.store.makers import FIRST, QUESTIONS, Clock, answered, begun, modes


def answer(profile: OpenProfile, clock: Clock, number: int, value: float = 1.0) -> None:
    """Answer one question."""
    question = QUESTIONS[number % len(QUESTIONS)]
    profile.save(with_answer(profile.record, FIRST, question, value, clock.now()))


def test_a_session_leaves_a_backup_of_its_beginning_and_of_its_end(
    library: Library, clock: Clock
) -> None:
    path = library.add(begun())
    with library.open(path) as profile:
        answer(profile, clock, 0)
        clock.pass_(minutes=5)
        answer(profile, clock, 1)
        end = profile.record
    held = [read_backup(each.path) for each in library.backups("c0ffee").listed()]
    assert held == [end, begun()]


def test_a_session_without_a_change_leaves_no_backup(library: Library) -> None:
    library.open(library.add(begun())).close()
    assert library.backups("c0ffee").listed() == ()


def test_the_next_session_does_not_copy_again_what_a_backup_holds(
    library: Library, clock: Clock
) -> None:
    path = library.add(begun())
    for number in range(3):
        clock.pass_(hours=1)
        with library.open(path) as profile:
            answer(profile, clock, number)
            clock.pass_(minutes=1)
    assert len(library.backups("c0ffee").listed()) == 4


def test_while_somebody_works_no_backup_is_older_than_half_an_hour(
    library: Library, clock: Clock
) -> None:
    path = library.add(begun())
    backups = library.backups("c0ffee")
    with library.open(path) as profile:
        for number in range(600):
            answer(profile, clock, number, float(number % 5))
            age = clock.moment - backups.listed()[0].moment
            assert age.total_seconds() <= 30 * 60
            clock.pass_(minutes=1)


def test_a_backup_that_fails_fails_no_save_and_is_told(library: Library, clock: Clock) -> None:
    path = library.add(begun())
    (library.folder / "backups").write_text("in the way")
    with library.open(path) as profile:
        answer(profile, clock, 0)
        assert profile.backup_trouble is not None
        saved = profile.record
    assert library.read(path) == saved


def test_a_clock_that_is_set_back_neither_replaces_nor_reorders_backups(
    library: Library, clock: Clock
) -> None:
    path = library.add(begun())
    with library.open(path) as profile:
        for number in range(5):
            answer(profile, clock, number)
            profile.back_up()
            clock.pass_(days=-1)
        last = profile.record
    backups = library.backups("c0ffee").listed()
    assert len(backups) == 6
    assert read_backup(backups[0].path) == last
    assert read_backup(backups[-1].path) == begun()


def test_a_damaged_backup_is_passed_over_for_the_next(library: Library, clock: Clock) -> None:
    path = library.add(begun())
    for number in range(2):
        clock.pass_(hours=1)
        with library.open(path) as profile:
            answer(profile, clock, number)
            clock.pass_(minutes=1)
    newest, before, *_ = library.backups("c0ffee").listed()
    newest.path.write_bytes(newest.path.read_bytes()[:9000])
    found = library.backups("c0ffee").newest_good()
    assert found is not None
    assert found[0] == before
    with pytest.raises(DamagedError):
        read_backup(newest.path)


def test_thinning_leaves_the_newest_and_what_is_no_backup(library: Library, clock: Clock) -> None:
    path = library.add(begun())
    backups = library.backups("c0ffee")
    with closing(read_profile(path)) as file:
        backups.make(file.connection, clock.moment)
    note = backups.folder / "note.txt"
    note.write_text("mine")
    clock.pass_(days=4000)
    backups.thin(clock.moment)
    assert len(backups.listed()) == 1
    assert note.exists()


def test_a_restored_profile_is_as_the_backup_was_and_the_state_before_is_kept(
    library: Library, clock: Clock
) -> None:
    path = library.add(begun())
    with library.open(path) as profile:
        answer(profile, clock, 0)
        clock.pass_(minutes=1)
        after = profile.record
    first = library.backups("c0ffee").listed()[-1]
    clock.pass_(hours=1)
    library.restore(path, first.path)
    assert library.read(path) == begun()
    assert after in [read_backup(each.path) for each in library.backups("c0ffee").listed()]
    assert not library.damaged.exists()


@pytest.mark.parametrize("drill", range(50))
def test_a_stale_journal_beside_a_restored_file_cannot_undo_it(
    library: Library, clock: Clock, drill: int
) -> None:
    path = library.add(begun())
    journal = Path(f"{path}-journal")
    with library.open(path) as profile:
        for number in range(drill % 7 + 1):
            answer(profile, clock, number + drill)
        connection = profile._file.connection  # noqa: SLF001 - only SQLite can leave a real journal
        connection.execute("PRAGMA cache_spill = 1")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE profile SET website = ?", ("x" * 500_000,))
        stale = journal.read_bytes()
        connection.execute("ROLLBACK")
    journal.write_bytes(stale)
    first = library.backups("c0ffee").listed()[-1]
    clock.pass_(hours=1)
    library.restore(path, first.path)
    assert library.read(path) == begun()
    assert not journal.exists()
    with library.open(path) as profile:
        assert profile.record == begun()


def test_a_profile_that_is_damaged_is_kept_aside_when_a_backup_takes_its_place(
    library: Library, clock: Clock
) -> None:
    path = library.add(answered())
    with library.open(path) as profile:
        answer(profile, clock, 0, 4.0)
        clock.pass_(minutes=1)
        saved = profile.record
    damaged = path.read_bytes()[:20_000]
    path.write_bytes(damaged)
    library.restore(path, library.backups("c0ffee").listed()[0].path)
    assert library.read(path) == saved
    kept = list(library.damaged.rglob(path.name))
    assert [each.read_bytes() for each in kept] == [damaged]
    assert modes(library.folder) == {}


def test_a_profile_that_is_gone_comes_back_from_its_backup(library: Library, clock: Clock) -> None:
    path = library.add(begun())
    with library.open(path) as profile:
        answer(profile, clock, 0)
        saved = profile.record
    path.unlink()
    library.restore(path, library.backups("c0ffee").listed()[0].path)
    assert library.read(path) == saved


def test_a_copy_that_was_begun_and_not_ended_is_no_backup(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / ".2027-01-31T12-00-00.000000Z.1234.tmp").write_bytes(b"half")
    (folder / "notes.socialplan").write_bytes(b"mine")
    assert Backups(folder).listed() == ()
    shutil.rmtree(folder)
    assert Backups(folder).listed() == ()


def test_thinning_leaves_no_day_with_a_damaged_backup_alone(library: Library, clock: Clock) -> None:
    path = library.add(begun())
    for number in range(6):
        with library.open(path) as profile:
            answer(profile, clock, number)
            clock.pass_(hours=1)
    backups = library.backups("c0ffee")
    newest = backups.listed()[0]
    newest.path.write_bytes(newest.path.read_bytes()[:9000])
    clock.pass_(days=20)
    backups.thin(clock.moment)
    assert backups.newest_good() is not None
    assert newest in backups.listed()


def test_backups_that_cannot_be_listed_are_not_taken_for_none(
    library: Library, clock: Clock
) -> None:
    path = library.add(begun())
    with library.open(path) as profile:
        answer(profile, clock, 0)
    folder = library.backups("c0ffee").folder
    shutil.rmtree(folder)
    folder.write_text("in the way")
    with pytest.raises(StoreError):
        library.backups("c0ffee").listed()
