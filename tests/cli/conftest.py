"""The command line in an empty folder, with a data folder of its own for each test."""

from collections.abc import Callable
from pathlib import Path

import pytest

from socialplanner import paths
from socialplanner.cli import main
from tests.cli.terminal import feed

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def profiles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Run:
    """Give a function that runs `profiles …`: exit code, output, complaint.

    Standard input holds `lines`; nobody sits at it unless `at_terminal`.
    """
    monkeypatch.chdir(tmp_path)

    def run_command(
        *arguments: str | Path, lines: str | bytes = b"", at_terminal: bool = False
    ) -> tuple[int, str, str]:
        data = lines.encode() if isinstance(lines, str) else lines
        feed(monkeypatch, data, at_terminal=at_terminal)
        try:
            code = main(["profiles", *map(str, arguments)])
        except SystemExit as end:
            code = int(end.code or 0)
        output, complaint = capsysbinary.readouterr()
        return code, output.decode(errors="replace"), complaint.decode()

    return run_command


@pytest.fixture
def data(home: Path) -> Path:
    """Return the data folder that commands use by themselves."""
    assert home in paths.data_dir().parents
    return paths.data_dir()
