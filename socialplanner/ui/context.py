"""What every page is given: the program, the look, and the ways to speak and to move."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon

from socialplanner.ui.icons import icon
from socialplanner.ui.tasks import Tasks
from socialplanner.ui.theme import Theme
from socialplanner.ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from socialplanner.ui.ports import Program


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One for the whole window; `go` shows a page by its key, at a place on it ("" for its top)."""

    program: "Program"
    theme: Theme
    tasks: Tasks
    messages: MessageBar
    go: Callable[[str, str], None]

    def icon(self, name: str, colour: str = "ink") -> QIcon:
        """Return an icon in a colour of the theme."""
        return icon(name, self.theme, colour)
