"""The program at a real terminal: what is asked there, and how wide its lines are."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from socialplanner.store.driver import can_protect
from tests.cli.conftest import Run
from tests.cli.terminal import the_file

pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminals")

ROOT = Path(__file__).parents[2]
WORDS = "correct horse battery"
START = (
    "import os, sys; os.login_tty(int(sys.argv[1])); "
    "os.execv(sys.executable, [sys.executable, '-m', 'socialplanner', *sys.argv[2:]])"
)
needs_cipher = pytest.mark.skipif(
    not can_protect(), reason="the extra `passphrase` has no wheel for this Python here"
)


def at_terminal(*arguments: str, says: tuple[tuple[str, str], ...] = ()) -> tuple[int, str]:
    """Run a command at a terminal of 80 columns, answer its questions, return what is on it."""
    ours, theirs = pty.openpty()
    command = (sys.executable, "-c", START, str(theirs), "profiles", *arguments)
    environment = {**os.environ, "COLUMNS": "80"}
    environment.pop("SOCIALPLANNER_PASSPHRASE", None)
    with subprocess.Popen(command, pass_fds=(theirs,), env=environment, cwd=ROOT) as process:
        os.close(theirs)
        shown, waiting = "", list(says)
        while data := _read(ours):
            shown += data.decode(errors="replace")
            if waiting and shown.endswith(waiting[0][0]):
                os.write(ours, f"{waiting.pop(0)[1]}\n".encode())
        os.close(ours)
        process.wait(timeout=30)
    assert waiting == []
    return process.returncode, shown.replace("\r\n", "\n")


def _read(handle: int) -> bytes:
    """Return what comes next; Linux reports the end of a terminal as a fault."""
    try:
        return os.read(handle, 65_536)
    except OSError:
        return b""


@needs_cipher
def test_a_new_passphrase_is_typed_twice_and_never_shown(profiles: Run, data: Path) -> None:
    profiles("new", "Bakery")
    says = (("New passphrase for Bakery: ", WORDS), ("The same again: ", WORDS))
    code, shown = at_terminal("protect", "Bakery", says=says)
    assert code == 0
    assert shown.startswith("A forgotten passphrase is a lost profile")
    assert WORDS not in shown
    assert the_file(data).name.endswith(".protected.socialplan")
    code, shown = at_terminal("show", "Bakery", says=(("Passphrase of Bakery: ", WORDS),))
    assert code == 0
    assert "Bakery is kept in " in shown
    code, shown = at_terminal("show", "Bakery", says=(("Passphrase of Bakery: ", "wrong"),))
    assert code == 1
    assert "the passphrase is not the right one" in shown


@needs_cipher
@pytest.mark.parametrize(
    ("first", "second", "why"),
    [(WORDS, "another", "The two passphrases differ"), ("", "", "No passphrase was typed")],
    ids=["another", "none"],
)
def test_a_passphrase_that_is_mistyped_protects_nothing(
    profiles: Run, data: Path, first: str, second: str, why: str
) -> None:
    profiles("new", "Bakery")
    says = (("New passphrase for Bakery: ", first), ("The same again: ", second))
    code, shown = at_terminal("protect", "Bakery", says=says)
    assert code == 1
    assert why in shown
    assert "protected" not in the_file(data).name


@pytest.mark.parametrize(("said", "code"), [("yes", 0), ("no", 1)])
def test_erasing_asks_first(profiles: Run, data: Path, said: str, code: int) -> None:
    profiles("new", "Bakery")
    ended, shown = at_terminal("erase", "Bakery", says=(("Erase it? Type yes: ", said),))
    assert ended == code
    assert ("Bakery is erased." in shown) is (code == 0)
    assert len(list(data.glob("*.socialplan"))) == code


def test_no_line_of_the_list_or_of_a_question_is_wider_than_the_terminal(profiles: Run) -> None:
    for name in ("x" * 300, "株式会社 ひかり" * 5, "e\u0301" * 60, "🧁" * 50):
        profiles("new", "--tag", "a tag that is rather long", "--", name)
    code, shown = at_terminal("list")
    lines = shown.splitlines()
    assert (code, len(lines)) == (0, 5)
    assert max(map(len, lines)) <= 80
    assert [line.count("…") for line in lines] == [0, 2, 2, 2, 2]
    shown = at_terminal("answer", "x", "business.kind=creator")[1]
    assert all(len(line) <= 80 for line in shown.splitlines() if "socialplanner" not in line)
