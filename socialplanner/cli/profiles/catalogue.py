"""The catalogue in use, and the circumstances of an edit made with it."""

from socialplanner import paths
from socialplanner.domain.catalogue import Catalogue
from socialplanner.domain.editing import Now
from socialplanner.loading.catalogue import load_catalogue
from socialplanner.store.library import Library


def catalogue_in_use() -> Catalogue:
    """Return the catalogue, or raise InputError with everything wrong in it."""
    return load_catalogue(paths.catalogue_dir())


def now(library: Library, catalogue: Catalogue) -> Now:
    """Return moment, local day and catalogue of an edit."""
    moment = library.clock()
    return Now(moment=moment, day=moment.astimezone().date(), catalogue_version=catalogue.version)
