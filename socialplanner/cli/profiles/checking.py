"""The command `profiles check`: whether every file holds exactly what was written into it."""

from argparse import Namespace
from pathlib import Path

from socialplanner.cli import streams
from socialplanner.cli.profiles.place import found, opened
from socialplanner.cli.profiles.words import json_text
from socialplanner.errors import UserError
from socialplanner.messages import counted, visible
from socialplanner.store.library import Library
from socialplanner.store.trouble import StoreError


def check(arguments: Namespace) -> None:
    """Check one profile or all; UserError where one of them is not sound."""
    library = opened(arguments.data_folder)
    results = _results(library, arguments.name)
    wrong = {path: error for path, error in results.items() if error is not None}
    if arguments.json:
        files = [
            {"file": path.name, "is_sound": error is None, "reason": str(error or "")}
            for path, error in results.items()
        ]
        streams.write(json_text({"folder": str(library.folder), "files": files}))
    sound = counted(len(results) - len(wrong), "profile is", "profiles are")
    if wrong:
        streams.complain(*wrong.values())
        what = counted(len(wrong), "profile is", "profiles are")
        raise UserError(f"{what} not sound; {sound} sound.")
    if not arguments.json:
        streams.write(f"{sound} sound in {visible(str(library.folder))}.\n")


def _results(library: Library, name: str | None) -> dict[Path, StoreError | None]:
    """Return what is wrong with each file, None for a sound one."""
    if name is None:
        return dict(library.check())
    _, path = found(library, name)
    try:
        library.read(path)
    except StoreError as error:
        return {path: error}
    return {path: None}
