"""Find a profile in the trash by its name, its id or its file."""

from pathlib import PurePath

from socialplanner.cli.profiles.calling import begins, is_called
from socialplanner.cli.profiles.hints import command
from socialplanner.errors import UserError
from socialplanner.messages import quoted, visible
from socialplanner.store.index import read_entry
from socialplanner.store.library import Library
from socialplanner.store.same_profile import trash_entry
from socialplanner.store.trash import Trashed


def named_in_trash(library: Library, name: str, *, is_whole: bool = False) -> Trashed:
    """Return the one profile of that name in the trash, or raise UserError.

    The beginning of a name will do, unless the whole is asked for.
    """
    listed = library.trash.listed()
    matching = (
        [each for each in listed if name in _handles(each)]
        or [each for each in listed if is_called(trash_entry(each), name)]
        or [each for each in listed if not is_whole and begins(trash_entry(each), name)]
    )
    if len(matching) == 1:
        return matching[0]
    if matching:
        files = ", ".join(visible(each.path.name) for each in matching)
        raise UserError(f"Several in the trash are called {quoted(name)}; name the file: {files}.")
    raise UserError(f"There is no {quoted(name)} in the trash; see what is: {command('trash')}")


def _handles(trashed: Trashed) -> tuple[str, ...]:
    """Return by what else than its name a file in the trash can be called."""
    names = (trashed.path.name, trashed.name, PurePath(trashed.name).stem)
    entry = read_entry(trashed.path)
    return (*names, entry.id) if entry.id else names
