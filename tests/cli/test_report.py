"""The command `report`: a line for each client, failures apart, and an exit code that tells."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import IO

import pytest

from socialplanner import paths
from socialplanner.app.batch import MOST_PROCESSES
from socialplanner.cli import main
from socialplanner.cli.reporting.arguments import FORMATS, MOST_JOBS, PRESETS
from socialplanner.presentation.plan_formats import Format
from socialplanner.presentation.report_presets import Preset
from socialplanner.store.driver import can_protect
from socialplanner.store.library import Library
from socialplanner.store.protection import protect
from tests.app.clients import broken, contents, empty_record, sample_record, sound
from tests.cli.terminal import damage
from tests.report.reading import read

DATE = ("--date", "2026-11-23", "--preset", "one-page")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Give a function that runs `report …` in an empty folder: exit code, output, complaint."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, jobs: str = "1") -> tuple[int, str, str]:
        try:
            code = main(["report", *arguments, "--jobs", jobs, *DATE])
        except SystemExit as end:
            code = int(end.code or 0)
        output, complaint = capsys.readouterr()
        return code, output, complaint

    return run


@pytest.fixture
def library(home: Path) -> Library:
    """Return the library that commands use by themselves, with four clients."""
    assert home in paths.data_dir().parents
    library = Library(paths.data_dir())
    bakery = sample_record("Corner Bakery", "aa")
    library.add(replace(bakery, tags=("Spring", "north")))
    library.add(replace(sample_record("Harbour Books", "bb", "web_shop"), tags=("north",)))
    library.add(replace(sample_record("Old Mill", "cc"), is_archived=True, tags=("north",)))
    library.add(empty_record("Just Begun", "dd"))
    return library


def test_all_clients_have_a_line_and_whoever_failed_is_named_apart(
    report: Run, library: Library
) -> None:
    assert library.entries()
    code, output, complaint = report("--all", "--output", "out")
    assert code == 3
    assert output.splitlines() == [
        "Corner Bakery: Corner Bakery – plan 2026-11-23.pdf",
        "Harbour Books: Harbour Books – plan 2026-11-23.pdf",
        "2 reports are in out, 1 failed.",
    ]
    assert complaint.startswith("Just Begun: There is no plan for “Just Begun” yet: 5 answers")
    assert sorted(contents(Path("out"))) == [
        "Corner Bakery – plan 2026-11-23.pdf",
        "Harbour Books – plan 2026-11-23.pdf",
    ]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("corner",), ["Corner Bakery"]),
        (("harbour", "corner", "aa"), ["Harbour Books", "Corner Bakery"]),
        (("--tag", "spring"), ["Corner Bakery"]),
        (("--tag", "NORTH"), ["Corner Bakery", "Harbour Books"]),
        (("--tag", "north", "--archived"), ["Corner Bakery", "Harbour Books", "Old Mill"]),
        (("Old Mill",), ["Old Mill"]),
    ],
)
def test_clients_are_meant_by_name_or_by_tag(
    report: Run, library: Library, words: tuple[str, ...], names: list[str]
) -> None:
    assert library.entries()
    code, output, complaint = report(*words, "--output", "out")
    assert (code, complaint) == (0, "")
    assert [line.split(":")[0] for line in output.splitlines()[:-1]] == names


def test_a_folder_of_answers_and_single_files_make_reports_without_a_library(
    report: Run,
) -> None:
    sound(Path("in"), 2)
    sound(Path("more"), 1)
    code, output, complaint = report("in", "more/client-000.toml", "--output", "out")
    assert (code, complaint) == (0, "")
    assert output.splitlines()[-1] == "3 reports are in out."
    names = sorted(contents(Path("out")))
    assert len(names) == 3
    assert names[-1] == "client-001 – plan 2026-11-23.pdf"
    assert not paths.data_dir().exists()


def test_shares_together_are_all_clients_and_no_client_twice(report: Run) -> None:
    sound(Path("in"), 7)
    made: list[str] = []
    for number in (1, 2, 3):
        code, _, _ = report("in", "--shard", f"{number}/3", "--output", f"out{number}")
        assert code == 0
        made += contents(Path(f"out{number}"))
    report("in", "--output", "whole")
    assert sorted(made) == sorted(contents(Path("whole")))


def test_broken_answers_cost_no_other_client_and_are_told_with_their_mistakes(report: Run) -> None:
    sound(Path("in"), 2)
    broken(Path("in"), 3)
    code, output, complaint = report("in", "--output", "out", jobs="2")
    assert code == 3
    assert output.splitlines()[-1] == "2 reports are in out, 3 failed."
    assert [line for line in complaint.splitlines() if line.startswith("in/fault-")] == [
        line for line in complaint.splitlines() if not line.startswith("  ")
    ]


def test_what_is_there_already_is_left_out_on_wish(report: Run) -> None:
    sound(Path("in"), 2)
    report("in/client-000.toml", "--output", "out")
    code, output, _ = report("in", "--only-missing", "--output", "out")
    assert code == 0
    assert output.splitlines()[0] == "in/client-000.toml: there already"
    assert output.splitlines()[-1] == "1 report is in out, 1 there already."


def test_reports_under_an_alias_name_nobody(report: Run, library: Library) -> None:
    assert library.entries()
    report("corner", "--alias", "A bakery", "--output", "out")
    report("--tag", "north", "--anonymous", "--output", "out")
    made = contents(Path("out"))
    assert len(made) == 3
    for name, data in made.items():
        shown = f"{name}{read(data).text}".casefold()
        assert not [word for word in ("corner", "harbour", "morgenlicht") if word in shown]
    code, _, complaint = report("--tag", "north", "--alias", "One", "--output", "out")
    assert code == 1
    assert "One alias cannot stand for several clients" in complaint


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ((), "Name clients"),
        (("--all", "corner"), "not both"),
        (("in", "--format", "pdf,doc"), "no format “doc”"),
        (("in", "--shard", "3/2"), "such as 1/4"),
        (("in", "--shard", "0/2"), "such as 1/4"),
        (("in", "--alias", "A", "--anonymous"), "not allowed"),
        (("in", "--alias", ""), "in place of the name, not nothing"),
        (("in", "--alias", " \t"), "in place of the name, not nothing"),
    ],
)
def test_wrong_usage_is_told_in_a_sentence(
    report: Run, words: tuple[str, ...], reason: str
) -> None:
    code, output, complaint = report(*words, "--output", "out")
    assert (code, output) == (2, "")
    assert reason in complaint
    assert not Path("out").exists()


@pytest.mark.parametrize("jobs", ["0", "61", "-1", "two", ""])
def test_the_number_of_processes_is_a_number_of_processes(report: Run, jobs: str) -> None:
    code, _, complaint = report("in", "--output", "out", f"--jobs={jobs}")
    assert code == 2
    assert "from 1 to 60" in complaint or "one argument" in complaint


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--all",), "There is no profile in"),
        (("--tag", "nobody's"), "has the tag nobody's"),
        (("nobody",), "There is no profile “nobody”"),
        (("empty",), "There is no answers file"),
        (("no/such/folder",), "neither a folder nor a profile"),
    ],
)
def test_nobody_to_report_on_is_told_and_nothing_is_made(
    report: Run, words: tuple[str, ...], reason: str
) -> None:
    Path("empty").mkdir()
    code, output, complaint = report(*words, "--output", "out")
    assert (code, output) == (1, "")
    assert reason in complaint
    assert not Path("out").exists()


@pytest.mark.skipif(not can_protect(), reason="the extra `passphrase` has no wheel here")
def test_a_profile_with_a_passphrase_is_opened_with_it_and_said_to_be_open_then(
    report: Run, library: Library
) -> None:
    entry = library.find("Corner Bakery")
    protect(library, library.path(entry), "correct horse")
    Path("secret").write_text("correct horse\n")
    Path("wrong").write_text("wrong horse\n")
    code, _, complaint = report("corner", "--output", "out")
    assert code == 3
    assert "has a passphrase" in complaint
    assert "name that after --passphrase-file" in complaint
    code, _, complaint = report("corner", "--passphrase-file", "wrong", "--output", "out")
    assert code == 3
    assert "not the right one" in complaint
    code, output, complaint = report("corner", "--passphrase-file", "secret", "--output", "out")
    assert (code, complaint) == (0, "")
    assert list(contents(Path("out"))) == ["Corner Bakery – plan 2026-11-23.pdf"]
    assert output.endswith("The reports have no passphrase: whoever has the files can read them.\n")


def test_a_damaged_profile_is_named_with_what_to_type(report: Run, library: Library) -> None:
    damage(library.path(library.find("Harbour Books")))
    code, output, complaint = report("corner", "harbour", "--output", "out")
    assert code == 3
    assert output.splitlines()[-1] == "1 report is in out, 1 failed."
    assert "restore" in complaint


def test_the_parser_knows_every_format_and_preset_there_is() -> None:
    assert tuple(Format) == FORMATS
    assert tuple(Preset) == PRESETS
    assert MOST_JOBS == MOST_PROCESSES


def test_a_reader_that_stops_reading_stops_the_batch(tmp_path: Path) -> None:
    sound(tmp_path / "in", 40)
    with started(tmp_path) as process:
        read_line(process)
        assert process.stdout is not None
        process.stdout.close()
        complaint = rest(process.stderr)
    assert process.returncode == 1
    assert complaint == "The output is not complete: its reader stopped reading.\n"
    assert len(contents(tmp_path / "out")) < 40
    assert no_leftovers(tmp_path / "out")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_batch_that_is_interrupted_says_how_far_it_came(tmp_path: Path) -> None:
    sound(tmp_path / "in", 40)
    with started(tmp_path) as process:
        lines = [read_line(process)]
        os.killpg(process.pid, signal.SIGINT)  # as the terminal does: to the children, too
        lines += rest(process.stdout).splitlines()
        complaint = rest(process.stderr)
    assert process.returncode == 130
    assert complaint == "Stopping: what is begun is finished.\n"
    assert len(contents(tmp_path / "out")) == len(lines) - 1 < 40
    assert lines[-1].endswith(f"{40 - len(lines) + 1} not begun.")
    assert no_leftovers(tmp_path / "out")


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="children are found in /proc")
def test_a_run_killed_again_and_again_converges_to_the_same_files(tmp_path: Path) -> None:
    sound(tmp_path / "in", 6)
    assert finished(tmp_path, "--output", "whole") == 0
    whole = contents(tmp_path / "whole")
    chance = random.Random(5)  # noqa: S311 - it chooses when to kill
    for _ in range(2):
        with started(tmp_path) as process:
            if chance.random() < 0.5:
                read_line(process)
            time.sleep(chance.random())
            orphans = children(process.pid)
            process.kill()
        until_gone(orphans)
        made = contents(tmp_path / "out") if (tmp_path / "out").exists() else {}
        assert all(data == whole[name] for name, data in made.items() if not name.startswith("."))
    assert finished(tmp_path) == 0
    assert contents(tmp_path / "out") == whole
    assert no_leftovers(tmp_path / "out")


def started(folder: Path, *more: str) -> subprocess.Popen[str]:
    """Start two processes on the answers in a folder."""
    words = ["report", "in", "--jobs", "2", "--output", "out", *DATE, *more]
    return subprocess.Popen(
        [sys.executable, "-m", "socialplanner", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(paths.resources_dir().parent)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def finished(folder: Path, *more: str) -> int:
    """Return the exit code of a run that nobody disturbs."""
    with started(folder, *more) as process:
        process.communicate()
    return process.returncode


def rest(stream: IO[str] | None) -> str:
    """Return what a process says until it ends."""
    return "" if stream is None else stream.read()


def read_line(process: subprocess.Popen[str]) -> str:
    """Return the next line that a process says."""
    assert process.stdout is not None
    return process.stdout.readline().rstrip("\n")


def children(pid: int) -> list[int]:
    """Return the processes that a process started."""
    with suppress(OSError):
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


def until_gone(pids: list[int]) -> None:
    """Wait until none of these processes runs any more; the test hangs where one stays."""
    while any(is_running(pid) for pid in pids):
        time.sleep(0.01)


def is_running(pid: int) -> bool:
    """Tell whether a process runs; one that nobody fetched is dead all the same."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def no_leftovers(folder: Path) -> bool:
    """Tell whether nothing hidden is left in a folder."""
    return not [each for each in folder.iterdir() if each.name.startswith(".")]
