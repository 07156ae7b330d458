"""Watch a folder through both layers at once, so that one observer counts across both."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.asking import HANDLES
from tests.faults.operations import Observer, ShimUnavailable, Watch
from tests.faults.python_files import python_watched
from tests.faults.vfs import sqlite_watched, the_shim


@contextmanager
def watched(observer: Observer, folder: Path) -> Iterator[Watch]:
    """Show all that SQLite and Python do to files below a folder to an observer.

    ShimUnavailable says why that cannot be done on this system. Connections must be opened
    within; those that are still open at the end go on as ordinary ones.
    """
    watch = Watch(folder=folder, observer=observer)
    with python_watched(watch), sqlite_watched(watch):
        yield watch


def why_not() -> str:
    """Return why nothing can be watched here, "" where it can: the reason to skip tests with.

    pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())
    """
    if not Path(HANDLES).is_dir():
        return f"this system has no {HANDLES} to name open files"
    try:
        the_shim()
    except ShimUnavailable as reason:
        return str(reason)
    return ""
