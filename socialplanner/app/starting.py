"""Start the window."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from socialplanner import COMMAND_NAME
from socialplanner.errors import UserError

NO_SCREEN = (
    "There is no screen here to show a window on. Start it on a desktop, or use the commands: "
    f"{COMMAND_NAME} --help"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """How the window is asked for."""

    files: tuple[Path, ...] = ()
    data_folder: Path | None = None
    quits_when_ready: bool = False


def run(start: Start) -> int:
    """Show the window until the person closes it, and return the exit code."""
    _refuse_without_screen()
    from socialplanner.app.program import DesktopProgram  # noqa: PLC0415 - on use
    from socialplanner.ui.starting import show  # noqa: PLC0415 - Qt alone is a tenth of a second

    return show(DesktopProgram(start.data_folder), quits_when_ready=start.quits_when_ready)


def _refuse_without_screen() -> None:
    """Raise UserError where Qt would end the program with a line of its own."""
    is_linux = sys.platform.startswith("linux")
    wanted = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    if is_linux and not any(os.environ.get(name) for name in wanted):
        raise UserError(NO_SCREEN)
