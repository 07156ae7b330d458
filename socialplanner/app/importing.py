"""Files in and out, as the window wants them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialplanner.app.program import DesktopProgram


class FilesInAndOut:
    """Satisfies `ui.ports.Importing`."""

    def __init__(self, program: "DesktopProgram") -> None:
        """Work for a program."""
        self._program = program
