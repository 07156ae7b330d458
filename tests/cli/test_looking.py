"""Profiles listed, shown and checked."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.terminal import CAFE, damage, record, the_file


def test_an_empty_library_says_how_to_begin(profiles: Run, data: Path) -> None:
    code, output, complaint = profiles("list")
    assert (code, complaint) == (0, "")
    assert output == (
        f"There is no profile in {data} to show; make one: socialplanner profiles new NAME\n"
    )


def test_profiles_are_listed_with_what_is_known_of_them(profiles: Run) -> None:
    profiles("new", "Tidal Surf", "--tag", "coast", "--tag", "spring")
    profiles("new", "Café", "--from", CAFE)
    profiles("answer", "Café", "--mark", "style.replying")
    lines = profiles("list")[1].splitlines()
    assert lines[0].split() == ["Name", "Kind", "Answers", "Changed", "Tags", "Needs", "review"]
    assert lines[1].startswith("Café        Shop, café or restaurant  63/63    20")
    assert lines[1].endswith("answers marked")
    assert lines[2].startswith("Tidal Surf                            0/63     20")
    assert lines[2].endswith("coast, spring")


def test_the_list_is_searched_in_names_kinds_and_tags(profiles: Run) -> None:
    profiles("new", "Tidal Surf", "--tag", "coast")
    profiles("new", "Café", "--from", CAFE)
    for text, name in (("cafe", "Café"), ("RESTAURANT", "Café"), ("coa", "Tidal Surf")):
        lines = profiles("list", "--search", text)[1].splitlines()
        assert [line.split("  ")[0] for line in lines[1:]] == [name]
    assert profiles("list", "--search", "x y")[1].endswith("has “x y” in name, kind or tags.\n")


def test_archived_profiles_are_listed_only_when_asked_for(profiles: Run) -> None:
    profiles("new", "Bakery")
    profiles("change", "Bakery", "--archive")
    output = profiles("list")[1]
    assert "1 archived profile is not looked at; to see archived ones too, add" in output
    assert profiles("list", "--archived")[1].splitlines()[1].endswith("archived")


def test_the_list_as_json(profiles: Run, data: Path) -> None:
    profiles("new", "Café", "--from", CAFE, "--tag", "t")
    listed = record(profiles("list", "--json")[1])
    assert listed["folder"] == str(data)
    (entry,) = listed["profiles"]
    assert entry.pop("changed_at").endswith("Z")
    assert len(entry.pop("assessed_on")) == len("2027-01-31")
    identity = entry.pop("id")
    assert entry == {
        "file": f"Café-{identity}.socialplan",
        "name": "Café",
        "kind": "local_retail",
        "kind_text": "Shop, café or restaurant",
        "tags": ["t"],
        "is_archived": False,
        "is_sample": False,
        "state": "draft",
        "planned_on": None,
        "answered": 63,
        "questions": 63,
        "to_confirm": 0,
        "marked": 0,
        "reviews": [],
        "trouble": "",
        "is_conflicted_copy": False,
        "same_profile": [],
    }


def test_conflicted_copies_and_files_of_one_profile_are_noted(profiles: Run, data: Path) -> None:
    profiles("new", "Bakery")
    path = the_file(data)
    copy = path.with_name(f"{path.stem} (conflicted copy).socialplan")
    shutil.copyfile(path, copy)
    output = profiles("list")[1]
    assert f"{copy.name} seems to be a second version that a cloud service saved" in output
    assert "hold the same profile; keep one and move the other to the trash." in output
    files = {each["file"]: each for each in json.loads(profiles("list", "--json")[1])["profiles"]}
    assert files[copy.name]["is_conflicted_copy"]
    assert files[copy.name]["same_profile"] == [path.name]


def test_damaged_newer_and_foreign_files_are_listed_with_their_remedy(
    profiles: Run, data: Path
) -> None:
    profiles("new", "Bakery", "--from", CAFE)
    path = the_file(data)
    damage(path)
    (data / "notes.socialplan").write_bytes(b"SQLite format 3\0" + bytes(5000))
    output = profiles("list")[1]
    assert f"{path.name} is damaged; to get it back: socialplanner profiles restore" in output
    assert "notes.socialplan cannot be opened; to see why: socialplanner profiles check notes" in (
        output
    )


def test_a_profile_is_shown_with_everything_that_is_kept(profiles: Run, data: Path) -> None:
    profiles("new", "Café", "--from", CAFE, "--tag", "t", "--prepared-for", "The owners")
    note = "style.replying=Ask Ana\n=1+1"
    profiles("answer", "Café", "--note", note, "--mark", "style.listening")
    profiles("change", "Café", "--pin", "reply_desk", "--colour", "#2f6f5e", "--line", "Main St 1")
    profiles("plan", "Café", "--output", "plan.pdf", "--date", "2027-01-31")
    code, output, complaint = profiles("show", "caf")
    assert (code, complaint) == (0, "")
    lines = output.splitlines()
    assert lines[0] == f"Café is kept in {the_file(data)}."
    assert "  Prepared for: The owners" in lines
    assert {"  Tags: t", "  Colours: #2f6f5e", "  Line: Main St 1"} <= set(lines)
    assert "  Kept: reply_desk" in lines
    assert any(line.endswith(": draft, 63/63 answered.") for line in lines)
    assert "All 63 questions are answered." in lines
    assert any(line.startswith("Marked: style.listening: ") for line in lines)
    at = next(place for place, line in enumerate(lines) if line.startswith("Note at style.repl"))
    assert lines[at + 1 : at + 3] == ["  Ask Ana", "  =1+1"]
    assert any(line.startswith("Plan for 2027-01-31, a4, made 20") for line in lines)
    assert "backups, the newest of 20" in lines[-1]


def test_the_history_tells_every_change_in_words(profiles: Run) -> None:
    profiles("new", "Bakery")
    profiles("answer", "Bakery", "business.kind=creator", "style.replying=1")
    profiles("answer", "Bakery", "business.kind=nonprofit")
    history = profiles("show", "Bakery", "--history")[1].split("History of answers:\n")[1]
    assert len(history.splitlines()) == 3
    only = profiles("show", "Bakery", "--history", "business.kind")[1]
    assert only.splitlines()[-1].endswith(
        "business.kind: Creator, artist or coach → Charity or association"
    )
    steps = record(profiles("show", "Bakery", "--history", "business.kind", "--json")[1])["history"]
    assert [(each["old"], each["new"]) for each in steps] == [
        (None, "creator"),
        ("creator", "nonprofit"),
    ]
    code, _, complaint = profiles("show", "Bakery", "--history", "busines.kind")
    assert code == 1
    assert complaint.startswith("There is no question “busines.kind”. Did you mean “business.kind”")


def test_a_profile_shown_as_json(profiles: Run) -> None:
    profiles("new", "Bakery")
    profiles("answer", "Bakery", "style.replying=1", "--note", "style.replying=x")
    profiles("change", "Bakery", "--decline", "reply_desk")
    shown = record(profiles("show", "Bakery", "--json")[1])
    assert set(shown) == {
        *("path", "id", "profile", "tags", "is_archived", "is_sample", "created_at"),
        *("changed_at", "brand", "assessments", "plans", "backups"),
    }
    (assessment,) = shown["assessments"]
    assert assessment["answers"] == {"style.replying": 1.0}
    assert assessment["marks"] == {"style.replying": "new"}
    assert assessment["position"] == "style.replying"
    assert assessment["next_question"]["id"] == "style.joining_in"
    assert assessment["choices"]["declined"] == ["reply_desk"]
    assert shown["backups"]["count"] == 3


def test_sound_profiles_are_counted(profiles: Run, data: Path) -> None:
    profiles("new", "Bakery")
    profiles("new", "Tailor")
    assert profiles("check") == (0, f"2 profiles are sound in {data}.\n", "")
    assert profiles("check", "Tailor") == (0, f"1 profile is sound in {data}.\n", "")
    checked = record(profiles("check", "--json")[1])
    assert [each["is_sound"] for each in checked["files"]] == [True, True]


def test_a_damaged_profile_is_named_with_its_remedy(profiles: Run, data: Path) -> None:
    profiles("new", "Bakery", "--from", CAFE)
    path = the_file(data)
    profiles("new", "Tailor")
    damage(path)
    code, output, complaint = profiles("check")
    assert (code, output) == (1, "")
    first, last = complaint.splitlines()
    assert first.startswith(f"{path} is damaged: it does not hold what was saved.")
    assert f"socialplanner profiles restore {path.stem} --damaged" in first
    assert last == "1 profile is not sound; 1 profile is sound."
    assert profiles("check", "Tailor")[0] == 0
    assert profiles("check", path.stem)[0] == 1
    code, output, _ = profiles("check", "--json")
    assert code == 1
    assert sorted(each["is_sound"] for each in json.loads(output)["files"]) == [False, True]


@pytest.mark.parametrize("name", ["", "  "])
def test_an_empty_name_names_nothing(profiles: Run, name: str) -> None:
    profiles("new", "Bakery")
    code, _, complaint = profiles("show", name)
    assert (code, complaint) == (
        1,
        "The name of the profile is empty; name one of these: socialplanner profiles list\n",
    )
