"""The command `profiles trash`: out of the way for thirty days, and back again."""

from argparse import Namespace

from socialplanner.cli import streams
from socialplanner.cli.profiles.hints import command
from socialplanner.cli.profiles.place import found, moment_shown, opened
from socialplanner.cli.profiles.trash_search import named_in_trash
from socialplanner.cli.profiles.words import json_text
from socialplanner.domain.moment import moment_text
from socialplanner.errors import UserError
from socialplanner.messages import visible
from socialplanner.store.library import Library
from socialplanner.store.same_profile import trash_entry


def trash(arguments: Namespace) -> None:
    """Move a profile into the trash, take one back, or list what lies there."""
    library = opened(arguments.data_folder, empties_trash=arguments.undo is None)
    if arguments.undo is not None:
        _take_back(library, arguments.undo)
    elif arguments.name is not None:
        _put(library, arguments.name)
    else:
        _list(library, is_json=arguments.json)


def _put(library: Library, name: str) -> None:
    entry, path = found(library, name)
    trashed = library.delete(path)
    until = moment_shown(trashed.erased_after)
    back = command("trash", f"--undo={entry.id or path.stem}")
    streams.write(
        f"{visible(entry.name)} is in the trash until {until}, then it is erased for good.\n"
        f"To take it back: {back}\n"
    )


def _take_back(library: Library, name: str) -> None:
    trashed = named_in_trash(library, name)
    entry = trash_entry(trashed)
    for present in library.entries():
        if entry.id and present.id == entry.id:
            raise UserError(
                f"{visible(present.file)} is the same profile and is in the library; nothing was "
                f"done. Move that one to the trash first."
            )
    path = library.take_back(trashed)
    streams.write(f"{visible(entry.name)} is back in {visible(str(path))}.\n")


def _list(library: Library, *, is_json: bool) -> None:
    listed = library.trash.listed()
    if is_json:
        records = [
            {
                "file": each.name,
                "name": trash_entry(each).name,
                "id": trash_entry(each).id,
                "path": str(each.path),
                "deleted_at": moment_text(each.deleted_at),
                "erased_after": moment_text(each.erased_after),
            }
            for each in listed
        ]
        streams.write(json_text({"folder": str(library.trash.folder), "profiles": records}))
        return
    if not listed:
        streams.write("The trash is empty.\n")
    for each in listed:
        until = moment_shown(each.erased_after)
        streams.write(f"{visible(trash_entry(each).name)}, until {until} ({visible(each.name)})\n")
