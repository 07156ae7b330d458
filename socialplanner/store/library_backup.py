"""The whole library in one file: made at any time, checked, and put back without loss."""

import lzma
import os
import shutil
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from socialplanner.messages import visible
from socialplanner.store.backups import copy_database, read_backup
from socialplanner.store.database import has_journal, peek, sync_folder
from socialplanner.store.library import Library
from socialplanner.store.locking import ProfileLock
from socialplanner.store.migrations import SCHEMA_VERSION
from socialplanner.store.naming import file_name
from socialplanner.store.profile_file import SUFFIX, is_protected, plain_stem, read_profile
from socialplanner.store.trouble import (
    DamagedError,
    DiskFullError,
    ProtectedError,
    StoreError,
    told,
)
from socialplanner.store.whole_file import temporary_beside

LIBRARY_SUFFIX = ".socialplan-library"
FOLDER = "profiles/"
MOST_PROFILES = 100_000
LARGEST_PROFILE = 500_000_000
BLOCK = 1 << 20

ZIP_TROUBLES = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    ArithmeticError,
    EOFError,
    LookupError,
    MemoryError,
    RuntimeError,
    ValueError,
)
"""What reading a zip file raises that is damaged, or was made to do harm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryBackup:
    """What a backup of the library was made of, or what putting one back did, by file name."""

    done: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    refused: tuple[tuple[str, StoreError], ...] = ()


def back_up_library(library: Library, target: Path, moment: datetime) -> LibraryBackup:
    """Write every profile into one file, which appears whole or not at all.

    Each copy is checked. A damaged profile is left out and named; the others are kept all the
    same. `moment` is the time that the members carry.
    """
    done, refused = list[str](), list[tuple[str, StoreError]]()
    with temporary_beside(target) as temporary, told(target):
        handle = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
        with os.fdopen(handle, "wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                for name in sorted(each.name for each in library.files()):
                    try:
                        _pack(library.folder / name, archive, moment)
                        done.append(name)
                    except DiskFullError:
                        raise
                    except StoreError as error:
                        refused.append((name, error))
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
        sync_folder(target.parent)
    return LibraryBackup(done=tuple(done), refused=tuple(refused))


def restore_library(library: Library, source: Path, *, dry: bool = False) -> LibraryBackup:
    """Add every profile of a library's backup that is not in the library.

    Those that are there are skipped: nothing is replaced. With `dry` nothing is written, so that
    what would happen can be shown first.
    """
    present = {entry.id for entry in library.entries()}
    done, skipped, refused = list[str](), list[str](), list[tuple[str, StoreError]]()
    with told(source), _opened(source) as archive:
        for member in _members(archive, source):
            name = member.filename.removeprefix(FOLDER)
            try:
                restored = _restored(library, archive, member, present, dry=dry)
            except StoreError as error:
                refused.append((name, error))
            else:
                (done if restored else skipped).append(name)
    return LibraryBackup(done=tuple(done), skipped=tuple(skipped), refused=tuple(refused))


def _restored(
    library: Library,
    archive: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    present: set[str],
    *,
    dry: bool,
) -> bool:
    """Add one profile of a backup, or tell that it is there already.

    One with a passphrase, or of a newer version, cannot be looked into: it is put back as it is,
    under the id and the name that its member's name ends and begins with.
    """
    with _unpacked(archive, member, library.folder) as path:
        if is_protected(Path(member.filename)) or peek(path).schema_version > SCHEMA_VERSION:
            stem = plain_stem(Path(member.filename.removeprefix(FOLDER)))
            name, _, record_id = stem.rpartition("-")
            protected = is_protected(Path(member.filename))
            target = library.folder / file_name(name, record_id, is_protected=protected)
            if target.exists() or record_id in present:
                return False
            if not dry:
                path.rename(target)
                sync_folder(library.folder)
            present.add(record_id)
            return True
        record = read_backup(path)
        if record.id in present:
            return False
        if not dry:
            library.add(record)
        present.add(record.id)
        return True


def _pack(path: Path, archive: zipfile.ZipFile, moment: datetime) -> None:
    """Add a copy of a profile to an archive; the copy lies in the profiles' own folder.

    It is checked, but for one with a passphrase or of a newer version, which is copied as it is
    while nobody writes.
    """
    with temporary_beside(path) as copy:
        if is_protected(path) or peek(path).schema_version > SCHEMA_VERSION:
            _copy_closed(path, copy)
        else:
            with closing(read_profile(path)) as file:
                copy_database(file.connection, copy, None)
        member = zipfile.ZipInfo(f"{FOLDER}{path.name}", _zip_time(moment))
        member.compress_type = zipfile.ZIP_DEFLATED
        member.external_attr = 0o600 << 16
        with copy.open("rb") as source, archive.open(member, "w") as target:
            shutil.copyfileobj(source, target, BLOCK)


def _zip_time(moment: datetime) -> tuple[int, int, int, int, int, int]:
    """Return a moment as a zip file can hold it: it knows no year before 1980 or after 2107."""
    year = min(max(moment.year, 1980), 2107)
    return year, moment.month, moment.day, moment.hour, moment.minute, moment.second


def _copy_closed(path: Path, copy: Path) -> None:
    """Copy a file byte by byte; InUseError while somebody has it open."""
    lock = ProfileLock(path)
    lock.acquire()
    try:
        if has_journal(path):
            raise ProtectedError(
                f"{visible(str(path))} was cut off while it was written; open it once with its "
                f"passphrase, then back it up."
            )
        _write_private(path, copy)
    finally:
        lock.release()


def _write_private(source: Path, target: Path) -> None:
    handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with source.open("rb") as read, os.fdopen(handle, "wb") as written:
        shutil.copyfileobj(read, written, BLOCK)
        written.flush()
        os.fsync(written.fileno())


def _opened(source: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(source)
    except ZIP_TROUBLES as error:
        raise _damaged(source) from error


def _members(archive: zipfile.ZipFile, source: Path) -> list[zipfile.ZipInfo]:
    """Return the profiles of an archive; what else is in it is no backup of ours."""
    members = archive.infolist()
    is_ours = all(each.filename.startswith(FOLDER) for each in members)
    if not is_ours or len(members) > MOST_PROFILES:
        raise StoreError(
            f"{visible(str(source))} is no backup of a library; nothing was done. A bundle of one "
            f"profile is read by: socialplanner profiles import"
        )
    return [each for each in members if each.filename.endswith(SUFFIX)]


@contextmanager
def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path) -> Iterator[Path]:
    """Give the file that a member holds; its name is never used as a path."""
    with tempfile.TemporaryDirectory(prefix=".socialplan-restore-", dir=folder) as place:
        path = Path(place, f"profile{SUFFIX}")
        with told(path):
            try:
                _extract(archive, member, path)
            except ZIP_TROUBLES:
                with suppress(OSError):
                    path.unlink()
                raise _damaged(Path(member.filename)) from None
        yield path


def _extract(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path) -> None:
    """Write a member to a file, but never more than the largest profile."""
    left = LARGEST_PROFILE
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    with os.fdopen(handle, "wb") as target, archive.open(member) as source:
        while block := source.read(min(BLOCK, left + 1)):
            left -= len(block)
            if left < 0:
                raise zipfile.BadZipFile("a profile this large is none")
            target.write(block)
        target.flush()
        os.fsync(target.fileno())


def _damaged(path: Path) -> DamagedError:
    return DamagedError(
        f"{visible(str(path))} is damaged or no backup of a library; nothing was done. Take "
        f"another backup."
    )
