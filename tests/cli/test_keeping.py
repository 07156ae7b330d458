"""Backups made, listed and put back, of one profile and of all."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.terminal import CAFE, damage, record, the_file


@pytest.fixture(autouse=True)
def _cafe(profiles: Run) -> None:
    profiles("new", "Café", "--from", CAFE)


def hours(profiles: Run) -> object:
    shown = record(profiles("show", "Café", "--json")[1])
    return shown["assessments"][-1]["answers"].get("business.hours_per_week")


def moments(profiles: Run) -> list[str]:
    return [line.split("  ")[0] for line in profiles("restore", "Café", "--list")[1].splitlines()]


def test_a_backup_is_made_once_for_each_state(profiles: Run, data: Path) -> None:
    code, output, complaint = profiles("backup", "Café")
    assert (code, complaint) == (0, "")
    assert output.startswith(f"A backup of Café is in {data / 'backups'}")
    output = profiles("backup", "Café")[1]
    assert output.startswith("The backup of 20")
    assert output.endswith("holds all of Café already.\n")
    made = record(profiles("backup", "Café", "--json")[1])
    assert set(made) == {"path", "moment", "is_new"}
    assert made["is_new"] is False


def test_the_last_state_that_differs_is_put_back_and_forth(profiles: Run) -> None:
    profiles("answer", "Café", "business.hours_per_week=9", "--clear", "business.people")
    code, output, _ = profiles("restore", "Café", "--preview")
    assert code == 0
    assert "makes these changes to the present: 1 answer added, 1 answer changed" in output
    assert output.endswith("This was a preview; nothing was changed.\n")
    assert hours(profiles) == 9
    code, output, _ = profiles("restore", "Café")
    assert code == 0
    assert "its last state is in a backup." in output
    assert hours(profiles) == 5
    profiles("restore", "Café")
    assert hours(profiles) == 9


def test_a_backup_is_named_by_the_beginning_of_its_moment(profiles: Run) -> None:
    profiles("answer", "Café", "business.hours_per_week=9")
    profiles("answer", "Café", "business.hours_per_week=10")
    listed = moments(profiles)
    assert len(listed) == 3
    assert profiles("restore", "Café", "--backup", listed[-1])[0] == 0
    assert hours(profiles) == 5
    for wanted, why in (("20", "Several backups begin with “20”"), ("x", "No backup begins with")):
        code, output, complaint = profiles("restore", "Café", "--backup", wanted)
        assert (code, output) == (1, "")
        assert complaint.startswith(why)
        assert "socialplanner profiles restore Café --list" in complaint


def test_backups_are_listed_with_what_they_hold(profiles: Run) -> None:
    profiles("answer", "Café", "--clear", "business.people")
    output = profiles("restore", "Café", "--list")[1]
    assert [line.split("  ")[2] for line in output.splitlines()] == [
        "Café, 62 answered, 0 plans issued",
        "Café, 63 answered, 0 plans issued",
    ]
    listed = record(profiles("restore", "Café", "--list", "--json")[1])
    assert [set(each) for each in listed["backups"]] == [{"moment", "path"}] * 2


def test_where_there_is_nothing_to_restore_it_is_said(profiles: Run) -> None:
    assert profiles("restore", "Café", "--list")[1] == "There is no backup of this profile.\n"
    code, _, complaint = profiles("restore", "Café")
    assert (code, complaint) == (1, "There is no backup of “Café”; nothing was changed.\n")
    profiles("backup", "Café")
    code, _, complaint = profiles("restore", "Café")
    assert code == 1
    assert complaint.startswith("Every backup holds the present state; nothing was changed.")


def test_a_damaged_profile_is_got_back_and_the_damaged_file_kept(profiles: Run, data: Path) -> None:
    profiles("backup", "Café")
    path = the_file(data)
    damage(path)
    damaged = path.read_bytes()
    code, output, complaint = profiles("restore", path.stem)
    assert (code, output) == (1, "")
    assert "--damaged" in complaint
    code, output, _ = profiles("restore", path.stem, "--damaged", "--preview")
    assert code == 0
    assert output.startswith("Café can be back.\n")
    assert path.read_bytes() == damaged
    code, output, complaint = profiles("restore", path.stem, "--damaged")
    assert (code, complaint) == (0, "")
    assert output.startswith("Café is back.\n")
    assert "could still be read in the file." in output
    assert "missing there and taken from the backup of 20" in output
    kept = output.splitlines()[-1].removeprefix("The damaged file is kept as ").removesuffix(".")
    assert Path(kept).read_bytes() == damaged
    assert hours(profiles) == 5
    assert profiles("check")[0] == 0


def test_a_damaged_profile_gives_way_to_a_backup_that_is_named(profiles: Run, data: Path) -> None:
    profiles("backup", "Café")
    path = the_file(data)
    (moment,) = moments(profiles)
    damage(path)
    code, output, _ = profiles("restore", path.stem, "--backup", moment)
    assert code == 0
    assert "its last state is kept in the folder “damaged”." in output
    assert hours(profiles) == 5


def test_a_sound_profile_is_not_recovered(profiles: Run) -> None:
    code, output, complaint = profiles("restore", "Café", "--damaged")
    assert (code, output) == (1, "")
    assert complaint.endswith("is not damaged; nothing was done.\n")


def test_the_library_goes_into_one_file_and_comes_back(profiles: Run, tmp_path: Path) -> None:
    profiles("new", "Tailor")
    code, output, _ = profiles("backup")
    (file,) = tmp_path.glob("socialplanner-20*.socialplan-library")
    assert (code, output) == (0, f"2 profiles are in {file.name}.\n")
    assert profiles("backup")[2] == f"{file.name} exists already; add --force to replace it.\n"
    assert profiles("backup", "--force")[0] == 0
    profiles("erase", "Café", "--yes")
    code, output, _ = profiles("restore", "--library", file.name, "--preview")
    assert code == 0
    assert output.startswith(f"1 profile would be added from {file.name}.\n  Café-")
    assert output.endswith("1 profile is in the library already; nothing is replaced.\n")
    assert profiles("show", "Café")[0] == 1
    assert profiles("restore", "--library", file.name)[1].startswith("1 profile was added from")
    assert hours(profiles) == 5


def test_a_damaged_profile_is_left_out_of_the_librarys_backup_and_named(
    profiles: Run, data: Path
) -> None:
    path = the_file(data)
    profiles("new", "Tailor")
    damage(path)
    code, output, complaint = profiles("backup", "--output", "all.socialplan-library", "--json")
    assert code == 1
    made = json.loads(output)
    assert [each.partition("-")[0] for each in made["profiles"]] == ["Tailor"]
    assert made["refused"][0]["file"] == path.name
    assert complaint.splitlines()[-1].startswith("1 profile is not in the backup; put that right")


def test_the_librarys_backup_replaces_no_profile_and_no_folder(
    profiles: Run, data: Path, tmp_path: Path
) -> None:
    for target, why in (
        (the_file(data), "is the name of a file that profiles are kept in"),
        (tmp_path, "is a folder; name a file to write to."),
    ):
        code, _, complaint = profiles("backup", "--output", target, "--force")
        assert code == 1
        assert why in complaint


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"x" * 100])
def test_what_is_no_backup_of_a_library_is_refused(
    profiles: Run, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "all").write_bytes(content)
    code, output, complaint = profiles("restore", "--library", "all")
    assert (code, output) == (1, "")
    assert complaint.startswith("all is damaged or no backup of a library; nothing was done.")


def test_a_backup_that_cannot_be_made_is_a_warning_and_the_answer_is_kept(
    profiles: Run, data: Path
) -> None:
    (data / "backups").write_bytes(b"")
    code, _, complaint = profiles("answer", "Café", "business.hours_per_week=9")
    assert code == 0
    assert complaint.startswith("Warning: no backup was made. ")
    assert hours(profiles) == 9
