"""What was deleted, for thirty days: a file moved aside comes back whole, also a damaged one."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from socialplanner.store import database
from socialplanner.store.backups import moment_of_stamp, stamp
from socialplanner.store.locking import ProfileLock, remove_lock_files
from socialplanner.store.profile_file import SUFFIX
from socialplanner.store.trouble import StoreError, told
from socialplanner.store.whole_file import remove_stale_journals

KEPT = timedelta(days=30)
SEEN_TWICE = timedelta(days=1)
SEPARATOR = "--"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trashed:
    """A profile file in the trash: where it is, its name before, and when it was deleted."""

    path: Path
    name: str
    deleted_at: datetime

    @property
    def erased_after(self) -> datetime:
        """Return until when it can be taken back."""
        return self.deleted_at + KEPT


def original_name(path: Path) -> str:
    """Return the name that a profile file has, or had before it went into the trash."""
    text, _, name = path.name.partition(SEPARATOR)
    return path.name if moment_of_stamp(text) is None else name


class Trash:
    """The folder of deleted profiles."""

    def __init__(self, folder: Path) -> None:
        """Name the folder; it is made when something is deleted."""
        self.folder = folder

    def listed(self) -> tuple[Trashed, ...]:
        """Return what lies in the trash, the last deleted first."""
        found = [
            Trashed(path=path, name=original_name(path), deleted_at=moment)
            for path in self.folder.glob(f"*{SEPARATOR}*{SUFFIX}")
            if (moment := moment_of_stamp(path.name.partition(SEPARATOR)[0])) is not None
        ]
        return tuple(sorted(found, key=lambda each: each.deleted_at, reverse=True))

    def put(self, path: Path, moment: datetime) -> Trashed:
        """Move a profile file into the trash; InUseError while somebody works on it."""
        target = self.folder / f"{stamp(moment)}{SEPARATOR}{path.name}"
        with told(path):
            database.make_private_folder(self.folder)
        _move(path, target)
        return Trashed(path=target, name=path.name, deleted_at=moment)

    def take_back(self, trashed: Trashed, folder: Path) -> Path:
        """Move a profile file back among the others and return where it is."""
        target = folder / trashed.name
        self.forget(trashed)
        database.refuse_existing(target)
        _move(trashed.path, target)
        return target

    def overdue(self, now: datetime) -> tuple[Trashed, ...]:
        """Return what has been in the trash for longer than it is kept.

        It has to be found so twice, a day apart: a clock that is wrong for an hour erases nothing.
        """
        return tuple(
            each
            for each in self.listed()
            if each.erased_after < now and self._was_seen_before(each, now)
        )

    def forget(self, trashed: Trashed) -> None:
        """Remove what was noted of a profile that is no longer in the trash."""
        with suppress(OSError):
            self._note(trashed).unlink(missing_ok=True)

    def _note(self, trashed: Trashed) -> Path:
        return self.folder / f".{stamp(trashed.deleted_at)}.overdue"

    def _was_seen_before(self, trashed: Trashed, now: datetime) -> bool:
        """Return whether it was found overdue a day ago; else note that it is so now."""
        note = self._note(trashed)
        with told(note):
            try:
                seen = moment_of_stamp(note.read_text("ascii"))
            except (FileNotFoundError, UnicodeDecodeError):
                seen = None
            if seen is not None and timedelta() <= now - seen:
                return now - seen >= SEEN_TWICE
            note.write_text(stamp(now), "ascii")
            note.chmod(database.PRIVATE_FILE)
            return False


def _move(path: Path, target: Path) -> None:
    """Move a file by one renaming; a write that was cut off is taken back first.

    Only a damaged file can keep a journal, which then follows it.
    """
    lock = ProfileLock(path)
    lock.acquire()
    try:
        if database.has_journal(path):
            with suppress(StoreError):
                database.peek(path)
                database.roll_back(path)
        with told(path):
            remove_stale_journals(target)
            for suffix in ("", *database.SIDE_FILES):
                source = path.with_name(path.name + suffix)
                if not suffix or source.exists():
                    source.rename(target.with_name(target.name + suffix))
            database.sync_folder(target.parent)
            database.sync_folder(path.parent)
    finally:
        lock.release()
    remove_lock_files(path)
