"""What is known of a profile, changed from the command line."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.cli.terminal import CAFE, record, the_file


@pytest.fixture(autouse=True)
def _bakery(profiles: Run) -> None:
    profiles("new", "Bakery", "--tag", "old", "--currency", "€")


def shown(profiles: Run, name: str = "Bakery") -> dict[str, Any]:
    return record(profiles("show", name, "--json")[1])


def test_only_what_was_named_is_changed(profiles: Run) -> None:
    code, output, complaint = profiles(
        "change", "Bakery", "--website", "https://a.example/", "--tag", "new", "--untag", "old"
    )
    assert (code, output, complaint) == (0, "Bakery is changed.\n", "")
    after = shown(profiles)
    assert after["profile"]["currency"] == "€"
    assert after["profile"]["website"] == "https://a.example/"
    assert after["tags"] == ["new"]
    profiles("change", "Bakery", "--website", "", "--language", "")
    assert shown(profiles)["profile"]["website"] == ""


def test_a_new_name_leaves_the_file_where_it_is(profiles: Run, data: Path) -> None:
    before = the_file(data)
    output = profiles("change", "Bakery", "--name", "Bakehouse")[1]
    assert output == "Bakery is changed. It is called Bakehouse now.\n"
    assert the_file(data) == before
    assert shown(profiles, "Bakehouse")["tags"] == ["old"]


def test_all_mistakes_are_said_and_nothing_is_changed(profiles: Run) -> None:
    before = shown(profiles)
    code, output, complaint = profiles(
        *("change", "Bakery", "--name", "", "--website", "x", "--untag", "gone", "--tag", "kept"),
        *("--colour", "green", "--colour", "#123456", "--colour", "#123456"),
        *("--pin", "reply_dsk", "--decline", "newsletter", "--undecided", "newsletter"),
    )
    assert (code, output) == (1, "")
    lines = complaint.splitlines()
    assert [line.partition(": ")[0] for line in lines] == [
        "the command line › profile › name",
        "the command line › profile › website",
        "the command line › tags",
        "the command line › colours",
        "the command line › colours",
        "the command line › choices › pinned",
        "the command line › choices",
    ]
    assert "Did you mean “reply_desk”?" in lines[5]
    assert shown(profiles) == before


def test_colours_and_lines_replace_the_earlier_ones(profiles: Run) -> None:
    profiles("change", "Bakery", "--colour", "#2F6f5e", "--colour", "#000000", "--line", "A")
    assert shown(profiles)["brand"] == {
        "has_logo": False,
        "colours": ["#2F6f5e", "#000000"],
        "lines": ["A"],
    }
    profiles("change", "Bakery", "--colour", "", "--line", "")
    assert shown(profiles)["brand"] == {"has_logo": False, "colours": [], "lines": []}


def test_activities_are_kept_declined_and_left_open_again(profiles: Run) -> None:
    def choices() -> tuple[list[str], list[str]]:
        chosen = shown(profiles)["assessments"][0]["choices"]
        return chosen["pinned"], chosen["declined"]

    profiles("change", "Bakery", "--pin", "reply_desk", "--decline", "newsletter")
    assert choices() == (["reply_desk"], ["newsletter"])
    profiles("change", "Bakery", "--decline", "reply_desk")
    assert choices() == ([], ["newsletter", "reply_desk"])
    profiles("change", "Bakery", "--undecided", "newsletter")
    assert choices() == ([], ["reply_desk"])


def test_a_profile_is_archived_and_its_assessment_closed(profiles: Run) -> None:
    profiles("change", "Bakery", "--archive", "--complete")
    after = shown(profiles)
    assert (after["is_archived"], after["assessments"][0]["state"]) == (True, "complete")
    profiles("change", "Bakery", "--unarchive", "--reopen")
    after = shown(profiles)
    assert (after["is_archived"], after["assessments"][0]["state"]) == (False, "draft")


def test_a_logo_is_kept_and_taken_away(profiles: Run, tmp_path: Path) -> None:
    from PIL import Image  # noqa: PLC0415 - heavy, and this test alone needs it

    picture = BytesIO()
    Image.new("RGB", (8, 4), "green").save(picture, "PNG")
    (tmp_path / "logo.png").write_bytes(picture.getvalue())
    assert profiles("change", "Bakery", "--logo", "logo.png")[0] == 0
    assert shown(profiles)["brand"]["has_logo"]
    assert "  Logo: " in profiles("show", "Bakery")[1]
    profiles("change", "Bakery", "--no-logo")
    assert not shown(profiles)["brand"]["has_logo"]


@pytest.mark.parametrize("file", [str(CAFE), "nowhere.png"])
def test_what_is_no_logo_is_refused(profiles: Run, file: str) -> None:
    code, output, complaint = profiles("change", "Bakery", "--logo", file)
    assert (code, output) == (1, "")
    assert complaint.startswith(file)
    assert not shown(profiles)["brand"]["has_logo"]


def test_a_profile_that_is_open_elsewhere_is_not_changed(profiles: Run, data: Path) -> None:
    from socialplanner.store.library import Library  # noqa: PLC0415 - this test alone needs it

    with Library(data).open(the_file(data)):
        code, _, complaint = profiles("change", "Bakery", "--tag", "t")
    assert code == 1
    assert "is open in another window or program." in complaint
