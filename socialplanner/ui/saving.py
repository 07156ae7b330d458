"""Saving what was done, and holding on to it where the disk refuses until there is room."""

from collections.abc import Callable

from socialplanner.errors import UserError

Deed = Callable[[], object]


class Saving:
    """Does deeds that save; `trouble` says why the last could not, "" where it could."""

    def __init__(self) -> None:
        """Begin with everything saved."""
        self._waiting: list[Deed] = []
        self.trouble = ""

    @property
    def is_done(self) -> bool:
        """Return whether nothing waits to be saved."""
        return not self._waiting and not self.trouble

    def do(self, deed: Deed, *, is_kept: bool) -> None:
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
