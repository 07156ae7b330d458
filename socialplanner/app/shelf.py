"""The profiles of a data folder, as the window wants them."""

from collections.abc import Callable
from pathlib import Path

from socialplanner.domain.editing import Now
from socialplanner.domain.listing import ProfileEntry
from socialplanner.domain.record import ProfileRecord
from socialplanner.store.library import Library
from socialplanner.store.locking import answer_knock, knock
from socialplanner.store.open_profile import OpenProfile
from socialplanner.store.session import AnswerSession
from socialplanner.ui.ports import OpenedProfile


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

    def open(self, path: Path) -> OpenProfile:
        """Open a profile to work on it."""
        return self.library.open(path)

    def sitting(self, profile: OpenedProfile, assessment_id: str) -> AnswerSession:
        """Begin to answer an assessment of an open profile."""
        return AnswerSession(profile, assessment_id, self._now)

    def add(self, record: ProfileRecord) -> Path:
        """Write a new profile and return where it is."""
        return self.library.add(record)

    def delete(self, path: Path) -> Path:
        """Move a profile into the trash and return where it lies there."""
        return self.library.delete(path).path

    def take_back(self, trashed: Path) -> Path:
        """Move a profile out of the trash and return where it is then."""
        found = next(each for each in self.library.trash.listed() if each.path == trashed)
        return self.library.take_back(found)

    def knock(self, path: Path) -> None:
        """Ask whoever has a profile open to bring it forward."""
        knock(path)

    def answer_knock(self, path: Path, show: Callable[[], None]) -> bool:
        """Call `show` when somebody knocked since the last time."""
        return answer_knock(path, show)
