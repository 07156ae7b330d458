"""The program as a process of its own: what it imports, and streams that break."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from socialplanner import paths
from socialplanner.cli import main

SAMPLE = str(paths.samples_dir() / "cafe.toml")
PLACE = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
PROGRAM = ("-m", "socialplanner")

HEAVY_PARTS = """\
import sys
from socialplanner.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print({"numpy", "reportlab", "PySide6"} & sys.modules.keys(), file=sys.stderr)
"""


def started(
    *arguments: str, to: IO[bytes] | int = subprocess.PIPE, **place: str
) -> tuple[int, bytes, bytes]:
    """Start Python with some arguments: exit code, output, complaint."""
    ended = subprocess.run(
        [sys.executable, *arguments],
        stdout=to,
        stderr=subprocess.PIPE,
        env={**PLACE, **place},
        check=False,
    )
    return ended.returncode, ended.stdout, ended.stderr


@pytest.mark.parametrize("arguments", ["--version", "--help", "sample --list", "plan --help"])
def test_what_needs_no_method_starts_without_its_heavy_parts(arguments: str) -> None:
    code, output, heavy = started("-c", HEAVY_PARTS, *arguments.split())
    assert (code, heavy.strip()) == (0, b"set()")
    assert output


def test_stopping_the_program_is_no_crash(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("socialplanner.cli.samples.list_all", interrupt)
    assert main(["sample", "--list"]) == 1
    assert capsys.readouterr() == ("", "Stopped before the end; nothing was written.\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    "arguments", [["assess", SAMPLE], ["--version"], ["--help"]], ids=["assess", "version", "help"]
)
def test_a_full_disk_behind_standard_output_is_said(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        code, _, complaint = started(*PROGRAM, *arguments, to=full)
    assert code == 1
    assert complaint == b"Standard output cannot be written: No space left on device.\n"


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="Windows has no broken pipes")
def test_a_reader_that_stops_reading_is_no_crash() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    code, _, complaint = started(*PROGRAM, "assess", SAMPLE, to=writer)
    os.close(writer)
    assert code == 1
    assert complaint == b"The output is not complete: its reader stopped reading.\n"


def test_json_is_utf8_whatever_the_terminal_is_set_to() -> None:
    code, output, _ = started(*PROGRAM, "assess", SAMPLE, PYTHONIOENCODING="ascii")
    assert code == 0
    assert json.loads(output.decode("utf-8"))["profile"]["currency"] == "€"
