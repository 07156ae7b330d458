"""PDFs, as the window wants them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialplanner.app.program import DesktopProgram


class PlanPrinter:
    """Satisfies `ui.ports.Printing`."""

    def __init__(self, program: "DesktopProgram") -> None:
        """Work for a program."""
        self._program = program
