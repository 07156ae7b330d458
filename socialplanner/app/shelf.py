"""The profiles of a data folder, as the window wants them."""

from collections.abc import Callable
from pathlib import Path

from socialplanner.domain.editing import Now, with_assessment
from socialplanner.domain.listing import ProfileEntry
from socialplanner.domain.record import ProfileRecord
from socialplanner.errors import UserError
from socialplanner.messages import quoted
from socialplanner.store.index import read_entry
from socialplanner.store.library import Library
from socialplanner.store.locking import answer_knock, knock
from socialplanner.store.naming import new_id
from socialplanner.store.open_profile import OpenProfile
from socialplanner.store.profile_file import is_protected
from socialplanner.store.protection import added_protected
from socialplanner.store.recovery import Recovery
from socialplanner.store.same_profile import trash_entry, twins
from socialplanner.store.session import AnswerSession
from socialplanner.store.trash import Trashed
from socialplanner.ui.ports import OpenedProfile
from socialplanner.ui.ports.shelf import Edit, TrashedProfile


class ProfilesOnDisk:
    """Satisfies `ui.ports.Shelf`."""

    def __init__(self, folder: Path, now: Callable[[], Now]) -> None:
        """Open the folder, which is made if need be."""
        self.library = Library(folder.absolute())
        self._now = now

    @property
    def folder(self) -> Path:
        """Return the data folder."""
        return self.library.folder

    def entries(self) -> list[ProfileEntry]:
        """Return a line for each profile, by name."""
        return self.library.entries()

    def path(self, entry: ProfileEntry) -> Path:
        """Return where the file of an entry is."""
        return self.library.path(entry)

    def read(self, path: Path) -> ProfileRecord:
        """Return what a profile holds."""
        return self.library.read(path)

    def entry(self, path: Path) -> ProfileEntry:
        """Return what a file says of itself, wherever it is; its trouble says what is wrong."""
        return read_entry(path)

    def open(self, path: Path) -> OpenProfile:
        """Open a profile to work on it; one without an assessment gets an empty one."""
        profile = self.library.open(path)
        if profile.record.newest is None:
            try:
                profile.save(with_assessment(profile.record, new_id(), self._now()))
            except BaseException:
                profile.close()
                raise
        return profile

    def change(self, path: Path, edit: Edit) -> ProfileRecord:
        """Change a profile that is not open here, and return what it holds then."""
        with self.library.open(path) as profile:
            profile.save(edit(profile.record))
            return profile.record

    def is_locked(self, path: Path) -> bool:
        """Return whether a passphrase is needed that was not given yet."""
        return is_protected(path) and self.library.key_of(path) is None

    def unlock(self, path: Path, passphrase: str) -> None:
        """Open a profile with its passphrase, which is kept in memory from now on."""
        self.library.unlock(path, passphrase)

    def recoverable(self, path: Path) -> Recovery:
        """Return what can be got back of a damaged profile; nothing is changed."""
        return self.library.recoverable(path)

    def recover(self, path: Path) -> Recovery:
        """Put what can be got back in the place of a damaged profile, which is kept aside."""
        return self.library.recover(path)

    def sitting(self, profile: OpenedProfile, assessment_id: str) -> AnswerSession:
        """Begin to answer an assessment of an open profile."""
        return AnswerSession(profile, assessment_id, self._now)

    def add(self, record: ProfileRecord, like: Path | None = None) -> Path:
        """Write a new profile, with the passphrase of another if asked; return where it is."""
        key = None if like is None else self.library.key_of(like)
        if key is None:
            return self.library.add(record)
        return added_protected(self.library, record, key)

    def delete(self, path: Path) -> Path:
        """Move a profile into the trash and return where it lies there."""
        return self.library.delete(path).path

    def take_back(self, trashed: Path) -> Path:
        """Move a profile out of the trash and return where it is then."""
        found = self._in_trash(trashed)
        entry = trash_entry(found)
        if any(entry.id and each.id == entry.id for each in self.library.entries()):
            raise UserError(
                f"{quoted(entry.name)} is among your plans already; nothing was done. Delete "
                f"that one first if you want the one from the trash."
            )
        return self.library.take_back(found)

    def _in_trash(self, path: Path) -> Trashed:
        for each in self.library.trash.listed():
            if each.path == path:
                return each
        raise UserError("This plan is no longer in the trash; nothing was done.")

    def trash_size(self) -> int:
        """Return how many profiles lie in the trash."""
        return len(self.library.trash.listed())

    def trashed(self) -> list[TrashedProfile]:
        """Return what lies in the trash, the last deleted first."""
        return [
            TrashedProfile(
                path=each.path,
                name=trash_entry(each).name,
                deleted_at=each.deleted_at,
                erased_after=each.erased_after,
            )
            for each in self.library.trash.listed()
        ]

    def erase(self, trashed: Path) -> None:
        """Erase a profile of the trash for good, with its backups unless another needs them."""
        found = self._in_trash(trashed)
        self.library.erase(trashed, with_backups=not twins(self.library, trashed))
        self.library.trash.forget(found)

    def tidy(self) -> None:
        """Erase what has been in the trash for longer than it is kept."""
        self.library.empty_trash()

    def knock(self, path: Path) -> None:
        """Ask whoever has a profile open to bring it forward."""
        knock(path)

    def answer_knock(self, path: Path, show: Callable[[], None]) -> bool:
        """Call `show` when somebody knocked since the last time."""
        return answer_knock(path, show)
