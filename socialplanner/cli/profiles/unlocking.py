"""Open what a command works on; a profile with a passphrase is unlocked first."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from socialplanner.cli import streams
from socialplanner.cli.profiles.passphrases import (
    VARIABLE,
    given_passphrase,
    typed_passphrase,
)
from socialplanner.cli.profiles.place import found
from socialplanner.domain.listing import ProfileEntry
from socialplanner.errors import UserError
from socialplanner.messages import visible
from socialplanner.store.driver import can_protect
from socialplanner.store.library import Library
from socialplanner.store.profile_file import is_protected
from socialplanner.store.trouble import DamagedError, ProtectedError


def reached(
    library: Library, arguments: Namespace, name: str | None = None
) -> tuple[ProfileEntry, Path]:
    """Return the profile that a command names, with its file, unlocked if it has a passphrase."""
    entry, path = found(library, arguments.name if name is None else name)
    return unlocked(library, entry, arguments), path


def unlocked(library: Library, entry: ProfileEntry, arguments: Namespace) -> ProfileEntry:
    """Unlock a profile that has a passphrase, and return its entry with its real name."""
    path = library.path(entry)
    if not is_protected(path):
        return entry
    library.unlock(path, passphrase_of(library, entry, arguments))
    return replace(entry, name=library.read(path).profile.name)


def unlocked_to_restore(
    library: Library, entry: ProfileEntry, arguments: Namespace
) -> ProfileEntry:
    """Unlock a profile that may be damaged: a passphrase that opens a backup is the right one."""
    path = library.path(entry)
    if not is_protected(path):
        return entry
    passphrase = passphrase_of(library, entry, arguments)
    try:
        library.unlock(path, passphrase)
    except (DamagedError, ProtectedError):
        if not opens_backup(library, entry.id, passphrase):
            raise
        return entry
    return replace(entry, name=library.read(path).profile.name)


def opens_backup(library: Library, record_id: str, passphrase: str) -> bool:
    """Return whether a passphrase opens a backup of a profile; then it is kept for that profile."""
    library.set_key(record_id, passphrase)
    if library.backups(record_id).newest_good() is not None:
        return True
    library.set_key(record_id, None)
    return False


def passphrase_of(library: Library, entry: ProfileEntry, arguments: Namespace) -> str:
    """Return the passphrase of a profile from a file, a variable or the terminal, or say how."""
    if not can_protect():
        library.unlock(library.path(entry), "")  # raises the store's sentence on how to get it
    given = given_passphrase(_file(arguments), is_asked=False, is_new=False)
    if given is not None:
        return given
    name = visible(entry.name)
    if streams.is_terminal():
        return typed_passphrase(f"Passphrase of {name}: ", is_new=False)
    option = "--profile-passphrase-file" if _has_two(arguments) else "--passphrase-file"
    raise UserError(
        f"{name} has a passphrase, which is needed here; nothing was done. Write it into a file "
        f"and name that after {option}, or into the variable {VARIABLE}."
    )


def _file(arguments: Namespace) -> str | None:
    """Return the file with the passphrase; a bundle's may have one of its own."""
    own: str | None = getattr(arguments, "profile_passphrase_file", None)
    given: str | None = arguments.passphrase_file
    return given if own is None else own


def _has_two(arguments: Namespace) -> bool:
    return hasattr(arguments, "profile_passphrase_file")
