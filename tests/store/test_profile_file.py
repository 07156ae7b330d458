"""One profile on disk: what goes in comes out, and what cannot be opened is left as it was."""

import shutil
from dataclasses import replace
from itertools import pairwise
from math import nan
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from socialplanner.domain.editing import with_answer, with_assessment
from socialplanner.domain.profile import Profile
from socialplanner.domain.record import LoggedWeek
from socialplanner.store.library import Library
from socialplanner.store.profile_file import ProfileFile, open_profile, read_profile
from socialplanner.store.trouble import (
    DamagedError,
    FileFaultError,
    InUseError,
    NewerFileError,
    StoreError,
)
from tests.store.makers import (
    DAY,
    FIRST,
    NOW,
    answered,
    begun,
    execute,
    full,
    issued,
    make_newer,
    modes,
)


def opened(path: Path) -> ProfileFile:
    return open_profile(path, before_migration=lambda _: None)


def test_a_profile_with_something_of_everything_comes_back_equal(library: Library) -> None:
    assert library.read(library.add(full())) == full()


def test_a_saved_record_is_there_for_the_next_who_opens_the_file(library: Library) -> None:
    path = library.add(begun())
    with opened(path) as file:
        record = with_answer(file.record, FIRST, "style.replying", 3.0, NOW)
        file.save(record)
        assert file.record is record
    assert library.read(path) == record


def test_what_was_taken_away_is_gone_from_the_file(library: Library) -> None:
    path = library.add(full())
    bare = replace(full(), assessments=(), plans=(), weeks=(), enquiries=(), settings={}, tags=())
    with opened(path) as file:
        file.save(bare)
    assert library.read(path) == bare


def test_the_order_of_assessments_is_kept_when_one_in_the_middle_goes(library: Library) -> None:
    record = begun()
    for name in ("b", "c", "a"):
        record = with_assessment(record, name, NOW)
    path = library.add(record)
    fewer = replace(record, assessments=(record.assessments[3], *record.assessments[:2]))
    with opened(path) as file:
        file.save(fewer)
    assert [each.id for each in library.read(path).assessments] == ["a", FIRST, "b"]


def test_a_file_open_to_read_only_refuses_to_save_and_leaves_no_trace(library: Library) -> None:
    path = library.add(begun())
    before = path.read_bytes()
    with read_profile(path) as file, pytest.raises(StoreError, match="read only"):
        file.save(answered())
    assert path.read_bytes() == before
    assert [each.name for each in library.folder.iterdir()] == [path.name]


def test_a_second_window_may_read_but_not_write_and_is_told_so(library: Library) -> None:
    path = library.add(begun())
    with opened(path):
        with pytest.raises(InUseError, match="open in another window"):
            opened(path)
        assert library.read(path) == begun()
    opened(path).close()


def test_closing_twice_is_no_error(library: Library) -> None:
    file = opened(library.add(begun()))
    file.close()
    file.close()


def test_nothing_is_left_beside_a_closed_file_but_its_lock(library: Library) -> None:
    path = library.add(begun())
    with opened(path) as file:
        file.save(answered())
    names = {each.name for each in library.folder.iterdir()}
    assert names == {path.name, f".{path.name}.lock"}
    assert modes(library.folder) == {}


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"x" * 5000], ids=len)
def test_what_is_no_database_is_called_damaged_and_never_taken_for_a_new_profile(
    library: Library, content: bytes
) -> None:
    path = library.folder / "a-1.socialplan"
    path.write_bytes(content)
    for way in (opened, read_profile):
        with pytest.raises(DamagedError, match="is damaged"):
            way(path)
    assert path.read_bytes() == content
    assert [each.name for each in library.folder.iterdir()] == [path.name]


def test_a_database_of_another_program_is_left_alone(library: Library) -> None:
    path = library.folder / "a-1.socialplan"
    execute(path, "CREATE TABLE notes (text TEXT)")
    with pytest.raises(StoreError, match="another program made this file"):
        opened(path)


def test_a_file_that_is_not_there_is_not_made(library: Library) -> None:
    path = library.folder / "a-1.socialplan"
    with pytest.raises(FileFaultError, match="cannot be used: No such file"):
        opened(path)
    assert list(library.folder.iterdir()) == []


def test_a_newer_file_is_refused_untouched_with_nothing_beside_it(library: Library) -> None:
    path = library.add(full())
    make_newer(path)
    before = path.read_bytes()
    for _ in range(20):
        with pytest.raises(NewerFileError, match="newer version") as refusal:
            opened(path)
        assert not refusal.value.can_be_read
        with pytest.raises(NewerFileError):
            read_profile(path)
    assert path.read_bytes() == before
    assert [each.name for each in library.folder.iterdir()] == [path.name]


def test_a_newer_file_that_says_it_can_be_read_is_offered_and_read(library: Library) -> None:
    path = library.add(full())
    make_newer(path, readable_since=1)
    before = path.read_bytes()
    with pytest.raises(NewerFileError, match="can be read here") as refusal:
        opened(path)
    assert refusal.value.can_be_read
    assert library.read(path) == full()
    assert path.read_bytes() == before
    assert [each.name for each in library.folder.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE answer SET note = 'other' WHERE question_id = 'style.question_1'",
        "DELETE FROM answer WHERE question_id = 'style.question_1'",
        "UPDATE seal SET rows = rows + 1 WHERE name = 'week'",
        "UPDATE profile SET name = 'Other'",
        "CREATE TRIGGER t AFTER INSERT ON answer BEGIN DELETE FROM week; END",
        "CREATE TABLE other (x)",
        "DROP TABLE enquiry",
    ],
)
def test_what_others_changed_in_a_file_is_noticed(library: Library, statement: str) -> None:
    path = library.add(full())
    execute(path, statement)
    with pytest.raises(DamagedError):
        opened(path)


def test_half_a_character_is_refused_in_a_sentence_and_changes_nothing(library: Library) -> None:
    path = library.add(begun())
    with opened(path) as file:
        broken = replace(file.record, profile=Profile(name="half \ud83d"))
        with pytest.raises(StoreError, match="half of a character"):
            file.save(broken)
        assert file.record == begun()
        file.save(answered())
    assert library.read(path) == answered()


@pytest.mark.parametrize(
    "folder",
    ["50%", "a?b", "a#b", "Ü ber", "it's", "x" * 200, "a;b&c=d"],
    ids=lambda text: text[:5],
)
def test_a_profile_opens_from_a_folder_of_any_name(tmp_path: Path, folder: str) -> None:
    library = Library(tmp_path / folder)
    path = library.add(full())
    with opened(path) as file:
        file.save(answered())
    assert library.read(path) == answered()


def test_a_write_that_was_cut_off_is_taken_back_also_by_a_reader(library: Library) -> None:
    path = library.add(begun())
    hot = path.with_name("hot-1.socialplan")
    with opened(path) as file:
        file.connection.execute("PRAGMA cache_size = 1")
        file.connection.execute("PRAGMA cache_spill = 1")
        file.connection.execute("BEGIN IMMEDIATE")
        file.connection.execute("UPDATE assessment SET choices = ?", ("x" * 50_000,))
        file.connection.execute("UPDATE profile SET website = ?", ("x" * 500_000,))
        shutil.copy(path, hot)
        shutil.copy(f"{path}-journal", f"{hot}-journal")
        file.connection.execute("ROLLBACK")
    assert hot.read_bytes() != path.read_bytes()
    assert library.read(hot) == begun()
    assert not Path(f"{hot}-journal").exists()


def test_a_folder_that_may_not_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(FileFaultError, match="cannot be used"):
        Library(tmp_path / "file" / "data")


def test_a_profile_never_replaces_another(library: Library) -> None:
    path = library.add(begun())
    with pytest.raises(FileFaultError, match="exists already"):
        library.add(begun())
    assert library.read(path) == begun()


def test_rows_that_lie_in_the_wrong_order_are_noticed(library: Library) -> None:
    path = library.add(answered(60))
    raw = path.read_bytes()
    leaves = [
        place
        for place in range(4096, len(raw), 4096)
        if raw[place] == 0x0A and b"style.question_" in raw[place : place + 4096]
    ]
    for one, other in pairwise(leaves):
        damaged = bytearray(raw)
        damaged[one : one + 4096] = raw[other : other + 4096]
        damaged[other : other + 4096] = raw[one : one + 4096]
        path.write_bytes(damaged)
        with pytest.raises(DamagedError):
            opened(path)
    assert len(leaves) > 2


@pytest.mark.parametrize("place", [*range(60, 64), *range(68, 72)])
def test_a_damaged_mark_in_the_header_is_called_damage(library: Library, place: int) -> None:
    path = library.add(begun())
    raw = bytearray(path.read_bytes())
    raw[place] ^= 0x40
    path.write_bytes(raw)
    for way in (opened, read_profile):
        with pytest.raises(DamagedError):
            way(path)


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "another"},
        {"weeks": (LoggedWeek(monday=DAY, changed_at=NOW.moment, hours={"a": nan}),)},
        {"weeks": (LoggedWeek(monday=DAY, changed_at=NOW.moment, hours={"a": 10**400}),)},
        {"weeks": (LoggedWeek(monday=DAY, changed_at=NOW.moment),) * 2},
        {"plans": (issued(begun()),) * 2},
        {"assessments": begun().assessments * 2},
        {"changed_at": NOW.moment.replace(tzinfo=None)},
    ],
    ids=["id", "nan", "huge", "weeks", "plans", "assessments", "zone"],
)
def test_what_could_not_be_read_back_is_refused_in_a_sentence(
    library: Library, wrong: dict[str, Any]
) -> None:
    path = library.add(begun())
    with opened(path) as file:
        with pytest.raises(StoreError):
            file.save(replace(begun(), **wrong))
        file.save(answered())
    assert library.read(path) == answered()


def test_a_reader_sees_one_state_however_fast_another_writes(library: Library) -> None:
    path = library.add(begun())
    first = with_answer(begun(), FIRST, "style.a", 1.0, NOW)
    done, wrong = Event(), list[object]()

    def read_on() -> None:
        while not done.is_set():
            try:
                record = library.read(path)
            except StoreError as error:
                wrong.append(error)
            else:
                said = record.assessments[0].said()
                if said and said["style.a"] != said.get("style.b", said["style.a"]):
                    wrong.append(record)

    reader = Thread(target=read_on)
    with opened(path) as file:
        reader.start()
        for number in range(150):
            level = float(number % 5)
            record = with_answer(first, FIRST, "style.a", level, NOW)
            file.save(with_answer(record, FIRST, "style.b", level, NOW))
        done.set()
        reader.join()
    assert wrong == []


def test_a_link_to_a_profile_shares_its_lock(library: Library) -> None:
    path = library.add(begun())
    link = library.folder.parent / "link.socialplan"
    link.symlink_to(path)
    with opened(path), pytest.raises(InUseError):
        opened(link)


def test_a_journal_of_a_file_that_is_gone_is_not_played_into_a_new_one(library: Library) -> None:
    path = library.add(begun())
    with opened(path) as file:
        file.connection.execute("PRAGMA cache_spill = 1")
        file.connection.execute("PRAGMA cache_size = 1")
        file.connection.execute("BEGIN IMMEDIATE")
        file.connection.execute("UPDATE profile SET website = ?", ("x" * 500_000,))
        stale = Path(f"{path}-journal").read_bytes()
        file.connection.execute("ROLLBACK")
    path.unlink()
    Path(f"{path}-journal").write_bytes(stale)
    library.add(answered())
    assert library.read(path) == answered()
