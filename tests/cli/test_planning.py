"""Results of stored answers: the same as those of an answers file, and kept when handed out."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from socialplanner.cli import main
from tests.cli.conftest import Run
from tests.cli.terminal import CAFE, ESSENTIALS, record, the_file


def shown(profiles: Run) -> dict[str, Any]:
    return record(profiles("show", "Café Morgenlicht", "--json")[1])


@pytest.fixture(autouse=True)
def _cafe(profiles: Run) -> None:
    details = ("--prepared-by", "The owner", "--website", "https://www.cafe-morgenlicht.example/")
    profiles("new", "Café Morgenlicht", "--from", CAFE, *details)


def test_stored_answers_are_assessed_as_those_of_a_file(
    profiles: Run, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    code, output, complaint = profiles("assess", "Café", "--date", "2027-01-31")
    assert (code, complaint) == (0, "")
    assert main(["assess", str(CAFE), "--date", "2027-01-31"]) == 0
    assert output == capsysbinary.readouterr().out.decode()


def test_a_plan_is_written_and_kept_as_it_was_handed_out(profiles: Run, tmp_path: Path) -> None:
    code, output, complaint = profiles(
        *("plan", "Café", "--output", "plan.pdf", "--paper", "letter", "--date", "2027-01-31")
    )
    assert (code, output, complaint) == (0, "The plan is in plan.pdf.\n", "")
    pdf = (tmp_path / "plan.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-")
    (plan,) = shown(profiles)["plans"]
    assert plan["sha256"] == hashlib.sha256(pdf).hexdigest()
    assert (plan["date"], plan["paper"]) == ("2027-01-31", "letter")
    assert sum(plan["hours"].values()) == 5
    profiles("plan", "Café", "--output", "again.pdf", "--paper", "letter", "--date", "2027-01-31")
    assert (tmp_path / "again.pdf").read_bytes() == pdf
    assert len(shown(profiles)["plans"]) == 2


def test_a_plan_goes_to_standard_output_alone(profiles: Run, tmp_path: Path) -> None:
    code, output, complaint = profiles("plan", "Café", "--output", "-")
    assert (code, complaint) == (0, "")
    assert output.startswith("%PDF-")
    assert list(tmp_path.iterdir()) == []
    assert len(shown(profiles)["plans"]) == 1


def test_a_plan_never_replaces_a_profile(profiles: Run, data: Path, tmp_path: Path) -> None:
    path = the_file(data)
    before = path.read_bytes()
    (tmp_path / "link.pdf").symlink_to(path)
    (tmp_path / "copy.pdf").write_bytes(before)
    for output in (path, "link.pdf", "copy.pdf", "new.socialplan", "x.socialplan-library"):
        code, _, complaint = profiles("plan", "Café", "--output", output)
        assert code == 1
        assert "is the name of a file that profiles are kept in; nothing was written." in complaint
    assert path.read_bytes() == before


def test_a_plan_that_cannot_be_written_is_not_kept(profiles: Run) -> None:
    code, _, complaint = profiles("plan", "Café", "--output", "nowhere/plan.pdf")
    assert code == 1
    assert complaint.startswith("nowhere/plan.pdf cannot be written: ")
    assert shown(profiles)["plans"] == []


@pytest.mark.parametrize("command", [("assess",), ("plan", "--output", "p.pdf")])
def test_missing_answers_are_listed_with_how_to_give_them(
    profiles: Run, command: tuple[str, ...]
) -> None:
    profiles("new", "Bakery")
    profiles("answer", "Bakery", "business.kind=creator", "business.patience=unknown")
    code, output, complaint = profiles(command[0], "Bakery", *command[1:])
    assert (code, output) == (1, "")
    assert complaint.splitlines() == [
        "There is no plan for “Bakery” yet: 4 answers are missing.",
        "  business.goals: What do you want most in the coming six months?",
        (
            "  business.hours_per_week: How many hours a week can all of you together give to "
            "this, honestly?"
        ),
        "  business.platforms: Which platforms do you use, or would you use?",
        "  business.patience: How soon must you feel an effect?",
        (
            "To give them, type: socialplanner profiles answer Bakery business.goals=… "
            "business.hours_per_week=… business.platforms=… business.patience=…"
        ),
    ]


def test_the_essential_answers_are_enough(profiles: Run) -> None:
    profiles("new", "Bakery")
    profiles("answer", "Bakery", *ESSENTIALS)
    assert json.loads(profiles("assess", "Bakery")[1])["plan"]["hours_per_week"] == 5


def test_choices_that_cannot_be_met_together_are_named(profiles: Run) -> None:
    profiles("change", "Café", "--decline", "reply_desk")
    code, output, complaint = profiles("assess", "Café")
    assert (code, output) == (1, "")
    assert complaint.startswith("No plan of 5 hours a week can meet all of this together: ")


def test_a_wrong_paper_date_is_wrong_usage(profiles: Run) -> None:
    assert profiles("assess", "Café", "--date", "2027-13-01")[0] == 2
