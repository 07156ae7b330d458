"""The command line as a person or another program uses it."""

import json
import sys
from collections.abc import Callable
from datetime import datetime
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from socialplanner import __version__, paths
from socialplanner.cli import main

SAMPLE = paths.samples_dir() / "cafe.toml"
CATALOGUE = paths.catalogue_dir()

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Run:
    """Give a function that runs a command in an empty folder: exit code, output, complaint."""
    monkeypatch.chdir(tmp_path)

    def run_command(*arguments: str | Path) -> tuple[int, str, str]:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as end:
            code = int(end.code or 0)
        output, complaint = capsysbinary.readouterr()
        return code, output.decode(errors="replace"), complaint.decode()

    return run_command


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Put bytes on standard input."""
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(data)))


def test_the_version_names_the_program(run: Run) -> None:
    assert run("--version") == (0, f"SocialPlanner {__version__}\n", "")


def test_the_help_names_every_command_and_the_window(run: Run) -> None:
    code, output, complaint = run("--help")
    assert (code, complaint) == (0, "")
    for command in ("open", "assess", "plan", "sample", "check-catalogue", "profiles"):
        assert command in output
        assert run(command, "--help")[0] == 0
    assert "--data-folder" in output


def test_assess_prints_one_json_object(run: Run) -> None:
    code, output, complaint = run("assess", SAMPLE, "--date", "2027-01-31")
    assert (code, complaint) == (0, "")
    record = json.loads(output)
    assert record["date"] == "2027-01-31"
    assert record["profile"]["name"] == "Café Morgenlicht"
    assert "Café Morgenlicht" in output


def test_the_day_is_taken_from_the_argument_else_the_file_else_the_clock(
    run: Run, tmp_path: Path
) -> None:
    dated = tmp_path / "dated.toml"
    text = SAMPLE.read_text(encoding="utf-8")
    dated.write_text(text.replace("[profile]", "[profile]\ndate = 2027-02-28"), encoding="utf-8")

    def day(*arguments: str | Path) -> str:
        return str(json.loads(run("assess", *arguments)[1])["date"])

    assert day(dated) == "2027-02-28"
    assert day(dated, "--date", "2027-03-01") == "2027-03-01"
    before = datetime.now().astimezone().date().isoformat()
    assert before <= day(SAMPLE) <= datetime.now().astimezone().date().isoformat()


def test_answers_are_read_from_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, SAMPLE.read_bytes())
    assert json.loads(run("assess", "-")[1])["profile"]["name"] == "Café Morgenlicht"


def test_every_problem_of_the_answers_is_a_line_of_its_own(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(monkeypatch, b'[profile]\nname = "x"\n[answers.business]\nkind = "shop"')
    code, output, complaint = run("assess", "-")
    assert (code, output) == (1, "")
    lines = complaint.splitlines()
    assert len(lines) == 8
    assert lines[-1].startswith("standard input, line 4 › business.kind: “shop” is not possible")


@pytest.mark.parametrize("command", ["assess", "plan"])
@pytest.mark.parametrize("file", ["nowhere.toml", "."])
def test_a_file_that_cannot_be_read_is_named_in_one_sentence(
    run: Run, command: str, file: str
) -> None:
    code, output, complaint = run(command, file)
    assert (code, output) == (1, "")
    assert complaint.startswith(f"{file} cannot be read: ")
    assert complaint.count("\n") == 1


@pytest.mark.parametrize(
    "data", [b"\xff\xfe", b"= 3", b"[" * 9999, b"{", b""], ids=["utf8", "toml", "deep", "json", ""]
)
def test_what_is_no_answers_file_is_refused_without_a_traceback(
    run: Run, tmp_path: Path, data: bytes
) -> None:
    (tmp_path / "firm.toml").write_bytes(data)
    code, output, complaint = run("assess", "firm.toml")
    assert (code, output) == (1, "")
    assert all(line.startswith("firm.toml") for line in complaint.splitlines())


def test_choices_that_cannot_be_met_together_are_named(run: Run, tmp_path: Path) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    choices = '[choices]\ndeclined = ["reply_desk"]\n'
    (tmp_path / "firm.toml").write_text(f"{text}\n{choices}", encoding="utf-8")
    code, output, complaint = run("assess", "firm.toml")
    assert (code, output) == (1, "")
    assert complaint.startswith("No plan of 5 hours a week can meet all of this together: ")
    assert complaint.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["assess"],
        ["plan", "x.toml", "--paper", "a5"],
        ["plan", "x.toml", "--date", "31.1.2027"],
        ["plan", "x.toml", "--date", "9999-12-31"],
        ["assess", "x.toml", "--paper", "a4"],
        ["sample"],
        ["sample", "caffe"],
        ["sample", "../catalogue/mixes"],
        ["--vers"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_two_and_one_sentence(run: Run, arguments: list[str]) -> None:
    code, output, complaint = run(*arguments)
    assert (code, output) == (2, "")
    assert complaint.count("\n") == 1
    assert "Help: socialplanner" in complaint


def test_plan_writes_a_pdf_named_after_the_answers_and_says_so(run: Run, tmp_path: Path) -> None:
    code, output, complaint = run("plan", SAMPLE, "--date", "2027-01-31")
    assert (code, output, complaint) == (0, "The plan is in cafe-plan.pdf.\n", "")
    assert (tmp_path / "cafe-plan.pdf").read_bytes().startswith(b"%PDF-")
    assert [path.name for path in tmp_path.iterdir()] == ["cafe-plan.pdf"]


def test_plan_writes_where_it_is_told_to(run: Run, tmp_path: Path) -> None:
    code, output, _ = run("plan", SAMPLE, "--output", tmp_path / "out.pdf", "--paper", "letter")
    assert (code, output) == (0, f"The plan is in {tmp_path / 'out.pdf'}.\n")
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")


def test_plan_from_standard_input_is_called_plan(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(monkeypatch, SAMPLE.read_bytes())
    assert run("plan", "-")[0] == 0
    assert (tmp_path / "plan.pdf").exists()


def test_plan_writes_to_standard_output(run: Run, tmp_path: Path) -> None:
    code, output, complaint = run("plan", SAMPLE, "--output", "-")
    assert (code, complaint) == (0, "")
    assert output.startswith("%PDF-")
    assert list(tmp_path.iterdir()) == []


def test_plan_never_replaces_the_answers(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cafe.toml").write_bytes(SAMPLE.read_bytes())
    code, _, complaint = run("plan", "cafe.toml", "--output", "./cafe.toml")
    assert code == 2
    assert "would replace the answers" in complaint
    assert (tmp_path / "cafe.toml").read_bytes() == SAMPLE.read_bytes()


def test_a_plan_that_cannot_be_written_leaves_nothing_behind(run: Run, tmp_path: Path) -> None:
    code, output, complaint = run("plan", SAMPLE, "--output", "nowhere/plan.pdf")
    assert (code, output) == (1, "")
    assert complaint.startswith("nowhere/plan.pdf cannot be written: No such file")
    assert list(tmp_path.iterdir()) == []


def test_samples_are_listed_with_a_sentence_each(run: Run) -> None:
    code, output, complaint = run("sample", "--list")
    assert (code, complaint) == (0, "")
    lines = output.splitlines()
    assert len(lines) == 8
    assert lines[0].startswith("cafe           Café: ")


def test_a_sample_is_written_once_and_again_only_by_force(run: Run, tmp_path: Path) -> None:
    assert run("sample", "cafe") == (0, "The answers of an invented firm are in cafe.toml.\n", "")
    assert (tmp_path / "cafe.toml").read_bytes() == SAMPLE.read_bytes()
    (tmp_path / "cafe.toml").write_bytes(b"mine")
    code, output, complaint = run("sample", "cafe")
    assert (code, output) == (1, "")
    assert complaint == "cafe.toml exists already; add --force to replace it.\n"
    assert (tmp_path / "cafe.toml").read_bytes() == b"mine"
    assert run("sample", "cafe", "--force")[0] == 0
    assert (tmp_path / "cafe.toml").read_bytes() == SAMPLE.read_bytes()


def test_a_sample_goes_to_any_file_or_to_standard_output(run: Run, tmp_path: Path) -> None:
    assert run("sample", "cafe", "--output", "mine.toml")[0] == 0
    assert (tmp_path / "mine.toml").read_bytes() == SAMPLE.read_bytes()
    assert run("sample", "cafe", "--output", "-")[1] == SAMPLE.read_text(encoding="utf-8")


def test_a_misspelt_sample_leads_to_the_right_one(run: Run) -> None:
    assert "There is no sample “caffe”. Did you mean “cafe”?" in run("sample", "caffe")[2]


def test_a_sound_catalogue_is_counted(run: Run) -> None:
    code, output, complaint = run("check-catalogue")
    assert (code, complaint) == (0, "")
    assert output.startswith("The catalogue in use is sound: version ")
    assert "63 questions, 30 activities, 55 KPIs" in output
    assert run("check-catalogue", CATALOGUE)[1].startswith(f"The catalogue in {CATALOGUE} is sound")


def test_everything_wrong_in_a_catalogue_is_printed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "catalogue.toml").write_text("x = 1", encoding="utf-8")
    code, output, complaint = run("check-catalogue", tmp_path)
    assert (code, output) == (1, "")
    assert len(complaint.splitlines()) > 8
    assert any(line.startswith("catalogue.toml › x: ") for line in complaint.splitlines())


def test_a_catalogue_folder_must_be_there(run: Run) -> None:
    code, _, complaint = run("check-catalogue", "nowhere")
    assert (code, complaint) == (
        1,
        "nowhere is not a folder; name the folder of a catalogue.\n",
    )
