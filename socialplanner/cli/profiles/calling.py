"""Find a profile by what it is called; of one with a passphrase, its file's name is all there is.

That name has a hyphen for everything in the brand's name that is no letter and no digit.
"""

from pathlib import PurePath

from socialplanner.domain.listing import ProfileEntry, folded
from socialplanner.errors import UserError
from socialplanner.messages import quoted, visible
from socialplanner.store.library import Library
from socialplanner.store.naming import file_name
from socialplanner.store.profile_file import SUFFIX

PROTECTED = "protected"
"""The trouble of an entry whose profile has a passphrase."""


def matching_entry(library: Library, name: str) -> ProfileEntry:
    """Return the profile of that name, id or file; UserError where it is not one only."""
    entries = library.entries()
    are_some_protected = any(entry.trouble == PROTECTED for entry in entries)
    if not are_some_protected or any(is_handle(entry, name) for entry in entries):
        return library.find(name)
    for fits in (is_called, begins):
        matching = [entry for entry in entries if fits(entry, name)]
        if len(matching) == 1:
            return matching[0]
        if matching:
            files = ", ".join(visible(entry.file) for entry in matching)
            raise UserError(f"Several profiles are called {quoted(name)}; name the file: {files}.")
    return library.find(name)


def is_handle(entry: ProfileEntry, name: str) -> bool:
    """Return whether this is the id or the file of a profile."""
    return bool(name) and name in (entry.id, entry.file, entry.file.removesuffix(SUFFIX))


def is_called(entry: ProfileEntry, name: str) -> bool:
    """Return whether this is the whole name of a profile; case and accents do not count."""
    wanted = folded(name.strip())
    if entry.trouble == PROTECTED and wanted != folded(entry.name):
        wanted = _in_files(name)
    return bool(wanted) and folded(entry.name.strip()) == wanted


def begins(entry: ProfileEntry, name: str) -> bool:
    """Return whether the name of a profile begins so."""
    wanted = _in_files(name) if entry.trouble == PROTECTED else folded(name.strip())
    return bool(wanted) and folded(entry.name).startswith(wanted)


def _in_files(name: str) -> str:
    """Return a name as the names of files have it; nothing for one without letters and digits."""
    if not any(each.isalnum() for each in name):
        return ""
    stem = PurePath(file_name(name, "x")).name.removesuffix(SUFFIX)
    return folded(stem.removesuffix("-x"))
