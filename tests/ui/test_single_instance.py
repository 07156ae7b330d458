"""One window for a data folder: real processes that find, call, replace and outlive one another."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from socialplanner.ui.single_instance import LARGEST, SingleInstance, heard, message, place_of

HOLD = """
import sys, time
from pathlib import Path
from socialplanner.ui.single_instance import SingleInstance
instance = SingleInstance(Path(sys.argv[1]))
print(instance.is_first(), flush=True)
time.sleep(60)
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Give a place whose socket has a short path."""
    return place_of(tmp_path / "data")


@pytest.fixture
def first(place: Path) -> Iterator[SingleInstance]:
    """Give the first window of a place, which listens."""
    made = SingleInstance(place)
    assert made.is_first()
    made.listen()
    yield made
    made.leave()


def start(tmp_path: Path, *files: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "socialplanner", "open", *files, "--quit-when-ready"]
    return subprocess.Popen(
        [*command, "--data-folder", str(tmp_path / "data")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@contextmanager
def holder(place: Path) -> "Iterator[subprocess.Popen[bytes]]":
    """Hold the right in a process that never answers."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(place)], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"True"
        yield process
        process.kill()


def finished(qtbot: QtBot, process: "subprocess.Popen[bytes]") -> int:
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)
    out, err = process.communicate()
    assert (out, err) == (b"", b"")
    return process.returncode


def test_a_second_start_hands_its_files_to_the_first_window_and_ends(
    qtbot: QtBot, first: SingleInstance, tmp_path: Path
) -> None:
    asked: list[tuple[Path, ...]] = []
    first.asked.connect(asked.append)
    second = start(tmp_path, "a b.socialplan", "کافه.toml")
    assert finished(qtbot, second) == 0
    qtbot.waitUntil(lambda: bool(asked), timeout=5_000)
    assert asked == [(Path("a b.socialplan").absolute(), Path("کافه.toml").absolute())]


def test_a_window_of_another_folder_is_not_disturbed(
    qtbot: QtBot, first: SingleInstance, tmp_path: Path
) -> None:
    asked: list[object] = []
    first.asked.connect(asked.append)
    assert finished(qtbot, start(tmp_path / "elsewhere")) == 0
    assert asked == []


def test_a_first_window_that_is_busy_gets_the_files_when_it_has_time(
    qtbot: QtBot, first: SingleInstance, tmp_path: Path
) -> None:
    second = start(tmp_path, "x.toml")
    assert second.wait(30) == 0  # all the while, no event of the first window is answered
    with qtbot.waitSignal(first.asked, timeout=5_000) as heard_of:
        pass
    assert heard_of.args == [(Path("x.toml").absolute(),)]
    assert second.communicate() == (b"", b"")


def test_the_right_of_a_killed_process_is_taken_over(place: Path) -> None:
    with holder(place) as process:
        assert not SingleInstance(place).is_first()
        process.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
        process.wait()
        again = SingleInstance(place)
        assert again.is_first()
        again.leave()


def test_a_socket_left_behind_by_a_killed_process_does_not_keep_the_next_from_listening(
    place: Path, qtbot: QtBot
) -> None:
    Path(f"{place}.socket").touch()
    made = SingleInstance(place)
    assert made.is_first()
    made.listen()
    second = SingleInstance(place)
    with qtbot.waitSignal(made.asked):
        assert second.hand_over(()) is True
    made.leave()


def test_a_second_start_becomes_the_first_where_that_one_leaves_meanwhile(place: Path) -> None:
    with holder(place) as process:
        second = SingleInstance(place)
        assert not second.is_first()
        process.kill()
        process.wait()
        assert second.hand_over(()) is False
        assert not SingleInstance(place).is_first()
        second.leave()


def test_a_place_where_nothing_can_be_written_keeps_nobody_from_working(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert SingleInstance(tmp_path / "file" / "place").is_first()


@pytest.mark.parametrize(
    "line", [b"", b"x\n", b"[]\n", b"{}\n", b'{"files": 3}\n', b'{"files": [4, "a\\u0000b"]}\n']
)
def test_a_message_that_is_none_names_no_files(line: bytes) -> None:
    assert heard(line) == ((), "")


def test_a_message_is_heard_as_it_was_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "leave")
    files = (Path("/a b"), Path("/ü\n<b>"))
    assert heard(message(files)) == (files, "leave")
    assert message(files).count(b"\n") == 1


def test_who_talks_without_end_is_not_listened_to(first: SingleInstance, qtbot: QtBot) -> None:
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - as the program does

    socket = QLocalSocket()
    socket.connectToServer(first._address)  # noqa: SLF001 - a stranger would guess it
    with qtbot.waitSignal(socket.disconnected, timeout=10_000):
        socket.write(b"x" * (3 * LARGEST))
