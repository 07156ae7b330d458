"""A profile with a passphrase opens with it and with nothing else."""

from pathlib import Path

import pytest

from socialplanner.domain.editing import with_answer
from socialplanner.errors import UserError
from socialplanner.store.driver import can_protect
from socialplanner.store.library import Library
from socialplanner.store.library_backup import back_up_library, restore_library
from socialplanner.store.protection import protect, unprotect
from socialplanner.store.trouble import (
    DamagedError,
    DiskFullError,
    InUseError,
    NewerFileError,
    ProtectedError,
    StoreError,
)
from tests.store.makers import (
    BEGINNING,
    FIRST,
    NOW,
    Clock,
    answered,
    begun,
    make_newer,
    modes,
)
from tests.store.test_erasing import CANARIES, hits, with_canaries

pytestmark = pytest.mark.skipif(
    not can_protect(), reason="the extra `passphrase` has no wheel for this Python here"
)

KEY = "it's a long «passphrase»"


@pytest.fixture
def locked(library: Library, clock: Clock) -> Path:
    """Give a protected profile that was worked on, in a library that forgot its passphrase."""
    path = library.add(with_canaries(begun()))
    with library.open(path) as profile:
        profile.save(with_answer(profile.record, FIRST, "style.question_0", CANARIES[0], NOW))
        clock.pass_(minutes=1)
    library.entries()
    target = protect(library, path, KEY)
    library.set_key("c0ffee", None)
    return target


def test_nothing_of_a_protected_profile_can_be_read_in_any_file_but_its_name(
    library: Library, locked: Path
) -> None:
    library.entries()
    assert {name for name in hits(library.folder) if "canary" not in name} == {".index.sqlite"}
    data = b"".join(path.read_bytes() for path in library.folder.rglob("*") if path.is_file())
    assert [each for each in CANARIES if each.encode() in data and each not in locked.name] == []
    assert modes(library.folder) == {}
    assert locked.name.endswith(".protected.socialplan")


def test_without_its_passphrase_it_is_listed_and_not_opened(library: Library, locked: Path) -> None:
    (entry,) = library.entries()
    assert (entry.id, entry.trouble) == ("c0ffee", "protected")
    for way in (library.read, library.open):
        with pytest.raises(ProtectedError, match="has a passphrase, which is needed"):
            way(locked)
    with pytest.raises(ProtectedError, match="not the right one, or the file is damaged"):
        library.unlock(locked, "something else")
    with pytest.raises(ProtectedError):
        library.read(locked)


def test_with_its_passphrase_it_is_worked_on_like_any_other(
    library: Library, locked: Path, clock: Clock
) -> None:
    library.unlock(locked, KEY)
    before = library.read(locked)
    with library.open(locked) as profile:
        with pytest.raises(InUseError):
            library.open(locked)
        profile.save(with_answer(profile.record, FIRST, "style.question_9", 4.0, NOW))
        after = profile.record
        clock.pass_(minutes=1)
    assert library.read(locked) == after
    backups = library.backups("c0ffee").listed()
    library.restore(locked, backups[1].path)
    assert library.read(locked) == before
    assert {name for name in hits(library.folder) if "canary" not in name} <= {".index.sqlite"}


def test_a_damaged_protected_profile_comes_back_from_its_backup(
    library: Library, locked: Path
) -> None:
    library.unlock(locked, KEY)
    record = library.read(locked)
    raw = bytearray(locked.read_bytes())
    raw[9000] ^= 1
    locked.write_bytes(raw)
    with pytest.raises(DamagedError):
        library.read(locked)
    assert library.recover(locked).record == record
    assert library.read(locked) == record


def test_taking_the_passphrase_away_gives_back_all_of_it_with_its_backups(
    library: Library, locked: Path
) -> None:
    library.unlock(locked, KEY)
    record = library.read(locked)
    path = unprotect(library, locked)
    assert not locked.exists()
    assert library.read(path) == record
    found = library.backups("c0ffee").newest_good()
    assert found is not None
    assert found[1] == record


def test_a_profile_in_use_or_with_a_short_passphrase_is_not_protected(library: Library) -> None:
    path = library.add(begun())
    with pytest.raises(UserError, match="at least 8 characters"):
        protect(library, path, "short")
    with library.open(path), pytest.raises(InUseError):
        protect(library, path, KEY)
    with pytest.raises(UserError, match="has no passphrase"):
        unprotect(library, path)
    assert library.read(path) == begun()
    assert [each.name for each in library.folder.glob("*.socialplan")] == [path.name]


def test_a_protected_profile_is_erased_deleted_and_taken_back_without_its_passphrase(
    library: Library, locked: Path
) -> None:
    trashed = library.delete(locked)
    assert library.take_back(trashed) == locked
    library.erase(locked, with_backups=True)
    assert hits(library.folder) == []


def test_a_library_is_backed_up_with_its_protected_profiles_as_they_are(
    library: Library, locked: Path, tmp_path: Path
) -> None:
    library.add(answered(3, "open"))
    report = back_up_library(library, tmp_path / "all", BEGINNING)
    assert locked.name in report.done
    other = Library(tmp_path / "other")
    restored = restore_library(other, tmp_path / "all")
    assert set(restored.done) == set(report.done)
    assert set(restore_library(other, tmp_path / "all").skipped) == set(report.done)
    other.unlock(other.folder / locked.name, KEY)
    library.unlock(locked, KEY)
    assert other.read(other.folder / locked.name) == library.read(locked)
    with pytest.raises(StoreError):
        library.unlock(other.folder / locked.name, "something else")


def test_a_write_that_was_cut_off_is_taken_back_with_the_passphrase(
    library: Library, locked: Path
) -> None:
    library.unlock(locked, KEY)
    before = library.read(locked)
    hot = Path(f"{locked}-journal")
    with library.open(locked) as profile:
        connection = profile._file.connection  # noqa: SLF001 - a crash in the midst of a write
        connection.execute("PRAGMA cache_spill = 1")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE assessment SET choices = ?", ("x" * 50_000,))
        connection.execute("UPDATE profile SET website = ?", ("x" * 500_000,))
        file, journal = locked.read_bytes(), hot.read_bytes()
        connection.execute("ROLLBACK")
    for way in (library.read, lambda path: library.open(path).close()):
        locked.write_bytes(file)
        hot.write_bytes(journal)
        way(locked)
        assert library.read(locked) == before


def test_a_newer_profile_is_not_protected(library: Library) -> None:
    path = library.add(begun())
    make_newer(path, readable_since=1)
    before = path.read_bytes()
    with pytest.raises(NewerFileError):
        protect(library, path, KEY)
    assert path.read_bytes() == before


def test_protecting_that_was_cut_off_goes_on_when_it_is_done_again(
    library: Library, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = library.add(begun())
    with library.open(path) as profile:
        profile.save(answered())
        clock.pass_(minutes=1)

    def full_disk(*_: object) -> None:
        raise DiskFullError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr("socialplanner.store.protection._rewrite_backup", full_disk)
        with pytest.raises(DiskFullError):
            protect(library, path, KEY)
    assert library.read(path) == answered()
    target = protect(library, path, KEY)
    assert library.read(target) == answered()
    assert not path.exists()
    assert len(library.backups("c0ffee").listed()) == 2
    found = library.backups("c0ffee").newest_good()
    assert found is not None
    assert found[1] == answered()


def test_a_damaged_protected_profile_is_not_recovered_without_its_passphrase(
    library: Library, locked: Path
) -> None:
    locked.write_bytes(locked.read_bytes()[:5000])
    before = locked.read_bytes()
    with pytest.raises(ProtectedError):
        library.recover(locked)
    assert locked.read_bytes() == before
