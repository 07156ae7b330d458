"""Files that hold the same profile, to be told before something is done to one of them."""

from pathlib import Path

from socialplanner.store.library import Library


def twins(library: Library, path: Path) -> tuple[Path, ...]:
    """Return the other files, in the library and in the trash, that have the same backups."""
    folder = library.backups_of(path).folder
    files = [Path(each.path) for each in library.files()]
    files += [each.path for each in library.trash.listed()]
    return tuple(
        each for each in sorted(files) if each != path and library.backups_of(each).folder == folder
    )
