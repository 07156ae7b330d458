"""The command `reach`: the same ways for a file and a profile, in words and as JSON."""

import json
from pathlib import Path

import pytest

from socialplanner.cli import main
from tests.cli.conftest import Run
from tests.cli.terminal import CAFE


def reach(
    capsysbinary: pytest.CaptureFixture[bytes], *arguments: str | Path
) -> tuple[int, str, str]:
    """Run the command and return its exit code, output and complaint."""
    try:
        code = main(["reach", *map(str, arguments)])
    except SystemExit as end:
        code = int(end.code or 0)
    output, complaint = capsysbinary.readouterr()
    return code, output.decode(), complaint.decode()


def test_the_ways_of_a_file_are_said_in_words_and_without_a_promise(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    code, output, complaint = reach(capsysbinary, CAFE, "--extra-hours", "2", "--money", "20")
    assert (code, complaint) == (0, "")
    lines = output.splitlines()
    assert lines[0] == "One change would bring your week into the target"
    assert "  - “Answering”: 2 h a week instead of ½ h." in lines
    assert "  Hours a week: 7½ h (+1½ h)" in lines
    assert "not a promise" in lines[-1]


def test_a_profile_has_the_ways_of_its_answers_as_json(
    profiles: Run, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    profiles("new", "Café Morgenlicht", "--from", CAFE)
    _, of_file, _ = reach(capsysbinary, CAFE, "--extra-hours", "1.5", "--json")
    code, of_profile, complaint = reach(capsysbinary, "Café", "--extra-hours", "1.5", "--json")
    assert (code, complaint) == (0, "")
    assert json.loads(of_profile) == json.loads(of_file)
    first = json.loads(of_profile)["ways"][0]
    change = {"change": "hours", "question_id": "hours.replying", "hours": 1.5}
    assert first["changes"] == [change]
    assert first["answers"] == {"business.hours_per_week": 6.5, "hours.replying": 2.0}


@pytest.mark.parametrize("hours", ["-1", "nan", "inf", "much", "81"])
def test_limits_that_are_no_amounts_are_refused_in_one_sentence(
    hours: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    code, output, complaint = reach(capsysbinary, CAFE, f"--extra-hours={hours}")
    assert (code, output) == (2, "")
    assert complaint.startswith(f"Argument --extra-hours: this must be 0 to 80, not “{hours}”.")


def test_a_profile_that_is_not_there_is_refused(
    profiles: Run, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    profiles("list")
    code, _, complaint = reach(capsysbinary, "Nobody", "--extra-hours", "1")
    assert code == 1
    assert "There is no profile “Nobody”" in complaint
