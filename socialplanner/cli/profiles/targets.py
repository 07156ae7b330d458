"""Files to write to: never one in which a profile, or a library's backup, is kept."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from socialplanner.errors import UserError
from socialplanner.messages import visible
from socialplanner.store import database
from socialplanner.store.library_backup import LIBRARY_SUFFIX
from socialplanner.store.profile_file import SUFFIX
from socialplanner.store.trouble import StoreError


def refuse_profile_file(path: Path) -> None:
    """Raise UserError where writing would replace a profile, or look as if it had made one."""
    if path.resolve().suffix.lower() in (SUFFIX, LIBRARY_SUFFIX):
        raise _kept_in(path)
    refuse_profile(path)


def refuse_profile(path: Path) -> None:
    """Raise UserError where a file is a profile by what its first bytes say."""
    if path.resolve().suffix.lower() == SUFFIX or _holds_profile(path):
        raise _kept_in(path)


def refuse_folder(path: Path) -> None:
    """Raise UserError where a folder stands where a file is to be written."""
    if path.is_dir():
        raise UserError(f"{visible(str(path))} is a folder; name a file to write to.")


def refuse_existing(path: Path, *, is_forced: bool) -> None:
    """Raise UserError where a file of that name is there already and is not to be replaced."""
    if path.exists() and not is_forced:
        raise UserError(f"{visible(str(path))} exists already; add --force to replace it.")


@contextmanager
def private_files() -> Iterator[None]:
    """Make new files for their owner alone; one that is there already keeps its permissions."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def _holds_profile(path: Path) -> bool:
    """Return whether a file is a profile by what its first bytes say."""
    if not path.is_file():
        return False
    try:
        database.peek(path)
    except StoreError:
        return False
    return True


def _kept_in(path: Path) -> UserError:
    return UserError(
        f"{visible(str(path))} is the name of a file that profiles are kept in; nothing was "
        f"written. Name another file after --output."
    )
