"""Saving what was done, and holding on to it where the disk refuses until there is room."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from socialplanner.errors import UserError

if TYPE_CHECKING:
    from socialplanner.domain.record import ProfileRecord
    from socialplanner.ui.ports.shelf import Edit

Deed = Callable[[], object]


class Saving:
    """Does deeds that save; `trouble` says why the last could not, "" where it could.

    What a person gave is also held here as an edit, until everything is on the disk: whatever was
    refused, or has not had its turn, can be shown.
    """

    def __init__(self) -> None:
        """Begin with everything saved."""
        self._waiting: list[Deed] = []
        self._held: dict[str, Edit] = {}
        self._count = 0
        self.trouble = ""

    @property
    def is_done(self) -> bool:
        """Return whether nothing waits to be saved."""
        return not self._waiting and not self.trouble

    def hold(self, edit: "Edit", name: str = "") -> None:
        """Hold an edit in memory; one of the same name is replaced."""
        self._count += 1
        key = name or f"#{self._count}"
        self._held.pop(key, None)
        self._held[key] = edit

    def let_go(self) -> None:
        """Hold nothing more: all of it is on the disk."""
        self._held.clear()

    def with_held(self, record: "ProfileRecord") -> "ProfileRecord":
        """Return a record with everything that is held; what is in it already stays as it is."""
        for edit in self._held.values():
            record = edit(record)
        return record

    def do(self, deed: Deed, *, is_kept: bool = False) -> None:
        """Do what waits and then this; a deed that is kept is tried again with the next one.

        Not kept is what somebody else holds on to (answers), or what may be given up (a step back).
        """
        deeds = [*self._waiting, deed]
        try:
            while deeds:
                deeds[0]()
                del deeds[0]
        except UserError as error:
            self._waiting = [each for each in deeds if each is not deed or is_kept]
            self.trouble = str(error)
        else:
            self._waiting = []
            self.trouble = ""
