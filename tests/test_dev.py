"""The tool that sets the project up: its decisions, not its downloads."""

import argparse
import json
import re
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

import dev
import environment
import trouble
from environment import Stamp

STAMP = Stamp(machine="m", project="p", extras=("test",), system_packages=True)


@pytest.fixture
def venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a whole environment, as far as the stamp's reader looks."""
    folder = tmp_path / ".venv"
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", folder)
    monkeypatch.setattr(environment, "STAMP", folder / "stamp.json")
    (tmp_path / "pyproject.toml").write_text("[project]")
    record = environment.site_packages() / "socialplanner-1.dist-info" / "RECORD"
    for path in (record, Path(environment.python())):
        path.parent.mkdir(parents=True)
        path.touch()
    stamp = environment.wanted_stamp(("test",), system_packages=True)
    environment.STAMP.write_text(json.dumps(asdict(stamp)))
    return folder


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Give the commands that are handed over to instead of being started."""
    commands: list[list[str]] = []

    def note(command: list[str]) -> int:
        commands.append(command)
        return 0

    monkeypatch.chdir(Path.cwd())
    monkeypatch.setattr(dev, "prepare", lambda _extras, *, skip_system: skip_system)
    monkeypatch.setattr(dev, "provide_test_packages", lambda *, skip: skip)
    monkeypatch.setattr(dev, "become", note)
    return commands


@pytest.mark.parametrize(
    ("wanted", "enough"),
    [
        ({}, True),
        ({"extras": ()}, True),
        ({"system_packages": False}, True),
        ({"extras": ("check", "test")}, False),
        ({"machine": "another"}, False),
        ({"project": "changed"}, False),
    ],
    ids=["same", "fewer extras", "no system packages", "more extras", "machine", "project"],
)
def test_an_environment_is_used_as_it_is_only_where_it_holds_all_that_is_wanted(
    wanted: dict[str, Any], *, enough: bool
) -> None:
    assert STAMP.satisfies(replace(STAMP, **wanted)) is enough


def test_an_environment_made_without_system_packages_gets_them_at_the_next_start() -> None:
    made = replace(STAMP, system_packages=False)
    assert not made.satisfies(STAMP)
    assert STAMP.together_with(made) == STAMP


def test_installing_more_keeps_what_an_earlier_start_installed() -> None:
    more = replace(STAMP, extras=("check",), system_packages=False)
    assert more.together_with(STAMP).extras == ("check", "test")
    assert more.together_with(STAMP).system_packages


def test_a_second_start_installs_nothing(venv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        pytest.fail("something was installed")

    monkeypatch.setattr(subprocess, "run", refuse)
    environment.prepare(("test",), skip_system=False)
    assert venv.is_dir()


@pytest.mark.usefixtures("venv")
def test_a_whole_environment_is_recognised_by_its_stamp() -> None:
    stamp = environment.read_stamp()
    assert stamp is not None
    assert stamp.satisfies(environment.wanted_stamp(("test",), system_packages=True))


@pytest.mark.usefixtures("venv")
@pytest.mark.parametrize("part", ["stamp", "python", "packages"])
def test_half_an_environment_counts_as_none(part: str) -> None:
    record = next(environment.site_packages().glob("*/RECORD"))
    parts = {"stamp": environment.STAMP, "python": Path(environment.python()), "packages": record}
    parts[part].unlink()
    assert environment.read_stamp() is None


@pytest.mark.usefixtures("venv")
@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"machine": 1}'])
def test_a_torn_stamp_counts_as_none(text: str) -> None:
    environment.STAMP.write_text(text)
    assert environment.read_stamp() is None


@pytest.mark.usefixtures("venv")
def test_a_changed_project_or_a_moved_folder_asks_for_a_new_installation(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = environment.wanted_stamp((), system_packages=True)
    (environment.ROOT / "pyproject.toml").write_text("[project] # changed")
    changed = environment.wanted_stamp((), system_packages=True)
    monkeypatch.setattr(sys, "base_prefix", "elsewhere")
    moved = environment.wanted_stamp((), system_packages=True)
    assert changed.project != before.project
    assert changed.machine == before.machine
    assert moved.machine != before.machine


@pytest.mark.usefixtures("venv")
def test_an_installation_that_fails_leaves_no_stamp(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_command: object, remedy: str) -> None:
        raise trouble.Trouble(remedy)

    monkeypatch.setattr(environment, "call", fail)
    monkeypatch.setattr(environment, "provide_system_packages", lambda *, skip: skip)
    with pytest.raises(trouble.Trouble, match="start the same command again"):
        environment.prepare(("check", "test"), skip_system=False)
    assert environment.read_stamp() is None


def test_an_installer_speaks_on_stderr_so_that_stdout_stays_the_programs_own(
    capfd: pytest.CaptureFixture[str],
) -> None:
    trouble.call([sys.executable, "-c", "print('chatter')"], "never shown")
    assert capfd.readouterr() == ("", "chatter\n")


def test_an_installer_that_fails_becomes_the_sentence_with_its_remedy() -> None:
    with pytest.raises(trouble.Trouble, match="Mend it"):
        trouble.call([sys.executable, "-c", "raise SystemExit(3)"], "Mend it.")


@pytest.mark.parametrize(
    "arguments",
    [["--version"], ["plan", "a.toml", "--output", "b.pdf"], ["--help"]],
    ids=" ".join,
)
def test_arguments_reach_the_program_as_they_were_typed(arguments: list[str]) -> None:
    assert dev.parser().parse_args(["run", *arguments]).arguments == arguments


def test_the_tools_own_option_stands_before_the_command() -> None:
    options = dev.parser().parse_args([trouble.SKIP_OPTION, "test", "-x"])
    assert options.skip_system_packages
    assert options.arguments == ["-x"]


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (trouble.Trouble("Mend it."), 1, "Mend it."),
        (PermissionError(13, "Permission denied", "there"), 1, "Permission denied: 'there'"),
        (KeyboardInterrupt(), 130, "half made"),
    ],
    ids=["trouble", "permission", "interrupt"],
)
def test_whatever_stops_the_tool_is_said_in_a_sentence_on_stderr(
    error: BaseException,
    code: int,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def stop(_options: argparse.Namespace) -> int:
        raise error

    monkeypatch.setitem(dev.COMMANDS, "run", stop)
    assert dev.main(["run"]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err


def test_an_old_python_is_told_what_is_needed_and_how_to_start() -> None:
    sentence = dev.old_python((3, 9))
    assert "Python 3.11 or newer, and this is 3.9." in sentence
    assert "python3.11 tools/dev.py" in sentence


@pytest.mark.parametrize(
    ("arguments", "handed_over"),
    [
        ([], list(dev.ON_EVERY_PROCESSOR)),
        (["tests/house", "-x"], ["tests/house", "-x"]),
        (["-p", "no:xdist"], ["-p", "no:xdist"]),
    ],
    ids=["whole suite", "a part", "an option"],
)
def test_the_whole_suite_runs_on_every_processor_and_arguments_are_passed_on_as_they_are(
    arguments: list[str], handed_over: list[str], started: list[list[str]]
) -> None:
    assert dev.main(["test", *arguments]) == 0
    assert started == [[environment.python(), "-m", "pytest", *handed_over]]


def test_pictures_are_made_in_the_folder_where_the_person_is(
    started: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert dev.main(["screenshots", "pictures", "--look", "dark"]) == 0
    assert Path.cwd() == tmp_path
    module = ["-P", "-m", "tests.ui.journeys.screenshots"]
    assert started == [[environment.python(), *module, "pictures", "--look", "dark"]]


def test_the_help_names_every_command() -> None:
    named = re.findall(r"^  (\w+)", dev.HELP_END, re.MULTILINE)
    assert named == list(dev.COMMANDS)


def test_every_check_runs_even_when_the_first_fails_and_the_failed_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    started: list[str] = []

    def fail_two(name: str, _command: object) -> bool:
        started.append(name)
        return name not in {"ruff check", "mypy"}

    monkeypatch.setattr(dev, "prepare", lambda *_extras, skip_system: skip_system)
    monkeypatch.setattr(dev, "passes", fail_two)
    assert dev.main(["check"]) == 1
    assert started == ["ruff check", "ruff format", "mypy", "lint-imports", "check-catalogue"]
    assert "Failed: ruff check, mypy." in capsys.readouterr().err


def test_a_check_passes_by_its_exit_code() -> None:
    assert dev.passes("good", [sys.executable, "-c", ""])
    assert not dev.passes("bad", [sys.executable, "-c", "raise SystemExit(1)"])


def test_check_refuses_arguments_that_it_would_ignore(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["check", "mypy"]) == 1
    assert "takes no arguments" in capsys.readouterr().err


def test_the_exit_code_of_the_program_is_the_tools_own() -> None:
    tools = str(Path(dev.__file__).parent)
    program = f"import sys; sys.path.insert(0, {tools!r}); import dev; "
    program += "sys.exit(dev.become([sys.executable, '-c', 'raise SystemExit(7)']))"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 7
