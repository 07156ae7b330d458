"""What can be typed after `profiles`, and what starting it costs."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

COMMANDS = (
    *("list", "show", "check", "new", "duplicate", "change", "answer", "reassess", "assess"),
    *("plan", "export", "import", "backup", "restore", "trash", "erase"),
    *("protect", "unprotect"),
)
HEAVY = '{"numpy", "reportlab", "PySide6", "PIL", "cryptography"}'
ROOT = Path(__file__).parents[2]


def test_profiles_alone_prints_every_command(profiles: Run) -> None:
    code, output, complaint = profiles()
    assert (code, complaint) == (0, "")
    for command in COMMANDS:
        assert f"\n    {command}" in output
        assert profiles(command, "--help")[0] == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["show"],
        ["new"],
        ["change", "x"],
        ["change", "x", "--archive", "--unarchive"],
        ["change", "x", "--complete", "--reopen"],
        ["change", "x", "--logo", "a.png", "--no-logo"],
        ["answer"],
        ["answer", "x", "-", "a.b=c"],
        ["answer", "x", "-", "--mark", "a.b"],
        ["answer", "x", "--json"],
        ["answer", "x", "--date", "yesterday", "a.b=c"],
        ["plan", "x"],
        ["plan", "x", "--output", "x.pdf", "--paper", "a5"],
        ["export", "x"],
        ["export", "x", "--output", "b", "--passphrase", "--passphrase-file", "f"],
        ["import"],
        ["import", "b", "--take", "k", "--take-all"],
        ["backup", "x", "--output", "b"],
        ["restore"],
        ["restore", "x", "--library", "b"],
        ["restore", "x", "--json"],
        ["restore", "x", "--list", "--damaged"],
        ["trash", "x", "--undo", "y"],
        ["erase"],
        ["erase", "x", "--ye"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_two_and_one_sentence(
    profiles: Run, data: Path, arguments: list[str]
) -> None:
    code, output, complaint = profiles(*arguments)
    assert (code, output) == (2, "")
    assert complaint.count("\n") == 1
    assert "Help: socialplanner" in complaint
    assert not data.exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_name_that_nothing_has_is_refused_in_one_sentence(profiles: Run, command: str) -> None:
    if command in ("list", "new", "import"):
        return
    more = {"duplicate": ["y"], "change": ["--tag", "t"], "answer": ["business.kind=creator"]}
    rest = ["--output", "f"] if command in ("plan", "export") else more.get(command, [])
    code, output, complaint = profiles(command, "Nobody", *rest)
    assert (code, output) == (1, "")
    assert complaint.startswith("There is no profile “Nobody”.")
    assert complaint.count("\n") == 1


@pytest.mark.parametrize("arguments", ["profiles", "profiles list", "profiles show --help"])
def test_looking_at_profiles_imports_no_heavy_part(arguments: str) -> None:
    script = (
        "import sys\nfrom socialplanner.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        f"print({HEAVY} & sys.modules.keys(), file=sys.stderr)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script, *arguments.split()],
        capture_output=True,
        cwd=ROOT,
        check=False,
    )
    assert (ended.returncode, ended.stderr.strip()) == (0, b"set()")


def test_the_arguments_are_known_without_the_store() -> None:
    script = (
        "import sys\nfrom socialplanner.cli.arguments import parser\nparser()\n"
        "print([m for m in sys.modules if m.startswith('socialplanner.store')])\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, cwd=ROOT, check=True
    )
    assert ended.stdout.strip() == b"[]"


def test_a_cloud_folder_is_warned_about_once_and_used_all_the_same(
    profiles: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "Dropbox" / "clients"
    code, output, complaint = profiles("new", "Bakery", "--data-folder", folder)
    assert code == 0
    assert str(folder) in output
    assert complaint.startswith(f"Warning: {folder} is copied by a cloud service (Dropbox). ")
    assert complaint.count("\n") == 1


def test_a_data_folder_that_cannot_be_made_is_named(profiles: Run, tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    code, output, complaint = profiles("list", "--data-folder", tmp_path / "taken")
    assert (code, output) == (1, "")
    assert complaint.startswith(f"{tmp_path / 'taken'} cannot be used: ")
