"""The window from the command line: what opens it, with what, and what only tries it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from socialplanner import APPLICATION_NAME, COMMAND_NAME
from socialplanner.cli import streams

if TYPE_CHECKING:
    import argparse

    from socialplanner.cli.usage import Parser

OPEN = "open"
DATA_FOLDER = "--data-folder"
QUIT_WHEN_READY = "--quit-when-ready"
SELF_CHECK = "--self-check"
FIRST_WORDS = frozenset({OPEN, DATA_FOLDER, QUIT_WHEN_READY, SELF_CHECK})


def is_meant(typed: Sequence[str]) -> bool:
    """Return whether a command line asks for the window: it is empty, or begins as one of ours."""
    return not typed or typed[0].partition("=")[0] in FIRST_WORDS


def command(typed: Sequence[str]) -> Callable[[], None]:
    """Return what a command line that asks for the window does."""
    if not typed:
        return lambda: _open((), None, quits_when_ready=False)
    from socialplanner.cli.usage import Parser  # noqa: PLC0415 - most starts have no arguments

    is_open = typed[0] == OPEN
    parser = Parser(prog=f"{COMMAND_NAME} {OPEN}" if is_open else COMMAND_NAME, allow_abbrev=False)
    parser.set_defaults(files=())
    (add_open if is_open else add_options)(parser)
    arguments = parser.parse_args(typed[1:] if is_open else typed)
    if arguments.self_check:
        return _check
    return lambda: _open(
        arguments.files, arguments.data_folder, quits_when_ready=arguments.quit_when_ready
    )


def add_open(parser: "Parser") -> None:
    """Describe the command that opens the window with files."""
    parser.description = (
        f"Open the window of {APPLICATION_NAME}, with files in it: profiles, bundles, answers. "
        "Where a window with the same profiles is open, that one comes to the front."
    )
    parser.is_mixed = True
    parser.add_argument("files", metavar="FILE", nargs="*", help="what to open")
    add_options(parser)


def add_options(parser: "argparse.ArgumentParser") -> None:
    """Describe what the window can be opened with."""
    asked = parser.add_argument_group("the window")
    asked.add_argument(
        DATA_FOLDER, metavar="DIR", help="where profiles are kept (default: as set, or your own)"
    )
    asked.add_argument(
        QUIT_WHEN_READY, action="store_true", help="leave once the first page is shown"
    )
    asked.add_argument(
        SELF_CHECK, action="store_true", help="try every part of the program, without a screen"
    )


def _open(files: Sequence[str], data_folder: str | None, *, quits_when_ready: bool) -> None:
    from socialplanner.app.starting import Start, run  # noqa: PLC0415 - only for the window

    start = Start(
        files=tuple(Path(file).absolute() for file in files),
        data_folder=Path(data_folder).absolute() if data_folder else None,
        quits_when_ready=quits_when_ready,
    )
    if code := run(start):
        raise SystemExit(code)


def _check() -> None:
    from socialplanner.app.self_check import check  # noqa: PLC0415 - only where it is asked for

    for line in check():
        streams.write(f"{line}\n")
