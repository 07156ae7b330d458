"""A library lists, finds, deletes, takes back and erases its profiles."""

import os
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from socialplanner.domain.listing import Review, Search
from socialplanner.domain.profile import Profile
from socialplanner.domain.record import ProfileRecord
from socialplanner.errors import UserError
from socialplanner.store.index import INDEX_NAME
from socialplanner.store.library import Library
from socialplanner.store.locking import answer_knock, knock
from socialplanner.store.naming import file_name
from socialplanner.store.trouble import InUseError
from tests.store.makers import NOW, Clock, age, answered, begun, full, kept, make_newer, modes


def named(name: str, record_id: str) -> ProfileRecord:
    return replace(begun(record_id=record_id), profile=Profile(name=name))


def test_profiles_are_listed_by_name_whatever_their_accents(library: Library) -> None:
    for number, name in enumerate(["zebra", "Ärzte", "apfel", "École"]):
        library.add(named(name, f"{number}"))
    assert [entry.name for entry in library.entries()] == ["apfel", "Ärzte", "École", "zebra"]


def test_a_line_says_how_far_a_profile_has_come(library: Library) -> None:
    library.add(full())
    (entry,) = library.entries()
    assert (entry.answered, entry.marked, entry.to_confirm) == (5, 1, 0)
    assert entry.planned_on == NOW.day
    assert entry.tags == ("local", "ایران")
    assert entry.reviews(NOW.day) == (Review.MARKED,)


def test_the_index_is_trusted_for_files_that_did_not_change_and_for_no_others(
    library: Library, clock: Clock
) -> None:
    clock.pass_(days=365 * 10)
    path, other = kept(library, begun()), kept(library, named("B", "b"))
    first = library.entries()
    assert library.entries() == first
    with library.open(path) as profile:
        profile.save(replace(profile.record, tags=("new",)))
    age(path)
    other.unlink()
    assert [(entry.name, entry.tags) for entry in library.entries()] == [
        ("Café Morgenlicht", ("new",))
    ]


@pytest.mark.parametrize("content", [b"", b"junk" * 1000, None], ids=["empty", "junk", "gone"])
def test_an_index_that_is_lost_or_damaged_makes_itself_anew(
    library: Library, clock: Clock, content: bytes | None
) -> None:
    clock.pass_(days=365 * 10)
    kept(library, begun())
    before = library.entries()
    index = library.folder / INDEX_NAME
    index.unlink() if content is None else index.write_bytes(content)
    assert library.entries() == before
    assert library.entries() == before
    assert modes(library.folder) == {}


def test_files_that_cannot_be_opened_are_listed_with_the_reason(library: Library) -> None:
    newer, damaged = library.add(named("newer", "n")), library.add(named("damaged", "d"))
    make_newer(newer)
    damaged.write_bytes(b"")
    assert {entry.name: entry.trouble for entry in library.entries()} == {
        "newer": "newer",
        "damaged": "damaged",
    }


def test_what_is_no_profile_is_not_listed(library: Library) -> None:
    (library.folder / "note.txt").write_text("mine")
    (library.folder / ".hidden.socialplan").write_text("mine")
    (library.folder / "folder.socialplan").mkdir()
    assert library.entries() == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["Bäckerei Süß", "Zahnärztin Dr. O’Neill"]),
        ("backerei", ["Bäckerei Süß"]),
        ("SUSS", ["Bäckerei Süß"]),
        ("shop", ["Bäckerei Süß"]),
        ("berlin shop", ["Bäckerei Süß"]),
        ("zahnarztin oneill", []),
        ("zahnarztin o’ne", ["Zahnärztin Dr. O’Neill"]),
        ("nothing", []),
    ],
)
def test_a_search_knows_names_kinds_and_tags_without_case_or_accents(
    library: Library, text: str, found: list[str]
) -> None:
    record = named("Bäckerei Süß", "b")
    answered_kind = replace(
        record.assessments[0],
        answers={
            "business.kind": replace(
                answered(1).assessments[0].answers["style.question_0"], value="local_retail"
            )
        },
    )
    library.add(replace(record, tags=("Berlin",), assessments=(answered_kind,)))
    library.add(named("Zahnärztin Dr. O’Neill", "z"))
    search = Search(library.entries(), {"local_retail": "Shop, café or restaurant"})
    assert [entry.name for entry in search.matching(text)] == found


@pytest.mark.parametrize("name", ["Café Morgenlicht", "cafe morgenlicht", "CAFE", "c0ffee"])
def test_a_profile_is_found_by_name_beginning_or_id(library: Library, name: str) -> None:
    library.add(begun())
    library.add(named("Other", "other"))
    assert library.find(name).id == "c0ffee"
    assert library.find(library.find(name).file.removesuffix(".socialplan")).id == "c0ffee"


def test_a_name_that_is_no_profile_or_several_is_told_with_what_there_is(library: Library) -> None:
    library.add(named("Café", "1"))
    library.add(named("Cafe", "2"))
    with pytest.raises(UserError, match="Several profiles are called “café”; name the file: Caf"):
        library.find("café")
    with pytest.raises(UserError, match=r"There is no profile “Caffe”\. Did you mean “Caf.”\?"):
        library.find("Caffe")


def test_a_deleted_profile_comes_back_whole_within_thirty_days(
    library: Library, clock: Clock
) -> None:
    path = library.add(full())
    trashed = library.delete(path)
    assert library.entries() == []
    assert trashed.erased_after.date().isoformat() == "2027-03-02"
    clock.pass_(days=30)
    assert library.empty_trash() == ()
    assert library.take_back(library.trash.listed()[0]) == path
    assert library.read(path) == full()


def test_after_thirty_days_a_deleted_profile_is_erased_with_its_backups(
    library: Library, clock: Clock
) -> None:
    path = library.add(begun())
    with library.open(path) as profile:
        profile.save(answered())
    trashed = library.delete(path)
    clock.pass_(days=31)
    assert library.empty_trash() == ()
    clock.pass_(days=1)
    assert library.empty_trash() == (trashed,)
    assert library.trash.listed() == ()
    assert library.backups("c0ffee").listed() == ()


def test_a_damaged_profile_can_be_deleted_and_taken_back_as_it_was(library: Library) -> None:
    path = library.add(begun())
    path.write_bytes(b"damaged")
    Path(f"{path}-journal").write_bytes(b"journal")
    assert library.take_back(library.delete(path)) == path
    assert path.read_bytes() == b"damaged"
    assert Path(f"{path}-journal").read_bytes() == b"journal"


def test_a_profile_somebody_works_on_is_neither_deleted_nor_erased(library: Library) -> None:
    path = library.add(begun())
    with library.open(path):
        with pytest.raises(InUseError):
            library.delete(path)
        with pytest.raises(InUseError):
            library.erase(path, with_backups=True)
    assert library.read(path) == begun()


def test_a_profile_taken_back_never_replaces_one_of_the_same_name(library: Library) -> None:
    path = library.add(begun())
    trashed = library.delete(path)
    library.add(begun())
    with pytest.raises(UserError, match="exists already"):
        library.take_back(trashed)
    assert len(library.trash.listed()) == 1


def test_erasing_can_keep_the_backups_and_says_what_remains(library: Library) -> None:
    path = library.add(begun())
    with library.open(path) as profile:
        profile.save(answered())
    remains = library.remains(path)
    library.erase(path, with_backups=False)
    assert len(remains) == 2
    assert all(each.exists() for each in remains)
    assert not path.exists()


def test_checking_names_each_damaged_profile_and_passes_the_others(library: Library) -> None:
    good, bad = library.add(named("a", "1")), library.add(named("b", "2"))
    bad.write_bytes(bad.read_bytes()[:8192])
    assert [(path, error is None) for path, error in library.check()] == [
        (good, True),
        (bad, False),
    ]


def test_a_copied_file_is_listed_beside_its_original(library: Library) -> None:
    path = library.add(begun())
    shutil.copy(path, library.folder / "Café-Morgenlicht-c0ffee (conflicted copy).socialplan")
    assert [entry.id for entry in library.entries()] == ["c0ffee", "c0ffee"]
    with pytest.raises(UserError, match="Several profiles"):
        library.find("c0ffee")


def test_a_knock_is_heard_once_by_whoever_has_the_profile_open(library: Library) -> None:
    path, shown = library.add(begun()), list[str]()
    with library.open(path):
        assert not answer_knock(path, lambda: shown.append("window"))
        knock(path)
        knock(path)
        assert answer_knock(path, lambda: shown.append("window"))
        assert not answer_knock(path, lambda: shown.append("window"))
    assert shown == ["window"]
    assert modes(library.folder) == {}


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Café Morgenlicht", "Café-Morgenlicht-1.socialplan"),
        ("../../etc/passwd", "etc-passwd-1.socialplan"),
        ("CON", "CON-1.socialplan"),
        ('a/b\\c:d*e?f"g<h>i|j', "a-b-c-d-e-f-g-h-i-j-1.socialplan"),
        ("ACME\u202efdp.exe", "ACME-fdp-exe-1.socialplan"),
        ("کافه", "کافه-1.socialplan"),
        ("🙂", "profile-1.socialplan"),
        ("", "profile-1.socialplan"),
        ("x" * 300, f"{'x' * 60}-1.socialplan"),
        ("ü" * 300, f"{'ü' * 30}-1.socialplan"),
    ],
    ids=str,
)
def test_a_file_is_named_readably_and_safely_on_every_system(name: str, file: str) -> None:
    assert file_name(name, "1") == file


@pytest.mark.parametrize("record_id", ["..", ".", "../other", "a/b", "", "x" * 300, "كافه"])
def test_an_id_that_is_a_path_leads_nowhere_else(library: Library, record_id: str) -> None:
    other = library.add(full("other"))
    with library.open(other) as profile:
        profile.back_up()
    path = library.add(begun(record_id=record_id))
    with library.open(path) as profile:
        profile.save(replace(profile.record, tags=("x",)))
    assert path.parent == library.folder
    library.erase(path, with_backups=True)
    assert library.read(other) == full("other")
    assert len(library.backups("other").listed()) == 1
    assert {each.name for each in library.folder.parent.iterdir()} == {"data"}


def test_backups_that_another_file_needs_are_not_erased(library: Library, clock: Clock) -> None:
    path = library.add(begun())
    with library.open(path) as profile:
        profile.save(answered())
    library.delete(path)
    twin = library.add(answered())
    clock.pass_(days=31)
    library.empty_trash()
    clock.pass_(days=1)
    assert len(library.empty_trash()) == 1
    assert len(library.backups("c0ffee").listed()) == 2
    library.erase(twin, with_backups=True)
    assert library.backups("c0ffee").listed() == ()


def test_a_damaged_state_of_any_name_is_found_and_erased(library: Library) -> None:
    path = library.add(begun()).rename(library.folder / "x [Conflict] *-c0ffee.socialplan")
    path.write_bytes(bytes(4096) + path.read_bytes()[4096:])
    library.recover(path)
    assert len(library.remains(path)) == 1
    library.erase(path, with_backups=True)
    assert not any(library.damaged.iterdir())


def test_what_is_not_ours_is_never_swept_away(tmp_path: Path, clock: Clock) -> None:
    theirs = [".draft.tmp", ".restore-notes/list.txt", "backups/photos/.raw.tmp-2020"]
    ours = [".Café.1a2b3c4d.socialplan-tmp", ".Café.1a2b3c4d.socialplan-tmp-journal"]
    for name in (*theirs, *ours):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
        age(tmp_path / name, 7200)
    clock.moment = datetime.now(UTC)
    Library(tmp_path, clock)
    assert all((tmp_path / name).exists() for name in theirs)
    assert not any((tmp_path / name).exists() for name in ours)


def test_a_file_whose_name_is_no_text_hinders_nobody(library: Library) -> None:
    path = library.add(begun())
    shutil.copy(os.fsencode(path), os.fsencode(library.folder) + b"/odd-\xff-1.socialplan")
    assert len(library.entries()) == 2
    assert len(library.entries()) == 2


def test_a_trouble_that_passes_is_not_remembered(library: Library, clock: Clock) -> None:
    clock.pass_(days=365 * 10)
    path = library.add(begun())
    sound = path.read_bytes()
    path.write_bytes(bytes(100) + sound[100:])
    age(path)
    assert library.entries()[0].trouble == "damaged"
    stamp = path.stat()
    path.write_bytes(sound)
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert library.entries()[0].trouble == ""


def test_links_are_neither_listed_nor_followed_when_something_is_erased(
    library: Library, tmp_path: Path
) -> None:
    path = library.add(begun())
    with library.open(path) as profile:
        profile.save(answered())
    mine = tmp_path / "years of work"
    mine.write_text("mine")
    (library.backups("c0ffee").folder / "link").symlink_to(mine)
    snapshot = tmp_path / "snapshot"
    snapshot.hardlink_to(path)
    (library.folder / "link-1.socialplan").symlink_to(path)
    assert len(library.entries()) == 1
    library.erase(path, with_backups=True)
    assert mine.read_text() == "mine"
    assert snapshot.read_bytes().startswith(b"SQLite format 3")
    assert not path.exists()


def test_an_hour_of_a_wrong_clock_erases_nothing_in_the_trash(
    library: Library, clock: Clock
) -> None:
    trashed = library.delete(library.add(begun()))
    clock.pass_(days=3650)
    assert library.empty_trash() == ()
    clock.pass_(hours=1)
    assert library.empty_trash() == ()
    clock.pass_(days=-3650)
    assert library.empty_trash() == ()
    assert library.trash.listed() == (trashed,)


def test_backups_of_a_damaged_profile_survive_the_trash_of_its_copy(library: Library) -> None:
    path = library.add(answered())
    with library.open(path) as profile:
        profile.back_up()
    copy = Path(shutil.copy(path, library.folder / "copy-aaaa.socialplan"))
    path = path.rename(library.folder / "Bakery.socialplan")
    path.write_bytes(bytes(4096) + path.read_bytes()[4096:])
    trashed = library.delete(copy)
    library.erase(trashed.path, with_backups=True)
    assert library.recover(path).record == answered()
    assert len(library.backups("c0ffee").listed()) == 1


def test_a_damaged_state_of_another_profile_of_a_like_name_is_left_alone(
    library: Library,
) -> None:
    one = library.add(begun(record_id="1")).rename(library.folder / "Bakery-old.socialplan")
    other = library.add(begun(record_id="2")).rename(library.folder / "Florist-old.socialplan")
    other.write_bytes(bytes(4096) + other.read_bytes()[4096:])
    library.recover(other)
    library.erase(one, with_backups=True)
    assert len(library.remains(other)) == 1
