"""What is erased is in no file of the program any more."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from socialplanner.domain.editing import with_answer, with_note
from socialplanner.domain.profile import Profile
from socialplanner.domain.record import Brand, Enquiry, LoggedWeek, ProfileRecord
from socialplanner.store.library import Library
from tests.store.makers import DAY, FIRST, NOW, Clock, begun, full

if TYPE_CHECKING:
    from socialplanner.domain.answers import TableRow

CANARIES = tuple(f"canary-{number}-zyx" for number in range(60))


def with_canaries(record: ProfileRecord) -> ProfileRecord:
    """Put a text that occurs nowhere else into every field a person can fill."""
    texts = iter(CANARIES)
    for number in range(20):
        record = with_answer(record, FIRST, f"goals.question_{number}", next(texts), NOW)
        rows: tuple[TableRow, ...] = ({"name": next(texts), "hours": 1.0},)
        record = with_answer(record, FIRST, f"style.question_{number}", rows, NOW)
    record = with_note(record, FIRST, "style.question_1", next(texts), NOW)
    return replace(
        record,
        profile=Profile(
            name=f"Client {next(texts)}",
            prepared_by=next(texts),
            prepared_for=next(texts),
            website=f"https://{next(texts)}.example/",
        ),
        tags=(next(texts),),
        brand=Brand(lines=(next(texts),), logo=next(texts).encode()),
        weeks=(LoggedWeek(monday=DAY, changed_at=NOW.moment, note=next(texts)),),
        enquiries=(
            Enquiry(id="e", day=DAY, changed_at=NOW.moment, words=next(texts), note=next(texts)),
        ),
        settings={"draft": next(texts)},
    )


def hits(folder: Path) -> list[str]:
    """Return the files that hold a canary, in their content or in their name."""
    return [
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if "canary" in path.name or (path.is_file() and b"canary-" in path.read_bytes())
    ]


def live(library: Library, clock: Clock) -> Path:
    """Work with a profile as a person does for weeks, and damage and recover it once."""
    path = library.add(with_canaries(begun()))
    for number in range(4):
        with library.open(path) as profile:
            record = with_answer(profile.record, FIRST, "style.question_0", "canary-x", NOW)
            profile.save(with_answer(record, FIRST, "style.question_40", float(number), NOW))
        clock.pass_(days=1)
    library.entries()
    raw = path.read_bytes()
    path.write_bytes(bytes(4096) + raw[4096:])
    library.recover(path)
    library.entries()
    return path


def test_an_erased_profile_is_in_no_file_the_program_owns(library: Library, clock: Clock) -> None:
    other = library.add(full("other"))
    path = live(library, clock)
    assert len(hits(library.folder)) > 5
    library.erase(path, with_backups=True)
    assert hits(library.folder) == []
    library.entries()
    assert hits(library.folder) == []
    assert library.read(other) == full("other")


def test_a_profile_erased_from_the_trash_is_gone_as_well(library: Library, clock: Clock) -> None:
    path = live(library, clock)
    trashed = library.delete(path)
    library.erase(trashed.path, with_backups=True)
    assert hits(library.folder) == []


def test_an_answer_that_was_taken_away_is_overwritten_in_the_file(library: Library) -> None:
    path = library.add(with_canaries(begun()))
    with library.open(path) as profile:
        profile.save(replace(begun(), assessments=()))
    assert hits(path.parent) == [
        name for name in hits(path.parent) if name.startswith("backups") or "canary" in name
    ]
    assert b"canary-" not in path.read_bytes()


def test_a_file_too_damaged_to_be_opened_is_overwritten_all_the_same(library: Library) -> None:
    path = library.add(with_canaries(begun()))
    path.write_bytes(b"damaged" + path.read_bytes()[7:])
    library.erase(path, with_backups=True)
    assert hits(library.folder) == []
