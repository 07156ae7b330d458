"""Temporary files that a crash left behind: never read again, and removed in time."""

import shutil
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from socialplanner.store.whole_file import NAME_PART

OLD = timedelta(hours=1)
"""Whoever writes a temporary file needs a second for it; an old one belongs to nobody."""

TEMPORARY = (".*.tmp", ".*.tmp-*", ".salvage-*", ".restore-*")


def sweep(folder: Path, now: datetime) -> None:
    """Remove what crashes left in a data folder and in the folders of its backups."""
    horizon = (now - OLD).timestamp()
    for place in (folder, *folder.glob("backups/*")):
        for pattern in TEMPORARY:
            for path in place.glob(pattern):
                with suppress(OSError):
                    if path.stat().st_mtime < horizon:
                        shutil.rmtree(path) if path.is_dir() else path.unlink()


def leftovers(folder: Path, path: Path) -> list[Path]:
    """Return the temporary files that were to become a profile, or a copy of it."""
    begin = f".{path.stem[:NAME_PART]}."
    return [
        each
        for pattern in TEMPORARY
        for each in folder.glob(pattern)
        if each.name.startswith(begin) and each.is_file()
    ]
