"""Give a profile a passphrase, or take it away: every copy of it is written anew, then erased."""

from pathlib import Path

from socialplanner.errors import UserError
from socialplanner.store.backups import read_backup
from socialplanner.store.erasing import erase_database
from socialplanner.store.library import Library
from socialplanner.store.locking import ProfileLock, remove_lock_files
from socialplanner.store.naming import file_name
from socialplanner.store.profile_file import is_protected
from socialplanner.store.trouble import StoreError
from socialplanner.store.whole_file import create_profile, replace_profile

SHORTEST_KEY = 8


def protect(library: Library, path: Path, key: str) -> Path:
    """Encrypt a profile and its backups, and return where it is now.

    What lay there open is overwritten only after the encrypted copy was read back. States of the
    file that were damaged and kept aside are erased: they would tell what the passphrase hides.
    """
    if len(key) < SHORTEST_KEY:
        raise UserError(
            f"A passphrase needs at least {SHORTEST_KEY} characters; nothing was changed."
        )
    if is_protected(path):
        raise UserError(f"{path.name} has a passphrase already; take that away first.")
    return _rewritten(library, path, key)


def unprotect(library: Library, path: Path) -> Path:
    """Write a profile that was unlocked, and its backups, without a passphrase."""
    if not is_protected(path):
        raise UserError(f"{path.name} has no passphrase.")
    return _rewritten(library, path, None)


def _rewritten(library: Library, path: Path, key: str | None) -> Path:
    lock = ProfileLock(path)
    lock.acquire()
    try:
        record = library.read(path)
        name = file_name(record.profile.name, record.id, is_protected=key is not None)
        target = library.folder / name
        create_profile(target, record, key)
        if read_backup(target, key) != record:
            raise StoreError(f"{target} does not hold what was written into it; {path} is kept.")
        for backup in library.backups(record.id).listed():
            _rewrite_backup(backup.path, library.backups(record.id).key, key)
        library.erase_kept_aside(path)
        erase_database(path)
    finally:
        lock.release()
    remove_lock_files(path)
    library.forget_listed(path)
    library.set_key(record.id, key)
    return target


def _rewrite_backup(path: Path, old: str | None, new: str | None) -> None:
    """Write a backup under another key; one that is damaged already stays as it is."""
    try:
        record = read_backup(path, old)
    except StoreError:
        return
    aside = path.with_name(f".{path.name}.old")
    path.rename(aside)
    replace_profile(path, record, None, new)
    erase_database(aside)
