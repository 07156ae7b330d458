"""A passphrase from a file, from the environment or from the keyboard; never from an argument.

Arguments are seen by everybody on the machine, and stay in the history of the shell.
"""

import os
from pathlib import Path

from socialplanner.cli import streams
from socialplanner.errors import UserError
from socialplanner.messages import visible

VARIABLE = "SOCIALPLANNER_PASSPHRASE"
MOST_BYTES = 10_000
QUESTION = "Passphrase of the bundle: "


def given_passphrase(file: str | None, *, is_asked: bool, is_new: bool) -> str | None:
    """Return the passphrase to use, None where none is wanted; a new one is asked for twice."""
    if file is not None:
        return _first_line(Path(file))
    if os.environ.get(VARIABLE):
        return os.environ[VARIABLE]
    return typed_passphrase(QUESTION, is_new=is_new) if is_asked else None


def typed_passphrase(question: str, *, is_new: bool) -> str:
    """Return what is typed at the terminal without being shown, or raise UserError."""
    import getpass  # noqa: PLC0415 - only where somebody is asked

    if not streams.is_terminal():
        raise UserError(
            f"Nobody can be asked for a passphrase here; put it into a file for "
            f"--passphrase-file, or into the variable {VARIABLE}."
        )
    try:
        typed = getpass.getpass(question)
        again = getpass.getpass("The same again: ") if is_new else typed
    except EOFError as error:
        raise UserError("No passphrase was typed; nothing was done.") from error
    if not typed:
        raise UserError("No passphrase was typed; nothing was done.")
    if typed != again:
        raise UserError("The two passphrases differ; nothing was done. Try again.")
    return typed


def _first_line(path: Path) -> str:
    """Return the first line of a file."""
    name = visible(str(path))
    try:
        with path.open("rb") as file:
            text = file.read(MOST_BYTES).decode("utf-8-sig")
    except OSError as error:
        raise UserError(f"{name} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise UserError(f"{name} is not UTF-8 text; save the passphrase as UTF-8.") from error
    line = text.split("\n", 1)[0].rstrip("\r")
    if not line:
        raise UserError(f"{name} is empty; its first line must be the passphrase.")
    return line
