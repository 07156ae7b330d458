"""A profile somebody works on: saved as it goes, and backed up by the schedule."""

from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from socialplanner.domain.record import ProfileRecord
from socialplanner.store.backups import Backups
from socialplanner.store.profile_file import Clock, ProfileFile, open_profile
from socialplanner.store.trouble import StoreError

LONGEST_UNSAVED = timedelta(minutes=30)
"""A change that comes later than this after the last backup makes one first."""


class OpenProfile:
    """A profile file open for writing, with its backups.

    Backups are made before the first change of a session (where none holds that state yet), every
    half hour of change, and at the end. One that fails (a full disk) fails no save: it is kept in
    `backup_trouble` to be told, and tried again with the next.
    """

    def __init__(self, file: ProfileFile, backups: Backups, clock: Clock) -> None:
        """Take over an open file."""
        self._file = file
        self._backups = backups
        self._clock = clock
        self._backed_up_at: datetime | None = None
        self._has_changed = False
        self.backup_trouble: StoreError | None = None

    @classmethod
    def at(cls, path: Path, backups: Backups, clock: Clock) -> Self:
        """Open a profile file for writing, or raise StoreError and leave it as it was."""
        file = open_profile(
            path,
            before_migration=lambda connection: backups.make(connection, clock()),
            key=backups.key,
        )
        return cls(file, backups, clock)

    @property
    def path(self) -> Path:
        """Return where the file is."""
        return self._file.path

    @property
    def record(self) -> ProfileRecord:
        """Return what the file holds."""
        return self._file.record

    def save(self, record: ProfileRecord) -> None:
        """Make the file hold this record; it is on the disk when the call returns."""
        if record is self.record:
            return
        if self._is_due():
            self.back_up()
        self._file.save(record)
        self._has_changed = True

    def back_up_if_due(self) -> None:
        """Make the half-hour's backup although nothing is being changed; a timer calls this."""
        if self._has_changed and self._is_due():
            self.back_up()

    def _is_due(self) -> bool:
        """Return whether the last backup is old; a clock that was set back makes it so too."""
        if self._backed_up_at is None:
            return True
        return not timedelta() <= self._clock() - self._backed_up_at < LONGEST_UNSAVED

    def back_up(self) -> None:
        """Make a backup of what is saved, and note where that fails."""
        try:
            self._backups.make(self._file.connection, self._clock())
        except StoreError as error:
            self.backup_trouble = error
        else:
            self.backup_trouble = None
        self._backed_up_at = self._clock()

    def close(self) -> None:
        """Make the session's backup, thin out older ones, and close the file."""
        try:
            if self._has_changed:
                self.back_up()
                self._thin()
        finally:
            self._has_changed = False
            self._file.close()

    def _thin(self) -> None:
        try:
            self._backups.thin(self._clock())
        except StoreError as error:
            self.backup_trouble = error

    def __enter__(self) -> Self:
        """Return the open profile."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the profile, whatever happened."""
        self.close()
