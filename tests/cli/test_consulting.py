"""Two assessments and all clients from the command line."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from socialplanner.cli import main
from socialplanner.cli.consulting.arguments import RANKINGS
from socialplanner.domain.portfolio import Ranking
from tests.cli.conftest import Run
from tests.cli.terminal import CAFE, record

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(profiles: Run, capsysbinary: pytest.CaptureFixture[bytes]) -> Command:
    """Give a function that runs a command; a café answered twice is there."""
    profiles("new", "Café Morgenlicht", "--from", CAFE, "--tag", "north")

    def run_command(*arguments: str) -> tuple[int, str, str]:
        code = main(list(arguments))
        output, complaint = capsysbinary.readouterr()
        return code, output.decode(), complaint.decode()

    return run_command


def test_two_assessments_are_compared_in_words_and_as_json(profiles: Run, run: Command) -> None:
    profiles("reassess", "Café")
    profiles("answer", "Café", "style.listening=4", "style.replying=4", "style.joining_in=4")
    code, output, complaint = run("compare", "Café")
    assert (code, complaint) == (0, "")
    for title in (
        "Improved",
        "To watch",
        "Each score",
        "The mix",
        "The plan",
        "Answers that differ",
    ):
        assert f"\n{title}\n" in output
    found = record(run("compare", "Café", "--json")[1])
    assert [each["question"] for each in found["answers"]] == [
        "style.listening",
        "style.replying",
        "style.joining_in",
    ]
    assert found["yardsticks"] is None
    then, now = found["then"]["id"], found["now"]["id"]
    back = record(run("compare", "Café", "--from", now, "--to", then, "--json")[1])
    for cell, move in found["scores"].items():
        assert back["scores"][cell]["difference"] == pytest.approx(-(move["difference"] or 0.0))


def test_what_cannot_be_compared_is_said_with_what_there_is(run: Command) -> None:
    code, _, complaint = run("compare", "Café")
    assert code == 1
    assert "has no two assessments that can be compared" in complaint
    code, _, complaint = run("compare", "Café", "--from", "2001-01-01")
    assert code == 1
    assert "There is no assessment “2001-01-01”; there are: " in complaint


def test_clients_are_listed_and_filtered_by_tag(profiles: Run, run: Command) -> None:
    profiles("new", "Second & Sons", "--from", CAFE, "--tag", "south")
    code, output, complaint = run("portfolio")
    assert (code, complaint) == (0, "")
    assert "Café Morgenlicht" in output
    assert "Second & Sons" in output
    assert "2 clients" in output
    assert "Second" not in run("portfolio", "--tag", "NORTH")[1]
    code, _, complaint = run("portfolio", "--tag", "west")
    assert (code, complaint[:9]) == (1, "No client")


def test_with_aliases_neither_the_screen_nor_a_file_tells_a_name(
    run: Command, tmp_path: Path
) -> None:
    assert "Morgenlicht" not in run("portfolio", "--alias", "--sort", "name")[1]
    for name in ("clients.csv", "clients.xlsx"):
        code, output, _ = run("portfolio", "--alias", "--output", name)
        assert (code, output) == (0, f"The portfolio is in {name}.\n")
        assert b"orgenlicht" not in (tmp_path / name).read_bytes()
        assert run("portfolio", "--alias", "--output", name)[0] == 0
    book = load_workbook(BytesIO((tmp_path / "clients.xlsx").read_bytes()))
    assert str(book["Clients"]["A2"].value).startswith("Client ")


def test_nothing_but_an_earlier_portfolio_is_replaced(run: Command, tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text("mine", "utf-8")
    code, _, complaint = run("portfolio", "--output", "notes.csv")
    assert code == 1
    assert "is there already and is no portfolio; nothing was replaced" in complaint
    assert (tmp_path / "notes.csv").read_text("utf-8") == "mine"
    assert run("portfolio", "--output", "clients.doc")[0] == 1


def test_a_table_of_anybody_else_is_kept_unless_its_owner_says_so(
    run: Command, tmp_path: Path
) -> None:
    (tmp_path / "mine.csv").write_text("Client,Owes\nBaker,7\n", "utf-8-sig")
    Workbook().save(tmp_path / "mine.xlsx")
    with zipfile.ZipFile(tmp_path / "zipped.xlsx", "w") as archive:
        archive.writestr("notes.txt", "mine")
    for name in ("mine.csv", "mine.xlsx", "zipped.xlsx"):
        before = (tmp_path / name).read_bytes()
        code, _, complaint = run("portfolio", "--output", name)
        assert (code, "no portfolio" in complaint, "--force" in complaint) == (1, True, True)
        assert (tmp_path / name).read_bytes() == before
        assert run("portfolio", "--output", name, "--force")[0] == 0
        assert run("portfolio", "--output", name)[0] == 0


def test_hours_are_said_with_what_they_are(profiles: Run, run: Command) -> None:
    profiles("plan", "Café", "--output", "cafe.pdf")
    output = " ".join(run("portfolio")[1].split())
    assert "5 planned of 5 h" in output
    assert "5 h planned. No review is due." in output


def test_the_parser_knows_every_order() -> None:
    assert tuple(Ranking) == RANKINGS
