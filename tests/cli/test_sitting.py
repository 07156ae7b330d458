"""Answers line by line: what is said as saved is saved, whatever happens next."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from socialplanner import paths
from socialplanner.store.library import Library
from tests.cli.conftest import Run
from tests.cli.terminal import record, the_file

PROGRAM = """\
import signal, sys
from socialplanner.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)  # a test run may be shielded from Ctrl+C
sys.exit(main(sys.argv[1:]))
"""

PLACE = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}


@pytest.fixture(autouse=True)
def _bakery(profiles: Run) -> None:
    profiles("new", "Bakery")


def answers(profiles: Run) -> dict[str, Any]:
    shown = record(profiles("show", "Bakery", "--json")[1])
    return dict(shown["assessments"][-1]["answers"])


def test_each_line_is_saved_and_said_in_a_line(profiles: Run) -> None:
    lines = """\
business.kind=Creator, artist or coach
style.replying=3

undo
redo
style.replying=4
clear style.replying
business.goals=leads,sales\r
"""
    code, output, complaint = profiles("answer", "Bakery", "-", lines=lines)
    assert (code, complaint) == (0, "")
    assert output.splitlines()[:-2] == [
        "saved business.kind=creator",
        "saved style.replying=3",
        "saved style.replying",
        "saved style.replying=3",
        "saved style.replying=4",
        "saved style.replying",
        "saved business.goals=leads,sales",
    ]
    assert answers(profiles) == {"business.kind": "creator", "business.goals": ["leads", "sales"]}


def test_a_pipe_needs_no_hyphen(profiles: Run) -> None:
    assert profiles("answer", "Bakery", lines="style.replying=3")[0] == 0
    assert answers(profiles) == {"style.replying": 3}


def test_a_wrong_line_says_why_and_the_others_are_saved(profiles: Run) -> None:
    lines = b"\xef\xbb\xbfstyle.replying=3\nstyle.replying=9\n\xff\nundo\nundo\nstyle.listening=1"
    code, output, complaint = profiles("answer", "Bakery", "-", lines=lines)
    assert code == 1
    assert output.splitlines()[:3] == [
        "saved style.replying=3",
        "saved style.replying",
        "saved style.listening=1",
    ]
    assert complaint.splitlines() == [
        "standard input, line 2 › style.replying: A level is a whole number from 0 to 4, not 9.0.",
        "standard input, line 3: “\\udcff” gives no answer; write it as question.id=value.",
        "standard input, line 5: There is no answer that can be taken back.",
        "3 lines were not understood; everything else is saved.",
    ]


def test_a_line_longer_than_any_answer_is_refused_and_the_next_one_read(profiles: Run) -> None:
    code, output, complaint = profiles(
        "answer", "Bakery", "-", lines=f"style.replying={'9' * 300_000}\nstyle.replying=2\n"
    )
    assert code == 1
    assert output.startswith("saved style.replying=2\n")
    assert len(complaint) < 500


def test_without_standard_input_the_remedy_is_said(
    profiles: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.cli.conftest.feed", lambda *_, **__: None)
    monkeypatch.setattr(sys, "stdin", None)
    code, _, complaint = profiles("answer", "Bakery")
    assert code == 1
    assert complaint == "Standard input cannot be read; give answers as arguments.\n"


def started(home: Path) -> subprocess.Popen[bytes]:
    """Start answering in a process of its own."""
    assert home in paths.data_dir().parents
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "profiles", "answer", "Bakery", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**PLACE, **{key: os.environ[key] for key in os.environ if key.startswith("XDG")}},
    )


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no kill -9")
def test_what_was_said_as_saved_is_there_after_a_kill(home: Path, data: Path) -> None:
    with started(home) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for level in (0, 1, 2, 3):
            process.stdin.write(b"style.replying=%d\n" % level)
            process.stdin.flush()
            assert process.stdout.readline() == b"saved style.replying=%d\n" % level
        process.kill()
    recorded = Library(data).read(the_file(data))
    assert recorded.assessments[-1].said() == {"style.replying": 3.0}
    assert len(recorded.assessments[-1].changes) == 4


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGINT to a child")
def test_ctrl_c_says_that_what_was_saved_is_saved(home: Path) -> None:
    with started(home) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b"style.replying=1\n")
        process.stdin.flush()
        assert process.stdout.readline() == b"saved style.replying=1\n"
        process.send_signal(signal.SIGINT)
        complaint = process.stderr.read()
    assert process.returncode == 1
    assert complaint == b"Stopped before the end; what was said as saved is saved.\n"


def test_a_profile_that_is_open_elsewhere_is_not_answered(profiles: Run, data: Path) -> None:
    with Library(data).open(the_file(data)):
        for lines in ((), ("style.replying=1",), ("-",)):
            code, output, complaint = profiles("answer", "Bakery", *lines)
            assert (code, output) == (1, "")
            assert "is open in another window or program." in complaint
