"""Messages about the open profile, which go once they are no longer true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from socialplanner.presentation.i18n import _

if TYPE_CHECKING:
    from socialplanner.ui.session import Session
    from socialplanner.ui.widgets.message_bar import Message, MessageBar


def offer_undo(messages: MessageBar, session: Session, words: str) -> None:
    """Say what was done and offer to take it back, as long as nothing else was done since."""
    undo = (_("Undo"), lambda: _undo(session))
    message = messages.show_message(words, tone="success", actions=(undo,))
    session.answers_changed.connect(message.dismiss)
    session.closed.connect(message.dismiss)


def _undo(session: Session) -> None:
    session.undo()


class UntilSaved(QObject):
    """Takes a message away once everything is saved, or the profile is closed without it."""

    def __init__(self, message: Message, session: Session) -> None:
        """Watch a session for a message that was just shown."""
        super().__init__(message)
        self._message = message
        self._session = session
        session.saved_changed.connect(self._look)
        session.closed.connect(message.dismiss)

    def _look(self) -> None:
        if self._session.is_saved:
            self._message.dismiss()
