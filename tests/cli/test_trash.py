"""Profiles moved out of the way, taken back, and erased for good."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from socialplanner.domain.profile import Profile
from socialplanner.domain.record import ProfileRecord
from socialplanner.store.library import Library
from tests.cli.conftest import Run
from tests.cli.terminal import CAFE, damage, record, the_file


@pytest.fixture(autouse=True)
def _cafe(profiles: Run) -> None:
    profiles("new", "Café", "--from", CAFE)


def trashed_long_ago(data: Path) -> None:
    """Trash the profile forty days ago, and find it overdue two days ago."""
    now = datetime.now(UTC)
    Library(data, lambda: now - timedelta(days=40)).delete(the_file(data))
    assert Library(data).trash.listed()
    Library(data).trash.overdue(now - timedelta(days=2))


def identity(profiles: Run) -> str:
    return str(record(profiles("show", "Café", "--json")[1])["id"])


def test_a_profile_goes_into_the_trash_and_comes_back(profiles: Run, data: Path) -> None:
    path, known = the_file(data), identity(profiles)
    code, output, complaint = profiles("trash", "Café")
    assert (code, complaint) == (0, "")
    assert output.startswith("Café is in the trash until 20")
    assert output.endswith(f"To take it back: socialplanner profiles trash --undo={known}\n")
    assert not path.exists()
    assert profiles("trash")[1].startswith("Café, until 20")
    assert profiles("trash", "--undo", "cafe") == (0, f"Café is back in {path}.\n", "")
    assert profiles("show", "Café")[0] == 0
    assert profiles("trash")[1] == "The trash is empty.\n"


def test_the_trash_as_json(profiles: Run) -> None:
    known = identity(profiles)
    profiles("trash", "Café")
    (each,) = record(profiles("trash", "--json")[1])["profiles"]
    assert set(each) == {"file", "name", "id", "path", "deleted_at", "erased_after"}
    assert (each["name"], each["id"]) == ("Café", known)


def test_what_is_not_in_the_trash_is_not_taken_back(profiles: Run) -> None:
    code, _, complaint = profiles("trash", "--undo", "Café")
    assert (code, complaint) == (
        1,
        "There is no “Café” in the trash; see what is: socialplanner profiles trash\n",
    )


def test_several_of_a_name_in_the_trash_are_named_by_their_files(profiles: Run) -> None:
    profiles("trash", "Café")
    profiles("new", "Café")
    profiles("trash", "Café")
    code, _, complaint = profiles("trash", "--undo", "Café")
    assert code == 1
    assert complaint.startswith("Several in the trash are called “Café”; name the file: 20")
    file = complaint.split("name the file: ")[1].split(", ")[0]
    assert profiles("trash", "--undo", file)[0] == 0


def test_a_damaged_profile_can_be_trashed_and_taken_back(profiles: Run, data: Path) -> None:
    path = the_file(data)
    damage(path)
    assert profiles("trash", path.stem)[0] == 0
    assert profiles("trash", "--undo", path.stem)[0] == 0
    assert path.exists()


def test_what_was_in_the_trash_for_too_long_is_erased_with_the_next_command(
    profiles: Run, data: Path
) -> None:
    trashed_long_ago(data)
    code, _, complaint = profiles("list")
    assert code == 0
    assert complaint.startswith("1 profile was erased after thirty days in the trash: Café-")
    assert list(data.rglob("*.socialplan")) == []


def test_emptying_the_trash_leaves_the_backups_of_a_profile_that_is_back(
    profiles: Run, data: Path
) -> None:
    profiles("backup", "Café")
    path = the_file(data)
    content = path.read_bytes()
    trashed_long_ago(data)
    path.write_bytes(content)
    assert "1 profile was erased" in profiles("list")[2]
    assert len(list((data / "backups").rglob("*.socialplan"))) == 1


def test_an_id_that_climbs_out_of_its_folder_takes_nobody_elses_backups(
    profiles: Run, data: Path
) -> None:
    profiles("backup", "Café")
    library = Library(data)
    now = datetime.now(UTC)
    forged = ProfileRecord(id="..", profile=Profile(name="Forged"), created_at=now, changed_at=now)
    library.add(forged)
    assert profiles("erase", "Forged", "--yes")[0] == 0
    assert profiles("check") == (0, f"1 profile is sound in {data}.\n", "")
    assert len(list((data / "backups").rglob("*.socialplan"))) == 1


def test_what_is_overdue_can_still_be_taken_back_until_then(profiles: Run, data: Path) -> None:
    trashed_long_ago(data)
    assert profiles("trash", "--undo", "Café")[0] == 0
    assert profiles("show", "Café")[0] == 0


def test_a_profile_is_erased_with_all_that_is_kept_of_it(profiles: Run, data: Path) -> None:
    profiles("answer", "Café", "--note", "style.replying=canary in a coal mine")
    path = the_file(data)
    damage(path)
    profiles("restore", path.stem, "--damaged")
    code, output, complaint = profiles("erase", "Café", "--yes")
    assert (code, complaint) == (0, "")
    lines = output.splitlines()
    assert lines[:2] == ["This will be erased for good: Café.", f"  {path}"]
    assert sum(line.startswith(f"  {data / 'backups'}") for line in lines) == 2
    assert sum(line.startswith(f"  {data / 'damaged'}") for line in lines) == 1
    assert lines[-1].startswith("Café is erased. What this program cannot erase, if you made any:")
    left = [each for each in data.rglob("*") if each.is_file()]
    assert all(b"canary" not in each.read_bytes() for each in left)
    assert list(data.rglob("*.socialplan")) == []


def test_backups_stay_when_asked_for(profiles: Run, data: Path) -> None:
    profiles("backup", "Café")
    output = profiles("erase", "Café", "--yes", "--keep-backups")[1]
    assert "What stays, and still holds data of it:" in output
    assert len(list((data / "backups").rglob("*.socialplan"))) == 1


def test_without_anybody_to_ask_nothing_is_erased(profiles: Run, data: Path) -> None:
    code, output, complaint = profiles("erase", "Café")
    assert code == 1
    assert output.startswith("This will be erased for good: Café.\n")
    assert complaint == "“Café” was not erased: nobody can be asked here; add --yes.\n"
    assert the_file(data).exists()


@pytest.mark.parametrize(
    ("typed", "code"), [("yes\n", 0), ("Y\n", 0), ("\n", 1), ("no", 1), ("", 1)]
)
def test_at_a_terminal_one_is_asked(profiles: Run, data: Path, typed: str, code: int) -> None:
    ended, output, complaint = profiles("erase", "Café", lines=typed, at_terminal=True)
    assert ended == code
    assert "Erase it? Type yes: " in output
    assert complaint == ("" if code == 0 else "“Café” was not erased.\n")
    assert len(list(data.glob("*.socialplan"))) == code


def test_the_beginning_of_a_name_is_not_enough_to_erase(profiles: Run, data: Path) -> None:
    code, output, complaint = profiles("erase", "Caf", "--yes")
    assert (code, output) == (1, "")
    assert complaint.startswith("“Caf” is only the beginning of “Café”; nothing was erased.")
    assert profiles("erase", identity(profiles), "--yes")[0] == 0
    assert list(data.glob("*.socialplan")) == []


def test_something_in_the_trash_is_erased_too(profiles: Run, data: Path) -> None:
    profiles("backup", "Café")
    profiles("trash", "Café")
    assert profiles("erase", "Café", "--yes")[0] == 0
    assert list(data.rglob("*.socialplan")) == []


def test_a_second_file_of_the_profile_keeps_its_backups(profiles: Run, data: Path) -> None:
    profiles("backup", "Café")
    path = the_file(data)
    copy = path.with_name("copy.socialplan")
    copy.write_bytes(path.read_bytes())
    output = profiles("erase", "copy", "--yes")[1]
    assert f"{path} is the same profile and stays, with all backups." in output
    assert len(list((data / "backups").rglob("*.socialplan"))) == 1
    assert path.exists()


def test_a_profile_that_is_open_elsewhere_is_neither_trashed_nor_erased(
    profiles: Run, data: Path
) -> None:
    with Library(data).open(the_file(data)):
        for arguments in (("trash", "Café"), ("erase", "Café", "--yes")):
            code, _, complaint = profiles(*arguments)
            assert code == 1
            assert "is open in another window or program." in complaint
    assert the_file(data).exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such permissions")
def test_all_that_is_kept_is_for_its_owner_alone(profiles: Run, data: Path) -> None:
    profiles("answer", "Café", "business.hours_per_week=9")
    profiles("trash", "Café")
    assert [each for each in data.rglob("*") if each.stat().st_mode & 0o077] == []


def test_nothing_is_erased_from_the_trash_by_the_beginning_of_a_name(profiles: Run) -> None:
    profiles("new", "Florist")
    profiles("trash", "Florist")
    code, _, complaint = profiles("erase", "Flo", "--yes")
    assert (code, complaint.startswith("There is no profile “Flo”.")) == (1, True)
    assert "Florist" in profiles("trash")[1]
    assert profiles("erase", "Florist", "--yes")[0] == 0


def test_a_name_that_several_have_erases_none_of_them(profiles: Run) -> None:
    profiles("new", "Bakery")
    profiles("trash", "Bakery")
    profiles("new", "Bakery")
    profiles("new", "Bakery")
    code, _, complaint = profiles("erase", "Bakery", "--yes")
    assert code == 1
    assert "Several profiles are called" in complaint
    assert "Bakery" in profiles("trash")[1]
