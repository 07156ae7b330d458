"""Files that hold the same profile: they share its backups, which stay while one of them does."""

from pathlib import Path

from socialplanner.cli.profiles.trash_search import trash_entry
from socialplanner.store.library import Library


def twins(library: Library, record_id: str, path: Path) -> tuple[Path, ...]:
    """Return the other files, in the library and in the trash, that hold the profile of that id."""
    if not record_id:
        return ()
    listed = [(each.id, library.path(each)) for each in library.entries()]
    trashed = [(trash_entry(each).id, each.path) for each in library.trash.listed()]
    return tuple(
        place for known, place in (*listed, *trashed) if known == record_id and place != path
    )


def has_own_backups(library: Library, record_id: str) -> bool:
    """Tell whether the folder of its backups is its own; an id that somebody forged may climb."""
    if not record_id:
        return True
    folder = library.backups(record_id).folder.resolve()
    return folder.parent == (library.folder / "backups").resolve()
