"""Temporary files that a crash left behind: never read again, and removed in time."""

import shutil
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from socialplanner.store.database import SIDE_FILES
from socialplanner.store.whole_file import NAME_PART, TEMPORARY

OLD = timedelta(hours=1)
"""Whoever writes a temporary file needs a second for it; an old one belongs to nobody."""

FOLDERS = (".socialplan-salvage-*", ".socialplan-restore-*")


def sweep(folder: Path, now: datetime) -> None:
    """Remove what crashes left in a folder, and in the folders of its backups."""
    horizon = (now - OLD).timestamp()
    for place in (folder, *folder.glob("backups/*")):
        for path in (*_files(place), *(each for name in FOLDERS for each in place.glob(name))):
            with suppress(OSError):
                if path.stat().st_mtime < horizon:
                    shutil.rmtree(path) if path.is_dir() else path.unlink()


def leftovers(folder: Path, path: Path) -> list[Path]:
    """Return the temporary files that were to become a profile, or a copy of it."""
    begin = f".{path.stem[:NAME_PART]}."
    return [each for each in _files(folder) if each.name.startswith(begin)]


def _files(folder: Path) -> list[Path]:
    """Return our own temporary files, with what SQLite left beside them."""
    endings = ("", *SIDE_FILES)
    return [path for each in endings for path in folder.glob(f".*{TEMPORARY}{each}")]
