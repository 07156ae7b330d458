"""The whole library in one file, and back."""

import shutil
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialplanner.store.library import Library
from socialplanner.store.library_backup import back_up_library, restore_library
from socialplanner.store.trouble import StoreError
from tests.store.makers import BEGINNING, answered, begun, full, make_newer, modes


def test_a_library_comes_back_whole_from_one_file(library: Library, tmp_path: Path) -> None:
    records = [full("1"), answered(3, "2"), begun("ایران", "3")]
    for record in records:
        library.add(record)
    target = tmp_path / "all.socialplan-library"
    assert len(back_up_library(library, target, BEGINNING).done) == 3
    other = Library(tmp_path / "other")
    assert len(restore_library(other, target).done) == 3
    restored = [other.read(other.path(entry)) for entry in other.entries()]
    assert sorted(restored, key=lambda record: record.id) == records
    assert modes(other.folder) == {}
    assert target.stat().st_mode & 0o077 == 0


def test_what_is_there_already_is_skipped_and_never_replaced(
    library: Library, tmp_path: Path
) -> None:
    path = library.add(begun())
    target = tmp_path / "all.socialplan-library"
    back_up_library(library, target, BEGINNING)
    with library.open(path) as profile:
        profile.save(answered())
    report = restore_library(library, target)
    assert (report.done, report.skipped) == ((), (path.name,))
    assert library.read(path) == answered()


def test_a_preview_writes_nothing(library: Library, tmp_path: Path) -> None:
    library.add(begun())
    target = tmp_path / "all.socialplan-library"
    back_up_library(library, target, BEGINNING)
    other = Library(tmp_path / "other")
    assert len(restore_library(other, target, dry=True).done) == 1
    assert other.entries() == []


def test_a_damaged_profile_is_named_and_the_others_are_kept(
    library: Library, tmp_path: Path
) -> None:
    good, bad = library.add(begun()), library.add(begun("B", "b"))
    bad.write_bytes(bad.read_bytes()[:8192])
    report = back_up_library(library, tmp_path / "all", BEGINNING)
    assert report.done == (good.name,)
    assert [name for name, _ in report.refused] == [bad.name]


def test_a_library_in_use_is_backed_up_as_it_is_saved(library: Library, tmp_path: Path) -> None:
    with library.open(library.add(begun())) as profile:
        profile.save(answered())
        back_up_library(library, tmp_path / "all", BEGINNING)
    other = Library(tmp_path / "other")
    restore_library(other, tmp_path / "all")
    assert other.read(other.path(other.entries()[0])) == answered()


def test_a_damaged_member_is_refused_and_the_others_come_back(
    library: Library, tmp_path: Path
) -> None:
    library.add(begun("A", "a"))
    library.add(begun("B", "b"))
    target, spoilt = tmp_path / "all", tmp_path / "spoilt"
    back_up_library(library, target, BEGINNING)
    with zipfile.ZipFile(target) as source, zipfile.ZipFile(spoilt, "w") as copy:
        for member in source.infolist():
            data = source.read(member)
            copy.writestr(member.filename, data[:9000] if "A-a" in member.filename else data)
    other = Library(tmp_path / "other")
    report = restore_library(other, spoilt)
    assert report.done == ("B-b.socialplan",)
    assert [name for name, _ in report.refused] == ["A-a.socialplan"]


@pytest.mark.parametrize(
    "names", [["../evil.socialplan"], ["profile.json", "manifest.json"], ["C:\\x.socialplan"]]
)
def test_another_zip_file_is_refused(tmp_path: Path, library: Library, names: list[str]) -> None:
    with zipfile.ZipFile(tmp_path / "zip", "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    with pytest.raises(StoreError, match="no backup of a library"):
        restore_library(library, tmp_path / "zip")
    assert library.entries() == []


@given(data=st.data())
def test_a_changed_backup_is_refused_in_a_sentence_or_gives_what_was_saved(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("any")
    library = Library(folder / "data")
    library.add(begun())
    back_up_library(library, folder / "all", BEGINNING)
    raw = bytearray((folder / "all").read_bytes())
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    (folder / "all").write_bytes(raw)
    other = Library(folder / "other")
    try:
        restore_library(other, folder / "all")
    except StoreError:
        assert other.entries() == []
    assert all(other.read(other.path(entry)) == begun() for entry in other.entries())


def test_a_file_of_a_newer_version_is_kept_and_put_back_byte_for_byte(
    library: Library, tmp_path: Path
) -> None:
    good, newer = library.add(begun("A", "a")), library.add(begun("B", "b"))
    make_newer(newer)
    assert back_up_library(library, tmp_path / "all", BEGINNING).done == (good.name, newer.name)
    other = Library(tmp_path / "other")
    assert restore_library(other, tmp_path / "all").done == (good.name, newer.name)
    assert (other.folder / newer.name).read_bytes() == newer.read_bytes()


def test_two_files_of_one_profile_are_put_back_once(library: Library, tmp_path: Path) -> None:
    path = library.add(begun())
    shutil.copy(path, library.folder / "copy-c0ffee.socialplan")
    back_up_library(library, tmp_path / "all", BEGINNING)
    for dry in (True, False):
        report = restore_library(Library(tmp_path / "other"), tmp_path / "all", dry=dry)
        assert (len(report.done), len(report.skipped), report.refused) == (1, 1, ())
