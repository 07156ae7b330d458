"""What opens the window, and what is said where none can be shown."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from socialplanner.app import starting
from socialplanner.app.starting import Start
from socialplanner.cli import main, window


@pytest.fixture
def starts(monkeypatch: pytest.MonkeyPatch) -> list[Start]:
    """Give the list of windows that were asked for, and show none."""
    asked: list[Start] = []

    def remember(start: Start) -> int:
        asked.append(start)
        return 0

    monkeypatch.setattr(starting, "run", remember)
    return asked


def test_no_arguments_open_the_window(starts: list[Start]) -> None:
    assert main([]) == 0
    assert starts == [Start()]


def test_files_are_opened_wherever_they_stand_and_counted_from_the_folder_one_is_in(
    starts: list[Start],
) -> None:
    assert main(["open", "a.toml", "--data-folder", "here", "b c.socialplan"]) == 0
    files = (Path("a.toml").absolute(), Path("b c.socialplan").absolute())
    assert starts == [Start(files=files, data_folder=Path("here").absolute())]


@pytest.mark.parametrize(
    ("typed", "start"),
    [
        (["open"], Start()),
        (["--quit-when-ready"], Start(quits_when_ready=True)),
        (["--data-folder=x"], Start(data_folder=Path("x").absolute())),
        (["open", "--", "-x.toml"], Start(files=(Path("-x.toml").absolute(),))),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_the_window_opens_as_asked(typed: list[str], start: Start, starts: list[Start]) -> None:
    assert main(typed) == 0
    assert starts == [start]


@pytest.mark.parametrize(
    "typed",
    [
        ["--quit-when-ready", "a.toml"],
        ["--data-folder"],
        ["--data-folder", "x", "profiles", "list"],
        ["open", "--paper", "a4"],
        ["opne"],
    ],
    ids=" ".join,
)
def test_what_is_not_understood_opens_nothing(
    typed: list[str], starts: list[Start], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(typed)
    assert end.value.code == 2
    assert "Help: socialplanner" in capsys.readouterr().err
    assert starts == []


@pytest.mark.parametrize("typed", [[], ["open", "x.toml"]], ids=["nothing", "open"])
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a screen")
def test_where_there_is_no_screen_a_sentence_says_so(
    typed: Sequence[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main(typed) == 1
    assert capsys.readouterr().err == f"{starting.NO_SCREEN}\n"


def test_a_window_needs_no_parser_of_commands() -> None:
    program = (
        "import sys; from socialplanner.cli import window; window.command([]); "
        "print('argparse' in sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
    assert found.stdout.strip() == b"False"


def test_every_word_that_opens_the_window_stands_in_the_help() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "socialplanner", "--help"], check=True, capture_output=True
    )
    assert [word for word in window.FIRST_WORDS if word.encode() not in shown.stdout] == []
