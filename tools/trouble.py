"""How the tools speak, call other programs, and give up."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SKIP_OPTION = "--skip-system-packages"


class Trouble(Exception):  # noqa: N818 - it names what the person has, not what went wrong here
    """What keeps a tool from going on, as a full sentence with a remedy."""


def say(text: str) -> None:
    """Print to stderr: stdout belongs to the program that is started."""
    print(text, file=sys.stderr, flush=True)


def call(command: Sequence[str], remedy: str) -> None:
    """Run an installer, its words on stderr; raise Trouble with the remedy where it fails."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False)
    if done.returncode:
        raise Trouble(remedy)
