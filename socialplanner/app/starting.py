"""Start the window."""

import gc
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
    gc.disable()  # a start makes no garbage; `ui.garbage` looks for it from then on
    from socialplanner.app.program import DesktopProgram  # noqa: PLC0415 - on use
    from socialplanner.ui.single_instance import SingleInstance, place_of  # noqa: PLC0415 - Qt is heavy

    program = DesktopProgram(start.data_folder)
    instance = SingleInstance(place_of(program.data_folder))
    if not instance.is_first() and instance.hand_over(start.files):
        return 0
    from socialplanner.ui.starting import Opening, show  # noqa: PLC0415 - not for a second start

    opening = Opening(files=start.files, instance=instance, quits_when_ready=start.quits_when_ready)
    program.last_run.begin()
    try:
        return show(program, opening)
    finally:
        program.end()
        program.last_run.end()
        gc.freeze()  # the process ends: to search it for garbage once more is lost time


def _refuse_without_screen() -> None:
    """Raise UserError where Qt would end the program with a line of its own."""
    is_linux = sys.platform.startswith("linux")
    wanted = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    if is_linux and not any(os.environ.get(name) for name in wanted):
        raise UserError(NO_SCREEN)
