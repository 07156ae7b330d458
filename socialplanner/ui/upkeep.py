"""What has to be done for an open profile from time to time: its backup, and an open ear."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from socialplanner.ui.session import Session

BACKUP_EVERY: Final = 60_000
KNOCK_EVERY: Final = 500
"""Milliseconds."""


class Upkeep(QObject):
    """Makes the half-hour's backup and hears when a second start wants to see the profile."""

    def __init__(self, session: "Session") -> None:
        """Begin for a session."""
        super().__init__(session)
        self._session = session
        self._told: Exception | None = None
        self._backups = QTimer(self)
        self._backups.timeout.connect(self._back_up)
        self._backups.start(BACKUP_EVERY)
        self._knocks = QTimer(self)
        self._knocks.timeout.connect(self._listen)
        self._knocks.start(KNOCK_EVERY)

    def stop(self) -> None:
        """Do nothing more; the profile is about to be closed."""
        self._backups.stop()
        self._knocks.stop()

    def _back_up(self) -> None:
        profile = self._session.profile
        profile.back_up_if_due()
        trouble = profile.backup_trouble
        if trouble is not None and trouble is not self._told:
            self._session.trouble.emit(str(trouble))
        self._told = trouble

    def _listen(self) -> None:
        session = self._session
        session.program.shelf.answer_knock(session.profile.path, session.knocked.emit)
