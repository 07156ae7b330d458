"""Read all clients in the background, a few at a time, so that other work gets its turn."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from socialplanner.errors import UserError
from socialplanner.presentation.i18n import _, plural
from socialplanner.ui.context import Context
from socialplanner.ui.tasks import Task

if TYPE_CHECKING:
    from socialplanner.domain.listing import ProfileEntry
    from socialplanner.domain.portfolio import Client

TASK: Final = "portfolio"
AT_ONCE: Final = 20


class PortfolioReading(QObject):
    """Reads clients; `read` has all of them and what could not be read, in words.

    `progressed` tells how far it is, `refused` why nothing can be read at all.
    """

    read = Signal(object, str)
    progressed = Signal(str)
    refused = Signal(str)

    def __init__(self, context: Context, parent: QObject) -> None:
        """Read nothing yet."""
        super().__init__(parent)
        self._context = context
        self._entries: list[ProfileEntry] = []
        self._found: list[Client] = []
        self._done = 0

    def begin(self) -> None:
        """Begin anew with the profiles there are now."""
        program = self._context.program

        def work() -> "list[ProfileEntry]":
            return program.portfolio.entries()

        self._context.tasks.run(TASK, Task(work, self._listed, self._refused))

    def _listed(self, entries: "list[ProfileEntry]") -> None:
        self._entries, self._found, self._done = entries, [], 0
        self._go_on()

    def _go_on(self) -> None:
        """Read the next few, or tell of all."""
        chunk = self._entries[self._done : self._done + AT_ONCE]
        if not chunk:
            self._end()
            return
        portfolio = self._context.program.portfolio

        def work() -> "tuple[Client, ...]":
            return portfolio.read(chunk)

        self._context.tasks.run(TASK, Task(work, self._take, self._refused))

    def _take(self, clients: "tuple[Client, ...]") -> None:
        self._found += clients
        self._done += AT_ONCE
        if self._done < len(self._entries):
            words = _("{done} of {all} plans read …")
            self.progressed.emit(words.format(done=self._done, all=len(self._entries)))
        self._go_on()

    def _end(self) -> None:
        lost = len(self._entries) - len(self._found)
        words = plural(
            "{count} plan could not be read, or has a passphrase that was not given yet.",
            "{count} plans could not be read, or have a passphrase that was not given yet.",
            lost,
        )
        self.read.emit(tuple(self._found), words if lost else "")

    def _refused(self, error: UserError) -> None:
        self.refused.emit(str(error))
