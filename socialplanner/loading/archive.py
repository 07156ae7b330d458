"""Earlier versions of the catalogue, kept whole in a folder each."""

import re
from pathlib import Path
from typing import Final

from socialplanner.domain.catalogue import Catalogue
from socialplanner.loading.catalogue import load_catalogue

_VERSION: Final = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4}){0,3}")
"""What a version may look like: profiles name it, and what they say never becomes another path."""


def archived_catalogue(folder: Path, version: str) -> Catalogue | None:
    """Return an earlier version of the catalogue, None where it is not in the archive.

    Raises InputError where it is there and cannot be used.
    """
    place = folder / version
    if _VERSION.fullmatch(version) is None or not place.is_dir():
        return None
    found = load_catalogue(place)
    return found if found.version == version else None
