"""The self check: it tries the real program, and names what does not work."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from socialplanner import __version__, paths
from socialplanner.app import self_check
from socialplanner.app.program import DesktopProgram
from socialplanner.cli import main
from socialplanner.errors import UserError


def test_the_program_works_without_a_screen_and_leaves_the_persons_own_home_alone(
    home: Path,
) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    command = [sys.executable, "-m", "socialplanner", "--self-check"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == f"SocialPlanner {__version__}"
    assert lines[-1] == "Everything works."
    assert len(lines) == len(self_check.TRIALS) + 2
    assert [path for path in home.rglob("*") if path.is_file()] == []


def test_every_part_that_does_not_work_is_named_and_the_rest_is_tried(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_program: DesktopProgram) -> str:
        raise UserError("It is missing.")

    def break_down(_program: DesktopProgram) -> str:
        raise KeyError("colour")

    trials = {"first": refuse, "second": break_down, "third": lambda _program: "Third: sound"}
    monkeypatch.setattr(self_check, "TRIALS", trials)
    assert main(["--self-check"]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines()[1:] == ["Third: sound"]
    assert err.splitlines() == ["first: It is missing.", "second: KeyError: 'colour'"]


@pytest.fixture
def without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give a folder that stands for all resources, and holds none."""
    monkeypatch.setattr(paths, "resources_dir", lambda: tmp_path)


@pytest.mark.usefixtures("without")
@pytest.mark.parametrize("part", ["catalogue", "desktop files", "samples"])
def test_a_part_whose_files_are_missing_does_not_pass(part: str, tmp_path: Path) -> None:
    program = DesktopProgram(tmp_path / "data", tmp_path / "config")
    with pytest.raises((UserError, OSError)):
        self_check.TRIALS[part](program)
