"""Give a profile a passphrase, or take it away: every copy of it is written anew, then erased."""

import os
from contextlib import suppress
from pathlib import Path

from socialplanner.domain.record import ProfileRecord
from socialplanner.errors import UserError
from socialplanner.store.backups import Backups, read_backup
from socialplanner.store.erasing import erase_database, erase_files
from socialplanner.store.library import Library
from socialplanner.store.locking import ProfileLock, remove_lock_files
from socialplanner.store.naming import file_name
from socialplanner.store.profile_file import is_protected
from socialplanner.store.trouble import DamagedError, ProtectedError, StoreError
from socialplanner.store.versions import refuse_newer
from socialplanner.store.whole_file import create_profile, temporary_beside, temporary_name

SHORTEST_KEY = 8


def added_protected(library: Library, record: ProfileRecord, key: str) -> Path:
    """Add a new profile that has a passphrase from its first byte, and return where it is."""
    path = library.folder / file_name(record.profile.name, record.id, is_protected=True)
    create_profile(path, record, key)
    library.set_key(record.id, key)
    return path


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
    """Write a profile and its backups under another key, then erase what they were before.

    Cut off in the middle, both are there; done again, it goes on where it was.
    """
    lock = ProfileLock(path)
    lock.acquire()
    try:
        old_key = library.key_of(path)
        refuse_newer(path, old_key)
        record = library.read(path)
        name = file_name(record.profile.name, record.id, is_protected=key is not None)
        target = library.folder / name
        if not target.exists():
            create_profile(target, record, key)
        if read_backup(target, key) != record:
            raise StoreError(
                f"{target} does not hold what {path} does; both were kept. Move the one you do not "
                f"want into the trash, then do this again."
            )
        for backup in Backups(library.backups(record.id).folder).listed():
            _rewrite_backup(backup.path, old_key, key)
        library.erase_kept_aside(path)
        erase_database(path)
    finally:
        lock.release()
    remove_lock_files(path)
    library.forget_listed(path)
    library.set_key(record.id, key)
    return target


def _rewrite_backup(path: Path, old: str | None, new: str | None) -> None:
    """Write a backup under another key, unless it is so already; erase one that is damaged.

    A damaged one cannot be encrypted, and would tell what the passphrase hides.
    """
    with suppress(StoreError):
        read_backup(path, new)
        return
    aside = temporary_name(path)
    try:
        record = read_backup(path, old)
    except (DamagedError, ProtectedError):
        erase_files([path])
        return
    with temporary_beside(path) as written:
        create_profile(written, record, new)
        try:
            aside.hardlink_to(path)
        except OSError:  # a file system without such links
            os.utime(path)  # or `sweep` would take the file for an old one
            path.rename(aside)
        written.replace(path)
    erase_database(aside)
