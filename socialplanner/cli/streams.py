"""Standard input, output and error, whatever state they are in."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress

from socialplanner.errors import UserError

STANDARD_STREAM = "-"
"""The name of a file that means standard input or output."""

LONGEST_REPLY = 1_000


def prepare() -> None:
    """Write UTF-8 whatever the terminal is set to; names of files may hold stray bytes."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def read(most: int) -> bytes:
    """Return what standard input holds, but no more than so many bytes."""
    try:
        return sys.stdin.buffer.read(most)
    except (AttributeError, OSError, ValueError) as error:
        raise UserError("Standard input cannot be read; name a file instead.") from error


def lines(longest: int) -> Iterator[str]:
    """Yield the lines of standard input as they come, cut where they are too long to be meant.

    Bytes that are no UTF-8 come through as half characters, which whoever reads them refuses.
    """
    is_first = True
    while data := _line(longest):
        text = data.decode("utf-8-sig" if is_first else "utf-8", errors="surrogateescape")
        is_first = False
        yield text.rstrip("\r\n")


def _line(longest: int) -> bytes:
    """Return the next line of standard input; nothing at its end."""
    try:
        data = sys.stdin.buffer.readline(longest)
        rest = data
        while len(rest) == longest and not rest.endswith(b"\n"):
            rest = sys.stdin.buffer.readline(longest)
    except (AttributeError, OSError, ValueError) as error:
        raise UserError("Standard input cannot be read; give answers as arguments.") from error
    return data


def is_terminal() -> bool:
    """Return whether a person sits at standard input."""
    try:
        return sys.stdin.isatty()
    except (AttributeError, ValueError):
        return False


def screen_width() -> int | None:
    """Return how many columns the terminal has, None where output goes elsewhere."""
    try:
        is_screen = sys.stdout.isatty()
    except (AttributeError, ValueError):
        is_screen = False
    if not is_screen:
        return None
    import shutil  # noqa: PLC0415 - only where somebody looks

    return shutil.get_terminal_size().columns


def asked(question: str) -> str:
    """Return what the person at the terminal answers to a question, in one line."""
    write(question)
    return next(lines(LONGEST_REPLY), "").strip()


def write(output: str | bytes) -> None:
    """Write text or bytes to standard output, or raise UserError."""
    try:
        if isinstance(output, str):
            sys.stdout.write(output)
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(output)
    except (AttributeError, OSError, ValueError) as error:
        raise _cut_off(error) from error
    flush()


def flush() -> None:
    """Send on what waits in standard output, or raise UserError."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except (OSError, ValueError) as error:
        raise _cut_off(error) from error


def complain(*sentences: object) -> None:
    """Say what went wrong, one line each, on standard error."""
    with suppress(AttributeError, OSError, ValueError):
        sys.stderr.write("".join(f"{each}\n" for each in sentences))
        sys.stderr.flush()


def _cut_off(error: Exception) -> UserError:
    """Return why standard output took no more, and spare the interpreter a second attempt."""
    with suppress(AttributeError, OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    if isinstance(error, BrokenPipeError):
        return UserError("The output is not complete: its reader stopped reading.")
    reason = getattr(error, "strerror", None) or "it is closed"
    return UserError(f"Standard output cannot be written: {reason}.")
