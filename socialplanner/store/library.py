"""All profiles of one data folder: listed, found, opened, made, deleted, erased."""

import os
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from socialplanner.domain.listing import ProfileEntry, folded
from socialplanner.domain.record import ProfileRecord
from socialplanner.store import database
from socialplanner.store.backups import Backups, read_backup, stamp
from socialplanner.store.erasing import erase_database, erase_files, erase_folder
from socialplanner.store.finding import found
from socialplanner.store.index import Index
from socialplanner.store.locking import ProfileLock, remove_lock_files
from socialplanner.store.naming import file_name, safe_id
from socialplanner.store.open_profile import OpenProfile
from socialplanner.store.profile_file import (
    SUFFIX,
    Clock,
    ProfileFile,
    is_protected,
    now,
    plain_stem,
    read_profile,
)
from socialplanner.store.recovery import Recovery, known_id, recover, recoverable
from socialplanner.store.sweeping import leftovers, sweep
from socialplanner.store.trash import Trash, Trashed, original_name
from socialplanner.store.trouble import StoreError, told
from socialplanner.store.whole_file import create_profile, replace_profile


class Library:
    """The profiles of a data folder, with their backups and the trash."""

    def __init__(self, folder: Path, clock: Clock = now) -> None:
        """Make the folder if need be, for its owner alone; StoreError where that fails."""
        self.folder = folder
        self.clock = clock
        self.trash = Trash(folder / "trash")
        self.damaged = folder / "damaged"
        self._index = Index(folder)
        self._keys: dict[str, str] = {}
        with told(folder):
            database.make_private_folder(folder)
        sweep(folder, clock())

    def files(self) -> list[os.DirEntry[str]]:
        """Return the profile files there are, in no order."""
        with told(self.folder), os.scandir(self.folder) as found:
            return [
                each
                for each in found
                if each.name.endswith(SUFFIX)
                and not each.name.startswith(".")
                and each.is_file(follow_symlinks=False)
            ]

    def entries(self) -> list[ProfileEntry]:
        """Return a line for each profile, by name."""
        entries = self._index.entries(self.files(), self.clock())
        return sorted(entries, key=lambda entry: (folded(entry.name), entry.file))

    def find(self, name: str) -> ProfileEntry:
        """Return the profile of that name, id or file; UserError where it is not one only."""
        return found(self.entries(), name)

    def path(self, entry: ProfileEntry) -> Path:
        """Return where the file of an entry is."""
        return self.folder / entry.file

    def backups(self, record_id: str) -> Backups:
        """Return the backups of a profile."""
        folder = self.folder / "backups" / safe_id(record_id)
        return Backups(folder, self._keys.get(record_id))

    def backups_of(self, path: Path) -> Backups:
        """Return the backups of a file, which may be too damaged to say whose it is."""
        return self.backups(self._id_of(path))

    def add(self, record: ProfileRecord) -> Path:
        """Write a new profile and return where it is."""
        path = self.folder / file_name(record.profile.name, record.id)
        create_profile(path, record)
        return path

    def open(self, path: Path) -> OpenProfile:
        """Open a profile to work on it; StoreError says why that cannot be."""
        return OpenProfile.at(path, self.backups_of(path), self.clock)

    def read(self, path: Path) -> ProfileRecord:
        """Return what a profile holds."""
        with closing(self._reader(path)) as file:
            return file.record

    def _id_of(self, path: Path) -> str:
        """Return the id of a profile: from the file, from a page of it, or from its name."""
        if is_protected(path):
            return _id_in_name(path)
        return known_id(path) or _id_in_name(path)

    def _reader(self, path: Path) -> ProfileFile:
        return read_profile(path, key=self.key_of(path))

    def key_of(self, path: Path) -> str | None:
        """Return the passphrase of a protected profile that was unlocked, or None."""
        return self._keys.get(_id_in_name(path)) if is_protected(path) else None

    def unlock(self, path: Path, key: str) -> None:
        """Open a protected profile with its passphrase, which is kept in memory from now on.

        Raises ProtectedError where it is not the right one.
        """
        with closing(read_profile(path, key=key)) as file:
            self.set_key(file.record.id, key)
        self._keys[_id_in_name(path)] = key

    def set_key(self, record_id: str, key: str | None) -> None:
        """Remember the key of a profile, or forget it."""
        self._keys.pop(record_id, None)
        if key is not None:
            self._keys[record_id] = key

    def delete(self, path: Path) -> Trashed:
        """Move a profile into the trash."""
        return self.trash.put(path, self.clock())

    def take_back(self, trashed: Trashed) -> Path:
        """Move a profile from the trash back into the library and return where it is."""
        return self.trash.take_back(trashed, self.folder)

    def empty_trash(self) -> tuple[Trashed, ...]:
        """Erase what has been in the trash for longer than it is kept, with its backups."""
        overdue = self.trash.overdue(self.clock())
        for trashed in overdue:
            self.erase(trashed.path, with_backups=True)
            self.trash.forget(trashed)
        return overdue

    def erase(self, path: Path, *, with_backups: bool) -> None:
        """Erase a profile for good; its backups too if asked for, unless another file needs them.

        Raises InUseError while somebody works on it, and StoreError where something is left.
        """
        record_id = self._id_of(path)
        lock = ProfileLock(path)
        lock.acquire()
        try:
            if with_backups and not self._is_shared(record_id, path):
                erase_folder(self.backups(record_id).folder)
                self.erase_kept_aside(path)
            erase_files(leftovers(self.folder, path))
            self.forget_listed(path)
            erase_database(path)
        finally:
            lock.release()
        remove_lock_files(path)

    def forget_listed(self, path: Path) -> None:
        """Take a profile that is no longer there out of the index, leaving no trace of it."""
        self._index.forget(original_name(path))

    def erase_kept_aside(self, path: Path) -> None:
        """Erase the damaged states of a profile that were kept aside."""
        for kept in self._kept_aside(path):
            erase_folder(kept.parent)

    def remains(self, path: Path) -> tuple[Path, ...]:
        """Return what else holds data of a profile: backups, and damaged states kept aside."""
        backups = (backup.path for backup in self.backups_of(path).listed())
        return (*backups, *self._kept_aside(path))

    def restore(self, path: Path, backup: Path) -> None:
        """Put a backup in the place of a profile, of whose present state a backup is made first."""
        record = read_backup(backup, self.key_of(path))
        backups = self.backups(record.id)
        lock = ProfileLock(path)
        lock.acquire()
        try:
            aside: Path | None = self.damaged / stamp(self.clock())
            with suppress(StoreError), closing(self._reader(path)) as file:
                backups.make(file.connection, self.clock())
                aside = None  # the backup holds all of it
            replace_profile(path, record, aside, self.key_of(path))
            with suppress(StoreError), closing(self._reader(path)) as file:
                backups.make(file.connection, self.clock())
        finally:
            lock.release()

    def recoverable(self, path: Path) -> Recovery:
        """Return what can be got back of a damaged profile; nothing is changed."""
        return recoverable(path, self.backups_of(path))

    def recover(self, path: Path) -> Recovery:
        """Put what can be got back in the place of a damaged profile, which is kept aside."""
        return recover(path, self.backups_of(path), self.damaged, self.clock())

    def check(self) -> Iterator[tuple[Path, StoreError | None]]:
        """Yield each profile file with what is wrong with it, or None."""
        for entry in sorted(self.files(), key=lambda each: each.name):
            path = Path(entry.path)
            try:
                with closing(self._reader(path)):
                    yield path, None
            except StoreError as error:
                yield path, error

    def _is_shared(self, record_id: str, path: Path) -> bool:
        """Return whether another file, here or in the trash, is of the same profile."""
        ids = [self._known_id(each) for each in self.entries() if self.path(each) != path]
        ids += [self._id_of(each.path) for each in self.trash.listed() if each.path != path]
        return record_id in ids

    def _kept_aside(self, path: Path) -> list[Path]:
        """Return the damaged states of a profile, under whatever name it had then."""
        files = (each for each in self.damaged.glob("*/*") if each.name.endswith(SUFFIX))
        return sorted(
            each
            for each in files
            if each.name == original_name(path) or self._id_of(each) == self._id_of(path)
        )

    def _known_id(self, entry: ProfileEntry) -> str:
        """Return the id of a profile in the list, also where its file is damaged."""
        return self._id_of(self.path(entry)) if entry.trouble else entry.id

    def lost(self, key: str | None = None) -> list[tuple[Backups, ProfileRecord]]:
        """Return the profiles of which there are backups and no file, with their newest state.

        With a passphrase also those that it opens; it is then kept for them.
        """
        ids = {safe_id(self._known_id(entry)) for entry in self.entries()}
        ids |= {safe_id(self._id_of(each.path)) for each in self.trash.listed()}
        folders = [each for each in (self.folder / "backups").glob("*") if each.name not in ids]
        lost = list[tuple[Backups, ProfileRecord]]()
        for backups in (
            Backups(each, with_key) for each in sorted(folders) for with_key in {None, key}
        ):
            newest = backups.newest_good()
            if newest is not None:
                self.set_key(newest[1].id, backups.key)
                lost.append((backups, newest[1]))
        return lost


def _id_in_name(path: Path) -> str:
    """Return the id that a file's name ends with."""
    return plain_stem(Path(original_name(path))).rpartition("-")[2]
