"""What a damaged file still holds is read back, and what a backup holds is added."""

import shutil
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialplanner.domain.editing import with_answer
from socialplanner.domain.record import AssessmentState, Brand
from socialplanner.store.carving import PAGE_SIZE, CarvedRow, carve
from socialplanner.store.library import Library
from socialplanner.store.recovery import salvage
from socialplanner.store.salvage import merged_rows
from socialplanner.store.tables import ANSWER, CHANGE, TABLES
from socialplanner.store.trouble import DamagedError, StoreError
from tests.store.makers import FIRST, QUESTIONS, Clock, answered, begun, full, modes


def without_first_page(path: Path) -> None:
    """Destroy the page without which SQLite opens nothing."""
    path.write_bytes(bytes(PAGE_SIZE) + path.read_bytes()[PAGE_SIZE:])


def test_every_row_of_a_sound_file_is_found_on_its_pages(library: Library) -> None:
    big = replace(full(), brand=Brand(logo=bytes(range(256)) * 4000))
    path = library.add(big)
    rows = [each for each in carve(path) if isinstance(each, CarvedRow)]
    assert {row.table.name for row in rows} == {table.name for table in TABLES}
    assert salvage(path).whole == {table.name for table in TABLES}
    logos = [row.values["logo"] for row in rows if row.table.name == "brand"]
    assert logos == [big.brand.logo]


def test_a_file_without_its_first_page_is_got_back_whole(library: Library) -> None:
    path = library.add(full())
    without_first_page(path)
    recovery = library.recover(path)
    assert library.read(path) == full() == recovery.record
    assert recovery.backed_up_at is None
    assert recovery.read_answers == 6


def test_the_damaged_file_is_kept_as_it_was(library: Library) -> None:
    path = library.add(full())
    without_first_page(path)
    Path(f"{path}-journal").write_bytes(b"a journal")
    damaged = path.read_bytes()
    library.recover(path)
    (kept,) = library.damaged.iterdir()
    assert (kept / path.name).read_bytes() == damaged
    assert (kept / f"{path.name}-journal").read_bytes() == b"a journal"
    assert not Path(f"{path}-journal").exists()
    assert modes(library.folder) == {}


def test_two_profiles_recovered_at_one_moment_are_both_kept_as_they_were(library: Library) -> None:
    paths = [library.add(full(record_id)) for record_id in ("1", "2")]
    damaged = []
    for path in paths:
        without_first_page(path)
        damaged.append(path.read_bytes())
        library.recover(path)
    kept = [each.read_bytes() for each in library.damaged.rglob("*.socialplan")]
    assert sorted(kept) == sorted(damaged)


def test_what_the_file_lost_comes_from_the_backup_and_what_is_newer_from_the_file(
    library: Library, clock: Clock
) -> None:
    path = library.add(begun())
    with library.open(path) as profile:
        profile.save(answered(40))
    clock.pass_(hours=1)
    with library.open(path) as profile:
        profile.save(answered(60))
        saved = path.read_bytes()
    shutil.rmtree(library.folder / "backups" / "c0ffee")
    path.write_bytes(saved)
    with library.open(path) as profile:
        profile.back_up()
        first = profile.record.assessments[0]
        changed = replace(first.answers["style.question_0"], note="newer")
        noted = replace(first, answers={**first.answers, "style.question_0": changed})
        profile.save(replace(profile.record, assessments=(noted,)))
        backups = library.backups("c0ffee").listed()
        raw = path.read_bytes()
    pages = len(raw) // PAGE_SIZE
    lost = [
        number
        for number in range(pages)
        if b"style.question_9" in raw[number * PAGE_SIZE : (number + 1) * PAGE_SIZE]
    ]
    damaged = bytearray(raw)
    for number in lost:
        damaged[number * PAGE_SIZE : (number + 1) * PAGE_SIZE] = bytes(PAGE_SIZE)
    path.write_bytes(damaged)
    for extra in library.backups("c0ffee").listed():
        if extra not in backups:
            extra.path.unlink()
    recovery = library.recover(path)
    assert recovery.record.assessments[0].said() == saved_answers()
    assert recovery.other_answers > 0
    assert recovery.backed_up_at is not None


def saved_answers() -> dict[str, object]:
    return dict(answered(60).assessments[0].said())


def test_answers_whose_assessment_is_lost_are_kept_in_one_of_their_own(library: Library) -> None:
    path = library.add(answered(30))
    raw = bytearray(path.read_bytes())
    for number in range(len(raw) // PAGE_SIZE):
        page = raw[number * PAGE_SIZE : (number + 1) * PAGE_SIZE]
        if b'"pinned":[]' in page or "Café Morgenlicht".encode() in page:
            raw[number * PAGE_SIZE : (number + 1) * PAGE_SIZE] = bytes(PAGE_SIZE)
    path.write_bytes(raw)
    record = library.recover(path).record
    assert record.assessments[0].said() == answered(30).assessments[0].said()
    assert record.assessments[0].state is AssessmentState.DRAFT
    assert (record.id, record.profile.name) == ("c0ffee", "Café-Morgenlicht")
    assert library.read(path) == record


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="only Linux lists open files so")
def test_no_damaged_file_stays_open_however_it_is_damaged(library: Library) -> None:
    path = library.add(full())
    raw, random = path.read_bytes(), Random(5)  # noqa: S311 - to be repeated
    before = len(list(Path("/proc/self/fd").iterdir()))
    refused = []
    for _ in range(200):
        damaged = bytearray(raw)
        for _ in range(2):
            damaged[random.randrange(100, 3 * PAGE_SIZE)] = random.randrange(256)
        path.write_bytes(damaged)
        try:
            library.read(path)
        except StoreError as error:
            refused.append(error)
    assert len(refused) > 50
    assert len(list(Path("/proc/self/fd").iterdir())) <= before + 1


def test_where_nothing_is_left_it_is_said_and_nothing_is_changed(library: Library) -> None:
    path = library.add(begun())
    path.write_bytes(b"\xff" * 20_000)
    with pytest.raises(StoreError, match="Nothing can be read"):
        library.recover(path)
    assert path.read_bytes() == b"\xff" * 20_000
    assert not library.damaged.exists()


@pytest.mark.parametrize("begin", [0, 20, 40, 60, 68])
def test_a_file_whose_header_is_gone_in_part_is_damaged_and_comes_back(
    library: Library, begin: int
) -> None:
    path = library.add(full())
    raw = bytearray(path.read_bytes())
    raw[begin:100] = bytes(100 - begin)
    path.write_bytes(raw)
    with pytest.raises(DamagedError):
        library.read(path)
    assert library.recover(path).record == full()


def test_looking_what_could_be_got_back_changes_nothing(library: Library) -> None:
    path = library.add(full())
    without_first_page(path)
    before = path.read_bytes()
    assert library.recoverable(path).record == full()
    assert path.read_bytes() == before
    assert sorted(each.name for each in library.folder.iterdir()) == [path.name]


def test_a_record_without_any_value_is_passed_over(tmp_path: Path) -> None:
    page = bytearray(PAGE_SIZE)
    page[0], page[4], page[8:10] = 0x0A, 1, (4000).to_bytes(2)
    page[4000:4002] = b"\x01\x01"
    (tmp_path / "file").write_bytes(page)
    assert list(carve(tmp_path / "file")) == []


def zeroed(path: Path, *marks: bytes) -> None:
    """Destroy the first page, and each that holds one of these texts."""
    raw = bytearray(path.read_bytes())
    for number in range(len(raw) // PAGE_SIZE):
        page = raw[number * PAGE_SIZE : (number + 1) * PAGE_SIZE]
        if number == 0 or any(mark in page for mark in marks):
            raw[number * PAGE_SIZE : (number + 1) * PAGE_SIZE] = bytes(PAGE_SIZE)
    path.write_bytes(raw)


def test_an_answer_that_was_taken_away_does_not_come_back_from_a_backup(
    library: Library, clock: Clock
) -> None:
    path = library.add(answered(20))
    with library.open(path) as profile:
        profile.back_up()
        clock.pass_(minutes=1)
        cleared = with_answer(profile.record, FIRST, QUESTIONS[3], None, clock.now())
        profile.save(cleared)
        raw = path.read_bytes()
    library.backups("c0ffee").listed()[0].path.unlink()
    path.write_bytes(raw)
    zeroed(path)
    assert library.recover(path).record == cleared


def test_a_question_that_was_opened_again_stays_open_when_only_the_history_tells(
    library: Library, clock: Clock
) -> None:
    path = library.add(answered(20))
    with library.open(path) as profile:
        profile.back_up()
        clock.pass_(minutes=1)
        profile.save(with_answer(profile.record, FIRST, QUESTIONS[3], None, clock.now()))
    earlier = salvage(library.backups("c0ffee").listed()[-1].path).rows
    found = salvage(path).rows
    del found[ANSWER.name]
    rows = merged_rows(earlier, found, frozenset({CHANGE.name}))
    assert (FIRST, QUESTIONS[3]) not in rows[ANSWER.name]
    assert len(rows[ANSWER.name]) == 19


def test_a_restored_state_is_not_mixed_with_the_one_it_replaced(
    library: Library, clock: Clock
) -> None:
    path = library.add(answered(20))
    with library.open(path) as profile:
        profile.back_up()
        clock.pass_(minutes=1)
        profile.save(with_answer(profile.record, FIRST, QUESTIONS[3], 4.0, clock.now()))
    clock.pass_(minutes=1)
    library.restore(path, library.backups("c0ffee").listed()[-1].path)
    zeroed(path, b"style.question_")
    assert library.recover(path).record == answered(20)


def test_with_its_pages_gone_a_profile_is_as_its_newest_backup_was(
    library: Library, clock: Clock
) -> None:
    path = library.add(answered(60))
    with library.open(path) as profile:
        for question in QUESTIONS:
            clock.pass_(seconds=1)
            profile.save(with_answer(profile.record, FIRST, question, 4.0, clock.now()))
        saved = profile.record
    raw = path.read_bytes()
    for lost in (b"style.question_1", b"style.question_5", b"2027-01-31T12:00:30"):
        path.write_bytes(raw)
        zeroed(path, lost)
        clock.pass_(minutes=1)
        assert library.recover(path).record.assessments[0].said() == saved.assessments[0].said()


def test_a_renamed_file_that_is_damaged_is_known_by_its_pages(
    library: Library, clock: Clock
) -> None:
    path = library.add(answered(20))
    with library.open(path) as profile:
        clock.pass_(minutes=1)
        profile.save(with_answer(profile.record, FIRST, QUESTIONS[3], 4.0, clock.now()))
        saved = profile.record
    path = path.rename(library.folder / "My own name.socialplan")
    zeroed(path, b"style.question_")
    recovery = library.recover(path)
    assert recovery.backed_up_at is not None
    assert recovery.record == saved


def test_a_profile_whose_file_is_gone_is_found_among_the_backups(
    library: Library, clock: Clock
) -> None:
    path = library.add(answered(20))
    with library.open(path) as profile:
        profile.save(with_answer(profile.record, FIRST, QUESTIONS[3], 4.0, clock.now()))
        saved = profile.record
    assert library.lost() == []
    path.unlink()
    assert [record for _, record in library.lost()] == [saved]


@settings(max_examples=200)
@given(data=st.data())
def test_any_bytes_at_all_are_carved_without_an_error(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("any")
    path = Library(folder).add(full())
    raw = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 20))):
        place = data.draw(st.integers(0, len(raw) - 1))
        piece = data.draw(st.binary(min_size=1, max_size=200))
        raw[place : place + len(piece)] = piece
    path.write_bytes(raw)
    known = {row["question_id"] for row in salvage(path).rows.get(ANSWER.name, {}).values()}
    assert known <= full().assessments[0].answers.keys()
