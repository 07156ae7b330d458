"""What is known of files without opening them to work: their twins, and what lies in the trash."""

from dataclasses import replace
from pathlib import Path, PurePath

from socialplanner.domain.listing import ProfileEntry
from socialplanner.store.index import read_entry
from socialplanner.store.library import Library
from socialplanner.store.profile_file import is_protected, plain_stem
from socialplanner.store.trash import Trashed


def twins(library: Library, path: Path) -> tuple[Path, ...]:
    """Return the other files, in the library and in the trash, that have the same backups."""
    folder = library.backups_of(path).folder
    files = [Path(each.path) for each in library.files()]
    files += [each.path for each in library.trash.listed()]
    return tuple(
        each for each in sorted(files) if each != path and library.backups_of(each).folder == folder
    )


def trash_entry(trashed: Trashed) -> ProfileEntry:
    """Return what a file in the trash says of itself; a damaged one is called as its file was."""
    entry = read_entry(trashed.path)
    if not entry.trouble:
        return entry
    before = PurePath(trashed.name)
    if is_protected(trashed.path):
        return replace(entry, name=plain_stem(Path(before)).rpartition("-")[0])
    return replace(entry, name=before.stem)
